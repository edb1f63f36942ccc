import { trimText } from '../fold-text.ts';
import { readFlag } from '../normalise/words.ts';
import { isRemark, type CellFault } from '../table.ts';
import { saysNotApplicable } from './not-applicable.ts';
import type { ColumnMapping, ValueMeaning } from './sheet-mapping.ts';

/** A column of values. */
export interface ValueColumn {
  readonly column: ColumnMapping;
  readonly means: ValueMeaning;
}

/** A cell that says something, and what: its own text, or the word that its tick stands for. */
export interface ReadValue extends ValueColumn {
  readonly text: string;
}

const TICKS = ['☑', '✅', '■', '●', 'v'];

/** The columns of values. Those in which ticks tell the words of one figure belong together. */
export function groupsOf(columns: readonly ColumnMapping[]): readonly (readonly ValueColumn[])[] {
  const groups = new Map<string, ValueColumn[]>();
  for (const column of columns) {
    const { means } = column;
    if (means.kind !== 'figure' && means.kind !== 'of-subject') continue;
    const key = means.word === undefined ? `${column.column}` : JSON.stringify({ ...means, word: '' });
    groups.set(key, [...(groups.get(key) ?? []), { column, means }]);
  }
  return [...groups.values()];
}

/** What the cells of a group say. Two ticks for one figure, or a text that is no tick, are for the checks to refuse. */
export function readGroup(
  group: readonly ValueColumn[],
  cells: readonly string[],
  faults: readonly CellFault[],
): readonly ReadValue[] {
  const said = group
    .map((one) => ({ ...one, text: cells[one.column.column] ?? '' }))
    .filter(
      ({ column, text }) =>
        trimText(text) !== '' ||
        column.empty !== undefined ||
        faults.some((fault) => fault.column === column.column && !isRemark(fault)),
    );
  if (group[0]?.means.word === undefined) return said;
  const isFaulty = ({ column }: ReadValue) =>
    faults.some((fault) => fault.column === column.column && !isRemark(fault) && fault.kind !== 'merged-over');
  const meant = said.filter((one) => isFaulty(one) || !isGap(trimText(one.text)));
  if (meant.some((one) => isFaulty(one) || !isTick(one.text))) return meant;
  const words = meant.map(({ means }) => means.word);
  return meant.map((one) => ({ ...one, text: words.join('、') }));
}

/** A cross, or a stroke through the cell. */
function isGap(text: string): boolean {
  return readFlag(text) === 'false' || saysNotApplicable(text);
}

/** Whether a text ticks its cell off. */
export function isTick(text: string): boolean {
  const trimmed = trimText(text);
  return readFlag(trimmed) === 'true' || TICKS.includes(trimmed.toLowerCase());
}
