import { ruleCheckTexts } from '../../locale/check-texts.ts';
import type { PlanNode } from '../../plan/plan.ts';
import type { Finding, SchemePath } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';
import { uncovered } from './view/uncovered.ts';

/** Figures that read an earlier period and do not say what holds where there is none. */
export const firstPeriod: SchemeCheck = {
  codes: ['previous.no-stand-in'],
  needs: 'figures',
  check: (view) =>
    view.nodes.flatMap((node) => {
      const open = uncovered(node, view, {
        arises: (operator) => readsEarlier(operator, view),
        settles: ({ operation }) =>
          (operation.kind === 'replace' && operation.states.includes('missing')) ||
          operation.kind === 'is' ||
          operation.kind === 'combine' ||
          operation.kind === 'best',
        about: ({ id }) => id,
      });
      return open.length === 0 ? [] : [ofNode(open, node, view)];
    }),
};

function readsEarlier({ operation, inputs }: PlanNode, view: SchemeView): boolean {
  if (operation.kind === 'gather') return operation.relation.kind === 'previous' && operation.aggregate === 'only';
  if (operation.kind !== 'fold' || operation.aggregate !== 'only') return false;
  const frame = view.compilation.plan.frames[view.graph.node(inputs[0] as number).frame];
  return frame?.kind === 'rows' && frame.periods.kind === 'previous';
}

function ofNode(open: readonly PlanNode[], node: NodeView, view: SchemeView): Finding {
  const text = ruleCheckTexts.noStandIn(node.tree.title);
  return view.finding('warning', 'previous.no-stand-in', text, placeOf(open, node, view), node.clause);
}

function placeOf(open: readonly PlanNode[], node: NodeView, view: SchemeView): SchemePath {
  const place = view
    .placesOf('formula')
    .find(
      ({ part, node: id, column }) =>
        part === node.part.id && id === node.id && open.some((operator) => view.graph.contains(column, operator.id)),
    );
  return place?.path ?? node.path;
}
