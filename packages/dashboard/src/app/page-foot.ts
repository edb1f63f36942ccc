const sheet = makeSheet();
const ownSheet = makeSheet();

const FOOT = 'font-size: 8.5pt; color: #55626f;';

/**
 * Puts a line at the foot of every printed page, beside the page numbers of `page.css`. Browsers without margin boxes
 * (Chromium before 131) leave it out.
 */
export function setPageFoot(text: string): void {
  if (!sheet) return;
  sheet.replaceSync(`@page { @bottom-left { content: ${quoted(text)}; ${FOOT} } }`);
  adopt(sheet);
}

/** What stands before and behind the number of a page. */
export type PageNumberText = readonly [before: string, after: string];

/** The name of the pages of a document, for the CSS property `page`. */
export function ownPages(number: number): string {
  return `own-${number}`;
}

/**
 * Numbers the pages of several documents that are printed together, each from 1. How many each has, no browser tells a
 * page; the number of all pages stands beside it.
 */
export function setOwnPageFeet(texts: readonly PageNumberText[]): void {
  if (!ownSheet) return;
  const rules = texts.map(([before, after], at) => {
    const name = ownPages(at);
    const content = `${quoted(before)} counter(${name}) ${quoted(after)}`;
    // Counters start anew for elements only; each document has one of its own, counted in its pages.
    return `@page ${name} { counter-increment: ${name}; @bottom-center { content: ${content}; ${FOOT} } }`;
  });
  // What is not seen before the first of them belongs to its pages: a page of another name would be an empty one.
  const start = texts.length > 0 ? [`body { page: ${ownPages(0)}; }`] : [];
  ownSheet.replaceSync([...rules, ...start].join('\n'));
  adopt(ownSheet);
}

function makeSheet(): CSSStyleSheet | null {
  return typeof CSSStyleSheet === 'function' ? new CSSStyleSheet() : null;
}

function adopt(adopted: CSSStyleSheet): void {
  if (document.adoptedStyleSheets.includes(adopted)) return;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, adopted];
}

function quoted(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return JSON.stringify(text.replace(/[\u0000-\u001f\u007f\\]/g, ' '));
}
