import { unwantedRefusals, type WorkspaceStatus } from '@kaoheng/engine/live';
import type { LocalText, RankingRow } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { amendableFiles, amendmentsOf, importsToAmend } from '../amend/amended-imports.ts';
import { problemFrom } from '../data/problem.ts';
import { refusedRows } from '../data/refused-rows.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import type { KeeperPort } from '../keep/keeper-port.ts';
import '../deliveries/deliveries-panel.ts';
import type { DeliveriesArrangement } from '../deliveries/deliveries-panel.ts';
import type { Place } from '../app/place.ts';
import '../load/import-report.ts';
import type { AmendmentRequest } from '../load/import-report.ts';
import { inputTable } from '../load/input-table.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { uploadIcon } from '../ui/icons.ts';
import styles from './data-view.css?inline';
import '../imports/conflict-list.ts';
import '../imports/correct-dialog.ts';
import type { CorrectDialogElement } from '../imports/correct-dialog.ts';
import '../imports/correction-list.ts';
import '../imports/import-list.ts';
import './missing-data.ts';

/**
 * What is loaded, who has not delivered what, what the import said, and what the scheme asks for.
 *
 * @element kh-data-view
 * @fires {CustomEvent<string>} subject-show - The user wants to see a subject's sheet.
 * @fires {CustomEvent<Partial<Place>>} look-change - The user has arranged what is shown in another way.
 * @fires {CustomEvent} load-open - The user wants to load data.
 */
@customElement('kh-data-view')
export class DataViewElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  /** Keeps what is corrected; `null`: nobody does. */
  @property({ attribute: false }) keeper: KeeperPort | null = null;
  /** Part of the scheme; empty: the first. */
  @property({ attribute: 'scheme-part' }) schemePart = '';
  @property() period = '';
  @property() group = '';
  /** Everybody of the period. */
  @property({ attribute: false }) rows: readonly RankingRow[] = [];

  /** Whose deliveries are listed; empty: everybody's. */
  @property() owner = '';
  /** `all`: deliveries without gaps are listed, too. */
  @property() lines = '';
  /** How deliveries are laid out; empty: as the screen has room for. */
  @property() layout = '';

  @state() private amending = false;
  @state() private problem: LocalText | null = null;

  @query('#deliveries') private deliveries!: HTMLElement | null;
  @query('kh-correct-dialog') private correctDialog!: CorrectDialogElement;

  readonly #live = new WorkspaceController(this);

  /** Brings what imports say differently into sight; the keyboard goes on from there. */
  showConflicts(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('#conflicts h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }

  /** Brings the deliveries into sight. */
  showDeliveries(): void {
    this.deliveries?.scrollIntoView({ block: 'start' });
  }

  protected override render(): TemplateResult | typeof nothing {
    const status = this.#live.status;
    if (!status) return nothing;
    const { words } = this;
    // Rows that were left out come before what nobody delivered.
    const isPartial = refusedRows(status.data?.report) > 0;
    const missing =
      status.scored && this.workspace && this.period !== ''
        ? html`<section class="panel">
            <h2>${words.missingHeading(words.periodName(this.period))}</h2>
            <kh-missing-data
              .workspace=${this.workspace}
              .schemePart=${this.schemePart}
              .period=${this.period}
              .group=${this.group}
              .rows=${this.rows}
              ?may-correct=${status.data?.merged != null}
              @correct-open=${(event: CustomEvent<string>) => void this.correctDialog.show({ subject: event.detail })}
            ></kh-missing-data>
          </section>`
        : nothing;
    const report = status.data
      ? html`<section class="panel">
            <h2>${words.reportHeading}</h2>
            ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem)}</p>` : nothing}
            <kh-import-report
              .report=${status.data.report}
              .workspace=${this.workspace}
              .amendable=${amendableFiles(status.data.merged)}
              .amendments=${amendmentsOf(status.data.merged)}
              .working=${this.amending}
              @amend=${(event: CustomEvent<AmendmentRequest>) => void this.#amend(event.detail)}
            ></kh-import-report>
          </section>`
      : nothing;
    return html`
      ${this.#renderLoaded(status)} ${this.#renderConflicts(status)} ${this.#renderImports(status)}
      ${isPartial ? report : nothing} ${missing} ${this.#renderDeliveries(status)} ${isPartial ? nothing : report}
      ${
        status.scheme
          ? html`<section class="panel">
            <h2>${words.inputsHeading}</h2>
            <p class="quiet lead">${words.inputsLead}</p>
            ${inputTable(status.scheme, words, (text) => this.pick(text))}
          </section>`
          : nothing
      }
      <kh-correct-dialog
        .workspace=${this.workspace}
        .keeper=${this.keeper}
        .rows=${this.rows}
        .period=${this.period}
      ></kh-correct-dialog>
    `;
  }

  /** Reads the imports again whose amendments are others now; one that more rows would be refused of stays as it was. */
  async #amend({ amendments, reason }: AmendmentRequest): Promise<void> {
    const { workspace } = this;
    if (!workspace || this.amending) return;
    this.amending = true;
    this.problem = null;
    try {
      for (const one of importsToAmend(workspace.status.data?.merged ?? null, amendments)) {
        const before = unwantedRefusals(workspace.status.data!.report);
        // Each is read with what those before it brought.
        // oxlint-disable-next-line no-await-in-loop
        const report = await workspace.amendImport(one.id, one.amendments, { holdRefused: true, reason });
        if (report.held) this.problem = this.#moreRefused(unwantedRefusals(report) - before);
        else if (!report.entered) this.problem = report.findings[0]?.message ?? null;
        if (this.problem) return;
      }
    } catch (error) {
      this.problem = problemFrom(error).text;
    } finally {
      this.amending = false;
    }
  }

  #moreRefused(rows: number): LocalText {
    const text = this.words.amend.moreRefused(this.count(Math.max(1, rows)));
    return { zh: text, en: text };
  }

  #renderDeliveries({ data }: WorkspaceStatus): TemplateResult | typeof nothing {
    if (!data || this.period === '') return nothing;
    return html`<section class="panel" id="deliveries">
      <h2>${this.words.deliveries}</h2>
      <kh-deliveries
        .workspace=${this.workspace}
        .period=${this.period}
        .from=${this.owner}
        .onlyGaps=${this.lines !== 'all'}
        .layout=${this.layout}
        @arrangement-change=${this.#handleDeliveries}
      ></kh-deliveries>
    </section>`;
  }

  #handleDeliveries({ detail: { from, onlyGaps, layout } }: CustomEvent<DeliveriesArrangement>): void {
    this.fire<Partial<Place>>('look-change', { owner: from, lines: onlyGaps ? '' : 'all', layout });
  }

  readonly #nameOf = (subject: string): string => this.rows.find((row) => row.subject === subject)?.name ?? subject;

  #renderConflicts({ data }: WorkspaceStatus): TemplateResult | typeof nothing {
    const merged = data?.merged;
    if (!merged || merged.conflicts.length === 0) return nothing;
    return html`<section class="panel" id="conflicts">
      <h2 tabindex="-1">${this.words.conflictsHeading(this.count(merged.openConflicts))}</h2>
      <kh-conflict-list .workspace=${this.workspace} .merged=${merged} .nameOf=${this.#nameOf}></kh-conflict-list>
    </section>`;
  }

  #renderImports({ data }: WorkspaceStatus): TemplateResult | typeof nothing {
    const merged = data?.merged;
    if (!merged) return nothing;
    return html`<section class="panel">
        <h2>${this.words.importsHeading}</h2>
        <kh-import-list .workspace=${this.workspace} .merged=${merged}></kh-import-list>
      </section>
      <section class="panel">
        <h2>${this.words.correctionsHeading}</h2>
        <kh-correction-list
          .workspace=${this.workspace}
          .merged=${merged}
          .nameOf=${this.#nameOf}
          @correct-open=${(event: CustomEvent<string>) => void this.correctDialog.show({ subject: event.detail })}
        ></kh-correction-list>
      </section>`;
  }

  #renderLoaded({ data, store }: WorkspaceStatus): TemplateResult {
    const { words } = this;
    return html`<section class="panel">
      <h2>${words.loadedHeading}</h2>
      ${
        data
          ? html`<dl class="facts">
            <div><dt>${words.origin}</dt><dd>${data.source === 'sample' ? words.sampleMark : words.ownMark}</dd></div>
            <div><dt>${words.files}</dt><dd>${data.files.map((file) => html`<span class="file">${file}</span>`)}</dd></div>
            <div><dt>${words.subjects}</dt><dd class="numeric">${this.count(data.subjects)}</dd></div>
            <div><dt>${words.observations}</dt><dd class="numeric">${this.count(data.observations)}</dd></div>
            </dl>
            <p class="quiet small database">${words.storeStates[store.state]}</p>`
          : html`<p class="quiet">${words.noData}</p>`
      }
      <div class="actions screen-only">
        <button type="button" class="button primary" @click=${() => this.fire('load-open')}>
          ${uploadIcon}${words.loadData}
        </button>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-data-view': DataViewElement;
  }
}
