import type { ImportFinding, ImportReport, Problem } from '@kaoheng/engine/live';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { preferences } from '../app/preferences.ts';
import { problemFrom } from '../data/problem.ts';
import { refusedRows } from '../data/refused-rows.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { download } from '../ui/download.ts';
import styles from './findings.css?inline';
import { cellOf, countBySeverity, SEVERITIES, type Severity } from './report-model.ts';

const TONES = { refused: 'bad', normalised: 'warn', note: 'plain' } as const;
const FIRST_ROWS = 100;

/**
 * What an import did: how much was read, accepted and refused, and everything it had to say, cell by cell.
 *
 * @element kh-import-report
 */
@customElement('kh-import-report')
export class ImportReportElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) report: ImportReport | null = null;
  /** Writes the file of what was refused. */
  @property({ attribute: false }) workspace: WorkspacePort | null = null;

  @state() private severity: Severity | 'all' = 'all';
  @state() private shownRows = FIRST_ROWS;
  @state() private problem: Problem | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('report')) return;
    this.severity = 'all';
    this.shownRows = FIRST_ROWS;
    this.problem = null;
  }

  async #export(): Promise<void> {
    this.problem = null;
    try {
      const language = preferences.language === 'en' ? 'en' : 'zh';
      const bytes = await this.workspace?.exportRefusals(language);
      if (bytes) download(bytes, this.words.refusalsFile, 'text/csv;charset=utf-8');
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
          : html`${this.#renderTools(report)} ${this.#renderTable(found.slice(0, this.shownRows))}
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
            ? html`<button type="button" class="button small" @click=${this.#export}>${words.exportRefusals}</button>`
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

  #renderFinding({ severity, code, origin, message, remedy, before, after }: ImportFinding): TemplateResult {
    const { words } = this;
    return html`<tr>
      <td><span class="mark ${TONES[severity]}">${words.importSeverities[severity]}</span></td>
      <td class="place numeric">
        ${cellOf(origin) || '—'}
        ${origin.file ? html`<span class="quiet">${[origin.file, origin.sheet].filter(Boolean).join(' › ')}</span>` : nothing}
      </td>
      <td class="text">
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
      <td class="text">${this.pick(remedy)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-import-report': ImportReportElement;
  }
}
