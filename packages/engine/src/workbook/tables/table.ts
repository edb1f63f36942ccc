import type { Figure, LocalText } from '../../reader/figure.ts';

export type TableLanguage = keyof LocalText;

/** A table of results as it leaves the program: as a sheet of a workbook, or as CSV. */
export interface ExportTable {
  /** Name of the sheet or file. */
  readonly name: string;
  /** Above the table in a workbook. */
  readonly title: string;
  /** Below the title: what those who read it should know. */
  readonly hint?: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** Columns on the left that stay in sight. */
  readonly frozen: number;
  /** Printed with all its columns on the width of one page. */
  readonly fitsPage?: boolean;
}

export interface ExportColumn {
  readonly title: string;
  /** Characters; left out: as wide as its contents. */
  readonly width?: number;
  /** Short words stand in the middle. */
  readonly align?: 'center';
}

/** A text, a figure, or nothing. */
export type ExportCell = string | Figure | null;
