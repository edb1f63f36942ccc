import type { NodeId, PlanNode } from '../../../plan/plan.ts';
import type { NodeView, SchemeView } from './scheme-view.ts';
import { figureOf } from './plan-graph.ts';

/** How a case that has no result of its own is looked for in what a figure is made of. */
export interface Question {
  /** Whether an operator can come to the case. */
  readonly arises: (operator: PlanNode) => boolean;
  /** Whether an operator settles the case for its operands: a stand-in, or a way of counting that has an answer. */
  readonly settles: (operator: PlanNode) => boolean;
  /** Column that decides about the case, such as the divisor. A condition that looks at it rules the case out. */
  readonly about: (operator: PlanNode) => NodeId;
}

/** Operators of a figure that can come to a case without anything on the way up to the figure that says what then. */
export function uncovered({ compiled }: NodeView, { graph }: SchemeView, question: Question): PlanNode[] {
  if (compiled === null) return [];
  const found = new Set<PlanNode>();
  const enter = (id: NodeId, watched: ReadonlySet<NodeId>): void => {
    const node = graph.node(id);
    if (id !== compiled.column && figureOf(node) !== null) return;
    if (question.arises(node)) {
      const sources = [...graph.sources(question.about(node)), question.about(node)];
      if (!sources.some((source) => watched.has(source))) found.add(node);
    }
    if (question.settles(node)) return;
    if (node.operation.kind === 'select') {
      const [condition, ...branches] = node.inputs as readonly [NodeId, ...NodeId[]];
      enter(condition, watched);
      const looked = new Set([...watched, ...graph.sources(condition)]);
      for (const branch of branches) enter(branch, looked);
      return;
    }
    for (const input of node.inputs) enter(input, watched);
  };
  enter(compiled.column, new Set());
  return [...found];
}
