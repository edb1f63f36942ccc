import { isDecimal, type Figure } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';

/** More places than this are not lined up: the column would be mostly air. */
const MOST_PLACES = 4;

/** Places after the point that a column needs so that its points stand below each other. */
export function placesOf(figures: Iterable<Figure | null>): number {
  let places = 0;
  for (const figure of figures) {
    if (figure?.state === 'value' && figure.number !== null) places = Math.max(places, fractionOf(figure));
  }
  return places;
}

function fractionOf(figure: Figure): number {
  const point = figure.text.indexOf('.');
  return point < 0 ? 0 : Math.min(MOST_PLACES, figure.text.length - point - 1);
}

/** Invisible digits behind a shorter number; they are neither read out nor copied. */
export function alignment(figure: Figure | null, places: number): TemplateResult | typeof nothing {
  if (places === 0 || figure?.state !== 'value' || !isDecimal(figure.text)) return nothing;
  const own = fractionOf(figure);
  if (own >= places) return nothing;
  return html`<span class="pad" aria-hidden="true">${own === 0 ? '.' : ''}${'0'.repeat(places - own)}</span>`;
}
