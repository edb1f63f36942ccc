/**
 * Exact numbers: a quotient of two whole numbers of any size.
 *
 * Every score is one of these until a rule rounds it. Nothing here ever becomes a rounded double, except in `toNumber`,
 * which is for drawing and sorting only.
 *
 * Numerator and denominator are kept as plain JavaScript numbers while both are whole and below 2^53, where these are
 * exact; a result that would leave that range is computed with BigInt. Nearly all scores stay small, and small ones are
 * ten times faster. Quotients are reduced only when they grow or when somebody reads their parts: sums of decimals share
 * their denominator, so reducing each time would only cost.
 */
export class Fraction {
  // Not `#private`: builds for old browsers turn those into look-ups, and this is the hottest class of the engine.
  private top: number | bigint;
  private bottom: number | bigint;

  private constructor(top: number | bigint, bottom: number | bigint) {
    this.top = top;
    this.bottom = bottom;
  }

  static readonly ZERO = new Fraction(0, 1);
  static readonly ONE = new Fraction(1, 1);

  /** A quotient of whole numbers. Throws `RangeError` for a denominator of 0 or for numbers that are not whole. */
  static of(numerator: bigint | number, denominator: bigint | number = 1): Fraction {
    if (isSmall(numerator) && isSmall(denominator)) {
      if (denominator === 0) throw new RangeError('A fraction cannot have the denominator 0.');
      return denominator < 0 ? new Fraction(0 - numerator, -denominator) : new Fraction(numerator + 0, denominator);
    }
    return fromBig(BigInt(numerator), BigInt(denominator));
  }

  /** Numerator in lowest terms; carries the sign. */
  get numerator(): bigint {
    this.reduce();
    return BigInt(this.top);
  }

  /** Denominator in lowest terms; always above 0. */
  get denominator(): bigint {
    this.reduce();
    return BigInt(this.bottom);
  }

  /**
   * Numerator and denominator in lowest terms as plain numbers, where both are below 2^53; `null` otherwise. For code
   * that formats many figures.
   */
  get small(): { readonly numerator: number; readonly denominator: number } | null {
    this.reduce();
    const { top, bottom } = this;
    return typeof top === 'number' && typeof bottom === 'number' ? { numerator: top, denominator: bottom } : null;
  }

  /** −1, 0 or 1. */
  get sign(): -1 | 0 | 1 {
    return this.top > 0 ? 1 : this.top < 0 ? -1 : 0;
  }

  get isZero(): boolean {
    return this.sign === 0;
  }

  get isWhole(): boolean {
    this.reduce();
    return isOne(this.bottom);
  }

  plus(other: Fraction): Fraction {
    const { top: a, bottom: b } = this;
    const { top: c, bottom: d } = other;
    if (typeof a === 'number' && typeof b === 'number' && typeof c === 'number' && typeof d === 'number') {
      if (b === d) {
        const sum = a + c;
        if (inRange(sum)) return new Fraction(sum, b);
      } else {
        const left = a * d;
        const right = c * b;
        const bottom = b * d;
        if (inRange(left) && inRange(right) && inRange(left + right) && inRange(bottom))
          return new Fraction(left + right, bottom);
        const common = overCommonDenominator(a, b, c, d);
        if (common !== null) return common;
      }
    }
    const [n, m, o, p] = [BigInt(a), BigInt(b), BigInt(c), BigInt(d)];
    return fromBig(n * p + o * m, m * p);
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated());
  }

  times(other: Fraction): Fraction {
    return product(this.top, this.bottom, other.top, other.bottom);
  }

  /** Throws `RangeError` when `other` is 0; rules decide beforehand what a quotient by 0 means. */
  dividedBy(other: Fraction): Fraction {
    if (other.isZero) throw new RangeError('Division by zero.');
    const { top, bottom } = other;
    return top > 0
      ? product(this.top, this.bottom, bottom, top)
      : product(this.top, this.bottom, opposite(bottom), opposite(top));
  }

  negated(): Fraction {
    return new Fraction(opposite(this.top), this.bottom);
  }

  absolute(): Fraction {
    return this.sign < 0 ? this.negated() : this;
  }

  /** Negative, 0 or positive as `this` is below, equal to or above `other`. */
  compare(other: Fraction): number {
    const { top: a, bottom: b } = this;
    const { top: c, bottom: d } = other;
    if (typeof a === 'number' && typeof b === 'number' && typeof c === 'number' && typeof d === 'number') {
      if (b === d) return a < c ? -1 : a > c ? 1 : 0;
      const left = a * d;
      const right = c * b;
      if (inRange(left) && inRange(right)) return left < right ? -1 : left > right ? 1 : 0;
    }
    const left = BigInt(a) * BigInt(d);
    const right = BigInt(c) * BigInt(b);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Fraction): boolean {
    return this.compare(other) === 0;
  }

  /** The largest whole number that is not above this one. */
  floor(): bigint {
    const top = BigInt(this.top);
    const bottom = BigInt(this.bottom);
    const quotient = top / bottom;
    return top < 0n && quotient * bottom !== top ? quotient - 1n : quotient;
  }

  /** The nearest double, for drawing and sorting only. */
  toNumber(): number {
    const { top, bottom } = this;
    if (typeof top === 'number' && typeof bottom === 'number') return top / bottom;
    this.reduce();
    if (isOne(this.bottom)) return Number(this.top);
    // Doubles of both parts would round three times: divide as whole numbers, with a quotient of some 70 bits, and scale.
    const [n, m] = [BigInt(this.top), BigInt(this.bottom)];
    const size = n < 0n ? -n : n;
    const shift = 70 - (bitLength(size) - bitLength(m));
    const dividend = shift >= 0 ? size << BigInt(shift) : size;
    const divisor = shift >= 0 ? m : m << BigInt(-shift);
    const whole = dividend / divisor;
    // A rest, however small, breaks the tie between two doubles.
    const quotient = Number(whole * divisor === dividend ? whole : whole | 1n);
    const half = Math.trunc(shift / 2); // in two steps, so that no power of two leaves the doubles itself
    return (n < 0n ? -quotient : quotient) * 2 ** -half * 2 ** (half - shift);
  }

  private reduce(): void {
    const { top, bottom } = this;
    if (isOne(bottom)) return;
    if (typeof top === 'number' && typeof bottom === 'number') {
      const divisor = smallDivisor(top < 0 ? -top : top, bottom);
      if (divisor === 1) return;
      this.top = top / divisor;
      this.bottom = bottom / divisor;
      return;
    }
    const lowest = fromBig(BigInt(top), BigInt(bottom));
    this.top = lowest.top;
    this.bottom = lowest.bottom;
  }

  /** Builds from parts that are known to be whole, with a denominator above 0. */
  static raw(top: number | bigint, bottom: number | bigint): Fraction {
    return new Fraction(top, bottom);
  }
}

const LIMIT = 2 ** 53;

function isOne(value: number | bigint): boolean {
  return value === 1 || value === 1n;
}

/** A whole number that a double holds exactly, strictly: 2^53 itself could be the rounding of its neighbour. */
function inRange(value: number): boolean {
  return value < LIMIT && value > -LIMIT;
}

function isSmall(value: number | bigint): value is number {
  if (typeof value !== 'number') return false;
  if (!Number.isInteger(value)) throw new RangeError(`${value} is not a whole number.`);
  return inRange(value);
}

/** a/b × c/d. Reduced across before it is multiplied out when the direct product leaves the safe range. */
function product(a: number | bigint, b: number | bigint, c: number | bigint, d: number | bigint): Fraction {
  if (typeof a === 'number' && typeof b === 'number' && typeof c === 'number' && typeof d === 'number') {
    const top = a * c;
    const bottom = b * d;
    if (inRange(top) && inRange(bottom)) return Fraction.raw(top + 0, bottom);
  }
  return fromBig(BigInt(a) * BigInt(c), BigInt(b) * BigInt(d));
}

/** a/b + c/d over the least common denominator; `null` when even that leaves the safe range. */
function overCommonDenominator(a: number, b: number, c: number, d: number): Fraction | null {
  const divisor = smallDivisor(b, d);
  const left = a * (d / divisor);
  const right = c * (b / divisor);
  const bottom = b * (d / divisor);
  const isSafe = inRange(left) && inRange(right) && inRange(left + right) && inRange(bottom);
  return isSafe ? Fraction.raw(left + right, bottom) : null;
}

/** A fraction in lowest terms, small again where it fits. */
function fromBig(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError('A fraction cannot have the denominator 0.');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = bigDivisor(numerator < 0n ? -numerator : numerator, denominator * sign);
  const top = (numerator * sign) / divisor;
  const bottom = (denominator * sign) / divisor;
  const [smallTop, smallBottom] = [Number(top), Number(bottom)];
  return inRange(smallTop) && inRange(smallBottom) ? Fraction.raw(smallTop, smallBottom) : Fraction.raw(top, bottom);
}

/** `0 - x` rather than `-x`, so that no −0 appears. */
function opposite(value: number | bigint): number | bigint {
  return typeof value === 'number' ? 0 - value : -value;
}

function smallDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

function bigDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

function bitLength(value: bigint): number {
  return (value < 0n ? -value : value).toString(16).length * 4;
}
