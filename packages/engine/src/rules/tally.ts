import Type from 'typebox';
import type { Static } from 'typebox';
import { outcomeTexts } from '../locale/outcome-texts.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import { Fraction } from '../number/fraction.ts';
import type { NodeId } from '../plan/plan.ts';
import { LiteralSchema, WordsSchema, asList } from '../scheme/schema/common.ts';
import type { Literal } from '../scheme/schema/common.ts';
import type { FigureReading, RuleContext, RuleKind } from './rule.ts';

const schema = Type.Object(
  {
    of: WordsSchema,
    is: Type.Union([LiteralSchema, Type.Array(LiteralSchema, { minItems: 1 })], {
      description: 'The value counted, or a list of them; `given`: any value; `missing`: not delivered.',
    }),
    share: Type.Optional(Type.Boolean({ description: 'true: the share among those that apply.' })),
  },
  { additionalProperties: false, description: 'How many of several nodes have a value. A `*` stands for a family.' },
);
type Config = Static<typeof schema>;

/** How many of several nodes have a value. */
export const tally: RuleKind<Config> = {
  key: 'tally',
  schema,
  compile({ of, is, share }, context) {
    const { plan, frame } = context;
    const figures = context.figures(asList(of), ['of']);
    const [one, none] = [plan.number(frame, Fraction.ONE), plan.number(frame, Fraction.ZERO)];
    const sum = (columns: readonly NodeId[]): NodeId =>
      columns.length === 0 ? none : plan.add(frame, 'number', { kind: 'combine', how: 'sum' }, columns);
    const met = figures.map((figure) => {
      const condition = context.step(holds(figure, asList(is), context), figure.title, { kind: 'condition' });
      return plan.select(condition, one, none);
    });
    if (share !== true) return sum(met);
    const apply = sum(figures.map(({ column }) => plan.select(plan.is('na', column), none, one)));
    return plan.arithmetic(
      'divide',
      context.step(sum(met), outcomeTexts.tallied),
      context.step(apply, outcomeTexts.tallyApplies),
    );
  },
  describe: ({ of, is, share }, { titlesLike }) =>
    outcomeTexts.tally(asList(of).flatMap(titlesLike), asList(is), share === true),
};

function holds({ column, title }: FigureReading, wanted: readonly Literal[], context: RuleContext): NodeId {
  const { plan, frame } = context;
  const options = wanted.map((value) => {
    if (value === 'given' || value === 'missing') return plan.is(value, column);
    // Yes is what the figure says by itself; a comparison with yes would only be told twice.
    if (value === true && plan.typeOf(column) === 'flag')
      return plan.replace(['missing', 'na'], column, plan.constant(frame, false));
    const literal = context.literal(value);
    if (plan.typeOf(literal) !== plan.typeOf(column)) {
      return context.fail('tally.type', schemeTexts.tallyType(title, String(value)), schemeTexts.oneType, ['is']);
    }
    return plan.replace(['missing', 'na'], plan.compare('=', column, literal), plan.constant(frame, false));
  });
  return plan.logic('or', options);
}
