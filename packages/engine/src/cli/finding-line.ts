import type { ImportFinding } from '../data/import-report.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import type { Finding } from '../scheme/finding.ts';
import type { Language } from './language.ts';

/** A finding of a scheme as compilers print theirs: `file:line:column: error code [clause]: message (remedy)`. */
export function findingLine(path: string, finding: Finding, language: Language): string {
  const { severity, code, clause, position, message, remedy } = finding;
  const place = position === null ? path : `${path}:${position.line}:${position.column}`;
  const inClause = clause === '' ? '' : ` [${cliTexts.clause(clause)[language]}]`;
  return `${place}: ${cliTexts.severity[severity][language]} ${code}${inClause}: ${message[language]}${bracketed(remedy[language], language)}`;
}

/** A finding of an import: `file:line:column: message (remedy)`; in a workbook `file[sheet]:row:column`. */
export function importLine({ origin, message, remedy }: ImportFinding, language: Language): string {
  const { file, sheet, row, column } = origin;
  const table = sheet === '' ? file : `${file}[${sheet}]`;
  const place = [table, ...(row > 0 ? [String(row)] : []), ...(column === '' ? [] : [column])].join(':');
  return `${place}: ${message[language]}${bracketed(remedy[language], language)}`;
}

function bracketed(remedy: string, language: Language): string {
  if (remedy === '') return '';
  return language === 'zh' ? `（${remedy}）` : ` (${remedy})`;
}
