import { ruleCheckTexts } from '../../locale/check-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import type { Line, Rate } from './view/lines.ts';
import { isPoint } from './view/range.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** The marks of a single case against the marks it is taken from, and against the limit that cuts it. */
export const lineSize: SchemeCheck = {
  codes: ['line.beyond-marks', 'line.takes-all', 'line.beyond-limit'],
  needs: 'rules',
  check: (view) =>
    view.nodes.flatMap((node) =>
      node.lines.flatMap((line) => line.rates.flatMap((rate) => ofRate(rate, line, node, view))),
    ),
};

function ofRate(rate: Rate, line: Line, node: NodeView, view: SchemeView): Finding[] {
  const { tree, clause } = node;
  if (line.limit !== null && rate.marks.compare(line.limit) > 0) {
    const text = ruleCheckTexts.lineBeyondLimit(tree.title, rate.marks, line.limit);
    return [view.finding('warning', 'line.beyond-limit', text, rate.path, clause)];
  }
  const available = marksTakenFrom(line, node);
  if (available === null || available.sign <= 0) return [];
  const order = rate.marks.compare(available);
  if (order > 0) {
    const text = ruleCheckTexts.lineBeyondMarks(tree.title, rate.marks, available);
    return [view.finding('warning', 'line.beyond-marks', text, rate.path, clause)];
  }
  if (order < 0 || line.counting === 'once') return [];
  return [
    view.finding('note', 'line.takes-all', ruleCheckTexts.lineTakesAll(tree.title, available), rate.path, clause),
  ];
}

/** Full marks that a deduction can use up; `null` where it takes from something else or may go below 0. */
function marksTakenFrom(line: Line, { tree, max, children }: NodeView): Fraction | null {
  if (!line.minus || tree.role !== 'item' || children.length > 0 || tree.node['may go below 0'] === true) return null;
  return max !== null && isPoint(max) ? (max.low?.value ?? Fraction.ZERO) : null;
}
