import { applicabilityTexts } from '../../locale/check-doubt-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import type { NodeId } from '../../plan/plan.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { Finding } from '../finding.ts';
import { joinTexts } from '../texts.ts';
import type { SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import { figureOf } from './view/plan-graph.ts';
import { isPoint } from './view/range.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Parts that may not apply: full marks that shrink with them, totals that they break, and different rules for it side by side. */
export const applicability: SchemeCheck = {
  codes: ['applicable.shrinks', 'applicable.breaks-total', 'applicable.differs'],
  needs: 'rules',
  check: (view) =>
    view.nodes.flatMap((node) => [...shrinks(node, view), ...breaksTotal(node, view), ...differs(node, view)]),
};

/** A node that says itself that it may not apply, and nothing stands in for it. */
function mayNotApply({ tree: { node }, rule }: NodeView): boolean {
  if (node['if not applicable'] !== undefined) return false;
  if (node['only if'] !== undefined) return true;
  const config = node[rule];
  return rule === 'score' && isRecord(config) && config['NA'] === 'leave out';
}

/** In a plain sum the marks of a part that does not apply are lost. */
function shrinks(node: NodeView, view: SchemeView): Finding[] {
  const { tree, parent, max } = node;
  if (tree.role !== 'item' || parent === null || tree.node.optional === true || !mayNotApply(node)) return [];
  const isPlainSum =
    parent.rule === 'sum' && parent.tree.node['sum'] === undefined && parent.tree.node.max !== undefined;
  if (!isPlainSum || max?.high == null || !isPoint(max) || isRescaled(parent) || !makesTheWhole(parent)) return [];
  const text = applicabilityTexts.shrinks(tree.title, max.high.value, parent.tree.title);
  return [view.finding('note', 'applicable.shrinks', text, node.path, node.clause)];
}

/** The parts together are the whole: none of them stands in for another. */
function makesTheWhole({ children, max }: NodeView): boolean {
  const marks = children.map((child) => child.max?.high?.value ?? Fraction.ZERO);
  const sum = marks.reduce((a, b) => a.plus(b), Fraction.ZERO);
  return max?.high != null && max.high.value.equals(sum);
}

/** Something further up makes up for it: the full marks follow, or the whole is rescaled. */
function isRescaled(parent: NodeView): boolean {
  for (let above: NodeView | null = parent; above !== null; above = above.parent) {
    const { node } = above.tree;
    if (above.compiled === null) return true; // its rule has a fault, and nobody knows what it makes of its parts
    const config = node['sum'];
    if (isRecord(config) && config['rescale to'] !== undefined) return true;
    if (above.rule === 'weighted mean' || above.rule === 'mean') return true;
    if (above.max !== null && !isPoint(above.max)) return true;
  }
  return false;
}

/** `a + b`, where a may not apply: then there is no total. */
function breaksTotal(node: NodeView, view: SchemeView): Finding[] {
  const { tree, compiled, rule, part } = node;
  if (node.id !== 'total' || tree.role !== 'result' || compiled === null || rule !== 'formula') return [];
  if (tree.node['if not applicable'] !== undefined || tree.node['only if'] !== undefined) return [];
  const { graph } = view;
  const found = new Set<NodeView>();
  const enter = (id: NodeId): void => {
    const column = graph.node(id);
    const figure = id === compiled.column ? null : figureOf(column);
    if (figure !== null) {
      const read = figure.part === part.id ? part.node(figure.id) : null;
      if (read !== null && read.tree.role !== 'adjustment' && mayNotApply(read)) found.add(read);
      return;
    }
    const { kind } = column.operation;
    if (kind === 'combine' || kind === 'best' || kind === 'select') return; // leaves it out, or asks first
    if (kind === 'replace' && column.operation.states.includes('na')) return;
    column.inputs.forEach(enter);
  };
  enter(compiled.column);
  return [...found].slice(0, 1).map((read) => {
    const text = applicabilityTexts.breaksTotal(tree.title, read.tree.title);
    return view.finding('note', 'applicable.breaks-total', text, [...node.path, rule], node.clause);
  });
}

/** What does not apply gives full marks here, the mean there, nothing elsewhere. */
function differs(node: NodeView, view: SchemeView): Finding[] {
  const ways = new Map<string, NodeView>();
  for (const leaf of leavesBelow(node)) {
    const way = wayOf(leaf);
    if (way !== null && !ways.has(way)) ways.set(way, leaf);
  }
  // Said once, of the lowest whole under which it is so.
  if (ways.size < 3 || node.children.some((child) => countWays(child) >= 3)) return [];
  const list = joinTexts(
    [...ways].map(([way, leaf]): LocalText => {
      const { title } = leaf.tree;
      return { zh: `${title.zh}：${WAYS[way]?.zh ?? way}`, en: `${title.en}: ${WAYS[way]?.en ?? way}` };
    }),
    '；',
    '; ',
  );
  const text = applicabilityTexts.differs(node.tree.title, list);
  return [view.finding('note', 'applicable.differs', text, node.path, node.clause)];
}

function countWays(node: NodeView): number {
  return new Set(leavesBelow(node).flatMap((leaf) => wayOf(leaf) ?? [])).size;
}

function leavesBelow(node: NodeView): NodeView[] {
  return node.children.flatMap((child) => (child.children.length === 0 ? [child] : leavesBelow(child)));
}

/** How a leaf treats what does not apply; `null` where it says nothing of it. */
function wayOf({ tree: { node }, rule }: NodeView): string | null {
  const standIn = node['if not applicable'];
  if (standIn !== undefined) return String(standIn);
  const config = node[rule];
  const score = rule === 'score' && isRecord(config) ? config['NA'] : undefined;
  if (score !== undefined) return SCORE_WAYS[String(score)] ?? String(score);
  return null;
}

const SCORE_WAYS: Readonly<Record<string, string>> = { full: 'full marks', half: 'half marks', zero: '0' };

const WAYS: Readonly<Record<string, LocalText>> = {
  '0': { zh: '计 0 分', en: '0' },
  'full marks': { zh: '计满分', en: 'full marks' },
  'half marks': { zh: '计一半', en: 'half marks' },
  'group mean': { zh: '取平均分', en: 'the mean of the group' },
  'leave out': { zh: '不计', en: 'left out' },
};
