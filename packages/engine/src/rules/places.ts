import Type from 'typebox';
import type { Static } from 'typebox';
import { placesTexts } from '../locale/places-texts.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import { stepTexts } from '../locale/step-texts.ts';
import type { NodeId } from '../plan/plan.ts';
import { AmountSchema, FormulaSchema, LiteralSchema } from '../scheme/schema/common.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const optional = Type.Optional;

const schema = Type.Object(
  {
    of: optional(
      Type.String({
        minLength: 1,
        description: 'A grade that is there already: those who have `word` compete for it.',
      }),
    ),
    word: optional(LiteralSchema),
    else: optional(LiteralSchema),
    number: optional(AmountSchema),
    share: optional(AmountSchema),
    'share of': optional(FormulaSchema),
    rounded: optional(Type.Enum(['down', 'up', 'half up'])),
    'at least': optional(AmountSchema),
    among: optional(FormulaSchema),
    first: optional(FormulaSchema),
    by: optional(FormulaSchema),
    from: optional(Type.Enum(['highest', 'lowest'], { description: 'At which end the places are.' })),
    within: optional(Type.String({ description: 'Column whose value makes a group; everybody.' })),
    ties: optional(Type.Enum(['drop', 'admit'])),
    gate: optional(FormulaSchema),
  },
  {
    additionalProperties: false,
    description: 'Limited places: so many of a group, the highest or the lowest, have something.',
  },
);
export type PlacesConfig = Static<typeof schema>;

/** Who has one of a limited number of places. Places that a tie or a gate leaves empty are not passed on. */
export const places: RuleKind<PlacesConfig> = {
  key: 'places',
  givesPlaces: true,
  schema,
  compile(config, context) {
    const { plan } = context;
    if ((config.number === undefined) === (config.share === undefined))
      context.fail('places.number', placesTexts.numberOrShare, placesTexts.writeOne, []);
    if (config.share === undefined) refuseShareKeys(config, context);
    const key = context.rankKey(config.within);
    const direct = conditionStep(config.first, 'first', placesTexts.direct, context);
    const graded = gradeOf(config, context);
    const among = conditionStep(config.among, 'among', stepTexts.competes, context);
    const candidates = joined([graded?.wanted ?? null, among, direct === null ? null : plan.not(direct)], context);
    const count = numberOf(config, key, context);
    const place = context.step(
      plan.rank(
        context.numeric(config.by ?? 'total', ['by']),
        key,
        candidates,
        `${config.from ?? 'highest'} first`,
        config.ties === 'admit' ? 'first' : 'last',
      ),
      config.ties === 'admit' ? stepTexts.place : stepTexts.placeReached,
    );
    const inPlace = context.step(plan.known(plan.compare('<=', place, count)), placesTexts.within, {
      kind: 'condition',
    });
    const admitted = candidates === null ? inPlace : plan.logic('and', [candidates, inPlace]);
    const known = plan.add(context.frame, 'flag', { kind: 'guard' }, [admitted, count]);
    // Who has it directly needs no number of places, not even one that can be computed.
    const chosen = direct === null ? known : plan.select(direct, plan.constant(context.frame, true), known);
    const gate = conditionStep(config.gate, 'gate', placesTexts.gate, context);
    const has = gate === null ? chosen : plan.logic('and', [chosen, gate]);
    const [word, otherwise] = wordsOf(config);
    if (graded !== null) {
      const rest = plan.select(graded.wanted, context.literal(otherwise), graded.grade);
      return plan.select(has, context.literal(word), rest);
    }
    return word === true && otherwise === false
      ? has
      : plan.select(has, context.literal(word), context.literal(otherwise));
  },
  words: (config, wordsOfFormula) => {
    const graded = config.of === undefined ? [] : wordsOfFormula(config.of);
    const own = wordsOf(config).filter((word): word is string => typeof word === 'string' && word !== 'NA');
    return [...new Set([...graded, ...own])];
  },
  describe: (config, { titleOf }) => placesTexts.rule(config, titleOf),
};

function wordsOf({
  word = true,
  else: otherwise = false,
}: PlacesConfig): [string | number | boolean, string | number | boolean] {
  return [word, otherwise];
}

/** The grade whose places are limited, and who has it; `null` where the places are of no grade. */
function gradeOf(config: PlacesConfig, context: RuleContext): { grade: NodeId; wanted: NodeId } | null {
  const { of, word, else: otherwise } = config;
  if (of === undefined) return null;
  if (word === undefined || otherwise === undefined)
    return context.fail('places.grade', placesTexts.gradeNeedsWords, placesTexts.writeWords, ['of']);
  const { plan } = context;
  const grade = context.formula(of, ['of']);
  return { grade, wanted: plan.known(plan.compare('=', grade, context.literal(word))) };
}

/** Keys that only a share has. */
function refuseShareKeys(config: PlacesConfig, context: RuleContext): void {
  for (const key of ['share of', 'rounded'] as const) {
    if (config[key] !== undefined)
      context.fail('places.unused-key', schemeTexts.unusedKey(key, 'number'), schemeTexts.removeKey(key), [key]);
  }
}

function conditionStep(
  formula: string | undefined,
  key: string,
  title: typeof placesTexts.direct,
  context: RuleContext,
): NodeId | null {
  return formula === undefined ? null : context.step(context.condition(formula, [key]), title, { kind: 'condition' });
}

function joined(masks: readonly (NodeId | null)[], { plan }: RuleContext): NodeId | null {
  const given = masks.filter((mask) => mask !== null);
  return given.length === 0 ? null : plan.logic('and', given);
}

/** The share is of all who take part in the group: what holds by itself, said in so many words. */
export const EVERYBODY = 'everybody';

/** The number of places: as written, or a share of those who count, rounded. */
function numberOf(config: PlacesConfig, key: NodeId, context: RuleContext): NodeId {
  const { plan, frame } = context;
  const atLeast = (count: NodeId): NodeId =>
    config['at least'] === undefined
      ? count
      : plan.arithmetic('largest', count, context.amount(config['at least'], ['at least']));
  if (config.number !== undefined)
    return context.step(atLeast(context.amount(config.number, ['number'])), stepTexts.places);
  const counted = config['share of'];
  const mask = counted === undefined || counted === EVERYBODY ? null : context.condition(counted, ['share of']);
  const values = plan.constant(frame, true);
  const whole = context.step(
    plan.gather(frame, { kind: 'peers' }, 'count', { values, key, mask }),
    stepTexts.candidates,
  );
  const share = plan.arithmetic('multiply', context.amount(config.share ?? 0, ['share']), whole);
  const mode = config.rounded === 'up' ? 'ceiling' : config.rounded === 'half up' ? 'half up' : 'floor';
  return context.step(
    atLeast(plan.add(frame, 'number', { kind: 'round', places: 0, mode }, [share])),
    stepTexts.places,
  );
}
