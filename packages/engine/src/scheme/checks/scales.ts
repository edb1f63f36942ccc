import { nameTexts } from '../../locale/check-texts.ts';
import type { NodeId } from '../../plan/plan.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { wordsOf } from './view/possible-values.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Words that can occur where a scale is asked, and do not stand on it. */
export const scales: SchemeCheck = {
  codes: ['word.off-scale'],
  needs: 'figures',
  check: (view) => view.nodes.flatMap((node) => [...compared(node, view), ...declared(node, view)]),
};

/** Scales that nothing asks. */
export const unusedScales: SchemeCheck = {
  codes: ['scale.unused'],
  needs: 'scheme',
  check: unused,
};

/** Words that reach a comparison. One that the rule asks for by itself is taken to be dealt with. */
function compared(node: NodeView, view: SchemeView): Finding[] {
  if (node.compiled === null) return [];
  const { path, rule, clause, tree } = node;
  const own = view.graph.own(node.compiled.column);
  const handled = new Set(
    own.flatMap(({ operation, inputs }) =>
      operation.kind === 'compare' ? inputs.flatMap((id) => written(id, view)) : [],
    ),
  );
  const found = new Map<string, { scale: string; words: string[] }>();
  for (const { operation, inputs } of own) {
    if (operation.kind !== 'rung') continue;
    const known = wordsOf(view.values.of(inputs[0] as NodeId)) ?? [];
    // The empty word stands nowhere and is missing.
    const words = [...known].filter((word) => word !== '' && !operation.words.includes(word) && !handled.has(word));
    if (words.length > 0) found.set(`${operation.scale} ${words.join(' ')}`, { scale: operation.scale, words });
  }
  return [...found.values()].map(({ scale, words }) => {
    const text = nameTexts.wordOffScale(tree.title, words, scale);
    return view.finding('error', 'word.off-scale', text, rule === '' ? path : [...path, rule], clause);
  });
}

function written(id: NodeId, { graph }: SchemeView): string[] {
  const { operation } = graph.bare(id);
  return operation.kind === 'constant' && typeof operation.value === 'string' ? [operation.value] : [];
}

/** Words of a node that says on which scale they stand. What stands for a state (`none`) need not be on it. */
function declared({ compiled, tree, path, clause }: NodeView, view: SchemeView): Finding[] {
  const { scale } = tree.node;
  const words = scale === undefined ? undefined : view.file.scales?.[scale];
  if (scale === undefined || words === undefined || compiled === null) return [];
  const states = ['if unset', 'if missing', 'if not applicable', 'if dividing by zero'].map((key) => tree.node[key]);
  const known = [...(wordsOf(view.values.of(compiled.column)) ?? [])];
  const off = known.filter((word) => !words.includes(word) && !states.includes(word));
  if (off.length === 0) return [];
  return [
    view.finding('error', 'word.off-scale', nameTexts.wordOffScale(tree.title, off, scale), [...path, 'scale'], clause),
  ];
}

function unused(view: SchemeView): Finding[] {
  const used = new Set([
    ...view.compilation.plan.nodes.flatMap(({ operation }) => (operation.kind === 'rung' ? [operation.scale] : [])),
    ...view.nodes.map(({ tree }) => tree.node.scale),
  ]);
  return Object.keys(view.file.scales ?? {})
    .filter((name) => !used.has(name))
    .map((name) => view.finding('warning', 'scale.unused', nameTexts.scaleUnused(name), ['scales', name]));
}
