import { COLUMNS } from './foreign/columns.ts';
import { COUNTY_OFFICES } from './foreign/county-offices.ts';
import { ENCODINGS } from './foreign/encodings.ts';
import { HEADERS } from './foreign/headers.ts';
import { LONG_TABLES } from './foreign/long-tables.ts';
import { NAMES_AND_PERIODS } from './foreign/names-and-periods.ts';
import { OTHER_FIGURES } from './foreign/other-figures.ts';
import { RATINGS } from './foreign/ratings.ts';
import { SHEETS } from './foreign/sheets.ts';
import { VALUES } from './foreign/values.ts';
import type { ForeignFile } from './foreign/foreign-file.ts';

/** Workbooks and texts as offices send them, and what must come out of each. */
export const FOREIGN_FILES: readonly ForeignFile[] = [
  ...ENCODINGS,
  ...HEADERS,
  ...VALUES,
  ...NAMES_AND_PERIODS,
  ...COLUMNS,
  ...LONG_TABLES,
  ...SHEETS,
  ...RATINGS,
  ...COUNTY_OFFICES,
  ...OTHER_FIGURES,
];
