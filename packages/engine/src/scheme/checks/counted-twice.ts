import { ruleCheckTexts } from '../../locale/check-texts.ts';
import type { Finding } from '../finding.ts';
import { plain } from '../texts.ts';
import type { SchemeCheck } from './check.ts';
import { isVeto } from './veto-effect.ts';
import type { Line } from './view/lines.ts';
import type { NodeView, PartView, SchemeView } from './view/scheme-view.ts';

/** One event that brings marks, or costs them, in two places; and what costs marks and brings a veto besides. */
export const countedTwice: SchemeCheck = {
  codes: ['event.twice', 'event.marks-and-veto'],
  needs: 'rules',
  check: (view) => view.parts.flatMap((part) => [...twice(part, view), ...marksAndVeto(part, view)]),
};

interface Entry {
  readonly node: NodeView;
  readonly line: Line;
}

function twice(part: PartView, view: SchemeView): Finding[] {
  const entries = part.nodes.flatMap((node) => node.lines.map((line) => ({ node, line }))).filter(isPlain);
  return entries.flatMap((later, at) => {
    const earlier = entries.slice(0, at).find((entry) => meetsSameRows(entry.line, later.line));
    if (earlier === undefined) return [];
    const item = view.input(later.line.item ?? '')?.title ?? plain(later.line.item ?? '');
    const words = commonWords(earlier.line, later.line) ?? [];
    const text = ruleCheckTexts.eventTwice(item, earlier.node.tree.title, later.node.tree.title, words);
    return [view.finding('warning', 'event.twice', text, later.line.path, later.node.clause)];
  });
}

/** Conditions may part two lines; only those that always count are compared. */
function isPlain({ node, line }: Entry): boolean {
  return line.item !== null && !line.conditional && !isConditional(node);
}

/** The node, or a node around it, is there for some subjects only. */
function isConditional({ tree: { node }, parent }: NodeView): boolean {
  if (node['only if'] !== undefined || node['exists if'] !== undefined) return true;
  return parent !== null && isConditional(parent);
}

function meetsSameRows(a: Line, b: Line): boolean {
  return a.item === b.item && a.minus === b.minus && commonWords(a, b)?.length !== 0;
}

/** Categories that both count; `null`: all of them. */
function commonWords(a: Line, b: Line): readonly string[] | null {
  if (a.categories === null || b.categories === null) return a.categories ?? b.categories;
  const other = new Set(b.categories);
  return a.categories.filter((word) => other.has(word));
}

function marksAndVeto(part: PartView, view: SchemeView): Finding[] {
  const vetoes = part.nodes.filter((node) => isVeto(node, view));
  return vetoes.flatMap((veto) => {
    const read = view.graph.items(veto.compiled?.column ?? 0);
    return [...read].flatMap((item) => {
      const scored = part.nodes.find((node) => node.lines.some((line) => line.minus && line.item === item));
      if (scored === undefined) return [];
      const title = view.input(item)?.title ?? plain(item);
      const text = ruleCheckTexts.marksAndVeto(title, scored.tree.title, veto.tree.title);
      return [view.finding('note', 'event.marks-and-veto', text, view.locate(veto, item), veto.clause)];
    });
  });
}
