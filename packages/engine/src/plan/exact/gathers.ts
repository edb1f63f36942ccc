import { Fault, isState } from '../cell.ts';
import type { Cell } from '../cell.ts';
import type { NodeId, PlanNode } from '../plan.ts';
import { aggregate, masked } from './aggregate.ts';
import type { ExactRun } from './exact-run.ts';
import { keyText } from './rank.ts';

const NOBODY: readonly number[] = Object.freeze([]);

/** Draws values of other cells or rows together. */
export class Gathers {
  readonly #run: ExactRun;
  /** Of each gather that asks for equal keys, and of each list of related ones: who has which keys. */
  readonly #lists = new Map<NodeId, Map<readonly number[], Map<string, number[]>>>();

  constructor(run: ExactRun) {
    this.#run = run;
  }

  /** The whole column of a gather. */
  column(node: PlanNode, values: readonly Cell[]): Cell[] {
    const { operation } = node;
    if (operation.kind !== 'gather') throw new Error('Not a gather.');
    const size = this.#run.frameSize(node.frame);
    const column = new Array<Cell>(size);
    const mask = this.#mask(node);
    if (operation.matched !== undefined) return this.#matchingColumn(node, values);
    const shared = new Map<readonly number[], Cell>();
    for (let cell = 0; cell < size; cell += 1) {
      const members = this.#run.relations.related(node, cell, (id) => this.#run.column(id));
      let result = shared.get(members);
      if (result === undefined) {
        const chosen = masked(values, mask, members);
        result =
          chosen instanceof Fault ? chosen : aggregate(operation.aggregate, chosen, operation.missing, 'missing');
        shared.set(members, result);
      }
      column[cell] = result;
    }
    return column;
  }

  /** A gather over those whose keys equal the own ones. What is unknown equals nothing. */
  #matchingColumn(node: PlanNode, values: readonly Cell[]): Cell[] {
    const { operation } = node;
    if (operation.kind !== 'gather') throw new Error('Not a gather.');
    const known = new Map<readonly number[], Cell>();
    const nothing = aggregate(operation.aggregate, [], operation.missing, 'missing');
    return Array.from({ length: this.#run.frameSize(node.frame) }, (_, at) => {
      const chosen = this.gathered(node, at);
      if (chosen.length === 0) return nothing;
      let result = known.get(chosen);
      if (result === undefined) {
        const cells = masked(values, this.#mask(node), chosen);
        result = cells instanceof Fault ? cells : aggregate(operation.aggregate, cells, operation.missing, 'missing');
        known.set(chosen, result);
      }
      return result;
    });
  }

  /** Cells or rows that a gather draws together for one of its own: related, in the mask, and of equal keys. */
  gathered(node: PlanNode, at: number): readonly number[] {
    const members = this.#run.relations.related(node, at, (id) => this.#run.column(id));
    const mask = this.#mask(node);
    const matched = node.operation.kind === 'gather' ? (node.operation.matched ?? 0) : 0;
    if (matched === 0) return mask === null ? members : members.filter((member) => mask[member] === true);
    const first = node.inputs.length - 2 * matched;
    const own = matchText(node.inputs.slice(first + matched).map((id) => this.#run.value(id, at)));
    if (own === null) return NOBODY;
    let lists = this.#lists.get(node.id);
    if (lists === undefined) this.#lists.set(node.id, (lists = new Map<readonly number[], Map<string, number[]>>()));
    let groups = lists.get(members);
    if (groups === undefined) {
      groups = new Map<string, number[]>();
      lists.set(members, groups);
      const theirs = node.inputs.slice(first, first + matched).map((id) => this.#run.column(id));
      for (const member of members) {
        if (mask !== null && mask[member] !== true && !(mask[member] instanceof Fault)) continue;
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
  #mask(node: PlanNode): readonly Cell[] | null {
    const relation = node.operation.kind === 'gather' ? node.operation.relation : null;
    const at = relation?.kind === 'peers' ? 1 + (relation.keys ?? 1) : 1;
    const matched = node.operation.kind === 'gather' ? (node.operation.matched ?? 0) : 0;
    const mask = at < node.inputs.length - 2 * matched ? node.inputs[at] : undefined;
    return mask === undefined ? null : this.#run.column(mask);
  }
}

/** Keys as one text; `null` where one of them is unknown. */
function matchText(keys: readonly Cell[]): string | null {
  return keys.some(isState) ? null : JSON.stringify(keys.map(keyText));
}
