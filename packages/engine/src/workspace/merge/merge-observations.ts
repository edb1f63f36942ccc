import type { Observation } from '../../data/dataset.ts';
import { placeName } from '../../data/place-name.ts';
import { ItemIndex } from '../../io/item-index.ts';
import { remarkTexts } from '../../locale/workspace-texts.ts';
import { parseNumber } from '../../number/text.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import type { Choices } from './choices.ts';
import { joinRemarks } from './join-remarks.ts';
import type { Claim, Conflict, ImportShare, Likeness, ReadImport } from './merged.ts';

/** Likenesses that are listed; all are counted. */
const LISTED = 1000;

interface MergedObservations {
  readonly observations: readonly Observation[];
  readonly shares: readonly ImportShare[];
  readonly conflicts: readonly Conflict[];
  readonly likenesses: readonly Likeness[];
}

interface Said {
  readonly import: number;
  readonly row: Observation;
}

type Counts = { -readonly [Key in keyof ImportShare]: ImportShare[Key] };

/** A row that only one import may give, or of which several may be alike. */
interface RowKey {
  readonly key: string;
  readonly isSingle: boolean;
}

/**
 * The rows of all imports. What is observed once counts once: the same value again is a repetition, another one a
 * conflict. Of what may happen several times (events, ballots without a name) every row counts; those that look like a
 * row of an earlier import are told.
 */
export function mergeObservations(
  imports: readonly ReadImport[],
  inputs: readonly InputDeclaration[],
  choices: Choices,
): MergedObservations {
  const shares = imports.map(({ id, dataset }): Counts => {
    const accepted = dataset.observations.length;
    return { id, accepted, counted: accepted, repeated: 0, setAside: 0, alike: 0 };
  });
  const merge = new Merge(imports, new RowKeys(inputs), shares);
  const rows: Observation[] = [];
  imports.forEach(({ dataset }, at) => {
    for (const row of dataset.observations) if (merge.add(at, row, rows.length)) rows.push(row);
  });
  const conflicts = merge.decide(choices, rows);
  return { observations: rows, shares, conflicts, likenesses: merge.likenesses };
}

/** What is said of a single thing, and its place among the merged rows. */
interface Single {
  readonly place: number;
  readonly first: Said;
  /** `null` as long as only one import has spoken: that is so for nearly all. */
  others: Said[] | null;
}

class Merge {
  readonly likenesses: Likeness[] = [];
  readonly #imports: readonly ReadImport[];
  readonly #keys: RowKeys;
  readonly #shares: readonly Counts[];
  readonly #singles = new Map<string, Single>();
  /** Rows that may be alike. `matched`: how many of the earlier ones rows of `import` were likened to already. */
  readonly #many = new Map<string, { readonly rows: Said[]; matched: number; import: number }>();

  constructor(imports: readonly ReadImport[], keys: RowKeys, shares: readonly Counts[]) {
    this.#imports = imports;
    this.#keys = keys;
    this.#shares = shares;
  }

  /** Whether the row takes a place of its own, number `place`. */
  add(at: number, row: Observation, place: number): boolean {
    const found = this.#keys.of(row);
    if (found === null) return true;
    if (!found.isSingle) {
      this.#addToMany(found.key, at, row);
      return true;
    }
    const single = this.#singles.get(found.key);
    if (single === undefined) {
      this.#singles.set(found.key, { place, first: { import: at, row }, others: null });
      return true;
    }
    (single.others ??= []).push({ import: at, row });
    return false;
  }

  /** Settles what more than one import has spoken of, when all have spoken. Puts the rows that count in their places. */
  decide(choices: Choices, rows: Observation[]): Conflict[] {
    const conflicts: Conflict[] = [];
    for (const { place, first, others } of this.#singles.values()) {
      if (others === null) continue;
      let winner = first;
      if (others.some(({ row }) => !saysSame(row, first.row))) {
        const conflict = this.#conflict([first, ...others], choices);
        winner = [first, ...others].find(({ import: at }) => this.#imports[at]?.id === conflict.counts) ?? first;
        rows[place] = remarked(winner.row, [first, ...others], conflict);
        conflicts.push(conflict);
      }
      for (const said of [first, ...others]) this.#count(said, winner);
    }
    return conflicts;
  }

  #conflict(said: readonly [Said, ...Said[]], choices: Choices): Conflict {
    const { period, subject, item, rater } = said[0].row;
    const where = { period, subject, item, rater: this.#keys.hasRater(item) ? rater : '', column: '' };
    const claims = said.map(({ import: at, row }) => this.#claim(at, row));
    const choice = choices.of(where, claims);
    return { ...where, claims, counts: choice?.import ?? claims[0]?.import ?? '', choice };
  }

  #count({ import: at, row }: Said, winner: Said): void {
    const share = this.#shares[at];
    if (!share || row === winner.row) return;
    share.counted -= 1;
    if (saysSame(row, winner.row)) share.repeated += 1;
    else share.setAside += 1;
  }

  #addToMany(key: string, at: number, row: Observation): void {
    const known = this.#many.get(key);
    if (known === undefined) {
      this.#many.set(key, { rows: [{ import: at, row }], matched: 0, import: at });
      return;
    }
    if (known.import !== at) {
      known.import = at;
      known.matched = 0;
    }
    const earlier = known.rows[known.matched];
    if (earlier && earlier.import !== at) {
      known.matched += 1;
      this.#tellLikeness(at, row, earlier);
    } else known.rows.push({ import: at, row });
  }

  #tellLikeness(at: number, row: Observation, earlier: Said): void {
    const share = this.#shares[at];
    if (share) share.alike += 1;
    if (this.likenesses.length >= LISTED) return;
    const { period, subject, item, value, origin } = row;
    const before = { import: this.#imports[earlier.import]?.id ?? '', origin: earlier.row.origin };
    const from = this.#imports[at]?.id ?? '';
    this.likenesses.push({ import: from, origin, earlier: before, period, subject, item, value });
  }

  #claim(at: number, { value, category, matter, date, origin }: Observation): Claim {
    return { import: this.#imports[at]?.id ?? '', value, category, matter, date, origin };
  }
}

/** Says which rows are about one and the same thing; as the import does within one file. */
class RowKeys {
  readonly #items: ItemIndex;

  constructor(inputs: readonly InputDeclaration[]) {
    this.#items = new ItemIndex(inputs);
  }

  hasRater(item: string): boolean {
    return this.#items.find(item)?.rules.declaration.kind === 'rating';
  }

  /** `null`: one of many ballots without a name, which cannot be told apart. */
  of({ period, subject, item, value, category, rater, matter, date }: Observation): RowKey | null {
    const declaration = this.#items.find(item)?.rules.declaration;
    if (declaration === undefined || declaration.kind === 'event') {
      return { isSingle: false, key: JSON.stringify([period, subject, item, value, category, rater, matter, date]) };
    }
    if (declaration.kind !== 'rating') return { isSingle: true, key: JSON.stringify([period, subject, item]) };
    if (rater === '' && !declaration.needsRater && value !== 'NA') return null;
    return { isSingle: true, key: JSON.stringify([period, subject, item, rater]) };
  }
}

/** Notes may differ; whatever a rule can look at may not. */
function saysSame(a: Observation, b: Observation): boolean {
  return a.category === b.category && a.matter === b.matter && a.date === b.date && isSameValue(a.value, b.value);
}

/** `5` and `5.0` are one value. */
export function isSameValue(a: string, b: string): boolean {
  if (a === b) return true;
  const [first, second] = [parseNumber(a), parseNumber(b)];
  return first !== null && second !== null && first.equals(second);
}

/** The row that counts, with a word about those that do not. */
function remarked(winner: Observation, said: readonly Said[], { choice }: Conflict): Observation {
  const others = said
    .filter(({ row }) => !saysSame(row, winner))
    .map(({ row }) => ({ value: row.value, place: placeName(row.origin) }));
  const remark = choice ? remarkTexts.chosen(others, choice.reason) : remarkTexts.inDoubt(others);
  return { ...winner, remark: joinRemarks(winner.remark, remark) };
}
