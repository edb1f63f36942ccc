import { kindTexts } from '../../locale/check-wording-texts.ts';
import { isState } from '../../plan/cell.ts';
import type { ValueType } from '../../plan/cell.ts';
import type { NodeId, PlanNode } from '../../plan/plan.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Figures that are now a number and now a word, and words where only numbers have an order or can be computed with. */
export const kinds: SchemeCheck = {
  codes: ['figure.mixed', 'figure.needs-number'],
  needs: 'figures',
  check: (view) => view.nodes.flatMap((node) => [...mixed(node, view), ...withoutNumber(node, view)]),
};

/** "Nothing to say" may stand for a number that there is not. */
const NOTHING = 'none';

function mixed(node: NodeView, view: SchemeView): Finding[] {
  if (node.compiled === null) return [];
  for (const operator of view.graph.own(node.compiled.column)) {
    const values = alternatives(operator);
    if (values === null) continue;
    const found = values.flatMap((value) => typesOf(value, view));
    const types = [...new Set(found)];
    if (types.length < 2) continue;
    const path = node.rule === '' ? node.path : [...node.path, node.rule];
    return [view.finding('error', 'figure.mixed', kindTexts.mixed(node.tree.title, types), path, node.clause)];
  }
  return [];
}

/** What a choice can give: the operands that are results, not conditions. */
function alternatives({ operation, inputs }: PlanNode): readonly NodeId[] | null {
  switch (operation.kind) {
    case 'select':
    case 'bands':
    case 'match':
      return inputs.slice(1);
    case 'replace':
      return inputs;
    default:
      return null;
  }
}

function typesOf(column: NodeId, view: SchemeView): readonly ValueType[] {
  const node = view.graph.node(column);
  const { operation } = node;
  if (operation.kind === 'constant') {
    return isState(operation.value) || operation.value === NOTHING ? [] : [node.type];
  }
  if (operation.kind === 'same' || operation.kind === 'guard') return typesOf(node.inputs[0] as NodeId, view);
  return alternatives(node)?.flatMap((value) => typesOf(value, view)) ?? [node.type];
}

/** A word that is rounded, or that bands are to hold, has no meaning: the plan would stop at the first one. */
function withoutNumber(node: NodeView, view: SchemeView): Finding[] {
  if (node.compiled === null) return [];
  const operators = view.graph.own(node.compiled.column).filter(({ operation, inputs }) => {
    const needs = operation.kind === 'round' || operation.kind === 'bands';
    return needs && view.graph.node(inputs[0] as NodeId).type !== 'number';
  });
  const [first] = operators;
  if (first === undefined) return [];
  const type = view.graph.node(first.inputs[0] as NodeId).type;
  const path = node.rule === '' ? node.path : [...node.path, node.rule];
  return [
    view.finding('error', 'figure.needs-number', kindTexts.needsNumber(node.tree.title, type), path, node.clause),
  ];
}
