import Type from 'typebox';
import type { Static } from 'typebox';
import { ruleTexts } from '../locale/rule-texts.ts';
import { FormulaSchema, LiteralSchema } from '../scheme/schema/common.ts';
import type { Literal } from '../scheme/schema/common.ts';
import type { NodeId } from '../plan/plan.ts';
import type { RuleContext, RuleKind } from './rule.ts';

const words = Type.Record(Type.String(), LiteralSchema, { minProperties: 1 });

const schema = Type.Union(
  [
    Type.Object(
      {
        of: Type.Optional(FormulaSchema),
        words,
        else: Type.Optional(LiteralSchema),
      },
      { additionalProperties: false },
    ),
    words,
  ],
  {
    description:
      'Marks (or another word) for each word: of the input of the same id, or of what `of` names. Yes/no words are true and false.',
  },
);
type Config = Static<typeof schema>;

interface Full {
  readonly of?: string;
  readonly words: Readonly<Record<string, Literal>>;
  readonly else?: Literal;
}

/** A word looked up in a table: levels of a finding, yes or no, prizes by award. */
export const levels: RuleKind<Config> = {
  key: 'levels',
  schema,
  compile(config, context) {
    const { of, words: table, else: otherwise } = full(config);
    const word = of === undefined ? context.single(context.node.id, []) : context.formula(of, ['of']);
    const entries = Object.entries(table);
    const results = entries.map(([, value]) => context.literal(value));
    if (otherwise !== undefined) results.push(context.literal(otherwise));
    return lookUp(
      word,
      entries.map(([name]) => name),
      results,
      otherwise !== undefined,
      context,
    );
  },
  describe(config, context) {
    const { of, words: table, else: otherwise } = full(config);
    return ruleTexts.levels(of ?? context.node.id, table, otherwise, context);
  },
};

function full(config: Config): Full {
  return isFull(config) ? config : { words: config as Readonly<Record<string, Literal>> };
}

function isFull(config: Config): config is Config & Full {
  return typeof (config as Full).words === 'object';
}

function lookUp(
  word: NodeId,
  names: readonly string[],
  results: readonly NodeId[],
  otherwise: boolean,
  { plan }: RuleContext,
): NodeId {
  const type = plan.typeAmong(results);
  return plan.add(plan.node(word).frame, type, { kind: 'match', words: names, otherwise }, [word, ...results]);
}
