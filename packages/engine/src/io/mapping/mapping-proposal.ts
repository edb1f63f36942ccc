import type { LocalText } from '../../reader/figure.ts';
import type { ColumnMeaning, Fractions, SheetMapping, SheetRole } from './sheet-mapping.ts';

/** Why something is proposed. */
export type ProposalReason =
  /** An earlier mapping of the same header said so. */
  | 'earlier'
  /** The title is the id, or the title, of the item. */
  | 'id'
  | 'title'
  /** The title is like it. */
  | 'alike'
  /** The title is one of the words that the program knows for such a column. */
  | 'known'
  /** The values fit. */
  | 'values'
  /** Nothing speaks for anything. */
  | 'none';

export interface ColumnProposal {
  readonly column: number;
  readonly title: string;
  readonly means: ColumnMeaning;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: ProposalReason;
  readonly reasonText: LocalText;
  /** The unit that the header names; empty: none. */
  readonly unit: string;
  /** Some values, from above. */
  readonly sample: readonly string[];
  /** Different texts, from above, and the row in which each comes first; of long columns not all. */
  readonly texts: readonly { readonly text: string; readonly row: number }[];
  /** Other items that the column might be, the likeliest first. */
  readonly others: readonly string[];
  /** Subjects that its title may name, the likeliest first. */
  readonly subjects: readonly { readonly id: string; readonly name: string }[];
}

/** What a row of a sheet is taken for. */
export type RowKind = 'above' | 'header' | 'data' | 'hidden' | 'total' | 'repeated header' | 'below';

export interface SheetProposal {
  /** Tells the table from all others of the proposal, whatever the files are called. */
  readonly key: string;
  /** Which of how many files of this name it stands in. */
  readonly copy: { readonly number: number; readonly of: number };
  readonly mapping: SheetMapping;
  readonly confidence: number;
  readonly reason: ProposalReason;
  readonly reasonText: LocalText;
  readonly hidden: boolean;
  readonly columns: readonly ColumnProposal[];
  /** The first rows with text and the last ones, for a preview. */
  readonly preview: readonly { readonly row: number; readonly kind: RowKind; readonly cells: readonly string[] }[];
  /** Rows with text. */
  readonly rows: number;
}

export type QuestionCode =
  /** What is this sheet? */
  | 'sheet.role'
  /** Shall this table also be the list of subjects? */
  | 'sheet.also-subjects'
  /** The list of subjects has names and no ids: are the names the ids? */
  | 'sheet.no-id'
  /** The table names a unit for rows whose items have another. Shall they be converted? */
  | 'sheet.unit'
  /** Rows of data are hidden in the workbook. Shall they be read? */
  | 'sheet.hidden-rows'
  /** No column says who a row is about. */
  | 'sheet.no-subject'
  /** Of which period are these rows? */
  | 'sheet.period'
  /** Of which item are these ratings? */
  | 'sheet.item'
  /** Are these columns the marks of raters? */
  | 'sheet.raters'
  /** Shall a column of a whole class of raters count as one rating? */
  | 'sheet.classes'
  /** Who rated? */
  | 'sheet.rater'
  /** As what did they rate? */
  | 'sheet.category'
  /** The column fits nothing. */
  | 'column.unknown'
  /** The column is hidden in the workbook. Shall it be read? */
  | 'column.hidden'
  /** The column is probably this item. */
  | 'column.doubtful'
  /** Several columns fit one item. */
  | 'column.contested'
  /** The header names another unit than the item has. */
  | 'column.unit'
  /** Are small numbers of an item in % shares of one? */
  | 'column.fraction'
  /** A text that says "does not apply", where the item does not provide for it. */
  | 'column.not-applicable'
  /** A word outside the vocabulary. */
  | 'column.word'
  /** Do empty cells say no? */
  | 'column.empty'
  /** Who is this? A name that no subject has. */
  | 'subject.unknown'
  /** Two names of one sheet that seem to be one subject. */
  | 'subject.same'
  /** One name that several subjects have. */
  | 'subject.ambiguous';

/** What an answer does to the mapping of its sheet. */
export type MappingChange =
  /** The proposal is right as it is. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'role'; readonly role: SheetRole }
  | { readonly kind: 'also-subjects'; readonly alsoSubjects: boolean }
  | { readonly kind: 'units'; readonly units: readonly string[] | null }
  | { readonly kind: 'hidden-rows'; readonly areRead: boolean }
  | { readonly kind: 'named-with'; readonly namedWith: number | null }
  | { readonly kind: 'fixed'; readonly field: 'period' | 'item' | 'category' | 'rater'; readonly value: string }
  | { readonly kind: 'means'; readonly column: number; readonly means: ColumnMeaning }
  | { readonly kind: 'factor'; readonly column: number; readonly factor: string | null }
  | { readonly kind: 'word'; readonly column: number; readonly text: string; readonly word: string }
  | { readonly kind: 'empty'; readonly column: number; readonly empty: string | null }
  | { readonly kind: 'fractions'; readonly column: number; readonly fractions: Fractions }
  | { readonly kind: 'subject'; readonly text: string; readonly subject: string };

export interface MappingAnswer {
  readonly text: LocalText;
  readonly changes: readonly MappingChange[];
}

/** Something that nobody but a person can know. Until it is answered the sheet is read as proposed. */
export interface MappingQuestion {
  /** The same in every proposal for the same files: code, table and what it is about. */
  readonly id: string;
  /** The table that it is about. */
  readonly key: string;
  readonly code: QuestionCode;
  readonly file: string;
  readonly sheet: string;
  /** First cell that it is about; empty: the sheet. */
  readonly cell: string;
  readonly text: LocalText;
  /**
   * What may be answered. Where a free answer makes sense (a period, a subject) the dialog offers a field as well and
   * makes the change itself.
   */
  readonly answers: readonly MappingAnswer[];
  /** Index of the answer that is taken unless a person says otherwise; −1: none. */
  readonly proposed: number;
  /** Index of the answer that is probably right, and yet taken only when a person says so; left out: none. */
  readonly likely?: number;
  /** It is asked only as long as the column is this item, or waits for this very answer; left out: in any case. */
  readonly ofItem?: { readonly column: number; readonly item: string };
}

export interface MappingProposal {
  readonly sheets: readonly SheetProposal[];
  readonly questions: readonly MappingQuestion[];
  /** Everybody who is scored, so far as the files and earlier imports say: whom names may be answered with. */
  readonly subjects: readonly { readonly id: string; readonly name: string }[];
  /** Every sheet is in the program's own layout or to be ignored: the files import without a dialog. */
  readonly isOwnLayout: boolean;
}
