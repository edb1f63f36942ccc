import type { ConflictChoice } from '../content.ts';
import type { Claim, Conflict } from './merged.ts';

type Place = Pick<Conflict, 'period' | 'subject' | 'item' | 'rater' | 'column'>;

/** The choices of a content, found by what they are about. */
export class Choices {
  readonly #byPlace = new Map<string, ConflictChoice>();

  constructor(choices: readonly ConflictChoice[]) {
    for (const choice of choices) this.#byPlace.set(keyOf(choice), choice);
  }

  /** The choice between these claims. One for an import that says nothing here (any more) is none. */
  of(place: Place, claims: readonly Claim[]): ConflictChoice | null {
    const choice = this.#byPlace.get(keyOf(place));
    return choice && claims.some((claim) => claim.import === choice.import) ? choice : null;
  }
}

function keyOf({ period, subject, item, rater, column }: Place): string {
  return JSON.stringify([period, subject, item, rater, column]);
}
