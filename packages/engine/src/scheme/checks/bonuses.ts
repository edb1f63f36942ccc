import { ruleCheckTexts } from '../../locale/check-texts.ts';
import type { Fraction } from '../../number/fraction.ts';
import type { Finding } from '../finding.ts';
import { joinTexts } from '../texts.ts';
import type { SchemeCheck } from './check.ts';
import type { NodeView, PartView, SchemeView } from './view/scheme-view.ts';

/** Bonuses without a limit, and bonuses that one matter can earn at several levels. */
export const bonuses: SchemeCheck = {
  codes: ['bonus.no-limit', 'bonus.one-matter'],
  needs: 'figures',
  check: (view) => view.parts.flatMap((part) => [...withoutLimit(part, view), ...severalLevels(part, view)]),
};

function withoutLimit(part: PartView, view: SchemeView): Finding[] {
  const total = part.node('total');
  if (total === null || total.compiled === null || view.values.numbers(total.compiled.column).high !== null) return [];
  const open = part.nodes.filter(({ tree, lines, compiled }) => {
    if (tree.role !== 'adjustment' || compiled === null) return false;
    return lines.some(({ minus }) => !minus) && view.values.numbers(compiled.column).high === null;
  });
  const [first] = open;
  if (first === undefined) return [];
  const text = ruleCheckTexts.bonusWithoutLimit(
    joinTexts(
      open.map(({ tree }) => tree.title),
      '、',
      ', ',
    ),
  );
  return [view.finding('note', 'bonus.no-limit', text, first.path, first.clause)];
}

function severalLevels(part: PartView, view: SchemeView): Finding[] {
  return part.nodes
    .filter(({ tree }) => tree.role === 'adjustment')
    .flatMap((node) => {
      const marks = levelsOf(node, view);
      if (marks.length < 2) return [];
      const text = ruleCheckTexts.oneMatterTwice(node.tree.title, marks);
      return [view.finding('note', 'bonus.one-matter', text, node.path, node.clause)];
    });
}

/** Marks by category of the first line that adds them without looking at the matter. */
function levelsOf({ lines }: NodeView, view: SchemeView): readonly Fraction[] {
  const line = lines.find(({ minus, counting, item, conditional, rates }) => {
    const careful = conditional || view.input(item ?? '')?.needsMatter === true;
    return !minus && counting === 'each' && !careful && rates.filter(({ marks }) => marks.sign > 0).length > 1;
  });
  return line?.rates.flatMap(({ marks }) => (marks.sign > 0 ? [marks] : [])) ?? [];
}
