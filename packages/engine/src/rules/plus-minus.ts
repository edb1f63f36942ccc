import { ruleTexts } from '../locale/rule-texts.ts';
import { SumOfLinesSchema, compileSumOfLines, describeSumOfLines } from './earn.ts';
import type { SumOfLines } from './earn.ts';
import type { RuleKind } from './rule.ts';

/** A bonus: its figure, as it is shown, is a term of `bonus`. */
export const plus: RuleKind<SumOfLines> = {
  key: 'plus',
  schema: SumOfLinesSchema,
  onlyIn: 'adjustment',
  entersAs: 'plus',
  compile: compileSumOfLines,
  describe: (config, context) => ruleTexts.adjust(describeSumOfLines(config, context), [], {}),
};

/** A penalty: what it takes off is shown as a positive number, as `penalty` is, and is a term of it. */
export const minus: RuleKind<SumOfLines> = {
  key: 'minus',
  schema: SumOfLinesSchema,
  onlyIn: 'adjustment',
  entersAs: 'minus',
  compile: compileSumOfLines,
  describe: (config, context) => ruleTexts.adjust([], describeSumOfLines(config, context), {}),
};
