import { literal, listOf, mapOf } from './document.ts';
import type { Json } from './document.ts';
import { evaluateText } from './evaluate.ts';
import { Rational } from './rational.ts';
import { compareValues, Fault, isGiven, strict } from './value.ts';
import type { Value } from './value.ts';
import type { Context, World } from './world.ts';

/** A number, or a formula that gives one. */
export function amount(world: World, json: Json, context: Context): Value {
  if (typeof json === 'number') return Rational.parse(String(json));
  return evaluateText(world, String(json), context);
}

/** The result of the first row of bands that holds a number. */
export function inBands(world: World, rows: Json, value: Value, context: Context): Value {
  if (!isGiven(value)) return value;
  for (const json of listOf(rows)) {
    const row = mapOf(json);
    const edges = ['from', 'above', 'to', 'below'].filter((key) => row[key] !== undefined);
    const bounds = edges.map((key) => amount(world, row[key] as Json, context));
    const unknown = bounds.find((bound) => !isGiven(bound));
    if (unknown !== undefined) return unknown;
    if (!edges.every((key, at) => isBeyond(key, compareValues(value, bounds[at] as Value)))) continue;
    if (row['is'] !== undefined) return literal(row['is']);
    return amount(world, row['marks'] as Json, { ...context, banded: value });
  }
  return new Fault('no-band');
}

function isBeyond(edge: string, side: number): boolean {
  switch (edge) {
    case 'from':
      return side >= 0;
    case 'above':
      return side > 0;
    case 'to':
      return side <= 0;
    default:
      return side < 0;
  }
}

/** The smaller (−1) or larger (1) of two, both of which must be there. */
export function extremeOf(a: Value, b: Value, side: 1 | -1): Value {
  return strict([a, b], ([x, y]) => ((x as Rational).compare(y as Rational) * side >= 0 ? x : y) as Rational);
}
