import type { ExplainQuery } from '../reader/results-reader.ts';
import type { Explanation, FigureReference } from './explanation.ts';

/** An explanation with those of the figures it was made from, down to the data. */
export interface ExplanationTree {
  /** `1`, `1.2`, `1.2.1` …: where it stands on the page. */
  readonly number: string;
  readonly explanation: Explanation;
  readonly made: readonly ExplanationTree[];
  /** Figures that are explained elsewhere on the page, with the number they have there. */
  readonly elsewhere: readonly { readonly figure: FigureReference; readonly number: string }[];
  /** Figures that were left unexplained, because there would have been too many. */
  readonly leftOut: readonly FigureReference[];
}

export interface ExplanationTreeOptions {
  /** Most figures that are explained; the rest is named in `leftOut`. Default 400. */
  readonly most?: number;
}

const MOST = 400;

/**
 * Explains a figure and everything that it was made from, each figure once: where it is used again, the tree points to
 * its number. Figures nearer to the root come first, so that what is left out of a huge tree is the finest detail.
 * Throws what `explain` throws for the figure asked for.
 */
export function explanationTree(
  explain: (query: ExplainQuery) => Explanation,
  query: ExplainQuery,
  { most = MOST }: ExplanationTreeOptions = {},
): ExplanationTree {
  const root = new Branch('1', explain(query));
  const numbers = new Map([[keyOf(root.explanation), root.number]]);
  const waiting = [root];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const figure of next.explanation.figures) {
      const known = numbers.get(keyOf(figure));
      if (known !== undefined) next.elsewhere.push({ figure, number: known });
      else if (numbers.size >= most) next.leftOut.push(figure);
      else {
        const { part, period, subject, node } = figure;
        const branch = new Branch(`${next.number}.${next.made.length + 1}`, explain({ part, period, subject, node }));
        numbers.set(keyOf(figure), branch.number);
        next.made.push(branch);
        waiting.push(branch);
      }
    }
  }
  return root;
}

class Branch implements ExplanationTree {
  readonly number: string;
  readonly explanation: Explanation;
  readonly made: Branch[] = [];
  readonly elsewhere: { figure: FigureReference; number: string }[] = [];
  readonly leftOut: FigureReference[] = [];

  constructor(number: string, explanation: Explanation) {
    this.number = number;
    this.explanation = explanation;
  }
}

function keyOf({ part, period, subject, node }: Explanation | FigureReference): string {
  return [part, period, subject, node].join('\n');
}

/** All explanations of a tree in the order in which they stand on a page. */
export function* branchesOf(tree: ExplanationTree): Generator<ExplanationTree> {
  yield tree;
  for (const branch of tree.made) yield* branchesOf(branch);
}
