import { structureTexts, sumText } from '../../locale/check-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import { slipTexts } from '../../locale/check-slip-texts.ts';
import type { Finding } from '../finding.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { SchemeCheck } from './check.ts';
import { add, holds, hull, isPoint, point } from './view/range.ts';
import type { Range } from './view/range.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

const TARGETS = [Fraction.ONE, Fraction.of(100)];

/** Weights of siblings against 1 or 100, ranges of weights, and siblings without one. */
export const weights: SchemeCheck = {
  codes: ['weight.sum', 'weight.mixed', 'weight.range', 'weight.missing'],
  needs: 'rules',
  check: (view) =>
    view.parts.flatMap((part) => {
      const top = part.nodes.filter(({ tree, parent }) => tree.role === 'item' && parent === null);
      const families = part.nodes.map(({ tree, children, rule }) => ({
        title: tree.title,
        isMean: rule === 'weighted mean',
        members: children,
      }));
      const first = { title: part.title, isMean: false, members: top };
      return [first, ...families].flatMap((entry) => ofFamily(entry, view));
    }),
};

/** Nodes that share a parent. */
interface Family {
  readonly title: LocalText;
  /** Their weighted mean is taken, so that only the proportions of the weights count. */
  readonly isMean: boolean;
  readonly members: readonly NodeView[];
}

/** Keys that decide whether a weight counts, and how much. */
const OF_WEIGHTS: readonly string[] = ['weight', 'optional', 'hidden', 'only if'];

function ofFamily({ title, isMean, members }: Family, view: SchemeView): Finding[] {
  if (members.some((node) => isOpen(node, view))) return [];
  const counted = members.filter(({ tree }) => tree.node.optional !== true && tree.node.hidden !== true);
  const weighted = counted.filter(({ weight }) => weight !== null);
  const [first] = weighted;
  if (first === undefined) return [];
  const { path, clause } = weighted.find(({ weight }) => !isPoint(weight as Range)) ?? first;
  const at = [...path, 'weight'];
  const missing = isMean ? [] : counted.filter(({ tree }) => tree.node.weight === undefined);
  const findings = missing.map((node) =>
    view.finding('warning', 'weight.missing', structureTexts.weightMissing(node.tree.title), node.path, node.clause),
  );
  const parts = weighted.map(({ weight }) => weight as Range);
  const least = parts.reduce(add);
  const whole = weighted.map(countedWeight).reduce(add);
  if (missing.length > 0 || whole.low === null || whole.high === null) return findings;
  const target = TARGETS.find((number) => holds(whole, number));
  const mixed = target === undefined ? mixedWeights(weighted) : '';
  if (mixed !== '') {
    findings.push(view.finding('warning', 'weight.mixed', slipTexts.weightMixed(title, mixed), at, clause));
  } else if (target === undefined) {
    const sum = isPoint(whole)
      ? sumText(
          parts.map(({ low }) => low?.value ?? Fraction.ZERO),
          whole.low.value,
        )
      : '';
    const text = structureTexts.weightSum(
      title,
      sum === '' ? `${sumText([], whole.low.value)}–${sumText([], whole.high.value)}` : sum,
    );
    findings.push(view.finding(isMean ? 'note' : 'warning', 'weight.sum', text, at, clause));
  } else if (!isPoint(least) && least.low !== null && least.high !== null && !isMean) {
    const text = structureTexts.weightRange(title, least.low.value, least.high.value, target);
    findings.push(view.finding('warning', 'weight.range', text, at, clause));
  }
  return findings;
}

/** Weights as they are written, where some have a per cent sign and others are numbers above 1; otherwise empty. */
function mixedWeights(weighted: readonly NodeView[]): string {
  const written = weighted.map(({ tree }) => String(tree.node.weight ?? '').trim());
  const withSign = written.some((text) => /^[\d.]+%$/.test(text));
  const above = written.some((text) => /^[\d.]+$/.test(text) && Number(text) > 1);
  return withSign && above ? written.join(', ') : '';
}

/** Its weight could not be read. */
function isOpen(node: NodeView, view: SchemeView): boolean {
  return (node.weight === null && node.tree.node.weight !== undefined) || view.mayMean(node, OF_WEIGHTS);
}

/** A part that does not always apply has its weight or none. */
function countedWeight({ weight, tree }: NodeView): Range {
  const range = weight as Range;
  return tree.node['only if'] === undefined ? range : hull([range, point(Fraction.ZERO)]);
}
