import type { Expression } from '../../formula/syntax.ts';
import { wordExpression, wordFormula } from '../../locale/formula-words.ts';
import { NOT_APPLICABLE } from '../../plan/cell.ts';
import type { NodeId } from '../../plan/plan.ts';
import type { LocalText } from '../../reader/figure.ts';
import { asList } from '../schema/common.ts';
import type { SchemeNode } from '../schema/node.ts';
import type { CompiledNode, PartCompiler } from './part-compiler.ts';

/** Id of the result that says whether anything is missing. */
export const COMPLETE = 'complete';

export const COMPLETE_TITLE: LocalText = { zh: '数据完整', en: 'Complete' };

const COMPLETE_RULE: LocalText = {
  zh: '每一项末级指标都有数据（或不适用）时为 true',
  en: 'true when no indicator at the end of the tree is missing',
};

/** The rule in words: that of the language, or the formula that takes its place. */
export function completeRule(part: PartCompiler): LocalText {
  const { complete } = part.part;
  return typeof complete === 'string' ? wordFormula(complete, (name) => part.titleOf(name, COMPLETE)) : COMPLETE_RULE;
}

/**
 * The result `complete`: no leaf of the tree is missing, leaves marked `optional` aside. A formula of the part takes the
 * place of this rule; a part without a tree has no such result, which is `null` here.
 */
export function compileComplete(part: PartCompiler): NodeId | null {
  const { plan } = part;
  const wanted = part.part.complete;
  if (wanted === false || part.tree.find(COMPLETE) !== null) return null;
  for (const { id, node } of part.tree.nodes) if (node['incomplete if'] !== undefined) part.node(id);
  const usual = typeof wanted === 'string' ? byFormula(part, wanted) : byLeaves(part);
  const conditions = usual === null ? part.incomplete : [usual, ...part.incomplete];
  const column = conditions.length === 0 ? null : plan.logic('and', conditions);
  if (column === null) return null;
  const figure = plan.labelled(column, {
    kind: 'figure',
    title: COMPLETE_TITLE,
    clause: '',
    figure: { part: part.id, id: COMPLETE },
  });
  plan.addFigure({ part: part.id, id: COMPLETE, column: figure, max: null, written: null });
  return figure;
}

function byFormula(part: PartCompiler, formula: string): NodeId {
  const wording = (condition: Expression): LocalText =>
    wordExpression(condition, (name) => part.titleOf(name, COMPLETE));
  return part.written.flag(formula, part.scope(COMPLETE), [...part.path, 'complete'], wording);
}

function byLeaves(part: PartCompiler): NodeId | null {
  const leaves = part.tree.nodes.filter(
    ({ role, children, node }) =>
      role === 'item' && (children.length === 0 || saysMissing(node)) && node.optional !== true,
  );
  if (leaves.length === 0) return null;
  const given = leaves.flatMap(({ id, title }) => {
    const compiled = part.readable(id);
    if (compiled === null) return [];
    const present = part.plan.not(part.plan.is('missing', settled(compiled, part)));
    return [part.plan.labelled(present, { kind: 'condition', title, clause: compiled.tree.node.clause ?? '' })];
  });
  return part.plan.logic('and', given.length > 0 ? given : [part.plan.constant(part.frame, true)]);
}

/** A parameter that nobody has set is nothing that is still to be delivered: a helper that needs it is not missing. */
function settled({ column, tree }: CompiledNode, { plan, frame }: PartCompiler): NodeId {
  return tree.node.hidden === true
    ? plan.replace(['parameter-unset'], column, plan.constant(frame, NOT_APPLICABLE))
    : column;
}

/** A parent that can be missing by itself; any other is never missing while its children are given. */
function saysMissing(node: SchemeNode): boolean {
  const takesElsewhere = asList(node.unless).some(({ use }) => use !== undefined);
  return (
    node['missing if'] !== undefined ||
    node['if not applicable'] === 'missing' ||
    node.needs !== undefined ||
    takesElsewhere
  );
}
