import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { MISSING, NOT_APPLICABLE } from '../plan/cell.ts';
import type { NodeId } from '../plan/plan.ts';
import { needChildren } from './need-children.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const schema = Type.Union(
  [
    Type.Literal('items'),
    Type.Object(
      { missing: Type.Literal('leave out', { description: 'A child that is missing is left out.' }) },
      { additionalProperties: false },
    ),
  ],
  { description: 'The plain mean of the children that apply. A child that is missing counts 0, or is left out.' },
);
type Config = Static<typeof schema>;

/** The plain mean of the children that apply. */
export const mean: RuleKind<Config> = {
  key: 'mean',
  schema,
  overChildren: true,
  compile(config, context) {
    const values = needChildren(context, 'mean').map(({ value }) => context.requireNumber(value, []));
    return config === 'items' ? meanOf(values, context) : meanOfGiven(values, context);
  },
  describe: (config) => ruleTexts.mean(config !== 'items'),
};

function meanOf(values: readonly NodeId[], { plan, frame }: RuleContext): NodeId {
  return plan.add(frame, 'number', { kind: 'combine', how: 'mean' }, values);
}

/** Without the missing ones; missing where nothing else is left, NA where nothing applies. */
function meanOfGiven(values: readonly NodeId[], context: RuleContext): NodeId {
  const { plan, frame } = context;
  const nothing = plan.constant(frame, NOT_APPLICABLE);
  const given = meanOf(
    values.map((value) => plan.replace(['missing'], value, nothing)),
    context,
  );
  const noneApplies = plan.is('na', meanOf(values, context));
  const none = plan.select(noneApplies, nothing, plan.add(frame, 'number', { kind: 'constant', value: MISSING }, []));
  return plan.replace(['na'], given, none);
}
