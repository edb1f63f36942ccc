/** All elements that match, shadow roots included, in document order. */
export function everything<Found extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): Found[] {
  const steps = selector.split(' ');
  const found: Found[] = [];
  const visit = (node: Element | ShadowRoot, matched: number): void => {
    for (const child of Array.from(node.children)) {
      const isMatch = child.matches(steps[matched] ?? '*');
      if (isMatch && matched === steps.length - 1) found.push(child as Found);
      const next = isMatch && matched < steps.length - 1 ? matched + 1 : matched;
      if (child.shadowRoot) visit(child.shadowRoot, next);
      visit(child, next);
    }
  };
  if (root instanceof Element && root.shadowRoot) visit(root.shadowRoot, 0);
  visit(root, 0);
  return found;
}

/** What the elements say, their shadow roots included. */
export function texts(elements: readonly Element[]): string {
  return elements.map(textOf).join('\n');
}

function textOf(node: Node): string {
  if (node instanceof HTMLStyleElement) return '';
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  const own = node instanceof Element && node.shadowRoot ? textOf(node.shadowRoot) : '';
  return own + Array.from(node.childNodes).map(textOf).join('');
}
