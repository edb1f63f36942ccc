import type { Dataset } from '../../data/dataset.ts';
import { exportTexts } from '../../locale/export-texts.ts';
import type { Scored } from '../../score/scored.ts';
import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import { deliveryLines } from '../collection/deliveries.ts';
import type { ExportCell, ExportTable, TableLanguage } from './table.ts';

/**
 * Who has delivered what: a row for each subject, item and period that the scheme asks for. Events are left out, for
 * nothing that happened is no gap, and so are families of items that nobody has named.
 */
export function completenessTable(
  scheme: CompiledScheme,
  dataset: Dataset,
  scored: Scored,
  period: string,
  language: TableLanguage,
): ExportTable {
  const rows = deliveryLines(scheme, dataset, period, scored).flatMap(({ from, period: of, item, title, subjects }) =>
    subjects.map(({ subject, name, state, rows: count }): ExportCell[] => [
      from,
      of,
      subject,
      name,
      title[language],
      item,
      exportTexts.states[state][language],
      { state: 'value', text: String(count), number: count, exact: true },
    ]),
  );
  const keys = ['from', 'period', 'subject', 'name', 'item', 'itemId', 'state', 'rows'] as const;
  const view = exportTexts.views.completeness;
  return {
    name: `${view[language]} ${period}`,
    title: exportTexts.heading(scheme.title, null, period, view)[language],
    columns: keys.map((key) => ({ title: exportTexts.columns[key][language] })),
    rows,
    frozen: 0,
  };
}
