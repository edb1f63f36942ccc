import { foldText } from './fold-text.ts';

export type TableKind = 'subjects' | 'observations';

/** Columns that the program knows; every other column of `subjects` is an attribute. */
export const COLUMNS = {
  subjects: ['subject', 'name', 'group', 'parent'],
  observations: ['period', 'subject', 'item', 'value', 'category', 'rater', 'matter', 'date', 'note'],
} as const;

export type SubjectColumn = (typeof COLUMNS.subjects)[number];
/** `name`: the subject's name beside its id, as collection workbooks have it; it is compared and not kept. */
export type ObservationColumn = (typeof COLUMNS.observations)[number] | 'name';
export type KnownColumn = SubjectColumn | ObservationColumn;

/** Without these a table cannot be read at all. */
export const REQUIRED_COLUMNS = {
  subjects: ['subject'],
  observations: ['period', 'subject', 'item', 'value'],
} as const;

/** Headers that mean a column wherever they stand. */
const ALIASES: Readonly<Record<KnownColumn, readonly string[]>> = {
  period: ['期间', '周期', '考核期', '考核期间', '考核周期', '年度', '期次'],
  subject: ['编号', '对象编号', '单位编号', '单位代码', '代码', '工号'],
  name: ['名称', '姓名', '单位名称', '对象名称'],
  group: ['组别', '分组', '组'],
  parent: ['上级', '上级编号', '上级单位', '主管单位'],
  item: ['指标', '项目', '指标编号', '项目编号', '指标代码', '考核指标', '考核项目'],
  value: ['数值', '值', '得分', '分数'],
  category: ['类别', '类型', '级别'],
  rater: ['评分人', '评价人', '打分人', '投票人'],
  matter: ['事项', '事项编号'],
  date: ['日期', '发生日期'],
  note: ['备注', '说明'],
};

/** Headers that mean the id where there is no better one, and the name where there is. */
const UNIT_WORDS = ['对象', '单位', '考核对象', '被考核单位', '被考核对象', 'id'];

/** Every header that a column is known by. */
export function headersOf(column: KnownColumn): readonly string[] {
  return [...ALIASES[column], ...(column === 'subject' ? UNIT_WORDS.filter((word) => word !== 'id') : []), column];
}

/** Which column of a table means what. */
export interface Header {
  readonly kind: TableKind;
  /** Row that holds the header. */
  readonly row: number;
  /** Cells of the header row, empty ones included. */
  readonly width: number;
  /** Index of each known column that is there. */
  readonly columns: ReadonlyMap<KnownColumn, number>;
  /** The other columns that have a title. */
  readonly others: readonly { readonly title: string; readonly index: number }[];
  /** A column that is there twice. */
  readonly twice: { readonly title: string; readonly first: number; readonly second: number } | null;
}

/** Reads a header row as that of a table of `kind`. */
export function readHeader(kind: TableKind, cells: readonly string[], row: number): Header {
  const columns = new Map<KnownColumn, number>();
  const others: { title: string; index: number }[] = [];
  let twice: Header['twice'] = null;
  const unitWords: { title: string; index: number }[] = [];

  cells.forEach((cell, index) => {
    const title = cell.trim();
    const column = knownColumn(kind, title);
    if (column !== null) {
      const first = columns.get(column);
      if (first === undefined) columns.set(column, index);
      else twice ??= { title, first, second: index };
    } else if (UNIT_WORDS.includes(foldText(title))) unitWords.push({ title, index });
    else if (title !== '') others.push({ title, index });
  });

  for (const word of unitWords) {
    if (!columns.has('subject')) columns.set('subject', word.index);
    else if (kind === 'subjects' && !columns.has('name')) columns.set('name', word.index);
    else others.push(word);
  }
  if (kind === 'subjects') twice ??= firstTwice(others);
  return { kind, row, width: cells.length, columns, others, twice };
}

/** The table a header row belongs to, as far as the row itself tells; `null` when it does not. */
export function kindOfHeader(cells: readonly string[]): TableKind | null {
  const { columns } = readHeader('observations', cells, 0);
  const told = (['period', 'item', 'value'] as const).filter((column) => columns.has(column)).length;
  if (told >= 2) return 'observations';
  const subjects = readHeader('subjects', cells, 0).columns;
  if (!subjects.has('subject')) return null;
  // One column of observations may be an attribute of subjects, if all else says that they are subjects.
  return subjects.size > (told === 0 ? 1 : 2) ? 'subjects' : null;
}

/** How many known columns a row names. */
export function knownColumns(cells: readonly string[]): number {
  return Math.max(readHeader('subjects', cells, 0).columns.size, readHeader('observations', cells, 0).columns.size);
}

function knownColumn(kind: TableKind, title: string): KnownColumn | null {
  const folded = foldText(title);
  return COLUMNS[kind].find((column) => column === folded || ALIASES[column].includes(folded)) ?? null;
}

function firstTwice(others: Header['others']): Header['twice'] {
  const seen = new Map<string, number>();
  for (const { title, index } of others) {
    const first = seen.get(title);
    if (first !== undefined) return { title, first, second: index };
    seen.set(title, index);
  }
  return null;
}
