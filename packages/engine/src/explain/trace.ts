import type { Cell } from '../plan/cell.ts';
import type { CellRelation, NodeId, Operation, PlanNode, StepLabel } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import type { Explanation, ExplanationStep } from './explanation.ts';
import { sameValue } from './figure-at.ts';
import type { Place, PlanWalk } from './figure-at.ts';
import { InputLedger } from './source-rows.ts';
import type { TracedInput } from './source-rows.ts';
import { StepWriter } from './step-writer.ts';

/** A figure of the scheme that was read. */
export interface TracedFigure {
  readonly part: string;
  readonly id: string;
  readonly at: number;
  readonly title: LocalText;
  readonly value: Cell;
}

/** Most cells of a group that are named one by one. */
const LONGEST_LIST = 60;

/** Follows one figure through the plan and keeps what it sees: steps, inputs, and figures it was made from. */
export class Trace {
  readonly steps: ExplanationStep[] = [];
  readonly figures: TracedFigure[] = [];
  /** Whom it saw beside the own subject. */
  looksAt: Explanation['looksAt'] = undefined;
  readonly #walk: PlanWalk;
  readonly #ledger: InputLedger;
  readonly #writer: StepWriter;
  readonly #seen = new Set<string>();
  readonly #shown: ReadonlySet<string>;

  constructor(walk: PlanWalk) {
    this.#walk = walk;
    this.#shown = new Set(walk.run.plan.figures.map(({ part, id }) => `${part} ${id}`));
    this.#ledger = new InputLedger(walk);
    this.#writer = new StepWriter(walk, this.#ledger);
  }

  get inputs(): readonly TracedInput[] {
    return this.#ledger.inputs;
  }

  /** Follows the column of a figure, below its own label. */
  follow(root: Place): void {
    for (const operand of this.#taken(root)) this.#visit(operand, false);
  }

  #visit(place: Place, isInsideStep: boolean): void {
    const key = `${place.node.id} ${place.at}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#look(place);
    const { label, operation } = place.node;
    // A hidden node of the same cell is a piece of the figure and is told with it.
    if (label?.figure !== undefined && this.#isShown(label)) return this.#figure(place, label);
    if (label?.kind === 'input') return this.#ledger.single(label.item ?? '', place);
    switch (operation.kind) {
      case 'fold':
        this.#ledger.folded(place);
        this.#readByRows(place);
        this.#readOfNamed(place);
        this.#readByCondition(place);
        break;
      case 'gather':
        if (operation.relation.kind === 'beside') this.#ledger.gathered(place);
        else this.#cells(place);
        break;
      case 'brought forward':
        this.#account(place);
        break;
      case 'rank':
        this.#visit(this.#walk.operand(place, 0), false);
        if (!isInsideStep) this.steps.push(this.#writer.rank(place));
        break;
      default:
        for (const operand of this.#taken(place)) this.#visit(operand, label !== null);
    }
    const step = label === null ? null : this.#writer.step(place, label);
    if (step !== null) this.#add(step);
  }

  #look({ node: { operation } }: Place): void {
    const whom = lookedAt(operation);
    if (whom !== undefined && this.looksAt !== 'kin') this.looksAt = whom;
  }

  /** A line and its condition may have one name: then the one says what the other would only repeat. */
  #add(step: ExplanationStep): void {
    const last = this.steps.at(-1);
    const isOpen = last?.applied === false && last.figure.state === 'missing';
    const isCondition = isOpen || last?.figure.text === 'true' || last?.figure.text === 'false';
    if (last === undefined || !isCondition || last.title.zh !== step.title.zh) return void this.steps.push(step);
    if (!step.applied && !last.applied) return;
    const told = last.titledArithmetic ?? { zh: last.arithmetic, en: last.arithmetic };
    const reason = last.arithmetic === '' ? step.reason : told;
    if (step.applied && last.applied) this.steps[this.steps.length - 1] = { ...step, reason };
    else this.steps.push(step);
  }

  /** Figures and parameters of the cell, and rows of others, that the marks of its rows are made with. */
  #readByRows(fold: Place): void {
    const { operation: folding } = fold.node;
    if (folding.kind === 'fold' && folding.aggregate === 'count') return;
    const { rows } = this.#walk.foldedRows(fold);
    const values = fold.node.inputs[0] as NodeId;
    const search = (place: Place, isFirst: boolean): void => {
      this.#look(place);
      if (isNaming(place)) return;
      const { operation } = place.node;
      if (operation.kind === 'gather' && operation.relation.kind === 'beside') this.#ledger.gathered(place);
      else if (operation.kind !== 'of cell') for (const operand of this.#taken(place)) search(operand, isFirst);
      else if (isFirst) this.#visit(this.#walk.place(place.node.inputs[0] as NodeId, fold.at), true);
    };
    for (const [number, row] of rows.slice(0, LONGEST_LIST).entries())
      search(this.#walk.place(values, row), number === 0);
  }

  /** Figures of the subjects that rows name: where a condition looks at them those of all rows, else of those that count. */
  #readOfNamed(fold: Place): void {
    const { frame, rows } = this.#walk.foldedRows(fold);
    const { starts } = this.#walk.run.rows(frame);
    const [first = 0, end = 0] = [starts[fold.at], starts[fold.at + 1]];
    const search = (place: Place): void => {
      this.#look(place);
      if (isNaming(place)) this.#cells(place);
      else if (place.node.operation.kind !== 'gather') this.#taken(place).forEach(search);
    };
    const [values, mask] = fold.node.inputs;
    if (values !== undefined) for (const row of rows.slice(0, LONGEST_LIST)) search(this.#walk.place(values, row));
    if (mask === undefined) return;
    for (let row = first; row < Math.min(end, first + LONGEST_LIST); row += 1) search(this.#walk.place(mask, row));
  }

  /** Figures and parameters of the cell that a condition on its rows compares with: a last day, a limit. */
  #readByCondition(fold: Place): void {
    const mask = fold.node.inputs[1];
    const { frame } = this.#walk.foldedRows(fold);
    const { starts } = this.#walk.run.rows(frame);
    const [first = 0, end = 0] = [starts[fold.at], starts[fold.at + 1]];
    if (mask === undefined || first === end) return;
    const search = (place: Place): void => {
      const { operation, inputs } = place.node;
      if (operation.kind === 'of cell') this.#visit(this.#walk.place(inputs[0] as NodeId, fold.at), true);
      else if (operation.kind !== 'gather') this.#walk.operands(place).forEach(search);
    };
    search(this.#walk.place(mask, first));
  }

  /** Operands that have a say: of a choice the condition and the branch taken. */
  #taken(place: Place): Place[] {
    const operands = this.#walk.operands(place);
    switch (place.node.operation.kind) {
      case 'select':
        return [operands[0] as Place, operands[this.#walk.value(operands[0] as Place) === true ? 1 : 2] as Place];
      case 'replace':
        return sameValue(this.#walk.value(operands[0] as Place), this.#walk.value(place))
          ? [operands[0] as Place]
          : operands;
      case 'unset names': // what the figures need, not how they are made
        return operands.filter(({ node }) => node.label !== null);
      default:
        return operands;
    }
  }

  /** Is it a figure among the results? Hidden nodes are not. */
  #isShown({ figure }: StepLabel): boolean {
    return figure !== undefined && this.#shown.has(`${figure.part} ${figure.id}`);
  }

  #figure(place: Place, { figure, title }: StepLabel): void {
    if (figure === undefined) return;
    const isKnown = this.figures.some(
      ({ part, id, at, title: known }) =>
        part === figure.part && id === figure.id && at === place.at && known.zh === title.zh,
    );
    if (isKnown) return;
    this.figures.push({ part: figure.part, id: figure.id, at: place.at, title, value: this.#walk.value(place) });
  }

  /** Where nobody is found, what would have come from there is said to be absent: no period before, nobody it belongs to. */
  #nobody(place: Place, source: NodeId): void {
    const { operation } = place.node;
    const kind = operation.kind === 'gather' ? operation.relation.kind : null;
    const title = this.#titleOf(source);
    if (title === null) return;
    if (kind === 'previous') this.steps.push(this.#writer.noPeriodBefore(title));
    if (kind === 'members' || kind === 'holder') this.steps.push(this.#writer.nobodyFound(place, title));
  }

  #titleOf(column: NodeId): LocalText | null {
    const { label, inputs } = this.#walk.run.plan.nodes[column] as PlanNode;
    if (label !== null) return label.title;
    const [first] = inputs;
    return first === undefined ? null : this.#titleOf(first);
  }

  /** What an account was kept with in the periods before. */
  #account(place: Place): void {
    const before = this.#walk.run.accountBefore(place.node, place.at);
    const [first = place.at] = before;
    const read = (input: number, at: number): void => {
      const found = this.#walk.figureLabel(this.#walk.place(place.node.inputs[input] as NodeId, at));
      if (found !== null) this.#figure(found.place, found.label);
    };
    read(2, first);
    if (before.length > LONGEST_LIST) return;
    for (const at of before) for (const input of [0, 1]) read(input, at);
  }

  /** Figures of other cells: of the period before, of members, of peers. */
  #cells(place: Place): void {
    const members = this.#walk.gathered(place);
    if (members.length > LONGEST_LIST) return;
    const source = place.node.inputs[0] as NodeId;
    if (members.length === 0) this.#nobody(place, source);
    for (const member of members) {
      const found = this.#walk.figureLabel(this.#walk.place(source, member));
      if (found !== null) this.#figure(found.place, found.label);
    }
  }
}

/** Does the column look from a row at the subject that its matter names? Its operands belong to that subject. */
function isNaming({ node: { operation } }: Place): boolean {
  return operation.kind === 'gather' && operation.relation.kind === 'matter';
}

/** Whom an operator looks at beside the own subject. That all belong to one and the same tells nothing about any of them. */
function lookedAt(operation: Operation): Explanation['looksAt'] {
  if (operation.kind === 'rank') return 'group';
  if (operation.kind === 'running') return operation.peers.across === 'part' ? 'group' : undefined;
  if (operation.kind !== 'gather') return undefined;
  const { relation } = operation;
  switch (relation.kind) {
    case 'peers':
      return relation.across === 'cell' ? undefined : 'group';
    case 'members':
    case 'holder':
      return isKin(relation) ? 'kin' : undefined;
    case 'beside':
      return relation.cells !== undefined && isKin(relation.cells) ? 'kin' : undefined;
    case 'matter':
      return 'kin';
    default:
      return undefined;
  }
}

function isKin({ subject }: CellRelation): boolean {
  return subject.kind === 'named' || subject.kind === 'equal';
}
