import type { PeriodKind } from '../data/period.ts';
import type { LocalText } from '../reader/figure.ts';

/** What a finding says, and what would mend it. */
export interface FindingText {
  readonly message: LocalText;
  readonly remedy: LocalText;
}

export type TableName = 'subjects' | 'observations';

export const text = (zh: string, en: string, remedyZh: string, remedyEn: string): FindingText => ({
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});

export const TABLE_ZH: Readonly<Record<TableName, string>> = { subjects: '对象表', observations: '观测表' };

const COLUMN_ZH: Readonly<Record<string, string>> = {
  period: '期间',
  subject: '对象',
  name: '名称',
  group: '组别',
  parent: '上级',
  item: '指标',
  value: '数值',
  category: '类别',
  rater: '评分人',
  matter: '事项',
  date: '日期',
  note: '备注',
};

export const columnZh = (column: string) => (COLUMN_ZH[column] ? `${COLUMN_ZH[column]}（${column}）` : column);

/** A cell's text in a message: long ones are cut, for a message is read in one line. */
export const quote = (value: string) => `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;

export const listOf = (words: readonly string[], most = 12) =>
  words.slice(0, most).join('、') + (words.length > most ? ` … (${words.length})` : '');

export const suggestZh = (suggestion: string | null, otherwise: string) =>
  suggestion === null ? otherwise : `是否应为${quote(suggestion)}？`;
export const suggestEn = (suggestion: string | null, otherwise: string) =>
  suggestion === null ? otherwise : `Did you mean ${quote(suggestion)}?`;

export const NOTHING_TO_DO = [
  '无需处理；如不对，请在文件中改正后重新导入。',
  'Nothing to do; if this is wrong, correct the file and import again.',
] as const;

export const rewritten = (before: string, after: string) =>
  text(`${quote(before)}读作${quote(after)}。`, `${quote(before)} was read as ${quote(after)}.`, ...NOTHING_TO_DO);

/** A value that a mapping keeps out, of an item with its title. */
export interface RefusedReading {
  value: string;
  item: string;
  title: LocalText;
}

/** A number that may be a share of one, and what it would be in %. */
export interface MaybeFraction {
  item: string;
  title: LocalText;
  value: string;
  percent: string;
  /** All numbers of the item look like that. */
  isWhole: boolean;
}

export const itemZh = (item: string, { zh }: LocalText) =>
  zh === item || zh === '' ? quote(item) : `${quote(zh)}(${item})`;
export const itemEn = (item: string, { en }: LocalText) =>
  en === item || en === '' ? quote(item) : `${quote(en)} (${item})`;

export interface Rewritten {
  before: string;
  after: string;
}

export const missing = (column: string) =>
  text(
    `缺少${columnZh(column)}。`,
    `The ${column} is missing.`,
    `请在“${columnZh(column)}”列填写；不需要此行时删除整行。`,
    `Fill in the column ${column}, or delete the row if it is not needed.`,
  );

export const notInVocabulary =
  (what: { zh: string; en: string }) =>
  (facts: { value: string; words: readonly string[]; suggestion: string | null }) =>
    text(
      `${what.zh}${quote(facts.value)}不在规定的用词之内：${listOf(facts.words)}。`,
      `The ${what.en} ${quote(facts.value)} is not one of the words provided: ${listOf(facts.words)}.`,
      suggestZh(facts.suggestion, `请改用：${listOf(facts.words)}。`),
      suggestEn(facts.suggestion, `Use one of: ${listOf(facts.words)}.`),
    );

/** Kinds of periods in words, with the form in which they are written. */
export const PERIOD_KINDS: Readonly<
  Record<PeriodKind, { readonly zh: string; readonly en: string; readonly form: string }>
> = {
  year: { zh: '年', en: 'year', form: '2024' },
  half: { zh: '半年', en: 'half-year', form: '2024-H1' },
  quarter: { zh: '季度', en: 'quarter', form: '2024-Q1' },
  month: { zh: '月', en: 'month', form: '2024-03' },
};
