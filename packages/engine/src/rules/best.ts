import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import type { RuleKind } from './rule.ts';

const schema = Type.Object(
  {
    count: Type.Integer({ minimum: 1, description: 'How many of the best count.' }),
    of: Type.Array(Type.Record(Type.String(), Type.Unknown()), {
      minItems: 1,
      description: 'Rules, each with a title.',
    }),
  },
  { additionalProperties: false, description: 'The sum of the best few of several rules.' },
);
type Config = Static<typeof schema>;

/** Best k of n. */
export const best: RuleKind<Config> = {
  key: 'best',
  schema,
  inner: ({ of }) => of.map((holder, number) => ({ holder, path: ['of', number] })),
  compile({ count, of }, context) {
    const parts = of.map((holder, number) =>
      context.requireNumber(context.rule(holder, ['of', number]), ['of', number]),
    );
    return context.plan.add(context.frame, 'number', { kind: 'best', count }, parts);
  },
  describe: ({ count, of }, context) => ruleTexts.best(count, of, context),
};
