/** Version of the element definitions, to tell two copies on one page apart. */
export const VERSION = '0.1.0';

/** Settings for registering all elements of a bundle. */
export interface DefineOptions {
  /** Put before every tag, for pages that carry two versions: `{ prefix: 'v2-' }` gives `<v2-ranking-table>`. */
  readonly prefix?: string;
}

const definedHere = new WeakSet<CustomElementConstructor>();

/**
 * Registers an element once. A second copy of the script on one page keeps the first definition and says so, because
 * throwing would take the rest of the page's scripts down with it.
 */
export function defineElement(tag: string, element: CustomElementConstructor, options: DefineOptions = {}): void {
  const name = (options.prefix ?? '') + tag;
  if (customElements.get(name)) {
    if (!definedHere.has(customElements.get(name)!)) {
      // oxlint-disable-next-line no-console
      console.warn(`<${name}> was already defined by another script; version ${VERSION} did not replace it.`);
    }
    return;
  }
  // A class can carry one name only, so a second name gets a class of its own.
  const own = definedHere.has(element) ? class extends element {} : element;
  customElements.define(name, own);
  definedHere.add(own);
}
