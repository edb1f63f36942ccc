/**
 * Quotients of whole numbers, in the plainest way: always BigInt, always in lowest terms. The engine's own numbers are
 * faster and therefore more intricate; the oracle must not share their mistakes.
 */
export class Rational {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom = 1n) {
    if (bottom === 0n) throw new RangeError('A quotient by 0.');
    const sign = bottom < 0n ? -1n : 1n;
    const divisor = commonDivisor(top < 0n ? -top : top, bottom * sign);
    this.top = (top * sign) / divisor;
    this.bottom = (bottom * sign) / divisor;
  }

  /** Reads `12`, `-0.5`, `30%`, `1/3`; throws for anything else. */
  static parse(text: string): Rational {
    const [above = '', below] = text.split('/');
    if (below !== undefined) return Rational.parse(above).over(Rational.parse(below));
    const match = /^(-?)(\d*)(?:\.(\d+))?(%?)$/.exec(text);
    if (match === null || text === '') throw new Error(`"${text}" is no number.`);
    const [, sign = '', whole = '', part = '', percent = ''] = match;
    const digits = BigInt(whole + part) * (sign === '-' ? -1n : 1n);
    return new Rational(digits, 10n ** BigInt(part.length + (percent === '' ? 0 : 2)));
  }

  plus(other: Rational): Rational {
    return new Rational(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  minus(other: Rational): Rational {
    return new Rational(this.top * other.bottom - other.top * this.bottom, this.bottom * other.bottom);
  }

  times(other: Rational): Rational {
    return new Rational(this.top * other.top, this.bottom * other.bottom);
  }

  over(other: Rational): Rational {
    return new Rational(this.top * other.bottom, this.bottom * other.top);
  }

  compare(other: Rational): number {
    const difference = this.top * other.bottom - other.top * this.bottom;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  floor(): bigint {
    const cut = this.top / this.bottom;
    return this.top < 0n && cut * this.bottom !== this.top ? cut - 1n : cut;
  }

  ceiling(): bigint {
    return -new Rational(-this.top, this.bottom).floor();
  }

  /** To so many decimals, by the meaning of the mode's name. */
  rounded(places: number, mode: string): Rational {
    const shift = places >= 0 ? new Rational(10n ** BigInt(places)) : new Rational(1n, 10n ** BigInt(-places));
    return new Rational(this.times(shift).whole(mode)).over(shift);
  }

  /** To so many digits that count, half up. */
  significant(digits: number): Rational {
    if (this.top === 0n) return this;
    const size = this.top < 0n ? new Rational(-this.top, this.bottom) : this;
    let first = 0; // 10^first is the power of ten of the first digit
    while (size.compare(tenTo(first + 1)) >= 0) first += 1;
    while (size.compare(tenTo(first)) < 0) first -= 1;
    return this.rounded(digits - 1 - first, 'half up');
  }

  private whole(mode: string): bigint {
    const [below, above] = [this.floor(), this.ceiling()];
    const [towards, away] = this.top < 0n ? [above, below] : [below, above];
    const middle = this.minus(new Rational(below)).compare(new Rational(1n, 2n));
    const nearest = middle < 0 ? below : above;
    switch (mode) {
      case 'floor':
        return below;
      case 'ceiling':
        return above;
      case 'down':
        return towards;
      case 'up':
        return away;
      case 'half up':
        return middle === 0 ? away : nearest;
      case 'half down':
        return middle === 0 ? towards : nearest;
      case 'half even':
        return middle !== 0 ? nearest : below % 2n === 0n ? below : above;
      default:
        throw new Error(`There is no rounding "${mode}".`);
    }
  }

  /** The text of a figure: decimals that end in full, others half up to twelve places. */
  toString(): string {
    let rest = this.bottom;
    let places = 0;
    while (rest % 10n === 0n) [rest, places] = [rest / 10n, places + 1];
    while (rest % 2n === 0n) [rest, places] = [rest / 2n, places + 1];
    while (rest % 5n === 0n) [rest, places] = [rest / 5n, places + 1];
    const ends = rest === 1n && places <= 40;
    if (!ends) places = 12;
    const digits = this.rounded(places, 'half up').times(tenTo(places)).top;
    const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
    const decimal = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
    return (digits < 0n ? '-' : '') + (places === 0 ? decimal : decimal.replace(/\.?0+$/, ''));
  }
}

export const ZERO = new Rational(0n);
export const ONE = new Rational(1n);

function tenTo(power: number): Rational {
  return power >= 0 ? new Rational(10n ** BigInt(power)) : new Rational(1n, 10n ** BigInt(-power));
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
