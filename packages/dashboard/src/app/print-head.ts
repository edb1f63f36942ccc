import type { WorkspaceStatus } from '@kaoheng/engine/live';
import type { ChangedParameter, LocalText } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { refusedRows } from '../data/refused-rows.ts';
import type { Messages } from '../locales/messages.ts';
import type { Place } from './place.ts';
import { trialLines } from './trial.ts';

/** What stands above everything printed: which rules, which period, from which data, when, and what is not as it should be. */
export function printHead(
  words: Messages,
  pick: (text: LocalText) => string,
  status: WorkspaceStatus | null,
  { period, group }: Place,
  changed: readonly ChangedParameter[],
  /** How many of those on the page have not delivered everything. */
  incomplete = 0,
): TemplateResult | typeof nothing {
  if (!status?.scheme) return nothing;
  const { scheme, data } = status;
  const refused = refusedRows(data?.report);
  const conflicts = data?.merged?.openConflicts ?? 0;
  const facts = [
    period && words.periodName(period),
    group,
    scheme.version && words.version(scheme.version),
    data?.source === 'sample' && words.sampleMark,
    data && words.filesOf(data.files),
    refused > 0 && words.rowsNotRead(String(refused)),
    conflicts > 0 && words.openConflictsNotice(String(conflicts)),
    incomplete > 0 && words.incompleteOnPaper(String(incomplete)),
    words.printedOn(new Date()),
  ];
  return html`<div class="print-head print-only">
    <p class="print-title">${pick(scheme.title)}</p>
    <p>${facts.filter(Boolean).join(' · ')}</p>
    ${
      changed.length > 0
        ? html`<p><strong>${words.trial(changed.length)}</strong> ${trialLines(changed, words, pick).join(words.semicolon)}</p>`
        : nothing
    }
  </div>`;
}
