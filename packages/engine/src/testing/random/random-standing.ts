import type { Json } from '../oracle/document.ts';
import type { Draft, PartWriting } from './part-writing.ts';

/** A rule that looks at a whole group: ranks, places, prizes, shares. */
export function randomStanding(writing: PartWriting, node: Draft): void {
  const { choices, names } = writing;
  const id = String(node['id']);
  const among = (): Draft => ({
    ...(choices.chance(60) ? { by: choices.of(names.numbers) } : {}),
    ...(choices.chance(30) ? { among: writing.formula().condition() } : {}),
    ...(choices.chance(25) ? { within: choices.of(['everybody', 'kind', 'group', 'parent']) } : {}),
  });
  choices.one(
    () => {
      node['rank'] = {
        from: choices.of(['highest', 'highest', 'lowest']),
        ...among(),
        ...(choices.chance(30) ? { ties: 'last' } : {}),
      };
      names.numbers.push(id);
    },
    () => {
      node['places'] = randomPlaces(writing, among());
      names.words.push(id);
    },
    () => {
      node['prizes'] = {
        ...among(),
        ranks: choices.of<Json>([[900, 600, 300], [50]]),
        else: 0,
        ...(choices.chance(40) ? { ties: choices.of(['drop', 'admit']) } : {}),
      };
      names.numbers.push(id);
    },
    () => {
      node['share'] = {
        ...among(),
        pool: writing.choices.of(['100', 'n3', 'p2', writing.formula().number(1)]),
        by: choices.of(names.numbers),
      };
      if (choices.chance(50)) node['round'] = 2;
      if (choices.chance(85)) node['if dividing by zero'] = 0;
      names.numbers.push(id);
    },
  );
}

function randomPlaces(writing: PartWriting, among: Draft): Draft {
  const { choices, names } = writing;
  const condition = (): string => writing.formula().condition();
  const places: Draft = {
    word: 'A',
    else: 'B',
    ...(choices.chance(50)
      ? { number: choices.chance(75) ? choices.of([0, 1, 2, 3]) : writing.formula().number(1) }
      : { share: choices.chance(75) ? choices.of<Json>(['40%', '1/3', 1, '50%']) : writing.formula().number(1) }),
    ...among,
    ...(choices.chance(30) ? { from: 'lowest' } : {}),
    ...(choices.chance(30) ? { ties: 'admit' } : {}),
    ...(choices.chance(30) ? { 'at least': 1 } : {}),
    ...(choices.chance(25) ? { first: condition() } : {}),
    ...(choices.chance(25) ? { gate: condition() } : {}),
    ...(names.words.length > 0 && choices.chance(40) ? { of: choices.of(names.words) } : {}),
  };
  if (places['share'] !== undefined) {
    if (choices.chance(40)) places['share of'] = choices.of(['everybody', condition()]);
    if (choices.chance(40)) places['rounded'] = choices.of(['up', 'half up', 'down']);
  }
  return places;
}
