import { placeKey } from '../conflict-choices.ts';
import type { ConflictChoice, ConflictPlace } from '../content.ts';
import type { Claim } from './merged.ts';

/** The choices of a content, found by what they are about. */
export class Choices {
  readonly #byPlace = new Map<string, ConflictChoice>();

  constructor(choices: readonly ConflictChoice[]) {
    for (const choice of choices) this.#byPlace.set(placeKey(choice), choice);
  }

  /** The choice between these claims. One for an import that says nothing here (any more) is none. */
  of(place: ConflictPlace, claims: readonly Claim[]): ConflictChoice | null {
    const choice = this.#byPlace.get(placeKey(place));
    return choice && claims.some((claim) => claim.import === choice.import) ? choice : null;
  }
}
