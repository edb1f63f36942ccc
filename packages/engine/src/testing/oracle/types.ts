import { listOf, mapOf } from './document.ts';
import type { Json, OracleNode, OraclePart } from './document.ts';
import type { Formula } from './formula-text.ts';
import { parseFormula } from './formula-text.ts';
import type { ValueType, World } from './world.ts';

/** What the figures of a node are, by its rule. */
export function typeOfNode(world: World, part: OraclePart, node: OracleNode): ValueType {
  const { keys } = node;
  if (node.place === 'completeness') return 'flag';
  if (keys['any of'] !== undefined) return 'flag';
  if (keys['reasons'] !== undefined) return 'word';
  if (keys['formula'] !== undefined) return typeOfText(world, part, String(keys['formula']));
  if (keys['bands'] !== undefined) return typeOfResults(world, part, listOf(mapOf(keys['bands'])['rows']));
  if (keys['cases'] !== undefined) return typeOfResults(world, part, listOf(keys['cases']));
  if (keys['table'] !== undefined) return typeOfLiteral(listOf(listOf(mapOf(keys['table'])['rows'])[0]).at(-1));
  if (keys['levels'] !== undefined) {
    const words = mapOf(keys['levels'])['words'];
    const results = Object.values(mapOf(words ?? keys['levels'])).filter((result) => result !== 'NA');
    return typeOfLiteral(results[0]);
  }
  if (keys['places'] !== undefined) return typeOfLiteral(mapOf(keys['places'])['word'] ?? true);
  if (keys['prizes'] !== undefined) return typeOfLiteral(listOf(mapOf(keys['prizes'])['ranks'])[0]);
  return 'number';
}

/** A state has no type of its own: the first other result says it. */
function typeOfResults(world: World, part: OraclePart, rows: readonly Json[]): ValueType {
  const row = rows.map(mapOf).find(({ is }) => is !== 'NA') ?? {};
  if (row['is'] !== undefined) return typeOfLiteral(row['is']);
  return row['use'] === undefined ? 'number' : typeOfText(world, part, String(row['use']));
}

function typeOfLiteral(json: Json | undefined): ValueType {
  return typeof json === 'boolean' ? 'flag' : typeof json === 'string' ? 'word' : 'number';
}

function typeOfText(world: World, part: OraclePart, text: string): ValueType {
  return typeOfFormula(world, part, parseFormula(text));
}

const FLAG_CALLS = ['not', 'given', 'missing', 'applies', 'exists', 'took part'];
const FLAG_SIGNS = ['and', 'or', '=', '!=', '<', '<=', '>', '>='];

function typeOfFormula(world: World, part: OraclePart, formula: Formula): ValueType {
  switch (formula.kind) {
    case 'word':
      return 'word';
    case 'flag':
    case 'between':
    case 'in':
      return 'flag';
    case 'operator':
      return FLAG_SIGNS.includes(formula.sign) ? 'flag' : 'number';
    case 'if':
      return isState(formula.then)
        ? typeOfFormula(world, part, formula.otherwise)
        : typeOfFormula(world, part, formula.then);
    case 'call':
      if (FLAG_CALLS.includes(formula.name)) return 'flag';
      return ['or else', 'previous'].includes(formula.name)
        ? typeOfFormula(world, part, formula.operands[0] as Formula)
        : 'number';
    case 'name': {
      const node = part.nodes.get(formula.name);
      if (node !== undefined) return typeOfNode(world, part, node);
      const [first = '', ...rest] = formula.name.split('.');
      const other = world.parts.get(first);
      if (other !== undefined) return typeOfFormula(world, other, { kind: 'name', name: rest.join('.') });
      const kind = world.data.input(formula.name)?.kind;
      return kind === 'flag' ? 'flag' : kind === 'level' ? 'word' : 'number';
    }
    default:
      return 'number';
  }
}

function isState(formula: Formula): boolean {
  return formula.kind === 'name' && (formula.name === 'NA' || formula.name === 'missing');
}
