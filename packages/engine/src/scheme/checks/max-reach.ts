import { structureTexts } from '../../locale/check-texts.ts';
import type { Fraction } from '../../number/fraction.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { isPoint } from './view/range.ts';
import type { Range } from './view/range.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** What the rule of an indicator can give, against its full marks. */
export const maxReach: SchemeCheck = {
  codes: ['marks.below-max', 'marks.beyond-max', 'marks.never-lost'],
  needs: 'figures',
  check: (view) => view.nodes.flatMap((node) => reach(node, view)),
};

function reach(node: NodeView, view: SchemeView): Finding[] {
  const { tree, max, compiled, ruleColumn, children, clause } = node;
  if (tree.role !== 'item' || children.length > 0 || compiled === null || ruleColumn === null) return [];
  if (max === null || max.low === null || !isPoint(max) || view.graph.node(compiled.column).type !== 'number')
    return [];
  const marks = max.low.value;
  const at = [...node.path, 'max'];
  const whole = view.values.numbers(compiled.column);
  const byRule = view.values.numbers(ruleColumn);
  const beyond = highestBeyond([byRule, whole], marks);
  if (beyond !== null && tree.node['may exceed max'] !== true && tree.node['at most'] === undefined) {
    return [
      view.finding('warning', 'marks.beyond-max', structureTexts.beyondMax(tree.title, beyond, marks), at, clause),
    ];
  }
  const findings: Finding[] = [];
  if (whole.high !== null && whole.high.value.compare(marks) < 0) {
    const text = structureTexts.belowMax(tree.title, whole.high.value, marks);
    findings.push(view.finding('warning', 'marks.below-max', text, at, clause));
  }
  const loses = node.lines.length > 0 && node.lines.every(({ minus }) => minus);
  if (loses && whole.low !== null && whole.low.value.sign > 0) {
    const text = structureTexts.neverLost(tree.title, whole.low.value, marks);
    findings.push(view.finding('warning', 'marks.never-lost', text, at, clause));
  }
  return findings;
}

/** The highest figure that is known and lies above the full marks. An open end is cut at the full marks on purpose. */
function highestBeyond(found: readonly Range[], marks: Fraction): Fraction | null {
  const highest = found.flatMap(({ high }) => (high !== null && high.value.compare(marks) > 0 ? [high.value] : []));
  return highest.reduce<Fraction | null>((a, b) => (a === null || b.compare(a) > 0 ? b : a), null);
}
