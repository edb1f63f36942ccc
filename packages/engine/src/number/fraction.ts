/**
 * Exact numbers: a quotient of two whole numbers of any size.
 *
 * Every score is one of these until a rule rounds it. Nothing here ever becomes a double, except `toNumber`, which is
 * for drawing and sorting only.
 *
 * The quotient is kept unreduced while it is small: sums of decimals share their denominator, so reducing each time
 * would only cost. It is reduced when it grows (`REDUCE_ABOVE`) and whenever somebody reads its parts.
 */
export class Fraction {
  static readonly ZERO = new Fraction(0n, 1n);
  static readonly ONE = new Fraction(1n, 1n);

  #numerator: bigint;
  #denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.#numerator = numerator;
    this.#denominator = denominator;
  }

  /** A quotient of whole numbers. Throws `RangeError` for a denominator of 0. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
    const bottom = BigInt(denominator);
    if (bottom === 0n) throw new RangeError('A fraction cannot have the denominator 0.');
    return bottom < 0n ? new Fraction(-BigInt(numerator), -bottom) : new Fraction(BigInt(numerator), bottom);
  }

  /** Numerator in lowest terms; carries the sign. */
  get numerator(): bigint {
    this.#reduce();
    return this.#numerator;
  }

  /** Denominator in lowest terms; always above 0. */
  get denominator(): bigint {
    this.#reduce();
    return this.#denominator;
  }

  /** −1, 0 or 1. */
  get sign(): -1 | 0 | 1 {
    return this.#numerator > 0n ? 1 : this.#numerator < 0n ? -1 : 0;
  }

  get isZero(): boolean {
    return this.#numerator === 0n;
  }

  get isWhole(): boolean {
    return this.#denominator === 1n || this.#numerator % this.#denominator === 0n;
  }

  plus(other: Fraction): Fraction {
    if (this.#denominator === other.#denominator) {
      return new Fraction(this.#numerator + other.#numerator, this.#denominator);
    }
    return bounded(
      this.#numerator * other.#denominator + other.#numerator * this.#denominator,
      this.#denominator * other.#denominator,
    );
  }

  minus(other: Fraction): Fraction {
    if (this.#denominator === other.#denominator) {
      return new Fraction(this.#numerator - other.#numerator, this.#denominator);
    }
    return bounded(
      this.#numerator * other.#denominator - other.#numerator * this.#denominator,
      this.#denominator * other.#denominator,
    );
  }

  times(other: Fraction): Fraction {
    return bounded(this.#numerator * other.#numerator, this.#denominator * other.#denominator);
  }

  /** Throws `RangeError` when `other` is 0; rules decide beforehand what a quotient by 0 means. */
  dividedBy(other: Fraction): Fraction {
    if (other.#numerator === 0n) throw new RangeError('Division by zero.');
    const top = this.#numerator * other.#denominator;
    const bottom = this.#denominator * other.#numerator;
    return bottom < 0n ? bounded(-top, -bottom) : bounded(top, bottom);
  }

  negated(): Fraction {
    return new Fraction(-this.#numerator, this.#denominator);
  }

  absolute(): Fraction {
    return this.#numerator < 0n ? this.negated() : this;
  }

  /** Negative, 0 or positive as `this` is below, equal to or above `other`. */
  compare(other: Fraction): number {
    const difference =
      this.#denominator === other.#denominator
        ? this.#numerator - other.#numerator
        : this.#numerator * other.#denominator - other.#numerator * this.#denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Fraction): boolean {
    return this.compare(other) === 0;
  }

  /** The largest whole number that is not above this one. */
  floor(): bigint {
    const quotient = this.#numerator / this.#denominator;
    return this.#numerator < 0n && quotient * this.#denominator !== this.#numerator ? quotient - 1n : quotient;
  }

  /** The nearest double, for drawing and sorting only. */
  toNumber(): number {
    this.#reduce();
    const top = Number(this.#numerator);
    const bottom = Number(this.#denominator);
    if (Number.isFinite(top) && Number.isFinite(bottom)) return top / bottom;
    // Too large for doubles: drop the same number of bits on both sides.
    const surplus = BigInt(Math.max(bitLength(this.#numerator), bitLength(this.#denominator)) - 1000);
    return Number(this.#numerator >> surplus) / Number(this.#denominator >> surplus);
  }

  #reduce(): void {
    if (this.#denominator === 1n) return;
    const divisor = greatestCommonDivisor(this.#numerator < 0n ? -this.#numerator : this.#numerator, this.#denominator);
    if (divisor === 1n) return;
    this.#numerator /= divisor;
    this.#denominator /= divisor;
  }
}

const REDUCE_ABOVE = 1n << 64n;

function bounded(numerator: bigint, denominator: bigint): Fraction {
  const fraction = Fraction.of(numerator, denominator);
  if (denominator > REDUCE_ABOVE) void fraction.denominator;
  return fraction;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

function bitLength(value: bigint): number {
  return (value < 0n ? -value : value).toString(16).length * 4;
}
