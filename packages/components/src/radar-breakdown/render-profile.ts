import type { Profile } from '@kaoheng/engine/reader';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';
import { figureTemplate } from '../shared/figure-text.ts';
import { seriesName, sharePercent, shareText, type SeriesKind } from './radar-model.ts';
import { SERIES_LOOK } from './radar-option.ts';

export interface ProfileContext {
  readonly profile: Profile;
  readonly messages: Messages;
  readonly axisTitles: readonly string[];
  readonly hidden: ReadonlySet<SeriesKind>;
}

/** What the chart shows as a table: figures, and shares of full marks below them. */
export function profileTable({ profile, messages, axisTitles }: ProfileContext, caption: string): TemplateResult {
  return html`<div class="scroll" role="group" aria-label=${messages.scrollArea(caption)} tabindex="0">
    <table part="table">
      <caption class="visually-hidden">${caption}</caption>
      <thead>
        <tr>
          <th scope="col">${messages.indicator}</th>
          <th scope="col" class="number">${messages.max}</th>
          ${profile.series.map((series) => html`<th scope="col" class="number">${seriesName(series, profile, messages)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${profile.axes.map(
          ({ max }, axis) =>
            html`<tr>
              <th scope="row">${axisTitles[axis]}</th>
              <td class="number">${max}</td>
              ${profile.series.map((series) => {
                const figure = series.figures[axis] ?? null;
                const share = shareText(profile, series, axis);
                return html`<td class="number">
                  ${
                    figure
                      ? figureTemplate(figure, messages)
                      : html`<span class="quiet">${messages.notApplicable}</span>`
                  }
                  ${share === null ? nothing : html`<span class="share quiet">${share}</span>`}
                </td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Bars for one or two axes, where a radar would be a line. Needs no chart library. */
export function profileBars({ profile, messages, axisTitles, hidden }: ProfileContext): TemplateResult {
  const series = profile.series.filter(({ kind }) => !hidden.has(kind));
  return html`<div class="bars" part="chart">
    ${profile.axes.map(
      ({ max }, axis) =>
        html`<section>
          <h4>${axisTitles[axis]} <span class="quiet">${messages.fullMarks(String(max))}</span></h4>
          <dl>
            ${series.map((one) => {
              const share = sharePercent(profile, one, axis);
              const figure = one.figures[axis] ?? null;
              return html`<div>
                <dt>${seriesName(one, profile, messages)}</dt>
                <dd>
                  <svg class="bar ${one.kind}" aria-hidden="true" focusable="false">
                    ${
                      share === null
                        ? nothing
                        : svg`<rect class="track" width="100%" height="100%"></rect>
                    <rect class="fill" width="${share.toFixed(2)}%" height="100%"></rect>`
                    }
                  </svg>
                  <span class="number">${figure ? figureTemplate(figure, messages) : messages.notApplicable}</span>
                </dd>
              </div>`;
            })}
          </dl>
        </section>`,
    )}
  </div>`;
}

/** Line and symbol as in the chart, beside the name in the legend. */
export function legendSample(kind: SeriesKind): TemplateResult {
  const look = SERIES_LOOK[kind];
  const marks = {
    circle: svg`<circle cx="14" cy="6" r="3.5"></circle>`,
    rect: svg`<rect x="11" y="3" width="6" height="6"></rect>`,
    triangle: svg`<path d="M14 2l4 7h-8z"></path>`,
    diamond: svg`<path d="M14 1.5l4 4.5-4 4.5-4-4.5z"></path>`,
  };
  return html`<svg class="sample ${kind}" viewBox="0 0 28 12" aria-hidden="true" focusable="false">
    ${svg`<line x1="0" y1="6" x2="28" y2="6" stroke-dasharray=${look.dash.join(' ')}></line>
    ${marks[look.symbol as keyof typeof marks]}`}
  </svg>`;
}
