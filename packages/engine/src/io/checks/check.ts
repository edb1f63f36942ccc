import type { Observation } from '../../data/dataset.ts';
import type { ObservationColumn } from '../header.ts';
import type { FoundItem, ItemIndex } from '../item-index.ts';
import type { RowInCheck } from '../row-in-check.ts';
import type { Slots } from '../slots.ts';
import type { SubjectIndex } from '../subject-index.ts';

/** What the rows of observations are checked against. */
export interface CheckContext {
  readonly subjects: SubjectIndex;
  readonly items: ItemIndex;
  readonly slots: Slots;
  /** Rows accepted so far. */
  readonly accepted: readonly Observation[];
}

/** The normalised row as far as the checks have come; each check fills in its own field. */
export interface ObservationDraft {
  period: string;
  subject: string;
  item: string;
  value: string;
  category: string;
  rater: string;
  matter: string;
  date: string;
  /** The item with its declaration; `null` where it is unknown, so that nothing more can be asked of the row. */
  found: FoundItem | null;
  /** The value is `NA`, or the event happened 0 times: the row says that nothing is there, and needs no particulars. */
  saysNothing: boolean;
}

/**
 * One check of one row: reads cells, puts the normalised text into the draft, refuses, or notes.
 * Checks run in the order of `OBSERVATION_CHECKS`; one that needs another's field comes after it.
 */
export type ObservationCheck = (
  row: RowInCheck<ObservationColumn>,
  draft: ObservationDraft,
  context: CheckContext,
) => void;
