import { Fraction } from '../../../number/fraction.ts';
import { edgeNumber } from '../../../plan/operators/bands.ts';
import type { Cell, ValueType } from '../../../plan/cell.ts';
import type {
  Aggregate,
  Band,
  CalendarField,
  Comparison,
  NodeId,
  Operation,
  Plan,
  PlanNode,
  RowFrame,
} from '../../../plan/plan.ts';
import * as ranges from './range.ts';
import { rungs, wordsWithin } from './rungs.ts';
import type { Range } from './range.ts';

/** What a column can hold, whatever the data: a set that is never too small. States (missing, NA) stand beside it. */
export type Possible =
  | { readonly type: 'number'; readonly range: Range }
  /** `null`: any word. */
  | { readonly type: 'word'; readonly words: ReadonlySet<string> | null }
  | { readonly type: 'flag'; readonly yes: boolean; readonly no: boolean }
  /** No value at all: nothing but states. */
  | { readonly type: 'nothing' };

/** What is known of the values that come from outside the plan. */
export interface Sources {
  readonly parameter: (name: string, type: ValueType) => Possible;
  readonly attribute: (name: string, type: ValueType) => Possible;
  /** Values, or categories, of the rows of an item. */
  readonly rows: (item: string, field: 'value' | 'category', frame: RowFrame) => Possible;
}

const NOTHING: Possible = { type: 'nothing' };
const WHOLE = Fraction.ONE;

const between = (low: number, high: number): Range => ranges.range(Fraction.of(low), Fraction.of(high), WHOLE);

/** What the calendar can say about a period. */
const CALENDAR: Readonly<Record<CalendarField, Range>> = {
  year: between(1, 9999),
  half: between(1, 2),
  quarter: between(1, 4),
  month: between(1, 12),
  days: between(28, 366),
};

/**
 * Follows a plan with sets of values instead of values: from the limits and vocabularies of the inputs to every column.
 * New kinds of rules need nothing here, because all of them compile to the plan.
 */
export class PossibleValues {
  readonly #plan: Pick<Plan, 'nodes' | 'frames'>;
  readonly #sources: Sources;
  readonly #known: Map<NodeId, Possible>;

  /** `fixed`: columns that are taken to hold something else than what follows from the plan. */
  constructor(
    plan: Pick<Plan, 'nodes' | 'frames'>,
    sources: Sources,
    fixed: ReadonlyMap<NodeId, Possible> = new Map(),
  ) {
    this.#plan = plan;
    this.#sources = sources;
    this.#known = new Map(fixed);
  }

  of(column: NodeId): Possible {
    const known = this.#known.get(column);
    if (known !== undefined) return known;
    const node = this.#plan.nodes[column] as PlanNode;
    const found = this.#derive(node);
    this.#known.set(column, found);
    return found;
  }

  /** Numbers that a column can hold; any number where it holds none or nobody knows. */
  numbers(column: NodeId): Range {
    const possible = this.of(column);
    return possible.type === 'number' ? possible.range : ranges.ANY_NUMBER;
  }

  #derive(node: PlanNode): Possible {
    const { operation, inputs, type } = node;
    switch (operation.kind) {
      case 'constant':
        return constant(operation.value);
      case 'parameter':
        return this.#sources.parameter(operation.name, type);
      case 'attribute':
        return this.#sources.attribute(operation.name, type);
      case 'field':
        return this.#field(node, operation.field);
      case 'calendar':
        return operation.field === 'first period' ? anything('flag') : numbers(CALENDAR[operation.field]);
      case 'same':
      case 'of cell':
      case 'guard':
        return this.of(inputs[0] as NodeId);
      case 'compare':
        return this.#compare(operation.relation, inputs);
      case 'and':
      case 'or':
      case 'not':
        return this.#logic(operation.kind, inputs);
      case 'is':
        return anything('flag');
      case 'select':
        return this.#select(inputs);
      case 'bands':
        return this.#bands(operation.bands, inputs);
      case 'match':
        return this.#match(operation, inputs);
      case 'rung':
        return numbers(rungs(operation, wordsOf(this.of(inputs[0] as NodeId))));
      case 'on rung':
        return word(wordsWithin(operation.words, this.numbers(inputs[0] as NodeId)));
      case 'replace':
        return together([this.of(inputs[0] as NodeId), this.of(inputs[1] as NodeId)], type);
      case 'gather':
        if (countsItself(operation, inputs))
          return numbers({ low: ranges.closed(Fraction.ONE), high: null, step: WHOLE });
        return drawn(operation.aggregate, this.of(inputs[0] as NodeId), type);
      case 'fold':
        return drawn(operation.aggregate, this.of(inputs[0] as NodeId), type);
      case 'rank':
        return numbers({ low: ranges.closed(Fraction.ONE), high: null, step: WHOLE });
      default:
        return type === 'number' ? numbers(this.#arithmetic(operation, inputs)) : anything(type);
    }
  }

  #arithmetic(operation: Operation, inputs: readonly NodeId[]): Range {
    const operands = inputs.map((input) => this.numbers(input));
    const [a = ranges.ANY_NUMBER, b = ranges.ANY_NUMBER] = operands;
    switch (operation.kind) {
      case 'add':
        return ranges.add(a, b);
      case 'subtract':
        return ranges.add(a, ranges.negate(b));
      case 'multiply':
        return ranges.multiply(a, b);
      case 'divide':
        return ranges.divide(a, b);
      case 'negate':
        return ranges.negate(a);
      case 'absolute':
        return ranges.absolute(a);
      case 'square root':
        return { ...ranges.ANY_NUMBER, low: ranges.closed(Fraction.ZERO) };
      case 'smallest':
        return ranges.smallest(operands);
      case 'largest':
        return ranges.largest(operands);
      case 'round':
        return ranges.rounded(a, operation.places, operation.mode);
      case 'combine':
        return combined(operation.how, operands);
      case 'best':
        return best(operation.count, operands);
      default:
        return ranges.ANY_NUMBER;
    }
  }

  #field(node: PlanNode, field: string): Possible {
    const frame = this.#plan.frames[node.frame];
    if (frame?.kind !== 'rows' || (field !== 'value' && field !== 'category')) return anything(node.type);
    const found = frame.items.map((item) => this.#sources.rows(item, field, frame));
    return together(found, node.type);
  }

  #compare(relation: Comparison, inputs: readonly NodeId[]): Possible {
    const [a, b] = inputs.map((input) => this.of(input)) as [Possible, Possible];
    if (a.type === 'number' && b.type === 'number') return flag(compareRanges(relation, a.range, b.range));
    if (a.type === 'word' && b.type === 'word' && (relation === '=' || relation === '!=')) {
      const equal = compareWords(a.words, b.words);
      return flag(relation === '=' ? equal : { yes: equal.no, no: equal.yes });
    }
    return anything('flag');
  }

  #logic(kind: 'and' | 'or' | 'not', inputs: readonly NodeId[]): Possible {
    const operands = inputs.map((input) => {
      const possible = this.of(input);
      return possible.type === 'flag' ? possible : { yes: true, no: true };
    });
    const every = (key: 'yes' | 'no'): boolean => operands.every((operand) => operand[key]);
    const some = (key: 'yes' | 'no'): boolean => operands.some((operand) => operand[key]);
    if (kind === 'not') return flag({ yes: some('no'), no: some('yes') });
    return flag(kind === 'and' ? { yes: every('yes'), no: some('no') } : { yes: some('yes'), no: every('no') });
  }

  #select([condition, ifTrue, ifFalse]: readonly NodeId[]): Possible {
    const decided = this.of(condition as NodeId);
    const { yes, no } = decided.type === 'flag' ? decided : { yes: true, no: true };
    const results = [
      ...(yes ? [this.#given(condition as NodeId, true, ifTrue as NodeId)] : []),
      ...(no ? [this.#given(condition as NodeId, false, ifFalse as NodeId)] : []),
    ];
    return together(results, 'number');
  }

  /** What a branch can hold where the condition compares that very column with a fixed number: `if x = 0 then … else x`. */
  #given(condition: NodeId, holds: boolean, branch: NodeId): Possible {
    const possible = this.of(branch);
    const { operation, inputs } = this.#plain(condition);
    if (operation.kind !== 'compare' || possible.type !== 'number') return possible;
    const [left, right] = inputs.map((input) => this.#plain(input)) as [PlanNode, PlanNode];
    const asked = this.of(right.id);
    if (left.id !== this.#plain(branch).id || asked.type !== 'number' || !ranges.isPoint(asked.range)) return possible;
    return numbers(ranges.where(possible.range, operation.relation, (asked.range.low as ranges.End).value, holds));
  }

  /** A column under its labels. */
  #plain(column: NodeId): PlanNode {
    let node = this.#plan.nodes[column] as PlanNode;
    while (node.operation.kind === 'same') node = this.#plan.nodes[node.inputs[0] as NodeId] as PlanNode;
    return node;
  }

  /** The results of the bands that the value can reach; within a band the value lies in that band, and in none before. */
  #bands(bands: readonly Band[], [value, ...results]: readonly NodeId[]): Possible {
    let left: readonly Range[] = [this.numbers(value as NodeId)];
    const reached = results.flatMap((result, number) => {
      const band = rangeOfBand(bands[number] as Band);
      const within = left.map((piece) => ranges.intersect(piece, band)).filter((piece) => !ranges.isEmpty(piece));
      left = left.flatMap((piece) => ranges.without(piece, band));
      const { operation } = this.#plan.nodes[result] as PlanNode;
      if (within.length > 0 && operation.kind === 'constant') return [constant(operation.value)];
      return within.map((piece) => {
        const inside = new PossibleValues(this.#plan, this.#sources, new Map([[value as NodeId, numbers(piece)]]));
        return inside.of(result);
      });
    });
    return together(reached, 'number');
  }

  #match({ words, otherwise }: Extract<Operation, { kind: 'match' }>, [word, ...results]: readonly NodeId[]): Possible {
    const possible = wordsOf(this.of(word as NodeId));
    const chosen = words.flatMap((name, number) =>
      possible === null || possible.has(name) ? [results[number] as NodeId] : [],
    );
    if (otherwise) chosen.push(results[words.length] as NodeId);
    return together(
      chosen.map((result) => this.of(result)),
      'number',
    );
  }
}

export function anything(type: ValueType): Possible {
  if (type === 'number') return numbers(ranges.ANY_NUMBER);
  return type === 'word' ? { type: 'word', words: null } : { type: 'flag', yes: true, no: true };
}

export function numbers(range: Range): Possible {
  return { type: 'number', range };
}

export function word(words: Iterable<string>): Possible {
  return { type: 'word', words: new Set(words) };
}

function flag({ yes, no }: { readonly yes: boolean; readonly no: boolean }): Possible {
  return { type: 'flag', yes, no };
}

function constant(value: Cell): Possible {
  if (value instanceof Fraction) return numbers(ranges.point(value));
  if (typeof value === 'string') return word([value]);
  return typeof value === 'boolean' ? flag({ yes: value, no: !value }) : NOTHING;
}

/** The words a column can hold, `true` and `false` among them; `null`: nobody knows. */
export function wordsOf(possible: Possible): ReadonlySet<string> | null {
  if (possible.type === 'word') return possible.words;
  if (possible.type === 'flag') return new Set([...(possible.yes ? ['true'] : []), ...(possible.no ? ['false'] : [])]);
  return possible.type === 'nothing' ? new Set() : null;
}

export function rangeOfBand({ lower, upper }: Band): Range {
  return {
    low: lower && { value: edgeNumber(lower), included: lower.included },
    high: upper && { value: edgeNumber(upper), included: upper.included },
    step: null,
  };
}

/** Everything that one of several columns can hold. */
export function together(found: readonly Possible[], fallback: ValueType): Possible {
  const values = found.filter(({ type }) => type !== 'nothing');
  const [first] = values;
  if (first === undefined) return found.length > 0 ? NOTHING : anything(fallback);
  if (values.some(({ type }) => type !== first.type)) return anything(first.type === 'nothing' ? fallback : first.type);
  if (first.type === 'number') {
    return numbers(ranges.hull((values as readonly (typeof first)[]).map(({ range }) => range)));
  }
  if (first.type === 'word') {
    const sets = (values as readonly (typeof first)[]).map(({ words }) => words);
    return sets.includes(null) ? anything('word') : word(sets.flatMap((set) => [...(set ?? [])]));
  }
  const flags = values as readonly Extract<Possible, { type: 'flag' }>[];
  return flag({ yes: flags.some(({ yes }) => yes), no: flags.some(({ no }) => no) });
}

/** How many peers there are, with no condition on them: the one who asks is among them. */
function countsItself(
  { relation, aggregate, matched }: Extract<Operation, { kind: 'gather' }>,
  inputs: readonly NodeId[],
): boolean {
  return aggregate === 'count' && relation.kind === 'peers' && matched === undefined && inputs.length === 2;
}

function drawn(aggregate: Aggregate, values: Possible, type: ValueType): Possible {
  if (aggregate === 'count') return numbers({ low: ranges.closed(Fraction.ZERO), high: null, step: WHOLE });
  if (aggregate === 'any' || aggregate === 'all') return anything('flag');
  if (values.type !== 'number') return values.type === 'nothing' ? anything(type) : values;
  if (aggregate === 'sum') return numbers(ranges.sumOfMany(values.range));
  return aggregate === 'mean' ? numbers({ ...values.range, step: null }) : values;
}

/** Parts put together; one that is missing or does not apply counts 0 or is left out. */
function combined(how: 'sum' | 'mean' | 'weighted mean', operands: readonly Range[]): Range {
  const orZero = (part: Range): Range => ranges.hull([part, ranges.point(Fraction.ZERO)]);
  if (how === 'sum') return operands.map(orZero).reduce(ranges.add, ranges.point(Fraction.ZERO));
  const parts = how === 'mean' ? operands : operands.filter((_, at) => at % 2 === 0);
  return { ...ranges.hull(parts.map(orZero)), step: null };
}

/** The sum of the best few: no more than the highest ends of that many. */
function best(count: number, operands: readonly Range[]): Range {
  const lows = operands.map(({ low }) => low?.value ?? null);
  const highs = operands.map(({ high }) => high?.value ?? null);
  const whole = combined('sum', operands);
  return {
    ...whole,
    low: lows.includes(null)
      ? null
      : ranges.closed(
          sumOf(
            ordered(lows)
              .slice(0, count)
              .filter((low) => low.sign < 0),
          ),
        ),
    high: highs.includes(null) ? null : ranges.closed(sumOf(ordered(highs).reverse().slice(0, count))),
  };
}

function ordered(values: readonly (Fraction | null)[]): Fraction[] {
  return values.filter((value): value is Fraction => value !== null).sort((a, b) => a.compare(b));
}

function sumOf(values: readonly Fraction[]): Fraction {
  return values.reduce((a, b) => a.plus(b), Fraction.ZERO);
}

function compareWords(
  a: ReadonlySet<string> | null,
  b: ReadonlySet<string> | null,
): { readonly yes: boolean; readonly no: boolean } {
  if (a === null || b === null) return { yes: true, no: true };
  const common = [...a].some((name) => b.has(name));
  return { yes: common, no: !(common && a.size === 1 && b.size === 1) };
}

/** Whether a comparison can hold, and whether it can fail, for numbers of two ranges. */
function compareRanges(relation: Comparison, a: Range, b: Range): { readonly yes: boolean; readonly no: boolean } {
  const disjoint = ranges.isEmpty(ranges.intersect(a, b));
  const same = !disjoint && ranges.isPoint(a) && ranges.isPoint(b);
  switch (relation) {
    case '=':
      return { yes: !disjoint, no: !same };
    case '!=':
      return { yes: !same, no: !disjoint };
    case '<':
      return { yes: canBeBelow(a, b, false), no: canBeBelow(b, a, true) };
    case '<=':
      return { yes: canBeBelow(a, b, true), no: canBeBelow(b, a, false) };
    case '>':
      return { yes: canBeBelow(b, a, false), no: canBeBelow(a, b, true) };
    case '>=':
      return { yes: canBeBelow(b, a, true), no: canBeBelow(a, b, false) };
  }
}

/** Whether some number of `a` lies below (or, with `orEqual`, at) some number of `b`. */
function canBeBelow({ low }: Range, { high }: Range, orEqual: boolean): boolean {
  if (low === null || high === null) return true;
  const order = low.value.compare(high.value);
  return order < 0 || (order === 0 && orEqual && low.included && high.included);
}
