import type { ParameterDeclaration, ParameterSettings, Problem } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { problemFrom } from '../data/problem.ts';
import type { KeeperPort } from '../keep/keeper-port.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { isValidSetting, meantSetting, settingsFrom, writtenValue } from './parameter-settings.ts';
import styles from './parameters-view.css?inline';

/**
 * The settings of the open scheme, to be changed and computed again. A change that cannot be computed is refused and
 * the results stay.
 *
 * @element kh-parameters-view
 */
@customElement('kh-parameters-view')
export class ParametersViewElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;

  /** Writes the reason into the history; `null`: nobody keeps one. */
  @property({ attribute: false }) keeper: KeeperPort | null = null;

  /** What the user has typed and not yet computed, by name. */
  @state() private drafts: ParameterSettings = {};
  @state() private reason = '';
  @state() private computing = false;
  @state() private problem: Problem | null = null;
  @state() private done = false;

  readonly #live = new WorkspaceController(this);

  get #declared(): readonly ParameterDeclaration[] {
    return this.#live.status?.scheme?.parameters ?? [];
  }

  /** What a field shows: the draft, else what holds now, else what the scheme says. */
  #value(parameter: ParameterDeclaration): string {
    return this.drafts[parameter.name] ?? this.#live.status?.parameters[parameter.name] ?? writtenValue(parameter);
  }

  async #compute(event: Event): Promise<void> {
    event.preventDefault();
    const values = Object.fromEntries(
      this.#declared.map((parameter) => [parameter.name, meantSetting(parameter, this.#value(parameter))]),
    );
    const wrong = this.#declared.find((parameter) => !isValidSetting(parameter, values[parameter.name] ?? ''));
    if (wrong) {
      this.renderRoot.querySelector<HTMLElement>(`[name="${CSS.escape(wrong.name)}"]`)?.focus();
      return;
    }
    await this.#apply(settingsFrom(this.#declared, values));
  }

  async #apply(settings: ParameterSettings): Promise<void> {
    const { workspace } = this;
    if (!workspace || this.computing) return;
    const { drafts, reason } = this;
    this.computing = true;
    this.problem = null;
    this.done = false;
    try {
      this.keeper?.because(this.reason.trim());
      await workspace.setParameters(settings);
      // What was typed meanwhile is the next change.
      this.drafts = Object.fromEntries(Object.entries(this.drafts).filter(([name, value]) => drafts[name] !== value));
      if (this.reason === reason) this.reason = '';
      this.done = true;
    } catch (error) {
      this.keeper?.because('');
      this.problem = problemFrom(error);
    } finally {
      this.computing = false;
    }
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const declared = this.#declared;
    if (declared.length === 0) {
      return html`<section class="panel"><h2>${words.parametersHeading}</h2><p class="quiet">${words.noParameters}</p></section>`;
    }
    const isChanged = Object.keys(this.#live.status?.parameters ?? {}).length > 0;
    return html`<section class="panel">
      <h2>${words.parametersHeading}</h2>
      <p class="quiet lead">${words.parametersLead}</p>
      <form novalidate @submit=${this.#compute}>
        <div class="parameters">${declared.map((parameter) => this.#renderParameter(parameter))}</div>
        ${
          this.problem
            ? html`<p class="problem" role="alert">${words.parametersRefused} ${this.pick(this.problem.text)}</p>`
            : nothing
        }
        ${this.keeper?.status.workspace ? this.#renderReason() : nothing}
        <div class="actions screen-only">
          <button type="submit" class="button primary" ?disabled=${this.computing}>
            ${this.computing ? words.computing : words.compute}
          </button>
          <button
            type="button"
            class="button"
            ?disabled=${this.computing || (!isChanged && Object.keys(this.drafts).length === 0)}
            @click=${() => void this.#apply({})}
          >
            ${words.asWritten}
          </button>
          <span class="done" role="status">${this.done ? words.computed : nothing}</span>
        </div>
      </form>
    </section>`;
  }

  #renderReason(): TemplateResult {
    return html`<label class="reason screen-only">
      <span>${this.words.reasonAsked}</span>
      <input
        type="text"
        autocomplete="off"
        .value=${this.reason}
        @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)}
      />
    </label>`;
  }

  #renderParameter(parameter: ParameterDeclaration): TemplateResult {
    const { words } = this;
    const value = this.#value(parameter);
    const written = writtenValue(parameter);
    const isValid = isValidSetting(parameter, meantSetting(parameter, value));
    const id = `parameter-${parameter.name}`;
    const dated = Object.entries(parameter.dated).sort(([one], [other]) => (one < other ? -1 : 1));
    return html`<div class="parameter ${value === written ? '' : 'changed'}">
      <label for=${id}>${this.pick(parameter.title)}</label>
      <span class="input">
        ${this.#renderInput(parameter, id, value, isValid)}
        ${parameter.unit ? html`<span class="quiet">${parameter.unit}</span>` : nothing}
      </span>
      <span class="about quiet small" id="${id}-about">
        ${parameter.clause ? html`<span>${words.clause(parameter.clause)}</span>` : nothing}
        ${
          dated.length > 0
            ? html`<span>${dated.map(([year, text]) => words.fromYear(year, text)).join(words.semicolon)}</span>`
            : html`<span>${written ? words.writtenValue(written) : words.unset}</span>`
        }
        ${isValid ? nothing : html`<span class="wrong">${words.notANumber}</span>`}
      </span>
    </div>`;
  }

  #renderInput({ name, type }: ParameterDeclaration, id: string, value: string, isValid: boolean): TemplateResult {
    const change = (event: Event): void => {
      this.drafts = { ...this.drafts, [name]: (event.target as HTMLInputElement).value.trim() };
      this.done = false;
    };
    if (type === 'flag') {
      return html`<select id=${id} name=${name} aria-describedby="${id}-about" @change=${change}>
        ${['', 'true', 'false'].map(
          (option) =>
            html`<option value=${option} .selected=${option === value}>${this.words.flagWords[option] ?? option}</option>`,
        )}
      </select>`;
    }
    return html`<input
      id=${id}
      name=${name}
      type="text"
      autocomplete="off"
      class=${type === 'number' ? 'numeric' : ''}
      inputmode=${type === 'number' ? 'decimal' : 'text'}
      aria-describedby="${id}-about"
      aria-invalid=${isValid ? nothing : 'true'}
      .value=${value}
      @input=${change}
    />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-parameters-view': ParametersViewElement;
  }
}
