import type { PartDescription, ResultsDescription } from '@kaoheng/engine/reader';
import { StorePickerElement, type PickerOption } from '../shared/store-picker.ts';

/**
 * Chooses who is looked at where a scheme scores several kinds of subjects (schools and teachers). Empty otherwise.
 *
 * @summary Chooser of the scheme's part, bound to the store.
 * @element part-picker
 * @csspart label - Label and select together.
 * @csspart select - The native select.
 */
export class PartPickerElement extends StorePickerElement {
  protected override readonly field = 'part';

  protected override label(): string {
    return this.messages.part;
  }

  protected override options(_part: PartDescription, description: ResultsDescription): readonly PickerOption[] {
    return description.parts.map(({ id, title }) => ({ value: id, text: this.localize.pick(title) || id }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'part-picker': PartPickerElement;
  }
}
