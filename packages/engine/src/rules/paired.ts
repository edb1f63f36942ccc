import Type from 'typebox';
import type { Static } from 'typebox';
import { pairedTexts } from '../locale/paired-texts.ts';
import { Fraction } from '../number/fraction.ts';
import { MISSING } from '../plan/cell.ts';
import type { NodeId } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import { AmountSchema, FormulaSchema } from '../scheme/schema/common.ts';
import type { MemberReading, RuleContext, RuleKind } from './rule.ts';

/** What a paired comparison can give, in the order in which a paper prints it. */
export const PAIRED_GIVES = [
  'n',
  'mean a',
  'mean b',
  'sd a',
  'sd b',
  'mean d',
  'sd d',
  't',
  'df',
  'p',
  'significant',
] as const;

const schema = Type.Object(
  {
    'members of': Type.String({ description: 'The part whose subjects are the pairs.' }),
    of: Type.String({ description: 'The figure of that part that is compared.' }),
    back: Type.Integer({ minimum: 1, description: 'How many periods earlier the other figure of a pair is.' }),
    among: Type.Optional(FormulaSchema),
    give: Type.Enum([...PAIRED_GIVES], {
      description: 'Which figure: a is the earlier period, b this one, d the difference b − a.',
    }),
    level: Type.Optional(AmountSchema),
  },
  {
    additionalProperties: false,
    description: 'A paired comparison of one figure in two periods: means, standard deviations, t, its p.',
  },
);
export type PairedConfig = Static<typeof schema>;

/** Below this p a difference counts as significant, where the scheme says nothing else. */
const USUAL_LEVEL = '5%';

/** A paired comparison of one figure of many subjects in two periods. */
export const paired: RuleKind<PairedConfig> = {
  key: 'paired',
  schema,
  compile(config, context) {
    const pairs = new Pairs(config, context);
    switch (config.give) {
      case 'n':
        return pairs.count;
      case 'mean a':
        return pairs.mean(pairs.earlier);
      case 'mean b':
        return pairs.mean(pairs.later);
      case 'sd a':
        return pairs.deviation(pairs.earlier);
      case 'sd b':
        return pairs.deviation(pairs.later);
      case 'mean d':
        return pairs.meanDifference;
      case 'sd d':
        return pairs.deviationOfDifference;
      case 't':
        return pairs.t;
      case 'df':
        return pairs.degrees;
      case 'p':
        return pairs.p;
      case 'significant':
        return context.plan.compare('<', pairs.p, context.amount(config.level ?? USUAL_LEVEL, ['level']));
    }
  },
  describe: (config, context) => pairedTexts.rule(config, context.titleOf),
};

/** The statistics of the pairs. All are quotients up to the square root; what there are too few pairs for is missing. */
class Pairs {
  readonly earlier: NodeId;
  readonly later: NodeId;
  readonly #members: MemberReading;
  readonly #context: RuleContext;
  readonly #counted: NodeId;
  /** Each statistic is one step of the explanation, however many others are made with it. */
  readonly #known = new Map<string, NodeId>();

  constructor({ 'members of': part, of, back, among }: PairedConfig, context: RuleContext) {
    const { plan } = context;
    const members = context.members(part, ['members of']);
    const { frame } = members;
    const previous = (values: NodeId): NodeId =>
      plan.gather(frame, { kind: 'previous', back }, 'only', { values }, 'leave out');
    this.later = members.number(of, ['of']).column;
    this.earlier = previous(this.later);
    const conditions = [plan.is('given', this.later), plan.is('given', this.earlier)];
    if (among !== undefined) {
      const now = members.condition(among, ['among']);
      conditions.push(now, plan.known(previous(now)));
    }
    this.#counted = plan.logic('and', conditions);
    this.#members = members;
    this.#context = context;
  }

  get count(): NodeId {
    return this.#once('n', () => this.#step(this.#members.draw('count', this.later, this.#counted), pairedTexts.count));
  }

  get degrees(): NodeId {
    const { plan } = this.#context;
    return this.#once('df', () => {
      const less = plan.arithmetic('subtract', this.count, this.#number(1));
      return this.#step(this.#from(1, less), pairedTexts.degrees);
    });
  }

  get meanDifference(): NodeId {
    return this.#once('mean d', () => this.#step(this.mean(this.#difference), pairedTexts.meanDifference));
  }

  get deviationOfDifference(): NodeId {
    return this.#once('sd d', () => this.#step(this.deviation(this.#difference), pairedTexts.deviation));
  }

  get t(): NodeId {
    return this.#once('t', () => this.#t());
  }

  /** Where all differences are equal there is no spread to compare their mean with. */
  #t(): NodeId {
    const { plan } = this.#context;
    const root = plan.add(this.#context.frame, 'number', { kind: 'square root' }, [this.count]);
    const error = plan.arithmetic('divide', this.deviationOfDifference, root);
    const t = plan.arithmetic('divide', this.meanDifference, error);
    const spreads = plan.compare('>', this.deviationOfDifference, this.#number(0));
    const condition = this.#context.step(spreads, pairedTexts.spreads, { kind: 'condition' });
    return this.#step(plan.select(condition, t, this.#missing()), pairedTexts.t);
  }

  get p(): NodeId {
    const { plan, frame } = this.#context;
    return this.#once('p', () =>
      this.#step(plan.add(frame, 'number', { kind: 'two-sided p' }, [this.t, this.degrees]), pairedTexts.p),
    );
  }

  mean(values: NodeId): NodeId {
    return this.#members.draw('mean', values, this.#counted);
  }

  /** Of a sample: √((Σx² − (Σx)² ÷ n) ÷ (n − 1)). Needs two pairs. */
  deviation(values: NodeId): NodeId {
    const { plan, frame } = this.#context;
    const ofSquares = plan.arithmetic('multiply', values, values);
    const sum = this.#step(this.#members.draw('sum', values, this.#counted), pairedTexts.sum);
    const squares = this.#step(this.#members.draw('sum', ofSquares, this.#counted), pairedTexts.squares);
    const ofSum = plan.arithmetic('divide', plan.arithmetic('multiply', sum, sum), this.count);
    const below = plan.arithmetic('subtract', this.count, this.#number(1));
    const variance = plan.arithmetic('divide', plan.arithmetic('subtract', squares, ofSum), below);
    return this.#from(2, plan.add(frame, 'number', { kind: 'square root' }, [variance]));
  }

  get #difference(): NodeId {
    return this.#context.plan.arithmetic('subtract', this.later, this.earlier);
  }

  /** The column, where there are so many pairs. */
  #from(least: number, column: NodeId): NodeId {
    const { plan } = this.#context;
    const enough = this.#once(`at least ${least}`, () =>
      this.#context.step(plan.compare('>=', this.count, this.#number(least)), pairedTexts.atLeast(least), {
        kind: 'condition',
      }),
    );
    return plan.select(enough, column, this.#missing());
  }

  #once(name: string, make: () => NodeId): NodeId {
    const known = this.#known.get(name) ?? make();
    this.#known.set(name, known);
    return known;
  }

  #step(column: NodeId, title: LocalText): NodeId {
    return this.#context.step(column, title);
  }

  #number(value: number): NodeId {
    return this.#context.plan.number(this.#context.frame, Fraction.of(value));
  }

  #missing(): NodeId {
    return this.#context.plan.constant(this.#context.frame, MISSING);
  }
}
