import { defuseFormula } from '../reader/defuse-formula.ts';

export interface WriteCsvOptions {
  /** A byte-order mark at the start, by which Excel knows UTF-8. */
  readonly bom?: boolean;
  /**
   * Defuses texts that a spreadsheet would run as a formula (on unless `false`): they get a leading apostrophe. Switch it
   * off for files that only programs read.
   */
  readonly guard?: boolean;
  readonly newline?: '\n' | '\r\n';
}

const BOM = '\ufeff';
const NEEDS_QUOTES = /[",\n\r\t]|^\s|\s$/;

/** A table as CSV text: a header, then the rows. */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly string[]>,
  options: WriteCsvOptions = {},
): string {
  const { bom = false, guard = true, newline = '\n' } = options;
  const line = (cells: readonly string[]) => cells.map((cell) => csvCell(cell, guard)).join(',');
  const lines = [line(header)];
  for (const row of rows) lines.push(line(row));
  lines.push('');
  return (bom ? BOM : '') + lines.join(newline);
}

function csvCell(text: string, guard: boolean): string {
  // A zero character ends a text for some programs, and what follows it is lost.
  const whole = text.replaceAll('\0', '');
  const safe = guard ? defuseFormula(whole) : whole;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
