import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { stepTexts } from '../locale/step-texts.ts';
import type { NodeId } from '../plan/plan.ts';
import { FormulaSchema, LiteralSchema } from '../scheme/schema/common.ts';
import type { Literal } from '../scheme/schema/common.ts';
import type { RuleKind } from './rule.ts';

const optional = Type.Optional;

const schema = Type.Object(
  {
    ranks: Type.Array(LiteralSchema, { minItems: 1, description: 'Prizes of rank 1, 2, 3, … in this order.' }),
    places: optional(
      Type.Integer({ minimum: 1, description: 'Most subjects that can have a prize; default: as many as ranks.' }),
    ),
    by: optional(FormulaSchema),
    within: optional(Type.String()),
    among: optional(FormulaSchema),
    else: optional(LiteralSchema),
  },
  {
    additionalProperties: false,
    description:
      'Prizes by rank among those who compete. Tied subjects each have the full prize of their rank, as long as no more than `places` stand at that rank or better.',
  },
);
type Config = Static<typeof schema>;

/** Prizes by rank. */
export const prizes: RuleKind<Config> = {
  key: 'prizes',
  schema,
  compile(config, context) {
    const { plan, frame } = context;
    const key = context.rankKey(config.within);
    const figure = context.formula(config.by ?? 'total', ['by']);
    const competes = config.among === undefined ? null : context.condition(config.among, ['among']);
    const nothing = context.literal(config.else ?? 'none');
    const place = context.step(plan.rank(figure, key, competes, 'highest first', 'first'), stepTexts.place);
    const reached = context.step(plan.rank(figure, key, competes, 'highest first', 'last'), stepTexts.placeReached);
    const places = plan.number(frame, config.places ?? config.ranks.length);
    const fits = context.step(plan.known(plan.compare('<=', reached, places)), stepTexts.withinPlaces, {
      kind: 'condition',
    });
    const won = (config.ranks as readonly Literal[]).reduceRight<NodeId>((rest, prize, at) => {
      const isPlace = plan.compare('=', place, plan.number(frame, at + 1));
      return plan.select(plan.known(isPlace), context.literal(prize), rest);
    }, nothing);
    return plan.select(fits, won, nothing);
  },
  words: ({ ranks, else: otherwise = 'none' }) =>
    [...ranks, otherwise].filter((prize): prize is string => typeof prize === 'string'),
  describe: (config, { titleOf }) => ruleTexts.prizes(config, titleOf),
};
