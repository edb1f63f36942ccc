import { codedTexts, codeListHeaders } from '../locale/export-texts.ts';
import type { Publication } from '../reader/publish.ts';
import { writeCsv } from './write-csv.ts';

/**
 * Whose code is whose, as a CSV for those who publish; `null` where no codes were used. With a byte-order mark, for Excel.
 */
export function writeCodes(
  { codes, groupCodes }: Pick<Publication, 'codes' | 'groupCodes'>,
  language: keyof typeof codeListHeaders,
): string | null {
  if (codes.length + groupCodes.length === 0) return null;
  const { subject: ofSubject, group: ofGroup } = codedTexts[language];
  const rows = [
    ...codes.map(({ code, subject, name, group }) => [code, subject, name, group, ofSubject]),
    ...groupCodes.map(({ code, group, name }) => [code, group, name, '', ofGroup]),
  ];
  return writeCsv(codeListHeaders[language], rows, { bom: true, newline: '\r\n' });
}
