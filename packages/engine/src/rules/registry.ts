import { account } from './account.ts';
import { anyOf } from './any-of.ts';
import { bands } from './bands.ts';
import { best } from './best.ts';
import { cases } from './cases.ts';
import { deduct } from './deduct.ts';
import { earn } from './earn.ts';
import { formula } from './formula.ts';
import { levels } from './levels.ts';
import { paired } from './paired.ts';
import { places } from './places.ts';
import { mean } from './mean.ts';
import { minus, plus } from './plus-minus.ts';
import { poll } from './poll.ts';
import { prizes } from './prizes.ts';
import { rank } from './rank.ts';
import { ratio } from './ratio.ts';
import { reasons } from './reasons.ts';
import type { RuleKind } from './rule.ts';
import { score } from './score.ts';
import { share } from './share.ts';
import { sum } from './sum.ts';
import { sumKept } from './sum-kept.ts';
import { table } from './table.ts';
import { tally } from './tally.ts';
import { unset } from './unset.ts';
import { weightedMean } from './weighted-mean.ts';

/** All kinds of rules. A new kind is one file and one line here. */
const KINDS = [
  score,
  ratio,
  deduct,
  earn,
  bands,
  levels,
  poll,
  best,
  sum,
  mean,
  weightedMean,
  formula,
  cases,
  table,
  plus,
  minus,
  sumKept,
  anyOf,
  reasons,
  rank,
  prizes,
  places,
  tally,
  paired,
  share,
  account,
  unset,
] as unknown as readonly RuleKind[];

/** The kinds of rules by the key under which they stand in a scheme file. */
export const RULES: ReadonlyMap<string, RuleKind> = new Map(KINDS.map((kind) => [kind.key, kind]));
