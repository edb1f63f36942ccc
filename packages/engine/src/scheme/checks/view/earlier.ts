import type { NodeId } from '../../../plan/plan.ts';
import type { SchemeView } from './scheme-view.ts';

/** Whether a column is what an earlier period had. */
export function readsEarlier(column: NodeId, { graph, compilation }: SchemeView): boolean {
  const { operation, inputs } = graph.bare(column);
  if (operation.kind === 'gather') return operation.relation.kind === 'previous';
  if (operation.kind !== 'fold') return false;
  const frame = compilation.plan.frames[graph.node(inputs[0] as NodeId).frame];
  return frame?.kind === 'rows' && frame.periods.kind === 'previous';
}
