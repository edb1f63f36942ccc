import type { ImportFinding, ImportReport } from '@kaoheng/engine/live';

export type Severity = ImportFinding['severity'];

/** The gravest first. */
export const SEVERITIES: readonly Severity[] = ['refused', 'normalised', 'note'];

/** How many findings of each severity there are, those that are not listed one by one included. */
export function countBySeverity({ findings, counts }: ImportReport): Readonly<Record<Severity, number>> {
  const found: Record<Severity, number> = { refused: 0, normalised: 0, note: 0 };
  if (counts) for (const { severity, count } of counts) found[severity] += count;
  else for (const { severity } of findings) found[severity] += 1;
  return found;
}

/** The cell as a spreadsheet names it, a whole row by its number, nothing for a whole file. */
export function cellOf({ row, column }: ImportFinding['origin']): string {
  return row > 0 ? `${column}${row}` : '';
}
