import type { AttributeDeclaration } from '../scheme/attribute.ts';
import { foldText } from './fold-text.ts';
import type { Header } from './header.ts';

/** A column of the subjects table and what the scheme knows of it. */
export interface AttributeColumn {
  /** Name under which its cells are kept. */
  readonly name: string;
  readonly index: number;
  readonly declaration: AttributeDeclaration | null;
}

/** The attributes that a scheme declares, found by their name or their title. */
export class AttributeIndex {
  readonly #declared: readonly AttributeDeclaration[];
  readonly #byTitle = new Map<string, AttributeDeclaration>();

  constructor(declared: readonly AttributeDeclaration[]) {
    this.#declared = declared;
    for (const one of declared) for (const title of titlesOf(one)) this.#byTitle.set(foldText(title), one);
    for (const one of declared) this.#byTitle.set(foldText(one.name), one);
  }

  /** The columns of a header that are attributes. Of two that mean one, the one with its very name counts. */
  columnsOf({ others }: Header): readonly AttributeColumn[] {
    const found = others.map(({ title, index }): AttributeColumn => {
      const declaration = this.#byTitle.get(foldText(title)) ?? null;
      return { name: declaration?.name ?? title, index, declaration };
    });
    const titleOf = new Map(others.map(({ title, index }) => [index, title]));
    return found.filter(
      (one) =>
        titleOf.get(one.index) === one.name ||
        !found.some((other) => other !== one && other.name === one.name && isBefore(other, one, titleOf)),
    );
  }

  /** Attributes that figures need and that no column of the header is for. */
  lackingIn(header: Header): readonly AttributeDeclaration[] {
    const there = new Set(this.columnsOf(header).map(({ name }) => name));
    return this.#declared.filter(({ name, isNeeded }) => isNeeded && !there.has(name));
  }
}

/** How a column may be headed, with its unit or without. */
function titlesOf({ title, unit }: AttributeDeclaration): readonly string[] {
  const titles = [title.zh, title.en];
  return unit === '' ? titles : [...titles, ...titles.flatMap((text) => [`${text}(${unit})`, `${text}（${unit}）`])];
}

function isBefore(a: AttributeColumn, b: AttributeColumn, titleOf: ReadonlyMap<number, string>): boolean {
  return titleOf.get(a.index) === a.name || a.index < b.index;
}
