import type { PeriodKind } from '../../data/period.ts';
import type { FormulaScope, Reference } from '../../formula/scope.ts';
import type { PlanBuilder } from '../../plan/builder.ts';
import type { FrameId, NodeId } from '../../plan/plan.ts';
import { namedSubject } from './named-subject.ts';
import type { Register } from './register.ts';
import { ROW_FIELDS } from './row-fields.ts';
import { besideRows, sameRows } from './same-rows.ts';

/** Names inside a row of a register: its fields and columns first, then the names of the cell that reads it. */
export class RegisterScope implements FormulaScope {
  readonly frame: FrameId;
  readonly #register: Register;
  readonly #outer: FormulaScope;
  readonly #plan: PlanBuilder;

  constructor(register: Register, outer: FormulaScope, plan: PlanBuilder) {
    this.frame = register.rows;
    this.#register = register;
    this.#outer = outer;
    this.#plan = plan;
  }

  resolve(name: string): Reference | null {
    if (this.#register.fieldNames().includes(name)) {
      const column = this.#register.column(name);
      return column === null ? null : { kind: 'value', column };
    }
    const field = ROW_FIELDS.find((known) => known === name);
    if (field !== undefined) return { kind: 'value', column: this.#plan.field(this.frame, field) };
    const mask = (): NodeId | null => this.#register.listMask();
    const same = sameRows(name, { plan: this.#plan, scope: this, mask });
    if (same !== null) return same;
    const named = this.#ofNamed(name);
    if (named !== null) return named;
    const outer = this.#outer.resolve(name.startsWith('own.') ? name.slice(4) : name);
    if (outer?.kind === 'list') return besideRows(this.#plan, this.frame, outer.list);
    return outer === null ? null : { kind: 'value', column: this.#plan.ofCell(this.frame, outer.column) };
  }

  resolveState(name: string): NodeId | null {
    const own = this.#register.fieldNames().includes(name) || ROW_FIELDS.some((field) => field === name);
    const reference = own ? this.resolve(name) : null;
    if (reference?.kind === 'value') return reference.column;
    const named = this.#ofNamed(name);
    if (named?.kind === 'value') return named.raw ?? named.column;
    const column = this.#outer.resolveState(name);
    return column === null ? null : this.#plan.ofCell(this.frame, column);
  }

  #ofNamed(name: string): Reference | null {
    const { named: part } = this.#register;
    return namedSubject(name, { plan: this.#plan, frame: this.frame, outer: this.#outer, part });
  }

  resolvePrevious(name: string, back: number): NodeId | null {
    const column = this.#outer.resolvePrevious(name, back);
    return column === null ? null : this.#plan.ofCell(this.frame, column);
  }

  get periodKind(): PeriodKind {
    return this.#outer.periodKind ?? 'year';
  }

  names(): readonly string[] {
    return [...this.#register.fieldNames(), ...ROW_FIELDS, ...this.#outer.names()];
  }
}
