import type { Figure, RankingRow } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';
import { alignment } from '../shared/decimal-align.ts';
import { figureTemplate } from '../shared/figure-text.ts';
import { shareBar } from '../shared/share-bar.ts';
import type { RankingColumn } from './ranking-columns.ts';

/** What cells need to know besides their row. */
export interface CellContext {
  readonly messages: Messages;
  /** The total that fills its bar. */
  readonly barMaximum: number;
}

/** A cell of any column but the name's, which is the row's header and its button. */
export function renderCell(row: RankingRow, column: RankingColumn, context: CellContext): TemplateResult {
  switch (column.kind) {
    case 'rank':
      return html`<td class="rank number" part="cell rank">${renderRank(row.rank, context.messages)}</td>`;
    case 'group':
      return html`<td part="cell">${row.group || context.messages.noGroup}</td>`;
    case 'total':
      return html`<td class="total number" part="cell total">${renderTotal(row.total, column, context)}</td>`;
    case 'grade':
      return html`<td part="cell grade">${renderGrade(row.grade, column, context.messages)}</td>`;
    case 'change':
      return html`<td class="number" part="cell change">${renderChange(row.change, context.messages)}</td>`;
    default:
      return renderItem(column.figure(row), column, context.messages);
  }
}

/** Schemes may say that those who are not ranked have the rank `none`: no place either. */
function renderRank(rank: Figure | null, messages: Messages): TemplateResult | string {
  if (rank?.state === 'value' && rank.text !== 'none') return figureTemplate(rank, messages);
  return html`<span class="quiet" aria-hidden="true">—</span><span class="visually-hidden">${messages.unranked}</span>`;
}

function renderTotal(
  total: Figure | null,
  column: RankingColumn,
  { messages, barMaximum }: CellContext,
): TemplateResult {
  const share = total?.number == null || barMaximum <= 0 ? null : total.number / barMaximum;
  return html`${figureTemplate(total, messages)}${alignment(total, column.places)}
  ${share === null ? nothing : shareBar(share)}`;
}

/** First and last word of the vocabulary are coloured; the word itself says it all. */
function renderGrade(grade: Figure | null, column: RankingColumn, messages: Messages): TemplateResult | string {
  if (grade?.state !== 'value' || grade.text === 'none') return figureTemplate(grade, messages);
  const place = column.words.indexOf(grade.text);
  const isScale = column.words.length > 1;
  const tone = !isScale ? '' : place === 0 ? 'best' : place > 0 && place === column.words.length - 1 ? 'worst' : '';
  return html`<span class="grade ${tone}">${figureTemplate(grade, messages)}</span>`;
}

function renderChange(change: number | null, messages: Messages): TemplateResult {
  if (change === null) {
    return html`<span class="quiet" aria-hidden="true">—</span
      ><span class="visually-hidden">${messages.changeUnknown}</span>`;
  }
  if (change === 0) return html`<span class="quiet">${messages.changeNone}</span>`;
  const isUp = change > 0;
  const places = Math.abs(change);
  const words = isUp ? messages.changeUp(places) : messages.changeDown(places);
  return html`<span class="change ${isUp ? 'up' : 'down'}" title=${words}
    ><span aria-hidden="true">${isUp ? '↑' : '↓'} ${places}</span><span class="visually-hidden">${words}</span></span
  >`;
}

function renderItem(figure: Figure | null, column: RankingColumn, messages: Messages): TemplateResult {
  return html`<td class=${column.numeric ? 'number' : ''} part="cell">
    ${figureTemplate(figure, messages)}${alignment(figure, column.places)}
  </td>`;
}
