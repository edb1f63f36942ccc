import { isPlainName } from '../data/item-pattern.ts';
import { outcomeTexts } from '../locale/outcome-texts.ts';
import { FormulaSchema } from '../scheme/schema/common.ts';
import type { RuleKind } from './rule.ts';

/** A formula, for what no kind of rule says. */
export const formula: RuleKind<string> = {
  key: 'formula',
  schema: FormulaSchema,
  compile(text, context) {
    // A formula that is nothing but a name hands the figure on as it is: missing stays missing.
    // A sum of members of a family would pass for one of them.
    const named = typeof text === 'string' && isPlainName(text.trim()) ? context.scope.resolve(text.trim()) : null;
    const compiled = context.formula(text, []);
    if (named?.kind !== 'value' || named.raw === undefined) return compiled;
    // An input's raw column is the one before the stand-in for an absent row: that would undo it.
    const isInput = context.plan.node(named.column).label?.kind === 'input';
    return isInput ? compiled : named.raw;
  },
  words: (text, wordsOf) => wordsOf(text),
  describe: (text, { titleOf }) => outcomeTexts.formula(text, titleOf),
};
