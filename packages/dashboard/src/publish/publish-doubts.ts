import type { WorkspaceStatus } from '@kaoheng/engine/live';
import type { ChangedParameter, LocalText } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { trialLines } from '../app/trial.ts';
import { refusedRows } from '../data/refused-rows.ts';
import type { Messages } from '../locales/messages.ts';
import type { IncompleteChoice } from './incomplete-choice.ts';

/** What those who publish must have said that they know. */
export interface Confirmed {
  readonly trial: boolean;
  readonly conflicts: boolean;
}

export const NOTHING_CONFIRMED: Confirmed = { trial: false, conflicts: false };

/** What is in doubt about the results that are to be published. */
export interface PublishDoubts {
  readonly status: WorkspaceStatus | null;
  readonly changed: readonly ChangedParameter[];
  readonly incomplete: readonly IncompleteChoice[];
}

/** Values that nobody has chosen between. */
export function openConflicts(status: WorkspaceStatus | null): number {
  return status?.data?.merged?.openConflicts ?? 0;
}

/** Whether something must be confirmed that is not. */
export function isUnconfirmed({ status, changed }: PublishDoubts, confirmed: Confirmed): boolean {
  return (changed.length > 0 && !confirmed.trial) || (openConflicts(status) > 0 && !confirmed.conflicts);
}

/** Names in one line; the rest is a number. */
const NAMES = 10;

/** All that must be known before results are published, with a box to tick for what is seldom meant to be published. */
export function publishDoubts(
  doubts: PublishDoubts,
  confirmed: Confirmed,
  words: Messages,
  tools: {
    readonly pick: (text: LocalText) => string;
    readonly count: (number: number) => string;
    readonly partTitle: (part: string) => string;
    readonly confirm: (change: Partial<Confirmed>) => void;
  },
): TemplateResult {
  const { status, changed, incomplete } = doubts;
  const { pick, count, partTitle, confirm } = tools;
  const refused = refusedRows(status?.data?.report);
  const conflicts = openConflicts(status);
  const box = (key: keyof Confirmed, text: string): TemplateResult =>
    html`<label class="check">
      <input
        type="checkbox"
        class="confirm-${key}"
        .checked=${confirmed[key]}
        @change=${(event: Event) => confirm({ [key]: (event.target as HTMLInputElement).checked })}
      />
      <span>${text}</span>
    </label>`;
  const lines = incomplete.map(({ part, period, rows }) => {
    const names = rows.slice(0, NAMES).map(({ name, subject }) => name || subject);
    const where = [partTitle(part), words.periodName(period)].filter(Boolean).join(words.comma);
    return words.publishIncomplete(
      where,
      count(rows.length),
      names.join(words.comma) + (rows.length > NAMES ? ' …' : ''),
    );
  });
  return html`${status?.data?.source === 'sample' ? html`<p class="warning">${words.publishSample}</p>` : nothing}
    ${refused > 0 ? html`<p class="warning">${words.publishRefused(count(refused))}</p>` : nothing}
    ${lines.length > 0 ? html`<div class="warning">${lines.map((line) => html`<p>${line}</p>`)}</div>` : nothing}
    ${
      conflicts > 0
        ? html`<div class="warning">
            <p>${words.publishConflicts(count(conflicts))}</p>
            ${box('conflicts', words.publishConflictsConfirm)}
          </div>`
        : nothing
    }
    ${
      changed.length > 0
        ? html`<div class="warning">
            <p>${words.publishTrial(changed.length)}</p>
            <ul>
              ${trialLines(changed, words, pick).map((line) => html`<li>${line}</li>`)}
            </ul>
            ${box('trial', words.publishTrialConfirm)}
          </div>`
        : nothing
    }`;
}
