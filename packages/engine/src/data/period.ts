/** The kinds of period a scheme can have. */
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month';

/** A period as a kind and a running number: `2024-Q1` is quarter 2024 × 4. Earlier is smaller. */
export interface Period {
  readonly kind: PeriodKind;
  readonly index: number;
}

const PER_YEAR: Readonly<Record<PeriodKind, number>> = { year: 1, half: 2, quarter: 4, month: 12 };

const FORM = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;

/** Reads `2024`, `2024-H1`, `2024-Q1` or `2024-03`; `null` for anything else. */
export function parsePeriod(text: string): Period | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  if (match[2] !== undefined) return { kind: 'half', index: year * 2 + Number(match[2]) - 1 };
  if (match[3] !== undefined) return { kind: 'quarter', index: year * 4 + Number(match[3]) - 1 };
  if (match[4] !== undefined) return { kind: 'month', index: year * 12 + Number(match[4]) - 1 };
  return { kind: 'year', index: year };
}

/** The text form of a period. */
export function formatPeriod(period: Period): string {
  const perYear = PER_YEAR[period.kind];
  const year = String(Math.floor(period.index / perYear)).padStart(4, '0');
  const part = (period.index % perYear) + 1;
  switch (period.kind) {
    case 'year':
      return year;
    case 'half':
      return `${year}-H${part}`;
    case 'quarter':
      return `${year}-Q${part}`;
    case 'month':
      return `${year}-${String(part).padStart(2, '0')}`;
  }
}

/** The period of `kind` that contains `period`, itself when it is of that kind; `null` when `kind` is finer. */
export function containingPeriod(period: Period, kind: PeriodKind): Period | null {
  const own = PER_YEAR[period.kind];
  const wanted = PER_YEAR[kind];
  if (wanted > own || own % wanted !== 0) return null;
  return { kind, index: Math.floor((period.index * wanted) / own) };
}

/** Running numbers of the first and last period of `kind` within a period; an empty range when `kind` does not fit in. */
export function periodsWithin(period: Period, kind: PeriodKind): readonly [first: number, last: number] {
  const [own, wanted] = [PER_YEAR[period.kind], PER_YEAR[kind]];
  if (wanted < own || wanted % own !== 0) return [1, 0];
  const each = wanted / own;
  return [period.index * each, period.index * each + each - 1];
}

/** The period of the same kind `back` places earlier. */
export function earlierPeriod(period: Period, back: number): Period {
  return { kind: period.kind, index: period.index - back };
}
