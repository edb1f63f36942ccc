import type {
  Explanation,
  ExplanationStep,
  FigureReference,
  InputReading,
  LocalText,
  SourceRow,
} from '@kaoheng/engine/reader';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { KaohengElement, widgetStyles } from '../shared/base-element.ts';
import { fire } from '../shared/fire.ts';
import { figureTemplate, figureText } from '../shared/figure-text.ts';
import styles from './explanation-view.css?inline';
import { sourceRowsTable, type SourceRowAction } from './source-rows.ts';

/** Detail of `reference-open`. */
export interface ReferenceOpenDetail {
  readonly reference: FigureReference;
}

/** Detail of `source-correct`: a value of the data that a reader wants to set right, or to enter. */
export interface SourceCorrectDetail {
  readonly subject: string;
  /** Empty where a person must say of which period. */
  readonly period: string;
  readonly item: string;
  /** The row that says it; `null`: there is none yet. */
  readonly row: SourceRow | null;
}

/** Source rows shown at once; the rest is a button away. */
const FIRST_ROWS = 20;

/**
 * How one figure came about: rule, clause, arithmetic with the numbers put in, steps, inputs with their source rows, and
 * the figures it was made from.
 *
 * @summary One explanation, laid out for reading.
 * @element explanation-view
 * @fires {CustomEvent<ReferenceOpenDetail>} reference-open - After the user picked a figure that this one was made from.
 * @fires {CustomEvent<SourceCorrectDetail>} source-correct - After the user asked to correct a row, or to enter one that is missing.
 * @csspart title - The heading.
 * @csspart figure - The explained figure.
 * @csspart arithmetic - The line with the whole calculation.
 * @csspart source-table - A table of source rows.
 */
export class ExplanationViewElement extends KaohengElement {
  static override styles = widgetStyles(styles);

  /** The explanation to show. */
  @property({ attribute: false }) explanation: Explanation | null = null;

  /** Says that these results were published without calculations. */
  @property({ type: Boolean }) unexplained = false;

  /** Offers to correct rows of the data and to enter missing ones; the page does it on `source-correct`. */
  @property({ type: Boolean }) correctable = false;

  /** Items whose source rows are all shown. */
  @state() private openItems: ReadonlySet<string> = new Set();

  @query('h2') private heading!: HTMLElement | null;

  /** Moves the focus to the heading, so that reading starts there. */
  focusHeading(): void {
    this.heading?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('explanation')) this.openItems = new Set();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { explanation, messages } = this;
    if (!explanation) return nothing;
    return html`<article>
      ${this.#renderHead(explanation)}
      ${this.unexplained ? html`<p class="notice">${messages.notPublished}</p>` : nothing}
      ${explanation.withheld ? html`<p class="notice">${messages.withheld}</p>` : nothing}
      ${this.#renderRule(explanation)} ${this.#renderCalculation(explanation)} ${this.#renderInputs(explanation.inputs)}
      ${this.#renderFigures(explanation)}
    </article>`;
  }

  #pick(text: LocalText): string {
    return this.localize.pick(text);
  }

  #renderHead(explanation: Explanation): TemplateResult {
    const { messages } = this;
    const { figure, max, state: reason } = explanation;
    return html`<header>
      <p class="quiet">${explanation.subjectName} · ${messages.periodName(explanation.period)}</p>
      <h2 part="title" tabindex="-1">${this.#pick(explanation.title)}</h2>
      <p class="figure" part="figure">
        <strong>${figureTemplate(figure, messages)}</strong>
        ${max?.state === 'value' ? html`<span class="quiet">${messages.outOf(figureText(max, messages))}</span>` : nothing}
      </p>
      ${
        figure.state === 'value' && !figure.exact
          ? html`<p class="quiet exact">${messages.rounded(figure.text)}</p>`
          : nothing
      }
      ${reason ? html`<p class="reason">${this.#pick(reason)}</p>` : nothing}
    </header>`;
  }

  #renderRule(explanation: Explanation): TemplateResult {
    return html`<section>
      <h3>
        ${this.messages.rule}
        ${
          explanation.clause
            ? html`<span class="clause" title=${this.messages.clause}>${explanation.clause}</span>`
            : nothing
        }
      </h3>
      <p>${this.#pick(explanation.rule)}</p>
    </section>`;
  }

  #renderCalculation(explanation: Explanation): TemplateResult | typeof nothing {
    const { steps } = explanation;
    const arithmetic = this.#arithmetic(explanation);
    if (!arithmetic && steps.length === 0) return nothing;
    return html`<section>
      <h3>${this.messages.calculation}</h3>
      ${arithmetic ? html`<p class="arithmetic" part="arithmetic">${arithmetic}</p>` : nothing}
      ${
        steps.length > 0
          ? html`<ol class="steps" aria-label=${this.messages.steps}>
            ${steps.map((step) => this.#renderStep(step))}
          </ol>`
          : nothing
      }
    </section>`;
  }

  #renderStep(step: ExplanationStep): TemplateResult {
    const reason = this.#pick(step.reason);
    return html`<li class=${step.applied ? '' : 'skipped'}>
      <span class="step-line">
        <span class="step-title"
          >${this.#pick(step.title)}
          ${this.#renderMark(step)}</span
        >
        ${this.#renderStepFigure(step)}
      </span>
      ${reason ? html`<span class="step-reason">${reason}</span>` : nothing}
      ${step.clause ? html`<span class="clause small" title=${this.messages.clause}>${step.clause}</span>` : nothing}
    </li>`;
  }

  /** The calculation in the words of the language: a yes or no and the words of the scheme have theirs. */
  #arithmetic({ arithmetic, titledArithmetic }: Explanation | ExplanationStep): string {
    const told = titledArithmetic ? this.#pick(titledArithmetic) : arithmetic;
    const { yes, no } = this.messages;
    return told.replace(/(^|[^\w“])(true|false)(?![\w”])/g, (_, before, word) => before + (word === 'true' ? yes : no));
  }

  #renderMark({ applied, figure }: ExplanationStep): TemplateResult | string | typeof nothing {
    if (applied) return nothing;
    if (figure.state === 'missing') return figureTemplate(figure, this.messages);
    // A condition is answered; it is what hangs on it that does not apply.
    const { no, notApplied } = this.messages;
    return html`<span class="mark plain">${figure.text === 'false' ? no : notApplied}</span>`;
  }

  /** The step's own line says its result; without one the figure does. What did not apply shows why, not a figure. */
  #renderStepFigure(step: ExplanationStep): TemplateResult | typeof nothing {
    const { arithmetic, applied, figure, word } = step;
    if (arithmetic) return html`<span class="step-figure">${this.#arithmetic(step)}</span>`;
    if (!applied) return nothing;
    return html`<span class="step-figure">${word ? this.#pick(word) : figureTemplate(figure, this.messages)}</span>`;
  }

  #renderInputs(inputs: readonly InputReading[]): TemplateResult | typeof nothing {
    if (inputs.length === 0) return nothing;
    return html`<section>
      <h3>${this.messages.inputs}</h3>
      ${inputs.map((input) => this.#renderInput(input))}
    </section>`;
  }

  /** Who gives it, where the data has no row that says so. */
  #renderOrigin({ from, isAttribute }: InputReading): TemplateResult | typeof nothing {
    const { messages } = this;
    const said = isAttribute ? messages.ofSubjects : from ? messages.from(from) : '';
    return said === '' ? nothing : html` <span class="quiet">${said}</span>`;
  }

  #renderInput(input: InputReading): TemplateResult {
    const { messages } = this;
    const isOpen = this.openItems.has(input.item);
    const rows = isOpen ? input.rows : input.rows.slice(0, FIRST_ROWS);
    const hidden = input.rows.length - rows.length;
    const title = this.#pick(input.title) || input.item;
    return html`<div class="input">
      <p class="input-line">
        <span>${title}${this.#renderOrigin(input)}</span>
        <span class="step-figure"
          >${input.word ? html`${this.#pick(input.word)} ` : nothing}${figureTemplate(input.figure, messages)}${
            input.figure.state === 'value' && input.unit ? html` <span class="quiet">${input.unit}</span>` : nothing
          }</span
        >
      </p>
      ${rows.length > 0 ? sourceRowsTable(rows, `${messages.source}: ${title}`, messages, (text) => this.#pick(text), this.#rowAction) : nothing}
      ${this.#renderGap(input, title)}
      ${
        hidden > 0
          ? html`<button
            type="button"
            class="button"
            @click=${() => (this.openItems = new Set([...this.openItems, input.item]))}
          >
            ${messages.moreRows(hidden)}
          </button>`
          : nothing
      }
    </div>`;
  }

  get #rowAction(): SourceRowAction | null {
    if (!this.correctable) return null;
    const { messages } = this;
    return {
      label: messages.correctRow,
      labelOf: ({ file, cell, value }) => messages.correctRowAt([file, cell].filter(Boolean).join(' '), value),
      run: (row) => this.#correct({ subject: row.subject, period: row.period, item: row.item, row }),
    };
  }

  /** What nobody has delivered can be entered, where it is known for whom. */
  #renderGap({ item, gap }: InputReading, title: string): TemplateResult | typeof nothing {
    if (!this.correctable || gap === undefined) return nothing;
    const { messages } = this;
    return html`<button
      type="button"
      class="button screen-only"
      aria-label=${messages.enterValueOf(title)}
      @click=${() => this.#correct({ ...gap, item, row: null })}
    >
      ${messages.enterValue}
    </button>`;
  }

  #correct(detail: SourceCorrectDetail): void {
    fire(this, 'source-correct', detail);
  }

  #renderFigures(explanation: Explanation): TemplateResult | typeof nothing {
    if (explanation.figures.length === 0) return nothing;
    const { messages } = this;
    return html`<section>
      <h3>${messages.madeFrom}</h3>
      <ul class="figures">
        ${explanation.figures.map((reference) => {
          const place = [
            reference.subject === explanation.subject ? '' : reference.subjectName,
            reference.period === explanation.period ? '' : messages.periodName(reference.period),
          ].filter(Boolean);
          return html`<li>
            <button
              type="button"
              aria-label=${messages.openFigure(
                [this.#pick(reference.title), ...place].join(' · '),
                figureText(reference.figure, messages),
              )}
              @click=${() => this.#open(reference)}
            >
              <span class="reference-title"
                >${this.#pick(reference.title)}${
                  place.length > 0 ? html` <span class="quiet">${place.join(' · ')}</span>` : nothing
                }</span
              >
              <span class="step-figure">${figureTemplate(reference.figure, messages)}</span>
            </button>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #open(reference: FigureReference): void {
    const detail: ReferenceOpenDetail = { reference };
    fire(this, 'reference-open', detail);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'explanation-view': ExplanationViewElement;
  }
}
