import { answerTexts as answers, questionTexts as ask } from '../../../locale/mapping-texts.ts';
import { RowKinds } from '../row-kind.ts';
import type { SheetChoice } from '../sheet-draft.ts';
import { answer, type Asked } from './asked.ts';

/** Rows that somebody hid, or that a filter hides: are they meant? */
export function askHiddenRows({ grid, dataRows, mapping, reason }: SheetChoice, asked: Asked): void {
  const { hiddenRows } = grid.table;
  if (hiddenRows === undefined || hiddenRows.size === 0 || reason === 'earlier') return;
  const kinds = new RowKinds(mapping, () => false);
  const rows = dataRows.filter(({ cells, row }) => hiddenRows.has(row) && kinds.of(cells, row) === 'data');
  const [first] = rows;
  if (first === undefined) return;
  const options = [
    answer(answers.readHiddenRows, { kind: 'hidden-rows', areRead: true }),
    answer(answers.leaveHiddenRows, { kind: 'hidden-rows', areRead: false }),
  ];
  const text = ask.hiddenRows(
    rows.map(({ row }) => row),
    grid.complete,
  );
  asked.ask('sheet.hidden-rows', '', text, options, { proposed: 0, column: 0, row: first.row });
}
