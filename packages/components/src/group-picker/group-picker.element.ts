import type { PartDescription } from '@kaoheng/engine/reader';
import { StorePickerElement, type PickerOption } from '../shared/store-picker.ts';

/**
 * Chooses the group that the page looks at, or all of them. Empty while there is nothing to choose from.
 *
 * @summary Group chooser bound to the store.
 * @element group-picker
 * @csspart label - Label and select together.
 * @csspart select - The native select.
 */
export class GroupPickerElement extends StorePickerElement {
  protected override readonly field = 'group';

  protected override label(): string {
    return this.messages.group;
  }

  protected override options(part: PartDescription): readonly PickerOption[] {
    if (part.groups.length < 2) return [];
    const groups = part.groups.map((value) => ({ value, text: value || this.messages.noGroup }));
    return [{ value: '', text: this.messages.allGroups }, ...groups];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'group-picker': GroupPickerElement;
  }
}
