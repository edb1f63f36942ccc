import type { Dataset } from '../../data/dataset.ts';
import { formatPeriod } from '../../data/period.ts';
import { Fraction } from '../../number/fraction.ts';
import { parseNumber } from '../../number/text.ts';
import { Fault, MISSING, NOT_APPLICABLE, isState } from '../cell.ts';
import type { Cell, ValueType } from '../cell.ts';
import { calendarValue } from '../operators/dates.ts';
import { applyOperator } from '../operators/apply.ts';
import type {
  BroughtForward,
  CalendarField,
  Frame,
  NodeId,
  Operation,
  Plan,
  PlanNode,
  RowFrame,
  Running,
} from '../plan.ts';
import { accountChains, broughtForward } from './account.ts';
import { aggregate } from './aggregate.ts';
import { DataIndex, subjectColumn } from './data-index.ts';
import { EVERYBODY, buildPopulations } from './population.ts';
import type { Population } from './population.ts';
import { keyText, rankColumn } from './rank.ts';
import { Relations } from './relations.ts';
import { runningColumn } from './row-peers.ts';
import { buildRowTable } from './row-table.ts';
import type { RowTable } from './row-table.ts';

/** A value of a parameter that holds in a period; the last entry whose `from` is not later than the period counts. */
export interface ParameterValues {
  readonly [name: string]: (periodYear: number) => Cell;
}

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
  readonly #parameters: ParameterValues;
  readonly #columns: (Cell[] | null)[];
  readonly #matching = new Map<NodeId, Map<readonly number[], Map<string, number[]>>>();
  readonly #rowTables = new Map<number, RowTable>();
  readonly relations: Relations;

  constructor(plan: Plan, data: Dataset, parameters: ParameterValues) {
    this.plan = plan;
    this.#parameters = parameters;
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
      table = buildRowTable(definition, this.#cellPopulation(definition.cells), this.index, (part) =>
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
    if (isSource(node.operation)) return this.#source(node, at);
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
    const size = this.#frameSize(node.frame);
    const column = new Array<Cell>(size);
    if (isSource(node.operation)) {
      for (let at = 0; at < size; at += 1) column[at] = this.#source(node, at);
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

  #frameSize(frame: number): number {
    const definition = this.plan.frames[frame] as Frame;
    return definition.kind === 'cells' ? this.population(definition.part).size : this.rows(frame).size;
  }

  #cellPopulation(frame: number): Population {
    const definition = this.plan.frames[frame] as Frame;
    return definition.kind === 'cells' ? this.population(definition.part) : this.#cellPopulation(definition.cells);
  }

  #source(node: PlanNode, at: number): Cell {
    const { operation } = node;
    const frame = this.plan.frames[node.frame] as Frame;
    switch (operation.kind) {
      case 'constant':
        return operation.value;
      case 'of cell':
        return this.value(node.inputs[0] as NodeId, this.rows(node.frame).cells[at] ?? -1);
      case 'field':
        return this.#field(node, frame as RowFrame, operation.field, at);
      case 'parameter': {
        const population = this.#cellPopulation(node.frame);
        const cell = frame.kind === 'rows' ? (this.rows(node.frame).cells[at] ?? 0) : at;
        const period = formatPeriod({ kind: population.part.periodKind, index: population.periods[cell] ?? 0 });
        return (
          this.#parameters[operation.name]?.(Number(period.slice(0, 4))) ?? new Fault('parameter-unset', operation.name)
        );
      }
      case 'calendar':
        return this.#calendar(node, operation.field, at);
      case 'key':
      case 'attribute':
        return this.#subjectValue(node, operation, at);
      default:
        throw new Error(`"${operation.kind}" is no source.`);
    }
  }

  #calendar(node: PlanNode, field: CalendarField | 'first period', at: number): Cell {
    const population = this.#cellPopulation(node.frame);
    const index = population.periods[at] ?? 0;
    if (field === 'first period') return index === population.periods[0];
    return calendarValue(field, { kind: population.part.periodKind, index });
  }

  #subjectValue(node: PlanNode, operation: Extract<Operation, { kind: 'key' | 'attribute' }>, at: number): Cell {
    const population = this.#cellPopulation(node.frame);
    if (operation.kind === 'key' && operation.field === 'period') {
      return formatPeriod({ kind: population.part.periodKind, index: population.periods[at] ?? 0 });
    }
    const number = population.subjects[at] ?? -1;
    if (number === EVERYBODY) return operation.kind === 'key' && operation.field === 'subject' ? 'ALL' : '';
    const subject = this.index.subjects[number];
    if (subject === undefined) return MISSING;
    if (operation.kind === 'key') return subjectColumn(subject, operation.field);
    return typed(subjectColumn(subject, operation.name), node.type);
  }

  #field(node: PlanNode, frame: RowFrame, field: string, at: number): Cell {
    const observation = this.index.observations[this.rows(node.frame).observations[at] ?? -1];
    if (observation === undefined) return MISSING;
    if (field === 'decimals') return writtenDecimals(observation.value);
    if (field !== 'value') return observation[field as 'category'];
    const text = observation.value === '' ? frame.emptyValue : observation.value;
    return text === 'NA' ? NOT_APPLICABLE : typed(text, frame.valueType);
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
    if (operation.kind === 'gather') return this.#gather(node, values);
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
    const size = this.#frameSize(node.frame);
    const column = new Array<Cell>(size);
    for (let cell = 0; cell < size; cell += 1) {
      const chosen: Cell[] = [];
      const end = starts[cell + 1] ?? 0;
      for (let row = starts[cell] ?? 0; row < end; row += 1) {
        if (mask === null || mask[row] === true) chosen.push(values[row] as Cell);
      }
      column[cell] = aggregate(operation.aggregate, chosen, 'leave out', operation.allNA);
    }
    return column;
  }

  #gather(node: PlanNode, values: readonly Cell[]): Cell[] {
    const { operation } = node;
    if (operation.kind !== 'gather') throw new Error('Not a gather.');
    const size = this.#frameSize(node.frame);
    const column = new Array<Cell>(size);
    const mask = this.gatherMask(node);
    if (operation.matched !== undefined) return this.#gatherMatching(node, values);
    const shared = new Map<readonly number[], Cell>();
    for (let cell = 0; cell < size; cell += 1) {
      const members = this.relations.related(node, cell, (id) => this.column(id));
      let result = shared.get(members);
      if (result === undefined) {
        const chosen: Cell[] = [];
        for (const member of members) if (mask === null || mask[member] === true) chosen.push(values[member] as Cell);
        result = aggregate(operation.aggregate, chosen, operation.missing, 'missing');
        shared.set(members, result);
      }
      column[cell] = result;
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

  /** A gather over those whose keys equal the own ones. What is unknown equals nothing. */
  #gatherMatching(node: PlanNode, values: readonly Cell[]): Cell[] {
    const { operation } = node;
    if (operation.kind !== 'gather') throw new Error('Not a gather.');
    const known = new Map<readonly number[], Cell>();
    const nothing = aggregate(operation.aggregate, [], operation.missing, 'missing');
    return Array.from({ length: this.#frameSize(node.frame) }, (_, at) => {
      const chosen = this.gathered(node, at);
      if (chosen.length === 0) return nothing;
      let result = known.get(chosen);
      if (result === undefined) {
        const cells = chosen.map((member) => values[member] as Cell);
        result = aggregate(operation.aggregate, cells, operation.missing, 'missing');
        known.set(chosen, result);
      }
      return result;
    });
  }

  /** Cells of an account before one of its own, the earliest first. */
  accountBefore(node: PlanNode, at: number): readonly number[] {
    if (node.operation.kind !== 'brought forward') throw new Error('Not an account.');
    const chain = this.#chains(node, node.operation).find((cells) => cells.includes(at)) ?? [];
    return chain.slice(0, chain.indexOf(at));
  }

  #chains({ frame }: PlanNode, { again }: BroughtForward): number[][] {
    return accountChains(this.#cellPopulation(frame), again);
  }

  /** Cells or rows that a gather draws together for one of its own: related, in the mask, and of equal keys. */
  gathered(node: PlanNode, at: number): readonly number[] {
    const members = this.relations.related(node, at, (id) => this.column(id));
    const mask = this.gatherMask(node);
    const matched = node.operation.kind === 'gather' ? (node.operation.matched ?? 0) : 0;
    if (matched === 0) return mask === null ? members : members.filter((member) => mask[member] === true);
    const first = node.inputs.length - 2 * matched;
    const own = matchText(node.inputs.slice(first + matched).map((id) => this.value(id, at)));
    if (own === null) return NOBODY;
    let lists = this.#matching.get(node.id);
    if (lists === undefined) this.#matching.set(node.id, (lists = new Map<readonly number[], Map<string, number[]>>()));
    let groups = lists.get(members);
    if (groups === undefined) {
      groups = new Map<string, number[]>();
      lists.set(members, groups);
      const theirs = node.inputs.slice(first, first + matched).map((id) => this.column(id));
      for (const member of members) {
        if (mask !== null && mask[member] !== true) continue;
        const text = matchText(theirs.map((column) => column[member] as Cell));
        if (text === null) continue;
        const group = groups.get(text);
        if (group === undefined) groups.set(text, [member]);
        else group.push(member);
      }
    }
    return groups.get(own) ?? NOBODY;
  }

  /** The mask column of a gather; `null` when every related cell counts. */
  gatherMask(node: PlanNode): readonly Cell[] | null {
    const relation = node.operation.kind === 'gather' ? node.operation.relation : null;
    const at = relation?.kind === 'peers' ? 1 + (relation.keys ?? 1) : 1;
    const matched = node.operation.kind === 'gather' ? (node.operation.matched ?? 0) : 0;
    const mask = at < node.inputs.length - 2 * matched ? node.inputs[at] : undefined;
    return mask === undefined ? null : this.column(mask);
  }

  /** Ranks never go across periods: the period is part of every key of a cell frame. */
  #periodKeys(frame: number, keys: readonly Cell[]): readonly Cell[] {
    const definition = this.plan.frames[frame] as Frame;
    if (definition.kind !== 'cells') return keys;
    const { periods } = this.population(definition.part);
    return keys.map((key, cell) => `${periods[cell]} ${keyText(key)}`);
  }
}

const NOBODY: readonly number[] = Object.freeze([]);

/** Keys as one text; `null` where one of them is unknown. */
function matchText(keys: readonly Cell[]): string | null {
  return keys.some(isState) ? null : JSON.stringify(keys.map(keyText));
}

/** With how many decimals a number was written: `113.00` has two. */
function writtenDecimals(text: string): Cell {
  if (text === '') return MISSING;
  if (text === 'NA') return NOT_APPLICABLE;
  const point = text.indexOf('.');
  return Fraction.of(point < 0 ? 0 : text.length - point - 1);
}

/** A text of the data as a value of its type. */
function typed(text: string, type: ValueType): Cell {
  if (type === 'word') return text;
  if (text === '') return MISSING;
  if (type === 'flag') return text === 'true' ? true : text === 'false' ? false : new Fault('unknown-word', text);
  return parseNumber(text) ?? new Fault('not-a-number', text);
}

function isSource({ kind }: Operation): boolean {
  return (
    kind === 'constant' ||
    kind === 'parameter' ||
    kind === 'attribute' ||
    kind === 'key' ||
    kind === 'calendar' ||
    kind === 'field' ||
    kind === 'of cell'
  );
}

function isBetweenFrames({ kind }: Operation): boolean {
  return kind === 'fold' || kind === 'gather' || kind === 'rank' || kind === 'running' || kind === 'brought forward';
}

/** For every node the last node that uses it. */
function lastUses(plan: Plan): Int32Array {
  const last = new Int32Array(plan.nodes.length).fill(-1);
  for (const node of plan.nodes) for (const input of node.inputs) last[input] = node.id;
  return last;
}

/** Columns that are asked for again: the figures, and whatever operators between frames read. */
function keptColumns(plan: Plan): Set<NodeId> {
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
