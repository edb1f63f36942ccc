import type { Json } from '../oracle/document.ts';
import type { Choices } from './choices.ts';
import { RandomFormula } from './random-formula.ts';

/** A map that is still being written. */
export type Draft = { [key: string]: Json };

const MARKS = [0, 0.5, 1, 2, 5, 10, 0.1];

/** Writes a random scheme of one yearly part: a tree, adjustments, results of every kind. */
export class RandomScheme {
  readonly #choices: Choices;
  readonly #numbers: string[] = [];
  readonly #flags: string[] = [];
  readonly #words: string[] = [];
  /** Leaves and parents whose figures have no rule but `score`: the data brings marks for them. */
  readonly scores: { readonly id: string; readonly max: number }[] = [];

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  write(): Draft {
    const scheme: Draft = { scheme: 'random', title: '随机', period: 'year', ...this.#head() };
    if (this.#choices.chance(20)) scheme['rank within'] = this.#choices.of(['everybody', 'kind']);
    scheme['items'] = this.#tree();
    if (this.#choices.chance(60)) scheme['adjustments'] = this.#adjustments();
    scheme['results'] = this.#results(scheme['adjustments'] !== undefined);
    return scheme;
  }

  #head(): Draft {
    const choices = this.#choices;
    const single = (kind: string, more: Draft, standIn: Json): Draft => ({
      kind,
      ...more,
      ...(choices.chance(50) ? { NA: true } : {}),
      ...(choices.chance(15) ? { 'without a row': standIn } : {}),
    });
    return {
      inputs: {
        n1: single('number', {}, 3),
        n2: single('number', {}, 0),
        n3: single('number', {}, 60),
        lv: single('level', { words: ['good', 'fair', 'poor'] }, 'poor'),
        fl: single('flag', {}, false),
        ev: { kind: 'event', categories: ['a', 'b', 'c'], ...(choices.chance(40) ? { NA: true } : {}) },
        ea: { kind: 'event', value: 'amount', ...(choices.chance(40) ? { NA: true } : {}) },
        bal: { kind: 'rating', categories: ['lead', 'mass'] },
        vote: { kind: 'rating', words: ['good', 'fair', 'poor'] },
      },
      parameters: { p1: '30%', p2: choices.of([0, 5, 60]), p3: { from: { 2023: 1, 2024: 2.5 } } },
      attributes: {
        pop: { kind: 'number', ...(choices.chance(30) ? { 'if empty': 10 } : {}) },
        kind: { kind: 'word' },
        poor: { kind: 'flag', ...(choices.chance(50) ? { 'if empty': false } : {}) },
      },
    };
  }

  #formula(numbers: readonly string[] = this.#numbers): RandomFormula {
    return new RandomFormula(this.#choices, {
      inputs: ['n1', 'n2', 'n3'],
      numbers,
      flags: this.#flags,
      words: this.#words,
    });
  }

  #amount(percentFormula = 15, formula = this.#formula()): Json {
    return this.#choices.chance(percentFormula) ? formula.number(1) : this.#choices.of(MARKS);
  }

  // ------------------------------------------------------------ the tree

  #tree(): Json[] {
    return Array.from({ length: 1 + this.#choices.below(3) }, (_, at) => this.#item(`i${at + 1}`, 2));
  }

  #item(id: string, depth: number): Json {
    const choices = this.#choices;
    if (depth === 0 || choices.chance(50)) return this.#leaf(id);
    const count = 1 + choices.below(3);
    // What a parent says about itself holds for those below it too, so it must not look at them.
    const above = this.#formula([...this.#numbers]);
    const children = Array.from({ length: count }, (_, at) => this.#item(`${id}.c${at + 1}`, depth - 1) as Draft);
    const node: Draft = { id, items: children };
    choices.one(
      () => {
        delete node['sum']; // a node with children is their sum
      },
      () => {
        node['sum'] = { 'rescale to': choices.of([100, 10, 0]) };
        for (const child of children) child['max'] ??= choices.of([10, 5, 60]);
      },
      () => {
        node['weighted mean'] = choices.chance(30) ? { times: choices.of(['0.7', 'p1', 'n1']) } : 'items';
        for (const child of children)
          child['weight'] = choices.chance(80) ? choices.of([1, 25, '20%', '1/3', 0]) : 'pop';
      },
      () => {
        node['mean'] = choices.chance(50) ? { missing: 'leave out' } : 'items';
      },
    );
    if (choices.chance(40)) node['max'] ??= choices.of([10, 100, 5]);
    this.#modify(node, 'parent', above);
    this.#numbers.push(id);
    return node;
  }

  #leaf(id: string): Json {
    const choices = this.#choices;
    const node: Draft = { id, max: choices.chance(85) ? choices.of([1, 2, 5, 10, 100]) : 'if poor then 4 else 10' };
    const max = typeof node['max'] === 'number' ? node['max'] : 10;
    choices.one(
      () => {
        node['score'] = choices.chance(40) ? { NA: choices.of(['leave out', 'full', 'half', 'zero']) } : 'given';
        this.scores.push({ id, max });
      },
      () => void (node['ratio'] = this.#ratio()),
      () => void (node['deduct'] = this.#lines(choices.chance(30) ? { from: this.#amount(50) } : {})),
      () => void (node['earn'] = this.#lines({})),
      () => void (node['bands'] = this.#bands()),
      () => void (node['levels'] = this.#levels()),
      () => void (node['poll'] = this.#poll()),
      () => void (node['best'] = this.#best()),
      () => void (node['formula'] = this.#formula().number()),
      () => void (node['cases'] = this.#cases(() => choices.of([0, 1, 5, 10]))),
    );
    this.#modify(node, 'leaf');
    this.#numbers.push(id);
    return node;
  }

  #ratio(): Draft {
    const choices = this.#choices;
    const rule: Draft = choices.chance(50)
      ? { rate: choices.of(['n1', 'n2', this.#formula().number(1)]) }
      : {
          of: choices.of(['n1', this.#formula().number(1)]),
          to: choices.chance(70) ? choices.of(['10', 'p2', 'n3']) : 'n2',
        };
    if (choices.chance(40)) rule['nothing below'] = choices.of(['60%', '1/3', 'p1']);
    if (choices.chance(40)) rule['ceiling'] = choices.of<Json>(['120%', false, '100%']);
    if (choices.chance(25)) rule['marks'] = this.#amount();
    return rule;
  }

  #lines(more: Draft): Json {
    const choices = this.#choices;
    const lines = Array.from({ length: 1 + choices.below(3) }, () => this.#line());
    const passes = choices.chance(25);
    if (!passes && Object.keys(more).length === 0) return lines;
    return { ...more, ...(passes ? { NA: 'pass over' } : {}), lines };
  }

  #line(): Json {
    const choices = this.#choices;
    const inRow = this.#formula().in('row');
    const by = (formula = this.#formula()): Draft =>
      Object.fromEntries(choices.some(['a', 'b', 'c'], 1).map((word) => [word, this.#amount(15, formula)]));
    const line: Draft = choices.one<Draft>(
      () => ({ [choices.of(['each', 'once'])]: choices.of(['ev', 'ea', 'bal']), marks: this.#amount() }),
      () => ({ [choices.of(['each', 'once'])]: 'ev', by: by() }),
      () => ({ row: choices.of(['ev', 'ea', 'bal']), marks: inRow.number(1) }),
      () => ({ row: 'ev', by: by(inRow), ...(choices.chance(40) ? { plus: inRow.number(1) } : {}) }),
      () => ({ row: 'ea', times: inRow.number(1), ...(choices.chance(40) ? { plus: '1' } : {}) }),
      () => ({ row: 'ea', bands: this.#bandRows(['2', '10'], () => choices.of<Json>([1, 2, 'value / 3'])) }),
      () => ({
        per: choices.of(['1', '0.5', '10', '1/3', 'p2']),
        of: this.#formula().number(1),
        marks: this.#amount(),
        ...(choices.chance(40) ? { prorated: true } : {}),
      }),
      () => ({ marks: this.#amount(50) }),
    );
    if (line['each'] !== undefined || line['once'] !== undefined || line['row'] !== undefined) {
      if (choices.chance(25)) line['where'] = inRow.condition(0);
      const item = line['each'] ?? line['once'] ?? line['row'];
      if (item === 'ev' && line['by'] === undefined && choices.chance(25))
        line['categories'] = choices.some(['a', 'b'], 1);
    }
    if (choices.chance(25)) line['if'] = this.#formula().condition();
    if (choices.chance(25)) line['at most'] = this.#amount();
    return line;
  }

  #bandRows(edges: readonly string[], marks: () => Json): Json[] {
    const choices = this.#choices;
    const rows: Draft[] = [...edges]
      .reverse()
      .map((edge) => ({ [choices.of(['from', 'above'])]: Number(edge), marks: marks() }));
    if (choices.chance(92)) rows.push({ marks: marks() });
    else rows.push({ [choices.of(['to', 'below'])]: Number(edges[0]), marks: marks() });
    return rows;
  }

  #bands(): Draft {
    const choices = this.#choices;
    const of = choices.chance(50) ? choices.of(['n1', 'n2']) : this.#formula().number(1);
    return {
      of,
      rows: this.#bandRows(choices.of([['60', '90'], ['1'], ['0', '10', '100']]), () =>
        choices.of<Json>([0, 1, 5, 'value / 10']),
      ),
    };
  }

  #levels(): Draft {
    const choices = this.#choices;
    const words: Draft = choices.chance(80) ? { good: 5, fair: 2.5, poor: 0 } : { good: 5, fair: 'NA' };
    return {
      of: choices.chance(80) ? 'lv' : 'if n1 > 5 then "good" else "fair"',
      words,
      ...(choices.chance(70) ? { else: 1 } : {}),
    };
  }

  #poll(): Draft {
    const choices = this.#choices;
    if (choices.chance(30)) return { of: 'vote', words: { good: 100, fair: 80, poor: 40 } };
    const rule: Draft = { of: 'bal' };
    if (choices.chance(50)) rule['categories'] = choices.of<Json>(['lead', 'mass', ['lead', 'mass']]);
    if (choices.chance(30)) rule['except own'] = true;
    if (choices.chance(30)) rule['where'] = this.#formula().in('row').condition(0);
    return rule;
  }

  #best(): Draft {
    const choices = this.#choices;
    const inner = (): Json =>
      choices.one<Json>(
        () => ({ title: 'a', ratio: { ...this.#ratio(), marks: choices.of([1, 2, 5]) } }),
        () => ({ title: 'b', formula: this.#formula().number(1) }),
        () => ({ title: 'c', levels: this.#levels() }),
        () => ({ title: 'd', poll: this.#poll() }),
      );
    return { count: 1 + choices.below(3), of: Array.from({ length: 1 + choices.below(3) }, inner) };
  }

  #cases(result: () => Json): Json[] {
    const choices = this.#choices;
    const cases: Draft[] = Array.from({ length: choices.below(3) }, () => ({
      if: this.#formula().condition(),
      ...(choices.chance(15) ? { is: 'NA' } : { is: result() }),
    }));
    return [...cases, { is: result() }];
  }

  // ------------------------------------------------------------ what every node may say

  #modify(node: Draft, place: 'leaf' | 'parent' | 'adjustment' | 'result', formula = this.#formula()): void {
    const choices = this.#choices;
    const say = (percent: number, key: string, value: () => Json): void => {
      if (choices.chance(percent)) node[key] = value();
    };
    const hasFull = node['max'] !== undefined;
    if (place === 'leaf') {
      say(15, 'may exceed max', () => true);
      say(10, 'may go below 0', () => true);
    }
    if (place !== 'parent') {
      say(10, 'at most', () => this.#amount(40));
      say(8, 'at least', () => this.#amount(40));
    }
    say(12, 'unless', () => ({
      if: formula.condition(),
      ...(choices.chance(60) ? { is: choices.of<Json>([0, 3, 'NA']) } : { use: formula.number(1) }),
    }));
    say(15, 'round', () =>
      choices.of<Json>([
        0,
        1,
        2,
        -1,
        { places: 1, mode: choices.of(['half even', 'half down', 'up', 'down', 'floor', 'ceiling']) },
        { significant: 2 },
      ]),
    );
    if (place !== 'result') say(8, 'strict', () => choices.chance(50));
    else say(8, 'strict', () => true);
    say(6, 'needs', () => choices.of(['n2', 'bal', 'lv']));
    const states: Json[] =
      hasFull && node['sum'] === undefined ? [0, 1, 'full marks', 'half marks', 'group mean'] : [0, 1];
    say(12, 'if missing', () => choices.of<Json>([...states, 'NA']));
    say(12, 'if not applicable', () => choices.of<Json>([...states, 'missing']));
    say(85, 'if dividing by zero', () => choices.of<Json>([...states, 'NA', 'missing']));
    say(6, 'missing if', () => formula.condition());
    say(8, 'only if', () => formula.condition());
    say(6, 'exists if', () => formula.condition());
    say(5, 'written if', () => formula.condition());
    say(5, 'incomplete if', () => formula.condition());
    if (place === 'leaf') say(5, 'optional', () => true);
    say(8, 'hidden', () => true);
  }

  // ------------------------------------------------------------ adjustments and results

  #adjustments(): Json {
    const choices = this.#choices;
    const items = Array.from({ length: 1 + choices.below(3) }, (_, at): Json => {
      const node: Draft = { id: `adj${at}` };
      choices.one(
        () => void (node['plus'] = this.#lines({})),
        () => void (node['minus'] = this.#lines(choices.chance(25) ? { shown: 'positive' } : {})),
        () => {
          node['plus'] = this.#lines({});
          node['minus'] = this.#lines({});
        },
      );
      this.#modify(node, 'adjustment');
      if (node['plus'] !== undefined && node['minus'] !== undefined) {
        const ambiguous = [
          'at most',
          'at least',
          'unless',
          'round',
          'if missing',
          'if not applicable',
          'if dividing by zero',
        ];
        for (const key of ambiguous) delete node[key];
      }
      this.#numbers.push(String(node['id']));
      return node;
    });
    this.#numbers.push('bonus', 'penalty');
    return {
      bonus: { title: '加分', ...(choices.chance(40) ? { 'at most': choices.of([5, 15]) } : {}) },
      penalty: { title: '扣分' },
      items,
    };
  }

  #results(hasAdjustments: boolean): Json[] {
    const choices = this.#choices;
    const tops = this.#numbers.filter((id) => /^i\d+$/.test(id));
    const parts = [...tops, ...(hasAdjustments ? ['bonus'] : [])];
    const sum = choices.chance(60) ? `sum(${parts.join(', ')}, 0)` : parts.join(' + ');
    const total: Draft = { id: 'total', formula: hasAdjustments ? `${sum} - penalty` : sum };
    if (choices.chance(50)) total['round'] = choices.of([2, 0]);
    const results: Json[] = [total];
    this.#numbers.push('total');
    const count = 2 + choices.below(6);
    for (let at = 0; at < count; at += 1) results.push(this.#result(`r${at}`));
    return results;
  }

  #result(id: string): Json {
    const choices = this.#choices;
    const node: Draft = { id };
    const type = choices.of(['number', 'number', 'standing', 'flag', 'word']);
    if (type === 'number') {
      choices.one(
        () => void (node['formula'] = this.#formula().number(3)),
        () => void (node['bands'] = this.#bands()),
        () => void (node['earn'] = this.#lines({})),
        () =>
          void (node['sum'] = {
            of: [{ title: 'x', formula: this.#formula().number() } as Json, { title: 'y', levels: this.#levels() }],
          }),
        () => void (node['table'] = this.#table()),
        () => void (node['tally'] = { of: ['i*'], is: choices.of<Json>([0, 1, 'given', 'missing']) }),
      );
      this.#modify(node, 'result');
      this.#numbers.push(id);
    } else if (type === 'standing') this.#standing(node);
    else if (type === 'flag') {
      choices.one(
        () => void (node['formula'] = this.#formula().condition(2)),
        () => void (node['any of'] = this.#anyOf()),
      );
      this.#outcome(node, [true, false]);
      this.#flags.push(id);
    } else {
      choices.one(
        () => void (node['cases'] = this.#cases(() => choices.of(['A', 'B', 'C']))),
        () =>
          void (node['bands'] = {
            of: choices.of(this.#numbers),
            rows: [{ from: 90, is: 'A' }, { from: 60, is: 'B' }, { is: 'C' }],
          }),
        () => void (node['reasons'] = [1, 2].map((code) => ({ if: this.#formula().condition(), code }))),
      );
      this.#outcome(node, ['A', 'none']);
      this.#words.push(id);
    }
    return node;
  }

  #outcome(node: Draft, standIns: readonly Json[]): void {
    const choices = this.#choices;
    if (choices.chance(12)) node['unless'] = { if: this.#formula().condition(), is: choices.of(standIns) };
    if (choices.chance(20)) node['if missing'] = choices.of(standIns);
    if (choices.chance(12)) node['if not applicable'] = choices.of(standIns);
    if (choices.chance(80)) node['if dividing by zero'] = choices.of(standIns);
    if (choices.chance(8)) node['only if'] = this.#formula().condition();
  }

  #table(): Draft {
    const choices = this.#choices;
    const cell = (): Json => choices.of<Json>(['any', '>= 60', '< 10', 0, [1, 2, 60]]);
    const word = (): Json => choices.of<Json>(['any', 'good', ['fair', 'poor']]);
    const rows = Array.from({ length: 1 + choices.below(3) }, (): Json => [word(), cell(), choices.of([0, 1.2, 5])]);
    return {
      of: ['lv', choices.of(this.#numbers)],
      rows,
      else: 0.5,
      ...(choices.chance(30) ? { take: choices.of(['highest', 'lowest']) } : {}),
    };
  }

  #anyOf(): Json[] {
    const choices = this.#choices;
    return Array.from({ length: 1 + choices.below(3) }, () =>
      choices.one<Json>(
        () => ({ if: this.#formula().condition() }),
        () => ({ event: 'ev', categories: choices.some(['a', 'b'], 1) }),
        () => ({ event: 'ea', where: this.#formula().in('row').condition(0) }),
        () => ({ event: choices.of(['ev', 'ea']), 'sum at least': choices.of([1, 2, 10]) }),
      ),
    );
  }

  #standing(node: Draft): void {
    const choices = this.#choices;
    const id = String(node['id']);
    const among = (): Draft => ({
      ...(choices.chance(60) ? { by: choices.of(this.#numbers) } : {}),
      ...(choices.chance(30) ? { among: this.#formula().condition() } : {}),
      ...(choices.chance(25) ? { within: choices.of(['everybody', 'kind', 'group']) } : {}),
    });
    choices.one(
      () => {
        node['rank'] = {
          ...among(),
          ...(choices.chance(30) ? { from: 'lowest' } : {}),
          ...(choices.chance(30) ? { ties: 'last' } : {}),
        };
        this.#numbers.push(id);
      },
      () => {
        node['places'] = {
          word: 'A',
          else: 'B',
          ...(choices.chance(50)
            ? { number: choices.of([0, 1, 2, 3]) }
            : { share: choices.of<Json>(['40%', '1/3', 1, '50%']) }),
          ...among(),
          ...(choices.chance(30) ? { from: 'lowest' } : {}),
          ...(choices.chance(30) ? { ties: 'admit' } : {}),
          ...(choices.chance(30) ? { 'at least': 1 } : {}),
          ...(choices.chance(25) ? { first: this.#formula().condition() } : {}),
          ...(choices.chance(25) ? { gate: this.#formula().condition() } : {}),
          ...(this.#words.length > 0 && choices.chance(40) ? { of: choices.of(this.#words) } : {}),
        };
        const places = node['places'] as Draft;
        if (places['share'] !== undefined) {
          if (choices.chance(40)) places['share of'] = choices.of(['everybody', this.#formula().condition()]);
          if (choices.chance(40)) places['rounded'] = choices.of(['up', 'half up', 'down']);
        }
        this.#words.push(id);
      },
      () => {
        node['prizes'] = {
          ...among(),
          ranks: choices.of<Json>([[900, 600, 300], [50]]),
          else: 0,
          ...(choices.chance(40) ? { ties: choices.of(['drop', 'admit']) } : {}),
        };
        this.#numbers.push(id);
      },
      () => {
        node['share'] = {
          ...among(),
          pool: choices.of(['100', 'n3', 'p2']),
          by: choices.of(this.#numbers),
        };
        if (choices.chance(50)) node['round'] = 2;
        if (choices.chance(85)) node['if dividing by zero'] = 0;
        this.#numbers.push(id);
      },
    );
  }
}
