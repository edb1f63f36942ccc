/** Published results written into the page: the first JSON script among the children, or `null`. */
export function inlineResultsText(element: Element): string | null {
  for (const child of Array.from(element.children)) {
    if (child instanceof HTMLScriptElement && child.type === 'application/json') return child.textContent ?? '';
  }
  return null;
}
