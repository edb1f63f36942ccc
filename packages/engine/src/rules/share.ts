import Type from 'typebox';
import type { Static } from 'typebox';
import { amongTexts } from '../locale/among-texts.ts';
import { NOT_APPLICABLE } from '../plan/cell.ts';
import { AmountSchema, FormulaSchema } from '../scheme/schema/common.ts';
import type { RuleKind } from './rule.ts';

const schema = Type.Object(
  {
    pool: AmountSchema,
    by: FormulaSchema,
    among: Type.Optional(FormulaSchema),
    within: Type.Optional(
      Type.String({ description: 'Column whose value parts those who share; default: that of the part.' }),
    ),
  },
  {
    additionalProperties: false,
    description: 'A share of a pool in proportion to a figure: pool × by ÷ Σ by, multiplied before it is divided.',
  },
);
type Config = Static<typeof schema>;

/** A share of a pool, in proportion to a figure. */
export const share: RuleKind<Config> = {
  key: 'share',
  schema,
  compile({ pool, by, among, within }, context) {
    const { plan, frame } = context;
    const own = context.numeric(by, ['by']);
    const mask = among === undefined ? null : context.condition(among, ['among']);
    const key = context.rankKey(within);
    const all = context.step(
      plan.gather(frame, { kind: 'peers' }, 'sum', { values: own, key, mask }),
      amongTexts.shareSum,
    );
    const whole = context.amount(pool, ['pool']);
    const paid = plan.arithmetic('divide', plan.arithmetic('multiply', whole, own), all);
    // Without a pool there is nothing to say, whatever it is shared by; nor of somebody to whom the figure does not apply.
    const known = plan.add(frame, 'number', { kind: 'guard' }, [paid, whole, own]);
    return mask === null ? known : plan.select(mask, known, plan.constant(frame, NOT_APPLICABLE));
  },
  describe: (config, { titleOf }) => amongTexts.share(config, titleOf),
};
