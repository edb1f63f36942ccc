/**
 * The tables of the store: the contract for live widgets and for people who write SQL (docs/tables.md says the same in
 * prose; a test holds both together). Every column is NULL where the source has an empty cell.
 */

/**
 * How a column is stored.
 * `word`: text with few different values (dictionary); `text`: any text; `decimal`: exact to 12 places; `double`: for drawing.
 */
export type ColumnKind = 'word' | 'text' | 'decimal' | 'double' | 'integer' | 'flag' | 'date';

export interface TableColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

export interface TableSchema {
  readonly name: TableName;
  readonly columns: readonly TableColumn[];
  /** What it follows from: the imported data (and scheme), or the results. */
  readonly from: 'data' | 'results';
}

export type TableName = 'subjects' | 'inputs' | 'observations' | 'nodes' | 'scores' | 'results' | 'outcomes';

/** Decimal places and digits that exact numbers keep beside their text. */
export const DECIMAL_PLACES = 12;
export const DECIMAL_DIGITS = 28;

export const SQL_TYPE: Readonly<Record<ColumnKind, string>> = {
  word: 'VARCHAR',
  text: 'VARCHAR',
  decimal: `DECIMAL(${DECIMAL_DIGITS}, ${DECIMAL_PLACES})`,
  double: 'DOUBLE',
  integer: 'INTEGER',
  flag: 'BOOLEAN',
  date: 'DATE',
};

const columns = (kinds: Readonly<Record<string, ColumnKind>>): readonly TableColumn[] =>
  Object.entries(kinds).map(([name, kind]) => ({ name, kind }));

/** A number three times: exact decimal, exact text as printed, double for drawing. */
const amount = (name: string): Record<string, ColumnKind> => ({
  [name]: 'decimal',
  [`${name}_text`]: 'text',
  [`${name}_number`]: 'double',
});

/** Columns that every subjects table has; the attributes of the file follow under their own names. */
export const SUBJECT_COLUMNS = columns({
  subject: 'text',
  name: 'text',
  group: 'word',
  parent: 'word',
  position: 'integer',
  name_order: 'integer',
  file: 'word',
  sheet: 'word',
  line: 'integer',
});

export const TABLES: Readonly<Record<TableName, TableSchema>> = {
  subjects: { name: 'subjects', from: 'data', columns: SUBJECT_COLUMNS },
  inputs: {
    name: 'inputs',
    from: 'data',
    columns: columns({
      item: 'text',
      position: 'integer',
      kind: 'word',
      title: 'text',
      title_en: 'text',
      unit: 'word',
      delivered_by: 'word',
    }),
  },
  observations: {
    name: 'observations',
    from: 'data',
    columns: columns({
      period: 'word',
      subject: 'word',
      item: 'word',
      value: 'word',
      amount: 'decimal',
      amount_number: 'double',
      category: 'word',
      rater: 'word',
      matter: 'text',
      date: 'date',
      note: 'text',
      file: 'word',
      sheet: 'word',
      cell: 'text',
      line: 'integer',
    }),
  },
  nodes: {
    name: 'nodes',
    from: 'results',
    columns: columns({
      part: 'word',
      node: 'text',
      parent: 'word',
      position: 'integer',
      depth: 'integer',
      title: 'text',
      title_en: 'text',
      role: 'word',
      kind: 'word',
      max: 'decimal',
      weight: 'text',
      unit: 'word',
      clause: 'text',
      rule: 'text',
      rule_en: 'text',
    }),
  },
  scores: {
    name: 'scores',
    from: 'results',
    columns: columns({
      part: 'word',
      period: 'word',
      subject: 'word',
      node: 'word',
      state: 'word',
      ...amount('score'),
      exact: 'flag',
      max: 'decimal',
      max_text: 'word',
    }),
  },
  results: {
    name: 'results',
    from: 'results',
    columns: columns({
      part: 'word',
      period: 'word',
      subject: 'word',
      group: 'word',
      ...amount('base'),
      ...amount('bonus'),
      ...amount('penalty'),
      ...amount('total'),
      grade: 'word',
      rank: 'integer',
      veto: 'flag',
      complete: 'flag',
    }),
  },
  outcomes: {
    name: 'outcomes',
    from: 'results',
    columns: columns({
      part: 'word',
      period: 'word',
      subject: 'word',
      outcome: 'word',
      state: 'word',
      value: 'word',
      amount: 'decimal',
      amount_number: 'double',
      exact: 'flag',
    }),
  },
};

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];
