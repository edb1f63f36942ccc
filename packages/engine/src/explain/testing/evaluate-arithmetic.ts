import { Fraction } from '../../number/fraction.ts';
import { round } from '../../number/rounding.ts';
import { parseExact } from '../../number/text.ts';

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:\/\d+)?)|(min|max|round)(?=\()|([+−×÷(),⌊⌋⌈⌉]))/y;

/**
 * Evaluates the arithmetic that an explanation shows: numbers, `1/3`, + − × ÷, min, max, round, brackets, ⌊ ⌋ and ⌈ ⌉.
 * `null` for a text that holds anything else.
 */
export function evaluateArithmetic(text: string): Fraction | null {
  const tokens = tokensOf(text);
  return tokens === null ? null : new Reader(tokens).all();
}

/** A decimal beside a fraction only says how large it is. */
const BESIDE = / \(≈ −?[\d.]+\)/g;

function tokensOf(written: string): string[] | null {
  const text = written.replace(BESIDE, '');
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) return null;
    tokens.push((match[1] ?? match[2] ?? match[3]) as string);
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  all(): Fraction {
    const value = this.#sum();
    if (this.#at < this.#tokens.length) throw new Error(`What does "${this.#tokens.slice(this.#at).join(' ')}" mean?`);
    return value;
  }

  #sum(): Fraction {
    let value = this.#product();
    for (;;) {
      if (this.#take('+')) value = value.plus(this.#product());
      else if (this.#take('−')) value = value.minus(this.#product());
      else return value;
    }
  }

  #product(): Fraction {
    let value = this.#operand();
    for (;;) {
      if (this.#take('×')) value = value.times(this.#operand());
      else if (this.#take('÷')) value = value.dividedBy(this.#operand());
      else return value;
    }
  }

  #operand(): Fraction {
    if (this.#take('−')) return this.#operand().negated();
    if (this.#take('(')) return this.#closed(this.#sum(), ')');
    if (this.#take('⌊')) return Fraction.of(this.#closed(this.#sum(), '⌋').floor());
    if (this.#take('⌈')) return Fraction.of(-this.#closed(this.#sum(), '⌉').negated().floor());
    if (this.#take('min')) return this.#extreme(-1);
    if (this.#take('max')) return this.#extreme(1);
    if (this.#take('round')) return this.#rounded();
    const number = parseExact(this.#tokens[this.#at] ?? '');
    if (number === null) throw new Error(`"${this.#tokens.join(' ')}" ends too early.`);
    this.#at += 1;
    return number;
  }

  #extreme(side: 1 | -1): Fraction {
    this.#expect('(');
    let value = this.#sum();
    while (this.#take(',')) {
      const other = this.#sum();
      if (other.compare(value) * side > 0) value = other;
    }
    return this.#closed(value, ')');
  }

  /** `round(x, 2)`, half up. */
  #rounded(): Fraction {
    this.#expect('(');
    const value = this.#sum();
    this.#expect(',');
    return this.#closed(round(value, Number(this.#sum().numerator)), ')');
  }

  #closed(value: Fraction, sign: string): Fraction {
    this.#expect(sign);
    return value;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw new Error(`"${this.#tokens.join(' ')}" lacks "${sign}".`);
  }

  #take(sign: string): boolean {
    if (this.#tokens[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }
}
