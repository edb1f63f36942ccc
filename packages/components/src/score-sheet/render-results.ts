import type { LocalText, ScoreSheet, SheetLine } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';
import { figureButton } from './render-line.ts';
import { linesOf } from './sheet-model.ts';

/** What results need beside their figures. */
export interface ResultsContext {
  readonly messages: Messages;
  readonly pick: (text: LocalText) => string;
  readonly open: (line: SheetLine, opener: HTMLElement) => void;
}

/** Results that the head does not show already. */
export function renderResults(sheet: ScoreSheet, context: ResultsContext): TemplateResult | typeof nothing {
  const { known } = sheet.part;
  const inHead = new Set([known.total, known.rank, known.grade]);
  const lines = linesOf(sheet, 'result').filter(({ node }) => !inHead.has(node.id));
  if (lines.length === 0) return nothing;
  return html`<section class="results">
    <h3>${context.messages.results}</h3>
    <dl>${lines.map((line) => renderResult(line, context))}</dl>
  </section>`;
}

function renderResult(line: SheetLine, { messages, pick, open }: ResultsContext): TemplateResult {
  const { node, figure } = line;
  const title = pick(node.title);
  const openFigure = (_which: string, opener: HTMLElement) => open(line, opener);
  return html`<div>
    <dt>${title}${node.clause ? html` <span class="quiet">${node.clause}</span>` : nothing}</dt>
    <dd>
      ${figureButton(figure, 'score', { messages, title, activeStop: 'score', open: openFigure })}${
        node.unit && figure.number !== null ? html` <span class="quiet">${node.unit}</span>` : nothing
      }
    </dd>
  </div>`;
}
