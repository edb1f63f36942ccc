import { html, type TemplateResult } from 'lit';

/** A step on the way to what is shown. */
export interface TrailStep {
  readonly text: string;
  readonly go: () => void;
}

/** The way to what is shown, by which one can go back; the last step is where one is. Needs `trail.css`. */
export function renderTrail(label: string, steps: readonly TrailStep[]): TemplateResult {
  return html`<nav aria-label=${label}>
    <ol>
      ${steps.map(
        ({ text, go }, index) =>
          html`<li>
            ${
              index === steps.length - 1
                ? html`<span aria-current="page">${text}</span>`
                : html`<button type="button" @click=${go}>${text}</button>`
            }
          </li>`,
      )}
    </ol>
  </nav>`;
}
