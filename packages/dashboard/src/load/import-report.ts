import type { Amendment, ImportFinding, ImportReport, Problem } from '@kaoheng/engine/live';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../amend/amend-bar.ts';
import '../amend/amend-finding.ts';
import { countWaiting, draftFrom, type AmendmentDraft } from '../amend/amendment-draft.ts';
import { preferences } from '../app/preferences.ts';
import { problemFrom } from '../data/problem.ts';
import { refusedRows } from '../data/refused-rows.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { download, typeOf } from '../ui/download.ts';
import styles from './findings.css?inline';
import { cellOf, countBySeverity, SEVERITIES, type Severity } from './report-model.ts';

const TONES = { refused: 'bad', normalised: 'warn', note: 'plain' } as const;
const FIRST_ROWS = 100;

/** Amendments as a user would have them, all of them, and why. */
export interface AmendmentRequest {
  readonly amendments: readonly Amendment[];
  readonly reason: string;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * What an import did: how much was read, accepted and refused, and everything it had to say, cell by cell.
 *
 * @element kh-import-report
 * @fires {CustomEvent<number>} amend-waiting - How many amendments wait to be read, whenever that changes.
 * @fires {CustomEvent<AmendmentRequest>} amend - The files are to be read again with other amendments.
 */
@customElement('kh-import-report')
export class ImportReportElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) report: ImportReport | null = null;
  /** Writes the file of what was refused. */
  @property({ attribute: false }) workspace: WorkspacePort | null = null;

  /** Names of the files whose cells may be set right here. */
  @property({ attribute: false }) amendable: ReadonlySet<string> = NONE;
  /** The amendments that the files were read with. */
  @property({ attribute: false }) amendments: readonly Amendment[] = [];
  /** The files are being read again. */
  @property({ type: Boolean }) working = false;

  #waiting = 0;

  @state() private draft: AmendmentDraft = draftFrom([]);
  @state() private severity: Severity | 'all' = 'all';
  @state() private shownRows = FIRST_ROWS;
  @state() private problem: Problem | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('report')) return;
    this.severity = 'all';
    this.shownRows = FIRST_ROWS;
    this.problem = null;
    this.draft = draftFrom(this.amendments);
  }

  protected override updated(): void {
    const waiting = countWaiting(this.draft);
    if (waiting === this.#waiting) return;
    this.#waiting = waiting;
    this.fire('amend-waiting', waiting);
  }

  async #export(format: 'xlsx' | 'csv'): Promise<void> {
    this.problem = null;
    try {
      const language = preferences.language === 'en' ? 'en' : 'zh';
      const bytes = await this.workspace?.exportRefusals({ language, format });
      const name = `${this.words.refusalsFile}.${format}`;
      if (bytes) download(bytes, name, typeOf(name));
    } catch (error) {
      this.problem = problemFrom(error);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { report, words } = this;
    if (!report) return nothing;
    const found = report.findings.filter(({ severity }) => this.severity === 'all' || severity === this.severity);
    return html`<dl class="counts">
        ${this.#renderCount(words.subjects, report.subjects)} ${this.#renderCount(words.observations, report.observations)}
      </dl>
      ${
        report.findings.length === 0
          ? html`<p class="quiet">${words.noFindings}</p>`
          : html`${this.#renderTools(report)} ${this.#renderAmending()} ${this.#renderTable(found.slice(0, this.shownRows))}
          ${
            found.length > this.shownRows
              ? html`<button
                type="button"
                class="button small more"
                @click=${() => (this.shownRows += FIRST_ROWS * 5)}
              >
                ${words.moreFindings(this.count(found.length - this.shownRows))}
              </button>`
              : nothing
          }`
      }`;
  }

  #renderCount(title: string, counts: ImportReport['subjects']): TemplateResult {
    const { words } = this;
    const one = (text: string, number: number, name: string) =>
      html`<span class=${number > 0 ? name : ''}><b>${this.count(number)}</b> <span class="quiet">${text}</span></span>`;
    return html`<div>
      <dt>${title}</dt>
      <dd>
        ${one(words.read, counts.read, 'read')} ${one(words.accepted, counts.accepted, 'accepted')}
        ${one(words.refused, counts.refused, 'refused')}
      </dd>
    </div>`;
  }

  #renderTools(report: ImportReport): TemplateResult {
    const { words } = this;
    const counts = countBySeverity(report);
    const all = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
    const choice = (value: Severity | 'all', text: string, count: number) =>
      html`<label class=${this.severity === value ? 'on' : ''}>
        <input
          type="radio"
          name="severity"
          .checked=${this.severity === value}
          @change=${() => ((this.severity = value), (this.shownRows = FIRST_ROWS))}
        />${words.findingsOf(text, this.count(count))}
      </label>`;
    return html`<div class="tools screen-only">
        <fieldset>
          <legend class="visually-hidden">${words.filterFindings}</legend>
          ${choice('all', words.allFindings, all)}
          ${SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
            choice(severity, words.importSeverities[severity], counts[severity]),
          )}
        </fieldset>
        ${
          counts.refused > 0
            ? html`<span class="exports" role="group" aria-label=${words.exportRefusals}>
              ${words.exportRefusals}
              ${(['xlsx', 'csv'] as const).map(
                (format) =>
                  html`<button
                    type="button"
                    class="button small"
                    title=${words.refusalsHint}
                    @click=${() => this.#export(format)}
                  >
                    ${words.refusalsFormats[format]}
                  </button>`,
              )}
            </span>`
            : nothing
        }
      </div>
      ${
        counts.refused > 0 && counts.refused !== refusedRows(report)
          ? html`<p class="quiet small">${words.rowsAndFindings}</p>`
          : nothing
      }
      ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}`;
  }

  #renderAmending(): TemplateResult | typeof nothing {
    const { words } = this;
    if (this.amendable.size === 0) return nothing;
    return html`<p class="quiet small screen-only">${words.amend.hint}</p>
      <kh-amend-bar
        .waiting=${countWaiting(this.draft)}
        .working=${this.working}
        @amend-read=${(event: CustomEvent<string>) =>
          this.fire<AmendmentRequest>('amend', { amendments: this.draft.wanted, reason: event.detail })}
        @amend-discard=${() => (this.draft = draftFrom(this.amendments))}
      ></kh-amend-bar>`;
  }

  #renderAmend(finding: ImportFinding): TemplateResult | typeof nothing {
    const { severity, code, origin } = finding;
    const isMerelyTold = severity === 'note' && origin.column === '' && code !== 'amendment.not-applied';
    if (isMerelyTold || !this.amendable.has(origin.file)) return nothing;
    return html`<kh-amend-finding
      .finding=${finding}
      .draft=${this.draft}
      @draft-change=${(event: CustomEvent<AmendmentDraft>) => (this.draft = event.detail)}
    ></kh-amend-finding>`;
  }

  #renderTable(findings: readonly ImportFinding[]): TemplateResult {
    const { words } = this;
    return html`<div class="scroll findings" tabindex="0" role="region" aria-label=${words.findings}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.severity}</th>
            <th scope="col">${words.place}</th>
            <th scope="col">${words.whatIsWrong}</th>
            <th scope="col">${words.whatToDo}</th>
          </tr>
        </thead>
        <tbody>
          ${findings.map((finding) => this.#renderFinding(finding))}
        </tbody>
      </table>
    </div>`;
  }

  #renderFinding(finding: ImportFinding): TemplateResult {
    const { words } = this;
    const { severity, code, origin, message, remedy, before, after } = finding;
    return html`<tr>
      <td><span class="mark ${TONES[severity]}">${words.importSeverities[severity]}</span></td>
      <td class="place numeric">
        ${cellOf(origin) || '—'}
        ${origin.file ? html`<span class="quiet">${[origin.file, origin.sheet].filter(Boolean).join(' › ')}</span>` : nothing}
      </td>
      <td class="text" data-title=${words.whatIsWrong}>
        ${this.pick(message)}
        ${
          before !== undefined || after !== undefined
            ? html`<span class="change"
              ><span class="quiet">${words.oldValue}</span> <del>${before || words.emptyValue}</del>
              <span class="quiet">${words.newValue}</span> <ins>${after || words.emptyValue}</ins></span
            >`
            : nothing
        }
        <code class="quiet">${code}</code>
      </td>
      <td class="text" data-title=${words.whatToDo}>${this.pick(remedy)} ${this.#renderAmend(finding)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-import-report': ImportReportElement;
  }
}
