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

/** A unit above a table whose rows are about items: nothing but the report would say that it was minded. */
export function askTableUnits({ columns, mapping, reason }: SheetChoice, context: ProposeContext, asked: Asked): void {
  const { units } = mapping;
  if (units === undefined || reason === 'earlier') return;
  const { items } = context;
  const inRows = columns.flatMap(({ means, facts }) => {
    if (means.kind === 'item')
      return [...facts.values.texts.keys()].flatMap((text) => context.titles.named(text) ?? []);
    return means.kind === 'of-subject' && means.item !== undefined ? [means.item] : [];
  });
  const all = [...inRows, ...(mapping.fixed.item === undefined ? [] : [mapping.fixed.item])];
  const converted = units.filter((unit) =>
    all.some((id) => {
      const own = items.find(id)?.rules.declaration.unit ?? '';
      const factor = own === '' ? null : unitFactor(unit, own);
      return factor !== null && factor !== '1';
    }),
  );
  if (converted.length === 0) return;
  const options = [
    answer(answers.convertTable, { kind: 'units', units }),
    answer(answers.tableInOwnUnits, { kind: 'units', units: null }),
  ];
  asked.ask('sheet.unit', '', ask.tableUnits(converted), options, { proposed: 0 });
}
