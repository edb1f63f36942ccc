import { itemPattern } from '../../data/item-pattern.ts';
import { suggestName } from '../../formula/suggest.ts';
import type { SchemePath } from '../finding.ts';
import type { SchemeNode } from '../schema/node.ts';
import type { SchemeFile, SchemePart } from '../schema/scheme.ts';

/**
 * Nodes of which not everything could be read: an unknown key, or a value of the wrong kind. What such a node comes to
 * is not known, because nobody knows what the key was to say; the rest of the scheme is. Declarations (inputs,
 * parameters, attributes, registers) that could not be read are lost: of what reads them nothing is said.
 */
export class Misread {
  readonly #keys = new Map<string, Set<string>>();
  readonly #left = new Set<string>();
  readonly #lost: { readonly pattern: RegExp; readonly fields: string }[] = [];

  /** Leaves out a key outside the nodes that could not be read. */
  leaveOut(path: SchemePath): void {
    this.#left.add(nameOf(path));
  }

  isLeftOut(path: SchemePath): boolean {
    return this.#left.has(nameOf(path));
  }

  /** Notes that a declaration could not be read. One key may name several items, or a family. */
  lose(path: SchemePath, key: string): void {
    this.leaveOut(path);
    for (const name of key.split(',').map((item) => item.trim()))
      this.#lost.push({ pattern: itemPattern(name), fields: `${name}.` });
  }

  /** Whether a name is one of those that were declared and could not be read, or a field of it. */
  isLost(name: string): boolean {
    const plain = name.replace(/^input\./, '');
    return this.#lost.some(({ pattern, fields }) => pattern.test(plain) || plain.startsWith(fields));
  }

  /** Notes that a key of the node at `path` could not be read. */
  add(path: SchemePath, key: string): void {
    const name = nameOf(path);
    this.#keys.set(name, (this.#keys.get(name) ?? new Set()).add(key));
  }

  has(path: SchemePath): boolean {
    return this.#keys.has(nameOf(path));
  }

  /** Keys of a node that could not be read. */
  keysOf(path: SchemePath): ReadonlySet<string> {
    return this.#keys.get(nameOf(path)) ?? NONE;
  }

  /** Whether a key of a node that could not be read is one of these, or may have been meant to be. */
  mayMean(path: SchemePath, keys: readonly string[]): boolean {
    return [...this.keysOf(path)].some((key) => keys.includes(key) || suggestName(key, keys) !== '');
  }
}

const NONE: ReadonlySet<string> = new Set();

function nameOf(path: SchemePath): string {
  return path.join('/');
}

/** A scheme file without the keys that could not be read. */
export function legible(file: SchemeFile, misread: Misread): SchemeFile {
  const atTop = !('parts' in file && file.parts.some(({ part }) => part !== undefined)) && file.parts.length === 1;
  const parts = file.parts.map((part, number) => legiblePart(part, atTop ? [] : ['parts', number], misread));
  const read = readable(file, [], misread);
  return { ...read, parts } as SchemeFile;
}

/** A map outside the nodes without the keys and the declarations that could not be read. */
function readable<T extends object>(map: T, path: SchemePath, misread: Misread): T {
  const entries = Object.entries(map).flatMap(([key, value]: [string, unknown]) => {
    const at = [...path, key];
    if (misread.isLeftOut(at)) return [];
    if (!DECLARATIONS.has(key) || typeof value !== 'object' || value === null) return [[key, value]];
    const kept = Object.entries(value).filter(([name]) => !misread.isLeftOut([...at, name]));
    return [[key, Object.fromEntries(kept)]];
  });
  return Object.fromEntries(entries) as T;
}

/** Maps of declarations by name. */
export const DECLARATIONS: ReadonlySet<string> = new Set(['inputs', 'parameters', 'attributes', 'registers']);

function legiblePart(part: SchemePart, path: SchemePath, misread: Misread): SchemePart {
  const node = (written: SchemeNode, at: SchemePath): SchemeNode => {
    const unread = misread.keysOf(at);
    const read = Object.entries(written).filter(([key]) => !unread.has(key));
    const items = written.items?.map((child, number) => node(child, [...at, 'items', number]));
    return { ...Object.fromEntries(read), ...(items === undefined ? {} : { items }) } as SchemeNode;
  };
  const list = (nodes: readonly SchemeNode[] | undefined, at: SchemePath): SchemeNode[] | undefined =>
    nodes?.map((written, number) => node(written, [...at, number]));
  const { items, results, adjustments } = part;
  const at = [...path, 'adjustments'];
  return {
    ...readable(part, path, misread),
    ...(items === undefined ? {} : { items: list(items, [...path, 'items']) }),
    ...(results === undefined ? {} : { results: list(results, [...path, 'results']) }),
    ...(adjustments === undefined
      ? {}
      : {
          adjustments: {
            ...adjustments,
            ...(adjustments.items === undefined ? {} : { items: list(adjustments.items, [...at, 'items']) }),
            ...(adjustments.bonus === undefined
              ? {}
              : { bonus: node(adjustments.bonus as SchemeNode, [...at, 'bonus']) }),
            ...(adjustments.penalty === undefined
              ? {}
              : { penalty: node(adjustments.penalty as SchemeNode, [...at, 'penalty']) }),
          },
        }),
  } as SchemePart;
}
