/**
 * What the sheets of files in foreign layouts are, as plain values: proposed by `proposeMapping`, corrected by a person,
 * used by an import, and kept for the same workbooks of next year.
 */

/** What a sheet is. */
export type SheetRole =
  /** The list of those who are scored. */
  | 'subjects'
  /** A row for each observation. */
  | 'long'
  /** A row for each subject, and columns for items. */
  | 'wide'
  /** In the program's own layout, or a collection workbook: it is read without a mapping. */
  | 'own'
  /** Nothing of it is read. */
  | 'ignore';

/** What a column is. */
export type ColumnMeaning =
  | { readonly kind: 'ignore' }
  /** The subject, by id or by name. One column of a sheet. */
  | { readonly kind: 'subject'; readonly by: 'id' | 'name' }
  /** The name beside the id. Of observations it is compared with the list of subjects. */
  | { readonly kind: 'name' }
  /** Columns of the list of subjects. */
  | { readonly kind: 'group' }
  | { readonly kind: 'parent' }
  | { readonly kind: 'attribute'; readonly name: string }
  /** Fields of an observation. `item`: the column says which item the row is about; `unit`: in which unit its values are. */
  | { readonly kind: 'period' | 'item' | 'value' | 'unit' | 'category' | 'rater' | 'matter' | 'date' | 'note' }
  /** Values of one item, in a wide table. */
  | ({ readonly kind: 'figure'; readonly item: string } & InCommon)
  /** Values of one subject, where subjects stand side by side; of this item, or of the one that the row or the table names. */
  | ({ readonly kind: 'of-subject'; readonly subject: string; readonly item?: string } & InCommon);

/** What the values of one column have in common. */
export interface InCommon {
  readonly period?: string;
  readonly category?: string;
  readonly rater?: string;
  /** A tick in this column says this word; the columns of the other words belong to it. */
  readonly word?: string;
}

/** A column that holds values, and not fields of a row. */
export type ValueMeaning = Extract<ColumnMeaning, { readonly kind: 'figure' | 'of-subject' }>;

/** Part of a sheet that is a table of its own. Rows as a spreadsheet counts them, columns from 0; `null`: to the end. */
export interface TableArea {
  readonly top: number;
  readonly bottom: number | null;
  readonly left: number;
  readonly right: number | null;
}

export interface ColumnMapping {
  /** Index in the sheet, from 0. */
  readonly column: number;
  /** The title, of all rows of the header: `经济发展 / 收入(万元)`. */
  readonly title: string;
  readonly means: ColumnMeaning;
  /** Texts of this column and what they stand for: words of a vocabulary, `true`, `false`, `NA`, or item ids. */
  readonly words?: Readonly<Record<string, string>>;
  /** What the values are multiplied with because the sheet has another unit than the item: `10000`. */
  readonly factor?: string;
  /** What an empty cell says; left out: nothing. */
  readonly empty?: string;
  /** Small numbers of an item in % that may be shares of one; left out: there are none. */
  readonly fractions?: Fractions;
  /** Nobody has said yet what the column is: it is not read, and the report says so. */
  readonly open?: true;
}

/** Numbers without a percent sign, in an item whose unit is %, and what they are. */
export interface Fractions {
  /** From 0 (exclusive) to this, with either sign. */
  readonly upTo: string;
  /** `shares`: 0.95 is 95 %. `percent`: it is 0.95 %. `open`: nobody has said so yet, and these cells are refused. */
  readonly are: 'open' | 'shares' | 'percent';
}

/** How one sheet of one file is read. */
export interface SheetMapping {
  readonly file: string;
  /** Empty for text files. */
  readonly sheet: string;
  /** Which of the files of this name; left out: the first. */
  readonly copy?: number;
  /** Where the table stands, if the sheet holds several; left out: the table is the sheet. */
  readonly area?: TableArea;
  /** The header by which the sheet is known again next year, whatever its file is called. */
  readonly fingerprint: string;
  readonly role: SheetRole;
  /** Rows of the header, as a spreadsheet counts them; both 0: there is none. */
  readonly header: { readonly first: number; readonly last: number };
  /** Rows of the data. What stands below `last` is not read; `null`: everything to the end is. */
  readonly data: { readonly first: number; readonly last: number | null };
  /** What holds for all rows of the sheet that have no column for it. */
  readonly fixed: {
    readonly period?: string;
    readonly item?: string;
    readonly category?: string;
    readonly rater?: string;
  };
  readonly columns: readonly ColumnMapping[];
  /**
   * Of a list without ids, in which names stand for them: the column that tells namesakes apart. The id is then the name
   * with its text, `张三(财务科)`; left out: the name alone.
   */
  readonly namedWith?: number;
  /**
   * Units that are named for the whole table, where its rows are about items: a value has the one that can be converted
   * into the unit of its item, unless its row or column names another.
   */
  readonly units?: readonly string[];
  /** Rows of data that are hidden in the workbook are not read; left out: they are read like any other. */
  readonly withoutHiddenRows?: true;
  /** A wide or long table that is the list of subjects as well. */
  readonly alsoSubjects?: boolean;
  /** Words for "does not apply". */
  readonly notApplicable: readonly string[];
  /** What this sheet calls subjects, and their ids; exact ids and names need no entry. `''`: no subject, not read. */
  readonly subjects: Readonly<Record<string, string>>;
}

/** Ending of rows that add up or average others: they are counted, and not read. */
export const TOTAL_WORDS = [
  '合计',
  '小计',
  '总计',
  '共计',
  '累计',
  '平均',
  '平均数',
  '平均值',
  '平均分',
  '均值',
  '最高分',
  '最低分',
  '满分',
  '分值',
  '权重',
  'total',
  'subtotal',
  'average',
] as const;

export const NOT_APPLICABLE_WORDS = [
  '—',
  '——',
  '－',
  '-',
  '--',
  '–',
  '/',
  '／',
  '\\',
  '无',
  '不涉及',
  '无此项',
  '不考核',
] as const;

/** Tells the tables of some files apart, whatever these are called. */
export function tableKey({ file, sheet, copy, area }: Pick<SheetMapping, 'file' | 'sheet' | 'copy' | 'area'>): string {
  const place = area ? [area.left, area.top].join(':') : '';
  return [file, copy ?? 1, sheet, place].join('›');
}

/**
 * Finds the mappings of tables. Where several files have the same name, each has mappings of its own: a table that is
 * left without is read as in the program's own layout, never by the mapping of another file.
 */
export class MappingFinder {
  readonly #byTable = new Map<string, SheetMapping[]>();

  constructor(mappings: readonly SheetMapping[]) {
    const taken = new Set<string>();
    for (const mapping of mappings) {
      // Mappings that do not say which file of a name they are for stand in the order of the files.
      let { copy = 1 } = mapping;
      while (mapping.copy === undefined && taken.has(tableKey({ ...mapping, copy }))) copy += 1;
      taken.add(tableKey({ ...mapping, copy }));
      const table = tableKey({ file: mapping.file, sheet: mapping.sheet, copy });
      this.#byTable.set(table, [...(this.#byTable.get(table) ?? []), mapping]);
    }
  }

  /** The mappings of a sheet: one, or one for each of its parts. */
  of({
    file,
    sheet,
    copy,
  }: {
    readonly file: string;
    readonly sheet: string;
    readonly copy?: number;
  }): readonly SheetMapping[] {
    return this.#byTable.get(tableKey({ file, sheet, ...(copy === undefined ? {} : { copy }) })) ?? [];
  }
}
