import { ruleCheckTexts } from '../../locale/check-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import type { NodeId, PlanNode } from '../../plan/plan.ts';
import type { Finding, SchemePath } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { holds } from './view/range.ts';
import { rangeText } from './view/range-text.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';
import { uncovered } from './view/uncovered.ts';

/** Divisors that can be 0, without a word on what then. */
export const divisions: SchemeCheck = {
  codes: ['division.zero'],
  needs: 'figures',
  check: (view) => view.nodes.flatMap((node) => ofNode(node, view)),
};

function ofNode(node: NodeView, view: SchemeView): Finding[] {
  const open = uncovered(node, view, {
    arises: ({ operation, inputs }) =>
      operation.kind === 'divide' && holds(view.values.numbers(inputs[1] as NodeId), Fraction.ZERO),
    settles: ({ operation }) => operation.kind === 'replace' && operation.states.includes('division-by-zero'),
    about: ({ inputs }) => inputs[1] as NodeId,
  });
  const places = open.map((operator) => ({ operator, path: placeOf(operator, node, view) }));
  return places
    .filter(({ path }, at) => places.findIndex((other) => other.path.join('/') === path.join('/')) === at)
    .map(({ operator, path }) => {
      const divisor = operator.inputs[1] as NodeId;
      const range = view.values.numbers(divisor);
      const limits = range.low === null && range.high === null ? null : rangeText(range);
      const text = ruleCheckTexts.divisionByZero(node.tree.title, limits);
      return view.finding(isLikely(divisor, view) ? 'warning' : 'note', 'division.zero', text, path, node.clause);
    });
}

/** 0 is among the values that are provided for, or comes about by itself: a count, a difference. */
function isLikely(divisor: NodeId, { graph, values }: SchemeView): boolean {
  const { low, high } = values.numbers(divisor);
  return low !== null || high !== null || graph.bare(divisor).operation.kind === 'subtract';
}

/** The formula of the divisor where it has one of its own, else the shortest formula around it, else the rule. */
function placeOf(operator: PlanNode, node: NodeView, view: SchemeView): SchemePath {
  const formulas = view.placesOf('formula').filter(({ part, node: id }) => part === node.part.id && id === node.id);
  const divisor = formulas.find(({ column }) => column === operator.inputs[1]);
  if (divisor !== undefined) return divisor.path;
  const around = formulas.filter(({ column }) => view.graph.contains(column, operator.id));
  const sizes = around.map((place) => ({ place, size: view.graph.own(place.column).length }));
  sizes.sort((a, b) => a.size - b.size);
  return sizes[0]?.place.path ?? (node.rule === '' ? node.path : [...node.path, node.rule]);
}
