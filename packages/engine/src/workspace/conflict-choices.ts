import type { ChoiceForMany, ConflictChoice, ConflictPlace } from './content.ts';

/** Equal for places that are about one value. */
export function placeKey({ period, subject, item, rater, column }: ConflictPlace): string {
  return JSON.stringify([period, subject, item, rater, column]);
}

/** Choices with more of them; one for a value that was chosen for before takes the place of that. */
export function withChoices(
  known: readonly ConflictChoice[],
  more: readonly ConflictChoice[],
): readonly ConflictChoice[] {
  const replaced = new Set(more.map(placeKey));
  return [...known.filter((choice) => !replaced.has(placeKey(choice))), ...more];
}

/** One decision about many conflicts. */
export function choiceForMany(from: string, reason: string, places: readonly ConflictPlace[]): ChoiceForMany {
  return {
    import: from,
    reason,
    places: places.map(({ period, subject, item, rater, column }) => [period, subject, item, rater, column]),
  };
}

/** The single choices that it stands for. */
export function choicesOf({ import: from, reason, places }: ChoiceForMany): readonly ConflictChoice[] {
  return places.map(([period, subject, item, rater, column]) => ({
    period,
    subject,
    item,
    rater,
    column,
    import: from,
    reason,
  }));
}
