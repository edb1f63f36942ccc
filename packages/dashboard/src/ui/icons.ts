import { svg, type SVGTemplateResult } from 'lit';

const icon = (paths: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;

export const uploadIcon = icon(
  svg`<path d="M12 16V4m0 0 4.5 4.5M12 4 7.5 8.5M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4"/>`,
);
export const publishIcon = icon(svg`<path d="M5 4h9l5 5v11H5zM14 4v5h5M9 14l2.2 2.2L15.5 12"/>`);
export const printIcon = icon(svg`<path d="M7 8V4h10v4M7 17H4V9h16v8h-3M7 14h10v6H7z"/>`);
export const exportIcon = icon(
  svg`<path d="M12 4v12m0 0 4.5-4.5M12 16l-4.5-4.5M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4"/>`,
);
export const correctIcon = icon(svg`<path d="m4.5 19.5 1-4L16 5l3 3L8.5 18.5zM13.5 7.5l3 3"/>`);
export const backIcon = icon(svg`<path d="M19 12H5m0 0 6-6m-6 6 6 6"/>`);
export const upIcon = icon(svg`<path d="m6 14.5 6-6 6 6"/>`);
export const downIcon = icon(svg`<path d="m6 9.5 6 6 6-6"/>`);
export const closeIcon = icon(svg`<path d="m6 6 12 12M18 6 6 18"/>`);
export const folderIcon = icon(svg`<path d="M3 6h6l2 2.5h10V19H3z"/>`);
export const fileIcon = icon(svg`<path d="M6 3h8l5 5v13H6zM14 3v5h5"/>`);

/** A steelyard: beam, cord and pan. */
export const productMark = svg`<svg class="product-mark" viewBox="0 0 32 32" aria-hidden="true">
  <rect class="ground" width="32" height="32" rx="6"/>
  <path class="lines" d="M5 11.5h22M20 5.5v6M9 11.5l-4 8h8zM18 20h9M18 24h6"/>
  <path class="pan" d="M4 19.5a5 5 0 0 0 10 0z"/>
</svg>`;
