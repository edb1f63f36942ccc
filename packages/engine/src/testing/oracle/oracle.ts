import type { Dataset } from '../../data/dataset.ts';
import { amount, extremeOf } from './amounts.ts';
import { OracleData } from './data.ts';
import type { OracleCell } from './data.ts';
import { canBeMissing, inputsOf, listOf, literal, mapOf, partsOf } from './document.ts';
import type { Json, JsonMap, OracleNode, OraclePart } from './document.ts';
import { evaluateText, holds } from './evaluate.ts';
import { guardOf, guardState, isGuarded, inputsOfLimits, inputsOfLine, inputsRead } from './guards.ts';
import { groupOf } from './lists.ts';
import { lineWorth, linesOf } from './lines.ts';
import { cellsOf, hasSeveralHolders } from './population.ts';
import { Rational, ZERO } from './rational.ts';
import { linesSum, ruleOf, RULES } from './rules.ts';
import { STANDINGS } from './standings.ts';
import { typeOfNode } from './types.ts';
import { Fault, isGiven, MISSING, NA, numberOf, strict, sumOfParts } from './value.ts';
import type { Value } from './value.ts';
import type { Context, ValueType, World } from './world.ts';

/** One figure that the oracle worked out. */
export interface OracleFigure {
  readonly part: string;
  readonly period: string;
  readonly subject: string;
  readonly node: string;
  readonly value: Value;
}

/** A node's figure in two steps: what is before a stand-in for the whole group, and what it is in the end. */
type Stage = 'own' | 'final';

/**
 * Scores by the documents, one figure at a time and from the start, without plan, columns or shared work. It is slow, and
 * knows neither registers nor accounts; what it gives, the engine must give.
 */
export class Oracle implements World {
  readonly data: OracleData;
  readonly parts: ReadonlyMap<string, OraclePart>;
  readonly scales: ReadonlyMap<string, readonly string[]>;
  readonly #scheme: JsonMap;
  readonly #known = new Map<string, Value | null>();
  readonly #cells = new Map<string, readonly OracleCell[]>();

  constructor(scheme: JsonMap, dataset: Dataset) {
    this.#scheme = scheme;
    this.parts = new Map(partsOf(scheme).map((part) => [part.id, part]));
    this.data = new OracleData(inputsOf(scheme), dataset);
    this.scales = new Map(
      Object.entries(mapOf(scheme['scales'])).map(([name, words]) => [name, listOf(words).map(String)]),
    );
  }

  /** What stops the scoring before any figure is worked out; `null` where nothing does. */
  stops(): string | null {
    return hasSeveralHolders(this) ? 'several-holders' : null;
  }

  /** Every figure that is written. */
  figures(): OracleFigure[] {
    const found: OracleFigure[] = [];
    for (const part of this.parts.values()) {
      for (const cell of this.cells(part)) {
        for (const node of part.nodes.values()) {
          if (node.keys['hidden'] === true || !this.#isWritten(part, node, cell)) continue;
          found.push({ part: part.id, ...cell, node: node.id, value: this.figure(part, node, cell) });
        }
      }
    }
    return found;
  }

  part(id: string): OraclePart {
    const part = this.parts.get(id);
    if (part === undefined) throw new Error(`There is no part ${id}.`);
    return part;
  }

  cells(part: OraclePart): readonly OracleCell[] {
    let cells = this.#cells.get(part.id);
    if (cells === undefined) {
      cells = cellsOf(this, part);
      this.#cells.set(part.id, cells);
    }
    return cells;
  }

  parameter(name: string, cell: OracleCell): Value | undefined {
    const declared = mapOf(this.#scheme['parameters'])[name];
    if (declared === undefined) return undefined;
    if (typeof declared !== 'object') return parameterValue(declared);
    const { value, from } = mapOf(declared);
    if (from === undefined) return value === undefined ? new Fault('parameter-unset') : parameterValue(value);
    const years = Object.keys(mapOf(from)).sort();
    const year = years.filter((candidate) => candidate <= cell.period.slice(0, 4)).at(-1) ?? (years[0] as string);
    return parameterValue(mapOf(from)[year] as Json);
  }

  attribute(name: string, subject: string): Value | undefined {
    const declared = mapOf(this.#scheme['attributes'])[name];
    if (declared === undefined) return undefined;
    const keys = mapOf(declared);
    const text = this.data.column(subject, name);
    if (text === '') {
      if (keys['if empty'] !== undefined) return literal(keys['if empty']);
      return keys['kind'] === 'word' ? '' : MISSING;
    }
    if (keys['kind'] === 'flag') return text === 'true';
    return keys['kind'] === 'word' ? text : Rational.parse(text);
  }

  typeOf(part: OraclePart, node: OracleNode): ValueType {
    return typeOfNode(this, part, node);
  }

  figure(part: OraclePart, node: OracleNode, cell: OracleCell): Value {
    return this.#remembered(part, node, cell, 'final', () => this.#final(part, node, cell));
  }

  #remembered(part: OraclePart, node: OracleNode, cell: OracleCell, stage: Stage, compute: () => Value): Value {
    const key = [part.id, node.id, cell.period, cell.subject, stage].join(' ');
    const known = this.#known.get(key);
    if (known === null) throw new Error(`${key} needs itself.`);
    if (known !== undefined) return known;
    this.#known.set(key, null);
    const value = compute();
    this.#known.set(key, value);
    return value;
  }

  #context(part: OraclePart, { period, subject }: OracleCell, node: OracleNode | null): Context {
    return { part, period, subject, node, row: null, banded: null, asker: null };
  }

  #final(part: OraclePart, node: OracleNode, cell: OracleCell): Value {
    const context = this.#context(part, cell, null);
    if (node.place !== 'adjustment') return this.#settled(node, this.#own(part, node, cell), context);
    const [plus, minus] = [this.#side(part, node, 'plus', cell), this.#side(part, node, 'minus', cell)];
    if (minus === null) return plus ?? ZERO;
    if (plus === null && mapOf(node.keys['minus'])['shown'] === 'positive') return minus;
    return strict([plus ?? ZERO, minus], ([p, m]) => p!.minus(m!));
  }

  /** What a node of the adjustments adds to the bonus or to the penalty; `null`: nothing is said of that side. */
  #side(part: OraclePart, node: OracleNode, side: 'plus' | 'minus', cell: OracleCell): Value | null {
    if (node.keys[side] === undefined) return null;
    return this.#settled(node, this.#sideOwn(part, node, side, cell), this.#context(part, cell, null), side);
  }

  #sideOwn(part: OraclePart, node: OracleNode, side: 'plus' | 'minus', cell: OracleCell): Value {
    const context = this.#context(part, cell, node);
    const guards = ['plus', 'minus']
      .filter((rule) => node.keys[rule] !== undefined)
      .map((rule) => this.#guard(node, rule, context));
    const guard =
      guards.find((state) => state instanceof Fault) ??
      (guards.includes(NA) ? NA : guards.includes(MISSING) ? MISSING : null);
    return this.#limited(node, linesSum(this, node.keys[side] as Json, context), context, guard);
  }

  /** Steps 7 to 10 of the order in which the keys of a node apply. */
  #settled(node: OracleNode, own: Value, context: Context, side: 'plus' | 'minus' | null = null): Value {
    const { keys } = node;
    const standIn = (key: string, state: Value): Value => this.#standIn(key, state, node, context, side);
    let value = own;
    if (value instanceof Fault && value.code === 'parameter-unset') value = standIn('if unset', value);
    if (value === MISSING) value = standIn('if missing', value);
    if (value === NA) value = standIn('if not applicable', value);
    if (value instanceof Fault && value.code === 'division-by-zero') value = standIn('if dividing by zero', value);
    if (keys['missing if'] !== undefined) {
      const isMissing = holds(this, String(keys['missing if']), context);
      if (isMissing instanceof Fault) return isMissing;
      if (isMissing) value = MISSING;
    }
    for (const key of ['only if', 'exists if']) {
      for (let above: OracleNode | null = node; above !== null; above = above.parent) {
        if (above.keys[key] === undefined) continue;
        const applies = holds(this, String(above.keys[key]), context);
        if (applies instanceof Fault) return applies;
        if (!applies) value = NA;
      }
    }
    return value;
  }

  #standIn(key: string, state: Value, node: OracleNode, context: Context, side: 'plus' | 'minus' | null): Value {
    const declared = node.keys[key];
    if (declared === undefined) return state;
    if (declared === 'missing') return MISSING;
    const full = (): Value => amount(this, node.keys['max'] as Json, context);
    if (declared === 'full marks') return full();
    if (declared === 'half marks') return strict([full()], ([x]) => x!.over(new Rational(2n)));
    if (declared !== 'group mean') return literal(declared);
    const own = groupOf(this, context.part, context);
    const values = this.cells(context.part)
      .filter((cell) => cell.period === context.period && groupOf(this, context.part, cell) === own)
      .map((cell) =>
        side === null ? this.#own(context.part, node, cell) : this.#sideOwn(context.part, node, side, cell),
      );
    const fault = values.find((value) => value instanceof Fault);
    if (fault !== undefined) return fault;
    const given = values.filter(isGiven).map(numberOf);
    if (given.length === 0) return full();
    return given.reduce((sum, value) => sum.plus(value), ZERO).over(new Rational(BigInt(given.length)));
  }

  /** Steps 1 to 6: the figure that a subject has of its own. */
  #own(part: OraclePart, node: OracleNode, cell: OracleCell): Value {
    return this.#remembered(part, node, cell, 'own', () => {
      const context = this.#context(part, cell, node);
      if (node.place === 'completeness') return this.#complete(part, node, context);
      if (node.place === 'sum of adjustments')
        return this.#limited(node, this.#sumOfSide(part, node.id, cell), context);
      const rule = ruleOf(node.keys, [...Object.keys(RULES), ...Object.keys(STANDINGS)]);
      const compute = RULES[rule] ?? STANDINGS[rule];
      if (compute === undefined) throw new Error(`No rule ${rule}.`);
      const value = compute(this, node, (node.keys[rule] ?? {}) as Json, context);
      return this.#limited(node, this.#held(node, rule, value, context), context, this.#guard(node, rule, context));
    });
  }

  /** Step 2: full marks and 0. */
  #held(node: OracleNode, rule: string, value: Value, context: Context): Value {
    if (node.place !== 'item' || node.keys['max'] === undefined) return value;
    if (['sum', 'weighted mean', 'mean'].includes(rule) && node.children.length > 0) return value;
    if (!(value instanceof Rational)) return value;
    const above = node.keys['may go below 0'] === true ? value : extremeOf(value, ZERO, 1);
    if (node.keys['may exceed max'] === true) return above;
    return extremeOf(above, amount(this, node.keys['max'], context), -1);
  }

  /** Steps 3 to 6: limits, `unless`, the guard, rounding. */
  #limited(node: OracleNode, value: Value, context: Context, guard: Value | null = null): Value {
    const { keys } = node;
    let result = value;
    if (keys['at most'] !== undefined) result = extremeOf(result, amount(this, keys['at most'], context), -1);
    if (keys['at least'] !== undefined) result = extremeOf(result, amount(this, keys['at least'], context), 1);
    for (const json of listOf(keys['unless'])) {
      const { if: condition, is, use } = mapOf(json);
      const isTaken = holds(this, String(condition), context);
      if (isTaken instanceof Fault) result = isTaken;
      else if (isTaken) {
        // What only a `use` reads guards that value alone.
        const own = use !== undefined && isGuarded(node) ? guardOf(this, String(use), context) : null;
        result = own ?? (use === undefined ? literal(is as Json) : evaluateText(this, String(use), context));
      } else continue;
      break;
    }
    if (guard !== null) result = guard;
    const round = keys['round'];
    if (round === undefined || !(result instanceof Rational)) return result;
    if (typeof round === 'number') return result.rounded(round, 'half up');
    const { places, mode, significant } = mapOf(round);
    if (significant !== undefined) return result.significant(Number(significant));
    return result.rounded(Number(places), String(mode ?? 'half up'));
  }

  /** Step 5: what an indicator or adjustment reads must be there; `needs` counts for results too. */
  #guard(node: OracleNode, rule: string, context: Context): Value | null {
    const inputs = new Set(listOf(node.keys['needs']).map(String));
    const isTreated = rule === 'score' && !['leave out', undefined].includes(mapOf(node.keys[rule])['NA'] as string);
    if (isGuarded(node) && isTreated) {
      // NA of the marks themselves has its treatment; what is missing has none.
      const item = String(mapOf(node.keys[rule])['item'] ?? node.id);
      const state = guardState(this, [...inputs, ...inputsOfLimits(this, node, context)], context);
      return state !== NA && this.data.single(item, context) === MISSING ? MISSING : state;
    }
    if (isGuarded(node)) {
      const lines = ['deduct', 'earn', 'plus', 'minus'].includes(rule) ? linesOf(node.keys[rule] as Json) : [];
      const skipped = mapOf(node.keys[rule])['NA'] === 'pass over';
      if (skipped) {
        for (const input of inputsOfLimits(this, node, context)) inputs.add(input);
        const { from } = mapOf(node.keys[rule]);
        if (from !== undefined) for (const input of inputsOfLine(this, { of: from }, context)) inputs.add(input);
        for (const line of lines) {
          const own = inputsOfLine(this, line, context);
          if (guardState(this, own, context) === NA || lineWorth(this, line, context) === NA) continue;
          for (const input of own) inputs.add(input);
        }
      } else for (const input of inputsRead(this, node, rule, context)) inputs.add(input);
    }
    return guardState(this, inputs, context);
  }

  #sumOfSide(part: OraclePart, id: string, cell: OracleCell): Value {
    const side = id === 'bonus' ? 'plus' : 'minus';
    const values = [...part.nodes.values()]
      .filter((node) => node.place === 'adjustment' && node.keys[side] !== undefined)
      .map((node) => this.#side(part, node, side, cell) as Value);
    return sumOfParts(values);
  }

  #complete(part: OraclePart, node: OracleNode, context: Context): Value {
    if (node.keys['formula'] !== undefined) return evaluateText(this, String(node.keys['formula']), context);
    const lacks: (boolean | Fault)[] = [];
    for (const other of part.nodes.values()) {
      const { keys, place, children } = other;
      if (keys['incomplete if'] !== undefined && this.#exists(other, context)) {
        lacks.push(holds(this, String(keys['incomplete if']), context));
      }
      if (place !== 'item' || keys['optional'] === true) continue;
      if (children.length > 0 && !canBeMissing(keys)) continue;
      const value = this.figure(part, other, context);
      const isHelperUnset = value instanceof Fault && value.code === 'parameter-unset' && keys['hidden'] === true;
      if (!isHelperUnset) lacks.push(value instanceof Fault ? value : value === MISSING);
    }
    return lacks.find((lack) => lack instanceof Fault) ?? !lacks.includes(true);
  }

  #exists(node: OracleNode, context: Context): boolean {
    for (let above: OracleNode | null = node; above !== null; above = above.parent) {
      if (above.keys['exists if'] !== undefined && holds(this, String(above.keys['exists if']), context) === false)
        return false;
    }
    return true;
  }

  #isWritten(part: OraclePart, node: OracleNode, cell: OracleCell): boolean {
    const context = this.#context(part, cell, null);
    if (!this.#exists(node, context)) return false;
    return node.keys['written if'] === undefined || holds(this, String(node.keys['written if']), context) !== false;
  }
}

/** `30%` is a number, another text a word. */
function parameterValue(json: Json): Value {
  return typeof json === 'string' && /^-?[\d.]+(%|\/\d+)?$/.test(json) ? Rational.parse(json) : literal(json);
}
