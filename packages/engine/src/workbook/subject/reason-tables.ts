import type { Explanation, InputReading, SourceRow } from '../../explain/explanation.ts';
import { exportTexts, subjectTexts } from '../../locale/export-texts.ts';
import type { ResultsReader, ScoreSheet } from '../../reader/results-reader.ts';
import { explanationCells, wordText, type ExplanationKey } from '../tables/explanation-cells.ts';
import type { ExportCell, ExportColumn, ExportTable, TableLanguage } from '../tables/table.ts';
import type { SubjectRequest } from './subject-book.ts';

/** How the figures of a sheet came about, and the rows of the data that they were read from. */
export async function reasonTables(
  reader: ResultsReader,
  { lines, label }: ScoreSheet,
  { language, ...query }: SubjectRequest,
): Promise<readonly ExportTable[]> {
  const reasons: (readonly ExportCell[])[] = [];
  const sources: (readonly ExportCell[])[] = [];
  for (const { node } of lines) {
    // One after the other: a reader may be in a worker, and answers in order.
    // oxlint-disable-next-line no-await-in-loop
    const explanation = await reader.explain({ ...query, node: node.id });
    if (explanation === null) continue;
    const cells = explanationCells(explanation, node, language);
    reasons.push(REASON_COLUMNS.map(({ key }) => cells[key]));
    sources.push(...explanation.inputs.flatMap((input) => sourceCells(explanation, input, language)));
  }
  const titleOf = (name: string): string => `${label.name}　${query.period}　${name}`;
  const table = (name: string, hint: string, columns: readonly ExportColumn[], rows: ExportTable['rows']) => ({
    name,
    title: titleOf(name),
    hint,
    columns,
    rows,
    frozen: 1,
    fitsPage: true,
  });
  const { views } = exportTexts;
  const { sources: sourcesName, sourcesHint } = subjectTexts;
  return [
    ...(reasons.length > 0 ? [table(views.explanations[language], '', reasonColumns(language), reasons)] : []),
    ...(sources.length > 0
      ? [table(sourcesName[language], sourcesHint[language], sourceColumns(language), sources)]
      : []),
  ];
}

/** The id of an item is for programs, its full marks stand on the sheet itself: neither is repeated here. */
const REASON_COLUMNS: readonly { readonly key: ExplanationKey; readonly width: number }[] = [
  { key: 'item', width: 20 },
  { key: 'clause', width: 10 },
  { key: 'figure', width: 17 },
  { key: 'rule', width: 36 },
  { key: 'arithmetic', width: 30 },
  { key: 'steps', width: 40 },
  { key: 'inputs', width: 30 },
  { key: 'remark', width: 20 },
];

function reasonColumns(language: TableLanguage): readonly ExportColumn[] {
  return REASON_COLUMNS.map(({ key, width }) => ({ title: exportTexts.columns[key][language], width }));
}

const SOURCE_COLUMNS = [
  'item',
  'input',
  'period',
  'subject',
  'value',
  'category',
  'matter',
  'date',
  'note',
  'counted',
  'file',
  'sheet',
  'cell',
] as const;

function sourceColumns(language: TableLanguage): readonly ExportColumn[] {
  return SOURCE_COLUMNS.map((key) => ({
    title: subjectTexts.sourceColumns[key][language],
    ...(key === 'note' && { width: 36 }),
    ...(key === 'counted' && { align: 'center' as const }),
  }));
}

/** The rows behind an input. What single raters said is not told, only how many they were. */
function sourceCells(
  { title, subject }: Explanation,
  input: InputReading,
  language: TableLanguage,
): readonly (readonly ExportCell[])[] {
  const name = input.title[language];
  if (input.isParameter === true || input.rows.length === 0) return [];
  if (input.isRating === true) {
    const count = subjectTexts.ratings(input.rows.length)[language];
    return [[title[language], name, '', '', '', '', '', '', count, '', '', '', '']];
  }
  // The title of a word is told for the value that was read, not for each row.
  const word = input.rows.length === 1 ? input.word?.[language] : undefined;
  return input.rows.map((row) => [
    title[language],
    name,
    row.period,
    row.subject === subject ? '' : row.subject,
    word ?? wordText(row.value, language),
    row.category === '' ? '' : row.categoryTitle[language],
    row.matter,
    row.date,
    [row.note, row.remark?.[language] ?? ''].filter((text) => text !== '').join('\n'),
    countedText(row, language),
    nameOf(row.file),
    row.sheet,
    row.cell,
  ]);
}

/** Where a file lay is nobody else's business. */
function nameOf(file: string): string {
  return file.replace(/^.*[\\/]/, '');
}

function countedText({ used, reason }: SourceRow, language: TableLanguage): string {
  const word = exportTexts[used ? 'yes' : 'no'][language];
  return reason === undefined ? word : `${word}（${reason[language]}）`;
}
