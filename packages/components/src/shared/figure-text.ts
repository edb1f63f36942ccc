import { roundDecimal, isDecimal, type Figure } from '@kaoheng/engine/reader';
import { html, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';

/** Places shown of what is rounded; the full text stands in the tooltip and in the explanation. */
const PLACES_OF_ROUNDED = 4;

/** A figure as people read it. What does not end is shortened and marked; everything else is shown as it is. */
export function figureText(figure: Figure, messages: Messages): string {
  if (figure.state === 'missing') return messages.missing;
  if (figure.state === 'na') return messages.notApplicable;
  if (figure.state === 'held') return messages.held;
  return valueText(figure, messages);
}

function valueText(figure: Figure, messages: Messages): string {
  switch (figure.text) {
    case 'true':
      return messages.yes;
    case 'false':
      return messages.no;
    case 'none':
      return messages.none;
    default:
      if (figure.number === null) return messages.words?.get(figure.text) ?? figure.text;
      if (figure.exact || !isDecimal(figure.text)) return withMinus(figure.text);
      return `≈${withMinus(roundDecimal(figure.text, PLACES_OF_ROUNDED).text)}`;
  }
}

/** The typographic minus is as wide as a digit, so columns stay in line. */
function withMinus(text: string): string {
  return text.startsWith('-') && isDecimal(text) ? `−${text.slice(1)}` : text;
}

/** A figure as a piece of a page: missing and “does not apply” are words in a frame, never a bare 0. */
export function figureTemplate(figure: Figure | null, messages: Messages): TemplateResult | string {
  if (!figure) return html`<span class="quiet">—</span>`;
  if (figure.state === 'missing') {
    return html`<span class="mark warn" title=${messages.missingHint}>${messages.missing}</span>`;
  }
  if (figure.state === 'na') {
    return html`<span class="quiet" title=${messages.notApplicableHint}>${messages.notApplicable}</span>`;
  }
  if (figure.state === 'held') return html`<span class="quiet" title=${messages.heldHint}>${messages.held}</span>`;
  const text = figureText(figure, messages);
  return figure.exact ? text : html`<span title=${messages.rounded(figure.text)}>${text}</span>`;
}
