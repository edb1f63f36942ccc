import { announcedTexts } from '../../locale/check-doubt-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import type { LocalText } from '../../reader/figure.ts';
import { exactNumber } from '../exact.ts';
import type { Finding, SchemePath } from '../finding.ts';
import { localText } from '../texts.ts';
import type { SchemeCheck } from './check.ts';
import { chineseNumber } from './view/clause-number.ts';
import { isRecord } from './view/lines.ts';
import { isPoint } from './view/range.ts';
import type { NodeView, PartView, SchemeView } from './view/scheme-view.ts';

/** What a scheme announces and what it lists: numbers in titles, things that stand there twice, what is not said at all. */
export const announced: SchemeCheck = {
  codes: [
    'title.count',
    'title.twice',
    'condition.twice',
    'word.twice',
    'input.no-deliverer',
    'max.no-full-marks',
    'limit.below-lines',
    'marks.no-end',
  ],
  check: (view) => [
    ...view.nodes.flatMap((node) => [
      ...count(node, view),
      ...conditionTwice(node, view),
      ...belowLines(node, view),
      ...noEnd(node, view),
    ]),
    ...inputs(view),
    ...view.parts.flatMap((part) => noFullMarks(part, view)),
  ],
};

/** `四项否决`, `16 个指标`: a number of things, in a title of something that lists things. */
const COUNTED = /(\d+|[二两三四五六七八九十]+)\s*(?:大|个|种)?(?:方面|项|条|种|类|个|情形|无)(?!以|及|次)/;

/** Rules that list things side by side. */
const LISTS: ReadonlySet<string> = new Set(['any of', 'reasons']);

function count(node: NodeView, view: SchemeView): Finding[] {
  const { title } = node.tree;
  const [, sign] = COUNTED.exec(title.zh) ?? [];
  const written = node.tree.node[node.rule];
  const listed =
    node.children.length > 0
      ? node.children.length
      : LISTS.has(node.rule) && Array.isArray(written)
        ? written.length
        : 0;
  if (sign === undefined || listed < 2) return [];
  const number = /^\d+$/.test(sign) ? Number(sign) : chineseNumber(sign.replace('两', '二'));
  if (number === listed || number < 2) return [];
  return [view.finding('warning', 'title.count', announcedTexts.count(title, number, listed), node.path, node.clause)];
}

function conditionTwice(node: NodeView, view: SchemeView): Finding[] {
  const written = node.tree.node[node.rule];
  if (!Array.isArray(written) || !LISTS.has(node.rule)) return [];
  const asked = written.map((entry) => {
    const { title: _, clause: __, code: ___, ...condition } = entry as Readonly<Record<string, unknown>>;
    return JSON.stringify(condition);
  });
  return asked.flatMap((condition, at) => {
    if (asked.indexOf(condition) === at) return [];
    const text = announcedTexts.conditionTwice(node.tree.title, at + 1);
    return [view.finding('warning', 'condition.twice', text, [...node.path, node.rule, at], node.clause)];
  });
}

function inputs(view: SchemeView): Finding[] {
  const entries = Object.entries(view.file.inputs ?? {});
  const delivered = entries.filter(([, { from }]) => from !== undefined);
  const titles = new Map<string, string>();
  return entries.flatMap(([name, declaration]) => {
    const path: SchemePath = ['inputs', name];
    const findings = (['words', 'categories'] as const).flatMap((key) => wordTwice(declaration[key], name, key, view));
    const title: LocalText = localText(declaration.title, name);
    if (declaration.from === undefined && delivered.length * 2 >= entries.length && delivered.length > 0) {
      findings.push(view.finding('note', 'input.no-deliverer', announcedTexts.noDeliverer(title), path));
    }
    const other = titles.get(title.zh);
    if (declaration.title !== undefined && other !== undefined && areTogether(other, name, view)) {
      findings.push(view.finding('note', 'title.twice', announcedTexts.sameTitle(other, name, title), path));
    }
    titles.set(title.zh, name);
    return findings;
  });
}

/** Whether two inputs are read in one part: those of two kinds of subjects may well be called the same. */
function areTogether(one: string, other: string, view: SchemeView): boolean {
  return view.parts.some(({ nodes }) => {
    const read = new Set(nodes.flatMap(({ compiled }) => [...view.graph.items(compiled?.column ?? 0)]));
    return read.has(one) && read.has(other);
  });
}

function wordTwice(list: unknown, item: string, key: string, view: SchemeView): Finding[] {
  if (!Array.isArray(list)) return [];
  const words = list.map(String);
  return words.flatMap((word, at) => {
    if (words.indexOf(word) === at) return [];
    const path = ['inputs', item, key, at];
    return [view.finding('warning', 'word.twice', announcedTexts.wordTwice(item, word), path)];
  });
}

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
  const { adjust } = node.tree.node as { adjust?: unknown };
  if (!isRecord(adjust)) return [];
  return (['plus', 'minus'] as const).flatMap((side) => {
    const lines = adjust[side];
    const limit = exactOf(adjust[`${side} at most`]);
    if (!Array.isArray(lines) || limit === null) return [];
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
    return [view.finding('note', 'limit.below-lines', text, [...node.path, 'adjust', `${side} at most`], node.clause)];
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
