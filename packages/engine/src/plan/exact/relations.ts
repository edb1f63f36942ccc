import { containingPeriod, periodsWithin } from '../../data/period.ts';
import type { Period } from '../../data/period.ts';
import type { Cell } from '../cell.ts';
import type {
  CellFrame,
  CellRelation,
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
    if (operation.relation.kind === 'beside' && operation.relation.cells !== undefined)
      return this.#rowsElsewhere(node.frame, this.#frameOf(node.inputs[0]), operation.relation.cells)[cell] ?? NOBODY;
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
      case 'matter':
        throw new Error(`Cells have no "${operation.relation.kind}".`);
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
    if (relation.kind === 'matter')
      return this.#named(node.frame, this.#population((this.#plan.nodes[node.inputs[0] as NodeId] as PlanNode).frame));
    if (relation.kind === 'beside') return this.#beside(node.frame, this.#frameOf(node.inputs[0]), relation.cells);
    if (relation.kind !== 'peers') throw new Error(`Rows have no "${relation.kind}".`);
    const { keys = 1, across = 'cell', emptyAlone = false } = relation;
    return this.rowGroups(node.frame, { keys, across, emptyAlone }, node.inputs.slice(1, 1 + keys), column);
  }

  /** For every row of a frame the cell of the subject that its matter names. */
  #named(frame: number, source: Population): (readonly number[])[] {
    const name = `matter ${frame} ${source.part.id}`;
    let lists = this.#rowPeers.get(name);
    if (lists === undefined) {
      lists = Array.from(this.#rows(frame).observations, (number) => {
        const observation = this.#index.observations[number];
        if (observation === undefined) return NOBODY;
        const period = this.#index.periodIndex(observation.period, source.part.periodKind);
        return period === null ? NOBODY : only(source.cell(period, this.#index.subjectNumber(observation.matter)));
      });
      this.#rowPeers.set(name, lists);
    }
    return lists;
  }

  /** For every row of a frame the rows of another that are read for its cell, or for the cells that this looks at. */
  #beside(frame: number, source: number, elsewhere: CellRelation | undefined): (readonly number[])[] {
    const name = `beside ${frame} ${source} ${JSON.stringify(elsewhere)}`;
    let lists = this.#rowPeers.get(name);
    if (lists === undefined) {
      const { cells } = this.#plan.frames[frame] as RowFrame;
      const found = elsewhere === undefined ? this.#rowsByCell(source) : this.#rowsElsewhere(cells, source, elsewhere);
      lists = Array.from(this.#rows(frame).cells, (cell) => found[cell] ?? NOBODY);
      this.#rowPeers.set(name, lists);
    }
    return lists;
  }

  /** The rows of a frame by the cell that they are read for. */
  #rowsByCell(frame: number): (readonly number[])[] {
    const { starts } = this.#rows(frame);
    return Array.from({ length: starts.length - 1 }, (_, cell) => {
      const [first, end] = [starts[cell] ?? 0, starts[cell + 1] ?? 0];
      return Array.from({ length: end - first }, (_row, at) => first + at);
    });
  }

  /** For every cell of a frame the rows that are read for the cells of another part that it looks at. */
  #rowsElsewhere(cells: number, source: number, relation: CellRelation): (readonly number[])[] {
    const name = `elsewhere ${cells} ${source} ${JSON.stringify(relation)}`;
    let lists = this.#rowPeers.get(name);
    if (lists === undefined) {
      const rows = this.#rowsByCell(source);
      const target = this.#population(cells);
      const other = this.#population((this.#plan.frames[source] as RowFrame).cells);
      const looksAt =
        relation.kind === 'members'
          ? this.#membersOf(target, other, relation.subject)
          : Array.from({ length: target.size }, (_, cell) => this.#holder(target, other, relation.subject, cell));
      lists = looksAt.map((found) => found.flatMap((cell) => rows[cell] ?? NOBODY));
      this.#rowPeers.set(name, lists);
    }
    return lists;
  }

  #frameOf(column: NodeId | undefined): number {
    return (this.#plan.nodes[column ?? -1] as PlanNode).frame;
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
