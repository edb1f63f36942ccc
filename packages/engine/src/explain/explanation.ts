import type { Figure, LocalText } from '../reader/figure.ts';

/** One row of imported data that a figure was read from, with the cell it stands in. */
export interface SourceRow {
  readonly period: string;
  readonly subject: string;
  readonly item: string;
  /** The value as imported (after normalising digits), before any rule touched it. */
  readonly value: string;
  readonly category: string;
  /** What the category is called; the word itself where the scheme does not say. */
  readonly categoryTitle: LocalText;
  readonly matter: string;
  readonly date: string;
  readonly note: string;
  /** What was done with the row after it was read: a correction, a choice between imports, an open conflict. */
  readonly remark?: LocalText;
  /** File name; empty when the data did not come from a file. */
  readonly file: string;
  /** Sheet name; empty for CSV. */
  readonly sheet: string;
  /** Cell of the value, as a spreadsheet names it (`D12`); for CSV column letter and line (`D12`). */
  readonly cell: string;
  /** `false`: looked at, but it did not count here (another category, below a threshold). */
  readonly used: boolean;
  /** Why it did not count, where the rules have a name for it ("one matter counts once"). */
  readonly reason?: LocalText;
}

/** An input that a figure read: what was asked for, what came, and from where. */
export interface InputReading {
  readonly item: string;
  readonly title: LocalText;
  readonly unit: string;
  readonly figure: Figure;
  /** What the word that was read is called, where the scheme gives it another name. */
  readonly word?: LocalText;
  /** Who has to deliver it, when the scheme says so. */
  readonly from: string;
  readonly rows: readonly SourceRow[];
  /** Set where a row entered by hand would fill the gap: whose it is, and of which period; empty: of one that a person must say. */
  readonly gap?: { readonly subject: string; readonly period: string };
  /** `true`: a parameter of the scheme, which has no rows. */
  readonly isParameter?: boolean;
  /** `true`: a column of the subjects table, which has no rows of its own. */
  readonly isAttribute?: boolean;
  /** `true`: what people gave their names for in confidence; never published one by one. */
  readonly isRating?: boolean;
}

/** One step of the arithmetic, in the order of calculation. */
export interface ExplanationStep {
  /** What this step is about ("deduction for late payments"). */
  readonly title: LocalText;
  /**
   * The step with its result: `2 × 0.5 = 1`, `105.035 ≈ 105.04` (rounded), `49.99 ∈ (−∞, 50) → 0`; of a condition the
   * comparison alone (`19 ≥ 20`). Empty when there is nothing to calculate: then `figure` says it all.
   */
  readonly arithmetic: string;
  /** The arithmetic with what its words are called; only where the scheme has titles for them. */
  readonly titledArithmetic?: LocalText;
  readonly figure: Figure;
  /** What the word that the step came to is called, where the scheme gives it another name. */
  readonly word?: LocalText;
  /** `false` for a step that was looked at and did not apply; `reason` then says why. */
  readonly applied: boolean;
  /** Why it applied or not ("persons 19, needed 20"); empty when the arithmetic says it all. */
  readonly reason: LocalText;
  readonly clause: string;
}

/** A figure of the scheme that this figure was made from, to be opened in turn. */
export interface FigureReference {
  readonly part: string;
  readonly period: string;
  readonly subject: string;
  readonly subjectName: string;
  readonly node: string;
  readonly title: LocalText;
  readonly figure: Figure;
}

/** How one figure came about. Made on demand, never stored. */
export interface Explanation {
  readonly part: string;
  readonly period: string;
  readonly subject: string;
  readonly subjectName: string;
  readonly node: string;
  readonly title: LocalText;
  readonly figure: Figure;
  readonly max: Figure | null;
  readonly clause: string;
  /** The rule in words. */
  readonly rule: LocalText;
  /** The whole calculation in one line, numbers put in: `0.9 × 96.5 + 8.2 = 95.05`. */
  readonly arithmetic: string;
  /** The arithmetic with what its words are called; only where the scheme has titles for them. */
  readonly titledArithmetic?: LocalText;
  readonly steps: readonly ExplanationStep[];
  readonly inputs: readonly InputReading[];
  readonly figures: readonly FigureReference[];
  /**
   * Set where it tells of others than its subject: of the group in which that is ranked (how many they are, where they
   * stand), or of those that it belongs to or that belong to it.
   */
  readonly looksAt?: 'group' | 'kin';
  /** Set when the figure is missing or does not apply: what is missing, who owes it, or why it does not apply. */
  readonly state: LocalText | null;
  /** `true`: how this figure came about is not published, for it would tell what is not. */
  readonly withheld?: boolean;
}

/** The calculation as people of a language read it. */
export function arithmeticIn(
  { arithmetic, titledArithmetic }: Pick<Explanation, 'arithmetic' | 'titledArithmetic'>,
  language: keyof LocalText,
): string {
  return titledArithmetic?.[language] ?? arithmetic;
}
