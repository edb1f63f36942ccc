import Type from 'typebox';
import type { Static } from 'typebox';
import { outcomeTexts } from '../locale/outcome-texts.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import { Fault } from '../plan/cell.ts';
import type { Comparison, NodeId } from '../plan/plan.ts';
import { exactNumber } from '../scheme/exact.ts';
import type { SchemePath } from '../scheme/finding.ts';
import { FormulaSchema, LiteralSchema, asList } from '../scheme/schema/common.ts';
import type { Literal } from '../scheme/schema/common.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const CellSchema = Type.Union([LiteralSchema, Type.Array(LiteralSchema, { minItems: 1 })]);

const schema = Type.Object(
  {
    of: Type.Array(FormulaSchema, { minItems: 1, description: 'What the columns look at.' }),
    rows: Type.Array(Type.Array(CellSchema, { minItems: 2 }), {
      minItems: 1,
      description:
        'Rows: one cell per column, and the result. A cell is a word, a list of words, `any`, or a comparison (`>= 5`).',
    }),
    take: Type.Optional(
      Type.Enum(['highest', 'lowest'], { description: 'The best of all rows that fit; without it the first.' }),
    ),
    else: Type.Optional(LiteralSchema),
  },
  { additionalProperties: false, description: 'A table of several columns: the first row that fits.' },
);
type Config = Static<typeof schema>;
type Cell = Static<typeof CellSchema>;

const ANY = 'any';
const COMPARISON = /^(<=|>=|<|>|=|!=) *(\S.*)$/;

/** A value looked up by several others: a printed matrix. */
export const table: RuleKind<Config> = {
  key: 'table',
  schema,
  compile({ of, rows, take, else: otherwise }, context) {
    const { plan } = context;
    const columns = of.map((formula, number) =>
      context.step(context.formula(formula, ['of', number]), context.wording(formula)),
    );
    const fits = rows.map((row, number) => fitsRow(row, columns, context, ['rows', number]));
    const results = rows.map((row, number) => {
      const title = outcomeTexts.tableRow(number + 1, of, row, (name) => context.titleOf(name));
      return context.step(context.literal(row.at(-1) as Literal), title, { kind: 'row' });
    });
    const nothing =
      otherwise === undefined
        ? plan.constant(context.frame, new Fault('no-case'))
        : context.step(context.literal(otherwise), outcomeTexts.tableElse, { kind: 'row' });
    const order = take === undefined ? rows.map((_, number) => number) : byResult(rows, take, context);
    return order.reduceRight<NodeId>((rest, number) => {
      const [condition, result] = [fits[number] as NodeId, results[number] as NodeId];
      return plan.select(condition, result, rest);
    }, nothing);
  },
  words: ({ rows, else: otherwise }) =>
    [...rows.map((row) => row.at(-1)), otherwise].filter(
      (value): value is string => typeof value === 'string' && value !== 'NA',
    ),
  describe: (config, { titleOf }) => outcomeTexts.table(config, titleOf),
};

/** Rows from the best result to the worst; the numbers are written, so the order is known before any data. */
function byResult(rows: readonly (readonly Cell[])[], take: 'highest' | 'lowest', context: RuleContext): number[] {
  const numbers = rows.map((row, number) => {
    const value = exactNumber(row.at(-1) as string);
    if (value === null) context.fail('table.take', schemeTexts.tableTake, schemeTexts.writeExact, ['rows', number]);
    return { number, value: value as NonNullable<typeof value> };
  });
  return numbers
    .sort((a, b) => (take === 'highest' ? b.value.compare(a.value) : a.value.compare(b.value)))
    .map(({ number }) => number);
}

/** Whether all cells of a row hold; what is missing or does not apply fits `any` only. */
function fitsRow(row: readonly Cell[], columns: readonly NodeId[], context: RuleContext, path: SchemePath): NodeId {
  const { plan } = context;
  if (row.length !== columns.length + 1 || Array.isArray(row.at(-1)))
    context.fail('table.row', schemeTexts.tableRow(columns.length + 1), schemeTexts.tableMend, path);
  const conditions = row.slice(0, -1).flatMap((cell, at) => {
    if (cell === ANY) return [];
    const column = columns[at] as NodeId;
    const options = asList(cell).map((value) => holds(value, column, context, [...path, at]));
    return [plan.known(plan.logic('or', options))];
  });
  return conditions.length === 0 ? plan.constant(context.frame, true) : plan.logic('and', conditions);
}

function holds(value: Literal, column: NodeId, context: RuleContext, path: SchemePath): NodeId {
  const { plan } = context;
  const comparison = typeof value === 'string' ? COMPARISON.exec(value) : null;
  const isNumber = plan.typeOf(column) === 'number';
  const wanted = comparison === null ? value : (comparison[2] as string);
  const operand =
    isNumber && exactNumber(wanted as string) !== null
      ? context.amount(wanted as string, path)
      : context.literal(wanted);
  if (plan.typeOf(operand) !== plan.typeOf(column)) {
    context.fail('table.type', schemeTexts.tableType(String(value)), schemeTexts.oneType, path);
  }
  return plan.compare((comparison?.[1] ?? '=') as Comparison, column, operand);
}
