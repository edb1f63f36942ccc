import type { Choices } from './choices.ts';
import type { PartNames } from './part-names.ts';

/** What formulas can name at some place of a random scheme. */
export interface Names {
  /** Inputs with one number. */
  readonly inputs: readonly string[];
  /** Nodes above, by what they hold. */
  readonly numbers: readonly string[];
  readonly flags: readonly string[];
  readonly words: readonly string[];
  /** Those of the numbers that are figures of the same part. */
  readonly own: readonly string[];
  readonly registers: readonly string[];
  /** Parts whose figures are lists here. */
  readonly lists: readonly PartNames[];
}

/** Where a formula stands: in a cell, in a row, or in the brackets of other subjects. */
export type Place = 'cell' | 'row' | 'member';

/** Edges that data and rules share, so that figures fall on them. */
export const NUMBERS = ['0', '1', '2', '3', '5', '10', '60', '75', '90', '100', '0.1', '0.5', '59.99', '60.01', '33.3'];

/** Random formulas as text. They are typed; they may be missing, NA, or divide by 0. */
export class RandomFormula {
  readonly #choices: Choices;
  readonly #names: Names;
  readonly #place: Place;

  constructor(choices: Choices, names: Names, place: Place = 'cell') {
    this.#choices = choices;
    this.#names = names;
    this.#place = place;
  }

  in(place: Place): RandomFormula {
    return new RandomFormula(this.#choices, this.#names, place);
  }

  /** A number. */
  number(depth = 2): string {
    const choices = this.#choices;
    if (depth === 0 || choices.chance(25)) return this.#simpleNumber();
    const next = (): string => this.number(depth - 1);
    return choices.one(
      () => `${this.#bracketed(depth)} ${choices.of(['+', '-', '*'])} ${this.#bracketed(depth)}`,
      () =>
        `${this.#bracketed(depth)} / ${choices.chance(85) ? choices.of(['2', '3', '7', '60%']) : this.#bracketed(0)}`,
      () => `${choices.of(['min', 'max', 'sum', 'mean'])}(${next()}, ${next()})`,
      () =>
        `(if ${this.condition(depth - 1)} then ${this.#place === 'cell' && choices.chance(15) ? 'NA' : next()} else ${next()})`,
      () => `or else(${next()}, ${next()})`,
      () => `${choices.of(['floor', 'ceiling', 'abs'])}(${next()})`,
      () =>
        `${choices.of(['round half up', 'round half even', 'round half down', 'round up', 'round down'])}(${next()}, ${choices.of(['0', '1', '2', '-1'])})`,
      () => `portion(${next()}, ${choices.of(['0', '10', '60'])}, ${choices.of(['60', '90'])})`,
      () => `-${this.#bracketed(depth)}`,
      () => this.#drawnTogether(depth),
      () => this.#drawnTogether(depth),
    );
  }

  /** A condition. */
  condition(depth = 1): string {
    const choices = this.#choices;
    const { flags, words } = this.#names;
    if (depth > 0 && choices.chance(30)) {
      const [a, b] = [this.condition(depth - 1), this.condition(depth - 1)];
      return choices.one(
        () => `${a} and ${b}`,
        () => `(${a} or ${b})`,
        () => `not(${a})`,
      );
    }
    const lower = Math.max(depth - 1, 0);
    return choices.one(
      () => `${this.#bracketed(lower)} ${choices.of(['<', '<=', '>', '>=', '=', '!='])} ${choices.of(NUMBERS)}`,
      () => `${this.#bracketed(lower)} ${choices.of(['<', '<=', '>', '>='])} ${this.#bracketed(lower)}`,
      () => `${this.#bracketed(lower)} between ${choices.of(['0', '1', '10'])} and ${choices.of(['60', '90', '100'])}`,
      () =>
        `${choices.of(['given', 'missing', 'applies'])}(${choices.of([...this.#names.inputs, ...this.#names.numbers])})`,
      () =>
        choices.of(['fl', 'poor', 'kind = "x"', 'kind != ""', 'lv = "good"', 'lv in ("good", "fair")', 'lv != "poor"']),
      () => (flags.length > 0 ? choices.of(flags) : 'poor'),
      () => (words.length > 0 ? `${choices.of(words)} = "${choices.of(['A', 'B', 'C'])}"` : 'kind = "y"'),
      () => this.#rowCondition(),
    );
  }

  #rowCondition(): string {
    const choices = this.#choices;
    if (this.#place === 'row') return choices.of(['value > 1', 'category = "a"', 'value >= 10', 'value = 2']);
    if (this.#place === 'member') return 'pop > 10';
    return choices.of(['exists(ev)', 'exists(ev[category = "a"])', 'count(ea) > 1', 'exists(ea[value > n1])']);
  }

  #simpleNumber(): string {
    const choices = this.#choices;
    const { inputs, numbers } = this.#names;
    if (this.#place === 'row' && choices.chance(40)) return 'value';
    return choices.one(
      () => choices.of(NUMBERS),
      () => choices.of([...inputs, 'pop', 'p1', 'p2', 'p3']),
      () => choices.of(inputs),
      () => (numbers.length > 0 ? choices.of(numbers) : choices.of(inputs)),
      () => (numbers.length > 0 ? choices.of(numbers) : 'pop'),
    );
  }

  #bracketed(depth: number): string {
    const text = this.number(Math.max(depth - 1, 0));
    return /^[\w.%]+$/.test(text) ? text : `(${text})`;
  }

  /** A list drawn together: of rows, of others, of other periods. Within brackets of subjects there is none. */
  #drawnTogether(depth: number): string {
    const choices = this.#choices;
    if (this.#place !== 'cell') return this.#simpleNumber();
    const lower = Math.max(depth - 1, 0);
    const aggregate = choices.of(['sum', 'mean', 'min', 'max', 'count']);
    const named = choices.of([...this.#names.inputs, ...this.#names.numbers]);
    const among = choices.of(['peers', 'all']);
    if (this.#names.lists.length > 0 && choices.chance(40)) return this.#ofOthers(lower, aggregate);
    const figure = this.#names.own.length > 0 ? choices.of(this.#names.own) : null;
    if (figure === null) return `${aggregate}(${choices.of(['ev', 'ea', 'bal'])})`;
    return choices.one(
      () => `${aggregate}(${choices.of(['ev', 'ea', 'bal'])})`,
      () => `${aggregate}(${choices.of(['ev', 'ea', 'bal'])}[${this.in('row').condition(lower)}])`,
      () => `${aggregate}(${among}.${figure})`,
      () => `${aggregate}(${among}.${figure}[${this.in('member').condition(lower)}])`,
      () => `count(${among}[${this.in('member').condition(lower)}])`,
      () => `previous(${named})`,
      () => `${aggregate}(recent(${named}, ${choices.of(['1', '2', '3'])}))`,
      () => `${aggregate}(earlier(${named}))`,
      () => `count distinct(${choices.of(['ev.category', 'ea.matter', `${among}.${figure}`])})`,
    );
  }

  /** A list of figures of another part drawn together. */
  #ofOthers(depth: number, aggregate: string): string {
    const choices = this.#choices;
    const other = choices.of(this.#names.lists);
    const { id, numbers, flags, words } = other;
    const names: Names = { inputs: ['n1', 'n2', 'n3'], numbers, flags, words, own: numbers, registers: [], lists: [] };
    const condition = (): string => new RandomFormula(choices, names, 'member').condition(depth);
    if (numbers.length === 0) return `count(${id})`;
    const figure = choices.of(numbers);
    return choices.one(
      () => `${aggregate}(${id}.${figure})`,
      () => `${aggregate}(${id}.${figure}[${condition()}])`,
      () => `count(${id}[${condition()}])`,
      () => `count distinct(${id}.${choices.of([...words, figure])})`,
      () => `or else(${aggregate}(${id}.${figure}), 0)`,
    );
  }
}
