import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { stepTexts } from '../locale/step-texts.ts';
import { FormulaSchema } from '../scheme/schema/common.ts';
import { BandRowSchema, compileBands } from './band-rows.ts';
import type { RuleKind } from './rule.ts';

const schema = Type.Object(
  { of: FormulaSchema, rows: Type.Array(BandRowSchema, { minItems: 1 }) },
  {
    additionalProperties: false,
    description: 'Marks or a word by the band in which a number lies. In a row, `value` names the number.',
  },
);
type Config = Static<typeof schema>;

/** A number looked up in bands: grades, tiers of marks. */
export const bands: RuleKind<Config> = {
  key: 'bands',
  schema,
  compile({ of, rows }, context) {
    const value = context.step(context.numeric(of, ['of']), stepTexts.value);
    return compileBands(rows, value, context, ['rows']);
  },
  words: ({ rows }) => rows.flatMap(({ is }) => (typeof is === 'string' && is !== 'NA' ? [is] : [])),
  describe: (config, { titleOf }) => ruleTexts.bands(config.of, config.rows, titleOf),
};
