import type { Json, OraclePart } from '../oracle/document.ts';
import { relationOf } from '../oracle/relations.ts';
import type { Choices } from './choices.ts';
import type { Draft } from './part-writing.ts';

/** A part before its nodes are written: who is scored in it, when, and to whom they belong. */
export interface PartPlan {
  readonly id: string;
  readonly keys: Draft;
  /** The kind of subjects, as the column `type` says; `ALL` for everybody together. */
  readonly type: string;
  readonly period: string;
}

const FINER: Readonly<Record<string, readonly string[]>> = {
  year: ['half', 'quarter', 'month'],
  half: ['quarter', 'month'],
  quarter: ['month'],
  month: [],
};

/** The parts of a random scheme; one plan without an id for a scheme of one part. */
export function randomLayout(choices: Choices): PartPlan[] {
  const period = choices.of(['year', 'year', 'year', 'half', 'quarter']);
  const plan = (id: string, type: string, belongs?: Json, kind = period): PartPlan => ({
    id,
    type,
    period: kind,
    keys: {
      ...(type === '' ? {} : { subjects: type === 'ALL' ? 'ALL' : { type } }),
      ...(belongs === undefined ? {} : { 'belongs to': belongs }),
      period: kind,
      ...(choices.chance(25) && type !== 'ALL' ? { 'rank within': choices.of(['everybody', 'kind', 'parent']) } : {}),
    },
  });
  if (choices.chance(35)) return [plan('main', '', undefined, choices.chance(80) ? 'year' : period)];
  const maybe = (...plans: PartPlan[]): PartPlan[] => (choices.chance(40) ? plans : []);
  const finer = choices.of(FINER[period] ?? []);
  const plans = choices.one(
    () => [
      ...maybe(plan('fine', 'p', 'parent', finer)),
      plan('staff', 'p', 'parent'),
      plan('units', 'd'),
      ...maybe(plan('town', 'ALL')),
    ],
    () => [
      plan('staff', 'p', { part: 'units', by: 'parent' }),
      plan('units', 'd', { part: 'house', by: 'parent' }),
      plan('house', 'h'),
    ],
    () => [
      plan('units', 'd', { part: 'house', by: 'parent' }),
      plan('house', 'h'),
      plan('leaders', 'p', [
        { part: 'units', by: 'boss', list: ';' },
        { part: 'house', by: 'parent', ...(choices.chance(50) ? { then: 'parent' } : {}) },
      ]),
    ],
    () => [plan('staff', 'p', { part: 'staff', by: 'parent' }), ...maybe(plan('fine', 'p', undefined, finer))],
    () => [
      plan('staff', 'p', { part: 'classes', by: 'group', equals: choices.of(['group', 'kind']) }),
      plan('classes', 'd'),
    ],
    () => [
      plan('staff', 'p', [
        { part: 'house', by: 'everybody' },
        { part: 'units', by: 'parent' },
      ]),
      plan('units', 'd', { part: 'house', by: 'everybody' }),
      plan('house', 'h'),
    ],
    () => [plan('fine', 'p', undefined, finer), plan('whole', 'p'), ...maybe(plan('town', 'ALL'))],
    () => [plan('staff', 'p'), plan('town', 'ALL', undefined, choices.of([period, ...(FINER[period] ?? [])]))],
  );
  if (choices.chance(50)) narrow(choices, plans);
  return choices.shuffled(plans);
}

/** Says of one part who takes part in it. */
function narrow(choices: Choices, plans: readonly PartPlan[]): void {
  const mine = choices.of(plans);
  const { id, keys, type } = mine;
  const others = plans.filter((plan) => plan.id !== id);
  const rules: Draft[] = [
    { items: choices.of<Json>([['n1'], ['n1', 'ev'], ['e*']]) },
    { given: true },
    { 'own period only': true },
    { items: ['n1', 'ea'], given: true },
  ];
  if (type === 'ALL') rules.length = 0;
  if (others.length > 0) {
    const other = choices.of(others);
    const relation = relationOf(bareOf(mine), bareOf(other));
    const keysOf = relation?.isDown === true ? ['members of', 'also members of'] : ['holders of'];
    for (const key of [...(relation === null ? [] : keysOf), 'whenever anybody of', 'only when anybody of'])
      rules.push({ [key]: other.id });
  }
  if (rules.length > 0) keys['takes part'] = choices.of(rules);
}

/** A part without nodes: enough to ask how it belongs to others. */
export function bareOf({ id, keys }: PartPlan): OraclePart {
  return { id, keys, nodes: new Map() };
}
