import type { InputDeclaration } from '@kaoheng/engine/live';
import type { LocalText } from '@kaoheng/engine/reader';

/** Items as people call them: by their title, with the id behind it where several have the same. */
export class ItemNames {
  readonly #names: ReadonlyMap<string, string>;
  readonly #items: ReadonlyMap<string, string>;

  constructor(inputs: readonly Pick<InputDeclaration, 'item' | 'title'>[], pick: (text: LocalText) => string) {
    const titles = new Map(inputs.map(({ item, title }) => [item, pick(title)]));
    const times = new Map<string, number>();
    for (const title of titles.values()) times.set(title, (times.get(title) ?? 0) + 1);
    const nameOf = (item: string, title: string): string => {
      if (title === '' || title === item) return item;
      return times.get(title) === 1 && !titles.has(title) ? title : `${title} (${item})`;
    };
    this.#names = new Map([...titles].map(([item, title]) => [item, nameOf(item, title)]));
    this.#items = new Map([...this.#names].map(([item, name]) => [name, item]));
  }

  /** What an item is called; one that nobody has declared by its id. */
  nameOf(item: string): string {
    return this.#names.get(item) ?? item;
  }

  /** The item that is meant by an id or a name; `null`: none that is known. */
  itemOf(text: string): string | null {
    return this.#names.has(text) ? text : (this.#items.get(text) ?? null);
  }
}
