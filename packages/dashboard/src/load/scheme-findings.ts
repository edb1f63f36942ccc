import type { Finding } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './findings.css?inline';

const TONES = { error: 'bad', warning: 'warn', note: 'plain' } as const;
const GRAVITY = { error: 0, warning: 1, note: 2 } as const;

/**
 * What the checker says about a scheme: place, clause, what is wrong and what would mend it. The gravest come first.
 *
 * @element kh-scheme-findings
 */
@customElement('kh-scheme-findings')
export class SchemeFindingsElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) findings: readonly Finding[] = [];

  protected override render(): TemplateResult {
    const { words } = this;
    const sorted = [...this.findings].sort((one, other) => GRAVITY[one.severity] - GRAVITY[other.severity]);
    return html`<div class="scroll findings" tabindex="0" role="region" aria-label=${words.schemeFindings}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.severity}</th>
            <th scope="col">${words.position}</th>
            <th scope="col">${words.whatIsWrong}</th>
            <th scope="col">${words.whatToDo}</th>
          </tr>
        </thead>
        <tbody>
          ${sorted.map((finding) => this.#renderFinding(finding))}
        </tbody>
      </table>
    </div>`;
  }

  #renderFinding({ severity, code, message, remedy, clause, position }: Finding): TemplateResult {
    const { words } = this;
    return html`<tr>
      <td><span class="mark ${TONES[severity]}">${words.schemeSeverities[severity]}</span></td>
      <td class="place numeric">
        ${position ? words.lineColumn(position.line, position.column) : '—'}
        ${clause ? html`<span class="quiet">${words.clause(clause)}</span>` : nothing}
      </td>
      <td class="text" data-title=${words.whatIsWrong}>${this.pick(message)} <code class="quiet">${code}</code></td>
      <td class="text" data-title=${words.whatToDo}>${this.pick(remedy)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-scheme-findings': SchemeFindingsElement;
  }
}
