import { structureTexts } from '../../locale/check-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import { exactText } from '../../number/text.ts';
import type { NodeId } from '../../plan/plan.ts';
import { exactNumber } from '../exact.ts';
import type { Finding } from '../finding.ts';
import type { Literal } from '../schema/common.ts';
import type { SchemeParameter } from '../schema/scheme.ts';
import { joinTexts } from '../texts.ts';
import type { SchemeCheck } from './check.ts';
import { numbers } from './view/possible-values.ts';
import type { Possible } from './view/possible-values.ts';
import { isPoint, point, range } from './view/range.ts';
import type { NodeView, PartView, SchemeView } from './view/scheme-view.ts';

/** The highest total, bonuses and penalties aside, against the full marks of the part. */
export const maxFullMarks: SchemeCheck = {
  codes: ['max.full-marks'],
  needs: 'figures',
  check: (view) => view.parts.flatMap((part) => fullMarksDiffer(part, view)),
};

function fullMarksDiffer(part: PartView, view: SchemeView): Finding[] {
  const written = part.part['full marks'];
  const total = part.node('total');
  if (written === undefined || total === null || total.compiled === null) return [];
  const full = exactNumber(written);
  const highest = highestOf(total.compiled.column, wonInFull(part), view);
  if (full === null || highest === undefined || highest.equals(full)) return [];
  const text = structureTexts.highestTotal(full, highest, summary(part, total, view));
  return [view.finding('warning', 'max.full-marks', text, [...part.path, 'full marks'], total.clause)];
}

/** The highest value of a column in any one year: parameters that change by the year do so together. */
function highestOf(column: NodeId, fixed: ReadonlyMap<NodeId, Possible>, view: SchemeView): Fraction | undefined {
  const highest = yearsOf(view).map((year) => {
    const values = new Map([...fixed, ...parametersOf(year, view)]);
    return view.valuesWith(values).numbers(column).high?.value;
  });
  return highest.reduce((a, b) => (a === undefined || b === undefined ? undefined : a.compare(b) < 0 ? b : a));
}

/** Years from which a parameter has another value; at least one. */
function yearsOf({ file }: SchemeView): string[] {
  const years = Object.values(file.parameters ?? {}).flatMap((setting) => Object.keys(byYear(setting)));
  return years.length === 0 ? [''] : [...new Set(years)].sort();
}

/** Numbers that change by the year, as they hold in one. */
function parametersOf(year: string, view: SchemeView): [NodeId, Possible][] {
  return view.compilation.plan.nodes.flatMap(({ id, operation, type }) => {
    if (operation.kind !== 'parameter' || type !== 'number') return [];
    const values = Object.entries(byYear(view.file.parameters?.[operation.name])).sort(([a], [b]) => (a < b ? -1 : 1));
    const [, value = undefined] = values.filter(([from]) => from <= year).at(-1) ?? values[0] ?? [];
    const number = typeof value === 'number' || typeof value === 'string' ? exactNumber(value) : null;
    return number === null ? [] : [[id, numbers(point(number))]];
  });
}

function byYear(setting: SchemeParameter | undefined): Readonly<Record<string, Literal>> {
  return typeof setting === 'object' ? (setting.from ?? {}) : {};
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
