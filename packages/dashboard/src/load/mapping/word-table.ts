import {
  readsAs,
  vocabularyOf,
  type ColumnMapping,
  type ColumnProposal,
  type InputDeclaration,
  type MappingChange,
  type SheetMapping,
  type Vocabulary,
} from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { DashboardElement, dashboardStyles } from '../../ui/dashboard-element.ts';
import { letterOf } from './column-letter.ts';
import styles from './word-table.css?inline';

const FIRST_TEXTS = 30;

/**
 * What the texts of one column stand for, where the scheme has a vocabulary for them. Closed at first; figures have none.
 *
 * @element kh-word-table
 * @fires {CustomEvent<readonly MappingChange[]>} words-change - A text was given another meaning.
 */
@customElement('kh-word-table')
export class WordTableElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) mapping: SheetMapping | null = null;
  @property({ attribute: false }) column: ColumnProposal | null = null;
  @property({ attribute: false }) inputs: readonly InputDeclaration[] = [];

  @state() private isOpen = false;
  @state() private shown = FIRST_TEXTS;

  protected override render(): TemplateResult | typeof nothing {
    const { mapping, column } = this;
    const words = this.words.mapping.words;
    const now = mapping?.columns.find((one) => one.column === column?.column);
    const vocabulary = mapping && now ? vocabularyOf(now, mapping, this.inputs) : null;
    if (!column || !now || !vocabulary || column.texts.length === 0) return nothing;
    const unknown = column.texts.filter(({ text }) => wordOf(text, now, vocabulary) === null).length;
    const name = `${letterOf(column.column)} ${column.title}`;
    const left = column.texts.length - this.shown;
    return html`<details @toggle=${(event: Event) => (this.isOpen = (event.target as HTMLDetailsElement).open)}>
      <summary>${words.heading(name, column.texts.length, unknown)}</summary>
      ${
        this.isOpen
          ? html`<table>
              <thead>
                <tr>
                  <th scope="col">${words.text}</th>
                  <th scope="col">${words.firstCell}</th>
                  <th scope="col">${words.means}</th>
                </tr>
              </thead>
              <tbody>
                ${column.texts.slice(0, this.shown).map((one) => this.#renderText(one, now, vocabulary))}
              </tbody>
            </table>
            ${
              left > 0
                ? html`<button type="button" class="button small" @click=${() => (this.shown += FIRST_TEXTS)}>
                  ${words.more(Math.min(left, FIRST_TEXTS))}
                </button>`
                : nothing
            }`
          : nothing
      }
    </details>`;
  }

  #renderText(
    { text, row }: ColumnProposal['texts'][number],
    now: ColumnMapping,
    vocabulary: Vocabulary,
  ): TemplateResult {
    const words = this.words.mapping.words;
    const word = wordOf(text, now, vocabulary);
    const option = (value: string, label: string) =>
      html`<option value=${value} .selected=${value === (word ?? '')}>${label}</option>`;
    return html`<tr class=${word === null ? 'unknown' : ''}>
      <th scope="row">${text}</th>
      <td class="numeric">${letterOf(now.column)}${row}</td>
      <td>
        <select
          aria-label=${words.meansOf(text)}
          @change=${(event: Event) => {
            const chosen = (event.target as HTMLSelectElement).value;
            // A text that stands for itself is read as if nothing were set down for it.
            const change: MappingChange = {
              kind: 'word',
              column: now.column,
              text,
              word: chosen === '' ? text : chosen,
            };
            this.fire('words-change', [change]);
          }}
        >
          ${readsAs(text, vocabulary) === null ? option('', words.refused) : nothing}
          ${vocabulary.words.map(({ word: one, title }) => option(one, this.#named(one, title)))}
          ${vocabulary.mayBeNA || word === 'NA' ? option('NA', words.notApplicable) : nothing}
        </select>
      </td>
    </tr>`;
  }

  #named(word: string, title: Vocabulary['words'][number]['title']): string {
    const text = title ? this.pick(title) : '';
    return text === '' || text === word || word === 'true' || word === 'false' ? text || word : `${text} ${word}`;
  }
}

/** The word that a text is read as now; `null`: it is refused. */
function wordOf(text: string, { words = {} }: ColumnMapping, vocabulary: Vocabulary): string | null {
  const said = Object.prototype.hasOwnProperty.call(words, text) ? words[text] : undefined;
  return said === undefined || said === text ? readsAs(text, vocabulary) : said;
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-word-table': WordTableElement;
  }
}
