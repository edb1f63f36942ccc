/** Classic script for pages without a build: the radar, with the chart library inside. Load it beside `kaoheng`. */
import { defineCharts } from '../define-charts.ts';
import { VERSION } from '../shared/define.ts';
import { registerMessages } from '../shared/localize.ts';

defineCharts();

export { registerMessages, VERSION };
