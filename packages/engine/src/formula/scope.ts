import type { PeriodKind } from '../data/period.ts';
import type { FrameId, NodeId, Aggregate, CellRelation, Span } from '../plan/plan.ts';
import type { MatchingKeys } from '../plan/builder.ts';
import type { ValueType } from '../plan/cell.ts';

/** What a name in a formula stands for: one value, or a list of values to be drawn together. */
export type Reference =
  | {
      readonly kind: 'value';
      readonly column: NodeId;
      /** The column before a missing figure was counted as 0, for `given`, `missing` and `applies`. */
      readonly raw?: NodeId;
    }
  | { readonly kind: 'list'; readonly list: ValueList };

/** A list of values that belongs to a cell: rows of an item, the group's subjects, the members of another part. */
export interface ValueList {
  /** Values of the list, in a frame of its own. */
  readonly values: NodeId;
  readonly type: ValueType;
  /** Names that hold inside `list[condition]`. */
  readonly inside: FormulaScope;
  /** Draws the values together into one value of the outer frame. `mask`: a flag column of the list's frame. */
  draw(aggregate: Aggregate, values: NodeId, mask: NodeId | null, matching?: readonly MatchingKeys[]): NodeId;
  /** Mask of the rows that are in the list at all, which `draw` adds by itself. */
  readonly counted?: NodeId | null;
  /** The cells elsewhere that the rows of the list are read for; left out: the own one. */
  readonly cells?: CellRelation;
  /** `true`: `first` and `last` go by an order of its own. */
  readonly ordered?: boolean;
  /** `true`: `their = own.x` compares each with the one who asks; `draw` then takes the keys. */
  readonly canMatch?: boolean;
}

/** The names that a formula can use, in the frame it is computed in. */
export interface FormulaScope {
  readonly frame: FrameId;
  /** `null`: there is no such name. */
  resolve(name: string): Reference | null;
  /**
   * The column of a name for questions about its state: not counted as 0 where it is missing, and not needed by the
   * rule that asks. `null`: there is no such value.
   */
  resolveState(name: string): NodeId | null;
  /** The same name `back` periods earlier; `null` where the name has no past of its own. */
  resolvePrevious(name: string, back: number): NodeId | null;
  /** Rows of an input in several periods; `null` where the name is none. */
  resolveSpan?(name: string, span: Span): ValueList | null;
  /** All rows of an input of which one row of NA decides over the others, those of NA included; `null` where it is none. */
  resolveOverridden?(name: string): ValueList | null;
  /** With how many decimals the value of a name was written; `null` where the name is no input with one value. */
  resolveDecimals?(name: string): NodeId | null;
  /** What a name stands for in another part, in the cells of that part. */
  resolveElsewhere?(part: string, name: string): Reference | null;
  /** Kind of the period of the cells. */
  readonly periodKind?: PeriodKind;
  /** All names, for suggestions. */
  names(): readonly string[];
}
