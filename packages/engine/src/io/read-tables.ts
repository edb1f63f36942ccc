import { CsvError } from './csv-records.ts';
import { decodeText } from './decode-text.ts';
import { fileKind } from './file-kind.ts';
import type { FindingLog } from './findings.ts';
import { readCsv } from './read-csv.ts';
import type { RowVisitor, Table } from './table.ts';

/** A file as it was chosen: its name and its bytes. */
export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const WORKBOOK_EXTENSIONS = ['xlsx', 'xlsm', 'xls', 'xlsb', 'et', 'ods'];
const TEXT_EXTENSIONS = ['csv', 'tsv', 'txt'];

/** The tables of a file, by its content. Refuses the import when the file cannot be read. */
export async function readTables({ name, bytes }: FileBytes, log: FindingLog): Promise<Table[]> {
  const place = { file: name, sheet: '', row: 0, column: '' };
  const found = fileKind(bytes);
  switch (found.kind) {
    case 'empty':
      return log.refuseImport('file.empty', place, undefined);
    case 'web-page':
      return log.refuseImport('file.web-page', place, undefined);
    case 'other':
      return log.refuseImport('file.not-a-table', place, { what: found.what });
    case 'too-large':
      return log.refuseImport('file.too-large', place, { megabytes: found.megabytes });
    case 'damaged':
      return log.refuseImport('file.damaged', place, { detail: '' });
    case 'workbook':
      noteExtension(name, 'workbook', log);
      return readSheets({ name, bytes }, log);
    case 'parquet':
    case 'arrow':
      return [await readColumns({ name, bytes }, found.kind, log)];
    case 'text':
      noteExtension(name, 'text', log);
      return [readText({ name, bytes }, log)];
  }
}

async function readSheets({ name, bytes }: FileBytes, log: FindingLog): Promise<Table[]> {
  // The spreadsheet library weighs 120 KB; who imports CSV never loads it.
  const { readWorkbook, WorkbookError } = await import('./read-workbook.ts');
  try {
    return readWorkbook(name, bytes);
  } catch (cause) {
    if (!(cause instanceof WorkbookError)) throw cause;
    const place = { file: name, sheet: '', row: 0, column: '' };
    if (cause.reason === 'password') return log.refuseImport('file.password', place, undefined);
    return log.refuseImport('file.damaged', place, { detail: cause.message });
  }
}

async function readColumns({ name, bytes }: FileBytes, kind: 'parquet' | 'arrow', log: FindingLog): Promise<Table> {
  const place = { file: name, sheet: '', row: 0, column: '' };
  // Who imports workbooks never loads these.
  const { ColumnFileError } = await import('./column-table.ts');
  try {
    if (kind === 'parquet') return await (await import('./read-parquet.ts')).readParquet(name, bytes);
    return (await import('./read-arrow.ts')).readArrow(name, bytes);
  } catch (cause) {
    if (!(cause instanceof ColumnFileError)) throw cause;
    if (cause.reason === 'compression') return log.refuseImport('file.compression', place, { codec: cause.message });
    return log.refuseImport('file.damaged', place, { detail: cause.message });
  }
}

function readText({ name, bytes }: FileBytes, log: FindingLog): Table {
  const place = { file: name, sheet: '', row: 0, column: '' };
  const decoded = decodeText(bytes);
  if (decoded.kind === 'unknown') return log.refuseImport('file.encoding', place, undefined);
  if (decoded.kind === 'damaged') {
    return log.refuseImport('file.encoding-damaged', { ...place, row: decoded.line }, { line: decoded.line });
  }
  if (decoded.text.trim() === '') return log.refuseImport('file.empty', place, undefined);
  if (decoded.encoding !== 'utf-8') log.add('file.encoding-read', place, { encoding: decoded.encoding });
  return refusingBadText(readCsv(name, decoded.text), log);
}

/** The table, with what cannot be read as a finding instead of an exception. */
function refusingBadText(table: Table, log: FindingLog): Table {
  const eachRow = (visit: RowVisitor) => {
    try {
      table.eachRow(visit);
    } catch (cause) {
      if (!(cause instanceof CsvError)) throw cause;
      const { line, reason } = cause;
      const place = { file: table.file, sheet: '', row: line, column: '' };
      log.refuseImport(`csv.${reason}` as const, place, { line });
    }
  };
  return { ...table, eachRow };
}

function noteExtension(name: string, content: 'workbook' | 'text', log: FindingLog): void {
  const extension = /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? '';
  const fits = content === 'workbook' ? WORKBOOK_EXTENSIONS : TEXT_EXTENSIONS;
  const misleads = content === 'workbook' ? TEXT_EXTENSIONS : WORKBOOK_EXTENSIONS;
  if (!fits.includes(extension) && misleads.includes(extension)) {
    log.add('file.content', { file: name, sheet: '', row: 0, column: '' }, { extension, content });
  }
}
