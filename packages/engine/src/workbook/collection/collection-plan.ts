import type { Subject } from '../../data/dataset.ts';
import { isFamily, itemPattern, ownLetters } from '../../data/item-pattern.ts';
import type { PeriodKind } from '../../data/period.ts';
import { collectionTexts } from '../../locale/workbook-texts.ts';
import type { RowField } from '../../plan/plan.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import { audienceOf } from './audience.ts';
import type { InputUse } from './input-use.ts';
import { periodsOfKind } from './periods.ts';

/** A sheet with a row for each period and subject, and a column for each item. */
export interface ItemSheetPlan {
  readonly title: LocalText;
  readonly periods: readonly string[];
  readonly subjects: readonly Subject[];
  readonly uses: readonly InputUse[];
}

/** A sheet with a row for each event, rating or other thing that has particulars of its own. */
export interface RowsSheetPlan {
  readonly kind: 'events' | 'ratings' | 'others';
  readonly title: LocalText;
  readonly periods: readonly string[];
  readonly subjects: readonly Subject[];
  readonly uses: readonly InputUse[];
  /** Particulars that its rows have beside period, subject, item and value. */
  readonly fields: readonly Particular[];
}

export type Particular = Extract<RowField, 'category' | 'rater' | 'matter' | 'date'>;

export interface CollectionPlan {
  readonly items: readonly ItemSheetPlan[];
  readonly rows: readonly RowsSheetPlan[];
}

/** Which sheets a collection needs: items with the same subjects and kind of period share one. */
export function planCollection(
  uses: readonly InputUse[],
  subjects: readonly Subject[],
  periods: readonly string[],
  scheme: CompiledScheme,
): CollectionPlan {
  const audience = new Map(uses.map((use) => [use, audienceOf(use, subjects, scheme)]));
  return {
    items: itemSheets(
      uses.filter((use) => isPlain(use)),
      audience,
      periods,
      scheme,
      subjects.length === 0,
    ),
    rows: (['events', 'ratings', 'others'] as const).flatMap((kind) => {
      const own = uses.filter((use) => !isPlain(use) && sheetOf(use) === kind);
      return own.length === 0 ? [] : [rowsSheet(kind, own, audience, subjects, periods)];
    }),
  };
}

/** Families that a rule names only as a whole, with the members that the office has told. */
export function withMembers(uses: readonly InputUse[], members: readonly string[]): readonly InputUse[] {
  const families = uses.filter(({ item }) => isFamily(item)).map(({ item }) => item);
  return uses.flatMap((use) => {
    if (!isFamily(use.item)) return [use];
    const own = members.filter((member) => nearestFamily(member, families) === use.item);
    return own.length === 0 ? [use] : own.map((item) => ({ ...use, item }));
  });
}

function nearestFamily(item: string, families: readonly string[]): string | undefined {
  return families.filter((family) => itemPattern(family).test(item)).sort((a, b) => ownLetters(b) - ownLetters(a))[0];
}

/** Whether one cell says it all: one value for each period and subject, and nothing more is asked about it. */
function isPlain(use: InputUse): boolean {
  const { kind } = use.declaration;
  return kind !== 'event' && kind !== 'rating' && !isFamily(use.item) && particularsOf(use).length === 0;
}

function sheetOf({ declaration: { kind } }: InputUse): RowsSheetPlan['kind'] {
  return kind === 'event' ? 'events' : kind === 'rating' ? 'ratings' : 'others';
}

/** What is asked about a row of the item: what a rule looks at, or the scheme demands. */
function particularsOf({ declaration, fields }: InputUse): Particular[] {
  const { needsCategory, needsRater, needsMatter, needsDate, categories } = declaration;
  const asked: Readonly<Record<Particular, boolean>> = {
    category: needsCategory || categories.length > 0 || fields.has('category'),
    rater: needsRater || fields.has('rater'),
    matter: needsMatter || fields.has('matter'),
    // When something happened is worth knowing even where no rule asks for it.
    date: needsDate || fields.has('date') || declaration.kind === 'event',
  };
  return (['category', 'rater', 'matter', 'date'] as const).filter((field) => asked[field]);
}

function itemSheets(
  uses: readonly InputUse[],
  audience: ReadonlyMap<InputUse, readonly Subject[]>,
  periods: readonly string[],
  scheme: CompiledScheme,
  isBlank: boolean,
): ItemSheetPlan[] {
  const groups = new Map<string, { kind: PeriodKind; subjects: readonly Subject[]; uses: InputUse[] }>();
  for (const use of uses) {
    const subjects = audience.get(use) ?? [];
    for (const kind of use.periodKinds) {
      // Without a list of subjects nobody knows whether two parts have the same ones.
      const key = JSON.stringify([kind, isBlank ? use.parts : subjects.map(({ id }) => id)]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { kind, subjects, uses: [use] });
      else group.uses.push(use);
    }
  }
  const all = [...groups.values()];
  const hasKinds = new Set(all.map(({ kind }) => kind)).size > 1;
  return all
    .filter(({ subjects }) => isBlank || subjects.length > 0)
    .map((group) => {
      const title = partsTitle(group.uses, scheme);
      return {
        title: hasKinds ? collectionTexts.ofKind(title, group.kind) : title,
        periods: periodsOfKind(periods, group.kind),
        subjects: group.subjects,
        uses: group.uses,
      };
    });
}

/** Named after the part whose subjects it is about; where there is but one, after what it holds. */
function partsTitle(uses: readonly InputUse[], scheme: CompiledScheme): LocalText {
  const ids = [...new Set(uses.flatMap(({ parts }) => parts ?? []))];
  const titles = scheme.parts.filter(({ description }) => ids.includes(description.id));
  if (scheme.parts.length === 1 || titles.length === 0 || titles.length > 2) return collectionTexts.items;
  const joined = (language: 'zh' | 'en', between: string): string =>
    titles.map(({ description }) => description.title[language]).join(between);
  return { zh: joined('zh', '、'), en: joined('en', ', ') };
}

function rowsSheet(
  kind: RowsSheetPlan['kind'],
  uses: readonly InputUse[],
  audience: ReadonlyMap<InputUse, readonly Subject[]>,
  subjects: readonly Subject[],
  periods: readonly string[],
): RowsSheetPlan {
  const meant = new Set(uses.flatMap((use) => audience.get(use) ?? []));
  const kinds = [...new Set(uses.flatMap(({ periodKinds }) => periodKinds))];
  const asked = new Set(uses.flatMap(particularsOf));
  return {
    kind,
    title: collectionTexts[kind],
    periods: kinds.flatMap((period) => periodsOfKind(periods, period)),
    subjects: subjects.filter((subject) => meant.has(subject)),
    uses,
    fields: (['category', 'rater', 'matter', 'date'] as const).filter((field) => asked.has(field)),
  };
}
