import type { Scored, ScoredPart } from '../score/scored.ts';
import type { PartDescription } from './results-reader.ts';

/** How the groups of a part are published: as they are called, by a code each, or not at all. */
export type GroupMode = 'names' | 'codes' | 'none';

/** Modes of parts by their id; where a part is not named, see `defaultGroupMode`. */
export type GroupModes = Readonly<Record<string, GroupMode>>;

/** The column that is made for grouping, and shown unless somebody says otherwise. */
export const GROUP_COLUMN = 'group';

/**
 * Whether groups are shown where nobody decided: those of the column `group` are what a notice is about. Any other
 * column may tell what was not meant for the public, above all who is whose superior.
 */
export function defaultGroupMode({ rankedWithin = GROUP_COLUMN }: PartDescription): GroupMode {
  return rankedWithin === GROUP_COLUMN ? 'names' : 'none';
}

/** The groups in which a part ranks, and how visitors see them. */
export interface GroupScope {
  readonly mode: GroupMode;
  /** Column of the subjects table that groups them. */
  readonly column: string;
  /** The group of a row, as the data have it; empty: none. */
  of(row: number): string;
}

/** `null` where everybody is ranked together. */
export function groupScope(scored: Scored, part: ScoredPart, modes: GroupModes = {}): GroupScope | null {
  const { description, groups, keys } = part;
  if (description.groups.length === 0) return null;
  return {
    mode: modes[description.id] ?? defaultGroupMode(description),
    column: description.rankedWithin ?? GROUP_COLUMN,
    of: (row) => groups?.[row] ?? scored.subjects[keys[row]!.subject]!.group,
  };
}

/** Rows of a part, with its groups. */
export interface GroupedRows {
  readonly part: ScoredPart;
  readonly rows: readonly number[];
  readonly groups: GroupScope | null;
}

export interface SmallGroup {
  readonly part: string;
  readonly period: string;
  readonly group: string;
  readonly rows: readonly number[];
}

/**
 * Groups of a period with fewer subjects than `smallest`. Where parts of one file show groups of several columns, those
 * count as a group who have all of them in common: together they would single out whom each alone hides. Groups that are
 * not shown count, too: ranks within them are.
 */
export function smallGroups(all: readonly GroupedRows[], smallest: number): readonly SmallGroup[] {
  const shown = new Map<number, Map<string, string>>();
  for (const { part, rows, groups } of all) {
    if (!groups || groups.mode === 'none') continue;
    for (const row of rows) {
      const { subject } = part.keys[row]!;
      const known = shown.get(subject) ?? new Map<string, string>();
      shown.set(subject, known.set(groups.column, groups.of(row)));
    }
  }
  return all.flatMap(({ part, rows, groups }) => {
    const found = new Map<string, SmallGroup & { rows: number[] }>();
    for (const row of rows) {
      const { period, subject } = part.keys[row]!;
      const group = groups?.of(row) ?? '';
      const columns = [...(shown.get(subject) ?? [])].filter(([column]) => column !== groups?.column).sort();
      const key = JSON.stringify([period, group, columns]);
      const known = found.get(key);
      if (known) known.rows.push(row);
      else found.set(key, { part: part.description.id, period, group, rows: [row] });
    }
    return [...found.values()].filter(({ rows: of }) => of.length < smallest);
  });
}

/**
 * Figures that tell who is in one group, though groups are not shown: ranks, for those who share one are mostly in several
 * groups, and figures that all of a group have in common and others have not.
 */
export function groupTellers({ part, rows, groups }: GroupedRows, nodes: readonly string[]): readonly string[] {
  const present = new Set(rows.map((row) => groups?.of(row)));
  if (groups?.mode !== 'none' || present.size < 2) return [];
  return nodes.filter((node) => node === part.description.known.rank || setsGroupsApart(part, node, rows, groups));
}

function setsGroupsApart(part: ScoredPart, node: string, rows: readonly number[], groups: GroupScope): boolean {
  const figures = new Map<string, Set<string>>();
  let hasPeers = false;
  for (const row of rows) {
    const figure = part.figures.get(node)?.[row];
    if (!figure || figure.state !== 'value') continue;
    const key = JSON.stringify([part.keys[row]!.period, groups.of(row)]);
    const known = figures.get(key);
    if (!known) figures.set(key, new Set([figure.text]));
    else if (known.add(figure.text).size > 1) return false;
    else hasPeers = true;
  }
  return hasPeers && new Set([...figures.values()].flatMap((texts) => [...texts])).size > 1;
}
