import { Fraction } from '../number/fraction.ts';
import { formatNumber } from '../number/text.ts';
import { Fault, MISSING, NOT_APPLICABLE } from '../plan/cell.ts';
import type { Cell } from '../plan/cell.ts';
import type { Comparison } from '../plan/plan.ts';
import type { Place, PlanWalk } from './figure-at.ts';

const STRENGTH = { sum: 1, product: 2, operand: 3 } as const;
type Strength = (typeof STRENGTH)[keyof typeof STRENGTH];

const COMPARISONS: Readonly<Record<Comparison, string>> = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' };

/** Most terms of a sum that are written out. */
const LONGEST_SUM = 24;

/** Writes the calculation of one column with its numbers put in: `2 × min(1, 87.5 ÷ 100)`. */
export class ArithmeticText {
  readonly #walk: PlanWalk;

  constructor(walk: PlanWalk) {
    this.#walk = walk;
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
    if (value === MISSING || value === NOT_APPLICABLE || value instanceof Fault) return cellText(value);
    if (!isTop && node.label !== null && node.label.kind !== 'limit') return cellText(value);
    const inner = (number: number, bound: Strength): string => this.#write(this.#walk.operand(place, number), bound);
    const bracket = (own: Strength, text: string): string => (own < strength ? `(${text})` : text);
    switch (node.operation.kind) {
      case 'same':
      case 'guard':
        return this.#write(this.#walk.operand(place, 0), strength, isTop);
      case 'replace':
        return this.#replaced(place, strength, isTop);
      case 'of cell':
        return cellText(value);
      case 'add':
        return bracket(STRENGTH.sum, `${inner(0, STRENGTH.sum)} + ${inner(1, STRENGTH.product)}`);
      case 'subtract':
        return bracket(STRENGTH.sum, `${inner(0, STRENGTH.sum)} − ${inner(1, STRENGTH.product)}`);
      case 'multiply':
        return bracket(STRENGTH.product, `${inner(0, STRENGTH.product)} × ${inner(1, STRENGTH.operand)}`);
      case 'divide':
        return bracket(STRENGTH.product, `${inner(0, STRENGTH.product)} ÷ ${inner(1, STRENGTH.operand)}`);
      case 'negate':
        return `−${inner(0, STRENGTH.operand)}`;
      case 'smallest':
      case 'largest':
        return this.#extreme(place, strength);
      case 'round':
        return this.#rounded(place, strength, isTop);
      case 'combine':
        return this.#combined(place, strength);
      case 'best':
        return `max${node.operation.count}(${this.#walk.operands(place).map((part) => this.operand(part)).join(', ')})`;
      case 'select':
        return this.#write(this.#walk.operand(place, this.#walk.value(this.#walk.operand(place, 0)) === true ? 1 : 2), strength);
      case 'compare':
        return `${inner(0, STRENGTH.sum)} ${COMPARISONS[node.operation.relation]} ${inner(1, STRENGTH.sum)}`;
      default:
        return cellText(value);
    }
  }

  /** A stand-in is written as itself; otherwise the calculation it stands behind. */
  #replaced(place: Place, strength: Strength, isTop: boolean): string {
    const inner = this.#walk.operand(place, 0);
    return this.#walk.value(inner) === this.#walk.value(place) ? this.#write(inner, strength, isTop) : cellText(this.#walk.value(place));
  }

  /** A limit that does not bind is left out. */
  #extreme(place: Place, strength: Strength): string {
    const first = this.#walk.operand(place, 0);
    if (place.node.label?.kind === 'limit' && sameValue(this.#walk.value(first), this.#walk.value(place))) return this.#write(first, strength);
    const name = place.node.operation.kind === 'smallest' ? 'min' : 'max';
    return `${name}(${this.#walk.operands(place).map((part) => this.operand(part)).join(', ')})`;
  }

  #rounded(place: Place, strength: Strength, isTop: boolean): string {
    const { operation } = place.node;
    const text = this.#write(this.#walk.operand(place, 0), isTop ? STRENGTH.sum : strength);
    if (operation.kind !== 'round') return text;
    return operation.mode === 'floor' && operation.places === 0 ? `⌊${this.operand(this.#walk.operand(place, 0))}⌋` : text;
  }

  #combined(place: Place, strength: Strength): string {
    const { operation } = place.node;
    if (operation.kind !== 'combine') return '';
    const parts = this.#walk.operands(place);
    if (operation.how === 'weighted mean') return this.#weighted(parts);
    const counted = parts.filter((part) => this.#walk.value(part) !== NOT_APPLICABLE);
    const terms = counted.slice(0, LONGEST_SUM).map((part) => this.#write(part, STRENGTH.product));
    const sum = [...terms, ...(counted.length > LONGEST_SUM ? ['…'] : [])].join(' + ');
    if (operation.how === 'mean') return `(${sum}) ÷ ${counted.length}`;
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

/** A value as text inside a calculation. A missing figure is written 0, as it is counted. */
export function cellText(cell: Cell): string {
  if (cell instanceof Fraction) {
    const { text, exact } = formatNumber(cell);
    const shown = exact ? text : `${cell.numerator}/${cell.denominator}`;
    if (!exact && shown.length > 12) return `≈${formatNumber(cell, 6).text}`;
    return shown.startsWith('-') ? `(${shown.replace('-', '−')})` : shown;
  }
  if (cell === MISSING) return '0';
  if (cell === NOT_APPLICABLE) return 'NA';
  if (cell instanceof Fault) return '?';
  return String(cell);
}

/** Equal as values: fractions by number, everything else by identity. */
export function sameValue(a: Cell, b: Cell): boolean {
  return a instanceof Fraction && b instanceof Fraction ? a.equals(b) : a === b;
}
