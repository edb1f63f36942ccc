import type { OracleCell } from './data.ts';
import type { OracleNode, OraclePart } from './document.ts';
import { kindOf, yearOf } from './periods.ts';
import { Rational } from './rational.ts';
import { relationOf } from './relations.ts';
import type { Relation } from './relations.ts';
import { MISSING } from './value.ts';
import type { Value } from './value.ts';
import type { Context, World } from './world.ts';

/** What a name stands for, in the order of the documents. */
export type Meaning =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'banded' }
  | { readonly kind: 'own'; readonly name: string }
  | { readonly kind: 'input'; readonly item: string }
  | { readonly kind: 'figure'; readonly node: OracleNode }
  | { readonly kind: 'parameter'; readonly value: Value }
  | { readonly kind: 'attribute'; readonly value: Value }
  | { readonly kind: 'rows'; readonly item: string; readonly column: string }
  | { readonly kind: 'subjects'; readonly among: 'peers' | 'all'; readonly name: string }
  | { readonly kind: 'other'; readonly part: OraclePart; readonly relation: Relation; readonly name: string }
  | { readonly kind: 'calendar'; readonly name: string };

const FIELDS = ['value', 'category', 'matter', 'date', 'rater', 'period', 'subject', 'item', 'marks', 'number', 'upto'];

export function meaningOf(world: World, name: string, context: Context): Meaning {
  const { row, part, node, subject } = context;
  if (row !== null && FIELDS.includes(name)) return { kind: 'field', field: name };
  if (context.banded !== null && name === 'value') return { kind: 'banded' };
  if (name.startsWith('own.')) return { kind: 'own', name: name.slice('own.'.length) };
  if (node?.id === name && world.data.input(name) !== undefined) return inputMeaning(world, name);
  if (name.startsWith('input.')) return inputMeaning(world, name.slice('input.'.length));
  const figure = part.nodes.get(name);
  if (figure !== undefined) return { kind: 'figure', node: figure };
  if (world.data.input(name) !== undefined) return inputMeaning(world, name);
  const parameter = world.parameter(name, context);
  if (parameter !== undefined) return { kind: 'parameter', value: parameter };
  const attribute = world.attribute(name, subject);
  if (attribute !== undefined) return { kind: 'attribute', value: attribute };
  const { first, rest } = split(name);
  if (first === 'peers' || first === 'all') return { kind: 'subjects', among: first, name: rest };
  const { first: item, rest: column } = splitLast(name);
  if (world.data.isRows(item)) return { kind: 'rows', item, column };
  const other = world.parts.get(first);
  const relation = other === undefined ? null : relationOf(part, other);
  if (other !== undefined && relation !== null) return { kind: 'other', part: other, relation, name: rest };
  return { kind: 'calendar', name };
}

function inputMeaning(world: World, item: string): Meaning {
  return world.data.isRows(item) ? { kind: 'rows', item, column: 'value' } : { kind: 'input', item };
}

function split(name: string): { first: string; rest: string } {
  const at = name.indexOf('.');
  return at < 0 ? { first: name, rest: '' } : { first: name.slice(0, at), rest: name.slice(at + 1) };
}

function splitLast(name: string): { first: string; rest: string } {
  const at = name.lastIndexOf('.');
  return at < 0 ? { first: name, rest: '' } : { first: name.slice(0, at), rest: name.slice(at + 1) };
}

/** The value that a name stands for. A figure that is missing counts 0, unless it is hidden or no number. */
export function valueOfName(world: World, name: string, context: Context): Value {
  const value = stateOfName(world, name, context);
  if (value !== MISSING) return value;
  const meaning = meaningOf(world, name, context);
  if (meaning.kind === 'own' && context.asker !== null) return valueOfName(world, meaning.name, context.asker);
  if (meaning.kind === 'other') {
    const [cell] = meaning.relation.cells(world, context);
    return cell === undefined ? MISSING : valueOfName(world, meaning.name, contextOf(meaning.part, cell, context));
  }
  if (meaning.kind !== 'figure' || meaning.node.keys['hidden'] === true) return MISSING;
  return world.typeOf(context.part, meaning.node) === 'number' ? new Rational(0n) : MISSING;
}

/** The same with the state that it is in: what `given`, `missing` and `applies` ask for. */
export function stateOfName(world: World, name: string, context: Context): Value {
  const meaning = meaningOf(world, name, context);
  const { period, part, subject } = context;
  switch (meaning.kind) {
    case 'field':
      return fieldOf(context, meaning.field);
    case 'banded':
      return context.banded as Value;
    case 'own':
      if (context.asker === null) throw new Error(`Nobody asks for ${name}.`);
      return stateOfName(world, meaning.name, context.asker);
    case 'input':
      return world.data.single(meaning.item, context);
    case 'figure':
      return world.figure(part, meaning.node, context);
    case 'parameter':
    case 'attribute':
      return meaning.value;
    case 'other': {
      const [cell] = meaning.relation.cells(world, context);
      return cell === undefined ? MISSING : stateOfName(world, meaning.name, contextOf(meaning.part, cell, context));
    }
    case 'calendar':
      return calendar(meaning.name, period);
    default:
      throw new Error(`${name} of ${subject} is a list.`);
  }
}

/** The place of a cell of another subject, from where somebody asks. */
export function contextOf(part: OraclePart, { period, subject }: OracleCell, asker: Context): Context {
  return { part, period, subject, node: null, row: null, banded: null, asker };
}

/** A field of a row: of an empty one there is none, but an empty word is a word. */
export function fieldOf({ row }: Context, field: string): Value {
  if (row === null) throw new Error(`There is no row to have a ${field}.`);
  if (field === 'value' || field === 'marks') return row.value;
  const { observation } = row;
  switch (field) {
    case 'category':
      return observation.category;
    case 'matter':
      return observation.matter;
    case 'rater':
      return observation.rater;
    case 'date':
      return observation.date;
    case 'period':
      return observation.period;
    case 'subject':
      return observation.subject;
    default:
      return observation.item;
  }
}

function calendar(name: string, period: string): Value {
  const year = Number(yearOf(period));
  if (name === 'year') return new Rational(BigInt(year));
  if (name === 'period') return period;
  if (name === 'quarter' && kindOf(period) === 'quarter') return new Rational(BigInt(period.slice(-1)));
  throw new Error(`What is ${name}?`);
}
