import type { Published } from '@kaoheng/engine/live';
import type { LocalText } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';

/** What those who publish must know about a file: what was held back, what can be worked out, its key and digest. */
export function publicationFacts(
  { held, derivable, tellers, integrity, codeKey }: Published,
  words: Messages,
  pick: (text: LocalText) => string,
): TemplateResult {
  const heldLines = [
    ...held.groups.map(({ period, group, subjects }) =>
      words.heldGroup(words.periodName(period), group, String(subjects)),
    ),
    ...(held.figures > 0 ? [words.heldFigures(String(held.figures))] : []),
  ];
  const derivableLines = [
    ...derivable.map(({ node, from }) => words.derivable(pick(node.title), pick(from.title))),
    ...tellers.map(({ node }) => words.tellsGroups(pick(node.title))),
  ];
  return html`${listOf(words.heldHeading, heldLines)} ${listOf(words.derivableHeading, derivableLines)}
    <dl class="facts">
      <dt>${words.digest}</dt>
      <dd><code>${integrity}</code><span class="quiet small">${words.digestHint}</span></dd>
      ${
        codeKey
          ? html`<dt>${words.codeKey}</dt>
            <dd><code>${codeKey}</code></dd>`
          : nothing
      }
    </dl>`;
}

/** At most as many lines as can be read; the rest is a number. */
const LINES = 8;

function listOf(heading: string, lines: readonly string[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<div class="warning">
    <p>${heading}</p>
    <ul>
      ${lines.slice(0, LINES).map((line) => html`<li>${line}</li>`)}
      ${lines.length > LINES ? html`<li>… +${lines.length - LINES}</li>` : nothing}
    </ul>
  </div>`;
}
