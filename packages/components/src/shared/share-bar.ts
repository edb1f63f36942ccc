import { html, svg, type TemplateResult } from 'lit';

/**
 * A quiet bar for a share between 0 and 1. SVG, because widths as style attributes are refused by strict policies and
 * backgrounds are left out by printers.
 */
export function shareBar(share: number | null): TemplateResult {
  const clamped = share === null || !Number.isFinite(share) ? 0 : Math.min(1, Math.max(0, share));
  return html`<svg class="bar" part="bar" aria-hidden="true" focusable="false">
    ${svg`<rect class="track" width="100%" height="100%" rx="2"></rect>
    <rect class="fill" width="${(clamped * 100).toFixed(2)}%" height="100%" rx="2"></rect>`}
  </svg>`;
}
