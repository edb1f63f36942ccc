import type { Figure, SheetLine } from '@kaoheng/engine/reader';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';
import { alignment, placesOf } from '../shared/decimal-align.ts';
import { figureTemplate, figureText } from '../shared/figure-text.ts';
import { shareOf, type SheetColumns, type SheetRow } from './sheet-model.ts';

/** A place in the table that a key can lead to. */
export type SheetStop = 'toggle' | 'score' | 'previous';

/** Places after the point in each column, to line the points up. */
export type ColumnPlaces = { readonly [Column in 'score' | 'max' | 'lost' | 'mean' | 'best' | 'previous']: number };

/** The places that the figures of these rows need. */
export function columnPlaces(rows: readonly SheetRow[]): ColumnPlaces {
  const of = (figure: (line: SheetLine) => Figure | null) => placesOf(rows.map(({ line }) => figure(line)));
  return {
    score: of((line) => line.figure),
    max: of((line) => line.max),
    lost: of((line) => line.lost),
    mean: of((line) => line.groupMean),
    best: of((line) => line.groupBest),
    previous: of((line) => line.previous),
  };
}

/** What a line needs to know beside its figures. */
export interface LineContext {
  readonly messages: Messages;
  readonly columns: SheetColumns;
  readonly places: ColumnPlaces;
  readonly title: string;
  /** The stop of this line that Tab leads to, if any. */
  readonly activeStop: SheetStop | null;
  readonly isCurrent: boolean;
  readonly toggle: () => void;
  readonly open: (which: 'score' | 'previous', opener: HTMLElement) => void;
}

const DEEPEST_INDENT = 5;

/** Losing more than this share of an item's full marks is shown in the colour of a loss. */
const HEAVY_LOSS = 0.25;

export function renderLine(row: SheetRow, context: LineContext): TemplateResult {
  const { line } = row;
  const { messages, columns, places } = context;
  const isHeavy = (shareOf(line.lost, line.max) ?? 0) > HEAVY_LOSS;
  return html`<tr
    part="row"
    data-node=${line.node.id}
    class="depth-${Math.min(row.depth, DEEPEST_INDENT)} ${row.hasChildren ? 'branch' : 'leaf'}"
    aria-current=${context.isCurrent ? 'true' : nothing}
  >
    ${renderTitle(row, context)}
    <td class="number score" part="cell score">
      ${figureButton(line.figure, 'score', context)}${alignment(line.figure, places.score)}
      ${meanBar(shareOf(line.figure, line.max), columns.mean ? shareOf(line.groupMean, line.max) : null)}
    </td>
    ${columns.max ? plainCell(line.max, places.max, messages, 'max') : nothing}
    ${columns.lost ? plainCell(line.lost, places.lost, messages, isHeavy ? 'lost heavy' : 'lost') : nothing}
    ${columns.mean ? plainCell(line.groupMean, places.mean, messages, 'mean') : nothing}
    ${columns.best ? plainCell(line.groupBest, places.best, messages, 'best') : nothing}
    ${
      columns.previous
        ? html`<td class="number previous" part="cell">
          ${line.previous ? figureButton(line.previous, 'previous', context) : nothing}${alignment(
            line.previous,
            places.previous,
          )}
        </td>`
        : nothing
    }
    ${columns.clause ? html`<td class="clause" part="cell">${line.node.clause}</td>` : nothing}
  </tr>`;
}

function renderTitle(row: SheetRow, { messages, title, activeStop, toggle }: LineContext): TemplateResult {
  const label = row.isExpanded ? messages.collapse(title) : messages.expand(title);
  return html`<th scope="row" class="title" part="cell title">
    <span class="title-line">
      ${
        row.hasChildren
          ? html`<button
            type="button"
            class="toggle"
            data-stop="toggle"
            tabindex=${activeStop === 'toggle' ? 0 : -1}
            aria-expanded=${row.isExpanded}
            aria-label=${label}
            @click=${toggle}
          >
            <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">${svg`<path d="M4 2l4 4-4 4"></path>`}</svg>
          </button>`
          : nothing
      }
      <span>${title}<span class="visually-hidden"> ${messages.level(row.depth + 1)}</span></span>
    </span>
  </th>`;
}

/** A figure that opens: a button that reads as a number. */
export function figureButton(
  figure: Figure,
  which: 'score' | 'previous',
  { messages, title, activeStop, open }: Pick<LineContext, 'messages' | 'title' | 'activeStop' | 'open'>,
): TemplateResult {
  const name = which === 'previous' ? `${title} ${messages.previous}` : title;
  return html`<button
    type="button"
    class="figure"
    data-stop=${which}
    tabindex=${activeStop === which ? 0 : -1}
    aria-label=${messages.openFigure(name, figureText(figure, messages))}
    @click=${(event: Event) => open(which, event.currentTarget as HTMLElement)}
  >
    ${figureTemplate(figure, messages)}
  </button>`;
}

function plainCell(figure: Figure | null, places: number, messages: Messages, kind: string): TemplateResult {
  return html`<td class="number ${kind}" part="cell">
    ${figure ? figureTemplate(figure, messages) : nothing}${alignment(figure, places)}
  </td>`;
}

/** The share reached, with a tick where the group's mean stands. */
function meanBar(share: number | null, mean: number | null): TemplateResult | typeof nothing {
  if (share === null) return nothing;
  const percent = (value: number) => `${(Math.min(1, Math.max(0, value)) * 100).toFixed(2)}%`;
  return html`<svg class="bar" part="bar" aria-hidden="true" focusable="false">
    ${svg`<rect class="track" y="1" width="100%" height="4" rx="2"></rect>
    <rect class="fill" y="1" width=${percent(share)} height="4" rx="2"></rect>
    ${mean === null ? nothing : svg`<line class="tick" x1=${percent(mean)} x2=${percent(mean)} y1="0" y2="6"></line>`}`}
  </svg>`;
}
