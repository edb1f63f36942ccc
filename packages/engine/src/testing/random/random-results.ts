import type { Json } from '../oracle/document.ts';
import type { Draft, PartWriting } from './part-writing.ts';
import { randomLines } from './random-lines.ts';
import { modify, modifyOutcome } from './random-modifiers.ts';
import { randomAnyOf, randomBands, randomCases, randomLevels, randomTable } from './random-rules.ts';
import { randomStanding } from './random-standing.ts';

/** The total of a part: its tree, and what its adjustments add and take off. */
export function randomTotal({ choices, names }: PartWriting, tops: readonly string[]): Draft {
  const hasAdjustments = names.numbers.includes('bonus');
  const parts = [...tops, ...(hasAdjustments ? ['bonus'] : [])];
  const sum = choices.chance(60) ? `sum(${[...parts, '0'].join(', ')}, 0)` : [...parts, '0'].join(' + ');
  const total: Draft = { id: 'total', formula: hasAdjustments ? `${sum} - penalty` : sum };
  if (choices.chance(50)) total['round'] = choices.of([2, 0]);
  names.numbers.push('total');
  return total;
}

/** A result of any kind. */
export function randomResult(writing: PartWriting, id: string): Draft {
  const { choices, names } = writing;
  const node: Draft = { id };
  const type = choices.of(['number', 'number', 'standing', 'flag', 'word']);
  if (type === 'number') {
    choices.one(
      () => void (node['formula'] = writing.formula().number(3)),
      () => void (node['bands'] = randomBands(writing)),
      () => void (node['earn'] = randomLines(writing, {})),
      () =>
        void (node['sum'] = {
          of: [
            { title: 'x', formula: writing.formula().number() } as Json,
            { title: 'y', levels: randomLevels(writing) },
          ],
        }),
      () => void (node['table'] = randomTable(writing)),
      () =>
        void (node['tally'] = {
          of: ['total', ...(names.numbers.includes(`${names.prefix}1`) ? [`${names.prefix}*`] : [])],
          is: choices.of<Json>([0, 1, 'given', 'missing']),
        }),
    );
    modify(writing, node, 'result');
    names.numbers.push(id);
  } else if (type === 'standing') randomStanding(writing, node);
  else if (type === 'flag') {
    choices.one(
      () => void (node['formula'] = writing.formula().condition(2)),
      () => void (node['any of'] = randomAnyOf(writing)),
    );
    modifyOutcome(writing, node, [true, false]);
    names.flags.push(id);
  } else {
    choices.one(
      () => void (node['cases'] = randomCases(writing, () => choices.of(['A', 'B', 'C']))),
      () =>
        void (node['bands'] = {
          of: choices.of(names.numbers),
          rows: [{ from: 90, is: 'A' }, { from: 60, is: 'B' }, { is: 'C' }],
        }),
      () => void (node['reasons'] = [1, 2].map((code) => ({ if: writing.formula().condition(), code }))),
    );
    modifyOutcome(writing, node, ['A', 'none']);
    names.words.push(id);
  }
  return node;
}
