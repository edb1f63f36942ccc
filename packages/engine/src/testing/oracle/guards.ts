import { listOf, mapOf } from './document.ts';
import type { Json, JsonMap, OracleNode } from './document.ts';
import { parseFormula } from './formula-text.ts';
import type { Formula } from './formula-text.ts';
import { linesOf } from './lines.ts';
import { meaningOf } from './names.ts';
import { Fault, MISSING, NA } from './value.ts';
import type { State } from './value.ts';
import type { Context, World } from './world.ts';

/** Asking for an input does not need it. */
const QUESTIONS = ['given', 'missing', 'applies', 'or else'];

/** Whether what a node reads must be there: indicators and adjustments, and whatever says `strict`. */
export function isGuarded(node: OracleNode | null): boolean {
  return node !== null && (node.keys['strict'] ?? (node.place === 'item' || node.place === 'adjustment')) === true;
}

/** The inputs that a rule needs: single values. Lists of rows are never missing. */
export function inputsRead(world: World, node: OracleNode, rule: string, context: Context): Set<string> {
  const found = new Set<string>();
  readRule(world, node.keys[rule] as Json, rule, node, context, found);
  for (const input of inputsOfLimits(world, node, context)) found.add(input);
  return found;
}

/** The inputs of what a node says about its figure before the guard: limits, and conditions that set the rule aside. */
export function inputsOfLimits(world: World, node: OracleNode, context: Context): Set<string> {
  const found = new Set<string>();
  readFormulas(world, [node.keys['at most'], node.keys['at least']], context, found);
  for (const entry of listOf(node.keys['unless'])) readFormulas(world, [mapOf(entry)['if']], context, found);
  return found;
}

function readFormulas(world: World, values: readonly (Json | undefined)[], context: Context, found: Set<string>): void {
  for (const value of values) {
    if (typeof value === 'string') collect(world, parseFormula(value), context, found);
  }
}

function readRule(
  world: World,
  json: Json,
  rule: string,
  node: OracleNode,
  context: Context,
  found: Set<string>,
): void {
  const keys = mapOf(json);
  const formulas = (...values: readonly (Json | undefined)[]): void => readFormulas(world, values, context, found);
  switch (rule) {
    case 'score':
      found.add(String(keys['item'] ?? node.id));
      break;
    case 'ratio':
      formulas(keys['rate'], keys['of'], keys['to'], keys['marks'], keys['nothing below'], keys['ceiling']);
      break;
    case 'deduct':
    case 'earn':
      formulas(keys['from']);
      for (const line of linesOf(json)) for (const input of inputsOfLine(world, line, context)) found.add(input);
      break;
    case 'plus':
    case 'minus':
      for (const line of linesOf(json)) for (const input of inputsOfLine(world, line, context)) found.add(input);
      break;
    case 'bands':
      formulas(keys['of']);
      for (const row of listOf(keys['rows']).map(mapOf)) formulas(row['from'], row['above'], row['to'], row['below']);
      for (const row of listOf(keys['rows']).map(mapOf)) {
        if (typeof row['marks'] === 'string')
          collect(world, parseFormula(row['marks']), { ...context, banded: NA }, found);
      }
      break;
    case 'levels':
      if (keys['of'] === undefined) found.add(node.id);
      else formulas(keys['of']);
      break;
    case 'poll':
      if (typeof keys['where'] === 'string')
        collect(world, parseFormula(keys['where']), { ...context, row: NO_ROW }, found);
      break;
    case 'formula':
      formulas(json);
      break;
    case 'cases':
      for (const row of listOf(json).map(mapOf)) formulas(row['if']);
      break;
    case 'table':
      formulas(...listOf(keys['of']));
      break;
    case 'best':
    case 'sum':
      for (const holder of listOf(keys['of']).map(mapOf)) {
        const inner = INNER_RULES.find((key) => holder[key] !== undefined);
        if (inner !== undefined) readRule(world, holder[inner] as Json, inner, node, context, found);
      }
      formulas(keys['rescale to']);
      break;
    case 'weighted mean':
      formulas(keys['times']);
      break;
  }
}

const INNER_RULES = [
  'score',
  'ratio',
  'deduct',
  'earn',
  'bands',
  'levels',
  'formula',
  'cases',
  'table',
  'best',
  'sum',
  'poll',
];

export function inputsOfLine(world: World, line: JsonMap, context: Context): Set<string> {
  const found = new Set<string>();
  const read = (value: Json | undefined, inside: Context): void => {
    if (typeof value === 'string') collect(world, parseFormula(value), inside, found);
  };
  const item = line['each'] ?? line['once'] ?? line['row'];
  const inRow: Context = item === undefined ? context : { ...context, row: NO_ROW };
  for (const key of ['if', 'per', 'of', 'at most']) read(line[key], context);
  read(line['marks'], line['row'] === undefined ? context : inRow);
  for (const key of ['where', 'times', 'plus']) read(line[key], inRow);
  for (const each of Object.values(mapOf(line['by']))) read(each, line['row'] === undefined ? context : inRow);
  for (const row of listOf(line['bands']).map(mapOf)) read(row['marks'], { ...inRow, banded: NA });
  return found;
}

const NO_ROW = {
  observation: {
    period: '',
    subject: '',
    item: '',
    value: '',
    category: '',
    rater: '',
    matter: '',
    date: '',
    note: '',
    origin: { file: '', sheet: '', row: 0, column: '' },
  },
  value: NA,
} as const;

/** The state of a formula whose inputs guard it alone. */
export function guardOf(world: World, text: string, context: Context): State | Fault | null {
  const found = new Set<string>();
  readFormulas(world, [text], context, found);
  return guardState(world, found, context);
}

/** NA or missing where an input is; `null` where all are there. */
export function guardState(world: World, inputs: Iterable<string>, context: Context): State | Fault | null {
  const states = [...inputs].map((item) => {
    if (world.data.input(item)?.kind === 'event') return world.data.applies(item, context) ? null : NA;
    if (world.data.isRows(item)) return world.data.rows(item, context).length > 0 ? null : MISSING;
    return world.data.single(item, context);
  });
  const fault = states.find((state) => state instanceof Fault);
  if (fault !== undefined) return fault;
  if (states.includes(NA)) return NA;
  return states.includes(MISSING) ? MISSING : null;
}

function collect(world: World, formula: Formula, context: Context, found: Set<string>): void {
  const inside = (part: Formula): void => collect(world, part, context, found);
  switch (formula.kind) {
    case 'name': {
      if (formula.name === 'NA' || formula.name === 'missing') return;
      const meaning = meaningOf(world, formula.name, context);
      if (meaning.kind === 'input') found.add(meaning.item);
      return;
    }
    case 'negative':
      return inside(formula.of);
    case 'operator':
      inside(formula.left);
      return inside(formula.right);
    case 'if':
      inside(formula.condition);
      inside(formula.then);
      return inside(formula.otherwise);
    case 'between':
      inside(formula.of);
      inside(formula.low);
      return inside(formula.high);
    case 'in':
      inside(formula.of);
      return formula.options.forEach(inside);
    case 'filter': {
      inside(formula.of);
      const isOfRows = formula.of.kind === 'name' && meaningOf(world, formula.of.name, context).kind === 'rows';
      if (isOfRows) collect(world, formula.condition, { ...context, row: NO_ROW }, found);
      return;
    }
    case 'call': {
      const isQuestion = QUESTIONS.includes(formula.name) && formula.operands[0]?.kind === 'name';
      const isElsewhere = ['previous', 'recent', 'earlier', 'year to date'].includes(formula.name);
      if (!isElsewhere) formula.operands.slice(isQuestion ? 1 : 0).forEach(inside);
      return;
    }
    default:
      return;
  }
}
