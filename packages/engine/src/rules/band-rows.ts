import Type from 'typebox';
import type { Static } from 'typebox';
import { exactText } from '../number/text.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import { Fault } from '../plan/cell.ts';
import type { Band, BandEdge, NodeId } from '../plan/plan.ts';
import { exactNumber } from '../scheme/exact.ts';
import type { SchemePath } from '../scheme/finding.ts';
import { AmountSchema, ClauseSchema, LiteralSchema } from '../scheme/schema/common.ts';
import type { Amount } from '../scheme/schema/common.ts';
import type { RuleContext } from './rule.ts';

const optional = Type.Optional;

/** A row of a table of bands. The first row that holds the value counts; a row without edges holds everything. */
export const BandRowSchema = Type.Object(
  {
    from: optional(AmountSchema),
    above: optional(AmountSchema),
    to: optional(AmountSchema),
    below: optional(AmountSchema),
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
  rows.forEach((row, number) => refuseTwoEdges(row, context, [...path, number]));
  const results = rows.map((row, number) => resultOf(row, value, context, [...path, number]));
  if (rows.some((row) => EDGES.some((key) => row[key] !== undefined && exactNumber(row[key]) === null)))
    return byConditions(rows, results, value, context, path);
  const bands = rows.map(bandOf);
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

const EDGES = ['from', 'above', 'to', 'below'] as const;
const RELATIONS = { from: '>=', above: '>', to: '<=', below: '<' } as const;

/** Edges that depend on parameters or on the subject: the first row whose conditions hold. */
function byConditions(
  rows: readonly BandRow[],
  results: readonly NodeId[],
  value: NodeId,
  context: RuleContext,
  path: SchemePath,
): NodeId {
  const { plan } = context;
  const nothing = plan.constant(plan.node(value).frame, new Fault('no-case'));
  return rows.reduceRight<NodeId>((rest, row, number) => {
    const conditions = EDGES.flatMap((key) => {
      const edge = row[key];
      if (edge === undefined) return [];
      return [plan.compare(RELATIONS[key], value, context.amountOf(edge, value, [...path, number, key]))];
    });
    const result = results[number] as NodeId;
    return conditions.length === 0 ? result : plan.select(plan.logic('and', conditions), result, rest);
  }, nothing);
}

function refuseTwoEdges(row: BandRow, context: RuleContext, path: SchemePath): void {
  for (const [kept, passedOver] of [
    ['from', 'above'],
    ['to', 'below'],
  ] as const) {
    if (row[kept] === undefined || row[passedOver] === undefined) continue;
    context.fail('band.two-edges', schemeTexts.unusedKey(passedOver, kept), schemeTexts.removeKey(passedOver), path);
  }
}

function bandOf(row: BandRow): Band {
  return { lower: edge(row.from, true) ?? edge(row.above, false), upper: edge(row.to, true) ?? edge(row.below, false) };
}

function edge(value: Amount | undefined, included: boolean): BandEdge | null {
  const number = value === undefined ? null : exactNumber(value);
  return number === null ? null : { value: exactText(number), included };
}
