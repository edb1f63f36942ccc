import type { LocalText, SourceRow } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';

type TextField = 'file' | 'sheet' | 'cell' | 'value' | 'category' | 'matter' | 'date' | 'note';

/** Columns of the source rows; those that no row fills are left out. */
const COLUMNS: readonly {
  readonly field: TextField;
  readonly label: keyof Messages;
  readonly always?: boolean;
}[] = [
  { field: 'file', label: 'file', always: true },
  { field: 'sheet', label: 'sheetName' },
  { field: 'cell', label: 'cell', always: true },
  { field: 'value', label: 'value', always: true },
  { field: 'category', label: 'category' },
  { field: 'matter', label: 'matter' },
  { field: 'date', label: 'date' },
  { field: 'note', label: 'note' },
];

/** What a reader may do with a row. */
export interface SourceRowAction {
  readonly label: string;
  /** The same for those who hear it without the row beside it. */
  readonly labelOf: (row: SourceRow) => string;
  readonly run: (row: SourceRow) => void;
}

/** The rows of the imported files that an input was read from. */
export function sourceRowsTable(
  rows: readonly SourceRow[],
  caption: string,
  messages: Messages,
  pick: (text: LocalText) => string,
  action: SourceRowAction | null = null,
): TemplateResult {
  const columns = COLUMNS.filter(({ field, always }) => always || rows.some((row) => says(row, field)));
  return html`<div class="rows" role="group" aria-label=${caption} tabindex="0">
    <table part="source-table">
      <caption class="visually-hidden">${caption}</caption>
      <thead>
        <tr>
          ${columns.map(({ label }) => html`<th scope="col">${messages[label] as string}</th>`)}
          ${action ? html`<th scope="col" class="screen-only"><span class="visually-hidden">${action.label}</span></th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr class=${row.used ? '' : 'unused'}>
              ${columns.map(({ field }) => html`<td class=${field}>${cellContent(row, field, messages, pick)}</td>`)}
              ${
                action
                  ? html`<td class="action screen-only">
                    <button
                      type="button"
                      class="button"
                      aria-label=${action.labelOf(row)}
                      @click=${() => action.run(row)}
                    >
                      ${action.label}
                    </button>
                  </td>`
                  : nothing
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A category by its name; a row that did not count says so beside its value. */
function cellContent(row: SourceRow, field: TextField, messages: Messages, pick: (text: LocalText) => string): unknown {
  if (field === 'category') return pick(row.categoryTitle);
  if (field === 'value' && !row.used) return html`${row.value}${notCountedMark(row, messages, pick)}`;
  if (field === 'note' && row.remark) return html`${row.note} ${pick(row.remark)}`;
  return row[field] || nothing;
}

/** What was done with a row stands among its notes. */
function says(row: SourceRow, field: TextField): boolean {
  return row[field] !== '' || (field === 'note' && row.remark !== undefined);
}

function notCountedMark({ reason }: SourceRow, messages: Messages, pick: (text: LocalText) => string): TemplateResult {
  const mark = html` <span class="mark plain" title=${messages.notCountedHint}>${messages.notCounted}</span>`;
  return reason === undefined ? mark : html`${mark} <span class="quiet">${pick(reason)}</span>`;
}
