import type { Finding, ImportReport, Problem } from '@kaoheng/engine/live';
import type { LocalText } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { refusedRows } from '../data/refused-rows.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import type { Messages } from '../locales/messages.ts';
import './scheme-findings.ts';

/** How loading ended. */
export type Outcome =
  | { readonly kind: 'entered'; readonly report: ImportReport | null }
  /** Read, but not entered yet: rows were refused, and the user has the word. */
  | { readonly kind: 'held'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly report: ImportReport | null; readonly findings: readonly Finding[] }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'cancelled' };

export function renderOutcome(
  outcome: Outcome,
  workspace: WorkspacePort | null,
  words: Messages,
  pick: (text: LocalText) => string,
): TemplateResult {
  const report = (shown: ImportReport | null) =>
    shown ? html`<kh-import-report .report=${shown} .workspace=${workspace}></kh-import-report>` : nothing;
  switch (outcome.kind) {
    case 'entered': {
      // Rows that read well can still be of a kind that cannot be scored.
      const problem = workspace?.status.scoringProblem;
      const refused = refusedRows(outcome.report);
      return html`<p class="outcome ${problem ? 'bad' : refused > 0 ? 'warn' : 'good'}" role="status">
          <strong>${problem ? words.enteredUnscored : words.entered}</strong>
          ${problem ? pick(problem.text) : refused > 0 ? words.enteredPartly(refused) : nothing}
        </p>
        ${report(outcome.report)}`;
    }
    case 'held':
      return html`<p class="outcome warn" role="alert">
          <strong>${words.heldBack(refusedRows(outcome.report))}</strong> ${words.heldChoice}
        </p>
        ${report(outcome.report)}`;
    case 'refused':
      return html`<p class="outcome bad" role="alert">
          <strong>${words.notEntered}</strong> ${words.oldDataStays}
        </p>
        ${
          outcome.findings.length > 0
            ? html`<kh-scheme-findings .findings=${outcome.findings}></kh-scheme-findings>`
            : nothing
        }
        ${report(outcome.report)}`;
    case 'failed':
      return html`<p class="outcome bad" role="alert">
        <strong>${words.notEntered}</strong> ${pick(outcome.problem.text)} ${words.oldDataStays}
      </p>`;
    case 'cancelled':
      return html`<p class="outcome" role="status"><strong>${words.cancelled}</strong> ${words.oldDataStays}</p>`;
  }
}
