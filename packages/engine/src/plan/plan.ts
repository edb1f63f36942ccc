import type { RoundingMode } from '../number/rounding.ts';
import type { LocalText } from '../reader/figure.ts';
import type { PeriodKind } from '../data/period.ts';
import type { Cell, ValueType } from './cell.ts';

export type NodeId = number;
export type FrameId = number;

/**
 * What the values of a column belong to.
 *
 * `cells`: one value per period and subject of a part. `rows`: one value per observation that was read for such a cell.
 * Every operator works the same on both, so "marks of each petition" and "marks of each village" are one language.
 */
export type Frame = CellFrame | RowFrame;

export interface CellFrame {
  readonly kind: 'cells';
  readonly part: string;
}

export interface RowFrame {
  readonly kind: 'rows';
  /** Frame of the cells that these rows are read for. */
  readonly cells: FrameId;
  /** Items read; one ending in `*` stands for a family. */
  readonly items: readonly string[];
  readonly periods: RowPeriods;
  /** Only rows given for periods of this kind: a value of a quarter is none of the year. Left out: of any kind. */
  readonly given?: PeriodKind;
  /** Whose rows; left out: the subject's own. */
  readonly source?: RowSource;
  /** Leave out event rows whose value is 0 or NA: nothing happened. */
  readonly happenedOnly: boolean;
  /** How the value column is to be read, and what an empty value stands for. */
  readonly valueType: ValueType;
  readonly emptyValue: string;
}

/** Rows of other subjects: of those of a part who belong to the subject, or of anybody whose `matter` is its id. */
export type RowSource =
  { readonly kind: 'members'; readonly part: string; readonly subject: SubjectRelation } | { readonly kind: 'naming' };

/** Which periods' rows a cell reads: its own, its sub-periods' and its own, those of an earlier period, or of several. */
export type RowPeriods =
  | { readonly kind: 'own' }
  | { readonly kind: 'within' }
  | { readonly kind: 'previous'; readonly back: number }
  /** Rows given for the period of another kind: the one around the cell's, or those within it. */
  | { readonly kind: 'of'; readonly period: PeriodKind }
  /** The whole year of the cell's period, later periods of it included. */
  | { readonly kind: 'year' }
  /** All of the subject's rows, of whatever period. */
  | { readonly kind: 'any' }
  | Span;

/** Several periods up to the one of the cell, which is not among the `earlier` ones. */
export type Span =
  | { readonly kind: 'recent'; readonly count: number }
  | { readonly kind: 'earlier' }
  | { readonly kind: 'so far' }
  | { readonly kind: 'year to date' };

/** Which cells of the same or another part a cell looks at. */
export type Relation =
  /** The same subject, `back` periods earlier. */
  | { readonly kind: 'previous'; readonly back: number }
  /**
   * Cells with the same period and the same value of the partition key (a second input of the node), itself included.
   * Between rows: rows of the same cell (or, `across` the part, of the same period) with the same values of `keys` keys.
   */
  | ({ readonly kind: 'peers' } & Partial<RowPeers>)
  /**
   * Rows of another frame. From a row: those read for the same cell. With `cells`: those read for the cells of another
   * part that the own cell looks at, its members or its holder.
   */
  | { readonly kind: 'beside'; readonly cells?: CellRelation }
  /** From a row: the cell of another part whose subject the row's `matter` names, in the period in which the row lies. */
  | { readonly kind: 'matter' }
  /** The same subject in this and earlier periods, as far as it takes part. */
  | { readonly kind: 'past'; readonly span: Span }
  | CellRelation;

/** Cells of another part. */
export type CellRelation =
  /** Those that belong to this one: its members, its sub-periods, or both. */
  | { readonly kind: 'members'; readonly subject: SubjectRelation }
  /** The one that this one belongs to: its parent, the containing period, or both. */
  | { readonly kind: 'holder'; readonly subject: SubjectRelation };

/** Which rows stand beside a row. */
export interface RowPeers {
  /** How many key columns there are; cells have one. */
  readonly keys: number;
  readonly across: 'cell' | 'part';
  /** A row whose first key is the empty word stands alone. */
  readonly emptyAlone: boolean;
}

/**
 * How subjects of two parts belong together: they are the same; or the member names its holder in a column of the
 * subjects table; or everybody belongs to the only subject of a part, or to the one subject `ALL`.
 */
export type SubjectRelation =
  | { readonly kind: 'same' }
  | Named
  /** The member's column has the same value as a column of the holder, who is found among these subjects. */
  | {
      readonly kind: 'equal';
      readonly column: string;
      readonly equals: string;
      readonly among: Readonly<Record<string, readonly string[]>>;
    }
  /** Every member belongs to the only subject of the holder's part, who is found among these subjects. */
  | {
      readonly kind: 'only';
      readonly part: string;
      readonly among: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly kind: 'everybody' };

/** The member names its holder, or several of them, in a column of the subjects table. */
export interface Named {
  readonly kind: 'named';
  readonly column: string;
  /** What stands between several ids in one cell. */
  readonly list?: string;
  /** The subject named is on the way only: this column of it names the holder. */
  readonly then?: string;
}

/** Subjects of one kind, scored in one kind of period. */
export interface PlanPart {
  readonly id: string;
  readonly periodKind: PeriodKind;
  readonly subjects: SubjectFilter;
  /** What makes a subject take part in a period. */
  readonly takesPart: Participation;
}

/** Subjects whose columns have one of the values given; `all`: the one subject `ALL` that stands for everybody. */
export type SubjectFilter =
  | { readonly kind: 'columns'; readonly columns: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: 'all' };

export interface Participation {
  /** By rows of its own; `null`: rows do not matter. */
  readonly rows: {
    /** Items whose rows count; `null`: all. */
    readonly items: readonly string[] | null;
    /** Rows of sub-periods do not count. */
    readonly ownPeriodOnly: boolean;
    /** Rows that say nothing do not count: those of NA, and those of 0 of these items (events). Left out: all rows count. */
    readonly exceptIdle?: readonly string[];
  } | null;
  /** By members of other parts that take part. */
  readonly members: readonly { readonly part: string; readonly subject: SubjectRelation }[];
  /** By those of other parts that it belongs to. */
  readonly holders?: readonly { readonly part: string; readonly subject: SubjectRelation }[];
  /** In every period in which anybody takes part in this other part. */
  readonly whenever: readonly string[];
  /** In no period in which nobody takes part in one of these parts. */
  readonly onlyWhen?: readonly string[];
}

export type Aggregate =
  'sum' | 'count' | 'mean' | 'minimum' | 'maximum' | 'only' | 'any' | 'all' | 'first' | 'last' | 'count distinct';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** One edge of a band: the number, and whether it belongs to the band. */
export interface BandEdge {
  readonly value: string;
  readonly included: boolean;
}

export interface Band {
  readonly lower: BandEdge | null;
  readonly upper: BandEdge | null;
}

/** States that `replace` can put something else in the place of. */
export type ReplacedState = 'missing' | 'na' | 'division-by-zero' | 'parameter-unset';

/** The operators. Their semantics for missing and NA are the table in docs/plan.md. */
export type Operation =
  // Sources
  | { readonly kind: 'constant'; readonly value: Cell }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'key'; readonly field: 'subject' | 'period' | 'group' | 'parent' }
  | { readonly kind: 'field'; readonly field: RowField }
  | { readonly kind: 'of cell' }
  | { readonly kind: 'calendar'; readonly field: CalendarField | 'first period' }
  // Arithmetic
  /** Of a t and its degrees of freedom: the two-sided p of Student's distribution. */
  | { readonly kind: 'two-sided p' }
  | { readonly kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'negate' | 'absolute' | 'square root' | 'power' }
  | { readonly kind: 'smallest' | 'largest' }
  | { readonly kind: 'round'; readonly places: number; readonly mode: RoundingMode }
  /** To as many places as a second column says. */
  | { readonly kind: 'round to'; readonly mode: RoundingMode }
  /** To so many digits that count, wherever the point stands. */
  | { readonly kind: 'significant'; readonly digits: number }
  | { readonly kind: 'combine'; readonly how: 'sum' | 'mean' | 'weighted mean' }
  | { readonly kind: 'best'; readonly count: number }
  // Conditions and choice
  | { readonly kind: 'compare'; readonly relation: Comparison }
  | { readonly kind: 'and' | 'or' | 'not' }
  | { readonly kind: 'join'; readonly between: string }
  | { readonly kind: 'contains' }
  | { readonly kind: 'select' }
  | { readonly kind: 'bands'; readonly bands: readonly Band[] }
  | { readonly kind: 'match'; readonly words: readonly string[]; readonly otherwise: boolean }
  | Rung
  | { readonly kind: 'on rung'; readonly words: readonly string[] }
  // States
  | { readonly kind: 'is'; readonly state: 'missing' | 'na' | 'given' }
  /** The names of the parameters for want of which the operands have no result; words among them are such names. */
  | { readonly kind: 'unset names' }
  | { readonly kind: 'replace'; readonly states: readonly ReplacedState[] }
  | { readonly kind: 'guard' }
  // Dates
  | DateOperation
  // A column under a name or label of its own
  | { readonly kind: 'same' }
  // Between frames. `fold`: values, mask. `gather`: values, mask; with peers: values, key, mask. `rank`: values, key, mask.
  // The mask (a flag column) may be left out: then everything counts. What is not `true` in a mask does not count.
  | { readonly kind: 'fold'; readonly aggregate: Aggregate; readonly allNA: 'missing' | 'na' }
  | {
      readonly kind: 'gather';
      readonly relation: Relation;
      readonly aggregate: Aggregate;
      readonly missing: 'zero' | 'leave out';
      /** Only those count whose keys equal the own ones: the last inputs are this many of theirs, then as many own. */
      readonly matched?: number;
    }
  | Running
  | BroughtForward
  | { readonly kind: 'rank'; readonly direction: 'highest first' | 'lowest first'; readonly ties: 'first' | 'last' };

/**
 * Adds up along an order: the amount of a row and of all its peers before it. With amounts of 1 it numbers them.
 * Inputs: the amount, the columns to order by, the keys, a mask. What agrees in all columns stands in the order of the frame.
 */
export interface Running {
  readonly kind: 'running';
  readonly order: readonly ('lowest first' | 'highest first')[];
  readonly peers: RowPeers;
  /** What agrees stands in the reverse order of the frame. */
  readonly latestFirst: boolean;
}

/** Where a word stands on a scale, best word first: counted from the worst up, so that better is more, or from the best. */
export interface Rung {
  readonly kind: 'rung';
  readonly from: 'worst' | 'best';
  readonly scale: string;
  readonly words: readonly string[];
}

/**
 * The balance with which a cell begins, of an account that goes on from period to period of one subject. Inputs: what is
 * paid in, what is wanted, and the balance to start with. What is wanted is drawn as far as the balance at the beginning goes.
 */
export interface BroughtForward {
  readonly kind: 'brought forward';
  /** Kind of period with which the account starts again; `null`: never. */
  readonly again: PeriodKind | null;
}

/** What the calendar says about the period of a cell: numbers within the year, and its days. */
export type CalendarField = 'year' | 'half' | 'quarter' | 'month' | 'days';

/** An operator over dates. `period`: for `period of` the kind of period. */
export interface DateOperation {
  readonly kind: 'date';
  readonly how:
    | 'date'
    | 'year of'
    | 'month of'
    | 'week of'
    | 'week year of'
    | 'weeks in'
    | 'years after'
    | 'days between'
    | 'period of';
  readonly period?: PeriodKind;
}

/** A column of the data, and with how many decimals the value was written. */
export type RowField = 'value' | 'category' | 'matter' | 'date' | 'rater' | 'period' | 'subject' | 'item' | 'decimals';

/** A column of the plan: an operator over other columns, all of one frame unless the operator goes between frames. */
export interface PlanNode {
  readonly id: NodeId;
  readonly frame: FrameId;
  readonly type: ValueType;
  readonly operation: Operation;
  readonly inputs: readonly NodeId[];
  /** What this step is, for explanations; steps without a label are folded into the arithmetic of the next one with. */
  readonly label: StepLabel | null;
}

export interface StepLabel {
  readonly title: LocalText;
  readonly clause: string;
  /**
   * `step`: a line of the calculation. `condition`: something that was looked at; when it does not hold, the
   * explanation says so. `question`: the same, of a condition within a formula. `row`: what was found in a table. `input`: the reading of one input item. `limit`: shown only where it binds.
   */
  readonly kind: 'step' | 'condition' | 'question' | 'row' | 'input' | 'limit' | 'figure';
  /** For `input`: the item. */
  readonly item?: string;
  /** For `figure`: the node of the scheme that this column is, or is a side of. */
  readonly figure?: { readonly part: string; readonly id: string };
}

/** A figure that is shown: a node of the scheme's table. */
export interface PlanFigure {
  readonly part: string;
  /** Node id as in the scheme. */
  readonly id: string;
  readonly column: NodeId;
  /** Full marks, where there are any. */
  readonly max: NodeId | null;
  /** Flag column: is a row written? `null`: always. */
  readonly written: NodeId | null;
}

/** The operator graph of a scheme. Nodes stand in an order in which every input comes before its use. */
export interface Plan {
  readonly parts: readonly PlanPart[];
  readonly frames: readonly Frame[];
  readonly nodes: readonly PlanNode[];
  readonly figures: readonly PlanFigure[];
}
