import { Fraction } from '../number/fraction.ts';
import { Fault, MISSING, NOT_APPLICABLE } from '../plan/cell.ts';
import { findBand } from '../plan/operators/bands.ts';
import type { Comparison, NodeId } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import { drawn } from './drawn-text.ts';
import { branchTaken, isClosed, sameValue } from './figure-at.ts';
import type { Place, PlanWalk } from './figure-at.ts';
import { intervalText } from './interval-text.ts';
import { isToWhole } from './rounding.ts';
import { STRENGTH, type Strength } from './strength.ts';
import { cellText } from './value-text.ts';

const COMPARISONS: Readonly<Record<Comparison, string>> = {
  '=': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/** Most rows whose marks are written out. */
const MOST_ROWS = 6;

/** Most terms of a sum that are written out. */
const LONGEST_SUM = 24;

/** Writes the calculation of one column with its numbers put in: `2 × min(1, 87.5 ÷ 100)`. */
export class ArithmeticText {
  readonly #walk: PlanWalk;
  readonly #language: keyof LocalText | null;

  /** `language`: words are called by their titles; `null`: they stand as they are written in the data. */
  constructor(walk: PlanWalk, language: keyof LocalText | null = null) {
    this.#walk = walk;
    this.#language = language;
  }

  /** The calculation behind a column; the column's own label does not stop it. */
  of(place: Place): string {
    return this.#write(place, STRENGTH.sum, true);
  }

  /** An operand: figures, inputs and steps appear as their values. */
  operand(place: Place): string {
    return this.#write(place, STRENGTH.sum, false);
  }

  #write(place: Place, strength: Strength, isTop = false): string {
    const { node } = place;
    const value = this.#walk.value(place);
    // A missing word has no 0 to stand for it.
    if (value === MISSING && (node.type !== 'number' || node.operation.kind === 'rung')) return '—';
    if (value === MISSING || value === NOT_APPLICABLE || value instanceof Fault) return cellText(value);
    if (!isTop && node.label !== null && node.label.kind !== 'limit') return this.#text(place);
    if (node.label?.kind === 'limit') return this.#limited(place, strength, isTop);
    const inner = (number: number, bound: Strength): string => this.#write(this.#walk.operand(place, number), bound);
    const bracket = (own: Strength, text: string): string => (own < strength ? `(${text})` : text);
    switch (node.operation.kind) {
      case 'same':
      case 'guard':
        return this.#carried(place, 0, strength, isTop);
      case 'replace':
        return this.#replaced(place, strength, isTop);
      case 'fold':
        return this.#rows(place, strength);
      case 'gather':
        return this.#cells(place, strength);
      case 'of cell':
        return cellText(value);
      case 'add':
      case 'subtract':
        return this.#sum(place, strength);
      case 'multiply':
        return bracket(STRENGTH.product, `${inner(0, STRENGTH.product)} × ${inner(1, STRENGTH.operand)}`);
      case 'divide':
        return bracket(STRENGTH.product, `${inner(0, STRENGTH.product)} ÷ ${inner(1, STRENGTH.operand)}`);
      case 'negate':
        return value instanceof Fraction && value.isZero
          ? '0'
          : bracket(STRENGTH.sum, `−${inner(0, STRENGTH.operand)}`);
      case 'smallest':
      case 'largest':
        return this.#extreme(place);
      case 'round':
        return this.#rounded(place, strength, isTop);
      case 'round to':
        return isTop ? `round(${inner(0, STRENGTH.sum)}, ${inner(1, STRENGTH.sum)})` : cellText(value);
      case 'significant':
        return isTop ? inner(0, STRENGTH.sum) : cellText(value);
      case 'square root':
        return `√${inner(0, STRENGTH.operand)}`;
      case 'two-sided p':
        return `p(|t| ≥ ${inner(0, STRENGTH.operand)}, df = ${inner(1, STRENGTH.sum)})`;
      case 'combine':
        return this.#combined(place, strength);
      case 'best':
        return this.#best(place, node.operation.count, strength);
      case 'bands':
        return isTop ? this.#band(place) : cellText(value);
      case 'match':
        return isTop ? `${this.#text(this.#walk.operand(place, 0))} → ${cellText(value)}` : cellText(value);
      case 'rung':
        return this.#rung(place, node.operation.from, isTop);
      case 'on rung':
        return isTop ? this.#onRung(place) : cellText(value);
      case 'select':
        return this.#carried(place, branchTaken(this.#walk, place), strength, isTop);
      case 'and':
      case 'or':
        return this.#walk
          .operands(place)
          .map((part) => this.#write(part, STRENGTH.sum))
          .join(node.operation.kind === 'and' ? ' ∧ ' : ' ∨ ');
      case 'not':
        return this.#negated(place);
      case 'compare':
        return `${this.#compared(place, 0)} ${COMPARISONS[node.operation.relation]} ${this.#compared(place, 1)}`;
      default:
        return this.#text(place);
    }
  }

  /** A value as it is written, a word by its title. `vocabulary`: the column whose word it is. */
  #text(place: Place, vocabulary: Place = place): string {
    const value = this.#walk.value(place);
    if (typeof value !== 'string' || this.#language === null) return cellText(value);
    return this.#walk.titles.titleIn(vocabulary.node, value)?.[this.#language] ?? value;
  }

  /** A word on a scale is written as itself, as people compare and step: `“良” ≥ “中”`, `“良” + 1`. Its place is a number. */
  #rung(place: Place, from: 'worst' | 'best', isTop: boolean): string {
    const word = this.#text(this.#walk.operand(place, 0));
    if (from === 'worst') return `“${word}”`;
    const own = cellText(this.#walk.value(place));
    return isTop ? `${word} → ${own}` : own;
  }

  /** `min(“合格”, “优秀”) → 合格`; of a list the word alone, for its members stand among the figures. */
  #onRung(place: Place): string {
    const inner = this.#walk.operand(place, 0);
    const own = cellText(this.#walk.value(place));
    const { kind } = inner.node.operation;
    return kind === 'gather' || kind === 'fold' ? own : `${this.operand(inner)} → ${own}`;
  }

  /** What is not greater is written as less or equal. */
  #negated(place: Place): string {
    const inner = this.#walk.operand(place, 0);
    const { label, operation } = inner.node;
    if (label !== null || operation.kind !== 'compare') return `¬(${this.#write(inner, STRENGTH.sum)})`;
    return `${this.#compared(inner, 0)} ${COMPARISONS[OPPOSITE[operation.relation]]} ${this.#compared(inner, 1)}`;
  }

  /** One side of a comparison; words stand in quotes, so that an empty one is seen too. What is written is of the other side's words. */
  #compared(place: Place, side: 0 | 1): string {
    const operand = this.#walk.operand(place, side);
    if (typeof this.#walk.value(operand) !== 'string') return this.#write(operand, STRENGTH.sum);
    const isWritten = operand.node.operation.kind === 'constant';
    return `“${this.#text(operand, isWritten ? this.#walk.operand(place, side === 0 ? 1 : 0) : operand)}”`;
  }

  /** The calculation that a column only carries on. Another figure or an input is not opened: it has its own. */
  #carried(place: Place, operand: number, strength: Strength, isTop: boolean): string {
    const inner = this.#walk.operand(place, operand);
    return this.#write(inner, strength, isTop && !isClosed(inner));
  }

  /** Marks of few rows are written row by row: `7 × 1 + 3 × 1`. */
  #rows(place: Place, strength: Strength): string {
    const { operation, inputs } = place.node;
    const own = cellText(this.#walk.value(place));
    const { rows } = this.#walk.foldedRows(place);
    if (operation.kind !== 'fold') return own;
    if (operation.aggregate !== 'sum')
      return drawn(
        operation.aggregate,
        rows.map((row) => this.#walk.run.value(inputs[0] as NodeId, row)),
        strength,
        own,
      );
    if (rows.length === 0 || rows.length > MOST_ROWS) return own;
    const terms = rows.map((row) => this.#write(this.#walk.place(inputs[0] as NodeId, row), STRENGTH.product));
    const text = terms.join(' + ');
    if (terms.every((term) => /^[\d.]+$/.test(term))) return own;
    return strength > STRENGTH.sum && terms.length > 1 ? `(${text})` : text;
  }

  /** Figures of other cells that are drawn together: `(8 + 9 + 7) ÷ 3`. */
  #cells(place: Place, strength: Strength): string {
    const { operation, inputs } = place.node;
    const own = cellText(this.#walk.value(place));
    if (operation.kind !== 'gather') return own;
    const cells = this.#walk.gathered(place).map((member) => this.#walk.run.value(inputs[0] as NodeId, member));
    const counted = operation.missing === 'leave out' ? cells.filter((cell) => cell !== MISSING) : cells;
    return drawn(operation.aggregate, counted, strength, own);
  }

  /** A stand-in is written as itself; otherwise the calculation it stands behind. */
  #replaced(place: Place, strength: Strength, isTop: boolean): string {
    const inner = this.#walk.operand(place, 0);
    return sameValue(this.#walk.value(inner), this.#walk.value(place))
      ? this.#carried(place, 0, strength, isTop)
      : cellText(this.#walk.value(place));
  }

  #extreme(place: Place): string {
    const name = place.node.operation.kind === 'smallest' ? 'min' : 'max';
    return `${name}(${this.#walk
      .operands(place)
      .map((part) => this.operand(part))
      .join(', ')})`;
  }

  /** A limit that does not bind is left out. */
  #limited(place: Place, strength: Strength, isTop: boolean): string {
    const limit = this.#walk.operand(place, 0);
    const first = this.#walk.operand(limit, 0);
    return sameValue(this.#walk.value(first), this.#walk.value(place))
      ? this.#carried(limit, 0, strength, isTop)
      : this.#extreme(limit);
  }

  /** Lines of a rule that brought nothing are left out of a sum. */
  #sum(place: Place, strength: Strength): string {
    const left = this.#walk.operand(place, 0);
    const right = this.#walk.operand(place, 1);
    const isSubtraction = place.node.operation.kind === 'subtract';
    if (this.#isIdleLine(right)) return this.#write(left, strength);
    if (!isSubtraction && this.#isIdleLine(left)) return this.#write(right, strength);
    const text = `${this.#write(left, STRENGTH.sum)} ${isSubtraction ? '−' : '+'} ${this.#write(right, isSubtraction ? STRENGTH.product : STRENGTH.sum)}`;
    return strength > STRENGTH.sum ? `(${text})` : text;
  }

  #isIdleLine(place: Place): boolean {
    const value = this.#walk.value(place);
    return place.node.label?.kind === 'step' && value instanceof Fraction && value.isZero;
  }

  /** The best parts alone, best first. */
  #best(place: Place, count: number, strength: Strength): string {
    const numbers = this.#walk
      .operands(place)
      .map((part) => this.#walk.value(part))
      .filter((cell): cell is Fraction => cell instanceof Fraction);
    const chosen = numbers.sort((a, b) => b.compare(a)).slice(0, count);
    const text = chosen.map(cellText).join(' + ');
    return strength > STRENGTH.sum && chosen.length > 1 ? `(${text})` : text;
  }

  /** `87.5 ∈ [75, 90) → 合格` */
  #band(place: Place): string {
    const { operation } = place.node;
    const value = this.#walk.value(this.#walk.operand(place, 0));
    if (operation.kind !== 'bands' || !(value instanceof Fraction)) return cellText(this.#walk.value(place));
    return `${cellText(value)} ∈ ${intervalText(operation.bands, findBand(operation.bands, value))} → ${cellText(this.#walk.value(place))}`;
  }

  /** Rounding at the end of a calculation is told by the equation; within one it is written where it changes something. */
  #rounded(place: Place, strength: Strength, isTop: boolean): string {
    const { operation } = place.node;
    const inner = this.#walk.operand(place, 0);
    if (operation.kind !== 'round') return cellText(this.#walk.value(place));
    if (isToWhole(operation))
      return operation.mode === 'floor' ? `⌊${this.operand(inner)}⌋` : `⌈${this.operand(inner)}⌉`;
    if (isTop) return this.#write(inner, STRENGTH.sum);
    const isIdle = sameValue(this.#walk.value(inner), this.#walk.value(place));
    return isIdle ? this.#write(inner, strength) : `round(${this.operand(inner)}, ${operation.places})`;
  }

  #combined(place: Place, strength: Strength): string {
    const { operation } = place.node;
    if (operation.kind !== 'combine') return '';
    const parts = this.#walk.operands(place);
    const quotient = (text: string): string => (strength > STRENGTH.product ? `(${text})` : text);
    if (operation.how === 'weighted mean') return quotient(this.#weighted(parts));
    const counted = parts.filter((part) => this.#walk.value(part) !== NOT_APPLICABLE);
    const terms = counted.slice(0, LONGEST_SUM).map((part) => this.#write(part, STRENGTH.product));
    const sum = [...terms, ...(counted.length > LONGEST_SUM ? ['…'] : [])].join(' + ');
    if (operation.how === 'mean') return quotient(`(${sum}) ÷ ${counted.length}`);
    return strength > STRENGTH.sum && counted.length > 1 ? `(${sum})` : sum;
  }

  #weighted(parts: readonly Place[]): string {
    const pairs: { value: string; weight: string }[] = [];
    for (let at = 0; at < parts.length; at += 2) {
      const value = this.#walk.value(parts[at] as Place);
      if (value === NOT_APPLICABLE) continue;
      pairs.push({ value: cellText(value), weight: cellText(this.#walk.value(parts[at + 1] as Place)) });
    }
    const sum = pairs.map(({ value, weight }) => `${weight} × ${value}`).join(' + ');
    return `(${sum}) ÷ (${pairs.map(({ weight }) => weight).join(' + ')})`;
  }
}

/** A calculation as it is told. */
export interface Calculation {
  readonly arithmetic: string;
  /** The same with the titles of its words; only where they have some. */
  readonly titledArithmetic?: LocalText;
}

/** Writes a calculation, and once more in each language where it holds words that have titles. */
export function calculation(walk: PlanWalk, write: (text: ArithmeticText) => string): Calculation {
  const arithmetic = write(new ArithmeticText(walk));
  if (arithmetic === '' || !walk.titles.mayOccurIn(arithmetic)) return { arithmetic };
  const zh = write(new ArithmeticText(walk, 'zh'));
  const en = write(new ArithmeticText(walk, 'en'));
  return zh === arithmetic && en === arithmetic ? { arithmetic } : { arithmetic, titledArithmetic: { zh, en } };
}
