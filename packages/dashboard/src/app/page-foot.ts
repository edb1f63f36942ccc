const sheet = typeof CSSStyleSheet === 'function' ? new CSSStyleSheet() : null;

/**
 * Puts a line at the foot of every printed page, beside the page numbers of `page.css`. Browsers without margin boxes
 * (Chromium before 131) leave it out.
 */
export function setPageFoot(text: string): void {
  if (!sheet) return;
  const content = JSON.stringify(text.replace(/[\n\\]/g, ' '));
  sheet.replaceSync(`@page { @bottom-left { content: ${content}; font-size: 8.5pt; color: #55626f; } }`);
  if (!document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
}
