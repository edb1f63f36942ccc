import Type from 'typebox';
import type { Static } from 'typebox';
import { outcomeTexts } from '../locale/outcome-texts.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import { Fault } from '../plan/cell.ts';
import type { NodeId } from '../plan/plan.ts';
import { ClauseSchema, FormulaSchema, LiteralSchema, TitleSchema } from '../scheme/schema/common.ts';
import { localText } from '../scheme/texts.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const CLOSED = { additionalProperties: false } as const;
const texts = { title: Type.Optional(TitleSchema), clause: Type.Optional(ClauseSchema) } as const;

const CaseSchema = Type.Union([
  Type.Object({ if: FormulaSchema, is: LiteralSchema, ...texts }, CLOSED),
  Type.Object({ if: FormulaSchema, use: FormulaSchema, ...texts }, CLOSED),
  Type.Object({ is: LiteralSchema, ...texts }, CLOSED),
  Type.Object({ use: FormulaSchema, ...texts }, CLOSED),
]);
export type Case = Static<typeof CaseSchema>;

const schema = Type.Array(CaseSchema, {
  minItems: 1,
  description:
    'The first case that is known to hold. `is`: a value; `use`: a formula. A case without `if` holds always and stands last.',
});

/** The first of several cases that holds. */
export const cases: RuleKind<readonly Case[]> = {
  key: 'cases',
  schema,
  compile(list, context) {
    const { plan } = context;
    const results = list.map((entry, number) => resultOf(entry, context, number));
    const type = plan.typeAmong(results);
    const wrong = results.findIndex((column) => !plan.isStateConstant(column) && plan.typeOf(column) !== type);
    if (wrong >= 0) context.fail('cases.types', schemeTexts.mixedTypes, schemeTexts.oneType, [wrong]);
    const early = list.findIndex((entry, number) => conditionOf(entry) === undefined && number < list.length - 1);
    if (early >= 0) context.fail('cases.not-last', schemeTexts.elseNotLast, schemeTexts.moveElseLast, [early]);
    const nothing = plan.constant(context.frame, new Fault('no-case'));
    return list.reduceRight<NodeId>((rest, entry, number) => {
      const condition = conditionOf(entry);
      if (condition === undefined) return results[number] as NodeId;
      const title = entry.title === undefined ? context.wording(condition) : localText(entry.title, '');
      const clause = entry.clause ?? context.node.clause ?? '';
      const holds = context.step(context.condition(condition, [number, 'if']), title, { kind: 'condition', clause });
      return plan.select(holds, results[number] as NodeId, rest);
    }, nothing);
  },
  words: (list, wordsOf) =>
    list.flatMap((entry) => {
      if ('use' in entry) return wordsOf(entry.use);
      return typeof entry.is === 'string' && entry.is !== 'NA' ? [entry.is] : [];
    }),
  describe: (list, { titleOf }) => outcomeTexts.cases(list, titleOf),
};

function conditionOf(entry: Case): string | undefined {
  return 'if' in entry ? entry.if : undefined;
}

function resultOf(entry: Case, context: RuleContext, number: number): NodeId {
  return 'use' in entry ? context.branch(entry.use, [number, 'use']) : context.literal(entry.is);
}
