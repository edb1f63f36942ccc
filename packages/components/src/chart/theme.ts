/** Colours and type of a chart, read from the tokens that are in force on its element. */
export interface ChartTheme {
  readonly font: string;
  readonly size: number;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly series: readonly [string, string, string, string];
}

/** Private tokens hold the public ones or their defaults, so reading them gives what style sheets use. */
export function readTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    font: style.fontFamily,
    size: Number.parseFloat(style.fontSize) || 15,
    text: token('--_text'),
    quiet: token('--_text-quiet'),
    line: token('--_line'),
    surface: token('--_surface'),
    series: [token('--_series-1'), token('--_series-2'), token('--_series-3'), token('--_series-4')],
  };
}
