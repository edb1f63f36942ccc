import { basisTexts } from '../../locale/check-doubt-texts.ts';
import type { Fraction } from '../../number/fraction.ts';
import { exactNumber } from '../exact.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Marks against the order of a scale, and words that stand on two scales. */
export const scaleOrder: SchemeCheck = {
  codes: ['scale.direction', 'scale.shared-word'],
  needs: 'rules',
  check: (view) => [...sharedWords(view), ...view.nodes.flatMap((node) => scaleDirection(node, view))],
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
