import { targetTexts } from '../../locale/check-doubt-texts.ts';
import type { Comparison, NodeId, PlanNode } from '../../plan/plan.ts';
import type { Place } from '../compile/place.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { readsEarlier } from './view/earlier.ts';
import { isPoint } from './view/range.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Targets that are met at the very end of a scale only, and those that ask who is at the end to go on. */
export const targets: SchemeCheck = {
  codes: ['target.only-at-limit', 'target.single-step', 'target.cannot-move'],
  needs: 'rules',
  check: (view) =>
    view.placesOf('formula').flatMap((place) => {
      const node = view.nodeAt(place.part, place.node);
      if (node === null) return [];
      return view.graph
        .own(place.column)
        .flatMap((operator) => [
          ...onlyAtLimit(operator, node, place, view),
          ...singleStep(operator, node, place, view),
          ...cannotMove(operator, node, place, view),
        ]);
    }),
};

/** Asked as "at least" or "at most", and met by one number only. `= 100` says so itself. */
function onlyAtLimit(operator: PlanNode, node: NodeView, { path }: Place, view: SchemeView): Finding[] {
  const compared = sidesOf(operator, view);
  if (compared === null || (compared.relation !== '>=' && compared.relation !== '<=')) return [];
  const sides = [view.values.numbers(compared.left), view.values.numbers(compared.right)] as const;
  const [larger, smaller] = compared.relation === '>=' ? sides : [sides[1], sides[0]];
  if (isPoint(larger) === isPoint(smaller)) return []; // one of the two is what is asked
  const [high, low] = [larger.high, smaller.low];
  if (high === null || low === null || !high.value.equals(low.value)) return [];
  const text = targetTexts.onlyAtLimit(node.tree.title, high.value);
  return [view.finding('note', 'target.only-at-limit', text, path, node.clause)];
}

/** A threshold that is no step of what is counted, and below the first one: a share of a handful of people. */
function singleStep(operator: PlanNode, node: NodeView, { path }: Place, view: SchemeView): Finding[] {
  const compared = sidesOf(operator, view);
  if (compared === null || (compared.relation !== '>=' && compared.relation !== '>')) return [];
  const [counted, asked] = [view.values.numbers(compared.left), view.values.numbers(compared.right)];
  const threshold = isPoint(asked) ? (asked.low?.value ?? null) : null;
  if (threshold === null || threshold.sign <= 0 || isPoint(counted) || counted.low?.value.isZero !== true) return [];
  const { step } = counted;
  if (step === null || step.isZero || step.compare(threshold) <= 0 || step.isWhole) return [];
  const text = targetTexts.singleStep(node.tree.title, step, threshold);
  return [view.finding('note', 'target.single-step', text, path, node.clause)];
}

/** A number that must be above, or below, what it was before, and that has an end on that side. */
function cannotMove(operator: PlanNode, node: NodeView, { path }: Place, view: SchemeView): Finding[] {
  const compared = sidesOf(operator, view);
  if (compared === null || (compared.relation !== '<' && compared.relation !== '>')) return [];
  const { left, right, relation } = compared;
  const isEarlier = [left, right].map((side) => readsEarlier(side, view));
  if (isEarlier[0] === isEarlier[1]) return [];
  const items = [left, right].map((side) => [...view.graph.items(side)].join(' '));
  if (items[0] !== items[1] || items[0] === '') return [];
  if ([...view.graph.items(left)].some((item) => view.input(item)?.unit?.includes('元') === true)) return []; // nothing is free
  const now = isEarlier[1] === true ? left : right;
  const falls = (relation === '<') === (now === left);
  const { low, high } = view.values.numbers(now);
  const end = falls ? low : high;
  if (end === null) return [];
  const text = targetTexts.cannotMove(node.tree.title, end.value, falls);
  return [view.finding('warning', 'target.cannot-move', text, path, node.clause)];
}

function sidesOf({ operation, inputs }: PlanNode, view: SchemeView): Sides | null {
  if (operation.kind !== 'compare') return null;
  if (inputs.some((input) => view.graph.bare(input).operation.kind === 'rung')) return null; // a word, not a number
  const [left, right] = inputs as readonly [NodeId, NodeId];
  return view.graph.node(left).type === 'number' ? { left, right, relation: operation.relation } : null;
}

interface Sides {
  readonly left: NodeId;
  readonly right: NodeId;
  readonly relation: Comparison;
}
