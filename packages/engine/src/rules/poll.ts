import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { inputTexts } from '../locale/input-texts.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import { stepTexts } from '../locale/step-texts.ts';
import type { NodeId } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import { AmountSchema, FormulaSchema, WordsSchema, asList } from '../scheme/schema/common.ts';
import type { Amount } from '../scheme/schema/common.ts';
import { joinTexts } from '../scheme/texts.ts';
import type { RowReading, RuleContext, RuleKind } from './rule.ts';

const optional = Type.Optional;

const schema = Type.Object(
  {
    of: Type.String({ description: 'Rating item.' }),
    categories: optional(WordsSchema),
    'except own': optional(Type.Boolean({ description: 'Sheets that a subject filled in about itself do not count.' })),
    where: optional(FormulaSchema),
    words: optional(Type.Record(Type.String(), AmountSchema, { description: 'Points of each word of the ballot.' })),
  },
  {
    additionalProperties: false,
    description: 'Plain mean of the marks of raters; rows of NA do not count, without any row it is missing.',
  },
);
type Config = Static<typeof schema>;

/** The mean of raters' marks. */
export const poll: RuleKind<Config> = {
  key: 'poll',
  schema,
  compile(config, context) {
    const rows = context.rows(config.of, ['of']);
    context.requireCategories(config.of, asList(config.categories), ['categories']);
    const mask = conditions(config, rows, context);
    if (config.words === undefined && context.plan.typeOf(rows.values) !== 'number') {
      context.fail('poll.no-words', inputTexts.wordsWithoutMarks(config.of), schemeTexts.addKey('words'), ['of']);
    }
    const values = config.words === undefined ? rows.values : points(config.words, rows, context);
    return context.step(rows.draw('mean', values, mask), stepTexts.meanOf(rows.declaration.title));
  },
  describe: (config, context) => ruleTexts.poll(config, context),
};

function conditions(config: Config, rows: RowReading, context: RuleContext): NodeId | null {
  const { plan } = context;
  const categories = asList(config.categories);
  const field = plan.field(rows.rows, 'category');
  const parts: NodeId[] = [];
  const only = (column: NodeId, reason: LocalText): void => {
    parts.push(context.step(column, reason, { kind: 'condition' }));
  };
  if (categories.length > 0) {
    const named = categories.map((word) => plan.compare('=', field, plan.constant(rows.rows, word)));
    const titles = categories.map((word) => context.categoryTitle(config.of, word));
    only(plan.logic('or', named), stepTexts.ballotOfOthers(joinTexts(titles, '、', ', ')));
  }
  if (config['except own'] === true) {
    const isOther = plan.compare('!=', plan.field(rows.rows, 'rater'), plan.field(rows.rows, 'subject'));
    only(isOther, stepTexts.ownBallot);
  }
  if (config.where !== undefined) {
    only(context.rowCondition(config.where, rows, ['where']), stepTexts.rowUnlike(context.wording(config.where)));
  }
  return parts.length === 0 ? null : plan.logic('and', parts);
}

function points(words: Readonly<Record<string, Amount>>, rows: RowReading, context: RuleContext): NodeId {
  const { plan } = context;
  const names = Object.keys(words);
  const results = names.map((name) => {
    const amount = context.amount(words[name] ?? 0, ['words', name]);
    return plan.ofCell(rows.rows, amount);
  });
  return plan.add(rows.rows, 'number', { kind: 'match', words: names, otherwise: false }, [rows.values, ...results]);
}
