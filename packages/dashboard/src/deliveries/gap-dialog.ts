import {
  gapGroups,
  isSameOwner,
  type DeliveryLine,
  type GapGroup,
  type GapOwner,
  type Problem,
} from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { preferences } from '../app/preferences.ts';
import { problemFrom } from '../data/problem.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { copyFrom } from '../ui/copy-text.ts';
import { DashboardElement, dialogStyles } from '../ui/dashboard-element.ts';
import { download, typeOf } from '../ui/download.ts';
import '../ui/modal-dialog.ts';
import type { ModalDialogElement } from '../ui/modal-dialog.ts';
import styles from './gap-dialog.css?inline';
import { gapText } from './gap-text.ts';

const FORMATS = ['xlsx', 'utf-8', 'gb18030'] as const;
type Format = (typeof FORMATS)[number];

/**
 * Asks for what is missing: a text for each who owes something, to be copied and sent, and the list as a file.
 *
 * @element kh-gap-dialog
 */
@customElement('kh-gap-dialog')
export class GapDialogElement extends DashboardElement {
  static override styles = dialogStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  @property({ attribute: false }) lines: readonly DeliveryLine[] = [];
  @property() period = '';

  /** `null`: everybody. */
  @state() private owner: GapOwner | null = null;
  @state() private said = '';
  @state() private problem: Problem | null = null;
  @state() private working = false;

  @query('kh-modal') private modal!: ModalDialogElement;
  @query('textarea') private field!: HTMLTextAreaElement;

  /** Opens with the gaps of one who delivers; empty: of everybody. */
  async show(from = ''): Promise<void> {
    this.owner = from === '' ? null : { from };
    this.said = '';
    this.problem = null;
    await this.updateComplete;
    await this.modal.show();
  }

  async #copy(): Promise<void> {
    this.said = (await copyFrom(this.field)) ? this.words.copied : this.words.copyFailed;
  }

  async #export(format: Format): Promise<void> {
    const { workspace, period, owner } = this;
    if (!workspace || this.working) return;
    Object.assign(this, { working: true, problem: null, said: this.words.exporting });
    try {
      const files = await workspace.exportResults({
        views: ['gaps'],
        periods: [period],
        language: preferences.language === 'en' ? 'en' : 'zh',
        ...(owner && { owner }),
        ...(format === 'xlsx' ? { format } : { format: 'csv' as const, encoding: format }),
      });
      for (const { name, bytes } of files) download(bytes, name, typeOf(name));
      this.said = this.words.exported(files.map(({ name }) => name));
    } catch (error) {
      this.problem = problemFrom(error);
      this.said = '';
    } finally {
      this.working = false;
    }
  }

  #nameOf({ owner, lines }: GapGroup): string {
    if ('from' in owner) return owner.from;
    const [first] = lines;
    return first ? this.pick(first.title) : owner.item;
  }

  protected override render(): TemplateResult {
    const { words, owner } = this;
    const groups = gapGroups(this.lines);
    const chosen = groups.filter((group) => owner === null || isSameOwner(group.owner, owner));
    const text = gapText(
      chosen,
      { scheme: this.pick(this.workspace?.status.scheme?.title ?? { zh: '', en: '' }), period: this.period },
      words,
      (both) => this.pick(both),
    );
    return html`<kh-modal .heading=${words.gaps.heading}>
      <p class="quiet">${words.gaps.lead}</p>
      ${groups.some((group) => 'item' in group.owner) ? html`<p class="quiet">${words.gaps.leadByItem}</p>` : nothing}
      <div class="content">
        ${this.#renderOwners(groups)}
        <label class="field">
          <span>${words.gaps.text}</span>
          <textarea readonly rows="12" .value=${text}></textarea>
        </label>
        <p class="actions">
          <button type="button" class="button primary" @click=${() => void this.#copy()}>${words.gaps.copy}</button>
          ${FORMATS.map(
            (format) =>
              html`<button
                type="button"
                class="button"
                ?disabled=${this.working}
                @click=${() => void this.#export(format)}
              >
                ${words.gaps.formats[format]}
              </button>`,
          )}
        </p>
        <p class="done" role="status">${this.said || nothing}</p>
        ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}
      </div>
      <button slot="actions" type="button" class="button" @click=${() => this.modal.close()}>${words.close}</button>
    </kh-modal>`;
  }

  #renderOwners(groups: readonly GapGroup[]): TemplateResult {
    const { words, owner } = this;
    const all = groups.reduce((sum, { count }) => sum + count, 0);
    return html`<label class="field">
      <span>${words.gaps.sendTo}</span>
      <select
        @change=${(event: Event) => {
          this.owner = groups[(event.target as HTMLSelectElement).selectedIndex - 1]?.owner ?? null;
          this.said = '';
        }}
      >
        <option .selected=${owner === null}>${words.gaps.everybody(this.count(all))}</option>
        ${groups.map(
          (group) =>
            html`<option .selected=${owner !== null && isSameOwner(group.owner, owner)}>
              ${words.gaps.owner(this.#nameOf(group), this.count(group.count))}
            </option>`,
        )}
      </select>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-gap-dialog': GapDialogElement;
  }
}
