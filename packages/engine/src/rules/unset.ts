import Type from 'typebox';
import type { Static } from 'typebox';
import { outcomeTexts } from '../locale/outcome-texts.ts';
import { WordsSchema, asList } from '../scheme/schema/common.ts';
import type { RuleKind } from './rule.ts';

const schema = Type.Object(
  { of: WordsSchema },
  {
    additionalProperties: false,
    description:
      'The parameters that these figures need and nobody has set, joined by `;`; `none` where there is none.',
  },
);
type Config = Static<typeof schema>;

/** What the keeper of the scheme must still set for this subject: the names of the parameters. */
export const unset: RuleKind<Config> = {
  key: 'unset',
  schema,
  compile({ of }, context) {
    const { plan, frame } = context;
    const nothing = plan.constant(frame, 'none');
    const orNone = (names: number): number =>
      plan.select(plan.compare('=', names, plan.constant(frame, '')), nothing, names);
    const needed = context.figures(asList(of), ['of']).map(({ title, unsettled }) => {
      const names = plan.add(frame, 'word', { kind: 'unset names' }, [unsettled]);
      return context.step(names, title);
    });
    return orNone(plan.add(frame, 'word', { kind: 'unset names' }, needed));
  },
  describe: ({ of }, { titleOf }) => outcomeTexts.unset(asList(of), titleOf),
};
