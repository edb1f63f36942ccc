import Type from 'typebox';
import type { Static } from 'typebox';
import { accountTexts } from '../locale/account-texts.ts';
import { stepTexts } from '../locale/step-texts.ts';
import { Fraction } from '../number/fraction.ts';
import type { NodeId } from '../plan/plan.ts';
import { AmountSchema, FormulaSchema } from '../scheme/schema/common.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const STARTS = { 'each year': 'year', 'each half': 'half', 'each quarter': 'quarter' } as const;

const schema = Type.Object(
  {
    in: FormulaSchema,
    wanted: FormulaSchema,
    start: Type.Optional(AmountSchema),
    'starts again': Type.Optional(Type.Enum(['each year', 'each half', 'each quarter'])),
    give: Type.Optional(
      Type.Enum(['balance', 'drawn', 'before'], {
        description: 'The balance at the end (default), what is drawn, or the balance at the beginning.',
      }),
    ),
  },
  {
    additionalProperties: false,
    description: 'A balance carried from period to period: what is paid in, and what is drawn as far as it goes.',
  },
);
type Config = Static<typeof schema>;

/** A balance carried from period to period: a bank, an allowance. */
export const account: RuleKind<Config> = {
  key: 'account',
  schema,
  compile(config, context) {
    const { plan, frame } = context;
    const again = config['starts again'];
    const zero = plan.number(frame, Fraction.ZERO);
    const paidIn = amountOr0(context.numeric(config.in, ['in']), context);
    const wanted = amountOr0(context.numeric(config.wanted, ['wanted']), context);
    const opening = amountOr0(context.amount(config.start ?? 0, ['start']), context);
    const operation = { kind: 'brought forward', again: again === undefined ? null : STARTS[again] } as const;
    const before = context.step(
      plan.add(frame, 'number', operation, [paidIn, wanted, opening]),
      accountTexts.broughtForward,
    );
    if (config.give === 'before') return before;
    const most = plan.arithmetic('smallest', before, wanted);
    const drawn = context.step(plan.arithmetic('largest', most, zero), stepTexts.notBelowZero, { kind: 'limit' });
    if (config.give === 'drawn') return drawn;
    return plan.arithmetic('subtract', plan.arithmetic('add', before, paidIn), context.step(drawn, accountTexts.drawn));
  },
  describe: (config, { titleOf }) => accountTexts.rule(config, titleOf),
};

/** What is missing or does not apply moves nothing. */
function amountOr0(column: NodeId, { plan, frame }: RuleContext): NodeId {
  return plan.replace(['missing', 'na'], column, plan.number(frame, Fraction.ZERO));
}
