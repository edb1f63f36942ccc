import type { ImportSummary, MergeSummary, Problem } from '@kaoheng/engine/live';
import { placeName } from '@kaoheng/engine/live';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { problemFrom } from '../data/problem.ts';
import { refusedRows } from '../data/refused-rows.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './imports.css?inline';

/** Others cannot be read without it. */
const NEEDED = 'import.needed';

/** An undo that waits for another word: rows of other imports would go with it. */
interface Held {
  readonly id: string;
  readonly rows: number;
}

/**
 * The imports of the workspace, what became of their rows, and a way to undo each as a whole.
 *
 * @element kh-import-list
 */
@customElement('kh-import-list')
export class ImportListElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  @property({ attribute: false }) merged: MergeSummary | null = null;

  @state() private asked = '';
  @state() private held: Held | null = null;
  @state() private working = false;
  @state() private problem: Problem | null = null;
  @state() private done = '';

  /** A question stays until there are other imports: the status is told anew when the database is ready, too. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('merged') || idsOf(changed.get('merged')) === idsOf(this.merged)) return;
    this.asked = '';
    this.held = null;
  }

  async #undo(id: string, holdRefused: boolean): Promise<void> {
    const { workspace } = this;
    if (!workspace || this.working) return;
    this.working = true;
    this.problem = null;
    this.done = '';
    const chosen = this.#chosenFor(id);
    const before = workspace.status.data?.report;
    try {
      const report = await workspace.removeImport(id, { holdRefused });
      if (report.held) {
        const own = this.merged?.imports.find((one) => one.id === id)?.report;
        const left = refusedRows(before) - refusedRows(own);
        this.held = { id, rows: Math.max(1, refusedRows(report) - left) };
      } else if (report.entered)
        this.done =
          chosen > 0 ? `${this.words.undone} ${this.words.undoneChosen(this.count(chosen))}` : this.words.undone;
      else {
        const [finding] = report.findings;
        this.problem = { code: NEEDED, text: finding?.message ?? { zh: '', en: '' } };
      }
    } catch (error) {
      this.problem = problemFrom(error);
    } finally {
      this.working = false;
      this.asked = '';
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words, merged } = this;
    if (!merged) return nothing;
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${words.importsHeading}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.importedAt}</th>
              <th scope="col">${words.files}</th>
              <th scope="col" class="number">${words.counted}</th>
              <th scope="col" class="number">${words.repeatedRows}</th>
              <th scope="col" class="number">${words.setAside}</th>
              <th scope="col" class="number">${words.refusedRows}</th>
              <th scope="col" class="screen-only"><span class="visually-hidden">${words.undoImport}</span></th>
            </tr>
          </thead>
          <tbody>
            ${merged.imports.map((one) => this.#renderImport(one, merged.imports.length))}
          </tbody>
        </table>
      </div>
      ${
        this.problem
          ? html`<p class="problem" role="alert">
            ${this.problem.code === NEEDED ? words.undoImpossible : nothing} ${this.pick(this.problem.text)}
          </p>`
          : nothing
      }
      ${this.done ? html`<p class="done" role="status">${this.done}</p>` : nothing}
      ${this.#renderLikenesses(merged)}
    `;
  }

  #renderImport({ id, time, files, repeatedFiles, report, share }: ImportSummary, all: number): TemplateResult {
    const { words } = this;
    return html`<tr>
        <td class="time">${words.moment(new Date(time))}</td>
        <th scope="row" class="files">
          ${files.map(
            (file) =>
              html`<span class="file"
                >${file}${repeatedFiles.includes(file) ? html` <span class="mark plain">${words.repeatedFile}</span>` : nothing}</span
              >`,
          )}
        </th>
        <td class="number">${words.countedOf(this.count(share.counted), this.count(share.accepted))}</td>
        <td class="number">${this.count(share.repeated)}</td>
        <td class="number">${this.count(share.setAside)}</td>
        <td class="number">${this.count(refusedRows(report))}</td>
        <td class="screen-only">
          ${
            this.asked === id || this.held?.id === id
              ? nothing
              : html`<button
                  type="button"
                  class="button small"
                  aria-label=${words.undoImportOf(files.join(words.comma))}
                  ?disabled=${this.working}
                  @click=${() => this.#ask(id)}
                >
                  ${words.undoImport}
                </button>`
          }
        </td>
      </tr>
      ${this.asked === id || this.held?.id === id ? this.#renderQuestion(id, all) : nothing}`;
  }

  /** Conflicts that were decided for it: without it, what others say counts. */
  #chosenFor(id: string): number {
    return this.merged?.imports.find((one) => one.id === id)?.chosen ?? 0;
  }

  #ask(id: string): void {
    this.asked = id;
    this.held = null;
    this.done = '';
    this.problem = null;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.sure')?.focus());
  }

  #renderQuestion(id: string, all: number): TemplateResult {
    const { words, held } = this;
    const isHeld = held?.id === id;
    const chosen = this.#chosenFor(id);
    return html`<tr class="question screen-only">
      <td colspan="7">
        ${
          isHeld
            ? html`<span role="alert">${words.undoHeld(this.count(held.rows))}</span>`
            : all === 1
              ? html`<span>${words.undoOnly}</span>`
              : nothing
        }
        ${chosen > 0 ? html`<span>${words.undoChosen(this.count(chosen))}</span>` : nothing}
        <button
          type="button"
          class="button small primary sure"
          ?disabled=${this.working}
          @click=${() => void this.#undo(id, !isHeld)}
        >
          ${isHeld ? words.undoAnyway : words.undoSure}
        </button>
        <button
          type="button"
          class="button small"
          @click=${() => {
            this.asked = '';
            this.held = null;
          }}
        >
          ${words.cancel}
        </button>
      </td>
    </tr>`;
  }

  #renderLikenesses({ imports, likenesses }: MergeSummary): TemplateResult | typeof nothing {
    const { words } = this;
    if (likenesses.length === 0) return nothing;
    const all = imports.reduce((sum, { share }) => sum + share.alike, 0);
    return html`<details>
      <summary>${words.likenesses(this.count(all))}</summary>
      <p class="quiet">${words.likenessesHint}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.likenesses(this.count(all))}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.subject}</th>
              <th scope="col">${words.itemOfRow}</th>
              <th scope="col">${words.correctedValue}</th>
              <th scope="col">${words.place}</th>
              <th scope="col">${words.earlierPlace}</th>
            </tr>
          </thead>
          <tbody>
            ${likenesses.slice(0, 100).map(
              ({ period, subject, item, value, origin, earlier }) =>
                html`<tr>
                <td>${subject}</td>
                <td>${period} ${item}</td>
                <td>${value || words.emptyValue}</td>
                <td>${placeName(origin)}</td>
                <td>${placeName(earlier.origin)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }
}

function idsOf(merged: MergeSummary | null | undefined): string {
  return JSON.stringify(merged?.imports.map(({ id }) => id));
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-import-list': ImportListElement;
  }
}
