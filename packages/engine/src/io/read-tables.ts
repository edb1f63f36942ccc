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
  /** Which of the files of this name it is; left out: as they are listed. */
  readonly copy?: number;
}

const WORKBOOK_EXTENSIONS = ['xlsx', 'xlsm', 'xls', 'xlsb', 'et', 'ods'];
const TEXT_EXTENSIONS = ['csv', 'tsv', 'txt'];

/** A file that has been read: its tables, as often as they are wanted, each time with what is to be said about it. */
export type OpenedFile = (log: FindingLog) => Table[];

/** Reads a file. What is wrong with it is said when its tables are wanted. */
export async function openFile({ name, bytes }: FileBytes): Promise<OpenedFile> {
  const place = { file: name, sheet: '', row: 0, column: '' };
  const found = fileKind(bytes);
  switch (found.kind) {
    case 'empty':
      return (log) => log.refuseImport('file.empty', place, undefined);
    case 'web-page':
      return (log) => log.refuseImport('file.web-page', place, undefined);
    case 'other':
      return (log) => log.refuseImport('file.not-a-table', place, { what: found.what });
    case 'too-large':
      return (log) => log.refuseImport('file.too-large', place, { megabytes: found.megabytes });
    case 'damaged':
      return (log) => log.refuseImport('file.damaged', place, { detail: '' });
    case 'workbook': {
      const tables = await openWorkbook({ name, bytes });
      return (log) => {
        noteExtension(name, 'workbook', log);
        return tables(log);
      };
    }
    case 'parquet':
    case 'arrow':
      return openColumns({ name, bytes }, found.kind);
    case 'text': {
      const table = openText({ name, bytes });
      return (log) => {
        noteExtension(name, 'text', log);
        return [table(log)];
      };
    }
  }
}

async function openWorkbook({ name, bytes }: FileBytes): Promise<OpenedFile> {
  const place = { file: name, sheet: '', row: 0, column: '' };
  // The spreadsheet library weighs 120 KB; who imports CSV never loads it.
  const { readWorkbook, WorkbookError } = await import('./read-workbook.ts');
  try {
    const tables = readWorkbook(name, bytes);
    return () => tables;
  } catch (cause) {
    if (!(cause instanceof WorkbookError)) throw cause;
    const { reason, message } = cause;
    if (reason === 'password') return (log) => log.refuseImport('file.password', place, undefined);
    return (log) => log.refuseImport('file.damaged', place, { detail: message });
  }
}

async function openColumns({ name, bytes }: FileBytes, kind: 'parquet' | 'arrow'): Promise<OpenedFile> {
  const place = { file: name, sheet: '', row: 0, column: '' };
  // Who imports workbooks never loads these.
  const { ColumnFileError } = await import('./column-table.ts');
  try {
    const table =
      kind === 'parquet'
        ? await (await import('./read-parquet.ts')).readParquet(name, bytes)
        : (await import('./read-arrow.ts')).readArrow(name, bytes);
    return () => [table];
  } catch (cause) {
    if (!(cause instanceof ColumnFileError)) throw cause;
    const { reason, message } = cause;
    if (reason === 'compression') return (log) => log.refuseImport('file.compression', place, { codec: message });
    return (log) => log.refuseImport('file.damaged', place, { detail: message });
  }
}

function openText({ name, bytes }: FileBytes): (log: FindingLog) => Table {
  const place = { file: name, sheet: '', row: 0, column: '' };
  const decoded = decodeText(bytes);
  if (decoded.kind === 'unknown') return (log) => log.refuseImport('file.encoding', place, undefined);
  if (decoded.kind === 'damaged') {
    const { line } = decoded;
    return (log) => log.refuseImport('file.encoding-damaged', { ...place, row: line }, { line });
  }
  const { text, encoding } = decoded;
  if (text.trim() === '') return (log) => log.refuseImport('file.empty', place, undefined);
  const table = readCsv(name, text);
  return (log) => {
    if (encoding !== 'utf-8') log.add('file.encoding-read', place, { encoding });
    return refusingBadText(table, log);
  };
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
