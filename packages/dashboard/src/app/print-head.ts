import type { WorkspaceStatus } from '@kaoheng/engine/live';
import type { LocalText } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';
import type { Place } from './place.ts';

/** What stands above everything printed: which rules, which period, from which data, when. */
export function printHead(
  words: Messages,
  pick: (text: LocalText) => string,
  status: WorkspaceStatus | null,
  { period, group }: Place,
): TemplateResult | typeof nothing {
  if (!status?.scheme) return nothing;
  const { scheme, data } = status;
  const facts = [
    period && words.periodName(period),
    group,
    scheme.version && words.version(scheme.version),
    data?.source === 'sample' && words.sampleMark,
    data && words.filesOf(data.files),
    words.printedOn(new Date()),
  ];
  return html`<div class="print-head print-only">
    <p class="print-title">${pick(scheme.title)}</p>
    <p>${facts.filter(Boolean).join(' · ')}</p>
  </div>`;
}
