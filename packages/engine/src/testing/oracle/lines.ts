import type { OracleRow } from './data.ts';
import { listOf, mapOf } from './document.ts';
import type { Json, JsonMap } from './document.ts';
import { amount, extremeOf, inBands } from './amounts.ts';
import { evaluateText, holds } from './evaluate.ts';
import { Rational, ZERO } from './rational.ts';
import { Fault, isGiven, NA, strict } from './value.ts';
import type { Value } from './value.ts';
import type { Context, World } from './world.ts';

/** The lines of a rule that is a list of them, or a map with the list under `lines`. */
export function linesOf(rule: Json): readonly JsonMap[] {
  return listOf(Array.isArray(rule) ? rule : mapOf(rule)['lines']).map(mapOf);
}

/** What a line is worth. */
export function lineWorth(world: World, line: JsonMap, context: Context): Value {
  if (line['if'] !== undefined) {
    const condition = holds(world, String(line['if']), context);
    if (condition instanceof Fault) return condition;
    if (!condition) return ZERO;
  }
  const worth = unlimited(world, line, context);
  return line['at most'] === undefined ? worth : extremeOf(worth, amount(world, line['at most'], context), -1);
}

function unlimited(world: World, line: JsonMap, context: Context): Value {
  const marks = (): Value => amount(world, line['marks'] as Json, context);
  if (line['each'] !== undefined || line['once'] !== undefined) {
    const item = String(line['each'] ?? line['once']);
    const rows = chosen(world, line, cast(world, item, context), context);
    if (rows instanceof Fault) return rows;
    const worth = (some: readonly OracleRow[], marksOf: () => Value): Value => {
      if (line['each'] !== undefined) return times(total(some), marksOf());
      return some.length > 0 ? marksOf() : ZERO;
    };
    if (line['by'] === undefined) return worth(rows, marks);
    const parts = Object.entries(mapOf(line['by'])).map(([word, each]) =>
      worth(
        rows.filter(({ observation }) => observation.category === word),
        () => amount(world, each, context),
      ),
    );
    return sumStrict(parts);
  }
  if (line['row'] !== undefined) {
    const rows = chosen(world, line, cast(world, String(line['row']), context), context);
    if (rows instanceof Fault) return rows;
    return sumOfMarks(rows, (row) => rowMarks(world, line, row, context));
  }
  if (line['per'] !== undefined) return perStep(world, line, context);
  return marks();
}

/** The rows that count in a line: ballots of NA do not. */
function cast(world: World, item: string, context: Context): OracleRow[] {
  return world.data.rows(item, context).filter(({ value }) => value !== NA);
}

/** Σ over rows: what does not apply or is missing in a row is left out. */
function sumOfRows(values: readonly Value[]): Value {
  const fault = values.find((value) => value instanceof Fault);
  if (fault !== undefined) return fault;
  return values.filter(isGiven).reduce<Rational>((sum, value) => sum.plus(value as Rational), ZERO);
}

/**
 * Σ of the marks of rows. A row that says nothing itself is left out; where marks lack a figure of the subject, so does
 * the sum.
 */
function sumOfMarks(rows: readonly OracleRow[], marksOf: (row: OracleRow) => Value): Value {
  const marks = rows.map((row) => ({ row, value: marksOf(row) }));
  return sumStrict(marks.filter(({ row, value }) => isGiven(row.value) || isGiven(value)).map(({ value }) => value));
}

function sumStrict(values: readonly Value[]): Value {
  return strict(values, (numbers) => numbers.reduce((sum, number) => sum.plus(number), ZERO));
}

function times(a: Value, b: Value): Value {
  return strict([a, b], ([x, y]) => (x as Rational).times(y as Rational));
}

function total(rows: readonly OracleRow[]): Value {
  return sumOfRows(rows.map(({ value }) => value));
}

/** The rows of the categories named, for which the condition is known to hold. */
export function chosen(world: World, line: JsonMap, rows: readonly OracleRow[], context: Context): OracleRow[] | Fault {
  const kept: OracleRow[] = [];
  for (const row of rows) {
    const words = line['categories'] === undefined ? null : listOf(line['categories']);
    if (words !== null && !words.includes(row.observation.category)) continue;
    if (line['where'] !== undefined) {
      const condition = holds(world, String(line['where']), { ...context, row });
      if (condition instanceof Fault) return condition;
      if (!condition) continue;
    }
    kept.push(row);
  }
  return kept;
}

/** The marks of one row of a line `row`; 0 where its category is passed over. */
export function rowMarks(world: World, line: JsonMap, row: OracleRow, context: Context): Value {
  const inRow: Context = { ...context, row };
  const changed = (marks: Value): Value => {
    const factor = line['times'] === undefined ? new Rational(1n) : amount(world, line['times'], inRow);
    const more = line['plus'] === undefined ? ZERO : amount(world, line['plus'], inRow);
    return strict([marks, factor, more], ([m, f, p]) => (m as Rational).times(f as Rational).plus(p as Rational));
  };
  if (line['by'] !== undefined) {
    const each = mapOf(line['by'])[row.observation.category];
    return each === undefined ? ZERO : changed(amount(world, each, inRow));
  }
  if (line['bands'] !== undefined) return changed(inBands(world, line['bands'], row.value, inRow));
  return changed(line['marks'] === undefined ? row.value : amount(world, line['marks'], inRow));
}

function perStep(world: World, line: JsonMap, context: Context): Value {
  const step = amount(world, line['per'] as Json, context);
  const of = evaluateText(world, String(line['of']), context);
  const marks = amount(world, line['marks'] as Json, context);
  const steps = strict([step, of], ([s, x]) => {
    if ((s as Rational).top === 0n) return new Fault('division-by-zero');
    if ((x as Rational).compare(ZERO) <= 0) return ZERO;
    const all = (x as Rational).over(s as Rational);
    return line['prorated'] === true ? all : new Rational(all.floor());
  });
  return times(steps, marks);
}
