import type { ReaderError, ResultsDescription, ResultsReader } from '@kaoheng/engine/reader';

/** What the page looks at. Empty texts mean “no choice”. */
export interface Selection {
  readonly part: string;
  readonly period: string;
  readonly group: string;
  readonly subject: string;
  /** The node in focus: the branch a radar is opened at, the line a sheet points to. */
  readonly node: string;
}

export type StoreStatus = 'empty' | 'loading' | 'ready' | 'error';

/**
 * What widgets need from a store. They know this shape only, never the class: two scripts on one page (tables and
 * charts) carry a copy of the code each, and `instanceof` would tell them apart.
 */
export interface ScoreStore extends Element {
  readonly status: StoreStatus;
  readonly error: ReaderError | null;
  readonly reader: ResultsReader | null;
  readonly description: ResultsDescription | null;
  /** What holds now: choices where they were made, else the first part and its latest period. */
  readonly selection: Selection;
  /** Grows with every change of the results, so that widgets know when to ask again. */
  readonly revision: number;
  readonly theme: string;
  readonly density: string;
  /** Changes the selection for the user; fires `selection-change`. */
  select(change: Partial<Selection>): void;
  reload(): void;
  /** Calls `listener` after any change of the above; the returned function ends that. */
  listen(listener: () => void): () => void;
}

interface Registry {
  readonly stores: Set<ScoreStore>;
  readonly listeners: Set<() => void>;
}

const KEY = Symbol.for('kaoheng.stores');

/** One registry per page, shared by all copies of this code. */
function registry(): Registry {
  const page = globalThis as unknown as { [KEY]?: Registry };
  page[KEY] ??= { stores: new Set(), listeners: new Set() };
  return page[KEY];
}

function notify(): void {
  [...registry().listeners].forEach((listener) => listener());
}

export function enterStore(store: ScoreStore): void {
  registry().stores.add(store);
  notify();
}

export function leaveStore(store: ScoreStore): void {
  registry().stores.delete(store);
  notify();
}

/** Calls `listener` when stores come or go. */
export function watchStores(listener: () => void): () => void {
  registry().listeners.add(listener);
  return () => registry().listeners.delete(listener);
}

/** The store named by `id`, else the closest ancestor, else the only one on the page. */
export function findStore(element: Element, id: string): ScoreStore | null {
  const { stores } = registry();
  if (id) return [...stores].find((store) => store.id === id) ?? null;
  for (let node: Node | null = element; node; node = parentAcrossShadow(node)) {
    if (stores.has(node as ScoreStore)) return node as ScoreStore;
  }
  const [only, another] = stores;
  return only && !another ? only : null;
}

function parentAcrossShadow(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}
