import { structureTexts } from '../../locale/check-texts.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Indicators without full marks beside others that have them. */
export const maxMissing: SchemeCheck = {
  codes: ['max.missing'],
  needs: 'rules',
  check: (view) => view.nodes.flatMap((node) => missing(node, view)),
};

/** Full marks with which nothing can be won. */
export const maxNotPositive: SchemeCheck = {
  codes: ['max.not-positive'],
  needs: 'rules',
  check: (view) => view.nodes.flatMap((node) => notPositive(node, view)),
};

function missing(node: NodeView, view: SchemeView): Finding[] {
  const { tree, compiled, parent, part, path, clause } = node;
  if (tree.role !== 'item' || compiled === null || tree.node.max !== undefined || tree.node.optional === true)
    return [];
  if (view.graph.node(compiled.column).type !== 'number' || tree.node.hidden === true) return [];
  if (isStep(node, view)) return [];
  const beside =
    parent === null
      ? part.nodes.filter(({ tree: { role }, parent: above }) => role === 'item' && above === null)
      : parent.children;
  const expected = beside.some(({ tree: { node: other } }) => other.max !== undefined) || addsToMax(parent);
  return expected ? [view.finding('warning', 'max.missing', structureTexts.maxMissing(tree.title), path, clause)] : [];
}

/** A step on the way to another figure, such as a factor; what is put together from others; what only takes off. */
function isStep(node: NodeView, view: SchemeView): boolean {
  const { part, compiled, children } = node;
  if (compiled === null) return false;
  const readBy = (reader: NodeView): readonly NodeView[] =>
    reader.compiled === null
      ? []
      : view.graph
          .figures(reader.compiled.column)
          .flatMap(({ part: name, id }) => (name === part.id ? (part.node(id) ?? []) : []));
  const others = part.nodes.filter(({ tree }) => tree.role === 'item' && tree.id !== node.id);
  // One with a fault may be the one that reads it.
  const mayRead = (other: NodeView): boolean => other.compiled === null || readBy(other).includes(node);
  if (others.some((other) => other !== node.parent && mayRead(other))) return true;
  if (children.length === 0 && readBy(node).some(({ tree }) => tree.role === 'item')) return true;
  const { high } = view.values.numbers(compiled.column);
  return high !== null && high.value.sign <= 0;
}

/** A whole that has full marks and is the sum of its parts. */
function addsToMax(parent: NodeView | null): boolean {
  return parent !== null && parent.tree.node.max !== undefined && parent.rule === 'sum';
}

function notPositive({ tree, max, path, clause }: NodeView, view: SchemeView): Finding[] {
  if (max === null || max.high === null || max.high.value.sign > 0) return [];
  const text = structureTexts.maxNotPositive(tree.title, max.high.value);
  return [view.finding('warning', 'max.not-positive', text, [...path, 'max'], clause)];
}
