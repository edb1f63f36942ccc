import { announced } from './announced.ts';
import { announcedParts } from './announced-parts.ts';
import { applicability } from './applicability.ts';
import { bands } from './bands.ts';
import { bonuses } from './bonuses.ts';
import { cases } from './cases.ts';
import { categoryRates } from './category-rates.ts';
import type { SchemeCheck } from './check.ts';
import { clauses } from './clauses.ts';
import { conditions } from './conditions.ts';
import { countedTwice } from './counted-twice.ts';
import { declaredInputs } from './declared-inputs.ts';
import { degrees } from './degrees.ts';
import { divisions } from './divisions.ts';
import { firstPeriod } from './first-period.ts';
import { gradeBasis } from './grade-basis.ts';
import { kinds } from './kinds.ts';
import { laterStage } from './later-stage.ts';
import { leftOut } from './left-out.ts';
import { limits } from './limits.ts';
import { lineSize } from './line-size.ts';
import { maxChildren } from './max-children.ts';
import { maxFullMarks } from './max-full-marks.ts';
import { maxMissing, maxNotPositive } from './max-missing.ts';
import { maxReach } from './max-reach.ts';
import { limitBelowLines, noFullMarksSaid, openLimits } from './open-limits.ts';
import { percentAlone } from './percent-alone.ts';
import { places, wholeOfPlaces } from './places.ts';
import { polls } from './polls.ts';
import { pools } from './pools.ts';
import { scaleOrder } from './scale-order.ts';
import { scales, unusedScales } from './scales.ts';
import { slips } from './slips.ts';
import { targets } from './targets.ts';
import { times } from './times.ts';
import { units } from './units.ts';
import { unused } from './unused.ts';
import { vetoEffect, vetoForSome } from './veto-effect.ts';
import { weights } from './weights.ts';
import { wording } from './wording.ts';
import { words } from './words.ts';

/** All checks. A new one is one file and one line here, and a section in docs/checks.md. */
export const CHECKS: readonly SchemeCheck[] = [
  maxChildren,
  maxFullMarks,
  maxMissing,
  maxNotPositive,
  maxReach,
  weights,
  slips,
  leftOut,
  unused,
  kinds,
  words,
  scales,
  unusedScales,
  categoryRates,
  bands,
  cases,
  countedTwice,
  lineSize,
  limits,
  vetoEffect,
  vetoForSome,
  conditions,
  laterStage,
  divisions,
  firstPeriod,
  bonuses,
  places,
  wholeOfPlaces,
  targets,
  units,
  percentAlone,
  scaleOrder,
  polls,
  pools,
  gradeBasis,
  applicability,
  announced,
  announcedParts,
  declaredInputs,
  openLimits,
  limitBelowLines,
  noFullMarksSaid,
  wording,
  degrees,
  times,
  clauses,
];
