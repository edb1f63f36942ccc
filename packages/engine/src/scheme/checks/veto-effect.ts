import { ruleCheckTexts } from '../../locale/check-texts.ts';
import type { SchemeCheck } from './check.ts';
import type { NodeView } from './view/scheme-view.ts';

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
      .filter((node) => isVeto(node) && !read.has(`${node.part.id}/${node.id}`))
      .map(({ tree, path, clause }) =>
        view.finding('warning', 'veto.no-effect', ruleCheckTexts.vetoWithoutEffect(tree.title), path, clause),
      );
  },
};

/** Schemes call it `veto`, or 否决. */
export function isVeto({ id, tree }: NodeView): boolean {
  return tree.role === 'result' && (/(^|\.)veto(\.|$)/.test(id) || tree.title.zh.includes('一票否决'));
}
