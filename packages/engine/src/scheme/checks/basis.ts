import { basisTexts } from '../../locale/check-doubt-texts.ts';
import type { Fraction } from '../../number/fraction.ts';
import type { NodeId } from '../../plan/plan.ts';
import { exactNumber } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { asList } from '../schema/common.ts';
import type { SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import { figureOf } from './view/plan-graph.ts';
import type { NodeView, PartView, SchemeView } from './view/scheme-view.ts';

/** What a result goes by: marks against the order of a scale, classes put together, a pool given out twice, a grade without the total. */
export const basis: SchemeCheck = {
  codes: [
    'scale.direction',
    'scale.shared-word',
    'poll.classes-joined',
    'poll.nobody',
    'pool.twice',
    'pool.not-shared-out',
    'grade.without-total',
  ],
  check: (view) => [
    ...sharedWords(view),
    ...view.parts.flatMap((part) => [
      ...part.nodes.flatMap((node) => [
        ...scaleDirection(node, view),
        ...classesJoined(node, view),
        ...nobodyVoted(node, view),
        ...notSharedOut(node, view),
      ]),
      ...poolTwice(part, view),
      ...gradeWithoutTotal(part, view),
    ]),
  ],
};

/** One word on two scales that are not the same. */
function sharedWords(view: SchemeView): Finding[] {
  const scales = Object.entries(view.file.scales ?? {});
  return scales.flatMap(([name, words], at) =>
    scales.slice(0, at).flatMap(([other, others]) => {
      const shared = words.filter((word) => others.includes(word));
      if (shared.length === 0 || shared.length === Math.min(words.length, others.length)) return [];
      return [view.finding('note', 'scale.shared-word', basisTexts.sharedWords(shared, other, name), ['scales', name])];
    }),
  );
}

/** `pool × a ÷ Σ b`: a share by one figure, of the sum of another. */
function notSharedOut(node: NodeView, view: SchemeView): Finding[] {
  if (node.compiled === null) return [];
  const { graph } = view;
  for (const { operation, inputs } of graph.own(node.compiled.column)) {
    if (operation.kind !== 'divide') continue;
    const sum = graph.bare(inputs[1] as NodeId);
    const isSum =
      sum.operation.kind === 'gather' && sum.operation.aggregate === 'sum' && sum.operation.relation.kind === 'peers';
    const summed = isSum ? figuresOf(sum.inputs[0] as NodeId, view) : [];
    const own = factors(inputs[0] as NodeId, view).flatMap((factor) => figuresOf(factor, view));
    const [over, by] = [summed[0], own.find((figure) => figure.part === node.part)];
    if (over === undefined || by === undefined || own.includes(over) || !readBy(over, view).has(key(by))) continue;
    const text = basisTexts.notSharedOut(node.tree.title, by.tree.title, over.tree.title);
    return [view.finding('warning', 'pool.not-shared-out', text, [...node.path, node.rule], node.clause)];
  }
  return [];
}

function factors(column: NodeId, view: SchemeView): NodeId[] {
  const node = view.graph.node(column);
  if (figureOf(node) === null && node.operation.kind === 'multiply') {
    return node.inputs.flatMap((input) => factors(input, view));
  }
  return [column];
}

/** The figure that a column is, under what stands in for its states. */
function figuresOf(column: NodeId, view: SchemeView): NodeView[] {
  let node = view.graph.node(column);
  for (;;) {
    const figure = figureOf(node);
    if (figure !== null) return [view.nodeAt(figure.part, figure.id)].filter((found) => found !== null);
    if (!['same', 'replace', 'guard', 'of cell'].includes(node.operation.kind)) return [];
    node = view.graph.node(node.inputs[0] as NodeId);
  }
}

/** Marks of words that stand on a scale rise or fall along it. */
function scaleDirection(node: NodeView, view: SchemeView): Finding[] {
  const config = node.rule === 'levels' ? node.tree.node['levels'] : undefined;
  if (!isRecord(config)) return [];
  const table = isRecord(config['words']) ? config['words'] : config;
  const words = Object.keys(table).filter((word) => word !== 'of' && word !== 'else');
  for (const [scale, ordered] of Object.entries(view.file.scales ?? {})) {
    if (words.length < 3 || !words.every((word) => ordered.includes(word))) continue;
    const sorted = ordered.filter((word) => words.includes(word));
    const marks = sorted.map((word) => exactNumber(table[word] as string | number));
    if (marks.includes(null)) continue;
    const odd = turnAt(marks as Fraction[]);
    if (odd === null) continue;
    const word = sorted[odd] as string;
    const text = basisTexts.scaleDirection(node.tree.title, word, scale);
    return [view.finding('warning', 'scale.direction', text, view.locate(node, word), node.clause)];
  }
  return [];
}

/** Where a row of numbers first turns from rising to falling, or the other way round. */
function turnAt(marks: readonly Fraction[]): number | null {
  let direction = 0;
  for (let at = 1; at < marks.length; at += 1) {
    const sign = (marks[at] as Fraction).compare(marks[at - 1] as Fraction);
    if (sign !== 0 && direction !== 0 && Math.sign(sign) !== direction) return at;
    if (sign !== 0) direction = Math.sign(sign);
  }
  return null;
}

function classesJoined(node: NodeView, view: SchemeView): Finding[] {
  const config = node.rule === 'poll' ? node.tree.node['poll'] : undefined;
  if (!isRecord(config)) return [];
  const classes = asList(config['class'] as string | readonly string[] | undefined);
  if (classes.length < 2) return [];
  const text = basisTexts.classesJoined(node.tree.title, classes);
  return [view.finding('note', 'poll.classes-joined', text, [...node.path, 'poll', 'class'], node.clause)];
}

/** A class of raters may be empty: then its part is missing, counts 0 and keeps its weight. */
function nobodyVoted(node: NodeView, view: SchemeView): Finding[] {
  const { parent, tree } = node;
  const config = node.rule === 'poll' ? tree.node['poll'] : undefined;
  if (!isRecord(config) || config['class'] === undefined || parent === null) return [];
  if (parent.rule !== 'weighted mean' && parent.rule !== 'mean') return [];
  const leavesOut = (parent.tree.node['mean'] as { missing?: unknown } | undefined)?.missing === 'leave out';
  if (leavesOut || tree.node['if missing'] !== undefined || tree.node['only if'] !== undefined) return [];
  const text = basisTexts.nobodyVoted(tree.title, parent.tree.title);
  return [view.finding('note', 'poll.nobody', text, [...node.path, 'poll'], node.clause)];
}

/** Two shares of one pool, and nothing says who has which. */
function poolTwice(part: PartView, view: SchemeView): Finding[] {
  const shares = part.nodes.flatMap((node) => {
    const config = node.rule === 'share' ? node.tree.node['share'] : undefined;
    return isRecord(config) && config['among'] === undefined && node.tree.node['only if'] === undefined
      ? [{ node, pool: String(config['pool']) }]
      : [];
  });
  return shares.flatMap(({ node, pool }, at) => {
    const earlier = shares.slice(0, at).find((other) => other.pool === pool);
    if (earlier === undefined) return [];
    const text = basisTexts.poolTwice(node.tree.title, earlier.node.tree.title);
    return [view.finding('warning', 'pool.twice', text, [...node.path, 'share', 'pool'], node.clause)];
  });
}

/** A grade beside a total, and nothing on the way to the grade looks at the total or at what it is made of. */
function gradeWithoutTotal(part: PartView, view: SchemeView): Finding[] {
  const [total, grade] = [part.node('total'), part.node('grade')];
  if (total?.compiled == null || grade?.compiled == null || !view.isSound) return [];
  const read = readBy(grade, view);
  const own = readBy(total, view);
  if (read.has(key(total)) || [...own].some((name) => read.has(name))) return [];
  const text = basisTexts.gradeWithoutTotal(grade.tree.title, total.tree.title);
  return [view.finding('note', 'grade.without-total', text, grade.path, grade.clause)];
}

/** Everything that a figure reads, however far below. */
function readBy(node: NodeView, view: SchemeView, seen: Set<string> = new Set()): Set<string> {
  if (node.compiled === null) return seen;
  for (const { part, id } of view.graph.figures(node.compiled.column)) {
    const name = `${part}/${id}`;
    const next = view.nodeAt(part, id);
    if (seen.has(name) || next === null) continue;
    seen.add(name);
    readBy(next, view, seen);
  }
  return seen;
}

function key({ part, id }: NodeView): string {
  return `${part.id}/${id}`;
}
