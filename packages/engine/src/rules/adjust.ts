import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { Fraction } from '../number/fraction.ts';
import type { NodeId } from '../plan/plan.ts';
import type { SchemePath } from '../scheme/finding.ts';
import { AmountSchema } from '../scheme/schema/common.ts';
import { LinesSchema, compileLines, describeLines } from './lines.ts';
import type { Line } from './lines.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const optional = Type.Optional;

const schema = Type.Object(
  {
    plus: optional(LinesSchema),
    minus: optional(LinesSchema),
    'plus at most': optional(AmountSchema),
    'minus at most': optional(AmountSchema),
  },
  {
    additionalProperties: false,
    description: 'Marks added and taken off outside the tree; kept apart for `bonus` and `penalty`.',
  },
);
type Config = Static<typeof schema>;

/** Pluses less minuses. Both are kept apart, cut at their own limits, for the sums `bonus` and `penalty`. */
export const adjust: RuleKind<Config> = {
  key: 'adjust',
  schema,
  onlyIn: 'adjustment',
  compile(config, context) {
    const plus = side(config.plus, config['plus at most'], context, ['plus']);
    const minus = side(config.minus, config['minus at most'], context, ['minus']);
    if (plus !== null) context.keep('plus', plus);
    if (minus !== null) context.keep('minus', minus);
    const { plan, frame } = context;
    if (minus === null) return plus ?? plan.number(frame, Fraction.ZERO);
    if (plus === null) return plan.add(frame, 'number', { kind: 'negate' }, [minus]);
    return plan.arithmetic('subtract', plus, minus);
  },
  describe: (config, context) =>
    ruleTexts.adjust(describeLines(config.plus ?? [], context), describeLines(config.minus ?? [], context), config),
};

function side(
  lines: readonly Line[] | undefined,
  limit: string | number | undefined,
  context: RuleContext,
  path: SchemePath,
): NodeId | null {
  if (lines === undefined) return null;
  const { plan } = context;
  const sum = compileLines(lines, context, path).reduce((a, b) => plan.arithmetic('add', a, b));
  if (limit === undefined) return sum;
  const at = [`${String(path[0])} at most`];
  return context.place('limit', plan.arithmetic('smallest', sum, context.amount(limit, at)), at);
}
