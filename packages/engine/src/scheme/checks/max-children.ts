import { structureTexts, sumText } from '../../locale/check-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import { RULES } from '../../rules/registry.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { add, holds, hull, isPoint, point } from './view/range.ts';
import type { Range } from './view/range.ts';
import { rangeText } from './view/range-text.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Full marks of the parts against those of the whole. */
export const maxChildren: SchemeCheck = {
  codes: ['max.children'],
  needs: 'rules',
  check: (view) => view.nodes.flatMap((node) => childrenDiffer(node, view)),
};

/** Keys with which the whole would not be the plain sum of its parts. */
const OF_THE_WHOLE: readonly string[] = ['max', 'at most', ...RULES.keys()];

/** Keys with which a part would count otherwise. */
const OF_A_PART: readonly string[] = ['max', 'weight', 'optional', 'only if'];

function childrenDiffer(node: NodeView, view: SchemeView): Finding[] {
  const { max, children, tree, path, clause } = node;
  if (max === null || max.low === null || !isPoint(max) || !addsUp(node)) return [];
  if (view.mayMean(node, OF_THE_WHOLE) || children.some((child) => view.mayMean(child, OF_A_PART))) return [];
  const parts = children.flatMap((child) => (child.max === null ? [] : [countedMax(child)]));
  if (parts.length === 0 || parts.length < children.filter(isScored).length) return [];
  const sum = parts.reduce(add);
  if (holds(sum, max.low.value) || sum.low === null || sum.high === null) return [];
  if (isCutOff(node) && sum.low.value.compare(max.low.value) > 0) return [];
  const written = isPoint(sum)
    ? sumText(
        parts.map(({ high }) => high?.value ?? Fraction.ZERO),
        sum.low.value,
      )
    : rangeText(sum);
  const text = structureTexts.childrenDiffer(tree.title, written, rangeText(max));
  return [view.finding('warning', 'max.children', text, [...path, 'max'], clause)];
}

/** A plain sum of the children: nothing is scaled, weighted or listed apart. */
function addsUp({ rule, tree, children }: NodeView): boolean {
  if (rule !== 'sum' || children.length === 0) return false;
  const config = (tree.node['sum'] ?? {}) as Readonly<Record<string, unknown>>;
  return Object.keys(config).length === 0 && children.every(({ weight }) => weight === null);
}

/** A part that does not always apply may bring its full marks or nothing. */
function countedMax({ max, tree }: NodeView): Range {
  const range = max as Range;
  return tree.node['only if'] === undefined ? range : hull([range, point(Fraction.ZERO)]);
}

function isScored({ tree }: NodeView): boolean {
  return tree.node.optional !== true;
}

function isCutOff({ tree }: NodeView): boolean {
  return tree.node['at most'] !== undefined;
}
