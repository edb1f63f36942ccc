import { Fraction } from '../../../number/fraction.ts';
import type { Comparison, NodeId, PlanNode, Rung } from '../../../plan/plan.ts';
import { wordsOf } from './possible-values.ts';
import * as ranges from './range.ts';
import type { Range } from './range.ts';
import type { SchemeView } from './scheme-view.ts';

/** What a column that conditions look at holds in one case: a stretch of numbers, a word, or yes and no. */
export type CaseValue =
  | { readonly kind: 'number'; readonly range: Range }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'flag'; readonly flag: boolean };

/** A column that conditions look at, with the values that they tell apart. */
export interface Variable {
  readonly column: NodeId;
  /** For differences of two columns that are compared: the other one. */
  readonly other: NodeId | null;
  readonly values: readonly CaseValue[];
}

/** One value per variable, by its key. */
export type Case = ReadonlyMap<string, CaseValue>;

/** A word that none of the conditions names. */
export const OTHER_WORD = '…';

const MOST_CASES = 5_000;

/**
 * All cases that a few conditions tell apart. Numbers fall into stretches between the thresholds that the conditions
 * name, words into those named and one other, everything else is yes or no. Within a case every condition is the same
 * for all data, so "what no condition holds" and "what a later condition can still get" are found by counting cases.
 *
 * Columns are taken to be independent of each other: two that are not (a sum and one of its parts) may give cases that
 * cannot come.
 */
export class CaseSpace {
  readonly #view: SchemeView;
  readonly #thresholds = new Map<string, Fraction[]>();
  readonly #words = new Map<string, Set<string>>();
  readonly #columns = new Map<string, { column: NodeId; other: NodeId | null }>();
  readonly #variables: ReadonlyMap<string, Variable>;
  readonly #atomsRead = new Map<NodeId, Atom>();

  constructor(conditions: readonly NodeId[], view: SchemeView) {
    this.#view = view;
    for (const condition of conditions) this.#collect(condition);
    this.#variables = new Map(
      [...this.#columns].map(([key, { column, other }]) => [key, { column, other, values: this.#valuesOf(key) }]),
    );
  }

  get variables(): ReadonlyMap<string, Variable> {
    return this.#variables;
  }

  /** The one column that the conditions look at; `null` where they look at several, or at none. */
  only(): (Variable & { readonly key: string }) | null {
    const [first, ...others] = this.#variables;
    return first === undefined || others.length > 0 ? null : { key: first[0], ...first[1] };
  }

  /** All cases; `null` where there are too many to look at. */
  cases(): readonly Case[] | null {
    const sizes = [...this.#variables.values()].map(({ values }) => values.length);
    if (sizes.reduce((product, size) => product * size, 1) > MOST_CASES) return null;
    let found: Map<string, CaseValue>[] = [new Map()];
    for (const [key, { values }] of this.#variables) {
      found = found.flatMap((known) => values.map((value) => new Map([...known, [key, value]])));
    }
    return found;
  }

  /** Keys of the variables that a condition looks at. */
  keysOf(condition: NodeId): ReadonlySet<string> {
    const keys = new Set<string>();
    this.#atoms(condition, (_, key) => key !== null && keys.add(key));
    return keys;
  }

  holds(condition: NodeId, given: Case): boolean {
    const node = this.#view.graph.bare(condition);
    const { operation, inputs } = node;
    switch (operation.kind) {
      case 'constant':
        return operation.value === true;
      case 'and':
        return inputs.every((input) => this.holds(input, given));
      case 'or':
        return inputs.some((input) => this.holds(input, given));
      case 'not':
        return !this.holds(inputs[0] as NodeId, given);
      default:
        return this.#atomHolds(node, given);
    }
  }

  #collect(condition: NodeId): void {
    this.#atoms(condition, (node, key) => {
      if (key === null) return;
      const atom = this.#read(node);
      if (!this.#columns.has(key)) this.#columns.set(key, { column: atom.column, other: atom.other });
      if (atom.kind === 'number') this.#thresholds.set(key, [...(this.#thresholds.get(key) ?? []), atom.number]);
      if (atom.kind === 'word') this.#words.set(key, new Set([...(this.#words.get(key) ?? []), ...atom.named]));
    });
  }

  #atoms(condition: NodeId, visit: (node: PlanNode, key: string | null) => unknown): void {
    const node = this.#view.graph.bare(condition);
    const { kind } = node.operation;
    if (kind === 'constant') return;
    if (kind === 'and' || kind === 'or' || kind === 'not') {
      for (const input of node.inputs) this.#atoms(input, visit);
      return;
    }
    visit(node, this.#read(node).key);
  }

  /** What a condition that is not made of others asks of which column. */
  #read(node: PlanNode): Atom {
    const known = this.#atomsRead.get(node.id) ?? this.#atomOf(node);
    this.#atomsRead.set(node.id, known);
    return known;
  }

  #atomOf(node: PlanNode): Atom {
    const { graph } = this.#view;
    const { operation, inputs } = node;
    if (operation.kind === 'is') {
      const column = graph.node(inputs[0] as NodeId).id;
      return wordAtom(`state ${graph.bare(column).id}`, column, [operation.state]);
    }
    if (operation.kind !== 'compare') return { kind: 'flag', key: `flag ${node.id}`, column: node.id, other: null };
    const [left, right] = inputs as readonly [NodeId, NodeId];
    if (graph.node(left).type === 'number') return this.#numberAtom(left, right, operation.relation);
    const sides = [graph.bare(left), graph.bare(right)] as const;
    const fixed = sides.find((side) => side.operation.kind === 'constant');
    const free = sides.find((side) => side !== fixed);
    const equal = operation.relation === '=' || operation.relation === '!=';
    if (fixed?.operation.kind !== 'constant' || free === undefined || !equal) {
      return { kind: 'flag', key: `flag ${node.id}`, column: node.id, other: null };
    }
    const column = free === sides[0] ? left : right;
    return wordAtom(`word ${free.id}`, column, [String(fixed.operation.value)], operation.relation === '!=');
  }

  /** A comparison on a scale asks for some of its words. */
  #rungAtom({ operation, inputs }: PlanNode, number: Fraction, relation: Comparison): Atom {
    const column = inputs[0] as NodeId;
    const scale = operation as Rung;
    const asked = scale.words.filter((word) => meets(ranges.point(rungOf(scale, word)), relation, number));
    return { ...wordAtom(`word ${this.#view.graph.bare(column).id}`, column, asked), named: scale.words };
  }

  #numberAtom(left: NodeId, right: NodeId, relation: Comparison): Atom {
    const { graph } = this.#view;
    const [a, b] = [this.#fixed(left), this.#fixed(right)];
    const rungs = [graph.bare(left), graph.bare(right)] as const;
    if (b !== null && rungs[0].operation.kind === 'rung') return this.#rungAtom(rungs[0], b, relation);
    if (a !== null && rungs[1].operation.kind === 'rung') return this.#rungAtom(rungs[1], a, TURNED[relation]);
    const common = { kind: 'number', other: null } as const;
    if (b !== null) return { ...common, key: `number ${graph.bare(left).id}`, column: left, number: b, relation };
    if (a !== null) {
      const turned = TURNED[relation];
      return { ...common, key: `number ${graph.bare(right).id}`, column: right, number: a, relation: turned };
    }
    const [one, two] = [graph.bare(left).id, graph.bare(right).id];
    const inOrder = one <= two;
    return {
      kind: 'number',
      key: `difference ${Math.min(one, two)} ${Math.max(one, two)}`,
      column: inOrder ? left : right,
      other: inOrder ? right : left,
      number: Fraction.ZERO,
      relation: inOrder ? relation : TURNED[relation],
    };
  }

  /** A number that is written in the scheme, or a place on a scale. */
  #fixed(column: NodeId): Fraction | null {
    const { graph, values } = this.#view;
    const { operation, inputs } = graph.bare(column);
    if (operation.kind === 'rung') {
      const word = graph.bare(inputs[0] as NodeId).operation;
      if (word.kind !== 'constant' || !operation.words.includes(String(word.value))) return null;
      return rungOf(operation, String(word.value));
    }
    if (operation.kind !== 'constant' && operation.kind !== 'parameter') return null;
    const range = values.numbers(column);
    return ranges.isPoint(range) ? (range.low?.value ?? null) : null;
  }

  #valuesOf(key: string): CaseValue[] {
    const { column, other } = this.#columns.get(key) as { column: NodeId; other: NodeId | null };
    const { values } = this.#view;
    if (key.startsWith('state ')) return ['missing', 'na', 'given'].map((word) => ({ kind: 'word', word }));
    if (key.startsWith('word ')) {
      const known = wordsOf(values.of(column));
      const named = [...(this.#words.get(key) ?? [])];
      return (known === null ? [...named, OTHER_WORD] : [...known]).map((word) => ({ kind: 'word', word }));
    }
    if (key.startsWith('flag ')) {
      const possible = values.of(column);
      const { yes, no } = possible.type === 'flag' ? possible : { yes: true, no: true };
      return [...(yes ? [true] : []), ...(no ? [false] : [])].map((flag) => ({ kind: 'flag', flag }));
    }
    // What a figure counts where it is missing is no case of its own.
    const whole = other === null ? values.numbers(this.#view.graph.bare(column).id) : ranges.ANY_NUMBER;
    return stretches(whole, this.#thresholds.get(key) ?? []).map((range) => ({ kind: 'number', range }));
  }

  #atomHolds(node: PlanNode, given: Case): boolean {
    const atom = this.#read(node);
    const value = given.get(atom.key);
    if (value === undefined) return false;
    if (atom.kind === 'flag') return value.kind === 'flag' && value.flag;
    if (atom.kind === 'word') return value.kind === 'word' && atom.words.has(value.word) !== atom.isNot;
    return value.kind === 'number' && meets(value.range, atom.relation, atom.number);
  }
}

type Atom = { readonly key: string; readonly column: NodeId; readonly other: NodeId | null } & (
  | { readonly kind: 'flag' }
  | {
      readonly kind: 'word';
      /** Words that meet it; with `isNot`, those that do not. */
      readonly words: ReadonlySet<string>;
      readonly isNot: boolean;
      /** Words that have to be told apart for it. */
      readonly named: readonly string[];
    }
  | { readonly kind: 'number'; readonly number: Fraction; readonly relation: Comparison }
);

function wordAtom(key: string, column: NodeId, words: readonly string[], isNot = false): Atom & { kind: 'word' } {
  return { kind: 'word', key, column, other: null, words: new Set(words), named: words, isNot };
}

/** Where a word stands on its scale. */
function rungOf({ words, from }: Rung, word: string): Fraction {
  const at = words.indexOf(word);
  return Fraction.of(from === 'best' ? at + 1 : words.length - at);
}

/** The numbers of a range, parted at thresholds: each of them alone, and what lies between. */
function stretches(whole: Range, thresholds: readonly Fraction[]): Range[] {
  const sorted = [...thresholds].sort((a, b) => a.compare(b)).filter((number, at, all) => !all[at - 1]?.equals(number));
  const pieces: Range[] = [];
  let low: ranges.End | null = null;
  for (const value of sorted) {
    pieces.push({ low, high: { value, included: false }, step: null }, ranges.range(value, value));
    low = { value, included: false };
  }
  pieces.push({ low, high: null, step: null });
  return pieces.map((piece) => ranges.intersect(whole, piece)).filter((piece) => !ranges.isEmpty(piece));
}

/** Within a stretch a comparison with one of the thresholds is the same for all numbers. */
function meets({ low, high }: Range, relation: Comparison, number: Fraction): boolean {
  const isPoint = low !== null && high !== null && low.value.equals(high.value) && low.value.equals(number);
  const below = high !== null && (high.value.compare(number) < 0 || (high.value.equals(number) && !isPoint));
  const above = !isPoint && !below;
  switch (relation) {
    case '=':
      return isPoint;
    case '!=':
      return !isPoint;
    case '<':
      return below;
    case '<=':
      return below || isPoint;
    case '>':
      return above;
    case '>=':
      return above || isPoint;
  }
}

const TURNED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
