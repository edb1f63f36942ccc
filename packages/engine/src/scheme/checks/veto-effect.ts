import { ruleCheckTexts } from '../../locale/check-texts.ts';
import type { SchemeCheck } from './check.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** A veto to which nothing refers: it is found, and nothing follows. */
export const vetoEffect: SchemeCheck = {
  codes: ['veto.no-effect'],
  check: (view) => {
    if (!view.isSound) return []; // a rule with a fault may be the one that refers to it
    const columns = [
      ...view.nodes.flatMap(({ compiled }) => (compiled === null ? [] : [compiled.column])),
      ...view.places.map(({ column }) => column),
    ];
    const read = new Set(
      columns.flatMap((column) => view.graph.figures(column).map(({ part, id }) => `${part}/${id}`)),
    );
    return view.nodes
      .filter((node) => isVeto(node, view) && !read.has(`${node.part.id}/${node.id}`))
      .map(({ tree, path, clause }) =>
        view.finding('warning', 'veto.no-effect', ruleCheckTexts.vetoWithoutEffect(tree.title), path, clause),
      );
  },
};

/** Schemes call it `veto`, or 一票否决; it holds or it does not. */
export function isVeto({ id, tree, compiled }: NodeView, { graph }: SchemeView): boolean {
  if (tree.role !== 'result' || compiled === null || graph.node(compiled.column).type !== 'flag') return false;
  return /(^|\.)veto(\.|$)/.test(id) || tree.title.zh.includes('一票否决');
}
