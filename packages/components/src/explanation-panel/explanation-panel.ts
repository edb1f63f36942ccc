import { defineElement } from '../shared/define.ts';
import '../explanation-view/explanation-view.ts';
import { ExplanationPanelElement } from './explanation-panel.element.ts';

defineElement('explanation-panel', ExplanationPanelElement);

export { ExplanationPanelElement };
