import { schemeTexts } from '../locale/scheme-texts.ts';
import type { ChildReading, RuleContext } from './rule.ts';

/** The children of a node whose rule puts them together. A rule over nothing would be a figure made of nothing. */
export function needChildren(context: RuleContext, rule: string): readonly ChildReading[] {
  const { children, node } = context;
  if (children.length > 0) return children;
  return context.fail('rule.no-children', schemeTexts.noChildren(node.id, rule), schemeTexts.nameChildren, []);
}
