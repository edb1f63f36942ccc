import { nameTexts } from '../../locale/check-texts.ts';
import type { NodeId, PlanNode } from '../../plan/plan.ts';
import type { CompiledInput } from '../compile/inputs.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import type { SchemeView } from './view/scheme-view.ts';

/** Categories that are declared, while the marks go by category and leave them out. */
export const categoryRates: SchemeCheck = {
  codes: ['category.no-rate'],
  needs: 'scheme',
  check: (view) => {
    return view.inputs.flatMap((input) => withoutRate(input, view));
  },
};

function withoutRate(input: CompiledInput, view: SchemeView): Finding[] {
  if (input.categories.length === 0) return [];
  const readings = view.nodes.flatMap(({ compiled, tree }) => {
    if (compiled === null) return [];
    const isMarks = tree.role !== 'result' && view.graph.node(compiled.column).type === 'number';
    return view.graph.own(compiled.column).flatMap((node) => {
      const words = wordsCounted(node, input.item, view);
      return words === null ? [] : [{ words, isMarks }];
    });
  });
  const marks = readings.filter(({ isMarks }) => isMarks);
  if (marks.length === 0 || marks.some(({ words }) => words.length === 0)) return [];
  const named = new Set(readings.flatMap(({ words }) => words));
  const left = input.categories.filter((word) => !named.has(word));
  if (left.length === 0) return [];
  const text = nameTexts.categoryWithoutRate(input.title, left);
  return [view.finding('warning', 'category.no-rate', text, [...input.path, 'categories'], input.clause)];
}

/** The categories that a drawing of rows of the item asks for; empty: all. `null`: it draws nothing of this item. */
function wordsCounted(node: PlanNode, item: string, view: SchemeView): readonly string[] | null {
  if (node.operation.kind !== 'fold') return null;
  const [values, ...masks] = node.inputs as [NodeId, ...NodeId[]];
  const frame = view.compilation.plan.frames[view.graph.node(values).frame];
  if (frame?.kind !== 'rows' || !frame.items.includes(item)) return null;
  const narrowing = hasMarksForTheRest(values, view) ? masks : node.inputs;
  return narrowing.flatMap((input) => view.graph.own(input)).flatMap((inner) => categoryAsked(inner, view));
}

/** `if category = "a" then 2 else 0.5`: whatever other category there is has marks, too. */
function hasMarksForTheRest(values: NodeId, view: SchemeView): boolean {
  const asks = (id: NodeId): boolean => view.graph.own(id).some((inner) => categoryAsked(inner, view).length > 0);
  return view.graph.own(values).some(({ operation, inputs }) => {
    const [condition, , otherwise] = inputs;
    if (operation.kind !== 'select' || !asks(condition as NodeId) || asks(otherwise as NodeId)) return false;
    const { low, high } = view.values.numbers(otherwise as NodeId);
    return low?.value.isZero !== true || high?.value.isZero !== true;
  });
}

function categoryAsked({ operation, inputs }: PlanNode, { graph }: SchemeView): string[] {
  if (operation.kind !== 'compare') return [];
  const sides = inputs.map((input) => graph.bare(input));
  const asksCategory = sides.some((side) => side.operation.kind === 'field' && side.operation.field === 'category');
  if (!asksCategory) return [];
  return sides.flatMap((side) =>
    side.operation.kind === 'constant' && typeof side.operation.value === 'string' ? [side.operation.value] : [],
  );
}
