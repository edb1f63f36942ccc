import type { RankingRow, ResultsDescription } from '@kaoheng/engine/reader';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { chosenParts, type PublishChoice } from './publish-choice.ts';

/** Those of one part and period that are chosen for publishing and have not delivered everything. */
export interface IncompleteChoice {
  readonly part: string;
  readonly period: string;
  readonly rows: readonly RankingRow[];
}

/** Who of those that are chosen has not delivered everything: what is missing counts 0 in what is published. */
export async function incompleteChoice(
  workspace: WorkspacePort,
  description: ResultsDescription,
  choice: PublishChoice,
): Promise<readonly IncompleteChoice[]> {
  const asked = chosenParts(description, choice).flatMap(({ id, periods }) =>
    periods.filter((period) => choice.periods.includes(period)).map((period) => ({ part: id, period })),
  );
  const answers = await Promise.all(
    asked.map(async (slice) => ({ ...slice, rows: (await workspace.ranking(slice)).rows })),
  );
  return answers
    .map(({ rows, ...slice }) => ({
      ...slice,
      rows: rows.filter(({ complete, group }) => complete === false && !choice.groupsOut.has(group)),
    }))
    .filter(({ rows }) => rows.length > 0);
}
