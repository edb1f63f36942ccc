import type { Json } from '../oracle/document.ts';
import type { Draft, PartWriting } from './part-writing.ts';
import { randomLines } from './random-lines.ts';
import { modify } from './random-modifiers.ts';
import { randomBands, randomBest, randomCases, randomLevels, randomPoll, randomRatio } from './random-rules.ts';

/** A tree of indicators, with the ids at its top. */
export function randomTree(writing: PartWriting): { readonly ids: string[]; readonly items: Json[] } {
  const ids = Array.from({ length: 1 + writing.choices.below(3) }, (_, at) => `${writing.names.prefix}${at + 1}`);
  return { ids, items: ids.map((id) => randomItem(writing, id, 2)) };
}

function randomItem(writing: PartWriting, id: string, depth: number): Json {
  const { choices, names } = writing;
  if (depth === 0 || choices.chance(50)) return randomLeaf(writing, id);
  const count = 1 + choices.below(3);
  // What a parent says about itself holds for those below it too, so it must not look at them.
  const above = writing.formula('cell', [...names.numbers]);
  const children = Array.from(
    { length: count },
    (_, at) => randomItem(writing, `${id}.c${at + 1}`, depth - 1) as Draft,
  );
  const node: Draft = { id, items: children };
  choices.one(
    () => {
      delete node['sum']; // a node with children is their sum
    },
    () => {
      node['sum'] = { 'rescale to': choices.of([100, 10, 0]) };
      for (const child of children) child['max'] ??= choices.of([10, 5, 60]);
    },
    () => {
      node['weighted mean'] = choices.chance(30) ? { times: choices.of(['0.7', 'p1', 'n1']) } : 'items';
      for (const child of children) child['weight'] = choices.chance(80) ? choices.of([1, 25, '20%', '1/3', 0]) : 'pop';
    },
    () => {
      node['mean'] = choices.chance(50) ? { missing: 'leave out' } : 'items';
    },
  );
  if (choices.chance(40)) node['max'] ??= choices.of([10, 100, 5]);
  modify(writing, node, 'parent', above);
  names.numbers.push(id);
  return node;
}

function randomLeaf(writing: PartWriting, id: string): Json {
  const { choices } = writing;
  const node: Draft = { id, max: choices.chance(85) ? choices.of([1, 2, 5, 10, 100]) : 'if poor then 4 else 10' };
  const max = typeof node['max'] === 'number' ? node['max'] : 10;
  choices.one(
    () => {
      node['score'] = choices.chance(40) ? { NA: choices.of(['leave out', 'full', 'half', 'zero']) } : 'given';
      writing.scores.push({ id, max });
    },
    () => void (node['ratio'] = randomRatio(writing)),
    () => void (node['deduct'] = randomLines(writing, choices.chance(30) ? { from: writing.amount(50) } : {})),
    () => void (node['earn'] = randomLines(writing, {})),
    () => void (node['bands'] = randomBands(writing)),
    () => void (node['levels'] = randomLevels(writing)),
    () => void (node['poll'] = randomPoll(writing)),
    () => void (node['best'] = randomBest(writing)),
    () => void (node['formula'] = writing.formula().number()),
    () => void (node['cases'] = randomCases(writing, () => choices.of([0, 1, 5, 10]))),
  );
  modify(writing, node, 'leaf');
  writing.names.numbers.push(id);
  return node;
}
