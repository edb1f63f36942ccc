import { basisTexts } from '../../locale/check-doubt-texts.ts';
import type { NodeId } from '../../plan/plan.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import { figureOf } from './view/plan-graph.ts';
import type { NodeView, PartView, SchemeView } from './view/scheme-view.ts';
import { nameOf, readBelow } from './view/read-below.ts';

/** A pool that is given out twice, or not in full. */
export const pools: SchemeCheck = {
  codes: ['pool.twice', 'pool.not-shared-out'],
  needs: 'figures',
  check: (view) => [
    ...view.nodes.flatMap((node) => notSharedOut(node, view)),
    ...view.parts.flatMap((part) => poolTwice(part, view)),
  ],
};

/** Two shares of one pool, and nothing says who has which. */
function poolTwice(part: PartView, view: SchemeView): Finding[] {
  const shares = part.nodes.flatMap((node) => {
    const config = node.rule === 'share' ? node.tree.node['share'] : undefined;
    return isRecord(config) && config['among'] === undefined && node.tree.node['only if'] === undefined
      ? [{ node, pool: String(config['pool']) }]
      : [];
  });
  return shares.flatMap(({ node, pool }, at) => {
    const earlier = shares.slice(0, at).find((other) => other.pool === pool);
    if (earlier === undefined) return [];
    const text = basisTexts.poolTwice(node.tree.title, earlier.node.tree.title);
    return [view.finding('warning', 'pool.twice', text, [...node.path, 'share', 'pool'], node.clause)];
  });
}

/** `pool × a ÷ Σ b`: a share by one figure, of the sum of another. */
function notSharedOut(node: NodeView, view: SchemeView): Finding[] {
  if (node.compiled === null) return [];
  const { graph } = view;
  for (const { operation, inputs } of graph.own(node.compiled.column)) {
    if (operation.kind !== 'divide') continue;
    const sum = graph.bare(inputs[1] as NodeId);
    const isSum =
      sum.operation.kind === 'gather' && sum.operation.aggregate === 'sum' && sum.operation.relation.kind === 'peers';
    const summed = isSum ? figuresOf(sum.inputs[0] as NodeId, view) : [];
    const own = factors(inputs[0] as NodeId, view).flatMap((factor) => figuresOf(factor, view));
    const [over, by] = [summed[0], own.find((figure) => figure.part === node.part)];
    if (over === undefined || by === undefined || own.includes(over) || !readBelow(over, view).has(nameOf(by)))
      continue;
    const text = basisTexts.notSharedOut(node.tree.title, by.tree.title, over.tree.title);
    return [view.finding('warning', 'pool.not-shared-out', text, [...node.path, node.rule], node.clause)];
  }
  return [];
}

function factors(column: NodeId, view: SchemeView): NodeId[] {
  const node = view.graph.node(column);
  if (figureOf(node) === null && node.operation.kind === 'multiply') {
    return node.inputs.flatMap((input) => factors(input, view));
  }
  return [column];
}

/** The figure that a column is, under what stands in for its states. */
function figuresOf(column: NodeId, view: SchemeView): NodeView[] {
  let node = view.graph.node(column);
  for (;;) {
    const figure = figureOf(node);
    if (figure !== null) return [view.nodeAt(figure.part, figure.id)].filter((found) => found !== null);
    if (!['same', 'replace', 'guard', 'of cell'].includes(node.operation.kind)) return [];
    node = view.graph.node(node.inputs[0] as NodeId);
  }
}
