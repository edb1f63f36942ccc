import type { DeliveryLine } from '@kaoheng/engine/live';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './delivery-lists.css?inline';
import { linesBySubject, type SubjectLines } from './delivery-model.ts';

/** Names that stand in one entry before the rest has to be asked for. */
const FIRST_NAMES = 8;
/** Many subjects come in portions. */
const PORTION = 40;

/**
 * Deliveries as a list for narrow screens: what is missing line by line, or subject by subject.
 *
 * @element kh-delivery-lists
 * @fires {CustomEvent<string>} subject-show - The user wants to see a subject's sheet.
 */
@customElement('kh-delivery-lists')
export class DeliveryListsElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) lines: readonly DeliveryLine[] = [];
  @property() by: 'lines' | 'subjects' = 'lines';
  @property({ type: Boolean, attribute: 'only-gaps' }) onlyGaps = false;
  /** The period that is looked at; lines of others name theirs. */
  @property() period = '';

  /** Entries whose names are all shown. */
  @state() private open: ReadonlySet<string> = new Set();
  @state() private shown = PORTION;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lines') || changed.has('by')) this.shown = PORTION;
  }

  protected override render(): TemplateResult {
    return this.by === 'lines' ? this.#renderLines() : this.#renderSubjects();
  }

  #renderLines(): TemplateResult {
    return html`<ul>
      ${this.lines.map((line) => {
        const { item, title, from, period, subjects } = line;
        const missing = subjects.filter(({ state: found }) => found === 'missing');
        const asked = subjects.filter(({ state: found }) => found !== 'not needed').length;
        const about = [item, period === this.period ? '' : this.words.periodName(period), from].filter(Boolean);
        return html`<li>
          ${this.#renderHead(this.pick(title), about.join(' · '), asked - missing.length, missing.length)}
          ${this.#renderNames(
            `${item} ${period}`,
            missing.map(({ subject, name }) => this.#renderSubject(subject, name)),
          )}
        </li>`;
      })}
    </ul>`;
  }

  #renderSubjects(): TemplateResult {
    const all = linesBySubject(this.lines, this.onlyGaps);
    const hidden = all.length - this.shown;
    return html`<ul>
        ${all.slice(0, this.shown).map(
          (own) =>
            html`<li>
              ${this.#renderHead(this.#renderSubject(own.subject, own.name), own.subject, own.given, own.missing.length)}
              ${this.#renderNames(own.subject, this.#titles(own))}
            </li>`,
        )}
      </ul>
      ${
        hidden > 0
          ? html`<button type="button" class="button small screen-only" @click=${() => (this.shown += PORTION)}>
            ${this.words.gaps.moreSubjects(this.count(hidden))}
          </button>`
          : nothing
      }`;
  }

  #titles({ missing }: SubjectLines): TemplateResult[] {
    return missing.map(
      ({ title, period }) =>
        html`<span
          >${this.pick(title)}${period === this.period ? nothing : html` <span class="quiet">${this.words.periodName(period)}</span>`}</span
        >`,
    );
  }

  #renderSubject(subject: string, name: string): TemplateResult {
    return html`<button type="button" class="link" @click=${() => this.fire('subject-show', subject)}>
      ${name || subject}
    </button>`;
  }

  #renderHead(title: TemplateResult | string, about: string, given: number, missing: number): TemplateResult {
    const { gaps } = this.words;
    return html`<p class="head">
      <span class="title"><b>${title}</b> <span class="quiet small">${about}</span></span>
      <span class="counts">
        <span class="quiet small">${gaps.givenOf(this.count(given), this.count(given + missing))}</span>
        ${
          missing > 0
            ? html`<span class="mark warn">${gaps.missing(this.count(missing))}</span>`
            : html`<span class="mark plain">${gaps.noneMissing}</span>`
        }
      </span>
    </p>`;
  }

  /** Paper has room for everything and no buttons. */
  #renderNames(key: string, names: readonly TemplateResult[]): TemplateResult | typeof nothing {
    if (names.length === 0) return nothing;
    const isOpen = this.open.has(key) || names.length <= FIRST_NAMES + 1;
    return html`<ul class="names">
      ${names.map((name, at) => html`<li class=${isOpen || at < FIRST_NAMES ? '' : 'print-only'}>${name}</li>`)}
      ${
        isOpen
          ? nothing
          : html`<li class="screen-only">
            <button type="button" class="link" @click=${() => (this.open = new Set([...this.open, key]))}>
              ${this.words.gaps.moreNames(this.count(names.length - FIRST_NAMES))}
            </button>
          </li>`
      }
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-delivery-lists': DeliveryListsElement;
  }
}
