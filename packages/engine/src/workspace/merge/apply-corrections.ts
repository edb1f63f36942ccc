import type { Dataset, Observation, Origin } from '../../data/dataset.ts';
import { ItemIndex } from '../../io/item-index.ts';
import { remarkTexts } from '../../locale/workspace-texts.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import type { Correction } from '../content.ts';
import { joinRemarks } from './join-remarks.ts';
import { isSameValue } from './merge-observations.ts';
import type { CorrectionOutcome } from './merged.ts';

const BY_HAND: Origin = { file: '', sheet: '', row: 0, column: '' };

interface Corrected {
  readonly observations: readonly Observation[];
  readonly outcomes: readonly CorrectionOutcome[];
  /** Rows that were not there before. */
  readonly supplied: number;
}

/**
 * Sets values right by hand, in the order of the corrections. A correction applies to the row that says what it said
 * when the user saw it; of rows that are alike, to the first. One whose row was empty because it is missing enters it.
 */
export function applyCorrections(
  { subjects, observations }: Dataset,
  corrections: readonly Correction[],
  inputs: readonly InputDeclaration[],
): Corrected {
  if (corrections.length === 0) return { observations, outcomes: [], supplied: 0 };
  const rows = [...observations];
  const items = new ItemIndex(inputs);
  const places = placesOf(rows, corrections);
  const known = new Set(subjects.map(({ id }) => id));
  let supplied = 0;
  const outcomes = corrections.map((correction): CorrectionOutcome => {
    const candidates = places.get(keyOf(correction)) ?? [];
    const place = candidates.find((at) => isSameValue(rows[at]?.value ?? '', correction.before));
    const row = place === undefined ? undefined : rows[place];
    if (place !== undefined && row !== undefined) {
      rows[place] = corrected(row, correction);
      return { correction, state: 'applied', found: row.value, origin: row.origin };
    }
    const other = rows[candidates[0] ?? -1];
    if (other) return { correction, state: 'other value', found: other.value, origin: other.origin };
    if (!known.has(correction.subject) || !isMissing(correction, items)) {
      return { correction, state: 'no row', found: '', origin: null };
    }
    places.set(keyOf(correction), [rows.length]);
    rows.push(entered(correction));
    supplied += 1;
    return { correction, state: 'applied', found: '', origin: null };
  });
  return { observations: rows, outcomes, supplied };
}

/** What happens as often as it happens is never missing: events are added by importing them. */
function isMissing({ item, before }: Correction, items: ItemIndex): boolean {
  const kind = items.find(item)?.rules.declaration.kind;
  return before === '' && kind !== undefined && kind !== 'event';
}

function corrected(row: Observation, { before, after, reason }: Correction): Observation {
  return { ...row, value: after, remark: joinRemarks(row.remark, remarkTexts.corrected(before, after, reason)) };
}

function entered(correction: Correction): Observation {
  const { period, subject, item, category, rater, matter, date, after, reason } = correction;
  const remark = remarkTexts.supplied(after, reason);
  return { period, subject, item, value: after, category, rater, matter, date, note: '', remark, origin: BY_HAND };
}

/** Where the rows stand that corrections are about; all others are passed over. */
function placesOf(rows: readonly Observation[], corrections: readonly Correction[]): Map<string, number[]> {
  const wanted = new Set(corrections.map(keyOf));
  const subjects = new Set(corrections.map(({ subject }) => subject));
  const places = new Map<string, number[]>();
  rows.forEach((row, at) => {
    if (!subjects.has(row.subject)) return;
    const key = keyOf(row);
    if (!wanted.has(key)) return;
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  });
  return places;
}

type Identified = Pick<Observation, 'period' | 'subject' | 'item' | 'category' | 'rater' | 'matter' | 'date'>;

function keyOf({ period, subject, item, category, rater, matter, date }: Identified): string {
  return JSON.stringify([period, subject, item, category, rater, matter, date]);
}
