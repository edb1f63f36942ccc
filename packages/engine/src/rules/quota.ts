import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { stepTexts } from '../locale/step-texts.ts';
import type { NodeId } from '../plan/plan.ts';
import { AmountSchema, FormulaSchema } from '../scheme/schema/common.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const optional = Type.Optional;

const schema = Type.Object(
  {
    of: FormulaSchema,
    word: Type.String({ description: 'The grade whose number is limited.' }),
    'at most': AmountSchema,
    otherwise: Type.String({ description: 'The grade of those who drop out.' }),
    by: optional(FormulaSchema),
    within: optional(Type.String()),
    among: optional(FormulaSchema),
    ties: optional(
      Type.Enum(['drop', 'admit'], {
        description: 'drop (default): a tie across the last place drops out. admit: it comes in whole.',
      }),
    ),
  },
  {
    additionalProperties: false,
    description:
      'Limits how many of a group may have a grade: whole places, rounded down, of all who take part; the best have them.',
  },
);
type Config = Static<typeof schema>;

/** A grade with a limited number of places. Places that a tie leaves empty are not passed on. */
export const quota: RuleKind<Config> = {
  key: 'quota',
  schema,
  compile(config, context) {
    const { plan, frame } = context;
    const key = context.rankKey(config.within);
    const graded = context.formula(config.of, ['of']);
    const word = plan.constant(frame, config.word);
    const wanted = plan.known(plan.compare('=', graded, word));
    const places = placesOf(config, context, key);
    const ties = config.ties === 'admit' ? 'first' : 'last';
    const place = context.step(
      plan.rank(context.formula(config.by ?? 'total', ['by']), key, wanted, 'highest first', ties),
      stepTexts.placeReached,
    );
    const admitted = context.step(plan.known(plan.compare('<=', place, places)), stepTexts.hasPlace(config.word), {
      kind: 'condition',
    });
    return plan.select(wanted, plan.select(admitted, word, plan.constant(frame, config.otherwise)), graded);
  },
  words: ({ of, word, otherwise }, wordsOf) => {
    const known = wordsOf(of);
    return known.length > 0 ? known : [word, otherwise];
  },
  describe: (config, { titleOf }) => ruleTexts.quota(config, titleOf),
};

/** floor(share × number taking part) */
function placesOf(config: Config, context: RuleContext, key: NodeId): NodeId {
  const { plan, frame } = context;
  const mask = config.among === undefined ? null : context.condition(config.among, ['among']);
  const everyone = plan.constant(frame, true);
  const count = plan.gather(frame, { kind: 'peers' }, 'count', { values: everyone, key, mask });
  const number = context.step(count, stepTexts.candidates);
  return context.step(
    plan.floor(plan.arithmetic('multiply', context.amount(config['at most'], ['at most']), number)),
    stepTexts.places,
  );
}
