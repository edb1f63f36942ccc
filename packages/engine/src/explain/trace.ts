import { explainTexts } from '../locale/explain-texts.ts';
import { stepTexts } from '../locale/step-texts.ts';
import { keyText } from '../plan/exact/rank.ts';
import { Fraction } from '../number/fraction.ts';
import type { Cell } from '../plan/cell.ts';
import type { CellFrame, NodeId, PlanNode, RowFrame, StepLabel } from '../plan/plan.ts';
import { NOTHING } from '../locale/scheme-texts.ts';
import type { LocalText } from '../reader/figure.ts';
import { makeFigure } from '../score/make-figure.ts';
import type { ExplanationStep } from './explanation.ts';
import { ArithmeticText, beforeRounding, equation, resultText } from './arithmetic-text.ts';
import { sameValue } from './figure-at.ts';
import type { Place, PlanWalk } from './figure-at.ts';

/** An input that was read: the item and the rows that were used. */
export interface TracedInput {
  readonly item: string;
  readonly value: Cell;
  /** Observation numbers. */
  readonly observations: number[];
}

/** A figure of the scheme that was read. */
export interface TracedFigure {
  readonly part: string;
  readonly id: string;
  readonly at: number;
  readonly value: Cell;
}

/** Most cells of a group that are named one by one. */
const LONGEST_LIST = 60;

/** Follows one figure through the plan and keeps what it sees: steps, inputs, and figures it was made from. */
export class Trace {
  readonly steps: ExplanationStep[] = [];
  readonly inputs: TracedInput[] = [];
  readonly figures: TracedFigure[] = [];
  readonly #walk: PlanWalk;
  readonly #arithmetic: ArithmeticText;
  readonly #seen = new Set<string>();

  constructor(walk: PlanWalk) {
    this.#walk = walk;
    this.#arithmetic = new ArithmeticText(walk);
  }

  /** Follows the column of a figure, below its own label. */
  follow(root: Place): void {
    for (const operand of this.#taken(root)) this.#visit(operand);
  }

  #visit(place: Place, isInsideStep = false): void {
    const key = `${place.node.id} ${place.at}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const { label } = place.node;
    if (label?.figure !== undefined) return this.#figure(place, label.figure);
    if (label?.kind === 'input') return this.#input(place, label);
    switch (place.node.operation.kind) {
      case 'fold':
        this.#rows(place);
        break;
      case 'gather':
        this.#cells(place);
        break;
      case 'rank':
        this.#visit(this.#walk.operand(place, 0));
        if (!isInsideStep) this.#rankStep(place);
        break;
      default:
        for (const operand of this.#taken(place)) this.#visit(operand, label !== null);
    }
    if (label !== null) this.#step(place, label);
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
      default:
        return operands;
    }
  }

  #figure(place: Place, { part, id }: { part: string; id: string }): void {
    this.figures.push({ part, id, at: place.at, value: this.#walk.value(place) });
  }

  #input(place: Place, { item = '' }: StepLabel): void {
    const fold = this.#findFold(place);
    if (this.inputs.some((input) => input.item === item)) return;
    const observations = fold === null ? [] : this.#observations(fold);
    this.inputs.push({ item, value: this.#walk.value(place), observations });
  }

  #findFold(place: Place): Place | null {
    if (place.node.operation.kind === 'fold') return place;
    return place.node.inputs.length === 0 ? null : this.#findFold(this.#walk.operand(place, 0));
  }

  /** Rows of an event or rating item, as far as they were used. */
  #rows(place: Place): void {
    const source = this.#walk.run.plan.nodes[place.node.inputs[0] as NodeId] as PlanNode;
    const frame = this.#walk.run.plan.frames[source.frame] as RowFrame;
    const observations = this.#observations(place);
    for (const item of frame.items) {
      const known = this.inputs.find((input) => input.item === item);
      const added = observations.filter((number) => known === undefined || !known.observations.includes(number));
      if (known === undefined) this.inputs.push({ item, value: this.#walk.value(place), observations: added });
      else known.observations.push(...added);
    }
  }

  #observations(fold: Place): number[] {
    const { frame, rows } = this.#walk.foldedRows(fold);
    const table = this.#walk.run.rows(frame);
    return rows.map((row) => table.observations[row] ?? -1).filter((number) => number >= 0);
  }

  /** Figures of other cells: of the period before, of members, of peers. */
  #cells(place: Place): void {
    const members = this.#walk.gathered(place);
    if (members.length > LONGEST_LIST) return;
    const source = place.node.inputs[0] as NodeId;
    for (const member of members) {
      const found = this.#walk.figureLabel(this.#walk.place(source, member));
      if (found?.label.figure !== undefined) this.#figure(found.place, found.label.figure);
    }
  }

  #rankStep(place: Place): void {
    const figure = makeFigure(this.#walk.value(place));
    this.steps.push({
      title: stepTexts.place,
      arithmetic: '',
      figure,
      applied: figure.state === 'value',
      reason: this.#standing(place),
      clause: '',
    });
  }

  /** How many compete in the group, and how many stand better or share the place. */
  #standing(place: Place): LocalText {
    const { operation, inputs } = place.node;
    const own = this.#walk.value(place);
    if (operation.kind !== 'rank' || !(own instanceof Fraction)) return explainTexts.notRanked;
    const key = this.#walk.run.column(inputs[1] as NodeId)[place.at];
    const ranks = this.#walk.run.column(place.node.id);
    const keys = this.#walk.run.column(inputs[1] as NodeId);
    const { periods } = this.#walk.run.population(partOf(this.#walk, place.node.frame));
    const others = ranks.filter(
      (rank, at) =>
        rank instanceof Fraction &&
        keyText(keys[at] as Cell) === keyText(key as Cell) &&
        periods[at] === periods[place.at],
    );
    const tied = others.filter((rank) => sameValue(rank, own)).length;
    const better = others.filter((rank) => (rank as Fraction).compare(own) < 0).length;
    return explainTexts.standing(others.length, better, tied - 1);
  }

  #step(place: Place, label: StepLabel): void {
    const value = this.#walk.value(place);
    if (label.kind === 'limit' && this.#limitIsIdle(place)) return;
    const before = beforeRounding(this.#walk, place);
    if (this.#isRounding(place) && sameValue(before, value)) return;
    const rows = this.#rowCount(place);
    const isFlag = label.kind === 'condition';
    const nothing = rows === 0 && value instanceof Fraction && value.isZero;
    const closed = this.#isClosed(place);
    const applied = isFlag ? value === true : !nothing && !closed;
    const text = this.#isRounding(place) ? resultText(before) : this.#arithmetic.of(place);
    const figure = makeFigure(value);
    const arithmetic =
      nothing || closed || (isFlag && rows !== null) ? '' : isFlag ? text : equation(text, before, value);
    const ranked = this.#walk.operand(place, 0).node.operation.kind === 'rank' ? this.#walk.operand(place, 0) : null;
    if (arithmetic === '' && rows === null && ranked === null && !closed && this.#isPlainReading(place)) return;
    const reason = closed
      ? explainTexts.conditionNotMet
      : ranked === null
        ? this.#reason(isFlag, rows, nothing)
        : this.#standing(ranked);
    this.steps.push({ title: label.title, arithmetic, figure, applied, reason, clause: label.clause });
  }

  /** A line whose condition does not hold. */
  #isClosed(place: Place): boolean {
    const choice = this.#walk.operand(place, 0);
    if (place.node.label?.kind !== 'step' || choice.node.operation.kind !== 'select') return false;
    const condition = this.#walk.operand(choice, 0);
    return condition.node.label?.kind === 'condition' && this.#walk.value(condition) !== true;
  }

  #isRounding(place: Place): boolean {
    const { operation } = this.#walk.operand(place, 0).node;
    return operation.kind === 'round' && operation.mode !== 'floor' && operation.mode !== 'ceiling';
  }

  /** A step that only repeats an input or a figure says nothing. */
  #isPlainReading(place: Place): boolean {
    const inner = this.#walk.essential(this.#walk.operand(place, 0));
    const { label, operation } = inner.node;
    return (
      label?.kind === 'input' ||
      label?.figure !== undefined ||
      operation.kind === 'constant' ||
      operation.kind === 'replace'
    );
  }

  /** A limit is a step of its own only where it changed the value. */
  #limitIsIdle(place: Place): boolean {
    const limit = this.#walk.operand(place, 0);
    const [first] = this.#walk.operands(limit);
    return first !== undefined && sameValue(this.#walk.value(first), this.#walk.value(place));
  }

  #reason(isFlag: boolean, rows: number | null, nothing: boolean): LocalText {
    if (nothing) return explainTexts.noRows;
    return isFlag && rows !== null ? explainTexts.rows(rows) : NOTHING;
  }

  /** How many rows a step rests on, when it rests on the rows of one fold; `null` otherwise. */
  #rowCount(place: Place): number | null {
    const folds: Place[] = [];
    const search = (at: Place, isTop: boolean): void => {
      if (!isTop && (at.node.label?.figure !== undefined || at.node.label?.kind === 'input')) return;
      if (at.node.operation.kind === 'fold') folds.push(at);
      else if (at.node.operation.kind !== 'gather' && at.node.operation.kind !== 'rank') {
        for (const operand of this.#walk.operands(at)) search(operand, false);
      }
    };
    search(place, true);
    return folds.length === 0 ? null : folds.reduce((sum, fold) => sum + this.#walk.foldedRows(fold).rows.length, 0);
  }
}

/** Part of the frame that a column belongs to. */
export function partOf(walk: PlanWalk, frame: number): string {
  const definition = walk.run.plan.frames[frame] as CellFrame | RowFrame;
  return definition.kind === 'cells' ? definition.part : partOf(walk, definition.cells);
}
