import { unwantedRefusals, type Amendment, type Finding, type ImportReport, type Problem } from '@kaoheng/engine/live';
import type { LocalText } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { refusedRows } from '../data/refused-rows.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import type { Messages } from '../locales/messages.ts';
import type { AmendmentRequest } from './import-report.ts';
import './scheme-findings.ts';

/** How loading ended. */
export type Outcome =
  /** `conflicts`: how many that nobody has decided came up with it. */
  | { readonly kind: 'entered'; readonly report: ImportReport | null; readonly conflicts: number }
  /** Read, but not entered yet: rows were refused, and the user has the word. */
  | { readonly kind: 'held'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly report: ImportReport | null; readonly findings: readonly Finding[] }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'cancelled' };

/** Cells and rows of the files that the user had set right, and a way to read them again with others. */
export interface Amending {
  readonly amendments: readonly Amendment[];
  /** `null`: no new files are being read. */
  readonly amend: ((request: AmendmentRequest) => void) | null;
}

const NONE: ReadonlySet<string> = new Set();

/** Of two files of one name nobody can tell which is meant. */
const namesOnce = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.filter((name) => names.indexOf(name) === names.lastIndexOf(name)));

export function renderOutcome(
  outcome: Outcome,
  workspace: WorkspacePort | null,
  words: Messages,
  pick: (text: LocalText) => string,
  { amendments, amend }: Amending,
  showConflicts: () => void,
): TemplateResult {
  const report = (shown: ImportReport | null, mayAmend = false) =>
    shown
      ? html`<kh-import-report
          .report=${shown}
          .workspace=${workspace}
            .amendable=${mayAmend && amend ? namesOnce(shown.files) : NONE}
          .amendments=${amendments}
          @amend=${(event: CustomEvent<AmendmentRequest>) => amend?.(event.detail)}
        ></kh-import-report>`
      : nothing;
  switch (outcome.kind) {
    case 'entered': {
      // Rows that read well can still be of a kind that cannot be scored.
      const problem = workspace?.status.scoringProblem;
      const refused = refusedRows(outcome.report);
      return html`<p class="outcome ${problem ? 'bad' : refused > 0 ? 'warn' : 'good'}" role="status">
          <strong>${problem ? words.enteredUnscored : words.entered}</strong>
          ${problem ? pick(problem.text) : refused > 0 ? words.enteredPartly(refused) : nothing}
        </p>
        ${
          outcome.conflicts > 0
            ? html`<div class="outcome warn" role="status">
                <p><strong>${words.newConflicts(outcome.conflicts)}</strong> ${words.openConflictsText}</p>
                <button type="button" class="button small" @click=${showConflicts}>${words.showConflicts}</button>
              </div>`
            : nothing
        }
        ${report(outcome.report)}`;
    }
    case 'held':
      return html`<p class="outcome warn" role="alert">
          <strong>${words.heldBack(unwantedRefusals(outcome.report))}</strong> ${words.heldChoice}
        </p>
        ${report(outcome.report, true)}`;
    case 'refused':
      return html`<p class="outcome bad" role="alert">
          <strong>${words.notEntered}</strong> ${words.oldDataStays}
        </p>
        ${
          outcome.findings.length > 0
            ? html`<kh-scheme-findings .findings=${outcome.findings}></kh-scheme-findings>`
            : nothing
        }
        ${report(outcome.report, true)}`;
    case 'failed':
      return html`<p class="outcome bad" role="alert">
        <strong>${words.notEntered}</strong> ${pick(outcome.problem.text)} ${words.oldDataStays}
      </p>`;
    case 'cancelled':
      return html`<p class="outcome" role="status"><strong>${words.cancelled}</strong> ${words.oldDataStays}</p>`;
  }
}
