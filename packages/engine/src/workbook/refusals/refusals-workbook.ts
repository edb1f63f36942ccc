import type { Subject } from '../../data/dataset.ts';
import type { ImportFinding, ImportReport, RefusedRow } from '../../data/import-report.ts';
import { refusalTexts } from '../../locale/refusal-texts.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import { textCell, type Book, type BookSheet } from '../book.ts';
import { Lists } from '../collection/lists.ts';
import { rowHeight } from '../collection/text-size.ts';
import { writeBook } from '../write-book.ts';
import { observationColumns, subjectColumns } from './refused-columns.ts';
import { placeText, refusedSheet, type RefusalLanguage } from './refused-sheet.ts';

/** What the refused rows are shown against: their words and lists come from here. */
export interface RefusalsContext {
  readonly inputs: readonly InputDeclaration[];
  /** Subjects that entered. */
  readonly subjects: readonly Subject[];
  readonly language: RefusalLanguage;
}

/**
 * What an import refused, as the bytes of a workbook: every row with its place, the reasons and what would mend it, in a
 * form that is imported as it is once it is set right.
 */
export function refusalsWorkbook(report: ImportReport, context: RefusalsContext): Promise<Uint8Array> {
  return writeBook(refusalsBook(report, context));
}

/** The same before it is written. */
export function refusalsBook({ findings, refusedRows = [] }: ImportReport, context: RefusalsContext): Book {
  const { language } = context;
  const of = (table: RefusedRow['table']): readonly RefusedRow[] => refusedRows.filter((row) => row.table === table);
  const told = new Set(refusedRows.flatMap(({ reasons }) => reasons.map(({ finding }) => finding)));
  const others = findings.filter(
    (finding) => finding.code === 'findings.more' || (finding.severity === 'refused' && !told.has(finding)),
  );
  const lists = new Lists();
  const sheets = [
    ...[of('observations')].filter(isFilled).map((rows) => {
      const columns = observationColumns(rows, context, lists);
      return refusedSheet(rows, columns, refusalTexts.observations[language], language);
    }),
    ...[of('subjects')].filter(isFilled).map((rows) => {
      const columns = subjectColumns(rows, context);
      return refusedSheet(rows, columns, refusalTexts.subjects[language], language);
    }),
    ...[others].filter(isFilled).map((rest) => othersSheet(rest, language)),
  ];
  const hasLists = sheets.some(({ validations = [] }) => validations.length > 0);
  const shown = sheets.length > 0 ? sheets : [othersSheet([], language)];
  return { title: refusalTexts.title[language], sheets: hasLists ? [...shown, lists.sheet] : shown };
}

function isFilled(list: readonly unknown[]): boolean {
  return list.length > 0;
}

const OTHER_WIDTHS = [34, 26, 60, 60] as const;

function othersSheet(findings: readonly ImportFinding[], language: RefusalLanguage): BookSheet {
  const { others, othersHint, place, code, reason, remedy } = refusalTexts;
  const titles = [place, code, reason, remedy].map((text) => text[language]);
  return {
    name: others[language],
    widths: OTHER_WIDTHS,
    frozen: { rows: 3, columns: 0 },
    printTitles: { first: 3, last: 3 },
    fitsPage: true,
    rows: [
      { cells: [textCell(others[language], 'title')], height: 24 },
      { cells: [textCell(othersHint[language], 'hint')] },
      { cells: titles.map((title) => textCell(title, 'header')), height: 20 },
      ...findings.map((finding) => {
        const texts = [placeText(finding.origin), finding.code, finding.message[language], finding.remedy[language]];
        return {
          cells: texts.map((one) => textCell(one, 'wrapped')),
          height: rowHeight(texts, OTHER_WIDTHS, 'usual'),
        };
      }),
    ],
  };
}
