import type { InputDeclaration } from '@kaoheng/engine/live';
import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../locales/messages.ts';
import type { DraftEdit, MappingDraft } from './mapping-draft.ts';
import './mapping-questions.ts';
import './mapping-sheet.ts';

/** The step in which foreign tables are matched with the scheme: open questions first, then every sheet. */
export function mappingStep(
  draft: MappingDraft,
  inputs: readonly InputDeclaration[],
  words: Messages,
  isProposing: boolean,
  edit: (edit: DraftEdit) => void,
): TemplateResult {
  const handle = (event: CustomEvent<DraftEdit>): void => edit(event.detail);
  return html`<p class="quiet lead">${words.mapping.lead}</p>
    <section>
      <kh-mapping-questions .draft=${draft} @draft-edit=${handle}></kh-mapping-questions>
    </section>
    <section aria-label=${words.mapping.sheets} class="sheets" aria-busy=${isProposing}>
      <h3>${words.mapping.sheets} <span class="quiet small" role="status">${isProposing ? words.mapping.proposing : ''}</span></h3>
      ${draft.proposal.sheets.map(
        (sheet) =>
          html`<kh-mapping-sheet
            .draft=${draft}
            .sheet=${sheet}
            .inputs=${inputs}
            @draft-edit=${handle}
          ></kh-mapping-sheet>`,
      )}
    </section>`;
}
