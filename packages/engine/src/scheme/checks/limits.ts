import { ruleCheckTexts } from '../../locale/check-texts.ts';
import type { NodeId } from '../../plan/plan.ts';
import type { Place } from '../compile/place.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { isPoint, negate } from './view/range.ts';
import type { Range } from './view/range.ts';
import { rangeText } from './view/range-text.ts';
import type { SchemeView } from './view/scheme-view.ts';

/** Limits that can never bind, or always do. */
export const limits: SchemeCheck = {
  codes: ['limit.never-binds', 'limit.always-binds'],
  needs: 'rules',
  check: (view) => view.placesOf('limit').flatMap((place) => ofLimit(place, view)),
};

/** "Not below 0" is said to be on the safe side: a count that is corrected later may be negative. */
function isGuard(kind: 'smallest' | 'largest', { low }: Range, limit: Range): boolean {
  return kind === 'largest' && isPoint(limit) && limit.low?.value.isZero === true && low?.value.isZero === true;
}

function ofLimit({ part, node: id, column, path }: Place, view: SchemeView): Finding[] {
  const node = view.nodeAt(part, id);
  const { operation, inputs } = view.graph.node(column);
  if (node === null || (operation.kind !== 'smallest' && operation.kind !== 'largest')) return [];
  const [value, limit] = inputs.map((input: NodeId) => view.values.numbers(input)) as [Range, Range];
  // A floor is a ceiling seen from below.
  const [cut, by] = operation.kind === 'smallest' ? [value, limit] : [negate(value), negate(limit)];
  const { title } = node.tree;
  if (cut.high !== null && by.low !== null && cut.high.value.compare(by.low.value) <= 0) {
    if (isGuard(operation.kind, value, limit)) return [];
    const text = ruleCheckTexts.limitNever(title, rangeText(value), rangeText(limit));
    return [view.finding('warning', 'limit.never-binds', text, path, node.clause)];
  }
  if (cut.low !== null && by.high !== null && cut.low.value.compare(by.high.value) >= 0) {
    const text = ruleCheckTexts.limitAlways(title, rangeText(value), rangeText(limit));
    return [view.finding('warning', 'limit.always-binds', text, path, node.clause)];
  }
  return [];
}
