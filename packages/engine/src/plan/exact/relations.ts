import { containingPeriod, periodsWithin } from '../../data/period.ts';
import type { Period } from '../../data/period.ts';
import type { Cell } from '../cell.ts';
import type {
  CellFrame,
  NodeId,
  Plan,
  PlanNode,
  Relation,
  RowFrame,
  RowPeers,
  Span,
  SubjectRelation,
} from '../plan.ts';
import type { DataIndex } from './data-index.ts';
import { containing, holdersOf } from './population.ts';
import type { Population } from './population.ts';
import { keyText } from './rank.ts';
import { rowPeers } from './row-peers.ts';
import type { RowTable } from './row-table.ts';

const NOBODY: readonly number[] = Object.freeze([]);

/** Finds the cells that a cell looks at through the relation of a `gather`. Lists are made once and shared. */
export class Relations {
  readonly #plan: Plan;
  readonly #populations: ReadonlyMap<string, Population>;
  readonly #index: DataIndex;
  readonly #peers = new Map<NodeId, (readonly number[])[]>();
  readonly #rowPeers = new Map<string, (readonly number[])[]>();
  readonly #rows: (frame: number) => RowTable;
  readonly #members = new Map<string, (readonly number[])[]>();

  constructor(
    plan: Plan,
    populations: ReadonlyMap<string, Population>,
    index: DataIndex,
    rows: (frame: number) => RowTable,
  ) {
    this.#plan = plan;
    this.#populations = populations;
    this.#index = index;
    this.#rows = rows;
  }

  /** Cells of the source frame of a gather that belong to `cell`; `column` fetches the key column of peers. */
  related(node: PlanNode, cell: number, column: (id: NodeId) => readonly Cell[]): readonly number[] {
    const { operation } = node;
    if (operation.kind !== 'gather') throw new Error('Not a gather.');
    if (this.#plan.frames[node.frame]?.kind === 'rows')
      return this.#rowPeersOf(node, operation.relation, column)[cell] ?? NOBODY;
    const target = this.#population(node.frame);
    const source = this.#population((this.#plan.nodes[node.inputs[0] as NodeId] as PlanNode).frame);
    switch (operation.relation.kind) {
      case 'previous':
        return only(source.cell((target.periods[cell] ?? 0) - operation.relation.back, target.subjects[cell] ?? -1));
      case 'holder':
        return this.#holder(target, source, operation.relation.subject, cell);
      case 'members':
        return this.#membersOf(target, source, operation.relation.subject)[cell] ?? NOBODY;
      case 'beside':
        throw new Error('Only rows stand beside rows.');
      case 'past':
        return this.#past(target, source, operation.relation.span, cell);
      case 'peers':
        return this.#peersOf(node.inputs[1] as NodeId, target, column)[cell] ?? NOBODY;
    }
  }

  /** Rows beside each row of a frame, for a gather or a running sum. `keys`: the key columns. */
  rowGroups(
    frame: number,
    peers: RowPeers,
    keys: readonly NodeId[],
    column: (id: NodeId) => readonly Cell[],
  ): (readonly number[])[] {
    const name = `${frame} ${JSON.stringify(peers)} ${keys.join(',')}`;
    let lists = this.#rowPeers.get(name);
    if (lists === undefined) {
      const definition = this.#plan.frames[frame] as RowFrame;
      const { periods } = this.#population(definition.cells);
      lists = rowPeers(peers, keys.map(column), this.#rows(frame), periods);
      this.#rowPeers.set(name, lists);
    }
    return lists;
  }

  #rowPeersOf(node: PlanNode, relation: Relation, column: (id: NodeId) => readonly Cell[]): (readonly number[])[] {
    if (relation.kind === 'beside')
      return this.#beside(node.frame, (this.#plan.nodes[node.inputs[0] as NodeId] as PlanNode).frame);
    if (relation.kind !== 'peers') throw new Error(`Rows have no "${relation.kind}".`);
    const { keys = 1, across = 'cell', emptyAlone = false } = relation;
    return this.rowGroups(node.frame, { keys, across, emptyAlone }, node.inputs.slice(1, 1 + keys), column);
  }

  /** For every row of a frame the rows of another that are read for the same cell. */
  #beside(frame: number, source: number): (readonly number[])[] {
    const name = `beside ${frame} ${source}`;
    let lists = this.#rowPeers.get(name);
    if (lists === undefined) {
      const { starts } = this.#rows(source);
      const ofCell = new Map<number, readonly number[]>();
      lists = Array.from(this.#rows(frame).cells, (cell) => {
        let rows = ofCell.get(cell);
        if (rows === undefined) {
          const [first, end] = [starts[cell] ?? 0, starts[cell + 1] ?? 0];
          ofCell.set(cell, (rows = Array.from({ length: end - first }, (_, at) => first + at)));
        }
        return rows;
      });
      this.#rowPeers.set(name, lists);
    }
    return lists;
  }

  /** The same subject in this and earlier periods, the earliest first. */
  #past(target: Population, source: Population, span: Span, cell: number): readonly number[] {
    const period = target.periods[cell] ?? 0;
    const subject = target.subjects[cell] ?? -1;
    const first = firstOf(span, { kind: target.part.periodKind, index: period }, source.periods[0] ?? period);
    const found: number[] = [];
    for (let at = first; at <= (span.kind === 'earlier' ? period - 1 : period); at += 1) {
      const past = source.cell(at, subject);
      if (past >= 0) found.push(past);
    }
    return found;
  }

  #holder(target: Population, source: Population, relation: SubjectRelation, cell: number): readonly number[] {
    const period = containing(target, cell, source.part);
    if (period === null) return NOBODY;
    const found = holdersOf(target.subjects[cell] ?? -1, relation, this.#index);
    return found.map((holder) => source.cell(period, holder)).filter((holder) => holder >= 0);
  }

  #membersOf(holders: Population, members: Population, relation: SubjectRelation): (readonly number[])[] {
    const key = `${holders.part.id} ${members.part.id} ${JSON.stringify(relation)}`;
    let lists = this.#members.get(key);
    if (lists === undefined) {
      const found: number[][] = Array.from({ length: holders.size }, () => []);
      for (let member = 0; member < members.size; member += 1) {
        const period = containing(members, member, holders.part);
        if (period === null) continue;
        for (const subject of holdersOf(members.subjects[member] ?? -1, relation, this.#index))
          found[holders.cell(period, subject)]?.push(member);
      }
      lists = found;
      this.#members.set(key, lists);
    }
    return lists;
  }

  #peersOf(key: NodeId, population: Population, column: (id: NodeId) => readonly Cell[]): (readonly number[])[] {
    let lists = this.#peers.get(key);
    if (lists === undefined) {
      const groups = new Map<string, number[]>();
      lists = column(key).map((value, cell) => {
        const text = `${population.periods[cell]} ${keyText(value)}`;
        let group = groups.get(text);
        if (group === undefined) groups.set(text, (group = []));
        group.push(cell);
        return group;
      });
      this.#peers.set(key, lists);
    }
    return lists;
  }

  #population(frame: number): Population {
    const definition = this.#plan.frames[frame] as CellFrame;
    const population = this.#populations.get(definition.part);
    if (population === undefined) throw new Error(`The plan has no part "${definition.part}".`);
    return population;
  }
}

/** The first period of a span that ends at `period`. */
function firstOf(span: Span, period: Period, earliest: number): number {
  if (span.kind === 'recent') return Math.max(period.index - span.count + 1, earliest);
  const year = containingPeriod(period, 'year');
  return span.kind === 'year to date' && year !== null ? periodsWithin(year, period.kind)[0] : earliest;
}

function only(cell: number): readonly number[] {
  return cell < 0 ? NOBODY : [cell];
}
