import { answerTexts as answers, questionTexts as ask } from '../../../locale/mapping-texts.ts';
import { trimText } from '../../fold-text.ts';
import type { ProposeContext } from '../propose-context.ts';
import type { SheetChoice } from '../sheet-draft.ts';
import { unitFactor } from '../units.ts';
import { answer, namedItem, type Asked } from './asked.ts';

/** Rows that name another unit than their item has. */
export function askRowUnits(choice: SheetChoice, { items, titles }: ProposeContext, asked: Asked): void {
  const { columns, mapping, dataRows, reason } = choice;
  const column = mapping.columns.find(({ means }) => means.kind === 'unit');
  if (column === undefined || reason === 'earlier') return;
  const item = columns.find(({ means }) => means.kind === 'item')?.facts.column;
  const seen = new Set<string>();
  for (const { row, cells } of dataRows) {
    const unit = trimText(cells[column.column] ?? '');
    const id = item === undefined ? (mapping.fixed.item ?? null) : titles.named(cells[item] ?? '');
    const own = id === null ? '' : (items.find(id)?.rules.declaration.unit ?? '');
    const key = `${unit}›${id}`;
    if (unit === '' || own === '' || id === null || seen.has(key)) continue;
    seen.add(key);
    const factor = unitFactor(unit, own);
    if (factor === '1') continue;
    const asItem = answer(answers.inItsUnit(own), { kind: 'word', column: column.column, text: unit, word: '' });
    const leave = answer(factor === null ? answers.leaveRefused : answers.times(factor), { kind: 'keep' });
    const text = ask.rowUnit(namedItem(id, { items }), unit, own, factor);
    asked.ask('column.unit', key, text, [leave, asItem], { proposed: 0, column: column.column, row });
  }
}
