import type { NodeId, Operation, Plan, PlanNode } from '../plan.ts';

/** Does an operator read cells or rows beside its own? */
export function isBetweenFrames({ kind }: Operation): boolean {
  return kind === 'fold' || kind === 'gather' || kind === 'rank' || kind === 'running' || kind === 'brought forward';
}

/** For every node the last node that uses it. */
export function lastUses(plan: Plan): Int32Array {
  const last = new Int32Array(plan.nodes.length).fill(-1);
  for (const node of plan.nodes) for (const input of node.inputs) last[input] = node.id;
  return last;
}

/** Columns that are asked for again: the figures, and whatever operators between frames read. */
export function keptColumns(plan: Plan): Set<NodeId> {
  const kept = new Set<NodeId>();
  for (const figure of plan.figures) {
    kept.add(figure.column);
    if (figure.max !== null) kept.add(figure.max);
    if (figure.written !== null) kept.add(figure.written);
  }
  for (const node of plan.nodes) {
    if (!isBetweenFrames(node.operation)) continue;
    kept.add(node.id);
    const source = plan.nodes[node.inputs[0] as NodeId] as PlanNode;
    if (plan.frames[source.frame]?.kind === 'cells') node.inputs.forEach((input) => kept.add(input));
  }
  return kept;
}
