import { containingPeriod, formatPeriod, parsePeriod, periodsWithin, type PeriodKind } from '../../data/period.ts';
import type { ColumnChoice } from './propose-columns.ts';
import type { ProposeContext } from './propose-context.ts';

/** The kinds of period for which the items are delivered; none: they do not say. */
export function wantedKinds(
  columns: readonly ColumnChoice[],
  item: string | undefined,
  { items }: ProposeContext,
): readonly PeriodKind[] {
  const ids = columns.flatMap(({ means }) => {
    if (means.kind === 'figure') return [means.item];
    return means.kind === 'of-subject' && means.item !== undefined ? [means.item] : [];
  });
  const all = item === undefined ? ids : [...ids, item];
  return [...new Set(all.flatMap((id) => items.find(id)?.rules.declaration.periods ?? []))];
}

/** The period, or those of the first wanted kind around or within it. */
export function suited(text: string, kinds: readonly PeriodKind[]): readonly string[] {
  const period = parsePeriod(text);
  const [wanted] = kinds;
  if (wanted === undefined || period === null || kinds.includes(period.kind)) return [text];
  const around = containingPeriod(period, wanted);
  if (around !== null) return [formatPeriod(around)];
  const [first, last] = periodsWithin(period, wanted);
  return Array.from({ length: last - first + 1 }, (_, at) => formatPeriod({ kind: wanted, index: first + at }));
}
