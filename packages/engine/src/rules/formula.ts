import { ruleTexts } from '../locale/rule-texts.ts';
import { FormulaSchema } from '../scheme/schema/common.ts';
import type { RuleKind } from './rule.ts';

/** A formula, for what no kind of rule says. */
export const formula: RuleKind<string> = {
  key: 'formula',
  schema: FormulaSchema,
  compile: (text, context) => context.formula(text, []),
  words: (text, wordsOf) => wordsOf(text),
  describe: (text, { titleOf }) => ruleTexts.formula(text, titleOf),
};
