import { checkCategory } from './checks/category.ts';
import type { ObservationCheck } from './checks/check.ts';
import { checkDate } from './checks/date.ts';
import { checkItem } from './checks/item.ts';
import { checkMatter } from './checks/matter.ts';
import { checkPeriod } from './checks/period.ts';
import { checkPeriodKind } from './checks/period-kind.ts';
import { checkRater } from './checks/rater.ts';
import { checkRepeated } from './checks/repeated.ts';
import { checkSubjectName } from './checks/subject-name.ts';
import { checkSubject } from './checks/subject.ts';
import { checkValue } from './checks/value.ts';

/** All checks of a row of observations, in the order in which they run. A new check is one file and one line. */
export const OBSERVATION_CHECKS: readonly ObservationCheck[] = [
  checkPeriod,
  checkSubject,
  checkSubjectName,
  checkItem,
  checkPeriodKind,
  checkValue,
  checkCategory,
  checkRater,
  checkMatter,
  checkDate,
  checkRepeated,
];
