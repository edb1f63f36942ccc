import Type from 'typebox';
import type { Static } from 'typebox';
import { exactText } from '../number/text.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import type { Band, BandEdge, NodeId } from '../plan/plan.ts';
import { exactNumber } from '../scheme/exact.ts';
import type { SchemePath } from '../scheme/finding.ts';
import { AmountSchema, ClauseSchema, ExactSchema, LiteralSchema } from '../scheme/schema/common.ts';
import type { Exact } from '../scheme/schema/common.ts';
import type { RuleContext } from './rule.ts';

const optional = Type.Optional;

/** A row of a table of bands. The first row that holds the value counts; a row without edges holds everything. */
export const BandRowSchema = Type.Object(
  {
    from: optional(ExactSchema),
    above: optional(ExactSchema),
    to: optional(ExactSchema),
    below: optional(ExactSchema),
    is: optional(LiteralSchema),
    marks: optional(AmountSchema),
    clause: optional(ClauseSchema),
  },
  {
    additionalProperties: false,
    description:
      'from and to include their number (以上、以下含本数), above and below exclude it. Result: is (a word) or marks.',
  },
);
export type BandRow = Static<typeof BandRowSchema>;

/** Looks a column up in bands. Works in the frame of the column, so rows of an item can be banded as well. */
export function compileBands(rows: readonly BandRow[], value: NodeId, context: RuleContext, path: SchemePath): NodeId {
  const { plan } = context;
  const { frame } = plan.node(value);
  const bands = rows.map((row, number) => bandOf(row, context, [...path, number]));
  const results = rows.map((row, number) => resultOf(row, value, context, [...path, number]));
  const found = plan.add(frame, plan.typeAmong(results), { kind: 'bands', bands }, [value, ...results]);
  return context.place('bands', found, path);
}

/** What a row gives: a word or a number. A row that says neither would be a 0 in silence. */
function resultOf(row: BandRow, value: NodeId, context: RuleContext, path: SchemePath): NodeId {
  if (row.marks !== undefined && row.is !== undefined)
    return context.fail('band.two-results', schemeTexts.unusedKey('is', 'marks'), schemeTexts.removeKey('is'), path);
  if (row.marks !== undefined) return context.amountOf(row.marks, value, [...path, 'marks']);
  if (row.is !== undefined) return context.literal(row.is, context.plan.node(value).frame);
  return context.fail('band.no-result', schemeTexts.missingKey('is / marks'), schemeTexts.addKey('is / marks'), path);
}

function bandOf(row: BandRow, context: RuleContext, path: SchemePath): Band {
  for (const [kept, passedOver] of [
    ['from', 'above'],
    ['to', 'below'],
  ] as const) {
    if (row[kept] === undefined || row[passedOver] === undefined) continue;
    context.fail('band.two-edges', schemeTexts.unusedKey(passedOver, kept), schemeTexts.removeKey(passedOver), path);
  }
  return {
    lower: edge(row.from, true, context, path) ?? edge(row.above, false, context, path),
    upper: edge(row.to, true, context, path) ?? edge(row.below, false, context, path),
  };
}

function edge(value: Exact | undefined, included: boolean, context: RuleContext, path: SchemePath): BandEdge | null {
  if (value === undefined) return null;
  const number = exactNumber(value);
  if (number === null)
    return context.fail('number.not-exact', schemeTexts.notExact(String(value)), schemeTexts.writeExact, path);
  return { value: exactText(number), included };
}
