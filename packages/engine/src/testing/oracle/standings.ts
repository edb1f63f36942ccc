import { amount } from './amounts.ts';
import type { OracleCell } from './data.ts';
import { literal, listOf, mapOf } from './document.ts';
import type { Json, OracleNode } from './document.ts';
import { evaluateText, holds } from './evaluate.ts';
import { groupOf } from './lists.ts';
import { Rational, ZERO } from './rational.ts';
import { Fault, isGiven, MISSING, NA, numberOf } from './value.ts';
import type { Value } from './value.ts';
import type { Context, World } from './world.ts';

type Standing = (world: World, node: OracleNode, rule: Json, context: Context) => Value;

/** One who competes, with what it is ranked by. */
interface Competitor {
  readonly subject: string;
  readonly by: Rational;
}

/** Rules that look at a whole group: each is worked out from the start for everybody who asks. */
export const STANDINGS: Readonly<Record<string, Standing>> = {
  rank(world, _node, rule, context) {
    const keys = mapOf(rule);
    const field = competitors(world, context, keys['within'], keys['among'], keys['by']);
    if (field instanceof Fault) return field;
    const me = field.find(({ subject }) => subject === context.subject);
    if (me === undefined) return NA;
    const side = keys['from'] === 'lowest' ? -1 : 1;
    return new Rational(BigInt(keys['ties'] === 'last' ? lastPlace(field, me, side) : firstPlace(field, me, side)));
  },

  places(world, _node, rule, context) {
    const keys = mapOf(rule);
    const word = literal(keys['word'] ?? true);
    const otherwise = literal(keys['else'] ?? false);
    const isDirect = (cell: Context): boolean | Fault =>
      keys['first'] !== undefined && holds(world, String(keys['first']), cell);
    const meDirect = isDirect(context);
    if (meDirect instanceof Fault) return meDirect;
    if (meDirect) {
      // Who loses the place after all has the grade that was there.
      const rest = keys['of'] === undefined ? word : evaluateText(world, String(keys['of']), context);
      return gated(world, keys['gate'], word, rest === word ? otherwise : rest, context);
    }
    const number = placesOf(world, rule, members(world, context, keys['within']), context);
    const isBarred = (): boolean => keys['gate'] !== undefined && holds(world, String(keys['gate']), context) === false;
    if (!isGiven(number) && (number instanceof Fault || !isBarred())) return number;
    const grade = keys['of'] === undefined ? word : evaluateText(world, String(keys['of']), context);
    if (grade !== word) return grade;
    if (!isGiven(number)) return otherwise;
    const candidates = competitors(world, context, keys['within'], keys['among'], keys['by']);
    if (candidates instanceof Fault) return candidates;
    const field = candidates.filter(({ subject }) => {
      const cell = at(context, subject);
      const wants = keys['of'] === undefined || evaluateText(world, String(keys['of']), cell) === word;
      return wants && isDirect(cell) === false;
    });
    const me = field.find(({ subject }) => subject === context.subject);
    if (me === undefined) return otherwise;
    const side = keys['from'] === 'lowest' ? -1 : 1;
    const place = keys['ties'] === 'admit' ? firstPlace(field, me, side) : lastPlace(field, me, side);
    if (numberOf(number).compare(new Rational(BigInt(place))) < 0) return otherwise;
    return gated(world, keys['gate'], word, otherwise, context);
  },

  prizes(world, _node, rule, context) {
    const keys = mapOf(rule);
    const ranks = listOf(keys['ranks']);
    const otherwise = literal(keys['else'] ?? 'none');
    const field = competitors(world, context, keys['within'], keys['among'], keys['by']);
    if (field instanceof Fault) return field;
    const me = field.find(({ subject }) => subject === context.subject);
    if (me === undefined) return otherwise;
    const prize = ranks[firstPlace(field, me, 1) - 1];
    const isRoom = keys['ties'] === 'admit' || lastPlace(field, me, 1) <= ranks.length;
    return prize !== undefined && isRoom ? literal(prize) : otherwise;
  },

  share(world, _node, rule, context) {
    const keys = mapOf(rule);
    const field = competitors(world, context, keys['within'], keys['among'], keys['by']);
    if (field instanceof Fault) return field;
    const me = field.find(({ subject }) => subject === context.subject);
    if (me === undefined) return NA;
    const pool = amount(world, keys['pool'] as Json, context);
    if (!isGiven(pool)) return pool;
    // A hidden figure keeps its state: who has none has no share.
    if (evaluateText(world, String(keys['by']), context) === MISSING) return MISSING;
    const all = field.reduce((sum, { by }) => sum.plus(by), ZERO);
    return all.top === 0n ? new Fault('division-by-zero') : numberOf(pool).times(me.by).over(all);
  },
};

function at(context: Context, subject: string): Context {
  return { ...context, subject, row: null, banded: null, asker: null };
}

function members(world: World, context: Context, within: Json | undefined): OracleCell[] {
  const column = within === undefined ? undefined : String(within);
  const own = groupOf(world, context.part, context, column);
  return world
    .cells(context.part)
    .filter((cell) => cell.period === context.period && groupOf(world, context.part, cell, column) === own);
}

/** Who competes within the group: not those who are NA; a missing figure ranks as 0. */
function competitors(
  world: World,
  context: Context,
  within: Json | undefined,
  among: Json | undefined,
  by: Json | undefined,
): Competitor[] | Fault {
  const field: Competitor[] = [];
  for (const { subject } of members(world, context, within)) {
    const cell = at(context, subject);
    const competes = among === undefined || holds(world, String(among), cell);
    if (competes instanceof Fault) return competes;
    if (!competes) continue;
    const value = evaluateText(world, String(by ?? 'total'), cell);
    if (value instanceof Fault) return value;
    if (value !== NA) field.push({ subject, by: value === MISSING ? ZERO : numberOf(value) });
  }
  return field;
}

function firstPlace(field: readonly Competitor[], me: Competitor, side: number): number {
  return 1 + field.filter(({ by }) => by.compare(me.by) * side > 0).length;
}

function lastPlace(field: readonly Competitor[], me: Competitor, side: number): number {
  return field.filter(({ by }) => by.compare(me.by) * side >= 0).length;
}

function placesOf(world: World, rule: Json, group: readonly OracleCell[], context: Context): Value {
  const keys = mapOf(rule);
  let number: Value;
  if (keys['number'] !== undefined) number = amount(world, keys['number'], context);
  else {
    const share = amount(world, keys['share'] as Json, context);
    const of = keys['share of'] === undefined || keys['share of'] === 'everybody' ? null : String(keys['share of']);
    const counts = group.map(({ subject }) => of === null || holds(world, of, at(context, subject)));
    const fault = counts.find((count) => count instanceof Fault);
    if (fault !== undefined) return fault;
    const counted = counts.filter((count) => count === true).length;
    const mode = keys['rounded'] === undefined ? 'down' : String(keys['rounded']);
    number = isGiven(share)
      ? numberOf(share)
          .times(new Rational(BigInt(counted)))
          .rounded(0, mode)
      : share;
  }
  if (keys['at least'] === undefined || !isGiven(number)) return number;
  const least = amount(world, keys['at least'], context);
  return !isGiven(least) ? least : numberOf(least).compare(numberOf(number)) > 0 ? least : number;
}

function gated(world: World, gate: Json | undefined, word: Value, otherwise: Value, context: Context): Value {
  if (gate === undefined) return word;
  const passes = holds(world, String(gate), context);
  return passes instanceof Fault ? passes : passes ? word : otherwise;
}
