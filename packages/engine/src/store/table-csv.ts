import { writeCsv } from '../io/write-csv.ts';
import type { CellValue } from './arrow-columns.ts';
import type { TableName } from './schema.ts';
import { tableRows, type StoreContents, type TableRows } from './table-rows.ts';
import { WorkspaceError } from './workspace-error.ts';

/** A table as CSV that Excel opens, straight from memory: exporting needs no database. Doubles stay out: the exact text is there. */
export function tableCsv(contents: StoreContents | null, table: TableName): string {
  if (!contents) {
    throw new WorkspaceError('no-data', {
      zh: '还没有导入数据，没有可导出的表。',
      en: 'No data has been imported yet: there is no table to export.',
    });
  }
  const { columns, length } = tableRows(contents, table);
  const shown = columns.filter(({ kind }) => kind !== 'double');
  const header = shown.map(({ name }) => name);
  return writeCsv(header, rowsOf(shown, length), { bom: true, newline: '\r\n' });
}

function* rowsOf(columns: TableRows['columns'], length: number): Iterable<readonly string[]> {
  for (let row = 0; row < length; row++) yield columns.map(({ at }) => text(at(row)));
}

function text(value: CellValue): string {
  return value === null ? '' : String(value);
}
