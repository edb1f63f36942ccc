import type { LocalText } from '../../reader/figure.ts';
import { exportTexts } from '../../locale/export-texts.ts';
import type { DeliveryLine } from '../collection/deliveries.ts';
import { gapGroups, isSameOwner, type GapGroup, type GapOwner } from '../collection/gaps.ts';
import type { ExportCell, ExportTable, TableLanguage } from './table.ts';

/**
 * What is still missing: a table for each who owes something, ready to be sent to them. Items for which the scheme names
 * nobody share one table. `owner` given: only what is theirs.
 */
export function gapTables(
  scheme: { readonly title: LocalText },
  lines: readonly DeliveryLine[],
  period: string,
  language: TableLanguage,
  owner?: GapOwner,
): ExportTable[] {
  const groups = gapGroups(lines).filter((group) => owner === undefined || isSameOwner(group.owner, owner));
  const byName = new Map<string, GapGroup[]>();
  for (const group of groups) {
    const name = 'from' in group.owner ? group.owner.from : '';
    byName.set(name, [...(byName.get(name) ?? []), group]);
  }
  return [...byName].map(([from, owed]) => {
    const view = exportTexts.gapsOf(from);
    const keys = ['period', 'item', 'itemId', 'subject', 'name', 'remark'] as const;
    return {
      name: `${view[language]} ${period}`,
      title: exportTexts.heading(scheme.title, null, period, view)[language],
      columns: keys.map((key) => ({ title: exportTexts.columns[key][language] })),
      rows: owed.flatMap(({ lines: gaps }) =>
        gaps.flatMap(({ item, title, period: of, missing }) =>
          missing.map(({ subject, name }): ExportCell[] => [of, title[language], item, subject, name, '']),
        ),
      ),
      frozen: 0,
    };
  });
}
