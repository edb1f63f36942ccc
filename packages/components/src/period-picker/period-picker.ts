import { defineElement } from '../shared/define.ts';
import { PeriodPickerElement } from './period-picker.element.ts';

defineElement('period-picker', PeriodPickerElement);

export { PeriodPickerElement };
