import Type from 'typebox';
import type { Static } from 'typebox';
import { amongTexts } from '../locale/among-texts.ts';
import { stepTexts } from '../locale/step-texts.ts';
import type { NodeId } from '../plan/plan.ts';
import { FormulaSchema, LiteralSchema } from '../scheme/schema/common.ts';
import type { Literal } from '../scheme/schema/common.ts';
import type { RuleKind } from './rule.ts';

const optional = Type.Optional;

const schema = Type.Object(
  {
    ranks: Type.Array(LiteralSchema, { minItems: 1, description: 'Prizes of rank 1, 2, 3, … in this order.' }),
    by: optional(FormulaSchema),
    within: optional(Type.String()),
    among: optional(FormulaSchema),
    ties: optional(
      Type.Enum(['drop', 'admit'], {
        description: 'A tie that goes beyond the last rank: drops out as a whole (default), or comes in.',
      }),
    ),
    else: optional(LiteralSchema),
  },
  {
    additionalProperties: false,
    description:
      'Prizes by rank among those who compete. Tied subjects each have the full prize of their rank; a tie that goes beyond the last rank drops out, or comes in.',
  },
);
type Config = Static<typeof schema>;

/** Prizes by rank. */
export const prizes: RuleKind<Config> = {
  key: 'prizes',
  givesPlaces: true,
  schema,
  compile(config, context) {
    const { plan, frame } = context;
    const key = context.rankKey(config.within);
    const figure = context.numeric(config.by ?? 'total', ['by']);
    const competes = config.among === undefined ? null : context.condition(config.among, ['among']);
    const nothing = context.literal(config.else ?? 'none');
    const place = context.step(plan.rank(figure, key, competes, 'highest first', 'first'), stepTexts.place);
    const won = (config.ranks as readonly Literal[]).reduceRight<NodeId>((rest, prize, at) => {
      const isPlace = plan.compare('=', place, plan.number(frame, at + 1));
      return plan.select(plan.known(isPlace), context.literal(prize), rest);
    }, nothing);
    if (config.ties === 'admit') return won;
    const reached = context.step(plan.rank(figure, key, competes, 'highest first', 'last'), stepTexts.placeReached);
    const within = plan.compare('<=', reached, plan.number(frame, config.ranks.length));
    const fits = context.step(plan.known(within), stepTexts.withinPlaces, { kind: 'condition' });
    return plan.select(fits, won, nothing);
  },
  words: ({ ranks, else: otherwise = 'none' }) =>
    [...ranks, otherwise].filter((prize): prize is string => typeof prize === 'string'),
  describe: (config, { titleOf }) => amongTexts.prizes(config, titleOf),
};
