import Type from 'typebox';
import type { Static } from 'typebox';
import { amongTexts } from '../locale/among-texts.ts';
import { FormulaSchema } from '../scheme/schema/common.ts';
import type { RuleKind } from './rule.ts';

const optional = Type.Optional;

const RankSchema = Type.Object(
  {
    by: optional(FormulaSchema),
    within: optional(
      Type.String({
        description: 'Column that parts the rankings; default: that of the part. everybody: one ranking.',
      }),
    ),
    among: optional(FormulaSchema),
    from: optional(Type.Enum(['highest', 'lowest'], { description: 'At which end the first place is.' })),
    ties: optional(
      Type.Enum(['first', 'last'], { description: 'Which of the places of a tie all of it has; default: first.' }),
    ),
  },
  {
    additionalProperties: false,
    minProperties: 1,
    description: 'Competition rank (1, 2, 2, 4) by a figure, highest first; default: total.',
  },
);
type Config = Static<typeof RankSchema>;

/** The place in the group. Who does not compete is not ranked (NA). */
export const rank: RuleKind<Config> = {
  key: 'rank',
  givesPlaces: true,
  schema: RankSchema,
  compile({ by = 'total', within, among, from = 'highest', ties = 'first' }, context) {
    const competes = among === undefined ? null : context.condition(among, ['among']);
    const order = `${from} first` as const;
    return context.plan.rank(context.numeric(by, ['by']), context.rankKey(within), competes, order, ties);
  },
  describe: (config, { titleOf }) => amongTexts.rank(config, titleOf),
};
