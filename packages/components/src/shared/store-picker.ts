import type { PartDescription, ResultsDescription } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { KaohengElement, widgetStyles } from './base-element.ts';
import pickerStyles from './store-picker.css?inline';
import type { Selection } from './store-registry.ts';

/** One choice of a picker. */
export interface PickerOption {
  readonly value: string;
  readonly text: string;
}

/** A native select that is bound to one field of the store's selection. */
export abstract class StorePickerElement extends KaohengElement {
  static override styles = widgetStyles(pickerStyles);

  protected abstract readonly field: keyof Selection;
  protected abstract label(): string;
  protected abstract options(part: PartDescription, description: ResultsDescription): readonly PickerOption[];

  protected override render(): TemplateResult | typeof nothing {
    const store = this.connectedStore;
    const description = store?.description;
    const selection = store?.selection;
    const part = description?.parts.find(({ id }) => id === selection?.part);
    const options = part && description ? this.options(part, description) : [];
    // Nothing to choose from: a select with one entry would only ask for attention.
    if (options.length < 2) return nothing;
    const current = selection?.[this.field] ?? '';
    return html`<label class="picker" part="label">
      <span class="quiet">${this.label()}</span>
      <select part="select" @change=${this.#handleChange}>
        ${options.map(({ value, text }) => html`<option value=${value} ?selected=${value === current} .selected=${value === current}>${text}</option>`)}
      </select>
    </label>`;
  }

  #handleChange(event: Event): void {
    this.connectedStore?.select({ [this.field]: (event.target as HTMLSelectElement).value });
  }
}
