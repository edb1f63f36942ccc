import type { LocalText } from '../../reader/figure.ts';
import type { DeliveryLine } from './deliveries.ts';

/** Whose gaps are meant: those of one who delivers, or those of one item for which nobody is named. */
export type GapOwner = { readonly from: string } | { readonly item: string };

/** A line with gaps. */
export interface GapLine {
  readonly item: string;
  readonly title: LocalText;
  readonly period: string;
  /** How many subjects the line is asked of. */
  readonly asked: number;
  /** Those of them that have no row though a figure waits for it, in the order of the subjects table. */
  readonly missing: readonly { readonly subject: string; readonly name: string }[];
}

/** What one who delivers still owes; where the scheme names nobody, what is still missing of one item. */
export interface GapGroup {
  readonly owner: GapOwner;
  readonly lines: readonly GapLine[];
  /** Gaps of all its lines. */
  readonly count: number;
}

/** Gaps by whoever owes them, in the order of the scheme. Those who owe nothing are left out. */
export function gapGroups(lines: readonly DeliveryLine[]): GapGroup[] {
  const groups = new Map<string, { readonly owner: GapOwner; readonly lines: GapLine[] }>();
  for (const { item, title, from, period, subjects } of lines) {
    const missing = subjects.filter(({ state }) => state === 'missing').map(({ subject, name }) => ({ subject, name }));
    if (missing.length === 0) continue;
    const key = from === '' ? `item ${item}` : `from ${from}`;
    const group = groups.get(key) ?? { owner: from === '' ? { item } : { from }, lines: [] };
    const asked = subjects.filter(({ state }) => state !== 'not needed').length;
    group.lines.push({ item, title, period, asked, missing });
    groups.set(key, group);
  }
  return [...groups.values()].map(({ owner, lines: owed }) => ({
    owner,
    lines: owed,
    count: owed.reduce((sum, { missing }) => sum + missing.length, 0),
  }));
}

/** Do the two say the same? */
export function isSameOwner(one: GapOwner, other: GapOwner): boolean {
  if ('from' in one) return 'from' in other && one.from === other.from;
  return 'item' in other && one.item === other.item;
}
