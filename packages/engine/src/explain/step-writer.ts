import { explainTexts } from '../locale/explain-texts.ts';
import { NOTHING } from '../locale/scheme-texts.ts';
import { faultReason } from '../locale/score-texts.ts';
import { stepTexts } from '../locale/step-texts.ts';
import { Fraction } from '../number/fraction.ts';
import { Fault, MISSING, NOT_APPLICABLE } from '../plan/cell.ts';
import type { NodeId, PlanNode, StepLabel } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import { makeFigure } from '../score/make-figure.ts';
import { calculation } from './arithmetic-text.ts';
import { comparisonText, equation } from './equation.ts';
import { beforeRounding, isRounding } from './rounding.ts';
import { resultText } from './value-text.ts';
import type { ExplanationStep } from './explanation.ts';
import { sameValue } from './figure-at.ts';
import type { Place, PlanWalk } from './figure-at.ts';
import type { InputLedger } from './source-rows.ts';
import { standing } from './standing.ts';

/** How many rows a step looked at, and how many of them counted. */
interface RowCounts {
  readonly all: number;
  readonly used: number;
}

/** Words one labelled column as a step; says nothing where there is nothing to say. */
export class StepWriter {
  readonly #walk: PlanWalk;
  readonly #ledger: InputLedger;

  constructor(walk: PlanWalk, ledger: InputLedger) {
    this.#walk = walk;
    this.#ledger = ledger;
  }

  /** `null` for limits that do not bind, rounding that changes nothing, and steps that only repeat an input. */
  step(place: Place, label: StepLabel): ExplanationStep | null {
    switch (label.kind) {
      case 'condition':
      case 'question':
        return this.#condition(place, label);
      case 'row':
        return this.#row(place, label);
      case 'limit':
        return this.#limitIsIdle(place) ? null : this.#calculation(place, label);
      default:
        return this.#calculation(place, label);
    }
  }

  /** A place in a ranking that has no label of its own. */
  rank(place: Place): ExplanationStep {
    const figure = makeFigure(this.#walk.value(place));
    const reason = standing(this.#walk, place);
    return { title: stepTexts.place, arithmetic: '', figure, applied: figure.state === 'value', reason, clause: '' };
  }

  /** What would be read from the period before, of a subject that took no part in it. */
  noPeriodBefore(title: LocalText): ExplanationStep {
    const figure = makeFigure(MISSING);
    const text = stepTexts.ofPeriodBefore(title);
    return { title: text, arithmetic: '', figure, applied: false, reason: explainTexts.noPeriodBefore, clause: '' };
  }

  /** What would be read from other subjects, where none of them takes part or meets the condition. */
  nobodyFound(place: Place, title: LocalText): ExplanationStep {
    const figure = makeFigure(this.#walk.value(place));
    return { title, arithmetic: '', figure, applied: false, reason: explainTexts.nobodyFound, clause: '' };
  }

  /** A condition says what was compared; over rows it says how many there were. */
  #condition(place: Place, { title, clause }: StepLabel): ExplanationStep {
    const value = this.#walk.value(place);
    if (value instanceof Fault) return this.#failed(place, { title, clause }, value);
    const rows = this.#rowCounts(place);
    const isCompared = rows === null || this.#hasThreshold(place);
    const counted = rows === null ? NOTHING : explainTexts.rows(rows.used, rows.all);
    const isOpen = value === MISSING || (value === false && this.#isOpen(place));
    return {
      title,
      ...calculation(this.#walk, (text) => (isCompared ? comparisonText(text.of(place)) : '')),
      figure: makeFigure(isOpen ? MISSING : value),
      applied: value === true,
      reason: isOpen ? explainTexts.cannotTell : counted,
      clause,
    };
  }

  /** The row of a table that was taken: its result is written there, and nothing is left to calculate. */
  #row(place: Place, { title, clause }: StepLabel): ExplanationStep {
    const figure = makeFigure(this.#walk.value(place));
    return { title, arithmetic: '', figure, applied: true, reason: NOTHING, clause };
  }

  #calculation(place: Place, { title, clause }: StepLabel): ExplanationStep | null {
    const value = this.#walk.value(place);
    if (value instanceof Fault) return this.#failed(place, { title, clause }, value);
    if (value === '')
      return { title, arithmetic: '', figure: makeFigure('none'), applied: false, reason: NOTHING, clause };
    const figure = makeFigure(value);
    const ranked = this.#walk.operand(place, 0);
    if (ranked.node.operation.kind === 'rank') {
      const applied = figure.state === 'value';
      return { title, arithmetic: '', figure, applied, reason: standing(this.#walk, ranked), clause };
    }
    if (this.#isClosed(place)) {
      return { title, arithmetic: '', figure, applied: false, reason: explainTexts.conditionNotMet, clause };
    }
    if (this.#isPassedOver(place)) {
      return { title, arithmetic: '', figure, applied: false, reason: explainTexts.passedOver, clause };
    }
    const rows = this.#rowCounts(place);
    if (rows !== null && rows.used === 0 && value instanceof Fraction && value.isZero) {
      return { title, arithmetic: '', figure, applied: false, reason: explainTexts.noRows, clause };
    }
    const before = beforeRounding(this.#walk, place);
    const isRounding = this.#isRounding(place);
    if (isRounding && sameValue(before, value)) return null;
    const told = calculation(this.#walk, (text) =>
      equation(isRounding ? resultText(before) : text.of(place), before, value),
    );
    if (told.arithmetic === '' && rows === null && this.#isPlainReading(place)) return null;
    return { title, ...told, figure, ...this.#word(place), applied: value !== false, reason: NOTHING, clause };
  }

  /** What the word is called that a column came to. */
  #word(place: Place): { word?: LocalText } {
    const value = this.#walk.value(place);
    const word = typeof value === 'string' ? this.#walk.titles.titleIn(place.node, value) : undefined;
    return word === undefined || (word.zh === value && word.en === value) ? {} : { word };
  }

  /** Does a condition fail for want of a value that it compares? */
  #isOpen(place: Place): boolean {
    if (this.#walk.value(place) === MISSING) return true;
    const { operation, type } = place.node;
    if (operation.kind === 'compare')
      return this.#walk.operands(place).some((side) => this.#walk.value(side) === MISSING);
    const isCarried = operation.kind === 'same' || (operation.kind === 'replace' && type !== 'number');
    return isCarried && this.#isOpen(this.#walk.operand(place, 0));
  }

  /** Are rows held against more than whether there are any: `2 ≥ 3`? */
  #hasThreshold(place: Place): boolean {
    const { node } = place.node.operation.kind === 'same' ? this.#walk.essential(this.#walk.operand(place, 0)) : place;
    if (node.operation.kind !== 'compare') return false;
    const sides = node.inputs.map((id) => this.#walk.value(this.#walk.place(id, place.at)));
    const isZero = (id: number): boolean => {
      const { operation } = this.#walk.run.plan.nodes[id] as PlanNode;
      const value = this.#walk.value(this.#walk.place(id as NodeId, place.at));
      return operation.kind === 'constant' && value instanceof Fraction && value.isZero;
    };
    return sides.every((side) => side instanceof Fraction) && !node.inputs.some(isZero);
  }

  /** A line that reads something NA, in a rule that passes over such lines. */
  #isPassedOver(place: Place): boolean {
    const { operation } = this.#walk.operand(place, 0).node;
    if (operation.kind !== 'replace' || !operation.states.includes('na')) return false;
    return this.#walk.value(this.#walk.operand(this.#walk.operand(place, 0), 0)) === NOT_APPLICABLE;
  }

  /** What could not be computed; the rule says what stands in its place. */
  #failed(place: Place, { title, clause }: { title: LocalText; clause: string }, fault: Fault): ExplanationStep {
    const told = calculation(this.#walk, (text) => {
      const arithmetic = this.#isRounding(place) ? '' : text.of(place);
      return arithmetic === '?' ? '' : arithmetic;
    });
    const figure = makeFigure(NOT_APPLICABLE);
    return {
      title,
      ...told,
      figure,
      applied: false,
      reason: faultReason(fault),
      clause,
    };
  }

  /** A line whose condition does not hold, so that it brings nothing. */
  #isClosed(place: Place): boolean {
    const value = this.#walk.value(place);
    if (typeof value === 'string' || (value instanceof Fraction && !value.isZero)) return false;
    const choice = this.#walk.essential(this.#walk.operand(place, 0));
    if (choice.node.operation.kind !== 'select') return false;
    const condition = this.#walk.operand(choice, 0);
    return condition.node.label?.kind === 'condition' && this.#walk.value(condition) !== true;
  }

  #isRounding(place: Place): boolean {
    return isRounding(this.#walk.operand(place, 0).node.operation);
  }

  /** A limit is a step of its own only where it changed the value. */
  #limitIsIdle(place: Place): boolean {
    const [first] = this.#walk.operands(this.#walk.operand(place, 0));
    return first !== undefined && sameValue(this.#walk.value(first), this.#walk.value(place));
  }

  /** A step that only repeats an input or a figure says nothing. */
  #isPlainReading(place: Place): boolean {
    const { label, operation } = this.#walk.essential(this.#walk.operand(place, 0)).node;
    const isStandIn = operation.kind === 'constant' || operation.kind === 'replace';
    return label?.kind === 'input' || label?.figure !== undefined || isStandIn;
  }

  /** Rows that a step rests on; `null` where it rests on none. */
  #rowCounts(place: Place): RowCounts | null {
    const folds: Place[] = [];
    const search = (at: Place, isTop: boolean): void => {
      if (!isTop && (at.node.label?.figure !== undefined || at.node.label?.kind === 'input')) return;
      // The one row of an input in another period is a value, not a number of rows.
      if (at.node.operation.kind === 'fold' && at.node.operation.aggregate === 'only') return;
      if (at.node.operation.kind === 'fold') folds.push(at);
      else if (at.node.operation.kind !== 'gather' && at.node.operation.kind !== 'rank') {
        for (const operand of this.#walk.operands(at)) search(operand, false);
      }
    };
    search(place, true);
    if (folds.length === 0) return null;
    const counts = folds.map((fold) => this.#ledger.counts(fold));
    return counts.reduce((sum, { all, used }) => ({ all: sum.all + all, used: sum.used + used }));
  }
}
