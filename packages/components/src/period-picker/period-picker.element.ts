import type { PartDescription } from '@kaoheng/engine/reader';
import { StorePickerElement, type PickerOption } from '../shared/store-picker.ts';

/**
 * Chooses the period that the page looks at, latest first. Empty while there is nothing to choose from.
 *
 * @summary Period chooser bound to the store.
 * @element period-picker
 * @csspart label - Label and select together.
 * @csspart select - The native select.
 */
export class PeriodPickerElement extends StorePickerElement {
  protected override readonly field = 'period';

  protected override label(): string {
    return this.messages.period;
  }

  protected override options(part: PartDescription): readonly PickerOption[] {
    return part.periods.map((value) => ({ value, text: this.messages.periodName(value) })).reverse();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'period-picker': PeriodPickerElement;
  }
}
