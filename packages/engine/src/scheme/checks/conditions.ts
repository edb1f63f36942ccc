import { ruleCheckTexts } from '../../locale/check-texts.ts';
import type { Comparison, NodeId, Operation, PlanNode } from '../../plan/plan.ts';
import type { Place } from '../compile/place.ts';
import type { Finding } from '../finding.ts';
import type { CheckText, SchemeCheck } from './check.ts';
import { intersect, isEmpty, isPoint } from './view/range.ts';
import type { Range } from './view/range.ts';
import { rangeText } from './view/range-text.ts';
import { wordsWithin } from './view/rungs.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Thresholds that exclude each other, and conditions that hold always or never. */
export const conditions: SchemeCheck = {
  codes: ['condition.contradiction', 'condition.never', 'condition.always'],
  needs: 'rules',
  check: (view) => view.placesOf('formula').flatMap((place) => ofFormula(place, view)),
};

function ofFormula(place: Place, view: SchemeView): Finding[] {
  const node = view.nodeAt(place.part, place.node);
  if (node === null) return [];
  const own = view.graph.own(place.column);
  return [
    ...own.flatMap((operator) => decided(operator, node, place, view)),
    ...own.flatMap((operator) => contradicting(operator, node, place, view)),
  ];
}

function decided(operator: PlanNode, node: NodeView, { path }: Place, view: SchemeView): Finding[] {
  const { operation, inputs, id } = operator;
  if (operation.kind !== 'compare' || !inputs.every((input) => view.graph.node(input).type === 'number')) return [];
  const possible = view.values.of(id);
  if (possible.type !== 'flag' || (possible.yes && possible.no)) return [];
  const code = possible.yes ? 'condition.always' : 'condition.never';
  const text = ofWords(operator, possible.yes, node, view) ?? ofNumbers(operator, possible.yes, node, view);
  return [view.finding('warning', code, text, path, node.clause)];
}

function ofNumbers(
  { operation, inputs }: PlanNode,
  always: boolean,
  { tree }: NodeView,
  { values }: SchemeView,
): CheckText {
  const [left, right] = inputs.map((input) => rangeText(values.numbers(input))) as [string, string];
  const texts = always ? ruleCheckTexts.conditionAlways : ruleCheckTexts.conditionNever;
  return texts(tree.title, left, signOf(operation), right);
}

/** Words on a scale are compared by where they stand; people compare the words. `null`: these are no such words. */
function ofWords(
  { operation, inputs }: PlanNode,
  always: boolean,
  { tree }: NodeView,
  view: SchemeView,
): CheckText | null {
  const sides = inputs.map((input) => {
    const rung = view.graph.node(input).operation;
    return rung.kind === 'rung' ? wordsWithin(rung.words, view.values.numbers(input)) : null;
  });
  const [left, right] = sides;
  if (left == null || right == null) return null;
  const texts = always ? ruleCheckTexts.scaleAlways : ruleCheckTexts.scaleNever;
  return texts(tree.title, left, signOf(operation), right);
}

function signOf(operation: Operation): string {
  return operation.kind === 'compare' ? SIGNS[operation.relation] : '';
}

/** `and` of comparisons of one number with fixed ones that leave nothing over. */
function contradicting(operator: PlanNode, node: NodeView, { path }: Place, view: SchemeView): Finding[] {
  if (operator.operation.kind !== 'and') return [];
  const bounds = new Map<NodeId, { range: Range; texts: string[] }>();
  for (const input of operator.inputs.flatMap((input) => conjuncts(input, view))) {
    const bound = boundOf(input, view);
    if (bound === null) continue;
    const known = bounds.get(bound.column);
    bounds.set(bound.column, {
      range: known === undefined ? bound.range : intersect(known.range, bound.range),
      texts: [...(known?.texts ?? []), bound.text],
    });
  }
  return [...bounds.values()]
    .filter(({ range, texts }) => texts.length > 1 && isEmpty(range))
    .map(({ texts }) => {
      const text = ruleCheckTexts.contradiction(node.tree.title, texts.join(' · '));
      return view.finding('error', 'condition.contradiction', text, path, node.clause);
    });
}

function conjuncts(input: NodeId, view: SchemeView): PlanNode[] {
  const node = view.graph.bare(input);
  return node.operation.kind === 'and' ? node.inputs.flatMap((inner) => conjuncts(inner, view)) : [node];
}

/** The range that a comparison with a fixed number asks of the other side. */
function boundOf(
  { operation, inputs }: PlanNode,
  view: SchemeView,
): { column: NodeId; range: Range; text: string } | null {
  if (operation.kind !== 'compare') return null;
  const [left, right] = inputs as readonly [NodeId, NodeId];
  if (view.graph.node(left).type !== 'number') return null;
  const turned = view.graph.bare(left).operation.kind === 'constant';
  const [column, fixed] = turned ? [right, left] : [left, right];
  const number = view.values.numbers(fixed);
  if (view.graph.bare(fixed).operation.kind !== 'constant' || number.low === null || !isPoint(number)) return null;
  const relation = turned ? TURNED[operation.relation] : operation.relation;
  const end = { value: number.low.value, included: relation.endsWith('=') };
  const text = `${SIGNS[relation]} ${rangeText(number)}`;
  const bare = view.graph.bare(column).id;
  switch (relation) {
    case '<':
    case '<=':
      return { column: bare, range: { low: null, high: end, step: null }, text };
    case '>':
    case '>=':
      return { column: bare, range: { low: end, high: null, step: null }, text };
    case '=':
      return { column: bare, range: { low: end, high: end, step: null }, text };
    case '!=':
      return null;
  }
}

const TURNED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const SIGNS: Readonly<Record<Comparison, string>> = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' };
