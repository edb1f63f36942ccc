import { codeListHeaders } from '../locale/export-texts.ts';
import type { SubjectCode } from '../reader/publish.ts';
import { writeCsv } from './write-csv.ts';

/** Whose code is whose, as a CSV for those who publish. With a byte-order mark, for Excel. */
export function writeCodes(codes: readonly SubjectCode[], language: keyof typeof codeListHeaders): string {
  const rows = codes.map(({ code, subject, name, group }) => [code, subject, name, group]);
  return writeCsv(codeListHeaders[language], rows, { bom: true, newline: '\r\n' });
}
