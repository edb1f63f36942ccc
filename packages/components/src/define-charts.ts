import { RadarBreakdownElement } from './radar-breakdown/radar-breakdown.element.ts';
import { defineElement, type DefineOptions } from './shared/define.ts';

/** Registers the elements that draw charts. The library itself is loaded with the first chart. */
export function defineCharts(options: DefineOptions = {}): void {
  defineElement('radar-breakdown', RadarBreakdownElement, options);
}
