import { basisTexts } from '../../locale/check-doubt-texts.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import type { PartView, SchemeView } from './view/scheme-view.ts';
import { nameOf, readBelow } from './view/read-below.ts';

/** A grade that has nothing to do with the total beside it. */
export const gradeBasis: SchemeCheck = {
  codes: ['grade.without-total'],
  needs: 'scheme',
  check: (view) => view.parts.flatMap((part) => gradeWithoutTotal(part, view)),
};

/** A grade beside a total, and nothing on the way to the grade looks at the total or at what it is made of. */
function gradeWithoutTotal(part: PartView, view: SchemeView): Finding[] {
  const [total, grade] = [part.node('total'), part.node('grade')];
  if (total?.compiled == null || grade?.compiled == null) return [];
  const read = readBelow(grade, view);
  const own = readBelow(total, view);
  if (read.has(nameOf(total)) || [...own].some((name) => read.has(name))) return [];
  const text = basisTexts.gradeWithoutTotal(grade.tree.title, total.tree.title);
  return [view.finding('note', 'grade.without-total', text, grade.path, grade.clause)];
}
