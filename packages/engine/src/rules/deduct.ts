import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import type { NodeId } from '../plan/plan.ts';
import { AmountSchema } from '../scheme/schema/common.ts';
import { LinesSchema, PassOverSchema, compileLines, describeLines } from './lines.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const schema = Type.Union(
  [
    LinesSchema,
    Type.Object(
      {
        from: Type.Optional(AmountSchema),
        NA: Type.Optional(PassOverSchema),
        lines: LinesSchema,
      },
      { additionalProperties: false },
    ),
  ],
  { description: 'Full marks (or `from`) less the lines, not below 0 unless the node says otherwise.' },
);
type Config = Static<typeof schema>;

/** Full marks less deductions. */
export const deduct: RuleKind<Config> = {
  key: 'deduct',
  schema,
  compile(config, context) {
    const { lines, path, passOver } = Array.isArray(config)
      ? { lines: config, path: [], passOver: false }
      : { lines: config.lines, path: ['lines'], passOver: config.NA !== undefined };
    const start = startOf(config, context);
    return compileLines(lines, context, path, passOver).reduce(
      (left, line) => context.plan.arithmetic('subtract', left, line),
      start,
    );
  },
  describe(config, context) {
    if (Array.isArray(config)) return ruleTexts.deduct(describeLines(config, context), undefined, context);
    return ruleTexts.deduct(describeLines(config.lines, context, config.NA !== undefined), config.from, context);
  },
};

function startOf(config: Config, context: RuleContext): NodeId {
  if (!Array.isArray(config) && config.from !== undefined) return context.amount(config.from, ['from']);
  if (context.max !== null) return context.max;
  return context.fail('node.no-max', schemeTexts.needsMax(context.node.id), schemeTexts.addMax, []);
}
