import type { LocalText } from './figure.ts';
import type {
  ChangedParameter,
  PartDescription,
  PublicationDiscretion,
  PublicationNotice,
  SubjectLabel,
} from './results-reader.ts';
import type { ExplanationStep, InputReading } from '../explain/explanation.ts';

/**
 * Mark and version of the published results file. A reader refuses another mark or a newer version. Version 2 marks
 * figures that are held back, version 3 has groups of its own in parts; a file without either is of version 1, which older
 * pages read as well.
 */
export const PUBLISHED_FORMAT = 'kaoheng-results';
export const PUBLISHED_VERSION = 3;
export const VERSION_WITHOUT_GROUPS = 2;
export const VERSION_WITHOUT_HELD = 1;

/**
 * Published results: one JSON file, made by `kaoheng publish` and by the dashboard.
 *
 * Figures are kept in columns: `figures[node][i]` belongs to `keys[i]`. A figure is its text alone (see `Figure.text`);
 * the states are marked by `NA`, and by a leading `?` for missing (`?0`); a leading `~` marks a rounded fraction, a
 * leading `=` keeps a word that begins with one of these marks; `!` alone is a figure that is held back; an empty text
 * means that no row is written there.
 */
export interface PublishedFile {
  readonly format: typeof PUBLISHED_FORMAT;
  readonly version: number;
  readonly scheme: string;
  readonly title: LocalText;
  readonly schemeVersion: string;
  /** Parameters that were changed for these results; left out by files of older programs. */
  readonly changedParameters?: readonly ChangedParameter[];
  readonly notice: PublicationNotice;
  /** What visitors are told about what they cannot see; left out by files of older programs. */
  readonly discretion?: PublicationDiscretion;
  /** `sha256-` and the digest of all the rest (`integrity.ts`); left out by files of older programs. */
  readonly integrity?: string;
  readonly subjects: readonly SubjectLabel[];
  readonly parts: readonly PublishedPart[];
}

export interface PublishedPart {
  readonly description: PartDescription;
  /** Rows of the tables below: period and index into `subjects`. */
  readonly keys: readonly (readonly [period: string, subject: number])[];
  /**
   * The group of each row, as its number among the groups of the description; -1: none. Left out where subjects say their
   * group, where everybody is ranked together, and where groups are not shown.
   */
  readonly groups?: readonly number[];
  readonly figures: Readonly<Record<string, readonly string[]>>;
  /** Full marks per row, only for nodes whose full marks depend on the data. */
  readonly maxima: Readonly<Record<string, readonly string[]>>;
  /** Explanations by node, then row; only when published with them. Source rows are never included. */
  readonly explanations?: Readonly<Record<string, readonly (PublishedExplanation | null)[]>>;
}

/**
 * An explanation without what the file says anyway. Figures are texts with the marks above; here a word always has a
 * leading `=`.
 */
export interface PublishedExplanation {
  readonly arithmetic: string;
  readonly titledArithmetic?: LocalText;
  readonly steps: readonly (Omit<ExplanationStep, 'figure'> & { readonly figure: string })[];
  readonly inputs: readonly (Omit<InputReading, 'figure' | 'rows'> & { readonly figure: string })[];
  readonly figures: readonly PublishedReference[];
  /** Rule and clause alone are published: the rest would tell what is not. */
  readonly withheld?: boolean;
  readonly state?: LocalText;
  readonly max?: string;
  /** Only where they differ from those of the node. */
  readonly title?: LocalText;
  readonly rule?: LocalText;
  readonly clause?: string;
}

/** A published figure that another one was made from; what is left out is as in the explained figure. */
export interface PublishedReference {
  readonly node: string;
  readonly part?: string;
  readonly period?: string;
  readonly subject?: string;
}
