import type { PlanBuilder } from '../../plan/builder.ts';
import type { ValueType } from '../../plan/cell.ts';
import type { FrameId, NodeId, StepLabel } from '../../plan/plan.ts';

/** Columns that stand for figures with a fault, in plans that are looked at and never run. */
export class UnknownColumns {
  /** With what could be read of the figure; `null`: nothing. */
  readonly #attempts = new Map<NodeId, NodeId | null>();

  /** A column that can hold anything of a type. */
  add(plan: PlanBuilder, frame: FrameId, type: ValueType, label: StepLabel | null, attempt: NodeId | null): NodeId {
    // No attribute is called so: names have no blanks.
    const source = plan.add(frame, type, { kind: 'attribute', name: `unknown ${this.#attempts.size}` }, []);
    this.#attempts.set(source, attempt);
    return label === null ? source : plan.labelled(source, label);
  }

  has(column: NodeId): boolean {
    return this.#attempts.has(column);
  }

  /** All of them, each with the column that what could be read of it makes. */
  all(): Iterable<readonly [NodeId, NodeId | null]> {
    return this.#attempts;
  }
}
