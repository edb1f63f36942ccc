import type { Json } from '../oracle/document.ts';
import type { Draft, PartWriting } from './part-writing.ts';
import { bandRows } from './random-lines.ts';

export function randomRatio(writing: PartWriting): Draft {
  const { choices } = writing;
  const formula = writing.formula();
  const rule: Draft = choices.chance(50)
    ? { rate: choices.of(['n1', 'n2', formula.number(1)]) }
    : {
        of: choices.of(['n1', formula.number(1)]),
        to: choices.chance(70) ? choices.of(['10', 'p2', 'n3']) : 'n2',
      };
  if (choices.chance(40)) rule['nothing below'] = choices.of(['60%', '1/3', 'p1']);
  if (choices.chance(40)) rule['ceiling'] = choices.of<Json>(['120%', false, '100%']);
  if (choices.chance(25)) rule['marks'] = writing.amount();
  return rule;
}

export function randomBands(writing: PartWriting): Draft {
  const { choices } = writing;
  const of = choices.chance(50) ? choices.of(['n1', 'n2']) : writing.formula().number(1);
  const edges = choices.of([['60', '90'], ['1'], ['0', '10', '100']]);
  return { of, rows: bandRows(writing, edges, () => choices.of<Json>([0, 1, 5, 'value / 10'])) };
}

export function randomLevels({ choices }: PartWriting): Draft {
  const words: Draft = choices.chance(80) ? { good: 5, fair: 2.5, poor: 0 } : { good: 5, fair: 'NA' };
  return {
    of: choices.chance(80) ? 'lv' : 'if n1 > 5 then "good" else "fair"',
    words,
    ...(choices.chance(70) ? { else: 1 } : {}),
  };
}

export function randomPoll(writing: PartWriting): Draft {
  const { choices } = writing;
  if (choices.chance(30)) return { of: 'vote', words: { good: 100, fair: 80, poor: 40 } };
  const rule: Draft = { of: 'bal' };
  if (choices.chance(50)) rule['categories'] = choices.of<Json>(['lead', 'mass', ['lead', 'mass']]);
  if (choices.chance(30)) rule['except own'] = true;
  if (choices.chance(30)) rule['where'] = writing.formula('row').condition(0);
  return rule;
}

export function randomBest(writing: PartWriting): Draft {
  const { choices } = writing;
  const inner = (): Json =>
    choices.one<Json>(
      () => ({ title: 'a', ratio: { ...randomRatio(writing), marks: choices.of([1, 2, 5]) } }),
      () => ({ title: 'b', formula: writing.formula().number(1) }),
      () => ({ title: 'c', levels: randomLevels(writing) }),
      () => ({ title: 'd', poll: randomPoll(writing) }),
    );
  return { count: 1 + choices.below(3), of: Array.from({ length: 1 + choices.below(3) }, inner) };
}

export function randomCases(writing: PartWriting, result: () => Json): Json[] {
  const { choices } = writing;
  const cases: Draft[] = Array.from({ length: choices.below(3) }, () => ({
    if: writing.formula().condition(),
    ...(choices.chance(15) ? { is: 'NA' } : { is: result() }),
  }));
  return [...cases, { is: result() }];
}

export function randomTable({ choices, names }: PartWriting): Draft {
  const cell = (): Json => choices.of<Json>(['any', '>= 60', '< 10', 0, [1, 2, 60]]);
  const word = (): Json => choices.of<Json>(['any', 'good', ['fair', 'poor']]);
  const rows = Array.from({ length: 1 + choices.below(3) }, (): Json => [word(), cell(), choices.of([0, 1.2, 5])]);
  return {
    of: ['lv', choices.of(names.numbers)],
    rows,
    else: 0.5,
    ...(choices.chance(30) ? { take: choices.of(['highest', 'lowest']) } : {}),
  };
}

export function randomAnyOf(writing: PartWriting): Json[] {
  const { choices } = writing;
  return Array.from({ length: 1 + choices.below(3) }, () =>
    choices.one<Json>(
      () => ({ if: writing.formula().condition() }),
      () => ({ event: 'ev', categories: choices.some(['a', 'b'], 1) }),
      () => ({ event: 'ea', where: writing.formula('row').condition(0) }),
      () => ({ event: choices.of(['ev', 'ea']), 'sum at least': choices.of([1, 2, 10]) }),
    ),
  );
}
