import type { Json } from '../oracle/document.ts';
import { relationOf } from '../oracle/relations.ts';
import type { Choices } from './choices.ts';
import { PartNames } from './part-names.ts';
import { PartWriting } from './part-writing.ts';
import type { Draft, ScoreNode } from './part-writing.ts';
import { randomAdjustments } from './random-adjustments.ts';
import { randomHead } from './random-head.ts';
import { bareOf, randomLayout } from './random-layout.ts';
import type { PartPlan } from './random-layout.ts';
import { randomResult, randomTotal } from './random-results.ts';
import { randomTree } from './random-tree.ts';

/** A scheme, and what the data for it must know. */
export interface RandomScheme {
  readonly scheme: Draft;
  readonly plans: readonly PartPlan[];
  /** Indicators whose marks the data brings, by the part. */
  readonly scores: ReadonlyMap<string, readonly ScoreNode[]>;
}

const MOST_RESULTS = 8;

/** Writes a random scheme: parts that look at each other, each with a tree, adjustments and results of every kind. */
export function randomScheme(choices: Choices): RandomScheme {
  const plans = randomLayout(choices);
  const scores = new Map(plans.map(({ id }) => [id, [] as ScoreNode[]]));
  const all = plans.map(({ id }, at) => new PartNames(id, plans.length === 1 ? 'i' : ('ijk'[at] ?? 'l')));
  const nameOf = new Map(plans.map(({ id }, at) => [id, all[at] as PartNames]));
  for (const from of plans) {
    for (const to of plans) {
      const relation = relationOf(bareOf(from), bareOf(to));
      const [mine, other] = [nameOf.get(from.id), nameOf.get(to.id)];
      if (relation === null || mine === undefined || other === undefined) continue;
      (relation.isList ? mine.lists : mine.ones).push(other);
    }
  }
  const parts = plans.map((plan): Draft => {
    const names = nameOf.get(plan.id) as PartNames;
    const writing = new PartWriting(choices, names, scores.get(plan.id) as ScoreNode[]);
    return { ...plan.keys, ...randomMarks(plan, writing) };
  });
  // Results of the parts by turns: each may name what is there of the others.
  for (let turn = choices.below(MOST_RESULTS) + 2 * plans.length; turn > 0; turn -= 1) {
    const at = choices.below(plans.length);
    const writing = new PartWriting(choices, all[at] as PartNames, []);
    const { results } = parts[at] as Draft;
    (results as Json[]).push(randomResult(writing, `r${turn}`));
  }
  const head = { scheme: 'random', title: '随机', ...randomHead(choices) };
  const isOne = plans.length === 1 && plans[0]?.id === 'main';
  const scheme = isOne
    ? { ...head, ...parts[0] }
    : { ...head, parts: parts.map((keys, at) => ({ part: plans[at]?.id as string, ...keys })) };
  return { scheme, plans, scores };
}

function randomMarks({ type }: PartPlan, writing: PartWriting): Draft {
  const { choices } = writing;
  const keys: Draft = {};
  const hasTree = type !== 'ALL' && choices.chance(80);
  const { ids, items } = hasTree ? randomTree(writing) : { ids: [], items: [] };
  if (hasTree) keys['items'] = items;
  if (type !== 'ALL' && choices.chance(hasTree ? 60 : 20)) keys['adjustments'] = randomAdjustments(writing);
  keys['results'] = [randomTotal(writing, ids)];
  return keys;
}
