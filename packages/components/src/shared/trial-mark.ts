import type { ChangedParameter, LocalText, ResultsDescription } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';

/** Says that results were computed with other parameters than the scheme's, and on demand with which; paper lists them. */
export function trialMark(
  description: ResultsDescription | null | undefined,
  messages: Messages,
  pick: (text: LocalText) => string,
): TemplateResult | typeof nothing {
  const changed = description?.changedParameters ?? [];
  if (changed.length === 0) return nothing;
  const lines = changed.map((parameter) => changeText(parameter, messages, pick));
  return html`<details class="trial screen-only">
      <summary><span class="mark warn">${messages.trial(changed.length)}</span></summary>
      <ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </details>
    <p class="trial print-only"><span class="mark warn">${messages.trial(changed.length)}</span> ${lines.join('; ')}</p>`;
}

function changeText(
  { title, unit, value, written }: ChangedParameter,
  messages: Messages,
  pick: (text: LocalText) => string,
): string {
  const withUnit = (text: string) => (text ? [text, unit].filter(Boolean).join(' ') : messages.unset);
  return messages.changedParameter(pick(title), withUnit(written), withUnit(value));
}
