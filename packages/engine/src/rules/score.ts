import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import { Fraction } from '../number/fraction.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const schema = Type.Union(
  [
    Type.Literal('given'),
    Type.Object(
      {
        item: Type.Optional(Type.String({ description: 'Item of the marks; default: the id of the node.' })),
        NA: Type.Optional(
          Type.Enum(['leave out', 'full', 'half', 'zero'], {
            description: 'NA is provided for, and what it brings: nothing is counted, full marks, half of them, or 0.',
          }),
        ),
      },
      { additionalProperties: false },
    ),
  ],
  { description: 'Marks given by an assessor, from 0 to the full marks of the node.' },
);
type Config = Static<typeof schema>;

/** Marks given by an assessor. */
export const score: RuleKind<Config> = {
  key: 'score',
  schema,
  compile(config, context) {
    const { item = context.node.id, NA = undefined } = config === 'given' ? {} : config;
    return context.single(item, [], NA === undefined || NA === 'leave out' ? undefined : standIn(NA, context));
  },
  describe(config) {
    return ruleTexts.score(config === 'given' ? undefined : config.NA);
  },
};

function standIn(policy: 'full' | 'half' | 'zero', context: RuleContext): number {
  const { plan, frame, max } = context;
  const zero = plan.number(frame, Fraction.ZERO);
  if (policy === 'zero') return zero;
  if (max === null)
    return context.fail('node.no-max', schemeTexts.needsMax(context.node.id), schemeTexts.addMax, ['NA']);
  return policy === 'full' ? max : plan.arithmetic('divide', max, plan.number(frame, 2));
}
