import { defineElement } from '../shared/define.ts';
import { PartPickerElement } from './part-picker.element.ts';

defineElement('part-picker', PartPickerElement);

export { PartPickerElement };
