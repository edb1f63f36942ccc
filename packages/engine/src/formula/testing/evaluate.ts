import { PlanBuilder } from '../../plan/builder.ts';
import { isState } from '../../plan/cell.ts';
import type { Cell } from '../../plan/cell.ts';
import { applyOperator } from '../../plan/operators/apply.ts';
import type { NodeId } from '../../plan/plan.ts';
import { compileFormula } from '../compile.ts';
import type { FormulaScope, Reference } from '../scope.ts';
import { FormulaError } from '../syntax.ts';

/** Names that a formula may use, and their values. The name `list` stands for a list of numbers. */
export type Names = Readonly<Record<string, Cell>>;

/** Evaluates a formula in which every name stands for one value. */
export function evaluate(source: string, names: Names = {}): Cell {
  const plan = new PlanBuilder();
  const frame = plan.addPart({
    id: 'main',
    periodKind: 'year',
    subjects: { kind: 'columns', columns: {} },
    takesPart: { rows: { items: null, ownPeriodOnly: false }, members: [], whenever: [] },
  });
  const value = (id: NodeId): Cell => {
    const { operation, inputs } = plan.node(id);
    return applyOperator(operation, inputs.map(value));
  };
  return value(compileFormula(source, new NamedValues(frame, names, plan), plan));
}

/** The fault of a formula: its code, the text at its place, and what it names. */
export function faultOf(source: string, names: Names = {}): { code: string; at: string; details: readonly string[] } {
  try {
    evaluate(source, names);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { code: error.code, at: source.slice(error.span.start, error.span.end), details: error.details };
  }
  throw new Error(`"${source}" has no fault.`);
}

class NamedValues implements FormulaScope {
  readonly frame: number;
  readonly #values: Names;
  readonly #plan: PlanBuilder;

  constructor(frame: number, values: Names, plan: PlanBuilder) {
    this.frame = frame;
    this.#values = values;
    this.#plan = plan;
  }

  resolveState(name: string): NodeId | null {
    const reference = this.resolve(name);
    return reference?.kind === 'value' ? (reference.raw ?? reference.column) : null;
  }

  resolve(name: string): Reference | null {
    if (name === 'list') {
      const values = this.#plan.number(this.frame, 0);
      return { kind: 'list', list: { values, type: 'number', inside: this, draw: () => values } };
    }
    const value = this.#values[name];
    if (value === undefined) return null;
    // A state has no type of its own; here it stands where a number should be.
    const column = isState(value)
      ? this.#plan.add(this.frame, 'number', { kind: 'constant', value }, [])
      : this.#plan.constant(this.frame, value);
    return { kind: 'value', column };
  }

  resolvePrevious(): null {
    return null;
  }

  names(): readonly string[] {
    return [...Object.keys(this.#values), 'list'];
  }
}
