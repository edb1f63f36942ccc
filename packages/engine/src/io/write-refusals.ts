import type { ImportReport } from '../data/import-report.ts';
import { refusalHeaders } from '../locale/refusal-texts.ts';
import type { LocalText } from '../reader/figure.ts';
import { writeCsv, type WriteCsvOptions } from './write-csv.ts';

export type RefusalsLanguage = keyof LocalText;

/** What an import refused as a CSV that can be sent back to those who filled in the file. With a byte-order mark, for Excel. */
export function writeRefusals(report: ImportReport, language: RefusalsLanguage, options: WriteCsvOptions = {}): string {
  const refused = report.findings.filter(({ severity, code }) => severity === 'refused' || code === 'findings.more');
  const rows = refused.map(({ origin, code, message, remedy }) => [
    origin.file,
    origin.sheet,
    origin.row > 0 ? `${origin.column}${origin.row}` : '',
    code,
    message[language],
    remedy[language],
  ]);
  return writeCsv(refusalHeaders[language], rows, { bom: true, ...options });
}
