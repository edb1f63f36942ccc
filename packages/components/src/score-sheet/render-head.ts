import type { LocalText, ResultsDescription, ScoreSheet, SheetLine } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';
import { named } from '../shared/everybody.ts';
import { figureTemplate, figureText } from '../shared/figure-text.ts';
import { trialMark } from '../shared/trial-mark.ts';

export interface HeadContext {
  readonly messages: Messages;
  readonly pick: (text: LocalText) => string;
  readonly description: ResultsDescription | null;
  readonly open: (line: SheetLine, opener: HTMLElement) => void;
}

/** Who it is, how much, which place, which grade, and what must be known beside them. */
export function renderHead(sheet: ScoreSheet, context: HeadContext): TemplateResult {
  const { messages, pick, description } = context;
  const { part } = sheet;
  const label = named(sheet.label, messages);
  const lineOf = (id: string | undefined) => sheet.lines.find(({ node }) => node.id === id);
  const veto = lineOf(part.known.veto)?.figure.text === 'true';
  const incomplete = lineOf(part.known.complete)?.figure.text === 'false';
  const place = [part.groups.length > 0 ? label.group : '', messages.periodName(sheet.period)].filter(Boolean);
  return html`<header part="head">
    <div class="who">
      ${description ? html`<p class="quiet scheme">${pick(description.title)}</p>` : nothing}
      <h2>${label.name || label.subject}</h2>
      <p class="quiet">
        ${place.join(' · ')}${
          description?.version
            ? html` <span class="print-only">· ${messages.schemeVersion(description.version)}</span>`
            : nothing
        }${description?.published?.date ? html` · ${messages.publishedOn(description.published.date)}` : nothing}
      </p>
      ${
        veto || incomplete
          ? html`<p class="marks">
            ${veto ? html`<span class="mark bad" title=${messages.vetoHint}>${messages.veto}</span>` : nothing}
            ${
              incomplete
                ? html`<span class="mark warn" title=${messages.incompleteHint}>${messages.incomplete}</span>
                  <span class="quiet">${messages.incompleteHint}</span>`
                : nothing
            }
          </p>`
          : nothing
      }
      ${trialMark(description, messages, pick)}
    </div>
    <dl class="keys">${renderKeys(sheet, lineOf, context)}</dl>
  </header>`;
}

function renderKeys(
  sheet: ScoreSheet,
  lineOf: (id: string | undefined) => SheetLine | undefined,
  context: HeadContext,
): TemplateResult[] {
  const { messages } = context;
  const { known, groups, fullMarks } = sheet.part;
  const meanLabel = groups.length > 0 ? messages.groupMean : messages.mean;
  const keys: TemplateResult[] = [];
  const total = lineOf(known.total);
  const rank = lineOf(known.rank);
  const grade = lineOf(known.grade);
  if (total) {
    const hints = [
      fullMarks === null ? '' : messages.fullMarks(fullMarks),
      total.groupMean && sheet.ranked !== 1 ? `${meanLabel} ${figureText(total.groupMean, messages)}` : '',
    ];
    keys.push(renderKey(total, hints, context));
  }
  if (rank) keys.push(renderKey(rank, [sheet.ranked > 1 ? `/ ${sheet.ranked}` : ''], context));
  if (grade) keys.push(renderKey(grade, [], context));
  return keys;
}

function renderKey(line: SheetLine, hints: readonly string[], { messages, pick, open }: HeadContext): TemplateResult {
  const title = pick(line.node.title);
  const hint = hints.filter(Boolean).join(' · ');
  return html`<div class="key">
    <dt>${title}</dt>
    <dd>
      <button
        type="button"
        class="figure"
        aria-label=${messages.openFigure(title, figureText(line.figure, messages))}
        @click=${(event: Event) => open(line, event.currentTarget as HTMLElement)}
      >
        ${figureTemplate(line.figure, messages)}
      </button>
      ${hint ? html`<span class="quiet hint">${hint}</span>` : nothing}
      ${line.previous ? html`<span class="quiet hint">${messages.previous} ${figureText(line.previous, messages)}</span>` : nothing}
    </dd>
  </div>`;
}
