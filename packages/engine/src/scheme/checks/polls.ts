import { basisTexts } from '../../locale/check-doubt-texts.ts';
import type { Finding } from '../finding.ts';
import { asList } from '../schema/common.ts';
import type { SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Ballots of several classes taken together, and classes in which nobody may have voted. */
export const polls: SchemeCheck = {
  codes: ['poll.classes-joined', 'poll.nobody'],
  needs: 'rules',
  check: (view) => view.nodes.flatMap((node) => [...classesJoined(node, view), ...nobodyVoted(node, view)]),
};

function classesJoined(node: NodeView, view: SchemeView): Finding[] {
  const config = node.rule === 'poll' ? node.tree.node['poll'] : undefined;
  if (!isRecord(config)) return [];
  const classes = asList(config['categories'] as string | readonly string[] | undefined);
  if (classes.length < 2) return [];
  const text = basisTexts.classesJoined(node.tree.title, classes);
  return [view.finding('note', 'poll.classes-joined', text, [...node.path, 'poll', 'categories'], node.clause)];
}

/** A class of raters may be empty: then its part is missing, counts 0 and keeps its weight. */
function nobodyVoted(node: NodeView, view: SchemeView): Finding[] {
  const { parent, tree } = node;
  const config = node.rule === 'poll' ? tree.node['poll'] : undefined;
  if (!isRecord(config) || config['categories'] === undefined || parent === null) return [];
  if (parent.rule !== 'weighted mean' && parent.rule !== 'mean') return [];
  const leavesOut = (parent.tree.node['mean'] as { missing?: unknown } | undefined)?.missing === 'leave out';
  if (leavesOut || tree.node['if missing'] !== undefined || tree.node['only if'] !== undefined) return [];
  const text = basisTexts.nobodyVoted(tree.title, parent.tree.title);
  return [view.finding('note', 'poll.nobody', text, [...node.path, 'poll'], node.clause)];
}
