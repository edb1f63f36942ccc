/**
 * The one place that says which parts of ECharts are carried. It is only ever imported lazily: 170 KB that a table must
 * not load.
 */
import { RadarChart, type RadarSeriesOption } from 'echarts/charts';
import { AriaComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import type { AriaComponentOption, RadarComponentOption, TooltipComponentOption } from 'echarts/components';
import { init, use, type ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([RadarChart, RadarComponent, TooltipComponent, AriaComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  RadarSeriesOption | RadarComponentOption | TooltipComponentOption | AriaComponentOption
>;

export { init as initChart };
export type { ECharts as Chart, ECElementEvent as ChartEvent } from 'echarts/core';
