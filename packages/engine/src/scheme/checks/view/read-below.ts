import type { NodeView, SchemeView } from './scheme-view.ts';

/** Everything that a figure reads, however far below. */
export function readBelow(node: NodeView, view: SchemeView, seen: Set<string> = new Set()): Set<string> {
  if (node.compiled === null) return seen;
  for (const { part, id } of view.graph.figures(node.compiled.column)) {
    const name = `${part}/${id}`;
    const next = view.nodeAt(part, id);
    if (seen.has(name) || next === null) continue;
    seen.add(name);
    readBelow(next, view, seen);
  }
  return seen;
}

/** `part/id`, as `readBelow` names figures. */
export function nameOf({ part, id }: NodeView): string {
  return `${part.id}/${id}`;
}
