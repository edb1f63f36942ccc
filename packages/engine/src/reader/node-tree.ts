import { unknownNode } from './reader-errors.ts';
import type { NodeDescription, PartDescription } from './results-reader.ts';

/** Fewer columns or axes than this say little, so the items above are opened one level. */
const FEW_ITEMS = 3;

export function nodeById(part: PartDescription, id: string): NodeDescription {
  const node = part.nodes.find((candidate) => candidate.id === id);
  if (!node) throw unknownNode(id);
  return node;
}

/** Items directly below a node, in document order. */
export function childItems(part: PartDescription, parent: string): readonly NodeDescription[] {
  return part.nodes.filter((node) => node.role === 'item' && node.parent === parent);
}

/** Items that stand below no other item. */
export function topItems(part: PartDescription): readonly NodeDescription[] {
  const items = new Set(part.nodes.filter((node) => node.role === 'item').map((node) => node.id));
  return part.nodes.filter((node) => node.role === 'item' && (node.parent === null || !items.has(node.parent)));
}

/**
 * The items a reader wants to see side by side: the top of the tree; where that is one or two items only
 * (“performance 90 %, ballot 10 %”), the largest branch is replaced by what it consists of.
 */
export function mainItems(part: PartDescription): readonly NodeDescription[] {
  let items = topItems(part);
  while (items.length < FEW_ITEMS) {
    const branch =
      items.find((node) => childItems(part, node.id).length > 1) ??
      items.find((node) => childItems(part, node.id).length > 0);
    if (!branch) return items;
    items = items.flatMap((node) => (node === branch ? childItems(part, node.id) : [node]));
  }
  return items;
}

/** Results beside those that every ranking shows: totals, ranks, grades and the like. */
export function otherResults(part: PartDescription): readonly NodeDescription[] {
  const known = new Set<string | undefined>(Object.values(part.known));
  return part.nodes.filter(({ id, role }) => role !== 'item' && !known.has(id));
}

/** Depth of each node among nodes of its own role, 0 at the top. */
export function depths(part: PartDescription): ReadonlyMap<string, number> {
  const byId = new Map(part.nodes.map((node) => [node.id, node]));
  const depthById = new Map<string, number>();
  for (const node of part.nodes) {
    let depth = 0;
    let above = node.parent === null ? undefined : byId.get(node.parent);
    while (above && above.role === node.role) {
      depth += 1;
      above = above.parent === null ? undefined : byId.get(above.parent);
    }
    depthById.set(node.id, depth);
  }
  return depthById;
}
