import type { MappingChange, MappingQuestion } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { DashboardElement, dashboardStyles } from '../../ui/dashboard-element.ts';
import {
  answerOf,
  likelyNames,
  liveQuestions,
  openQuestions,
  ownAnswerOf,
  withAnswer,
  withLikelyNames,
  withOwnAnswer,
  type DraftEdit,
  type MappingDraft,
} from './mapping-draft.ts';
import styles from './mapping-questions.css?inline';
import { commonAnswer, questionGroups, withCommonAnswer, wordsOf } from './question-groups.ts';
import { named, subjectOptions, whoIs } from './subject-answer.ts';
import { placeOf } from './table-place.ts';

/** More answers than this are a list to unfold. */
const MOST_IN_SIGHT = 4;

/**
 * What nobody but a person can know about foreign tables, each with answers to choose from.
 *
 * @element kh-mapping-questions
 * @fires {CustomEvent<DraftEdit>} draft-edit - Something was answered.
 */
@customElement('kh-mapping-questions')
export class MappingQuestionsElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) draft: MappingDraft | null = null;

  /** Names that were written as an answer and are nobody's, by question. */
  @state() private strangers: ReadonlyMap<string, { readonly text: string; readonly why: 'nobody' | 'several' }> =
    new Map();

  #edit(edit: DraftEdit): void {
    this.fire('draft-edit', edit);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { draft } = this;
    const { mapping } = this.words;
    if (!draft) return nothing;
    const questions = liveQuestions(draft);
    if (questions.length === 0) return html`<p class="quiet">${mapping.noQuestions}</p>`;
    const groups = questionGroups(questions);
    const open = questionGroups(openQuestions(draft)).length;
    const likely = likelyNames(draft).length;
    return html`<h3 aria-live="polite">${mapping.questions(open, groups.length)}</h3>
      ${
        likely > 0
          ? html`<p>
            <button type="button" class="button small" @click=${() => this.#edit(withLikelyNames)}>
              ${mapping.takeLikely(likely)}
            </button>
          </p>`
          : nothing
      }
      <datalist id="subjects">
        ${subjectOptions(draft.proposal.subjects).map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
      </datalist>
      <ol>
        ${groups.map((group, at) =>
          group.length > 1 ? this.#renderGroup(draft, group, at) : this.#renderQuestion(draft, group[0]!, at),
        )}
      </ol>
      ${open > 0 ? html`<p class="quiet small">${mapping.openStays}</p>` : nothing}`;
  }

  #renderQuestion(draft: MappingDraft, question: MappingQuestion, at: number): TemplateResult {
    const { mapping } = this.words;
    const chosen = answerOf(draft, question);
    const isOpen = chosen < 0 && ownAnswerOf(draft, question) === '';
    const isLong = question.answers.length > MOST_IN_SIGHT;
    const answer = (index: number): void => {
      this.#forget(question);
      this.#edit((now) => withAnswer(now, question, index));
    };
    return html`<li class=${isOpen ? 'open' : ''}>
      <fieldset>
        <legend>
          ${this.pick(question.text)}
          <span class="quiet small">${placeOf(draft, question.key, question.cell, mapping)}</span>
        </legend>
        ${
          isLong
            ? html`<select
              aria-label=${this.pick(question.text)}
              @change=${(event: Event) => answer(Number((event.target as HTMLSelectElement).value))}
            >
              <option value="-1" .selected=${chosen < 0}>${mapping.choose}</option>
              ${question.answers.map(
                ({ text }, index) =>
                  html`<option value=${index} .selected=${index === chosen}>${this.pick(text)}</option>`,
              )}
            </select>`
            : html`<div class="answers">
              ${question.answers.map(
                ({ text }, index) =>
                  html`<label>
                    <input
                      type="radio"
                      name=${`question-${at}`}
                      .checked=${index === chosen}
                      @change=${() => answer(index)}
                    /><span
                      >${this.pick(text)}${
                        index === question.likely ? html` <span class="mark warn">${mapping.likely}</span>` : nothing
                      }</span
                    >
                  </label>`,
              )}
            </div>`
        }
        ${this.#renderOwn(draft, question, at)}
      </fieldset>
    </li>`;
  }

  /** One answer for all columns that are asked alike, and for each of them another one. */
  #renderGroup(draft: MappingDraft, group: readonly MappingQuestion[], at: number): TemplateResult {
    const { mapping } = this.words;
    const common = commonAnswer(draft, group);
    const isOpen = group.some((question) => answerOf(draft, question) < 0);
    const words = [...new Set(group.flatMap(wordsOf))];
    return html`<li class=${isOpen ? 'open' : ''}>
      <fieldset>
        <legend>${mapping.notApplicableColumns(words, group.length)}</legend>
        <div class="answers">
          ${group[0]!.answers.map(
            ({ text }, index) =>
              html`<label>
                <input
                  type="radio"
                  name=${`question-${at}`}
                  .checked=${live(index === common)}
                  @change=${() => this.#edit((now) => withCommonAnswer(now, group, index))}
                /><span>${this.pick(text)}</span>
              </label>`,
          )}
        </div>
      </fieldset>
      <details>
        <summary>${common < 0 ? mapping.columnsDiffer(group.length) : mapping.columnByColumn(group.length)}</summary>
        <ul class="columns">
          ${group.map((question) => {
            const chosen = answerOf(draft, question);
            return html`<li>
              <label>
                <span
                  >${this.pick(question.text)}
                  <span class="quiet small">${placeOf(draft, question.key, question.cell, mapping)}</span></span
                >
                <select
                  @change=${(event: Event) => {
                    const index = Number((event.target as HTMLSelectElement).value);
                    this.#edit((now) => withAnswer(now, question, index));
                  }}
                >
                  ${question.answers.map(
                    ({ text }, index) =>
                      html`<option value=${index} .selected=${live(index === chosen)}>${this.pick(text)}</option>`,
                  )}
                </select>
              </label>
            </li>`;
          })}
        </ul>
      </details>
    </li>`;
  }

  /** A field for an answer that is not among those offered. */
  #renderOwn(draft: MappingDraft, question: MappingQuestion, at: number): TemplateResult | typeof nothing {
    const { mapping } = this.words;
    const change = ownChange(question);
    if (change === null) return nothing;
    if (question.code !== 'sheet.period' && question.code !== 'sheet.rater')
      return this.#renderOther(draft, question, at, change);
    const label = question.code === 'sheet.period' ? mapping.otherPeriod : mapping.otherRater;
    return html`<input
      type="text"
      class="own"
      autocomplete="off"
      aria-label=${label}
      placeholder=${label}
      .value=${ownAnswerOf(draft, question)}
      @change=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value.normalize('NFKC').trim();
        this.#edit((now) => withOwnAnswer(now, question, text === '' ? null : change(text)));
      }}
    />`;
  }

  #forget({ id }: MappingQuestion): void {
    if (this.strangers.has(id)) this.strangers = new Map([...this.strangers].filter(([question]) => question !== id));
  }

  /** Anybody on the list, by name or id. Who is on no list is told so at once. */
  #renderOther(
    draft: MappingDraft,
    question: MappingQuestion,
    at: number,
    change: (subject: string) => MappingChange,
  ): TemplateResult {
    const { mapping } = this.words;
    const { subjects } = draft.proposal;
    const stranger = this.strangers.get(question.id);
    const known = subjects.find(({ id }) => id === ownAnswerOf(draft, question));
    const answer = (input: HTMLInputElement): void => {
      const text = input.value.trim();
      const found = whoIs(text, subjects);
      this.#forget(question);
      if (found === 'nobody' || found === 'several') {
        this.strangers = new Map([...this.strangers, [question.id, { text, why: found }]]);
        this.#edit((now) => withOwnAnswer(now, question, null));
      } else this.#edit((now) => withOwnAnswer(now, question, found && change(found.id)));
    };
    return html`<input
        type="text"
        class="own"
        autocomplete="off"
        list="subjects"
        aria-label=${mapping.otherSubject}
        placeholder=${mapping.otherSubject}
        aria-invalid=${stranger === undefined ? nothing : 'true'}
        aria-errormessage=${stranger === undefined ? nothing : `stranger-${at}`}
        .value=${live(stranger?.text ?? (known ? named(known) : ''))}
        @change=${(event: Event) => answer(event.target as HTMLInputElement)}
      />${
        stranger === undefined
          ? nothing
          : html`<p class="error small" id=${`stranger-${at}`} role="alert">
              ${mapping.noSubject(stranger.text, stranger.why)}
            </p>`
      }`;
  }
}

/** What an answer in words of one's own does; `null`: there can be none. */
function ownChange(question: MappingQuestion): ((text: string) => MappingChange) | null {
  // Of columns that stand for several periods each has its own.
  const isFixed = question.answers.every(({ changes }) => changes.every(({ kind }) => kind === 'fixed'));
  if (question.code === 'sheet.period' && isFixed) return (value) => ({ kind: 'fixed', field: 'period', value });
  if (question.code === 'sheet.rater') return (value) => ({ kind: 'fixed', field: 'rater', value });
  const changes = question.answers.flatMap((answer) => answer.changes);
  const named = changes.find(({ kind }) => kind === 'subject');
  if (named?.kind === 'subject') return (subject) => ({ kind: 'subject', text: named.text, subject });
  // A column of the values of one subject.
  for (const change of changes) {
    if (change.kind !== 'means' || change.means.kind !== 'of-subject') continue;
    const { means } = change;
    return (subject) => ({ ...change, means: { ...means, subject } });
  }
  return null;
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-mapping-questions': MappingQuestionsElement;
  }
}
