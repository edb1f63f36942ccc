import type { ItemRules } from '../item-index.ts';
import { readDate } from '../normalise/date.ts';
import { readNumber } from '../normalise/number.ts';
import { readFlag } from '../normalise/words.ts';
import type { SubjectIndex } from '../subject-index.ts';
import { saysNotApplicable } from './not-applicable.ts';

const MOST_DISTINCT = 3_000;

/** What stands in a column, so far as one must know to say what it is. */
export interface ColumnValues {
  /** Different texts that are not empty, from above, and the row in which each comes first. */
  readonly texts: ReadonlyMap<string, number>;
  readonly filled: number;
  readonly empty: number;
}

export function valuesOf(
  rows: readonly { readonly row: number; readonly cells: readonly string[] }[],
  column: number,
): ColumnValues {
  const texts = new Map<string, number>();
  let filled = 0;
  for (const { row, cells } of rows) {
    const cell = cells[column] ?? '';
    if (cell === '') continue;
    filled += 1;
    if (texts.size < MOST_DISTINCT && !texts.has(cell)) texts.set(cell, row);
  }
  return { texts, filled, empty: rows.length - filled };
}

/** Share of the texts for which something holds; 0 where there are none. */
export function share({ texts }: ColumnValues, holds: (text: string) => boolean, most = 200): number {
  const some = [...texts.keys()].slice(0, most).filter((text) => !saysNotApplicable(text));
  return some.length === 0 ? 0 : some.filter(holds).length / some.length;
}

export const isNumeric = (text: string): boolean => readNumber(text, '%').kind === 'number';
export const isDate = (text: string): boolean => readDate(text, 1900) !== null && !/^\d{1,4}$/.test(text);

/** Share of the values that the item would take. */
export function fits(values: ColumnValues, { declaration, words }: ItemRules): number {
  if (declaration.kind === 'flag') return share(values, (text) => readFlag(text) !== null);
  if (declaration.kind === 'level' || words.words.length > 0) {
    if (words.words.length === 0) return 1;
    return share(values, (text) => words.find(text) !== null || words.suggest(text) !== null);
  }
  // What is no number is refused row by row; a column of them is another column.
  return share(values, (text) => readNumber(text, declaration.unit).kind === 'number' || /\d/.test(text));
}

export function subjectShare(values: ColumnValues, subjects: SubjectIndex, by: 'id' | 'name'): number {
  if (subjects.size === 0) return 0;
  return share(values, (text) => (by === 'id' ? subjects.find(text) : subjects.named(text)) !== null);
}
