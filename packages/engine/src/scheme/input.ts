import type { PeriodKind } from '../data/period.ts';
import type { LocalText } from '../reader/figure.ts';

/** What kind of thing an input observes; decides what a row's columns mean and what no row means. */
export type InputKind = 'number' | 'score' | 'rating' | 'event' | 'flag' | 'level';

/** One input of a scheme, complete with defaults: what must be delivered, in which words, within which limits. */
export interface InputDeclaration {
  /** Kind of period for which it is delivered; `null`: that of the part. */
  readonly per?: PeriodKind | null;
  /** Kinds of period whose rows some figure reads: rows of others would count nowhere. Left out: not known. */
  readonly periods?: readonly PeriodKind[];
  /** Item id as in the `item` column; may hold a `*` to stand for a family of items (`key.*`, `dev.*.plan`). */
  readonly item: string;
  readonly kind: InputKind;
  readonly title: LocalText;
  readonly unit: string;
  /** Who delivers it; empty when the scheme does not say. */
  readonly from: string;
  /** Vocabulary of the value: words of a `level`, or of a `rating` given in words; empty otherwise. */
  readonly words: readonly string[];
  /** The value may be any word: there is no vocabulary. */
  readonly takesAnyWord: boolean;
  /** Vocabulary of the category; empty: any text. */
  readonly categories: readonly string[];
  /** What the words of the category are called, where the scheme says so. */
  readonly categoryTitles: Readonly<Record<string, LocalText>>;
  /** What the words of the value are called, where the scheme says so. */
  readonly wordTitles: Readonly<Record<string, LocalText>>;
  /** Limits of the value (both included) as decimal texts; `null`: no limit. */
  readonly min: string | null;
  readonly max: string | null;
  /** Parameters that set these limits; see `inputsUnder`. */
  readonly limitedBy?: { readonly min?: string; readonly max?: string };
  /** Whether `NA` is provided for. Where it is not, an `NA` event row counts as not there and any other input as missing. */
  readonly mayBeNA: boolean;
  /** Event rows whose value is an amount: an empty value is refused at import. */
  readonly needsValue: boolean;
  /** Rows that must carry a date, a matter, a category or a rater to be of use. */
  readonly needsDate: boolean;
  readonly needsMatter: boolean;
  readonly needsCategory: boolean;
  readonly needsRater: boolean;
  /** Its items are names in formulas: letters, digits and `_` alone. */
  readonly needsPlainName?: boolean;
  /** The matter names a subject of another part; left out: it is just a matter. */
  readonly matterNames?: NamedSubjects;
}

/** Subjects of a part: those whose columns have one of these values each. */
export interface NamedSubjects {
  readonly part: string;
  readonly title: LocalText;
  readonly among: Readonly<Record<string, readonly string[]>>;
}
