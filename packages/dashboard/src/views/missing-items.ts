import type { LocalText, ScoreSheet } from '@kaoheng/engine/reader';

/** What a unit has not delivered: the lowest lines of its sheet without a figure, as the engine sees them. */
export function missingItems({ lines }: Pick<ScoreSheet, 'lines'>): readonly LocalText[] {
  const missing = lines.filter(({ node, figure }) => node.role !== 'result' && figure.state === 'missing');
  const above = new Set(missing.map(({ node }) => node.parent));
  return missing.filter(({ node }) => !above.has(node.id)).map(({ node }) => node.title);
}
