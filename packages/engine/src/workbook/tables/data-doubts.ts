import type { LocalText } from '../../reader/figure.ts';
import type { ResultsDescription, ResultsReader } from '../../reader/results-reader.ts';

/** What is not as it should be with the data that results were made from. */
export interface DataDoubts {
  /** Rows of the files that were not read. */
  readonly refusedRows: number;
  /** Values that imports contradict each other about, and that nobody has chosen between. */
  readonly openConflicts: number;
}

/** Those of one part and period who have not delivered everything; what is missing counts 0. */
export interface IncompleteUnits {
  readonly part: LocalText | null;
  readonly period: string;
  readonly names: readonly string[];
}

/** Who has not delivered everything, by part and period as far as they are asked for. */
export async function incompleteUnits(
  reader: ResultsReader,
  { parts }: ResultsDescription,
  wanted: { readonly parts?: readonly string[]; readonly periods?: readonly string[] },
): Promise<readonly IncompleteUnits[]> {
  const found: IncompleteUnits[] = [];
  for (const { id, title, periods, known } of parts) {
    if (known.complete === undefined || wanted.parts?.includes(id) === false) continue;
    for (const period of periods) {
      if (wanted.periods?.includes(period) === false) continue;
      // One after the other: a reader may be in a worker, and answers in order.
      // oxlint-disable-next-line no-await-in-loop
      const { rows } = await reader.ranking({ part: id, period, columns: [] });
      const names = rows.filter(({ complete }) => complete === false).map(({ name, subject }) => name || subject);
      if (names.length > 0) found.push({ part: parts.length > 1 ? title : null, period, names });
    }
  }
  return found;
}
