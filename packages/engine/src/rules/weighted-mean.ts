import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import { AmountSchema } from '../scheme/schema/common.ts';
import { needChildren } from './need-children.ts';
import type { RuleKind } from './rule.ts';

const schema = Type.Union(
  [Type.Literal('items'), Type.Object({ times: AmountSchema }, { additionalProperties: false })],
  { description: 'Mean of the children by their weights; those that do not apply are left out with their weight.' },
);
type Config = Static<typeof schema>;

/** The weighted mean of the children that apply. */
export const weightedMean: RuleKind<Config> = {
  key: 'weighted mean',
  schema,
  overChildren: true,
  compile(config, context) {
    const { plan, frame } = context;
    const pairs = needChildren(context, 'weighted mean').flatMap(({ id, value, weight }) => {
      if (weight === null)
        return context.fail(
          'node.no-weight',
          schemeTexts.missingKey(`${id}: weight`),
          schemeTexts.addKey('weight'),
          [],
        );
      return [context.requireNumber(value, []), weight];
    });
    const mean = plan.add(frame, 'number', { kind: 'combine', how: 'weighted mean' }, pairs);
    if (config === 'items') return mean;
    return plan.arithmetic(
      'multiply',
      context.step(mean, ruleTexts.weightedMeanStep),
      context.amount(config.times, ['times']),
    );
  },
  describe: (config) => ruleTexts.weightedMean(config === 'items' ? undefined : config.times),
};
