import type { TSchema } from 'typebox';
import type { FormulaScope } from '../formula/scope.ts';
import type { PlanBuilder } from '../plan/builder.ts';
import type { Aggregate, FrameId, NodeId } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import type { NodeRole } from '../reader/results-reader.ts';
import type { InputDeclaration } from '../scheme/input.ts';
import type { PlaceKind } from '../scheme/compile/place.ts';
import type { SchemePath } from '../scheme/finding.ts';
import type { Amount, Literal, Title } from '../scheme/schema/common.ts';
import type { RegisterRow } from '../scheme/schema/register.ts';
import type { SchemeNode } from '../scheme/schema/node.ts';

/**
 * A kind of rule: one folder or file, one line in the registry.
 *
 * A kind never computes a score. It says what its part of the scheme file looks like (`schema`), turns it into columns
 * of the plan (`compile`), and words it for people (`describe`).
 */
export interface RuleKind<Config = never> {
  /** The key under which it stands in a scheme file. */
  readonly key: string;
  readonly schema: TSchema;
  compile(config: Config, context: RuleContext): NodeId;
  /** The rule in words, without any subject's numbers. */
  describe(config: Config, context: DescribeContext): LocalText;
  /**
   * Words that the rule can give, best first where that has a meaning. `wordsOf` knows those of another node, where a
   * formula is just its name. Left out: the rule gives numbers, or any word.
   */
  words?(config: Config, wordsOf: (formula: string) => readonly string[]): readonly string[];
  /** Rules inside this one, with their place, so that their shape is checked like that of any rule. */
  inner?(config: Config): readonly { readonly holder: unknown; readonly path: SchemePath }[];
  /** Where the rule may stand; default: anywhere. */
  readonly onlyIn?: NodeRole;
  /** The figure of the node, as it is shown, is one of the terms of `bonus` or of `penalty`. */
  readonly entersAs?: 'plus' | 'minus';
  /** The figure is shown with a minus: everything beside the rule speaks of what is taken off, a positive number. */
  readonly isShownNegative?: (config: Config) => boolean;
  /** `true`: the figure is a place. Whoever cannot be divided would take everybody's place, so nothing stands in for that. */
  readonly givesPlaces?: boolean;
  /** `true`: the rule puts children together, so the node's own full marks are no limit. */
  readonly overChildren?: boolean;
}

/** Rows of one item, to be counted or drawn together. */
export interface RowReading {
  readonly declaration: InputDeclaration;
  readonly rows: FrameId;
  /** The value of each row. */
  readonly values: NodeId;
  /** Names inside a condition on these rows: value, category, matter, date, rater, and all names of the cell. */
  readonly scope: FormulaScope;
  /** Draws values of rows together into one value of the cell. */
  draw(aggregate: Aggregate, values: NodeId, mask: NodeId | null): NodeId;
}

/** Cells of another part that belong to a cell, to be counted or drawn together. */
export interface MemberReading {
  readonly frame: FrameId;
  readonly title: LocalText;
  /** A figure of each member that is a number, with its state: not counted as 0 where it is missing. */
  number(id: string, path: SchemePath): FigureReading;
  /** A condition on each member: met only when it is known to hold. */
  condition(formula: string, path: SchemePath): NodeId;
  /** Draws values of the members together into one value of the cell. */
  draw(aggregate: Aggregate, values: NodeId, mask: NodeId | null): NodeId;
}

/** What a rule kind may ask for while it compiles. Paths are relative to the rule's own place in the file. */
export interface RuleContext {
  readonly plan: PlanBuilder;
  /** Frame of the cells: one value per period and subject of the part. */
  readonly frame: FrameId;
  readonly node: SchemeNode;
  /** Names of formulas in this rule. */
  readonly scope: FormulaScope;
  /** Column of the full marks that hold for each subject; `null` where the node has none. */
  readonly max: NodeId | null;
  /** Compiles a formula of the cell. */
  formula(text: string, path: SchemePath): NodeId;
  /** Compiles a formula of the cell that must give a number. */
  numeric(text: string, path: SchemePath): NodeId;
  /** Refuses a column that is no number, where only numbers can be put together. */
  requireNumber(column: NodeId, path: SchemePath): NodeId;
  /** Compiles a formula over rows of an item that must give a number. */
  rowFormula(text: string, rows: RowReading, path: SchemePath): NodeId;
  /** A number of the file, or a formula that gives one. */
  amount(value: Amount, path: SchemePath): NodeId;
  /** A number, word or flag of the file as a column; `NA` means "does not apply". */
  literal(value: Literal, frame?: FrameId): NodeId;
  /** A condition: yes or no, met only when it is known to hold. */
  condition(text: string, path: SchemePath): NodeId;
  /** A condition on rows of an item. */
  rowCondition(text: string, rows: RowReading, path: SchemePath): NodeId;
  /** An amount in which the name `value` stands for a column of the same frame. */
  amountOf(value: Amount, column: NodeId, path: SchemePath): NodeId;
  /** Reads an input that has one value per subject and period. `whenNA`: what stands in where it does not apply. */
  single(item: string, path: SchemePath, whenNA?: NodeId): NodeId;
  /** Reads the rows of an input. */
  rows(item: string, path: SchemePath): RowReading;
  /** The members in another part, or everybody of it: to compute with their figures and draw them together. */
  members(part: string, path: SchemePath): MemberReading;
  /** Reads a register of the part. */
  register(name: string, path: SchemePath): { readonly rows: RowReading; readonly title: LocalText };
  /** Refuses words that are not among the declared categories of an item. */
  requireCategories(item: string, words: readonly string[], path: SchemePath): void;
  /** Children of the node, as they stand in the tree. */
  readonly children: readonly ChildReading[];
  /** Compiles a rule inside a rule. */
  rule(holder: Readonly<Record<string, unknown>>, path: SchemePath): NodeId;
  /** Column whose value parts the rankings. */
  rankKey(column: string | undefined): NodeId;
  /** A formula whose inputs guard its own value alone: what stands in one branch of a choice. */
  branch(text: string, path: SchemePath): NodeId;
  /** A context for one part of the rule, whose inputs guard that part alone. */
  apart(): PartOfRule;
  /** Makes the node missing or NA where a column is, as an input does that the rule reads. */
  need(column: NodeId): void;
  /** Figures of the part by id; a `*` stands for a family. */
  figures(patterns: readonly string[], path: SchemePath): readonly FigureReading[];
  /** A formula in words, for titles of steps. */
  wording(formula: string): LocalText;
  /** What a name in a formula is called, or a word that a name can be (`fee.level#late`). */
  titleOf(name: string): LocalText;
  /** What a word of an item's categories is called. */
  categoryTitle(item: string, category: string): LocalText;
  /** Makes a step that explanations show. */
  step(column: NodeId, title: LocalText, options?: StepOptions): NodeId;
  /** Remembers where in the file a column was written, for the checker. Formulas are remembered by themselves. */
  place(kind: PlaceKind, column: NodeId, path: SchemePath): NodeId;
  /** Keeps a further column of this node under a name, for sums over nodes (`plus` and `minus` of adjustments). */
  keep(name: string, column: NodeId): void;
  /** Columns that other nodes kept under a name. */
  kept(name: string): readonly NodeId[];
  /** Reports something that makes the rule unusable and stops compiling it. */
  fail(code: string, message: LocalText, remedy: LocalText, path: SchemePath): never;
}

/** One part of a rule, compiled apart from the rest. */
export interface PartOfRule {
  readonly context: RuleContext;
  /** The column, missing or NA where an input is that was read in this context up to now. */
  guarded(column: NodeId): NodeId;
}

export interface StepOptions {
  readonly kind?: 'step' | 'condition' | 'limit' | 'row';
  readonly clause?: string;
}

/** A figure of the part, with its state: not counted as 0 where it is missing. */
export interface FigureReading {
  readonly title: LocalText;
  readonly column: NodeId;
  /** The figure without what stands in for unset parameters. */
  readonly unsettled: NodeId;
}

/** A child of a node, for rules that put children together. */
export interface ChildReading {
  readonly id: string;
  readonly title: LocalText;
  readonly value: NodeId;
  /** Full marks; `null` where there are none. */
  readonly max: NodeId | null;
  /** Full marks that apply: 0 where the child does not apply; of a parent the sum over its children. */
  readonly applicableMax: NodeId | null;
  readonly weight: NodeId | null;
}

/** What a rule kind may ask for while it words itself. */
export interface DescribeContext {
  readonly node: SchemeNode;
  /** What a name in a formula is called: a node, an input, a parameter. */
  titleOf(name: string): LocalText;
  /** Titles of the nodes of that id, or of that family (`late.*`). */
  titlesLike(pattern: string): readonly LocalText[];
  /** What an input item is called. */
  itemTitle(item: string): LocalText;
  /** What a word of an item's categories is called. */
  categoryTitle(item: string, category: string): LocalText;
  /** What a word of an item's values is called. */
  wordTitle(item: string, word: string): LocalText;
  unitOf(item: string): string;
  /** Words a rule inside a rule. */
  describeRule(holder: Readonly<Record<string, unknown>>): LocalText;
  /** The conditions of a register in words. */
  registerRules(name: string): LocalText;
  /** The formula of a field of a register in words; `null`: it has no such field of its own. */
  registerField(name: string, field: string): LocalText | null;
  /** What the rows of a register are worth; none where it only lists items. */
  registerRows(name: string): readonly RegisterRow[];
  /** Title given in the file, or the fallback. */
  text(title: Title | undefined, fallback: LocalText): LocalText;
}
