import { containingPeriod, periodsWithin } from '../../data/period.ts';
import type { Period, PeriodKind } from '../../data/period.ts';
import type { RowPeriods } from '../plan.ts';

/** Running numbers of the first and the last period whose cells read a row. */
export type PeriodRange = readonly [first: number, last: number];

const NOWHERE: PeriodRange = [1, 0];

/** The periods of `kind` whose cells read a row of `period`. */
export function readingPeriods(reading: RowPeriods, period: Period, kind: PeriodKind): PeriodRange {
  switch (reading.kind) {
    case 'own':
      return period.kind === kind ? [period.index, period.index] : NOWHERE;
    case 'previous': {
      const isFiner = period.kind !== kind && containingPeriod(period, kind) !== null;
      const [first, last] = isFiner ? NOWHERE : around(period, kind);
      return [first + reading.back, last + reading.back];
    }
    case 'of':
      return period.kind === reading.period ? around(period, kind) : NOWHERE;
    case 'any':
      return [0, Number.MAX_SAFE_INTEGER];
    case 'year': {
      const year = containingPeriod(period, 'year');
      return year === null ? NOWHERE : around(year, kind);
    }
    default: {
      const own = containingPeriod(period, kind)?.index;
      if (own === undefined) return NOWHERE;
      return later(reading, own, kind);
    }
  }
}

/** Cells from the row's own period on. */
function later(
  reading: Exclude<RowPeriods, { kind: 'own' | 'previous' | 'of' | 'year' | 'any' }>,
  own: number,
  kind: PeriodKind,
): PeriodRange {
  switch (reading.kind) {
    case 'within':
      return [own, own];
    case 'recent':
      return [own, own + reading.count - 1];
    case 'earlier':
      return [own + 1, Number.MAX_SAFE_INTEGER];
    case 'so far':
      return [own, Number.MAX_SAFE_INTEGER];
    case 'year to date':
      return [own, around(containingPeriod({ kind, index: own }, 'year') as Period, kind)[1]];
  }
}

/** The period of `kind` around a finer one, or the periods of `kind` within a coarser one. */
function around(period: Period, kind: PeriodKind): PeriodRange {
  const container = containingPeriod(period, kind);
  return container === null ? periodsWithin(period, kind) : [container.index, container.index];
}
