import type { Scored, ScoredPart } from '../score/scored.ts';
import { childItems } from './node-tree.ts';
import { groupScope, groupTellers, smallGroups, type GroupModes, type GroupScope } from './publish-groups.ts';
import type { NodeDescription } from './results-reader.ts';

/** What goes into a published file. Left out means everything. */
export interface PublishSelection {
  readonly parts?: readonly string[];
  readonly periods?: readonly string[];
  readonly groups?: readonly string[];
  /** How the groups are shown in which parts rank. Default: names where that is the column `group`, else not at all. */
  readonly groupModes?: GroupModes;
  /**
   * Nodes as their id, or as part and id (`office/total`). The items above a chosen one are not taken along by
   * themselves.
   */
  readonly nodes?: readonly string[];
  /** `codes`: a code stands for every subject, and groups too small to hide anybody stay out. Default: names. */
  readonly subjects?: 'names' | 'codes';
  /**
   * How many there must be for one of them to be hidden: subjects of a group that is published by codes, raters behind a
   * figure. Default 3; 1 holds nothing back.
   */
  readonly smallest?: number;
}

export const SMALLEST_GROUP = 3;

/** How many people rated what a figure was made from; `null`: it was not made from ratings, other figures aside. */
export type RaterCounts = (part: string, node: string, row: number) => number | null;

/** What was held back so that nobody can be found out. */
export interface HeldBack {
  /** Groups in a period (or everybody, where groups are not ranked apart) with fewer subjects than the smallest. */
  readonly groups: readonly { part: string; period: string; group: string; subjects: number }[];
  /** Figures with fewer raters than the smallest, and those by which they could be worked out. */
  readonly figures: number;
}

/** One part of the results, and which of its rows and figures visitors may see. */
export interface PartScope {
  readonly part: ScoredPart;
  readonly nodes: readonly NodeDescription[];
  /** Rows of the part that are published. */
  readonly rows: readonly number[];
  /** `null` where everybody is ranked together. */
  readonly groups: GroupScope | null;
  shows(node: string, row: number): boolean;
  /** The figure stays out because too few people stand behind it, or because it would tell one that does. */
  isHeld(node: string, row: number): boolean;
}

/** Decides what visitors may see: what was chosen, less what would give somebody away. */
export class PublishScope {
  readonly parts: readonly PartScope[];
  readonly held: HeldBack;
  readonly #byPart: ReadonlyMap<string, PartScope>;
  readonly #rowOf = new Map<string, number>();
  readonly #scored: Scored;

  constructor(scored: Scored, selection: PublishSelection, raters?: RaterCounts) {
    this.#scored = scored;
    const smallest = selection.smallest ?? SMALLEST_GROUP;
    const chosen = scored.parts
      .filter(({ description }) => isChosen(selection.parts, description.id))
      .map((part) => {
        const nodes = part.description.nodes.filter(({ id }) => isNodeChosen(selection, part, id));
        const groups = groupScope(scored, part, selection.groupModes);
        return { part, nodes, groups, rows: chosenRows(part, groups, selection, nodes) };
      });
    const small = selection.subjects === 'codes' ? smallGroups(chosen, smallest) : [];
    let figures = 0;
    this.parts = chosen
      .map(({ part, nodes, groups, rows: of }) => {
        const out = new Set(small.flatMap((group) => (group.part === part.description.id ? group.rows : [])));
        const rows = of.filter((row) => !out.has(row));
        const hidden = hiddenFigures(part, nodes, rows, smallest, raters);
        figures += hidden.size;
        const isHeld: PartScope['isHeld'] = (node, row) => hidden.has(keyOf(node, String(row)));
        return { part, nodes, rows, groups, shows: showing(nodes, rows, hidden), isHeld };
      })
      .filter(({ rows }) => rows.length > 0);
    const groups = small.map(({ rows, ...of }) => ({ ...of, subjects: rows.length }));
    this.held = { groups, figures };
    this.#byPart = new Map(this.parts.map((scope) => [scope.part.description.id, scope]));
    for (const { part, rows } of this.parts) {
      for (const row of rows) {
        const { period, subject } = part.keys[row]!;
        this.#rowOf.set(keyOf(part.description.id, period, scored.subjects[subject]!.subject), row);
      }
    }
  }

  /** Whether visitors see this subject in this part and period at all. */
  showsSubject(part: string, period: string, subject: string): boolean {
    return this.#rowOf.has(keyOf(part, period, subject));
  }

  showsFigure(part: string, period: string, subject: string, node: string): boolean {
    const row = this.#rowOf.get(keyOf(part, period, subject));
    return row !== undefined && this.#byPart.get(part)?.shows(node, row) === true;
  }

  /** Indicators and results that visitors do not see of a subject: left out by whoever publishes, or held back. */
  leftOut(part: string, period: string, subject: string): readonly string[] {
    const nodes = this.#byPart.get(part)?.part.description.nodes ?? [];
    return nodes.flatMap(({ id }) => (this.showsFigure(part, period, subject, id) ? [] : [id]));
  }

  /** Indexes of the subjects that are published. */
  get subjects(): ReadonlySet<number> {
    return new Set(this.parts.flatMap(({ part, rows }) => rows.map((row) => part.keys[row]!.subject)));
  }

  /** Items that were left out alone of all that add up to a published figure: what is missing can be worked out. */
  get derivable(): { part: string; node: NodeDescription; from: NodeDescription }[] {
    return this.parts.flatMap(({ part, nodes }) => {
      const shown = new Set(nodes.map(({ id }) => id));
      return nodes.flatMap((from) => {
        const below = part.description.nodes.filter(({ parent, role }) => parent === from.id && role !== 'result');
        const out = below.filter(({ id }) => !shown.has(id));
        const [node] = out;
        return node && out.length === 1 ? [{ part: part.description.id, node, from }] : [];
      });
    });
  }

  /** Figures from which visitors can tell who is in one group, though the groups are not shown. */
  get tellers(): { part: string; node: NodeDescription }[] {
    return this.parts.flatMap((scope) => {
      const telling = new Set(
        groupTellers(
          scope,
          scope.nodes.map(({ id }) => id),
        ),
      );
      return scope.nodes.flatMap((node) => (telling.has(node.id) ? [{ part: scope.part.description.id, node }] : []));
    });
  }

  /** How the groups of a part are shown; `null`: there are none, or the part is not published. */
  groupsOf(part: string): GroupScope | null {
    return this.#byPart.get(part)?.groups ?? null;
  }

  /** Whether the scheme itself hides this figure, as a step on the way to others. */
  isStep(part: string, node: string): boolean {
    return this.#scored.parts.find(({ description }) => description.id === part)?.figures.has(node) !== true;
  }
}

function keyOf(...names: readonly string[]): string {
  return JSON.stringify(names);
}

function isChosen(wanted: readonly string[] | undefined, id: string): boolean {
  return !wanted || wanted.includes(id);
}

function isNodeChosen({ nodes }: PublishSelection, part: ScoredPart, id: string): boolean {
  return isChosen(nodes, id) || isChosen(nodes, `${part.description.id}/${id}`);
}

/** Rows of the chosen periods and groups that have a figure to publish: a name alone is not published. */
function chosenRows(
  part: ScoredPart,
  groups: GroupScope | null,
  selection: PublishSelection,
  nodes: readonly NodeDescription[],
): number[] {
  const published = nodes.flatMap(({ id }) => (part.figures.has(id) ? [part.figures.get(id)!] : []));
  return part.keys.flatMap(({ period }, row) => {
    const isWanted =
      isChosen(selection.periods, period) && (groups === null || isChosen(selection.groups, groups.of(row)));
    return isWanted && published.some((column) => column[row] != null) ? [row] : [];
  });
}

function showing(
  nodes: readonly NodeDescription[],
  rows: readonly number[],
  hidden: ReadonlySet<string>,
): PartScope['shows'] {
  const ids = new Set(nodes.map(({ id }) => id));
  const published = new Set(rows);
  return (node, row) => ids.has(node) && published.has(row) && !hidden.has(keyOf(node, String(row)));
}

/**
 * Figures that stay out because too few raters stand behind them. Of what adds up to a published figure never one alone
 * stays out, for it could be worked out from the rest: a second one goes with it, or else the figure above.
 */
function hiddenFigures(
  part: ScoredPart,
  nodes: readonly NodeDescription[],
  rows: readonly number[],
  smallest: number,
  raters: RaterCounts | undefined,
): ReadonlySet<string> {
  const hidden = new Set<string>();
  if (!raters) return hidden;
  const { description, figures } = part;
  const byId = new Map(description.nodes.map((node) => [node.id, node]));
  const chosen = new Set(nodes.map(({ id }) => id));
  const hasFigure = (id: string, row: number): boolean => figures.get(id)?.[row] != null;
  const isOut = (id: string, row: number): boolean => !chosen.has(id) || hidden.has(keyOf(id, String(row)));
  const below = (id: string, row: number) => childItems(description, id).filter((node) => hasFigure(node.id, row));
  const hide = (id: string, row: number): void => {
    const key = keyOf(id, String(row));
    if (hidden.has(key)) return;
    hidden.add(key);
    // What adds up to it would tell it.
    const parts = below(id, row);
    if (parts[0] && !parts.some((node) => isOut(node.id, row))) hide(parts[0].id, row);
    const above = byId.get(id)?.parent ?? null;
    if (above === null || hidden.has(keyOf(above, String(row)))) return;
    const siblings = below(above, row).filter((node) => node.id !== id);
    if (siblings.some((node) => isOut(node.id, row))) return;
    const second = siblings.find((node) => below(node.id, row).length === 0) ?? siblings[0];
    hide(second?.id ?? above, row);
  };
  for (const { id } of nodes) {
    for (const row of rows) {
      if (!hasFigure(id, row)) continue;
      const count = raters(description.id, id, row);
      if (count !== null && count > 0 && count < smallest) hide(id, row);
    }
  }
  return hidden;
}
