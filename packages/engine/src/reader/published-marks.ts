import type { Figure } from './figure.ts';
import { HELD_FIGURE, MISSING_FIGURE, NA_FIGURE, numberFigure, wordFigure } from './make-figure.ts';
import type { NodeDescription } from './results-reader.ts';

/** Marks of the published file; see `PublishedFile`. */
const NA = 'NA';
const MISSING = '?';
const ROUNDED = '~';
const LITERAL = '=';
const HELD = '!';

type Kind = NodeDescription['kind'];

export function encodeFigure(figure: Figure | null, kind: Kind): string {
  if (!figure) return '';
  if (figure.state === 'held') return HELD;
  if (figure.state === 'na') return NA;
  if (figure.state === 'missing') return MISSING + figure.text;
  if (kind === 'number' && figure.number !== null) return (figure.exact ? '' : ROUNDED) + figure.text;
  // A word among numbers: `none` where there is nothing to compute.
  if (kind === 'number') return LITERAL + figure.text;
  return needsLiteralMark(figure.text) ? LITERAL + figure.text : figure.text;
}

/** A word that would read as a mark, as `NA` or as “no row”. */
function needsLiteralMark(word: string): boolean {
  return word === '' || word === NA || [MISSING, ROUNDED, LITERAL, HELD].includes(word.charAt(0));
}

export function decodeFigure(text: string, kind: Kind): Figure | null {
  if (text === '') return null;
  if (text === NA) return NA_FIGURE;
  if (text === HELD) return HELD_FIGURE;
  const rest = text.slice(1);
  switch (text.charAt(0)) {
    case MISSING:
      return rest === MISSING_FIGURE.text ? MISSING_FIGURE : { ...MISSING_FIGURE, text: rest };
    case LITERAL:
      return wordFigure(rest);
    case ROUNDED:
      return numberFigure(rest, false);
    default:
      return kind === 'number' ? numberFigure(text) : wordFigure(text);
  }
}

/** Decodes a column. Equal texts share one figure: a thousand rows rarely hold more than some dozen different ones. */
export function decodeColumn(texts: readonly string[], kind: Kind): readonly (Figure | null)[] {
  const figures = new Map<string, Figure | null>();
  return texts.map((text) => {
    let figure = figures.get(text);
    if (figure === undefined) {
      figure = decodeFigure(text, kind);
      figures.set(text, figure);
    }
    return figure;
  });
}
