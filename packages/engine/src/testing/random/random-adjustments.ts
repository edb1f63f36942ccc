import type { Json } from '../oracle/document.ts';
import type { Draft, PartWriting } from './part-writing.ts';
import { randomLines } from './random-lines.ts';
import { modify } from './random-modifiers.ts';

/** What would not say which side it means beside `plus` and `minus`. */
const AMBIGUOUS = ['at most', 'at least', 'unless', 'round', 'if missing', 'if not applicable', 'if dividing by zero'];

/** Bonuses and penalties outside the tree. */
export function randomAdjustments(writing: PartWriting): Json {
  const { choices, names } = writing;
  const items = Array.from({ length: 1 + choices.below(3) }, (_, at): Json => {
    const node: Draft = { id: `adj${at}` };
    choices.one(
      () => void (node['plus'] = randomLines(writing, {})),
      () => void (node['minus'] = randomLines(writing, choices.chance(25) ? { shown: 'positive' } : {})),
      () => {
        node['plus'] = randomLines(writing, {});
        node['minus'] = randomLines(writing, {});
      },
    );
    modify(writing, node, 'adjustment');
    if (node['plus'] !== undefined && node['minus'] !== undefined) for (const key of AMBIGUOUS) delete node[key];
    names.numbers.push(String(node['id']));
    return node;
  });
  names.numbers.push('bonus', 'penalty');
  return {
    bonus: { title: '加分', ...(choices.chance(40) ? { 'at most': choices.of([5, 15]) } : {}) },
    penalty: { title: '扣分' },
    items,
  };
}
