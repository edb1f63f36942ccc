import { basisTexts } from '../../locale/check-doubt-texts.ts';
import { ruleCheckTexts } from '../../locale/check-texts.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** A veto to which nothing refers: it is found, and nothing follows. */
export const vetoEffect: SchemeCheck = {
  codes: ['veto.no-effect'],
  needs: 'scheme',
  check: withoutEffect,
};

/** A veto that does not apply to everybody. */
export const vetoForSome: SchemeCheck = {
  codes: ['veto.for-some'],
  needs: 'rules',
  check: forSome,
};

function withoutEffect(view: SchemeView): Finding[] {
  const columns = [
    ...view.nodes.flatMap(({ compiled }) => (compiled === null ? [] : [compiled.column])),
    ...view.places.map(({ column }) => column),
  ];
  const read = new Set(columns.flatMap((column) => view.graph.figures(column).map(({ part, id }) => `${part}/${id}`)));
  return view.nodes
    .filter((node) => isVeto(node, view) && !read.has(`${node.part.id}/${node.id}`))
    .map(({ tree, path, clause }) =>
      view.finding('warning', 'veto.no-effect', ruleCheckTexts.vetoWithoutEffect(tree.title), path, clause),
    );
}

/** Whom a veto does not apply to, nothing is vetoed for. */
function forSome(view: SchemeView): Finding[] {
  return view.nodes
    .filter((node) => isVeto(node, view) && node.tree.node['only if'] !== undefined)
    .map(({ tree, path, clause }) => {
      const text = basisTexts.vetoForSome(tree.title);
      return view.finding('note', 'veto.for-some', text, [...path, 'only if'], clause);
    });
}

/** Schemes call it `veto`, or 一票否决; it holds or it does not. */
export function isVeto({ id, tree, compiled }: NodeView, { graph }: SchemeView): boolean {
  if (tree.role !== 'result' || compiled === null || graph.node(compiled.column).type !== 'flag') return false;
  return /(^|\.)veto(\.|$)/.test(id) || tree.title.zh.includes('一票否决');
}
