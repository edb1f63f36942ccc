import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import type { NodeId } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import type { SchemePath } from '../scheme/finding.ts';
import { LinesSchema, PassOverSchema, compileLines, describeLines } from './lines.ts';
import type { DescribeContext, RuleContext, RuleKind } from './rule.ts';

/** A list of lines, or a map that says something of all of them. */
export const SumOfLinesSchema = Type.Union([
  LinesSchema,
  Type.Object({ NA: Type.Optional(PassOverSchema), lines: LinesSchema }, { additionalProperties: false }),
]);
export type SumOfLines = Static<typeof SumOfLinesSchema>;

export function compileSumOfLines(config: SumOfLines, context: RuleContext, path: SchemePath = []): NodeId {
  const columns = Array.isArray(config)
    ? compileLines(config, context, path)
    : compileLines(config.lines, context, [...path, 'lines'], config.NA !== undefined);
  return columns.reduce((sum, line) => context.plan.arithmetic('add', sum, line));
}

export function describeSumOfLines(config: SumOfLines, context: DescribeContext): LocalText[] {
  return Array.isArray(config)
    ? describeLines(config, context)
    : describeLines(config.lines, context, config.NA !== undefined);
}

/** The sum of what the lines bring. */
export const earn: RuleKind<SumOfLines> = {
  key: 'earn',
  schema: SumOfLinesSchema,
  compile: (config, context) => compileSumOfLines(config, context),
  describe: (config, context) => ruleTexts.earn(describeSumOfLines(config, context)),
};
