import type { AttributeDeclaration, InputDeclaration } from '@kaoheng/engine/live';

const SUBJECT_COLUMNS = ['subject', 'name', 'group', 'parent'];
const OBSERVATION_COLUMNS = ['period', 'subject', 'item', 'value', 'category', 'rater', 'matter', 'date', 'note'];

/** An empty file of subjects with one example. */
export function subjectsTemplate(attributes: readonly AttributeDeclaration[] = []): string {
  const titles = attributes.map(({ name }) => name);
  const examples = attributes.map(({ kind }) => (kind === 'number' ? '1' : kind === 'flag' ? 'true' : ''));
  return csv([
    [...SUBJECT_COLUMNS, ...titles],
    ['A01', '示例单位', '第一组', '', ...examples],
  ]);
}

/** An empty file of observations with one example for each kind of input that the scheme has. */
export function observationsTemplate(inputs: readonly InputDeclaration[], period: string): string {
  const firstOfKind = new Map<string, InputDeclaration>();
  for (const input of inputs) if (!firstOfKind.has(input.kind)) firstOfKind.set(input.kind, input);
  return csv([OBSERVATION_COLUMNS, ...[...firstOfKind.values()].map((input) => exampleRow(input, period))]);
}

function exampleRow(input: InputDeclaration, period: string): string[] {
  const { kind, item, needsMatter, needsDate } = input;
  const year = /^\d{4}/.exec(period)?.[0] ?? '2024';
  const date = kind === 'event' || needsDate ? `${year}-03-15` : '';
  const rater = kind === 'rating' || input.needsRater ? 'P01' : '';
  const matter = needsMatter ? 'M01' : '';
  const [category = ''] = input.categories;
  const note = '示例，请删除本行';
  return [period, 'A01', item.replace(/\*/g, '1'), exampleValue(input), category, rater, matter, date, note];
}

/** A value that the input accepts: its first word, or a number within its limits. */
function exampleValue({ kind, words, min, max }: InputDeclaration): string {
  if (words[0] !== undefined) return words[0];
  if (kind === 'flag') return 'true';
  if (kind === 'level') return '示例';
  return max ?? min ?? '1';
}

/** With mark and line ends as spreadsheets expect them. */
function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return `\uFEFF${rows.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}
