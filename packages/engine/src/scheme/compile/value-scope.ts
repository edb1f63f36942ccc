import type { PeriodKind } from '../../data/period.ts';
import type { FormulaScope, Reference } from '../../formula/scope.ts';
import type { PlanBuilder } from '../../plan/builder.ts';
import type { FrameId, NodeId } from '../../plan/plan.ts';

/** A scope in which `value` names the column at hand: the number that lies in a band, the value of a row. */
export class ValueScope implements FormulaScope {
  readonly frame: FrameId;
  readonly #outer: FormulaScope;
  readonly #plan: PlanBuilder;
  readonly #column: NodeId;

  constructor(outer: FormulaScope, plan: PlanBuilder, column: NodeId) {
    this.#outer = outer;
    this.#plan = plan;
    this.#column = column;
    this.frame = plan.node(column).frame;
  }

  resolve(name: string): Reference | null {
    if (name === 'value') return { kind: 'value', column: this.#column };
    const outer = this.#outer.resolve(name);
    if (outer === null || this.frame === this.#outer.frame || outer.kind === 'list') return outer;
    return { kind: 'value', column: this.#plan.ofCell(this.frame, outer.column) };
  }

  resolveState(name: string): NodeId | null {
    if (name === 'value') return this.#column;
    const outer = this.#outer.resolveState(name);
    return outer === null || this.frame === this.#outer.frame ? outer : this.#plan.ofCell(this.frame, outer);
  }

  resolvePrevious(name: string, back: number): NodeId | null {
    return this.frame === this.#outer.frame ? this.#outer.resolvePrevious(name, back) : null;
  }

  get periodKind(): PeriodKind {
    return this.#outer.periodKind ?? 'year';
  }

  names(): readonly string[] {
    return ['value', ...this.#outer.names()];
  }
}
