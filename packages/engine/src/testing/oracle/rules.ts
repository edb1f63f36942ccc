import { amount, inBands } from './amounts.ts';
import { literal, listOf, mapOf } from './document.ts';
import type { Json, JsonMap, OracleNode } from './document.ts';
import { evaluateText, holds } from './evaluate.ts';
import { parseFormula } from './formula-text.ts';
import { guardState, inputsOfLine, isGuarded } from './guards.ts';
import { stateOfName } from './names.ts';
import { chosen, lineWorth, linesOf } from './lines.ts';
import { Rational, ZERO } from './rational.ts';
import {
  compareValues,
  Fault,
  isGiven,
  meanOfParts,
  MISSING,
  NA,
  numberOf,
  stateOf,
  strict,
  sumOfParts,
} from './value.ts';
import type { Value } from './value.ts';
import type { Context, World } from './world.ts';

/** Keys of the rules that look at one cell alone; those among others stand in `standings.ts`. */
type Rule = (world: World, node: OracleNode, rule: Json, context: Context) => Value;

const HUNDRED = new Rational(100n);

export const RULES: Readonly<Record<string, Rule>> = {
  score(world, node, rule, context) {
    const value = world.data.single(String(mapOf(rule)['item'] ?? node.id), context);
    const treatment = mapOf(rule)['NA'];
    if (value !== NA || treatment === undefined || treatment === 'leave out') return value;
    if (treatment === 'zero') return ZERO;
    const full = amount(world, node.keys['max'] as Json, context);
    return treatment === 'full' ? full : half(full);
  },

  ratio(world, node, rule, context) {
    const { rate, of, to, marks, ceiling } = mapOf(rule);
    const completion =
      rate === undefined
        ? evaluateText(world, `(${String(of)}) / (${String(to)})`, context)
        : strict([amount(world, rate, context)], ([x]) => (x as Rational).over(HUNDRED));
    const below = mapOf(rule)['nothing below'];
    if (below !== undefined) {
      const isBelow = strict([completion, amount(world, below, context)], ([x, least]) => x!.compare(least!) < 0);
      if (!isGiven(isBelow)) return isBelow;
      if (isBelow === true) return ZERO;
    }
    const highest = ceiling === false ? [] : [amount(world, ceiling ?? '100%', context)];
    const full = amount(world, marks ?? (node.keys['max'] as Json), context);
    return strict([completion, full, ...highest], ([x, m, limit]) => {
      const counted = limit !== undefined && x!.compare(limit) > 0 ? limit : x!;
      const result = counted.times(m!);
      return result.top < 0n ? ZERO : result;
    });
  },

  deduct(world, node, rule, context) {
    const from = amount(world, mapOf(rule)['from'] ?? (node.keys['max'] as Json), context);
    return strict([from, linesSum(world, rule, context)], ([full, less]) => (full as Rational).minus(less as Rational));
  },

  earn: (world, _node, rule, context) => linesSum(world, rule, context),

  bands(world, _node, rule, context) {
    const { of, rows } = mapOf(rule);
    return inBands(world, rows as Json, evaluateText(world, String(of), context), context);
  },

  levels(world, node, rule, context) {
    const isLong = mapOf(rule)['words'] !== undefined;
    const words = isLong ? mapOf(mapOf(rule)['words']) : mapOf(rule);
    const of = mapOf(rule)['of'];
    const value =
      isLong && of !== undefined ? evaluateText(world, String(of), context) : world.data.single(node.id, context);
    if (!isGiven(value)) return value;
    const found = words[String(value)] ?? (isLong ? mapOf(rule)['else'] : undefined);
    return found === undefined ? new Fault('unknown-word') : literal(found);
  },

  poll(world, _node, rule, context) {
    const keys = mapOf(rule);
    const rows = chosen(world, keys, world.data.rows(String(keys['of']), context), context);
    if (rows instanceof Fault) return rows;
    const ballots = rows
      .filter(({ observation }) => keys['except own'] !== true || observation.rater !== observation.subject)
      .map(({ value }) => (keys['words'] === undefined || !isGiven(value) ? value : pointsOf(keys, value)))
      .filter((value) => value !== NA);
    if (ballots.length === 0) return MISSING;
    const fault = ballots.find((value) => value instanceof Fault);
    if (fault !== undefined) return fault;
    const total = ballots.map(numberOf).reduce((sum, value) => sum.plus(value), ZERO);
    return total.over(new Rational(BigInt(ballots.length)));
  },

  best(world, node, rule, context) {
    const { count, of } = mapOf(rule);
    const values = innerValues(world, node, of as Json, context);
    const fault = values.find((value) => value instanceof Fault);
    if (fault !== undefined) return fault;
    const given = values.filter(isGiven).map(numberOf);
    if (given.length === 0) return values.includes(MISSING) ? MISSING : NA;
    given.sort((a, b) => b.compare(a));
    return given.slice(0, Number(count)).reduce((sum, value) => sum.plus(value), ZERO);
  },

  sum(world, node, rule, context) {
    const keys = mapOf(rule);
    if (keys['of'] !== undefined) return sumOfParts(innerValues(world, node, keys['of'], context));
    const values = childValues(world, node, context);
    const won = sumOfParts(values);
    if (keys['rescale to'] === undefined || won === NA || won instanceof Fault) return won;
    const maxima = node.children.map((child) => applicableMarks(world, child, context));
    return strict([won, amount(world, keys['rescale to'], context), ...maxima], ([marks, to, ...full]) => {
      const all = full.reduce((sum, value) => sum.plus(value), ZERO);
      return all.top === 0n ? new Fault('division-by-zero') : (marks as Rational).over(all).times(to as Rational);
    });
  },

  'weighted mean'(world, node, rule, context) {
    const values = childValues(world, node, context);
    const fault = values.find((value) => value instanceof Fault);
    if (fault !== undefined) return fault;
    const applying = values.flatMap((value, at) => (value === NA ? [] : [{ value, child: node.children[at]! }]));
    if (applying.length === 0) return NA;
    const weights = applying.map(({ child }) =>
      amount(world, child.keys['weight'] as Json, { ...context, node: child }),
    );
    const state = stateOf(weights);
    if (state !== null) return state;
    const parts = applying.map(({ value }, at) =>
      value === MISSING ? ZERO : numberOf(value).times(numberOf(weights[at] as Value)),
    );
    const weight = weights.map(numberOf).reduce((sum, each) => sum.plus(each), ZERO);
    if (weight.top === 0n) return new Fault('division-by-zero');
    const mean = parts.reduce((sum, part) => sum.plus(part), ZERO).over(weight);
    const factor = mapOf(rule)['times'];
    return factor === undefined ? mean : strict([mean, amount(world, factor, context)], ([m, f]) => m!.times(f!));
  },

  mean(world, node, rule, context) {
    const values = childValues(world, node, context);
    if (mapOf(rule)['missing'] !== 'leave out') return meanOfParts(values);
    const left = values.filter((value) => value !== MISSING);
    return left.every((value) => value === NA) && values.includes(MISSING) ? MISSING : meanOfParts(left);
  },

  formula(world, _node, rule, context) {
    // A formula that is nothing but a name hands the figure on as it is.
    const formula = parseFormula(String(rule));
    const isName = formula.kind === 'name' && !['NA', 'missing'].includes(formula.name);
    return isName ? stateOfName(world, formula.name, context) : evaluateText(world, String(rule), context);
  },

  cases(world, _node, rule, context) {
    for (const json of listOf(rule)) {
      const { if: condition, is, use } = mapOf(json);
      const isTaken = condition === undefined || holds(world, String(condition), context);
      if (isTaken instanceof Fault) return isTaken;
      if (isTaken) return use === undefined ? literal(is as Json) : evaluateText(world, String(use), context);
    }
    return new Fault('no-case');
  },

  table(world, _node, rule, context) {
    const { of, rows, take } = mapOf(rule);
    const values = listOf(of).map((column) => evaluateText(world, String(column), context));
    const fault = values.find((value) => value instanceof Fault);
    if (fault !== undefined) return fault;
    const fitting = listOf(rows)
      .map(listOf)
      .filter((cells) => values.every((value, at) => fits(cells[at] as Json, value)))
      .map((cells) => literal(cells.at(-1) as Json));
    const otherwise = mapOf(rule)['else'];
    if (fitting.length === 0) return otherwise === undefined ? new Fault('no-case') : literal(otherwise);
    if (take === undefined) return fitting[0] as Value;
    const side = take === 'highest' ? 1 : -1;
    return fitting.reduce((best, value) => (compareValues(value, best) * side > 0 ? value : best));
  },

  'any of'(world, _node, rule, context) {
    const found = listOf(rule).map((json): Value => {
      const line = mapOf(json);
      if (line['if'] !== undefined) return holds(world, String(line['if']), context);
      const rows = chosen(world, line, world.data.rows(String(line['event']), context), context);
      if (rows instanceof Fault) return rows;
      const least = line['sum at least'];
      if (least === undefined) return rows.length > 0;
      const sum = rows.map(({ value }) => numberOf(value)).reduce((total, value) => total.plus(value), ZERO);
      return strict([amount(world, least, context)], ([limit]) => sum.compare(limit as Rational) >= 0);
    });
    return found.find((value) => value instanceof Fault) ?? found.includes(true);
  },

  reasons(world, _node, rule, context) {
    const codes: string[] = [];
    for (const json of listOf(rule)) {
      const { if: condition, code } = mapOf(json);
      const isThere = holds(world, String(condition), context);
      if (isThere instanceof Fault) return isThere;
      if (isThere) codes.push(String(code));
    }
    return codes.length === 0 ? 'none' : codes.join(';');
  },

  tally(world, node, rule, context) {
    const { of, is, share } = mapOf(rule);
    const values = [...context.part.nodes.values()]
      .filter(({ id }) => id !== node.id && listOf(of).some((pattern) => isNamed(String(pattern), id)))
      .map((other) => world.figure(context.part, other, context));
    const fault = values.find((value) => value instanceof Fault);
    if (fault !== undefined) return fault;
    const wanted = listOf(is);
    const count = values.filter((value) =>
      wanted.some((word) => {
        if (word === 'given') return isGiven(value);
        if (word === 'missing') return value === MISSING;
        const sought = literal(word);
        return isGiven(value) && typeof value === typeof sought && compareValues(value, sought) === 0;
      }),
    ).length;
    const met = new Rational(BigInt(count));
    if (share !== true) return met;
    const apply = values.filter((value) => value !== NA).length;
    return apply === 0 ? new Fault('division-by-zero') : met.over(new Rational(BigInt(apply)));
  },
};

/** The rule of a node: its key among those that are known. A node with children and no rule is their sum. */
export function ruleOf(keys: JsonMap, known: Iterable<string>): string {
  for (const key of known) if (keys[key] !== undefined) return key;
  if (keys['items'] !== undefined) return 'sum';
  throw new Error(`${JSON.stringify(keys)} has no rule.`);
}

/** The full marks that apply: of a sum those of its parts, 0 of what does not apply. */
function applicableMarks(world: World, node: OracleNode, context: Context): Value {
  if (world.figure(context.part, node, context) === NA) return ZERO;
  const isSum = node.children.length > 0 && ruleOf(node.keys, Object.keys(RULES)) === 'sum';
  const isPlain = isSum && mapOf(node.keys['sum'])['rescale to'] === undefined;
  const own = (): Value => amount(world, node.keys['max'] as Json, { ...context, node });
  if (!isPlain) return own();
  const isSetAside = listOf(node.keys['unless']).some(
    (entry) => holds(world, String(mapOf(entry)['if']), { ...context, node }) === true,
  );
  if (isSetAside && node.keys['max'] !== undefined) return own();
  const parts = node.children.map((child) => applicableMarks(world, child, context));
  return strict(parts, (numbers) => numbers.reduce((sum, number) => sum.plus(number), ZERO));
}

/** Rules inside a rule; each is missing or NA where an input of its own is. */
function innerValues(world: World, node: OracleNode, of: Json, context: Context): Value[] {
  return listOf(of).map((json) => {
    const keys = mapOf(json);
    const key = ruleOf(keys, Object.keys(RULES));
    const inner: OracleNode = { ...node, keys, children: [] };
    return (RULES[key] as Rule)(world, inner, keys[key] as Json, context);
  });
}

function childValues(world: World, node: OracleNode, context: Context): Value[] {
  return node.children.map((child) => world.figure(context.part, child, context));
}

/**
 * The sum of lines. With `NA: pass over` a line that is NA is worth nothing: by its marks and limit or, where there is a
 * guard, by any input that it reads.
 */
export function linesSum(world: World, rule: Json, context: Context): Value {
  const passesOver = mapOf(rule)['NA'] === 'pass over';
  const worths = linesOf(rule).map((line) => {
    const isNA =
      passesOver && isGuarded(context.node) && guardState(world, inputsOfLine(world, line, context), context) === NA;
    const worth = isNA ? NA : lineWorth(world, line, context);
    return passesOver && worth === NA ? ZERO : worth;
  });
  return strict(worths, (numbers) => numbers.reduce((sum, number) => sum.plus(number), ZERO));
}

function half(value: Value): Value {
  return strict([value], ([x]) => (x as Rational).over(new Rational(2n)));
}

function pointsOf(keys: JsonMap, value: Value): Value {
  const points = mapOf(keys['words'])[String(value)];
  return points === undefined ? new Fault('unknown-word') : literal(points);
}

function fits(cell: Json, value: Value): boolean {
  if (cell === 'any') return true;
  if (!isGiven(value)) return false;
  if (Array.isArray(cell)) return (cell as readonly Json[]).some((one) => fits(one, value));
  const comparison = typeof cell === 'string' ? /^(<=|>=|<|>) *(.+)$/.exec(cell) : null;
  if (comparison === null) {
    const sought = literal(cell);
    return isGiven(sought) && typeof sought === typeof value && compareValues(value, sought) === 0;
  }
  const side = compareValues(value, Rational.parse(comparison[2] as string));
  if (comparison[1] === '<=') return side <= 0;
  if (comparison[1] === '>=') return side >= 0;
  return comparison[1] === '<' ? side < 0 : side > 0;
}

function isNamed(pattern: string, id: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern;
}
