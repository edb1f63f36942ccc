import type { RankingRow } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';
import { rowMarks } from './copy-rows.ts';
import type { RankingColumn } from './ranking-columns.ts';
import type { DisplayRow } from './ranking-model.ts';
import { renderCell, type CellContext } from './render-cell.ts';

/** A name longer than this may be cut off where rows have one height. */
const LONG_NAME = 16;

/** What a row needs to know besides its figures. */
export interface RowContext extends CellContext {
  readonly columns: readonly RankingColumn[];
  /** Place among all rows where only some are drawn; `null` where all are. */
  readonly position: number | null;
  readonly isSelected: boolean;
  /** Tab leads to this row. */
  readonly isTabStop: boolean;
  /** Drawn out of sight, because it has the focus. */
  readonly isKept: boolean;
  readonly select: () => void;
  readonly clickRow: () => void;
  readonly focus: () => void;
}

export function renderSubjectRow(row: RankingRow, context: RowContext): TemplateResult {
  const { columns, position, isSelected, isKept } = context;
  return html`<tr
    part="row"
    class="subject ${isSelected ? 'selected' : ''} ${isKept ? 'kept' : ''}"
    aria-rowindex=${position ?? nothing}
    aria-current=${isSelected ? 'true' : nothing}
    @click=${context.clickRow}
  >
    ${columns.map((column) => (column.kind === 'name' ? renderName(row, context) : renderCell(row, column, context)))}
  </tr>`;
}

/** The name is the row's header and its button: one stop for keys and screen readers. */
function renderName(row: RankingRow, { messages, isSelected, isTabStop, select, focus }: RowContext): TemplateResult {
  const handleClick = (event: Event) => {
    event.stopPropagation();
    select();
  };
  return html`<th scope="row" class="name" part="cell">
    <span class="name-line">
      <button
        type="button"
        class="name"
        part="name"
        tabindex=${isTabStop ? 0 : -1}
        aria-pressed=${isSelected}
        title=${row.name.length > LONG_NAME ? row.name : nothing}
        @focus=${focus}
        @click=${handleClick}
      >
        ${row.name || row.subject}
      </button>
      ${rowMarks(row, messages).map((mark) => {
        const isVeto = mark === messages.veto;
        const hint = isVeto ? messages.vetoHint : messages.incompleteHint;
        return html`<span class="mark ${isVeto ? 'bad' : 'warn'}" title=${hint}>${mark}</span>`;
      })}
    </span>
  </th>`;
}

export function renderGroupRow(
  row: DisplayRow & { readonly kind: 'group' },
  position: number | null,
  columns: number,
  messages: Messages,
): TemplateResult {
  return html`<tr class="group" aria-rowindex=${position ?? nothing}>
    <th scope="rowgroup" colspan=${columns}>
      <span>${row.group || messages.noGroup} <span class="quiet">${messages.groupCount(row.count)}</span></span>
    </th>
  </tr>`;
}

/** The room of rows that are not drawn. */
export function renderGap(height: number, columns: number): TemplateResult {
  // A property, not an attribute: strict policies refuse style attributes.
  return html`<tr class="gap" aria-hidden="true">
    <td colspan=${columns} .style=${`height:${height}px`}></td>
  </tr>`;
}
