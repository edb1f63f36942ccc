import Type from 'typebox';
import type { Static } from 'typebox';
import { schemeTexts } from '../locale/scheme-texts.ts';
import { ruleTexts } from '../locale/rule-texts.ts';
import type { NodeId } from '../plan/plan.ts';
import type { Amount } from '../scheme/schema/common.ts';
import { needChildren } from './need-children.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const schema = Type.Object(
  {
    'rescale to': Type.Optional(
      Type.Union([Type.Number(), Type.String({ minLength: 1 })], {
        description: 'Marks are scaled up to this sum from the items that really apply.',
      }),
    ),
    of: Type.Optional(
      Type.Array(Type.Record(Type.String(), Type.Unknown()), {
        description: 'Rules to add up in place of the children.',
      }),
    ),
  },
  { additionalProperties: false, description: 'The sum of the children; those that do not apply are left out.' },
);
type Config = Static<typeof schema>;

/** The sum of the parts. What does not apply is left out, what is missing counts 0. */
export const sum: RuleKind<Config> = {
  key: 'sum',
  schema,
  overChildren: true,
  inner: ({ of = [] }) => of.map((holder, number) => ({ holder, path: ['of', number] })),
  compile(config, context) {
    const { plan, frame } = context;
    const parts =
      config.of?.map((holder, number) => context.requireNumber(context.rule(holder, ['of', number]), ['of', number])) ??
      needChildren(context, 'sum').map(({ value }) => context.requireNumber(value, []));
    const total = plan.add(frame, 'number', { kind: 'combine', how: 'sum' }, parts);
    return config['rescale to'] === undefined ? total : rescaled(total, config['rescale to'], context);
  },
  describe: (config, context) => ruleTexts.sum(config['rescale to'], config.of, context),
};

/** Marks won ÷ marks that could be won × full marks. Where nothing applies there is nothing to scale. */
function rescaled(total: NodeId, to: Amount, context: RuleContext): NodeId {
  const { plan, frame, children } = context;
  if (children.length === 0)
    context.fail('rescale.no-full-marks', schemeTexts.noFullMarks(context.node.id), schemeTexts.giveMax, [
      'rescale to',
    ]);
  const maxima = children.map(
    ({ id, applicableMax }) =>
      applicableMax ??
      context.fail('rescale.no-full-marks', schemeTexts.noFullMarks(id), schemeTexts.giveMax, ['rescale to']),
  );
  // Full marks that depend on data can be missing; without them nobody knows what there is to scale.
  const sumOfMaxima = plan.add(frame, 'number', { kind: 'combine', how: 'sum' }, maxima);
  const known = plan.add(frame, 'number', { kind: 'guard' }, [sumOfMaxima, ...maxima]);
  const reachable = context.step(known, ruleTexts.applicableMarks);
  const won = context.step(total, ruleTexts.marksWon);
  const scaled = plan.arithmetic(
    'divide',
    plan.arithmetic('multiply', context.amount(to, ['rescale to']), won),
    reachable,
  );
  return plan.select(plan.is('na', total), total, scaled);
}
