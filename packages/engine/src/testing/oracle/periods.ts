/** Kinds of periods, and how many months one of each holds. */
const MONTHS: Readonly<Record<string, number>> = { year: 12, half: 6, quarter: 3, month: 1 };

interface Period {
  readonly kind: string;
  readonly year: number;
  /** Its number within the year, from 0. */
  readonly at: number;
}

function read(text: string): Period {
  const year = Number(text.slice(0, 4));
  const rest = text.slice(5);
  if (rest === '') return { kind: 'year', year, at: 0 };
  if (rest.startsWith('H')) return { kind: 'half', year, at: Number(rest.slice(1)) - 1 };
  if (rest.startsWith('Q')) return { kind: 'quarter', year, at: Number(rest.slice(1)) - 1 };
  return { kind: 'month', year, at: Number(rest) - 1 };
}

function write(kind: string, index: number): string {
  const inYear = 12 / monthsOf(kind);
  const year = String(Math.floor(index / inYear)).padStart(4, '0');
  const at = (((index % inYear) + inYear) % inYear) + 1;
  if (kind === 'year') return year;
  if (kind === 'half') return `${year}-H${at}`;
  return kind === 'quarter' ? `${year}-Q${at}` : `${year}-${String(at).padStart(2, '0')}`;
}

/** How many months a period of a kind holds. */
export function monthsOf(kind: string): number {
  const months = MONTHS[kind];
  if (months === undefined) throw new Error(`There is no period "${kind}".`);
  return months;
}

export function kindOf(period: string): string {
  return read(period).kind;
}

export function yearOf(period: string): string {
  return period.slice(0, 4);
}

/** So many periods of the same kind later; below 0 earlier. */
export function shifted(period: string, by: number): string {
  const { kind, year, at } = read(period);
  return write(kind, (year * 12) / monthsOf(kind) + at + by);
}

/** Does the first lie within the second, or is it the same? */
export function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [read(inner), read(outer)];
  const startOf = ({ kind, year, at }: Period): number => year * 12 + at * monthsOf(kind);
  const [start, end] = [startOf(b), startOf(b) + monthsOf(b.kind)];
  return startOf(a) >= start && startOf(a) + monthsOf(a.kind) <= end;
}

/** The period of a kind around a finer one; `null` where that kind is finer. */
export function around(period: string, kind: string): string | null {
  const { kind: own, year, at } = read(period);
  const months = monthsOf(kind);
  if (monthsOf(own) > months) return null;
  return write(kind, Math.floor((year * 12 + at * monthsOf(own)) / months));
}

/** The periods of a kind within a coarser one. */
export function within(period: string, kind: string): string[] {
  const { kind: own, year, at } = read(period);
  const many = monthsOf(own) / monthsOf(kind);
  const first = (year * 12 + at * monthsOf(own)) / monthsOf(kind);
  return Array.from({ length: Math.max(many, 0) }, (_, more) => write(kind, first + more));
}
