import { isFamily, itemPattern, ownLetters } from '../data/item-pattern.ts';
import type { ExactRun } from '../plan/exact/exact-run.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import type { RaterCounts } from '../reader/publish-scope.ts';
import type { CompiledScheme } from '../scheme/compiled-scheme.ts';

/**
 * Counts the raters behind figures: a mean of one mark is that mark, and must not be shown as a result of many.
 * Figures that a figure was made from count for themselves.
 */
export function raterCounts(scheme: CompiledScheme, run: ExactRun): RaterCounts {
  const { plan, inputs } = scheme;
  const isRating = ratingItems(inputs);
  if (!inputs.some(({ kind }) => kind === 'rating')) return () => null;
  const columns = new Set(plan.figures.map(({ column }) => column));
  const framesOf = new Map<string, readonly number[]>();

  const frames = (part: string, node: string): readonly number[] => {
    const key = JSON.stringify([part, node]);
    const known = framesOf.get(key);
    if (known) return known;
    const figure = plan.figures.find((candidate) => candidate.part === part && candidate.id === node);
    const found = figure === undefined ? [] : ratedFrames(figure.column, part);
    framesOf.set(key, found);
    return found;
  };

  const ratedFrames = (root: NodeId, part: string): number[] => {
    const found = new Set<number>();
    const seen = new Set<NodeId>();
    const visit = (id: NodeId): void => {
      if (seen.has(id) || (id !== root && columns.has(id))) return;
      seen.add(id);
      const { frame: number, inputs: operands } = plan.nodes[id] as PlanNode;
      const frame = plan.frames[number];
      if (frame?.kind === 'rows' && frame.items.some(isRating)) {
        const cells = plan.frames[frame.cells];
        // Rows of another part's cells are counted there.
        if (cells?.kind === 'cells' && cells.part === part) found.add(number);
      }
      operands.forEach(visit);
    };
    visit(root);
    return [...found];
  };

  return (part, node, row) => {
    const rated = frames(part, node);
    if (rated.length === 0) return null;
    const raters = new Set<string>();
    for (const frame of rated) {
      const { starts, observations } = run.rows(frame);
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
        const observation = run.index.observations[observations[at] ?? -1];
        if (observation && observation.value !== 'NA' && isRating(observation.item)) raters.add(observation.rater);
      }
    }
    return raters.size;
  };
}

function ratingItems(inputs: CompiledScheme['inputs']): (item: string) => boolean {
  const families = inputs
    .filter(({ item }) => isFamily(item))
    .map((input) => ({ kind: input.kind, item: input.item, pattern: itemPattern(input.item) }))
    .sort((a, b) => ownLetters(b.item) - ownLetters(a.item));
  const kinds = new Map(inputs.map(({ item, kind }) => [item, kind]));
  return (item) => (kinds.get(item) ?? families.find(({ pattern }) => pattern.test(item))?.kind) === 'rating';
}
