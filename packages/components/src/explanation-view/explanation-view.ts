import { defineElement } from '../shared/define.ts';
import { ExplanationViewElement } from './explanation-view.element.ts';

defineElement('explanation-view', ExplanationViewElement);

export { ExplanationViewElement };
