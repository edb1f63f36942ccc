import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import type { NodeId } from '../plan/plan.ts';
import { SumOfLinesSchema, compileSumOfLines, describeSumOfLines } from './earn.ts';
import type { SumOfLines } from './earn.ts';
import { LinesSchema, PassOverSchema } from './lines.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const optional = Type.Optional;

const MinusSchema = Type.Union([
  LinesSchema,
  Type.Object(
    {
      NA: optional(PassOverSchema),
      shown: optional(
        Type.Enum(['negative', 'positive'], { description: 'How the figure is shown; default: negative.' }),
      ),
      lines: LinesSchema,
    },
    { additionalProperties: false },
  ),
]);
type Minus = Static<typeof MinusSchema>;

const BothSchema = Type.Object({ plus: SumOfLinesSchema, minus: MinusSchema }, { additionalProperties: false });
type Both = Static<typeof BothSchema>;

/** A bonus: its figure, as it is shown, is a term of `bonus`. */
export const plus: RuleKind<SumOfLines> = {
  key: 'plus',
  schema: SumOfLinesSchema,
  onlyIn: 'adjustment',
  entersAs: 'plus',
  compile: (config, context) => compileSumOfLines(config, context),
  describe: (config, context) => ruleTexts.adjustment(describeSumOfLines(config, context), []),
};

/** A penalty: what it takes off is a term of `penalty`; shown with a minus, unless the scheme shows what is taken off. */
export const minus: RuleKind<Minus> = {
  key: 'minus',
  schema: MinusSchema,
  onlyIn: 'adjustment',
  entersAs: 'minus',
  isShownNegative,
  compile: (config, context) => compileSumOfLines(config, context),
  describe: (config, context) => ruleTexts.adjustment([], describeSumOfLines(config, context)),
};

/** What the keys `plus` and `minus` of one node make together: it is shown as one figure, and counts on both sides. */
export const bothSides: RuleKind<Both> = {
  key: 'plus',
  schema: BothSchema,
  onlyIn: 'adjustment',
  compile(config, context) {
    const [added, taken] = [side('plus', config.plus, context), side('minus', config.minus, context)];
    if (!isShownNegative(config.minus))
      context.fail('adjust.shown', ruleTexts.shownOfBoth, ruleTexts.dropShown, ['minus', 'shown']);
    return context.plan.arithmetic('subtract', added, taken);
  },
  describe: (config, context) =>
    ruleTexts.adjustment(describeSumOfLines(config.plus, context), describeSumOfLines(config.minus, context)),
};

function side(key: 'plus' | 'minus', config: SumOfLines, context: RuleContext): NodeId {
  const sum = compileSumOfLines(config, context, [key]);
  context.keep(key, sum);
  return sum;
}

function isShownNegative(config: Minus): boolean {
  return Array.isArray(config) || config.shown !== 'positive';
}
