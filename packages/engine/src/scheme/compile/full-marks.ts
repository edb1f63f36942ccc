import { Fraction } from '../../number/fraction.ts';
import type { PlanBuilder } from '../../plan/builder.ts';
import type { FrameId, NodeId } from '../../plan/plan.ts';
import type { ChildReading } from '../../rules/rule.ts';

/** A figure whose full marks are looked for. */
export interface Marked {
  readonly column: NodeId;
  /** Its own full marks, where it says them. */
  readonly max: NodeId | null;
  /** What it sums up; empty where it is no plain sum. */
  readonly addends: readonly ChildReading[];
  /** Conditions under which something else takes its place. */
  readonly setAside: readonly NodeId[];
}

/** Of a sum the full marks of the `addends` that apply; of anything else its own, where it applies. */
export function applicableMax(
  { column, max, addends, setAside }: Marked,
  plan: PlanBuilder,
  frame: FrameId,
): NodeId | null {
  const zero = plan.number(frame, Fraction.ZERO);
  const parts = addends.flatMap((addend) => (addend.applicableMax === null ? [] : [addend.applicableMax]));
  const sum = parts.length > 0 ? wholeSum(parts, plan, frame) : max;
  // Where an exception takes the place of the sum, the node stands for itself.
  const isSetAside = sum !== null && max !== null && sum !== max && setAside.length > 0;
  const full = isSetAside ? plan.select(plan.logic('or', setAside), max, sum) : sum;
  return full === null ? null : plan.select(plan.is('na', column), zero, full);
}

/** A sum that is not known as long as one of its terms is not. */
function wholeSum(parts: readonly NodeId[], plan: PlanBuilder, frame: FrameId): NodeId {
  const sum = plan.add(frame, 'number', { kind: 'combine', how: 'sum' }, parts);
  const open = parts.filter((part) => !isWritten(part, plan));
  return open.length === 0 ? sum : plan.add(frame, 'number', { kind: 'guard' }, [sum, ...open]);
}

/** Is a column of full marks, where they apply, a written number? */
function isWritten(column: NodeId, plan: PlanBuilder): boolean {
  const { operation, inputs } = plan.node(column);
  if (operation.kind === 'constant') return true;
  const asksForState = operation.kind === 'select' && plan.node(inputs[0] as NodeId).operation.kind === 'is';
  return asksForState && inputs.slice(1).every((branch) => isWritten(branch, plan));
}

/** Full marks that hold for a subject: of a sum those of the children that apply, never more than the node's own. */
export function holdingMax(max: NodeId | null, applicable: NodeId | null, plan: PlanBuilder): NodeId | null {
  return max === null || applicable === null ? max : plan.arithmetic('smallest', max, applicable);
}
