import type { Figure } from './figure.ts';
import type { NodeDescription } from './results-reader.ts';

/** A figure that has a number, from its decimal text. */
export function numberFigure(text: string, exact = true): Figure {
  return { state: 'value', text, number: Number(text), exact };
}

/** A figure that is a word, `true` or `false`. */
export function wordFigure(text: string): Figure {
  return { state: 'value', text, number: null, exact: true };
}

export const MISSING_FIGURE: Figure = { state: 'missing', text: '0', number: null, exact: true };
/** A figure that is not published. */
export const HELD_FIGURE: Figure = { state: 'held', text: '', number: null, exact: true };
export const NA_FIGURE: Figure = { state: 'na', text: 'NA', number: null, exact: true };

/** Whether the figures of a node can be compared and averaged. */
export function isNumeric(node: NodeDescription): boolean {
  return node.kind === 'number';
}
