import type { Dataset } from '../../data/dataset.ts';
import type { ResultsReader } from '../../reader/results-reader.ts';
import type { Scored } from '../../score/scored.ts';
import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import { deliveryLines } from '../collection/deliveries.ts';
import type { GapOwner } from '../collection/gaps.ts';
import type { NamedFile } from '../named-file.ts';
import { completenessTable } from './completeness.ts';
import { exportFiles, type ExportFormat, type ExportRequest } from './export-results.ts';
import { gapTables } from './gaps.ts';

/** Results with the data they were made from, as files to be saved. */
export function exportResults(
  scheme: CompiledScheme,
  dataset: Dataset,
  scored: Scored,
  reader: ResultsReader,
  request: ExportRequest & ExportFormat,
): Promise<readonly NamedFile[]> {
  const completeness = (period: string) => completenessTable(scheme, dataset, scored, period, request.language);
  const gaps = (period: string, owner?: GapOwner) =>
    gapTables(scheme, deliveryLines(scheme, dataset, period, scored), period, request.language, owner);
  return exportFiles({ reader, completeness, gaps }, request);
}
