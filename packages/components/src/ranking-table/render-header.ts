import { html, nothing, type TemplateResult } from 'lit';
import type { RankingColumn } from './ranking-columns.ts';
import type { RankingSort } from './ranking-sort.ts';

/** A column's header; `changeSort` is `null` on paper, where there is nothing to press. */
export function renderHeader(
  column: RankingColumn,
  sort: RankingSort | null,
  changeSort: (() => void) | null,
): TemplateResult {
  const isSorted = sort?.column === column.id;
  const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : nothing;
  const arrow = isSorted ? (sort.descending ? '▼' : '▲') : '';
  const label = html`<span class="label">${column.label}<span class="arrow" aria-hidden="true">${arrow}</span></span>
    ${column.hint ? html`<span class="hint">${column.hint}</span>` : nothing}`;
  return html`<th
    scope="col"
    part="header"
    class="${column.kind} ${column.numeric ? 'number' : ''}"
    aria-sort=${direction}
  >
    ${
      // Chromium repeats no header on paper that holds a button.
      changeSort
        ? html`<button type="button" class="sort" @click=${changeSort}>${label}</button>`
        : html`<span class="sort">${label}</span>`
    }
  </th>`;
}
