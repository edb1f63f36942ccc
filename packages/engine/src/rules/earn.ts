import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { LinesSchema, compileLines, describeLines } from './lines.ts';
import type { RuleKind } from './rule.ts';

type Config = Static<typeof LinesSchema>;

/** The sum of what the lines bring. */
export const earn: RuleKind<Config> = {
  key: 'earn',
  schema: LinesSchema,
  compile: (lines, context) =>
    compileLines(lines, context, []).reduce((sum, line) => context.plan.arithmetic('add', sum, line)),
  describe: (lines, context) => ruleTexts.earn(describeLines(lines, context)),
};
