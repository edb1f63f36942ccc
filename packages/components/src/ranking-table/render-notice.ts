import type { PartDescription, PublicationNotice, ResultsDescription } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';

/** What published results say about themselves: date, term of the public notice, how to object, version of the rules. */
export function renderNotice(
  description: ResultsDescription | null | undefined,
  messages: Messages,
  part?: PartDescription,
): TemplateResult | typeof nothing {
  const notice = description?.published;
  if (!description || !notice) return nothing;
  const { discretion } = description;
  const parts = [
    ...noticeTexts(notice, messages),
    messages.schemeVersion(description.version),
    ...(discretion?.codes ? [messages.codesShown] : []),
    ...(part?.groupsShown ? [messages.groupsShown[part.groupsShown]] : []),
    ...(discretion?.heldBack ? [messages.heldBack(discretion.smallest)] : []),
  ];
  return html`<p class="notice quiet" part="notice">${parts.map((part) => html`<span>${part}</span>`)}</p>`;
}

function noticeTexts({ date, from, to, objections }: PublicationNotice, messages: Messages): readonly string[] {
  return [date && messages.publishedOn(date), from && to && messages.noticeFromTo(from, to), objections].filter(
    Boolean,
  );
}
