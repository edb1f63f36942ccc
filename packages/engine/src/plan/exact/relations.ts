import type { Cell } from '../cell.ts';
import type { CellFrame, NodeId, Plan, PlanNode, SubjectRelation } from '../plan.ts';
import type { DataIndex } from './data-index.ts';
import { containing, holderOf } from './population.ts';
import type { Population } from './population.ts';
import { keyText } from './rank.ts';

const NOBODY: readonly number[] = Object.freeze([]);

/** Finds the cells that a cell looks at through the relation of a `gather`. Lists are made once and shared. */
export class Relations {
  readonly #plan: Plan;
  readonly #populations: ReadonlyMap<string, Population>;
  readonly #index: DataIndex;
  readonly #peers = new Map<NodeId, (readonly number[])[]>();
  readonly #members = new Map<string, (readonly number[])[]>();

  constructor(plan: Plan, populations: ReadonlyMap<string, Population>, index: DataIndex) {
    this.#plan = plan;
    this.#populations = populations;
    this.#index = index;
  }

  /** Cells of the source frame of a gather that belong to `cell`; `column` fetches the key column of peers. */
  related(node: PlanNode, cell: number, column: (id: NodeId) => readonly Cell[]): readonly number[] {
    const { operation } = node;
    if (operation.kind !== 'gather') throw new Error('Not a gather.');
    const target = this.#population(node.frame);
    const source = this.#population((this.#plan.nodes[node.inputs[0] as NodeId] as PlanNode).frame);
    switch (operation.relation.kind) {
      case 'previous':
        return only(source.cell((target.periods[cell] ?? 0) - operation.relation.back, target.subjects[cell] ?? -1));
      case 'holder':
        return this.#holder(target, source, operation.relation.subject, cell);
      case 'members':
        return this.#membersOf(target, source, operation.relation.subject)[cell] ?? NOBODY;
      case 'peers':
        return this.#peersOf(node.inputs[1] as NodeId, target, column)[cell] ?? NOBODY;
    }
  }

  #holder(target: Population, source: Population, relation: SubjectRelation, cell: number): readonly number[] {
    const period = containing(target, cell, source.part);
    return period === null
      ? NOBODY
      : only(source.cell(period, holderOf(target.subjects[cell] ?? -1, relation, this.#index)));
  }

  #membersOf(holders: Population, members: Population, relation: SubjectRelation): (readonly number[])[] {
    const key = `${holders.part.id} ${members.part.id} ${JSON.stringify(relation)}`;
    let lists = this.#members.get(key);
    if (lists === undefined) {
      const found: number[][] = Array.from({ length: holders.size }, () => []);
      for (let member = 0; member < members.size; member += 1) {
        const period = containing(members, member, holders.part);
        if (period === null) continue;
        const holder = holders.cell(period, holderOf(members.subjects[member] ?? -1, relation, this.#index));
        if (holder >= 0) found[holder]?.push(member);
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

function only(cell: number): readonly number[] {
  return cell < 0 ? NOBODY : [cell];
}
