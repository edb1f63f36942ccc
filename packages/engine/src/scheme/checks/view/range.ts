import { round } from '../../../number/rounding.ts';
import type { RoundingMode } from '../../../number/rounding.ts';
import { Fraction } from '../../../number/fraction.ts';
import type { Comparison } from '../../../plan/plan.ts';

/** An end of a range: the number, and whether it belongs to the range. */
export interface End {
  readonly value: Fraction;
  readonly included: boolean;
}

/**
 * Numbers between two ends; `null` is an end that nobody knows. Where a `step` is known, only its multiples occur: whole
 * numbers, cents.
 */
export interface Range {
  readonly low: End | null;
  readonly high: End | null;
  readonly step: Fraction | null;
}

export const ANY_NUMBER: Range = { low: null, high: null, step: null };

export function closed(value: Fraction): End {
  return { value, included: true };
}

export function range(low: Fraction | null, high: Fraction | null, step: Fraction | null = null): Range {
  return { low: low && closed(low), high: high && closed(high), step };
}

export function point(value: Fraction): Range {
  return range(value, value, value.absolute());
}

export function isPoint({ low, high }: Range): boolean {
  return low !== null && high !== null && low.value.equals(high.value);
}

/** Whether nothing lies between the ends: no number at all, or no multiple of the step. */
export function isEmpty({ low, high, step }: Range): boolean {
  if (low === null || high === null) return false;
  const order = low.value.compare(high.value);
  if (order > 0) return true;
  if (order === 0 && !(low.included && high.included)) return true;
  return step !== null && !step.isZero && firstMultiple(low, high, step) === null;
}

export function holds({ low, high }: Range, value: Fraction): boolean {
  if (low !== null && (value.compare(low.value) < 0 || (value.equals(low.value) && !low.included))) return false;
  return high === null || value.compare(high.value) < 0 || (value.equals(high.value) && high.included);
}

/** The numbers of both. */
export function intersect(a: Range, b: Range): Range {
  return { low: innerEnd(a.low, b.low, 1), high: innerEnd(a.high, b.high, -1), step: a.step ?? b.step };
}

/** The smallest range that has the numbers of all. */
export function hull(ranges: readonly Range[]): Range {
  return ranges.reduce((a, b) => ({
    low: a.low === null || b.low === null ? null : outerEnd(a.low, b.low, -1),
    high: a.high === null || b.high === null ? null : outerEnd(a.high, b.high, 1),
    step: commonStep(a.step, b.step),
  }));
}

/** What is left of a range when another is taken out of it: nothing, one piece or two. */
export function without(whole: Range, taken: Range): Range[] {
  if (isEmpty(intersect(whole, taken))) return [whole];
  const pieces: Range[] = [];
  if (taken.low !== null) pieces.push({ ...whole, high: innerEnd(whole.high, beside(taken.low), -1) });
  if (taken.high !== null) pieces.push({ ...whole, low: innerEnd(whole.low, beside(taken.high), 1) });
  return pieces.filter((piece) => !isEmpty(piece));
}

/** The numbers of a range that stand in a relation to a number, or (`holds` false) that do not. */
export function where(whole: Range, relation: Comparison, number: Fraction, holds: boolean): Range {
  const isEqual = relation === '=' || relation === '!=';
  if (isEqual && (relation === '=') === holds) return intersect(whole, { ...range(number, number), step: null });
  if (isEqual) {
    const pieces = without(whole, range(number, number));
    return pieces.length === 1 ? (pieces[0] as Range) : whole;
  }
  const isBelow = (relation === '<' || relation === '<=') === holds;
  const end = { value: number, included: relation.endsWith('=') === holds };
  return intersect(whole, isBelow ? { low: null, high: end, step: null } : { low: end, high: null, step: null });
}

/** A number of a range that shows it best: a multiple of the step, the middle, or one beside the only end. */
export function witness({ low, high, step }: Range): Fraction {
  if (low !== null && high !== null) {
    if (isPoint({ low, high, step })) return low.value;
    const middle = low.value.plus(high.value).dividedBy(Fraction.of(2));
    if (step === null || step.isZero) return middle;
    const nearest = Fraction.of(middle.dividedBy(step).floor()).times(step);
    return holds({ low, high, step }, nearest) ? nearest : (firstMultiple(low, high, step) ?? low.value);
  }
  if (low !== null) return low.included ? low.value : low.value.plus(Fraction.ONE);
  if (high !== null) return high.included ? high.value : high.value.minus(Fraction.ONE);
  return Fraction.ZERO;
}

export function add(a: Range, b: Range): Range {
  return { low: addEnds(a.low, b.low), high: addEnds(a.high, b.high), step: commonStep(a.step, b.step) };
}

export function negate({ low, high, step }: Range): Range {
  const turn = (end: End | null): End | null => end && { ...end, value: end.value.negated() };
  return { low: turn(high), high: turn(low), step };
}

export function multiply(a: Range, b: Range): Range {
  if (isPoint(a)) return scale(b, (a.low as End).value);
  if (isPoint(b)) return scale(a, (b.low as End).value);
  const step = a.step === null || b.step === null ? null : a.step.times(b.step);
  if (a.low === null || a.high === null || b.low === null || b.high === null) {
    const bothPositive = isNotNegative(a) && isNotNegative(b);
    const low = bothPositive ? closed((a.low as End).value.times((b.low as End).value)) : null;
    return { low, high: null, step };
  }
  const products = [a.low, a.high].flatMap((x) => [b.low as End, b.high as End].map((y) => x.value.times(y.value)));
  return range(least(products), greatest(products), step);
}

/** A divisor that may be 0 leaves everything open; the check of divisions speaks of it. */
export function divide(a: Range, b: Range): Range {
  if (isPoint(b)) {
    const divisor = (b.low as End).value;
    return divisor.isZero ? ANY_NUMBER : scale(a, Fraction.ONE.dividedBy(divisor));
  }
  const positive = isNotNegative(a) && isNotNegative(b);
  return positive ? { ...ANY_NUMBER, low: closed(Fraction.ZERO) } : ANY_NUMBER;
}

export function smallest(ranges: readonly Range[]): Range {
  return negate(largest(ranges.map(negate)));
}

export function largest(ranges: readonly Range[]): Range {
  const lows = ranges.flatMap(({ low }) => (low === null ? [] : [low]));
  const highs = ranges.map(({ high }) => high);
  return {
    low: lows.length === 0 ? null : lows.reduce((a, b) => outerEnd(a, b, 1)),
    high: highs.reduce((a, b) => (a === null || b === null ? null : outerEnd(a, b, 1))) ?? null,
    step: ranges.map(({ step }) => step).reduce(commonStep),
  };
}

export function absolute(a: Range): Range {
  if (isNotNegative(a)) return a;
  const turned = negate(a);
  return { low: closed(Fraction.ZERO), high: largest([a, turned]).high, step: a.step };
}

export function rounded({ low, high }: Range, places: number, mode: RoundingMode): Range {
  const at = (end: End | null): End | null => end && closed(round(end.value, places, mode));
  const ten = Fraction.of(10n ** BigInt(Math.abs(places)));
  return { low: at(low), high: at(high), step: places < 0 ? ten : Fraction.ONE.dividedBy(ten) };
}

/** A sum of any number of such values, none of them included. */
export function sumOfMany({ low, high, step }: Range): Range {
  const zero = closed(Fraction.ZERO);
  return {
    low: low !== null && low.value.sign >= 0 ? zero : null,
    high: high !== null && high.value.sign <= 0 ? zero : null,
    step,
  };
}

function isNotNegative({ low }: Range): boolean {
  return low !== null && low.value.sign >= 0;
}

function scale({ low, high, step }: Range, factor: Fraction): Range {
  const at = (end: End | null): End | null => end && { ...end, value: end.value.times(factor) };
  const scaled = step && step.times(factor.absolute());
  if (factor.isZero) return point(Fraction.ZERO);
  return factor.sign > 0
    ? { low: at(low), high: at(high), step: scaled }
    : { low: at(high), high: at(low), step: scaled };
}

function addEnds(a: End | null, b: End | null): End | null {
  return a && b && { value: a.value.plus(b.value), included: a.included && b.included };
}

/** The end that lies further on the side asked for; at the same number the one that includes it. */
function outerEnd(a: End, b: End, side: 1 | -1): End {
  const order = a.value.compare(b.value) * side;
  if (order === 0) return { value: a.value, included: a.included || b.included };
  return order > 0 ? a : b;
}

/** The end that cuts off more: of two low ends the higher one (`side` 1), of two high ends the lower one. */
function innerEnd(a: End | null, b: End | null, side: 1 | -1): End | null {
  if (a === null || b === null) return a ?? b;
  const order = a.value.compare(b.value) * side;
  if (order === 0) return { value: a.value, included: a.included && b.included };
  return order > 0 ? a : b;
}

/** The end at which what lies on the other side begins. */
function beside({ value, included }: End): End {
  return { value, included: !included };
}

function firstMultiple(low: End, high: End, step: Fraction): Fraction | null {
  const whole = Fraction.of(low.value.dividedBy(step).floor());
  for (const more of [0, 1, 2]) {
    const candidate = whole.plus(Fraction.of(more)).times(step);
    if (holds({ low, high, step }, candidate)) return candidate;
  }
  return null;
}

/** The largest step of which both are multiples. */
function commonStep(a: Fraction | null, b: Fraction | null): Fraction | null {
  if (a === null || b === null) return null;
  if (a.isZero) return b;
  if (b.isZero) return a;
  let x = a.numerator * b.denominator;
  let y = b.numerator * a.denominator;
  while (y !== 0n) [x, y] = [y, x % y];
  return Fraction.of(x, a.denominator * b.denominator);
}

function least(values: readonly Fraction[]): Fraction {
  return values.reduce((a, b) => (b.compare(a) < 0 ? b : a));
}

function greatest(values: readonly Fraction[]): Fraction {
  return values.reduce((a, b) => (b.compare(a) > 0 ? b : a));
}
