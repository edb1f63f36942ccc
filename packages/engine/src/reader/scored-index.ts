import type { Scored, ScoredPart } from '../score/scored.ts';
import type { Figure } from './figure.ts';
import { meanOfDecimals, compareDecimals } from './decimal-text.ts';
import { MISSING_FIGURE, numberFigure } from './make-figure.ts';
import { unknownPart, unknownPeriod, unknownSubject } from './reader-errors.ts';
import type { NodeDescription, PartDescription, SubjectLabel } from './results-reader.ts';

/**
 * Decimal places of a group mean, which is for comparison only and never scored. The later ones are taken where rounding
 * would lift the mean above the best.
 */
const MEAN_PLACES = [2, 4, 12];

/** Look-ups into one part that every question needs; built once per part. */
export interface PartIndex {
  readonly part: ScoredPart;
  readonly subjects: readonly SubjectLabel[];
  /** Rows of the tables by period, in the order of the tables. */
  readonly rowsOfPeriod: ReadonlyMap<string, readonly number[]>;
  /** Row by period and subject id. */
  readonly rowOf: (period: string, subject: string) => number | undefined;
  /** Leaves below each item that has items below it. */
  readonly leavesBelow: ReadonlyMap<string, readonly string[]>;
  /** Comparison figures already worked out, by period, group and node. */
  readonly comparisons: Map<string, Comparison>;
}

/** How a group stands in one node. */
export interface Comparison {
  readonly mean: Figure | null;
  readonly best: Figure | null;
}

const indexes = new WeakMap<ScoredPart, PartIndex>();

export function findPart(scored: Scored, id: string | undefined): ScoredPart {
  const part = id ? scored.parts.find((candidate) => candidate.description.id === id) : scored.parts[0];
  if (!part) throw unknownPart(id ?? '');
  return part;
}

export function indexOfPart(scored: Scored, part: ScoredPart): PartIndex {
  const known = indexes.get(part);
  if (known) return known;
  const rowsOfPeriod = new Map<string, number[]>();
  const rowByKey = new Map<string, number>();
  part.keys.forEach((key, row) => {
    const rows = rowsOfPeriod.get(key.period);
    if (rows) rows.push(row);
    else rowsOfPeriod.set(key.period, [row]);
    const label = scored.subjects[key.subject];
    if (label) rowByKey.set(`${key.period}\n${label.subject}`, row);
  });
  const index: PartIndex = {
    part,
    subjects: scored.subjects,
    rowsOfPeriod,
    rowOf: (period, subject) => rowByKey.get(`${period}\n${subject}`),
    leavesBelow: leavesBelow(part.description),
    comparisons: new Map(),
  };
  indexes.set(part, index);
  return index;
}

/** The subject of a row, with the group in which the part ranks it. */
export function labelOfRow({ part, subjects }: PartIndex, row: number): SubjectLabel {
  const label = subjects[part.keys[row]!.subject]!;
  const group = part.groups?.[row];
  return group === undefined ? label : { ...label, group };
}

export function figureAt(index: PartIndex, node: string | undefined, row: number | undefined): Figure | null {
  if (node === undefined || row === undefined) return null;
  const figure = index.part.figures.get(node)?.[row] ?? null;
  return figure?.text === '0' && nothingDelivered(index, node, row) ? MISSING_FIGURE : figure;
}

/** Whether an item is 0 only because nothing below it was delivered. */
function nothingDelivered(index: PartIndex, node: string, row: number): boolean {
  let missing = 0;
  for (const leaf of index.leavesBelow.get(node) ?? []) {
    const state = index.part.figures.get(leaf)?.[row]?.state;
    if (state === 'value') return false;
    if (state === 'missing') missing += 1;
  }
  return missing > 0;
}

function leavesBelow({ nodes }: PartDescription): ReadonlyMap<string, readonly string[]> {
  const items = new Map<string, NodeDescription>();
  for (const node of nodes) if (node.role === 'item') items.set(node.id, node);
  const parents = new Set([...items.values()].map(({ parent }) => parent));
  const below = new Map<string, string[]>();
  for (const leaf of items.values()) {
    if (parents.has(leaf.id)) continue;
    for (let above = items.get(leaf.parent ?? ''); above; above = items.get(above.parent ?? '')) {
      const leaves = below.get(above.id);
      if (leaves) leaves.push(leaf.id);
      else below.set(above.id, [leaf.id]);
    }
  }
  return below;
}

/** Rows of a period, narrowed to a group where the part has groups and one is asked for. */
export function rowsOf(index: PartIndex, period: string, group: string): readonly number[] {
  const { periods, groups } = index.part.description;
  if (!periods.includes(period)) throw unknownPeriod(period, periods);
  const rows = index.rowsOfPeriod.get(period) ?? [];
  if (!group || groups.length === 0) return rows;
  return rows.filter((row) => labelOfRow(index, row).group === group);
}

export function requireRow(index: PartIndex, period: string, subject: string): number {
  const { periods } = index.part.description;
  if (!periods.includes(period)) throw unknownPeriod(period, periods);
  const row = index.rowOf(period, subject);
  if (row === undefined) throw unknownSubject(subject, period);
  return row;
}

/** The period before, or `undefined` at the first. */
export function periodBefore(index: PartIndex, period: string): string | undefined {
  const { periods } = index.part.description;
  return periods[periods.indexOf(period) - 1];
}

/** Group that a subject is compared with: its own where the part ranks groups apart, else everybody. */
export function groupOfComparison(index: PartIndex, label: SubjectLabel): string {
  return index.part.description.groups.length > 0 ? label.group : '';
}

/**
 * Mean and best of the group in one node, over the subjects that have a score there.
 *
 * What is missing or does not apply is left out: counting what was not delivered as 0 would make everybody else look good.
 */
export function compareGroup(index: PartIndex, period: string, group: string, node: string): Comparison {
  const key = `${period}\n${group}\n${node}`;
  const known = index.comparisons.get(key);
  if (known) return known;
  const texts: string[] = [];
  let best: Figure | null = null;
  for (const row of rowsOf(index, period, group)) {
    const figure = figureAt(index, node, row);
    if (!figure || figure.state !== 'value' || figure.number === null) continue;
    texts.push(figure.text);
    if (!best || compareDecimals(figure.text, best.text) > 0) best = figure;
  }
  const comparison = { mean: best && meanBelow(best, texts), best };
  index.comparisons.set(key, comparison);
  return comparison;
}

/** The mean in as few places as keep it from standing above the best. */
function meanBelow(best: Figure, texts: readonly string[]): Figure | null {
  let mean: Figure | null = null;
  for (const places of MEAN_PLACES) {
    const rounded = meanOfDecimals(texts, places);
    if (!rounded) return null;
    mean = numberFigure(rounded.text, rounded.exact);
    if (compareDecimals(rounded.text, best.text) <= 0) break;
  }
  return mean;
}
