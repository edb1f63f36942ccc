import { announcedTexts } from '../../locale/check-doubt-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import { exactNumber } from '../exact.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import { isPoint } from './view/range.ts';
import type { NodeView, PartView, SchemeView } from './view/scheme-view.ts';

/** Full marks without an end. */
export const openLimits: SchemeCheck = {
  codes: ['marks.no-end'],
  needs: 'figures',
  check: (view) => view.nodes.flatMap((node) => noEnd(node, view)),
};

/** Limits below those of their lines. */
export const limitBelowLines: SchemeCheck = {
  codes: ['limit.below-lines'],
  needs: 'rules',
  check: (view) => view.nodes.flatMap((node) => belowLines(node, view)),
};

/** Full marks of the whole that stand nowhere. */
export const noFullMarksSaid: SchemeCheck = {
  codes: ['max.no-full-marks'],
  needs: 'scheme',
  check: (view) => view.parts.flatMap((part) => noFullMarks(part, view)),
};

/** A total of parts that all have full marks, and the full marks of the whole stand nowhere. */
function noFullMarks(part: PartView, view: SchemeView): Finding[] {
  const total = part.node('total');
  const top = part.nodes.filter(({ tree, parent }) => tree.role === 'item' && parent === null);
  if (part.part['full marks'] !== undefined || top.length < 2 || total?.tree.role !== 'result') return [];
  if (top.some(({ weight, tree }) => weight !== null || tree.node.optional === true)) return [];
  const marks = top.map(({ max }) => (max !== null && isPoint(max) ? (max.high?.value ?? null) : null));
  if (marks.includes(null) || (marks as Fraction[]).every((mark) => mark.equals(Fraction.of(100)))) return [];
  const sum = (marks as Fraction[]).reduce((a, b) => a.plus(b), Fraction.ZERO);
  const text = announcedTexts.noFullMarks(total.tree.title, sum);
  return [view.finding('note', 'max.no-full-marks', text, total.path, total.clause)];
}

/** Lines with limits of their own, under a limit that some of them can never come to. */
function belowLines(node: NodeView, view: SchemeView): Finding[] {
  const limit = exactOf(node.tree.node['at most']);
  if (limit === null) return [];
  return (['plus', 'minus', 'earn'] as const).flatMap((side) => {
    const written = node.tree.node[side];
    const lines = isRecord(written) ? written['lines'] : written;
    if (!Array.isArray(lines)) return [];
    const limits = lines.map((line) => exactOf((line as Readonly<Record<string, unknown>>)['at most']));
    if (limits.includes(null)) return [];
    const sorted = (limits as Fraction[]).sort((a, b) => b.compare(a));
    const needless = sorted.filter((_, at) => {
      const before = sorted.slice(0, at).reduce((sum, one) => sum.plus(one), Fraction.ZERO);
      return before.compare(limit) >= 0;
    }).length;
    if (needless === 0) return [];
    const all = sorted.reduce((sum, one) => sum.plus(one), Fraction.ZERO);
    const text = announcedTexts.linesBeyond(node.tree.title, all, limit, needless);
    return [view.finding('note', 'limit.below-lines', text, [...node.path, 'at most'], node.clause)];
  });
}

function exactOf(value: unknown): Fraction | null {
  return typeof value === 'number' || typeof value === 'string' ? exactNumber(value) : null;
}

/** Full marks that may be exceeded without any end. */
function noEnd(node: NodeView, view: SchemeView): Finding[] {
  const { tree, compiled, max, children } = node;
  if (tree.node['may exceed max'] !== true || compiled === null || children.length > 0) return [];
  if (max?.high == null || view.values.numbers(compiled.column).high !== null) return [];
  const text = announcedTexts.noEnd(tree.title, max.high.value);
  return [view.finding('note', 'marks.no-end', text, [...node.path, 'may exceed max'], node.clause)];
}
