import type { Dataset } from '../../data/dataset.ts';
import { isFamily } from '../../data/item-pattern.ts';
import { exportTexts } from '../../locale/export-texts.ts';
import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import { audienceOf } from '../collection/audience.ts';
import { inputUses } from '../collection/input-use.ts';
import { periodsOfKind } from '../collection/periods.ts';
import type { ExportCell, ExportTable, TableLanguage } from './table.ts';

/**
 * Who has delivered what: a row for each subject, item and period that the scheme asks for. Events are left out, for
 * nothing that happened is no gap, and so are families of items that nobody has named.
 */
export function completenessTable(
  scheme: CompiledScheme,
  { subjects, observations }: Dataset,
  period: string,
  language: TableLanguage,
): ExportTable {
  const counts = new Map<string, { rows: number; na: number }>();
  for (const { period: of, subject, item, value } of observations) {
    const key = JSON.stringify([of, subject, item]);
    const count = counts.get(key) ?? { rows: 0, na: 0 };
    count.rows += 1;
    if (value === 'NA') count.na += 1;
    counts.set(key, count);
  }
  const rows: ExportCell[][] = [];
  for (const use of inputUses(scheme)) {
    const { item, declaration, periodKinds } = use;
    if (declaration.kind === 'event' || isFamily(item)) continue;
    const asked = audienceOf(use, subjects, scheme);
    for (const of of periodKinds.flatMap((kind) => periodsOfKind([period], kind))) {
      for (const { id, name } of asked) {
        const count = counts.get(JSON.stringify([of, id, item]));
        const state = count === undefined ? 'missing' : count.na === count.rows ? 'na' : 'given';
        rows.push([
          declaration.from,
          of,
          id,
          name,
          declaration.title[language],
          item,
          exportTexts.states[state][language],
          { state: 'value', text: String(count?.rows ?? 0), number: count?.rows ?? 0, exact: true },
        ]);
      }
    }
  }
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
