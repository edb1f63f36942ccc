import type { ScoreSheet } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';
import { named } from '../shared/everybody.ts';
import { renderLine, type LineContext } from './render-line.ts';
import type { SheetColumns, SheetRow } from './sheet-model.ts';

/** What the table needs beside its rows. */
export interface TableContext {
  readonly messages: Messages;
  readonly columns: SheetColumns;
  /** The rows stand by their losses, adjustments among the items. */
  readonly byLoss: boolean;
}

/** Items and then adjustments, each under a heading where there are both. */
export function renderTable(
  sheet: ScoreSheet,
  rows: readonly SheetRow[],
  context: TableContext,
  contextOf: (row: SheetRow) => LineContext,
): TemplateResult {
  const { messages, columns, byLoss } = context;
  const isAdjustment = ({ line }: SheetRow) => !byLoss && line.node.role === 'adjustment';
  const items = rows.filter((row) => !isAdjustment(row));
  const adjustments = rows.filter(isAdjustment);
  const width = 2 + Object.values(columns).filter(Boolean).length;
  const hasSections = items.length > 0 && adjustments.length > 0;
  const section = (title: string, own: readonly SheetRow[]) =>
    html`<tbody>
      ${
        hasSections
          ? html`<tr class="section"><th scope="rowgroup" colspan=${width}><span>${title}</span></th></tr>`
          : nothing
      }
      ${own.map((row) => renderLine(row, contextOf(row)))}
    </tbody>`;
  return html`<table part="table" class=${rows.some(({ hasChildren }) => hasChildren) ? '' : 'flat'}>
    <caption class="visually-hidden">${named(sheet.label, messages).name} ${messages.sheet}</caption>
    ${renderHeaders(sheet, messages, columns)}
    ${items.length > 0 ? section(messages.items, items) : nothing}
    ${adjustments.length > 0 ? section(messages.adjustments, adjustments) : nothing}
  </table>`;
}

function renderHeaders({ part }: ScoreSheet, messages: Messages, columns: SheetColumns): TemplateResult {
  const isGrouped = part.groups.length > 0;
  const compared = (label: string) => html`<th scope="col" class="number" title=${messages.comparedHint}>${label}</th>`;
  return html`<thead>
    <tr>
      <th scope="col" class="title">${messages.indicator}</th>
      <th scope="col" class="number score">${messages.score}</th>
      ${columns.max ? html`<th scope="col" class="number">${messages.max}</th>` : nothing}
      ${columns.lost ? html`<th scope="col" class="number">${messages.lost}</th>` : nothing}
      ${columns.mean ? compared(isGrouped ? messages.groupMean : messages.mean) : nothing}
      ${columns.best ? compared(isGrouped ? messages.groupBest : messages.best) : nothing}
      ${columns.previous ? html`<th scope="col" class="number">${messages.previous}</th>` : nothing}
      ${columns.clause ? html`<th scope="col" class="clause">${messages.clause}</th>` : nothing}
    </tr>
  </thead>`;
}
