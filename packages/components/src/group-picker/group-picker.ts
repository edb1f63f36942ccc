import { defineElement } from '../shared/define.ts';
import { GroupPickerElement } from './group-picker.element.ts';

defineElement('group-picker', GroupPickerElement);

export { GroupPickerElement };
