import type { Subject } from '../data/dataset.ts';
import { foldText } from './fold-text.ts';
import { Suggestions } from './suggest.ts';

/** The subjects that rows may speak of. */
export class SubjectIndex {
  readonly #byId = new Map<string, Subject>();
  readonly #byFoldedId = new Map<string, string | null>();
  readonly #byBareId = new Map<string, string | null>();
  readonly #byName = new Map<string, string | null>();
  #suggestions: Suggestions | null = null;

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): Subject | undefined {
    return this.#byId.get(id);
  }

  all(): Subject[] {
    return [...this.#byId.values()];
  }

  add(subject: Subject): void {
    this.#byId.set(subject.id, subject);
    addOnce(this.#byFoldedId, foldText(subject.id), subject.id);
    addOnce(this.#byBareId, withoutZeros(subject.id), subject.id);
    addOnce(this.#byName, foldText(subject.name), subject.id);
    this.#suggestions = null;
  }

  /** The id as the subjects table writes it; a difference in width, case or spaces does not count. */
  find(trimmed: string): string | null {
    if (this.#byId.has(trimmed)) return trimmed;
    return this.#byFoldedId.get(foldText(trimmed)) ?? null;
  }

  /** The id of the only subject of this name; width, case and spaces do not count. */
  named(name: string): string | null {
    return this.#byName.get(foldText(name)) ?? null;
  }

  /** Whether several subjects have this name. */
  isShared(name: string): boolean {
    return this.#byName.get(foldText(name)) === null;
  }

  /** The id that an unknown one was probably meant to be: of the subject with this name, without its zeros, or nearest. */
  suggest(trimmed: string): string | null {
    this.#suggestions ??= new Suggestions([...this.#byId.keys()]);
    return (
      this.#byName.get(foldText(trimmed)) ??
      this.#byBareId.get(withoutZeros(trimmed)) ??
      this.#suggestions.nearest(trimmed)
    );
  }
}

/** Remembers the first owner of a key; a key with two owners belongs to none. */
function addOnce(map: Map<string, string | null>, key: string, id: string): void {
  map.set(key, map.has(key) ? null : id);
}

/** Spreadsheets turn the id `0012` into 12 where its column is not formatted as text. */
function withoutZeros(id: string): string {
  return id.replace(/^0+(?=.)/, '');
}
