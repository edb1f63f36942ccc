import Type from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { Fraction } from '../number/fraction.ts';
import type { RuleKind } from './rule.ts';

const schema = Type.Enum(['plus', 'minus'], { description: 'Sum of the pluses or the minuses of all adjustments.' });
type Config = 'plus' | 'minus';

/** The sum of one side of all adjustments: what `bonus` and `penalty` are. */
export const sumKept: RuleKind<Config> = {
  key: 'sum kept',
  schema,
  compile(side, context) {
    const { plan, frame } = context;
    const columns = context.kept(side);
    return columns.length === 0
      ? plan.number(frame, Fraction.ZERO)
      : plan.add(frame, 'number', { kind: 'combine', how: 'sum' }, columns);
  },
  describe: (side) => ruleTexts.sumKept(side),
};
