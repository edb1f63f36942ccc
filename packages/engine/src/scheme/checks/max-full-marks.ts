import { structureTexts } from '../../locale/check-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import { exactText } from '../../number/text.ts';
import type { NodeId } from '../../plan/plan.ts';
import { exactNumber } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { joinTexts } from '../texts.ts';
import type { SchemeCheck } from './check.ts';
import { numbers } from './view/possible-values.ts';
import type { Possible } from './view/possible-values.ts';
import { isPoint, point, range } from './view/range.ts';
import type { NodeView, PartView, SchemeView } from './view/scheme-view.ts';

/** The highest total, bonuses and penalties aside, against the full marks of the part. */
export const maxFullMarks: SchemeCheck = {
  codes: ['max.full-marks'],
  check: (view) => view.parts.flatMap((part) => fullMarksDiffer(part, view)),
};

function fullMarksDiffer(part: PartView, view: SchemeView): Finding[] {
  const written = part.part['full marks'];
  const total = part.node('total');
  if (written === undefined || total === null || total.compiled === null) return [];
  const full = exactNumber(written);
  const highest = view.valuesWith(wonInFull(part)).numbers(total.compiled.column).high?.value;
  if (full === null || highest === undefined || highest.equals(full)) return [];
  const text = structureTexts.highestTotal(full, highest, summary(part, total, view));
  return [view.finding('warning', 'max.full-marks', text, [...part.path, 'full marks'], total.clause)];
}

/** Every node at most at its full marks, adjustments at 0. */
function wonInFull(part: PartView): Map<NodeId, Possible> {
  const fixed = new Map<NodeId, Possible>();
  for (const { tree, max, compiled } of part.nodes) {
    if (compiled === null) continue;
    const outside = tree.role === 'adjustment' || tree.id === 'bonus' || tree.id === 'penalty';
    if (outside) fixed.set(compiled.column, numbers(point(Fraction.ZERO)));
    else if (tree.role === 'item' && max !== null && max.high !== null) {
      fixed.set(compiled.column, numbers(range(Fraction.ZERO, max.high.value)));
    }
  }
  return fixed;
}

/** `base 100, poll 10`: what stands at the top of the tree, with weights where there are any. */
function summary(part: PartView, total: NodeView, view: SchemeView): ReturnType<typeof joinTexts> {
  const read = new Set(total.compiled === null ? [] : view.graph.figures(total.compiled.column).map(({ id }) => id));
  const named = part.nodes.filter(({ id, max, tree }) => tree.role === 'item' && max !== null && read.has(id));
  const shown =
    named.length > 0 ? named : part.nodes.filter(({ parent, tree }) => tree.role === 'item' && parent === null);
  const texts = shown.map(({ tree, max, weight }) => {
    const marks = max?.high == null ? '' : ` ${exactText(max.high.value)}`;
    const share = weight !== null && weight.low !== null && isPoint(weight) ? ` × ${exactText(weight.low.value)}` : '';
    return { zh: `${tree.title.zh}${marks}${share}`, en: `${tree.title.en}${marks}${share}` };
  });
  return joinTexts(texts, '、', ', ');
}
