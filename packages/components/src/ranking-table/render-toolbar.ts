import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';

/** What stands above the table. */
export interface ToolbarContext {
  readonly messages: Messages;
  /** Rows that are shown, of `all`. */
  readonly shown: number;
  readonly all: number;
  readonly search: string;
  /** What has just been done, for those who hear the page. */
  readonly announcement: string;
  readonly changeSearch: (search: string) => void;
  readonly copy: () => void;
}

/** A search box helps from here on. */
const SEARCH_FROM = 8;

/** Search box, count of rows, and the button that copies. */
export function renderToolbar(context: ToolbarContext): TemplateResult {
  const { messages, shown, all, search } = context;
  return html`<div class="toolbar screen-only" part="toolbar">
    ${all >= SEARCH_FROM || search !== '' ? renderSearch(context) : nothing}
    <span class="count quiet" role="status">${messages.rowCount(shown, all)}</span>
    <slot name="toolbar"></slot>
    <span class="push"></span>
    <span class="quiet" role="status">${context.announcement}</span>
    <button type="button" class="button" @click=${context.copy}>${messages.copyTable}</button>
  </div>`;
}

function renderSearch({ messages, search, changeSearch }: ToolbarContext): TemplateResult {
  return html`<label class="search">
    <span class="visually-hidden">${messages.search}</span>
    <input
      type="search"
      autocomplete="off"
      placeholder=${messages.searchHint}
      .value=${search}
      @input=${(event: Event) => changeSearch((event.target as HTMLInputElement).value)}
    />
  </label>`;
}
