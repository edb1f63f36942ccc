import { html, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';

/** Something is under way. */
export function loadingState(messages: Messages): TemplateResult {
  return html`<div class="state" part="state" role="status">
    <div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>
    <p>${messages.loading}</p>
  </div>`;
}

/** Nothing to show, and why; a page may put its own words into the slot. */
export function emptyState(text: string): TemplateResult {
  return html`<div class="state" part="state" role="status">
    <slot name="empty"><p>${text}</p></slot>
  </div>`;
}

export function errorState(messages: Messages, text: string, retry: (() => void) | null): TemplateResult {
  return html`<div class="state error" part="state" role="alert">
    <p><strong>${messages.failed}</strong></p>
    <p>${text}</p>
    ${retry ? html`<button type="button" class="button" @click=${retry}>${messages.retry}</button>` : null}
  </div>`;
}
