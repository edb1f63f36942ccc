import type { ChartTheme } from './theme.ts';

/** One line of the legend, as it is drawn. */
export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  readonly dash: readonly number[];
}

const MARGIN = 16;
const TITLE = 40;
const LINE = 24;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');

/** A drawing with title, legend and ground, as a file that stands by itself. */
export function chartFile(
  drawing: SVGSVGElement,
  { title, legend, theme }: { title: string; legend: readonly LegendEntry[]; theme: ChartTheme },
): string {
  const { clientWidth: width, clientHeight: height } = drawing;
  const inner = drawing.cloneNode(true) as SVGSVGElement;
  inner.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  inner.setAttribute('x', String(MARGIN));
  inner.setAttribute('y', String(TITLE + MARGIN));
  inner.setAttribute('width', String(width));
  inner.setAttribute('height', String(height));
  inner.removeAttribute('style');
  const fullWidth = width + 2 * MARGIN;
  const legendTop = TITLE + height + 2 * MARGIN;
  const fullHeight = legendTop + legend.length * LINE + MARGIN;
  const font = `font-family="${escaped(theme.font)}"`;
  const lines = legend.map(({ label, color, dash }, at) => {
    const y = legendTop + at * LINE + LINE / 2;
    const stroke = `stroke="${escaped(color)}" stroke-width="2" stroke-dasharray="${dash.join(' ')}"`;
    return `<line x1="${MARGIN}" x2="${MARGIN + 28}" y1="${y}" y2="${y}" ${stroke}/><text x="${MARGIN + 36}" y="${y}" dominant-baseline="middle" font-size="13" fill="${escaped(theme.text)}" ${font}>${escaped(label)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${fullWidth}" height="${fullHeight}" viewBox="0 0 ${fullWidth} ${fullHeight}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${escaped(theme.surface)}"/>`,
    `<text x="${MARGIN}" y="${TITLE / 2 + MARGIN / 2}" dominant-baseline="middle" font-size="16" font-weight="600" fill="${escaped(theme.text)}" ${font}>${escaped(title)}</text>`,
    new XMLSerializer().serializeToString(inner),
    ...lines,
    '</svg>',
  ].join('');
}
