import type { Scored } from '../score/scored.ts';
import { makeCodeKey, SHORTEST_CODE_KEY, subjectCodes, type GroupCode, type SubjectCode } from './publish-codes.ts';
import { GROUP_COLUMN, type GroupScope } from './publish-groups.ts';
import type { PartScope, PublishScope, PublishSelection } from './publish-scope.ts';
import { codeKeyTooShort, groupsNameSubjects } from './reader-errors.ts';
import type { SubjectLabel } from './results-reader.ts';

/** How subjects and groups are shown to visitors, and what those who publish keep for themselves. */
export interface PublishLabels {
  /** Of each published subject. Superiors are in none of them. */
  readonly subjects: ReadonlyMap<number, SubjectLabel>;
  /** What a group of a part is called; `null`: it is not shown. */
  groupOf(scope: Pick<PartScope, 'groups' | 'part'>, row: number): string | null;
  /** Whether the order of the data would tell what is not shown: who a code stands for, who is in one group. */
  readonly ownOrder: boolean;
  readonly codes: readonly SubjectCode[];
  readonly groupCodes: readonly GroupCode[];
  /** Empty where there are no codes. */
  readonly codeKey: string;
}

export function publishLabels(
  scored: Scored,
  scope: PublishScope,
  selection: PublishSelection,
  givenKey: string,
): PublishLabels {
  const isCoded = selection.subjects === 'codes';
  const modes = scope.parts.flatMap(({ groups }) => (groups ? [groups.mode] : []));
  const codeKey = isCoded || modes.includes('codes') ? checkedKey(givenKey) : '';
  if (isCoded) refuseGroupsThatNameSubjects(scored, scope);
  const coded = isCoded ? codesOfSubjects(scored, scope, codeKey) : [];
  const codeOf = new Map(coded.map(({ subject, code }) => [subject, code]));
  const groups = new GroupNames(scored, scope, codeKey);
  const grouped = groupedSubjects(scope);
  const subjects = [...scope.subjects].map((index): [number, SubjectLabel] => {
    const { subject, name, group } = scored.subjects[index]!;
    const code = codeOf.get(subject);
    const shown = code === undefined ? { subject, name } : { subject: code, name: code };
    return [index, { ...shown, group: grouped.has(index) ? groups.nameOf(group) : '', parent: '' }];
  });
  return {
    subjects: new Map(subjects),
    groupOf: (part, row) => groups.of(part, row),
    ownOrder: !isCoded && modes.every((mode) => mode === 'names'),
    codes: coded,
    groupCodes: groups.codes,
    codeKey,
  };
}

function checkedKey(given: string): string {
  if (given !== '' && given.length < SHORTEST_CODE_KEY) throw codeKeyTooShort(SHORTEST_CODE_KEY);
  return given || makeCodeKey();
}

function codesOfSubjects(scored: Scored, scope: PublishScope, key: string): SubjectCode[] {
  const ids = scored.subjects.map(({ subject }) => subject);
  const codeOf = subjectCodes(ids, key);
  return [...scope.subjects].map((index) => {
    const { subject, name, group } = scored.subjects[index]!;
    return { code: codeOf.get(subject)!, subject, name, group };
  });
}

/** Subjects of parts that show groups of the column `group` as they are called. */
function groupedSubjects(scope: PublishScope): ReadonlySet<number> {
  const shown = scope.parts.filter(({ groups }) => groups?.mode === 'names' && groups.column === GROUP_COLUMN);
  return new Set(shown.flatMap(({ part, rows }) => rows.map((row) => part.keys[row]!.subject)));
}

/** Who stands in the file under a code must not stand there by name as a group: their figures would tell which code it is. */
function refuseGroupsThatNameSubjects(scored: Scored, scope: PublishScope): void {
  const published = new Set([...scope.subjects].map((index) => scored.subjects[index]!.subject));
  for (const { part, rows, groups } of scope.parts) {
    if (groups?.mode !== 'names') continue;
    if (rows.some((row) => published.has(groups.of(row)))) throw groupsNameSubjects(part.description.title);
  }
}

/** What groups are called in the file. */
class GroupNames {
  readonly codes: readonly GroupCode[];
  readonly #names: ReadonlyMap<string, string>;
  readonly #codes: ReadonlyMap<string, string>;

  constructor(scored: Scored, scope: PublishScope, key: string) {
    const shown = scope.parts.flatMap(({ groups, rows }) =>
      groups && groups.mode !== 'none'
        ? rows.map((row) => ({ mode: groups.mode, column: groups.column, group: groups.of(row) }))
        : [],
    );
    const named = new Set(shown.map(({ group }) => group));
    this.#names = namesOfGroups(scored, named);
    const coded = new Map(
      shown.flatMap(({ mode, column, group }) =>
        mode === 'codes' && group !== '' ? [[idOf(column, group), { column, group }]] : [],
      ),
    );
    this.#codes = coded.size === 0 ? new Map() : subjectCodes([...coded.keys()], key);
    this.codes = [...coded].map(([id, { column, group }]) => ({
      code: this.#codes.get(id)!,
      column,
      group,
      name: this.nameOf(group),
    }));
  }

  of({ groups, part }: Pick<PartScope, 'groups' | 'part'>, row: number): string | null {
    if (!groups) return part.groups?.[row] ?? null;
    const group = groups.of(row);
    if (groups.mode === 'none' || group === '') return groups.mode === 'none' ? null : '';
    return groups.mode === 'codes' ? this.#codes.get(idOf(groups.column, group))! : this.nameOf(group);
  }

  nameOf(group: string): string {
    return this.#names.get(group) ?? group;
  }
}

/** Unlike the id of any subject: the code of a group must not be that of its superior. */
function idOf(column: GroupScope['column'], group: string): string {
  return JSON.stringify(['group', column, group]);
}

/** Superiors are groups by their id; visitors read their names. Two of one name keep their ids beside them. */
function namesOfGroups(scored: Scored, groups: ReadonlySet<string>): ReadonlyMap<string, string> {
  const named = scored.subjects.filter(({ subject }) => groups.has(subject));
  const times = new Map<string, number>();
  for (const group of groups) {
    const name = named.find(({ subject }) => subject === group)?.name ?? group;
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return new Map(
    named.map(({ subject, name }) => [
      subject,
      times.get(name) === 1 || name === subject ? name : `${name}(${subject})`,
    ]),
  );
}
