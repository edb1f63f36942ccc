import type { Explanation } from '../explain/explanation.ts';
import type { Figure, LocalText } from './figure.ts';

/** What a node is in its scheme. */
export type NodeRole = 'item' | 'adjustment' | 'result';

/** One row of the scheme's table: an indicator, an adjustment or a result. */
export interface NodeDescription {
  readonly id: string;
  /** The node this one adds up into; `null` at the top. */
  readonly parent: string | null;
  readonly title: LocalText;
  readonly role: NodeRole;
  /** `number`: marks, money, ranks; `word`: grades and other vocabularies; `flag`: `true` or `false`. */
  readonly kind: 'number' | 'word' | 'flag';
  /** Full marks as written in the scheme; `null` where there are none or where they depend on the data. */
  readonly max: string | null;
  readonly weight: string | null;
  readonly unit: string;
  readonly clause: string;
  /** The rule in words, without any subject's numbers. */
  readonly rule: LocalText;
  /** Vocabulary of a `word` node in the order of the scheme (best first for grades); empty if free. */
  readonly words: readonly string[];
  /** What words are called that are not to be shown as they are written. Words are compared and sorted as written. */
  readonly wordTitles?: Readonly<Record<string, LocalText>>;
}

/** Subjects of one kind, scored in one kind of period by one tree. Most schemes have a single part. */
export interface PartDescription {
  readonly id: string;
  readonly title: LocalText;
  /** Kind of period of this part's results. */
  readonly periodKind: 'year' | 'half' | 'quarter' | 'month';
  /** Periods with results, oldest first. */
  readonly periods: readonly string[];
  /** Groups that are ranked apart, in the order of the subjects file; empty when there is one ranking for all. */
  readonly groups: readonly string[];
  /** Column of the subjects table that makes the groups; left out where there is one ranking for all. */
  readonly rankedWithin?: string;
  /**
   * Published results only, where groups are not shown as they are called: `codes` stand for them; `none`: ranks are within groups, and `groups` is empty, for
   * visitors do not see which.
   */
  readonly groupsShown?: 'codes' | 'none';
  readonly fullMarks: string | null;
  /** The tree in document order: parents before children, then adjustments, then results. */
  readonly nodes: readonly NodeDescription[];
  /** Ids that play a known role, where the part has them. */
  readonly known: {
    readonly total?: string;
    readonly rank?: string;
    readonly grade?: string;
    readonly veto?: string;
    readonly complete?: string;
  };
}

/** What the reader holds. */
export interface ResultsDescription {
  readonly scheme: string;
  readonly title: LocalText;
  /** Version of the rules as written in the scheme file. */
  readonly version: string;
  /** Parts that have something to show; one that only serves others is left out. */
  readonly parts: readonly PartDescription[];
  /** Present on published results only. */
  readonly published: PublicationNotice | null;
  /** Present on published results only. */
  readonly discretion?: PublicationDiscretion;
  /** Parameters that were set to something else than the scheme says: the results are a trial, and say so. */
  readonly changedParameters?: readonly ChangedParameter[];
}

/** A parameter with a value of its own. */
export interface ChangedParameter {
  readonly name: string;
  readonly title: LocalText;
  readonly unit: string;
  /** Value in force; empty: unset. */
  readonly value: string;
  /** Value as the scheme says; empty: unset, or by the year. */
  readonly written: string;
}

/** What a published package says about itself. */
export interface PublicationNotice {
  /** ISO date of the publication. */
  readonly date: string;
  /** First and last day of the public notice, where given. */
  readonly from: string;
  readonly to: string;
  /** Where and how to object. */
  readonly objections: string;
}

/** What a visitor of published results is told about what is not shown. */
export interface PublicationDiscretion {
  /** Codes stand for the subjects. */
  readonly codes: boolean;
  /** Something was held back because fewer than `smallest` people stood behind it. */
  readonly heldBack: boolean;
  readonly smallest: number;
}

/** A subject as it is shown. */
export interface SubjectLabel {
  readonly subject: string;
  readonly name: string;
  readonly group: string;
  readonly parent: string;
}

/** Which slice of the results is asked for. `part` may be left out where there is only one. */
export interface Slice {
  readonly part?: string;
  readonly period: string;
  /** One group; left out or empty: all groups, each with its own ranks. */
  readonly group?: string;
}

/** A ranking: who stands where, with the columns asked for. */
export interface RankingQuery extends Slice {
  /** Node ids to bring along as columns; default: the top items of the tree, in parts without items the first results. */
  readonly columns?: readonly string[];
}

export interface RankingRow extends SubjectLabel {
  readonly rank: Figure | null;
  readonly total: Figure | null;
  readonly grade: Figure | null;
  /** `true` when a veto holds; `null` when the part has none. */
  readonly veto: boolean | null;
  /** `false` when something is missing. */
  readonly complete: boolean | null;
  /** Places gained (positive) or lost since the period before; `null` when there is nothing to compare. */
  readonly change: number | null;
  /** Figures of the columns asked for, in their order. */
  readonly figures: readonly Figure[];
}

export interface Ranking {
  readonly part: PartDescription;
  readonly period: string;
  readonly group: string;
  readonly columns: readonly NodeDescription[];
  /**
   * Ordered by group (as in the subjects file), rank, and name; in parts without ranks by total instead, the highest
   * first. Subjects without a rank (a total) come last.
   */
  readonly rows: readonly RankingRow[];
}

/** One subject's sheet. */
export interface SheetQuery extends Slice {
  readonly subject: string;
}

export interface SheetLine {
  readonly node: NodeDescription;
  /** Depth in the tree, 0 at the top. */
  readonly depth: number;
  readonly figure: Figure;
  /** Full marks that hold for this subject (they may depend on the data). */
  readonly max: Figure | null;
  /** Full marks less the score, for items with full marks and a score. */
  readonly lost: Figure | null;
  /** Mean and best of those in the group who have a score there. The mean is rounded to 2 places, to more where it would exceed the best. */
  readonly groupMean: Figure | null;
  readonly groupBest: Figure | null;
  /** The same subject's figure in the period before. */
  readonly previous: Figure | null;
}

export interface ScoreSheet {
  readonly part: PartDescription;
  readonly period: string;
  readonly label: SubjectLabel;
  /** How many subjects are ranked in the group; 0 where nobody is, and where it is not published who is in one group. */
  readonly ranked: number;
  readonly lines: readonly SheetLine[];
}

/** Shares of full marks along the axes of a radar. */
export interface ProfileQuery extends SheetQuery {
  /** Parent whose children are the axes; default: the top of the tree. */
  readonly of?: string;
}

export interface ProfileAxis {
  readonly node: NodeDescription;
  /** Full marks of the axis as a double, for drawing. */
  readonly max: number;
}

export interface ProfileSeries {
  readonly kind: 'subject' | 'mean' | 'best' | 'previous';
  /** Name of the subject, or empty for mean, best and previous (the widget names them in its language). */
  readonly name: string;
  /** One figure per axis; `null` where there is none (does not apply). */
  readonly figures: readonly (Figure | null)[];
}

export interface Profile {
  readonly part: PartDescription;
  readonly period: string;
  readonly label: SubjectLabel;
  readonly axes: readonly ProfileAxis[];
  readonly series: readonly ProfileSeries[];
}

export interface ExplainQuery extends Slice {
  readonly subject: string;
  readonly node: string;
}

/**
 * Where widgets get their data. Two implementations: published results (a static file, no worker, no WebAssembly)
 * and a live workspace (the page's worker with engine and DuckDB). A widget does not know which one it has.
 *
 * Every method rejects with a `ReaderError` whose message is fit for the user.
 */
export interface ResultsReader {
  describe(): Promise<ResultsDescription>;
  ranking(query: RankingQuery): Promise<Ranking>;
  sheet(query: SheetQuery): Promise<ScoreSheet>;
  profile(query: ProfileQuery): Promise<Profile>;
  /** `null` when this source carries no explanations (published without them). */
  explain(query: ExplainQuery): Promise<Explanation | null>;
  /** Calls `listener` after the results have changed; the returned function ends that. */
  subscribe(listener: () => void): () => void;
}

/** A request that cannot be answered, in words for the user. */
export class ReaderError extends Error {
  readonly code: 'unknown-period' | 'unknown-subject' | 'unknown-node' | 'unknown-part' | 'source' | 'busy';
  readonly text: LocalText;
  constructor(code: ReaderError['code'], text: LocalText) {
    super(text.en);
    this.name = 'ReaderError';
    this.code = code;
    this.text = text;
  }
}
