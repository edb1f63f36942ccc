/** The parts of the spreadsheet library that know about dates. */
export interface DateCodes {
  is_date(format: string): boolean;
  parse_date_code(serial: number, options: { date1904: boolean }): DateCode | null;
}

interface DateCode {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

type Precision = 'year' | 'month' | 'day' | 'time';

/** Last day that a spreadsheet knows: 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/**
 * A date cell as ISO text, as exact as its format shows it: `2024-03` for a cell that shows year and month (which is what
 * Excel makes of a typed period `2024-3`), a time of day only where there is one. `null`: not a date.
 */
export function dateCell(serial: number, format: string, epoch: 1900 | 1904, codes: DateCodes): string | null {
  const precision = precisionOf(format, codes);
  if (precision === null || serial < 0 || serial > LAST_SERIAL) return null;
  const code = codes.parse_date_code(serial, { date1904: epoch === 1904 });
  if (code === null) return null;
  const date = `${String(code.y).padStart(4, '0')}-${two(code.m)}-${two(code.d)}`;
  const time = `${two(code.H)}:${two(code.M)}:${two(code.S)}`;
  switch (precision) {
    case 'year':
      return date.slice(0, 4);
    case 'month':
      return date.slice(0, 7);
    case 'day':
      return time === '00:00:00' ? date : `${date} ${time}`;
    case 'time':
      return time;
  }
}

const precisions = new Map<string, Precision | null>();

function precisionOf(format: string, codes: DateCodes): Precision | null {
  let precision = precisions.get(format);
  if (precision === undefined) {
    precision = codes.is_date(format) ? shownPrecision(format) : null;
    precisions.set(format, precision);
  }
  return precision;
}

function shownPrecision(format: string): Precision {
  const letters = format
    .split(';')[0]
    .replace(/"[^"]*"|\\.|\[\$?[^\]hms][^\]]*\]/gi, ' ')
    .toLowerCase();
  if (letters.includes('d')) return 'day';
  if (/[ye]/.test(letters))
    return letters.includes('m') && !/[hs]/.test(letters) ? 'month' : /[hs]/.test(letters) ? 'day' : 'year';
  return /[hs]/.test(letters) ? 'time' : 'day';
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}
