import { announcedTexts } from '../../locale/check-doubt-texts.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { chineseNumber } from './view/clause-number.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** What a title announces against what is listed, and conditions that stand there twice. */
export const announced: SchemeCheck = {
  codes: ['title.count', 'condition.twice'],
  needs: 'rules',
  check: (view) => view.nodes.flatMap((node) => [...count(node, view), ...conditionTwice(node, view)]),
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
