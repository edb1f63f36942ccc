import type { NodeId, Plan, PlanNode } from '../../../plan/plan.ts';

/** Which figure a column is, or is a side of. */
export interface FigureName {
  readonly part: string;
  readonly id: string;
}

/** Looks along the operators of a plan: what a figure is made of, and what it reads. */
export class PlanGraph {
  readonly #plan: Pick<Plan, 'nodes' | 'frames'>;
  readonly #own = new Map<NodeId, readonly PlanNode[]>();

  constructor(plan: Pick<Plan, 'nodes' | 'frames'>) {
    this.#plan = plan;
  }

  node(id: NodeId): PlanNode {
    return this.#plan.nodes[id] as PlanNode;
  }

  /** A column and all it is made of, down to other figures, which are among them but not what lies below them. */
  own(column: NodeId): readonly PlanNode[] {
    let found = this.#own.get(column);
    if (found === undefined) {
      const seen = new Set<NodeId>();
      const enter = (id: NodeId): void => {
        if (seen.has(id)) return;
        seen.add(id);
        const node = this.node(id);
        if (id !== column && figureOf(node) !== null) return;
        node.inputs.forEach(enter);
      };
      enter(column);
      found = [...seen].map((id) => this.node(id));
      this.#own.set(column, found);
    }
    return found;
  }

  contains(column: NodeId, inner: NodeId): boolean {
    return this.own(column).some(({ id }) => id === inner);
  }

  /** Figures that a column names directly. */
  figures(column: NodeId): readonly FigureName[] {
    return this.own(column).flatMap((node) => {
      const figure = node.id === column ? null : figureOf(node);
      return figure === null ? [] : [figure];
    });
  }

  /** Items whose rows a column reads directly. */
  items(column: NodeId): ReadonlySet<string> {
    return new Set(
      this.own(column).flatMap(({ frame }) => {
        const definition = this.#plan.frames[frame];
        return definition?.kind === 'rows' ? definition.items : [];
      }),
    );
  }

  /** Where the values of a column come from: drawn rows, attributes, parameters, other cells, other figures. */
  sources(column: NodeId): ReadonlySet<NodeId> {
    const kinds = new Set(['fold', 'gather', 'rank', 'attribute', 'parameter', 'field', 'key']);
    const found = this.own(column).filter(
      (node) => kinds.has(node.operation.kind) || (node.id !== column && figureOf(node) !== null),
    );
    return new Set(found.map(({ id }) => id));
  }

  /** The column under labels, and under what stands in for its states. */
  bare(column: NodeId): PlanNode {
    let node = this.node(column);
    while (['same', 'replace', 'guard', 'of cell'].includes(node.operation.kind)) {
      node = this.node(node.inputs[0] as NodeId);
    }
    return node;
  }
}

export function figureOf({ label }: PlanNode): FigureName | null {
  return label?.figure ?? null;
}
