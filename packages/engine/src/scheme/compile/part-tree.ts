import { schemeTexts } from '../../locale/scheme-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { NodeRole } from '../../reader/results-reader.ts';
import type { SchemePath } from '../finding.ts';
import type { SchemeNode } from '../schema/node.ts';
import type { SchemePart } from '../schema/scheme.ts';
import { localText } from '../texts.ts';
import { SchemeError } from './scheme-error.ts';

/** A node in its place: who is above it, below it, and where it stands in the file. */
export interface TreeNode {
  readonly id: string;
  readonly node: SchemeNode;
  readonly role: NodeRole;
  readonly parent: TreeNode | null;
  readonly children: readonly TreeNode[];
  readonly title: LocalText;
  readonly path: SchemePath;
  readonly depth: number;
}

const BONUS: LocalText = { zh: '加分合计', en: 'Bonuses in all' };
const PENALTY: LocalText = { zh: '扣分合计', en: 'Penalties in all' };

/** The nodes of a part in the order of the document: parents before children, adjustments, then results. */
export class PartTree {
  readonly nodes: readonly TreeNode[];
  readonly #byId = new Map<string, TreeNode>();

  constructor(part: SchemePart, path: SchemePath, report: (error: SchemeError) => void) {
    const nodes: TreeNode[] = [];
    const enter = (
      node: SchemeNode,
      role: NodeRole,
      parent: TreeNode | null,
      at: SchemePath,
      title?: LocalText,
    ): TreeNode => {
      const children: TreeNode[] = [];
      const depth = parent === null ? 0 : parent.depth + 1;
      const entry = {
        id: node.id,
        node,
        role,
        parent,
        children,
        title: title ?? localText(node.title, node.id),
        path: at,
        depth,
      };
      if (this.#byId.has(node.id)) {
        report(new SchemeError('node.twice', schemeTexts.duplicateId(node.id), schemeTexts.renameId, [...at, 'id']));
      } else {
        this.#byId.set(node.id, entry);
        nodes.push(entry);
      }
      (node.items ?? []).forEach((child, number) => children.push(enter(child, role, entry, [...at, 'items', number])));
      return entry;
    };
    part.items?.forEach((node, number) => enter(node, 'item', null, [...path, 'items', number]));
    const { adjustments } = part;
    if (adjustments !== undefined) {
      const at = [...path, 'adjustments'];
      (adjustments.items ?? []).forEach((node, number) => enter(node, 'adjustment', null, [...at, 'items', number]));
      if (adjustments.bonus !== undefined) {
        enter(
          { ...adjustments.bonus, id: 'bonus', 'sum kept': 'plus' },
          'result',
          null,
          [...at, 'bonus'],
          titleOr(adjustments.bonus, BONUS),
        );
      }
      if (adjustments.penalty !== undefined) {
        enter(
          { ...adjustments.penalty, id: 'penalty', 'sum kept': 'minus' },
          'result',
          null,
          [...at, 'penalty'],
          titleOr(adjustments.penalty, PENALTY),
        );
      }
    }
    part.results?.forEach((node, number) => enter(node, 'result', null, [...path, 'results', number]));
    this.nodes = nodes;
  }

  find(id: string): TreeNode | null {
    return this.#byId.get(id) ?? null;
  }
}

function titleOr(node: SchemeNode, fallback: LocalText): LocalText {
  return node.title === undefined ? fallback : localText(node.title, node.id);
}
