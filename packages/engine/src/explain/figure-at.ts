import { Fraction } from '../number/fraction.ts';
import type { Cell } from '../plan/cell.ts';
import type { ExactRun } from '../plan/exact/exact-run.ts';
import type { NodeId, PlanNode, StepLabel } from '../plan/plan.ts';
import type { WordTitles } from './word-titles.ts';

/** A column of the plan for one cell or row. */
export interface Place {
  readonly node: PlanNode;
  readonly at: number;
}

/** Walks over the plan for single cells: the exact reader with its steps in sight. */
export class PlanWalk {
  readonly run: ExactRun;
  /** What words are called. */
  readonly titles: WordTitles;

  constructor(run: ExactRun, titles: WordTitles) {
    this.run = run;
    this.titles = titles;
  }

  place(id: NodeId, at: number): Place {
    return { node: this.run.plan.nodes[id] as PlanNode, at };
  }

  value({ node, at }: Place): Cell {
    return this.run.value(node.id, at);
  }

  /** Operand number `input`, in the same frame. */
  operand({ node, at }: Place, input: number): Place {
    return this.place(node.inputs[input] as NodeId, at);
  }

  operands(place: Place): Place[] {
    return place.node.inputs.map((id) => this.place(id, place.at));
  }

  /** Goes through columns that only carry another one, down to one that says something of its own. */
  essential(place: Place): Place {
    const { node } = place;
    const carries =
      node.label === null &&
      (node.operation.kind === 'same' || node.operation.kind === 'replace' || node.operation.kind === 'guard');
    if (!carries) return place;
    const inner = this.operand(place, 0);
    return sameValue(this.value(inner), this.value(place)) ? this.essential(inner) : place;
  }

  /** The figure of the scheme that a column is, when it is one (possibly counted as 0 where missing). */
  figureLabel(place: Place): { readonly place: Place; readonly label: StepLabel } | null {
    const { node } = place;
    if (node.label?.figure !== undefined) return { place, label: node.label };
    if (node.label !== null) return null;
    const { kind } = node.operation;
    return kind === 'same' || kind === 'replace' || kind === 'rung' ? this.figureLabel(this.operand(place, 0)) : null;
  }

  /** Rows that a fold draws together for a cell. */
  foldedRows(place: Place): { readonly frame: number; readonly rows: readonly number[] } {
    const source = this.run.plan.nodes[place.node.inputs[0] as NodeId] as PlanNode;
    const mask = place.node.inputs[1];
    const { starts } = this.run.rows(source.frame);
    const rows: number[] = [];
    for (let row = starts[place.at] ?? 0; row < (starts[place.at + 1] ?? 0); row += 1) {
      if (mask === undefined || this.run.value(mask, row) === true) rows.push(row);
    }
    return { frame: source.frame, rows };
  }

  /** Cells that a gather draws together. */
  gathered(place: Place): readonly number[] {
    return this.run.gathered(place.node, place.at);
  }
}

/** Equal as values: fractions by number, everything else by identity. */
export function sameValue(a: Cell, b: Cell): boolean {
  return a instanceof Fraction && b instanceof Fraction ? a.equals(b) : a === b;
}

/** A figure or an input: something with an explanation of its own. */
export function isClosed({ node: { label } }: Place): boolean {
  return label?.kind === 'figure' || label?.kind === 'input';
}

/** Number of the operand that a choice took. */
export function branchTaken(walk: PlanWalk, place: Place): 1 | 2 {
  return walk.value(walk.operand(place, 0)) === true ? 1 : 2;
}
