import type { ImportReport } from '@kaoheng/engine/live';

/** How many rows an import left out, of both tables. */
export function refusedRows(report: ImportReport | null | undefined): number {
  return report ? report.subjects.refused + report.observations.refused : 0;
}
