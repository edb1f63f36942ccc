import type { Amendment } from '../io/amend/amendment.ts';
import type { SheetMapping } from '../io/mapping/sheet-mapping.ts';
import type { ParameterSettings } from '../scheme/compile/parameters.ts';

/** A scheme to open: one that comes with the product, or the text of a file. */
export type SchemeSource = { readonly builtIn: string } | { readonly name: string; readonly text: string };

/** A file as a workspace keeps it: its bytes lie in the store of files under their digest. */
export interface KeptFile {
  readonly name: string;
  /** SHA-256 of the bytes, in hexadecimal. Equal bytes are kept once. */
  readonly digest: string;
  readonly bytes: number;
}

/** Files that came in together. An import is undone as a whole. */
export interface ImportRecord {
  readonly id: string;
  /** When, as ISO 8601 with the time of day in UTC. */
  readonly time: string;
  readonly files: readonly KeptFile[];
  /** `true`: rows that were refused stay out; the user has seen them and went on. */
  readonly withoutRefused: boolean;
  /** How the sheets in foreign layouts were read; kept for the same workbooks of next year. */
  readonly mappings?: readonly SheetMapping[];
  /** Cells and rows of the files that the user had set right. */
  readonly amendments?: readonly Amendment[];
}

/** One cell of the observations set right by hand; what the file said is not touched. */
export interface Correction {
  readonly id: string;
  readonly time: string;
  /** Who and what: the observation is found by all of these together. */
  readonly period: string;
  readonly subject: string;
  readonly item: string;
  readonly category: string;
  readonly rater: string;
  readonly matter: string;
  readonly date: string;
  /** What it said; a correction whose cell says something else by now does not apply, and the report says so. */
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** Of imports that say different things of one value, which one counts. */
export interface ConflictChoice {
  readonly period: string;
  readonly subject: string;
  readonly item: string;
  /** Whose marks are meant, where each rater has a row; empty otherwise. */
  readonly rater: string;
  /** The column of the subjects that is meant; period and item are empty then. Empty where a row of observations is meant. */
  readonly column: string;
  /** The import that counts. */
  readonly import: string;
  readonly reason: string;
}

/** Where imports say different things: a row of observations, or a column of a subject. */
export type ConflictPlace = Pick<ConflictChoice, 'period' | 'subject' | 'item' | 'rater' | 'column'>;

/** Of many conflicts, which import counts, as it was decided at one moment: conflicts that come up later are open. */
export interface ChoiceForMany {
  readonly import: string;
  readonly reason: string;
  /** Period, subject, item, rater and column of each; short, for there may be a hundred thousand. */
  readonly places: readonly (readonly [string, string, string, string, string])[];
}

/** A look at the results that somebody comes back to, under a name of their own. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /**
   * Where it leads: the fields of the page's address, with their texts. A page passes over fields that it does not know,
   * and falls back where one names what is not there any more.
   */
  readonly look: Readonly<Record<string, string>>;
}

/**
 * Everything that a workspace is made of. Results are computed from it and never kept: two workspaces of equal content
 * have equal results.
 */
export interface WorkspaceContent {
  readonly scheme: SchemeSource;
  /** The user's imports, the oldest first; or the sample of the scheme. */
  readonly data: readonly ImportRecord[] | 'sample';
  readonly corrections: readonly Correction[];
  readonly choices: readonly ConflictChoice[];
  readonly parameters: ParameterSettings;
  /** In the order in which they were saved first. They change no figure. */
  readonly views: readonly SavedView[];
}

export function newContent(scheme: SchemeSource, data: WorkspaceContent['data'] = []): WorkspaceContent {
  return { scheme, data, corrections: [], choices: [], parameters: {}, views: [] };
}
