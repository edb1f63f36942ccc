import Type from 'typebox';
import type { Static } from 'typebox';
import { outcomeTexts } from '../locale/outcome-texts.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import { Fraction } from '../number/fraction.ts';
import type { NodeId } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import type { SchemePath } from '../scheme/finding.ts';
import {
  AmountSchema,
  ClauseSchema,
  FormulaSchema,
  TitleSchema,
  WordsSchema,
  asList,
} from '../scheme/schema/common.ts';
import { joinTexts, localText } from '../scheme/texts.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const optional = Type.Optional;

const ConditionSchema = Type.Object(
  {
    if: optional(FormulaSchema),
    event: optional(Type.String({ description: 'Event item: met when there is a row of it.' })),
    categories: optional(WordsSchema),
    where: optional(FormulaSchema),
    'sum at least': optional(AmountSchema),
    title: optional(TitleSchema),
    clause: optional(ClauseSchema),
  },
  { additionalProperties: false },
);
type Condition = Static<typeof ConditionSchema>;

const schema = Type.Array(ConditionSchema, {
  minItems: 1,
  description: 'true when at least one of the conditions is known to hold: vetoes, bars, reasons for a talk.',
});

/** A finding that holds when one of several conditions does. */
export const anyOf: RuleKind<readonly Condition[]> = {
  key: 'any of',
  schema,
  compile(conditions, context) {
    const columns = conditions.map((condition, number) => {
      const title = titleOf(condition, context, [number]);
      const options = { kind: 'condition', clause: condition.clause ?? context.node.clause ?? '' } as const;
      return context.step(compileCondition(condition, context, [number]), title, options);
    });
    return context.plan.logic('or', columns);
  },
  describe: (conditions, context) => outcomeTexts.anyOf(conditions, context),
};

function titleOf(
  { title, if: condition, event, categories }: Condition,
  context: RuleContext,
  path: SchemePath,
): LocalText {
  if (title !== undefined) return localText(title, '');
  if (event === undefined) return context.wording(condition ?? 'false');
  const input = context.rows(event, [...path, 'event']).declaration.title;
  const words = asList(categories).map((word) => context.categoryTitle(event, word));
  if (words.length === 0) return input;
  const list = joinTexts(words, '、', ', ');
  return { zh: `${input.zh}：${list.zh}`, en: `${input.en}: ${list.en}` };
}

/** A condition goes by a formula or by rows of an event. A key that would be passed over in silence is a mistake. */
function refuseUnusedKeys(condition: Condition, context: RuleContext, path: SchemePath): void {
  const { event, if: holds } = condition;
  if (event === undefined && holds === undefined)
    context.fail('condition.empty', schemeTexts.missingKey('if / event'), schemeTexts.addKey('if / event'), path);
  const unused = event === undefined ? (['categories', 'where', 'sum at least'] as const) : (['if'] as const);
  const found = unused.find((key) => condition[key] !== undefined);
  if (found === undefined) return;
  const beside = event === undefined ? 'if' : 'event';
  context.fail('condition.unused-key', schemeTexts.unusedKey(found, beside), schemeTexts.removeKey(found), path);
}

function compileCondition(condition: Condition, context: RuleContext, path: SchemePath): NodeId {
  refuseUnusedKeys(condition, context, path);
  if (condition.event === undefined) return context.condition(condition.if ?? 'false', [...path, 'if']);
  const { plan, frame } = context;
  const rows = context.rows(condition.event, [...path, 'event']);
  const words = asList(condition.categories);
  context.requireCategories(condition.event, words, [...path, 'categories']);
  const category = plan.field(rows.rows, 'category');
  const parts: NodeId[] = [];
  if (words.length > 0)
    parts.push(
      plan.logic(
        'or',
        words.map((word) => plan.compare('=', category, plan.constant(rows.rows, word))),
      ),
    );
  if (condition.where !== undefined) parts.push(context.rowCondition(condition.where, rows, [...path, 'where']));
  const mask = parts.length === 0 ? null : plan.logic('and', parts);
  const least = condition['sum at least'];
  if (least !== undefined) {
    return plan.compare('>=', rows.draw('sum', rows.values, mask), context.amount(least, [...path, 'sum at least']));
  }
  return plan.compare('>', rows.draw('count', rows.values, mask), plan.number(frame, Fraction.ZERO));
}
