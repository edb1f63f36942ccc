import { defineElement } from '../shared/define.ts';
import { RadarBreakdownElement } from './radar-breakdown.element.ts';

defineElement('radar-breakdown', RadarBreakdownElement);

export { RadarBreakdownElement };
