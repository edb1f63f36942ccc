import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import { stepTexts } from '../locale/step-texts.ts';
import { Fraction } from '../number/fraction.ts';
import type { NodeId } from '../plan/plan.ts';
import { AmountSchema, FormulaSchema } from '../scheme/schema/common.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const schema = Type.Object(
  {
    rate: Type.Optional(
      Type.String({ minLength: 1, description: 'Completion in per cent: 87.5 means 87.5 %. An item or a formula.' }),
    ),
    of: Type.Optional(FormulaSchema),
    to: Type.Optional(AmountSchema),
    marks: Type.Optional(
      Type.Union([Type.Number(), Type.String({ minLength: 1 })], {
        description: 'Marks for full completion; default: the full marks of the node.',
      }),
    ),
    'nothing below': Type.Optional(AmountSchema),
    ceiling: Type.Optional(
      Type.Union([AmountSchema, Type.Literal(false)], {
        description: 'Highest completion that counts; default 100%. false: none.',
      }),
    ),
  },
  { additionalProperties: false, description: 'Marks in proportion to completion: of ÷ to, or a rate in per cent.' },
);
type Config = Static<typeof schema>;

/** Marks in proportion to completion, never below 0. */
export const ratio: RuleKind<Config> = {
  key: 'ratio',
  schema,
  compile(config, context) {
    const { plan, frame } = context;
    const completion = context.step(completionOf(config, context), stepTexts.completion);
    const zero = plan.number(frame, Fraction.ZERO);
    let counted = context.step(plan.arithmetic('largest', completion, zero), stepTexts.completionNotBelowZero, {
      kind: 'limit',
    });
    if (config.ceiling !== false) {
      const ceiling = context.amount(config.ceiling ?? 1, ['ceiling']);
      counted = context.step(plan.arithmetic('smallest', counted, ceiling), stepTexts.completionCeiling, {
        kind: 'limit',
      });
    }
    const marks = plan.arithmetic('multiply', fullMarks(config, context), counted);
    const threshold = config['nothing below'];
    if (threshold === undefined) return marks;
    const below = plan.compare('<', completion, context.amount(threshold, ['nothing below']));
    return plan.select(
      context.step(below, ruleTexts.nothingBelow(context.wording(String(threshold))), { kind: 'condition' }),
      zero,
      marks,
    );
  },
  describe: (config, { titleOf }) => ruleTexts.ratio(config, titleOf),
};

function completionOf({ rate, of, to }: Config, context: RuleContext): NodeId {
  const { plan, frame } = context;
  if (rate !== undefined) return plan.arithmetic('divide', context.numeric(rate, ['rate']), plan.number(frame, 100));
  if (of === undefined || to === undefined) {
    return context.fail('ratio.incomplete', schemeTexts.missingKey('of, to'), schemeTexts.addKey('rate / of + to'), []);
  }
  return plan.arithmetic('divide', context.numeric(of, ['of']), context.amount(to, ['to']));
}

function fullMarks({ marks }: Config, context: RuleContext): NodeId {
  if (marks !== undefined) return context.amount(marks, ['marks']);
  if (context.max !== null) return context.max;
  return context.fail('node.no-max', schemeTexts.needsMax(context.node.id), schemeTexts.addMax, []);
}
