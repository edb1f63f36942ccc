import type { Problem, SchemeChecked, SchemeEntry, SchemeSource } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { preferences } from '../app/preferences.ts';
import { problemFrom } from '../data/problem.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { fileIcon } from '../ui/icons.ts';
import styles from './scheme-choice.css?inline';
import './scheme-findings.ts';
import { inGroups, matching } from './scheme-list.ts';

/** The scheme to open: the one that is open, one that comes with the product, or a file that has been checked. */
export type SchemeChoice =
  | { readonly kind: 'current' }
  | { readonly kind: 'built-in'; readonly id: string }
  | { readonly kind: 'file'; readonly name: string; readonly text: string; readonly checked: SchemeChecked };

/** The chosen scheme as it is asked for; `null`: the open one. */
export function schemeOf(choice: SchemeChoice): SchemeSource | null {
  if (choice.kind === 'current') return null;
  return choice.kind === 'file' ? { name: choice.name, text: choice.text } : { builtIn: choice.id };
}

const CURRENT = 'current';
const FILE = 'file';
/** A list longer than this can be searched. */
const SHORT_LIST = 10;
/** Lines of the list while it is searched. */
const MOST_LINES = 8;

/**
 * Chooses a scheme; a file is checked at once and everything the checker says is shown.
 *
 * @element kh-scheme-choice
 * @fires {CustomEvent<SchemeChoice>} scheme-choose - Another scheme was chosen.
 */
@customElement('kh-scheme-choice')
export class SchemeChoiceElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  @property({ attribute: false }) schemes: readonly SchemeEntry[] = [];
  @property({ attribute: false }) choice: SchemeChoice = { kind: 'current' };

  @state() private problem: Problem | null = null;
  @state() private sought = '';
  @query('input[type=file]') private picker!: HTMLInputElement;

  /** The file that was picked last: one that is read while something else is chosen comes too late. */
  #picked: File | null = null;
  readonly #live = new WorkspaceController(this);

  #choose(choice: SchemeChoice): void {
    this.#picked = null;
    this.problem = null;
    this.fire('scheme-choose', choice);
  }

  #handleSelect(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (value === FILE) return;
    this.#choose(value === CURRENT ? { kind: 'current' } : { kind: 'built-in', id: value.slice(1) });
  }

  async #handleFile(): Promise<void> {
    const file = this.picker.files?.[0];
    // The same file, mended and chosen again, is another file.
    this.picker.value = '';
    if (!file || !this.workspace) return;
    this.#picked = file;
    try {
      const text = await file.text();
      const checked = await this.workspace.checkScheme({ name: file.name, text });
      if (this.#picked === file) this.#choose({ kind: 'file', name: file.name, text, checked });
    } catch (error) {
      if (this.#picked === file) this.problem = problemFrom(error);
    }
  }

  protected override render(): TemplateResult {
    const { words, choice } = this;
    const current = this.#live.status?.scheme;
    const value = choice.kind === 'built-in' ? `=${choice.id}` : choice.kind;
    const others = this.schemes.filter(({ id }) => id !== current?.id);
    const isSearched = this.sought.trim() !== '';
    const found = matching(others, this.sought, (body) => words.bodies[body]);
    // What is chosen stays in the list, whatever is looked for.
    const shown = others.filter((scheme) => found.includes(scheme) || value === `=${scheme.id}`);
    const groups = inGroups(shown, ({ title }) => this.pick(title), preferences.language);
    const lines = Math.min(shown.length + groups.length + 1, MOST_LINES);
    return html`${others.length > SHORT_LIST ? this.#renderSearch(isSearched ? found.length : null) : nothing}
      <div class="row">
        <select aria-label=${words.scheme} size=${isSearched ? lines : 1} @change=${this.#handleSelect}>
          ${
            current
              ? html`<option value=${CURRENT} .selected=${value === CURRENT}>
                ${words.currentScheme(this.pick(current.title))}
              </option>`
              : html`<option value=${CURRENT} .selected=${value === CURRENT}>${words.chooseScheme}</option>`
          }
          ${choice.kind === 'file' ? html`<option value=${FILE} .selected=${true}>${choice.name}</option>` : nothing}
          ${groups.map(
            ({ body, schemes }) =>
              html`<optgroup label="${words.bodies[body]} (${this.count(schemes.length)})">
                ${schemes.map(
                  ({ id, title }) =>
                    html`<option value="=${id}" .selected=${value === `=${id}`}>${this.pick(title)}</option>`,
                )}
              </optgroup>`,
          )}
        </select>
        <input
          type="file"
          accept=".yaml,.yml,.json"
          class="visually-hidden"
          tabindex="-1"
          aria-hidden="true"
          @change=${this.#handleFile}
        />
        <button type="button" class="button" @click=${() => this.picker.click()}>${fileIcon}${words.openSchemeFile}</button>
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}
      ${choice.kind === 'file' ? this.#renderChecked(choice.name, choice.checked) : nothing}`;
  }

  /** `found`: how many schemes have what is looked for; `null`: nothing is. */
  #renderSearch(found: number | null): TemplateResult {
    const { words } = this;
    return html`<div class="row search">
      <input
        type="search"
        autocomplete="off"
        aria-label=${words.findScheme}
        placeholder=${words.findScheme}
        .value=${this.sought}
        @input=${(event: Event) => (this.sought = (event.target as HTMLInputElement).value)}
      />
      <span class="quiet small" role="status">${found === null ? nothing : words.schemesFound(this.count(found))}</span>
    </div>`;
  }

  #renderChecked(name: string, { scheme, findings }: SchemeChecked): TemplateResult {
    const { words } = this;
    return html`<div class="checked" role="status">
        ${
          scheme
            ? html`<p class="good">${words.schemeGood(this.pick(scheme.title), scheme.version)}</p>`
            : html`<p class="problem">${words.schemeFaulty(name)}</p>`
        }
      </div>
      ${findings.length > 0 ? html`<kh-scheme-findings .findings=${findings}></kh-scheme-findings>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-scheme-choice': SchemeChoiceElement;
  }
}
