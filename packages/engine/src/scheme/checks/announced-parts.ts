import { announcedTexts } from '../../locale/check-doubt-texts.ts';
import type { Finding } from '../finding.ts';
import { localText } from '../texts.ts';
import type { SchemeCheck } from './check.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** The parts that a title or a remark lists, against those that there are. */
export const announcedParts: SchemeCheck = {
  codes: ['title.parts'],
  needs: 'rules',
  check: (view) => view.nodes.flatMap((node) => otherParts(node, view)),
};

/** `规划、机制、平台、环境`: a list of things, at least three. */
const LISTED = /[^，。；：、（）()\s]+(?:、[^，。；：、（）()\s]+){2,}/g;
/** As many as this must be there by name, or the list is of something else. */
const LEAST_ALIKE = 2;

function otherParts(node: NodeView, view: SchemeView): Finding[] {
  const { children, tree } = node;
  if (children.length < LEAST_ALIKE) return [];
  const titles = children.map((child) => child.tree.title.zh);
  const written = [localText(tree.node.title, '').zh, tree.node.note ?? ''];
  const lists = written.flatMap((text) => text.match(LISTED) ?? []).map((list) => list.split('、'));
  return lists.flatMap((names) => {
    const unlike = names.filter((name) => !titles.some((title) => isAlike(name, title)));
    const unnamed = titles.filter((title) => !names.some((name) => isAlike(name, title)));
    const alike = names.length - unlike.length;
    if (alike < LEAST_ALIKE || unlike.length === 0 || unnamed.length === 0) return [];
    const text = announcedTexts.otherParts(tree.title, unlike, unnamed);
    return [view.finding('note', 'title.parts', text, node.path, node.clause)];
  });
}

function isAlike(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}
