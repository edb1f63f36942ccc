import type { Subject } from '../data/dataset.ts';
import { foldText } from './fold-text.ts';
import { nearestWord } from './suggest.ts';

/** More subjects than this are not searched for a nearest one: a suggestion is a courtesy, not worth a minute. */
const MOST_SEARCHED = 5000;

/** The subjects that rows may speak of. */
export class SubjectIndex {
  readonly #byId = new Map<string, Subject>();
  readonly #byFoldedId = new Map<string, string | null>();
  readonly #byName = new Map<string, string | null>();
  readonly #suggestions = new Map<string, string | null>();

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
    addOnce(this.#byName, foldText(subject.name), subject.id);
  }

  /** The id as the subjects table writes it; a difference in width, case or spaces does not count. */
  find(trimmed: string): string | null {
    if (this.#byId.has(trimmed)) return trimmed;
    return this.#byFoldedId.get(foldText(trimmed)) ?? null;
  }

  /** The id that an unknown one is probably meant to be: that of the subject with this name, or the nearest id. */
  suggest(trimmed: string): string | null {
    let suggestion = this.#suggestions.get(trimmed);
    if (suggestion === undefined) {
      suggestion = this.#byName.get(foldText(trimmed)) ?? this.#nearest(trimmed);
      this.#suggestions.set(trimmed, suggestion);
    }
    return suggestion;
  }

  #nearest(trimmed: string): string | null {
    if (this.#byId.size > MOST_SEARCHED) return null;
    const bare = withoutZeros(trimmed);
    for (const id of this.#byId.keys()) if (withoutZeros(id) === bare) return id;
    return nearestWord(trimmed, this.#byId.keys());
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
