import type { Profile } from '@kaoheng/engine/reader';
import type { ChartOption } from '../chart/registry.ts';
import type { ChartTheme } from '../chart/theme.ts';
import type { Messages } from '../locales/messages.ts';
import { figureText } from '../shared/figure-text.ts';
import { outlineOf, seriesName, type SeriesKind } from './radar-model.ts';

export interface RadarOptions {
  readonly profile: Profile;
  readonly theme: ChartTheme;
  readonly messages: Messages;
  readonly axisTitles: readonly string[];
  /** Axes that open a branch, by index. */
  readonly branches: ReadonlySet<number>;
  readonly hidden: ReadonlySet<SeriesKind>;
  readonly animate: boolean;
  readonly width: number;
  readonly description: string;
}

/** Line and symbol of each series: told apart without colour. */
export const SERIES_LOOK: Readonly<Record<SeriesKind, { color: 0 | 1 | 2 | 3; dash: number[]; symbol: string }>> = {
  subject: { color: 0, dash: [], symbol: 'circle' },
  mean: { color: 1, dash: [6, 4], symbol: 'rect' },
  best: { color: 2, dash: [2, 3], symbol: 'triangle' },
  previous: { color: 3, dash: [9, 3, 2, 3], symbol: 'diamond' },
};

/** Titles longer than this break; a narrow chart has room for less. */
const TITLE_LENGTH = 8;
const NARROW_TITLE_LENGTH = 5;

export function radarOption(options: RadarOptions): ChartOption {
  const { profile, theme, messages, hidden, width } = options;
  const narrow = width < 420;
  const small = Math.round(theme.size * 0.87);
  const text = { color: theme.text, fontFamily: theme.font, fontSize: small };
  return {
    animation: options.animate,
    animationDuration: 250,
    // Our own words: the built-in ones would list every number.
    aria: { enabled: true, label: { description: options.description } },
    tooltip: {
      trigger: 'item',
      // HTML tooltips put style attributes into the page, which strict policies refuse.
      renderMode: 'richText',
      confine: true,
      backgroundColor: theme.surface,
      borderColor: theme.line,
      textStyle: text,
      formatter: (parameters: unknown) => {
        const { dataIndex } = parameters as { dataIndex: number };
        return tooltipText(options, visibleSeries(options)[dataIndex]!);
      },
    },
    radar: {
      center: ['50%', '53%'],
      radius: narrow ? '58%' : '74%',
      splitNumber: 4,
      triggerEvent: true,
      axisNameGap: 10,
      axisName: {
        ...text,
        fontSize: narrow ? small - 1 : small,
        lineHeight: Math.round(small * 1.35),
        formatter: (_name, indicator) => String(indicator?.name ?? ''),
      },
      indicator: profile.axes.map((_, index) => ({
        name: axisName(options, index, narrow ? NARROW_TITLE_LENGTH : TITLE_LENGTH),
        max: 100,
        min: 0,
      })),
      axisLine: { lineStyle: { color: theme.line } },
      splitLine: { lineStyle: { color: theme.line } },
      splitArea: { show: false },
    },
    series: [
      {
        type: 'radar',
        data: visibleSeries(options).map((series) => {
          const look = SERIES_LOOK[series.kind];
          const color = theme.series[look.color];
          return {
            name: seriesName(series, profile, messages),
            value: [...outlineOf(profile, series)!],
            // Corners that are only passed over must not look like figures.
            symbol: series.figures.every((figure) => figure !== null) ? look.symbol : 'none',
            symbolSize: series.kind === 'subject' ? 6 : 5,
            itemStyle: { color },
            lineStyle: {
              color,
              width: series.kind === 'subject' ? 2.5 : 1.5,
              type: look.dash.length ? look.dash : 'solid',
            },
            ...(series.kind === 'subject' && { areaStyle: { color, opacity: 0.12 } }),
          };
        }),
      },
    ],
  };

  function visibleSeries({ profile: { series } }: RadarOptions) {
    return series.filter((one) => !hidden.has(one.kind) && outlineOf(profile, one) !== null);
  }
}

/** An axis that does not apply to the subject says so where its corner would be. */
function axisName({ profile, axisTitles, branches, messages }: RadarOptions, axis: number, longest: number): string {
  const title = brokenTitle(axisTitles[axis]!, branches.has(axis), longest);
  const subject = profile.series.find(({ kind }) => kind === 'subject');
  return subject && !subject.figures[axis] ? `${title}\n(${messages.notApplicable})` : title;
}

function brokenTitle(title: string, isBranch: boolean, longest: number): string {
  const lines = /[\u4e00-\u9fff]/.test(title) ? evenLines(title, longest) : title.split(/(?<=.{10,}) /);
  const shown = lines.slice(0, 2).join('\n') + (lines.length > 2 ? '…' : '');
  return isBranch ? `${shown} ›` : shown;
}

const CLOSING = /[）)」』》〉】”’，、。；：！？%％]/;
const OPENING = /[（(「『《〈【“‘]/;

/** Lines of nearly the same length: a single sign on a line of its own reads badly. */
function evenLines(title: string, longest: number): readonly string[] {
  const lines = Math.ceil(title.length / longest);
  const length = Math.ceil(title.length / lines);
  const broken: string[] = [];
  let start = 0;
  for (let line = 0; line < lines && start < title.length; line += 1) {
    let end = line === lines - 1 ? title.length : start + length;
    // A closing sign stays with what it closes, an opening one with what it opens.
    while (end < title.length && CLOSING.test(title.charAt(end))) end += 1;
    while (end > start + 1 && end < title.length && OPENING.test(title.charAt(end - 1))) end -= 1;
    broken.push(title.slice(start, end));
    start = end;
  }
  return broken;
}

function tooltipText(options: RadarOptions, series: Profile['series'][number]): string {
  const { profile, messages, axisTitles } = options;
  const lines = profile.axes.map((axis, index) => {
    const figure = series.figures[index] ?? null;
    const text = figure ? figureText(figure, messages) : messages.notApplicable;
    return `${axisTitles[index]}  ${text} / ${axis.max}`;
  });
  return [seriesName(series, profile, messages), ...lines].join('\n');
}
