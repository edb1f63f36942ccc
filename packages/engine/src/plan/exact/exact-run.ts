import type { Dataset } from '../../data/dataset.ts';
import { Fault, MISSING, NOT_APPLICABLE } from '../cell.ts';
import type { Cell } from '../cell.ts';
import { applyOperator } from '../operators/apply.ts';
import type { BroughtForward, Frame, NodeId, Plan, PlanNode, RowFrame, Running } from '../plan.ts';
import { accountChains, broughtForward } from './account.ts';
import { aggregate, masked } from './aggregate.ts';
import { isBetweenFrames, keptColumns, lastUses } from './column-lives.ts';
import { DataIndex } from './data-index.ts';
import { Gathers } from './gathers.ts';
import { buildPopulations } from './population.ts';
import type { Population } from './population.ts';
import { keyText, rankColumn } from './rank.ts';
import { Relations } from './relations.ts';
import { runningColumn } from './row-peers.ts';
import { buildRowTable } from './row-table.ts';
import type { RowTable } from './row-table.ts';
import { isSource, Sources } from './sources.ts';
import type { ParameterValues } from './sources.ts';

/**
 * The exact reader of a plan: fractions, a column at a time. What it computes is, by definition, the truth.
 *
 * Columns that explanations and relations need stay; the others are dropped after their last use and computed again,
 * for one cell, when an explanation asks for them.
 */
export class ExactRun {
  readonly plan: Plan;
  readonly index: DataIndex;
  readonly #populations: ReadonlyMap<string, Population>;
  readonly #columns: (Cell[] | null)[];
  readonly #sources: Sources;
  readonly #gathers = new Gathers(this);
  readonly #rowTables = new Map<number, RowTable>();
  readonly relations: Relations;

  constructor(plan: Plan, data: Dataset, parameters: ParameterValues) {
    this.plan = plan;
    this.#sources = new Sources(this, parameters);
    this.index = new DataIndex(data);
    this.#populations = buildPopulations(plan.parts, this.index);
    this.relations = new Relations(plan, this.#populations, this.index, (frame) => this.rows(frame));
    this.#columns = new Array<Cell[] | null>(plan.nodes.length).fill(null);
    this.#computeAll();
  }

  population(part: string): Population {
    const population = this.#populations.get(part);
    if (population === undefined) throw new Error(`The plan has no part "${part}".`);
    return population;
  }

  /** The rows that a row frame reads. */
  rows(frame: number): RowTable {
    let table = this.#rowTables.get(frame);
    if (table === undefined) {
      const definition = this.plan.frames[frame] as RowFrame;
      table = buildRowTable(definition, this.cellPopulation(definition.cells), this.index, (part) =>
        this.population(part),
      );
      this.#rowTables.set(frame, table);
    }
    return table;
  }

  /** The value of a column for one cell (or row) of its frame. */
  value(id: NodeId, at: number): Cell {
    const column = this.#columns[id];
    if (column !== null && column !== undefined) return column[at] ?? MISSING;
    const node = this.plan.nodes[id] as PlanNode;
    if (isSource(node.operation)) return this.#sources.value(node, at);
    if (isBetweenFrames(node.operation)) return (this.#columns[id] = this.#betweenFrames(node))[at] ?? MISSING;
    return applyOperator(
      node.operation,
      node.inputs.map((input) => this.value(input, at)),
    );
  }

  /** A whole column; computed again when it was dropped. */
  column(id: NodeId): readonly Cell[] {
    const node = this.plan.nodes[id] as PlanNode;
    return (this.#columns[id] ??= this.#compute(node));
  }

  #computeAll(): void {
    const lastUse = lastUses(this.plan);
    const kept = keptColumns(this.plan);
    for (const node of this.plan.nodes) {
      this.#columns[node.id] = this.#compute(node);
      for (const input of node.inputs) {
        if (lastUse[input] === node.id && !kept.has(input)) this.#columns[input] = null;
      }
    }
  }

  #compute(node: PlanNode): Cell[] {
    if (isBetweenFrames(node.operation)) return this.#betweenFrames(node);
    const size = this.frameSize(node.frame);
    const column = new Array<Cell>(size);
    if (isSource(node.operation)) {
      for (let at = 0; at < size; at += 1) column[at] = this.#sources.value(node, at);
      return column;
    }
    const inputs = node.inputs.map((input) => this.column(input));
    if (node.operation.kind === 'same') return inputs[0] as Cell[];
    const operands = new Array<Cell>(inputs.length);
    for (let at = 0; at < size; at += 1) {
      for (let input = 0; input < inputs.length; input += 1) operands[input] = inputs[input]?.[at] as Cell;
      column[at] = applyOperator(node.operation, operands);
    }
    return column;
  }

  /** How many cells or rows a frame has. */
  frameSize(frame: number): number {
    const definition = this.plan.frames[frame] as Frame;
    return definition.kind === 'cells' ? this.population(definition.part).size : this.rows(frame).size;
  }

  /** Who takes part in the cells of a frame, or of the cells that its rows belong to. */
  cellPopulation(frame: number): Population {
    const definition = this.plan.frames[frame] as Frame;
    return definition.kind === 'cells' ? this.population(definition.part) : this.cellPopulation(definition.cells);
  }

  #betweenFrames(node: PlanNode): Cell[] {
    const { operation, inputs } = node;
    const values = this.column(inputs[0] as NodeId);
    if (operation.kind === 'fold') {
      const mask = inputs[1] === undefined ? null : this.column(inputs[1]);
      return this.#fold(node, values, mask);
    }
    if (operation.kind === 'rank') {
      const keys = this.#periodKeys(node.frame, this.column(inputs[1] as NodeId));
      const mask = inputs[2] === undefined ? null : this.column(inputs[2]);
      return rankColumn(operation, values, keys, mask, NOT_APPLICABLE);
    }
    if (operation.kind === 'gather') return this.#gathers.column(node, values);
    if (operation.kind === 'running') return this.#running(node, operation, values);
    if (operation.kind === 'brought forward') {
      const [paidIn, wanted, opening] = inputs.map((id) => this.column(id)) as [Cell[], Cell[], Cell[]];
      return broughtForward(this.#chains(node, operation), { paidIn, wanted, opening });
    }
    throw new Error(`"${operation.kind}" does not go between frames.`);
  }

  #fold(node: PlanNode, values: readonly Cell[], mask: readonly Cell[] | null): Cell[] {
    const { operation } = node;
    if (operation.kind !== 'fold') throw new Error('Not a fold.');
    const { starts } = this.rows((this.plan.nodes[node.inputs[0] as NodeId] as PlanNode).frame);
    const size = this.frameSize(node.frame);
    const column = new Array<Cell>(size);
    for (let cell = 0; cell < size; cell += 1) {
      const chosen = masked(values, mask, rowsFrom(starts[cell] ?? 0, starts[cell + 1] ?? 0));
      column[cell] =
        chosen instanceof Fault ? chosen : aggregate(operation.aggregate, chosen, 'leave out', operation.allNA);
    }
    return column;
  }

  #running({ frame, inputs }: PlanNode, operation: Running, amount: readonly Cell[]): Cell[] {
    const order = inputs.slice(1, 1 + operation.order.length);
    const end = 1 + order.length + operation.peers.keys;
    const mask = inputs[end];
    const read = (id: NodeId): readonly Cell[] => this.column(id);
    const groups = this.relations.rowGroups(frame, operation.peers, inputs.slice(1 + order.length, end), read);
    return runningColumn(operation, groups, {
      amount,
      order: order.map(read),
      mask: mask === undefined ? null : this.column(mask),
    });
  }

  /** Cells of an account before one of its own, the earliest first. */
  accountBefore(node: PlanNode, at: number): readonly number[] {
    if (node.operation.kind !== 'brought forward') throw new Error('Not an account.');
    const chain = this.#chains(node, node.operation).find((cells) => cells.includes(at)) ?? [];
    return chain.slice(0, chain.indexOf(at));
  }

  #chains({ frame }: PlanNode, { again }: BroughtForward): number[][] {
    return accountChains(this.cellPopulation(frame), again);
  }

  /** Cells or rows that a gather draws together for one of its own: related, in the mask, and of equal keys. */
  gathered(node: PlanNode, at: number): readonly number[] {
    return this.#gathers.gathered(node, at);
  }

  /** Ranks never go across periods: the period is part of every key of a cell frame. */
  #periodKeys(frame: number, keys: readonly Cell[]): readonly Cell[] {
    const definition = this.plan.frames[frame] as Frame;
    if (definition.kind !== 'cells') return keys;
    const { periods } = this.population(definition.part);
    return keys.map((key, cell) => `${periods[cell]} ${keyText(key)}`);
  }
}

function* rowsFrom(first: number, end: number): Generator<number> {
  for (let row = first; row < end; row += 1) yield row;
}
