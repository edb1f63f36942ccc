import { structureTexts } from '../../locale/check-texts.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import type { NodeView, PartView, SchemeView } from './view/scheme-view.ts';

/** Indicators and adjustments that nothing counts, although there is a total. */
export const leftOut: SchemeCheck = {
  codes: ['total.leaves-out'],
  needs: 'scheme',
  check: (view) => view.parts.flatMap((part) => ofPart(part, view)),
};

function ofPart(part: PartView, view: SchemeView): Finding[] {
  const total = part.node('total');
  if (total === null || total.compiled === null) return [];
  const readers = readersOf(view);
  return part.nodes
    .filter((node) => node.parent === null && (node.tree.role !== 'result' || SUMS.has(node.id)))
    .filter((node) => isScored(node, view) && !isCounted(node, readers))
    .map(({ tree, path, clause }) =>
      view.finding('warning', 'total.leaves-out', structureTexts.leftOut(tree.title, total.tree.title), path, clause),
    );
}

/** Sums over the adjustments: they count, or each adjustment counts by itself. */
const SUMS: ReadonlySet<string> = new Set(['bonus', 'penalty']);

/** Who reads a figure, by `part/id`. */
type Readers = ReadonlyMap<string, ReadonlySet<string>>;

function readersOf(view: SchemeView): Readers {
  const readers = new Map<string, Set<string>>();
  for (const node of view.nodes) {
    if (node.compiled === null) continue;
    for (const { part, id } of view.graph.figures(node.compiled.column)) {
      const key = `${part}/${id}`;
      readers.set(key, (readers.get(key) ?? new Set()).add(nameOf(node)));
    }
  }
  return readers;
}

function nameOf({ part, id }: NodeView): string {
  return `${part.id}/${id}`;
}

function isScored({ compiled, tree }: NodeView, view: SchemeView): boolean {
  if (compiled === null || tree.node.optional === true || tree.node.hidden === true) return false;
  return view.graph.node(compiled.column).type === 'number';
}

/** Whether somebody other than its parent reads a node, or reads all of its children. */
function isCounted(node: NodeView, readers: Readers): boolean {
  const parent = node.parent === null ? null : nameOf(node.parent);
  const others = [...(readers.get(nameOf(node)) ?? [])].filter((reader) => reader !== parent);
  if (others.length > 0) return true;
  if (SUMS.has(node.id)) {
    const adjustments = node.part.nodes.filter(
      ({ tree, parent: above }) => tree.role === 'adjustment' && above === null,
    );
    return adjustments.every((entry) => [...(readers.get(nameOf(entry)) ?? [])].some((reader) => !isSum(reader)));
  }
  return node.children.length > 0 && node.children.every((child) => isCounted(child, readers));
}

function isSum(reader: string): boolean {
  return SUMS.has(reader.slice(reader.indexOf('/') + 1));
}
