/** A formula as a tree. */
export type Formula =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'operator'; readonly sign: string; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'negative'; readonly of: Formula }
  | { readonly kind: 'if'; readonly condition: Formula; readonly then: Formula; readonly otherwise: Formula }
  | { readonly kind: 'between'; readonly of: Formula; readonly low: Formula; readonly high: Formula }
  | { readonly kind: 'in'; readonly of: Formula; readonly options: readonly Formula[] }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Formula[] }
  | { readonly kind: 'filter'; readonly of: Formula; readonly condition: Formula };

/** Functions and lists whose names hold spaces, the longest first. */
const SPACED = [
  'round half up',
  'round half down',
  'round half even',
  'all same matter',
  'all same rater',
  'all same category',
  'all same date',
  'year to date',
  'count distinct',
  'round up',
  'round down',
  'or else',
  'took part',
  'same matter',
  'same rater',
  'same category',
  'same date',
  'first period',
  'at least',
  'at most',
];

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?%?)|"([^"]*)"|([A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff]*(?:\.[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff]*)*)|(\*\*|<=|>=|!=|[-+*/()[\],<>=]))/y;

interface Token {
  readonly kind: 'number' | 'word' | 'name' | 'sign';
  readonly text: string;
}

const known = new Map<string, Formula>();

/** Parses a formula of the subset that the oracle knows; throws where it ends too early or goes on too long. */
export function parseFormula(text: string): Formula {
  let formula = known.get(text);
  if (formula === undefined) {
    formula = new Reader(tokensOf(text), text).whole();
    known.set(text, formula);
  }
  return formula;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex;
    const spaced = SPACED.find((name) => new RegExp(`^\\s*${name}(?![\\w])`).test(text.slice(at)));
    if (spaced !== undefined) {
      const start = text.indexOf(spaced, at) + spaced.length;
      const column = /^\.[a-z]+/.exec(text.slice(start))?.[0] ?? '';
      tokens.push({ kind: 'name', text: spaced + column });
      TOKEN.lastIndex = start + column.length;
      continue;
    }
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`"${text}" cannot be read at ${at}.`);
    const [, number, word, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign as string });
  }
  return tokens;
}

/** Operators of two sides from the loosest to the tightest; all of them go from left to right. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/'],
  ['**'],
];
const COMPARISONS = 2;

class Reader {
  readonly #tokens: readonly Token[];
  readonly #text: string;
  #at = 0;

  constructor(tokens: readonly Token[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  whole(): Formula {
    const formula = this.#any();
    if (this.#at < this.#tokens.length)
      throw new Error(`"${this.#text}" goes on at "${this.#tokens[this.#at]?.text}".`);
    return formula;
  }

  #any(): Formula {
    if (!this.#take('if')) return this.#level(0);
    const condition = this.#any();
    this.#expect('then');
    const then = this.#any();
    this.#expect('else');
    return { kind: 'if', condition, then, otherwise: this.#any() };
  }

  #level(level: number): Formula {
    const signs = LEVELS[level];
    if (signs === undefined) return this.#signed();
    let left = this.#level(level + 1);
    for (;;) {
      const sign = signs.find((candidate) => this.#take(candidate));
      if (sign !== undefined) left = { kind: 'operator', sign, left, right: this.#level(level + 1) };
      else if (level === COMPARISONS && this.#take('between')) {
        const low = this.#level(level + 1);
        this.#expect('and');
        left = { kind: 'between', of: left, low, high: this.#level(level + 1) };
      } else if (level === COMPARISONS && this.#take('in')) {
        const close = this.#take('(') ? ')' : ']';
        if (close === ']') this.#expect('[');
        left = { kind: 'in', of: left, options: this.#listUpTo(close) };
      } else return left;
    }
  }

  #signed(): Formula {
    if (this.#take('-')) return { kind: 'negative', of: this.#signed() };
    let formula = this.#operand();
    while (this.#take('[')) {
      const condition = this.#any();
      this.#expect(']');
      formula = { kind: 'filter', of: formula, condition };
    }
    return formula;
  }

  #operand(): Formula {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Error(`"${this.#text}" ends too early.`);
    this.#at += 1;
    if (token.kind === 'number') return { kind: 'number', text: token.text };
    if (token.kind === 'word') return { kind: 'word', text: token.text };
    if (token.text === '(') {
      const formula = this.#any();
      this.#expect(')');
      return formula;
    }
    if (token.kind === 'sign') throw new Error(`"${this.#text}" cannot have "${token.text}" there.`);
    if (token.text === 'true' || token.text === 'false') return { kind: 'flag', value: token.text === 'true' };
    if (this.#take('(')) return { kind: 'call', name: token.text, operands: this.#listUpTo(')') };
    return { kind: 'name', name: token.text };
  }

  #listUpTo(close: string): Formula[] {
    const list: Formula[] = [];
    if (this.#take(close)) return list;
    do list.push(this.#any());
    while (this.#take(','));
    this.#expect(close);
    return list;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new Error(`"${this.#text}" lacks "${text}".`);
  }

  #take(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'word' || token.text !== text) return false;
    this.#at += 1;
    return true;
  }
}
