import { basisTexts } from '../../locale/check-doubt-texts.ts';
import type { Fraction } from '../../number/fraction.ts';
import { exactNumber } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { asList } from '../schema/common.ts';
import type { SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import type { NodeView, PartView, SchemeView } from './view/scheme-view.ts';

/** What a result goes by: marks against the order of a scale, classes put together, a pool given out twice, a grade without the total. */
export const basis: SchemeCheck = {
  codes: ['scale.direction', 'poll.classes-joined', 'pool.twice', 'grade.without-total'],
  check: (view) =>
    view.parts.flatMap((part) => [
      ...part.nodes.flatMap((node) => [...scaleDirection(node, view), ...classesJoined(node, view)]),
      ...poolTwice(part, view),
      ...gradeWithoutTotal(part, view),
    ]),
};

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
