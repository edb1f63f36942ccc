import type { Scored, ScoredPart } from '../score/scored.ts';

/** Columns of the table of results, as the catalogue's README defines them. */
export const RESULT_COLUMNS = ['period', 'subject', 'node', 'value'] as const;

/** One figure as a row: period, subject id, node id, value as text. */
export type ResultRow = readonly [period: string, subject: string, node: string, value: string];

/**
 * Every figure that the scheme writes, one row each: by part, period, subject in the order of the subjects file, node in
 * the order of the scheme. What is missing shows `0`, what does not apply `NA`.
 */
export function* resultRows(scored: Scored): Generator<ResultRow> {
  for (const part of scored.parts) yield* partRows(part, scored);
}

function* partRows(part: ScoredPart, scored: Scored): Generator<ResultRow> {
  const columns = part.description.nodes.flatMap(({ id }) => {
    const figures = part.figures.get(id);
    return figures ? [{ id, figures }] : [];
  });
  for (const at of inOrder(part)) {
    const { period, subject } = part.keys[at]!;
    for (const { id, figures } of columns) {
      const figure = figures[at];
      if (figure) yield [period, scored.subjects[subject]!.subject, id, figure.text];
    }
  }
}

function inOrder({ keys, description }: ScoredPart): number[] {
  const place = new Map(description.periods.map((period, number) => [period, number]));
  const compare = (a: number, b: number): number =>
    place.get(keys[a]!.period)! - place.get(keys[b]!.period)! || keys[a]!.subject - keys[b]!.subject;
  return keys.map((_, at) => at).sort(compare);
}
