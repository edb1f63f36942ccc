import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { LinesSchema, PassOverSchema, compileLines, describeLines } from './lines.ts';
import type { RuleKind } from './rule.ts';

const schema = Type.Union([
  LinesSchema,
  Type.Object({ NA: Type.Optional(PassOverSchema), lines: LinesSchema }, { additionalProperties: false }),
]);
type Config = Static<typeof schema>;

/** The sum of what the lines bring. */
export const earn: RuleKind<Config> = {
  key: 'earn',
  schema,
  compile(config, context) {
    const columns = Array.isArray(config)
      ? compileLines(config, context, [])
      : compileLines(config.lines, context, ['lines'], config.NA !== undefined);
    return columns.reduce((sum, line) => context.plan.arithmetic('add', sum, line));
  },
  describe: (config, context) =>
    ruleTexts.earn(
      Array.isArray(config)
        ? describeLines(config, context)
        : describeLines(config.lines, context, config.NA !== undefined),
    ),
};
