import { ruleCheckTexts } from '../../locale/check-texts.ts';
import type { SchemeCheck } from './check.ts';

/** Results that stand at the end: nothing that is scored may wait for them. */
const LATER = new Set(['total', 'rank', 'grade']);

/** Indicators and adjustments that read the total, the rank or the grade of their own part. */
export const laterStage: SchemeCheck = {
  codes: ['stage.later'],
  needs: 'rules',
  check: (view) =>
    view.nodes.flatMap((node) => {
      if (node.compiled === null || node.tree.role === 'result') return [];
      const read = view.graph
        .figures(node.compiled.column)
        .filter(({ part, id }) => part === node.part.id && LATER.has(id));
      return [...new Set(read.map(({ id }) => id))].flatMap((id) => {
        const later = node.part.node(id);
        if (later === null || later.tree.role !== 'result') return [];
        const text = ruleCheckTexts.laterStage(node.tree.title, later.tree.title);
        return [view.finding('warning', 'stage.later', text, view.locate(node, id), node.clause)];
      });
    }),
};
