import { answerTexts as answers, questionTexts as ask } from '../../../locale/mapping-texts.ts';
import { foldText } from '../../fold-text.ts';
import type { ColumnFacts } from '../propose-columns.ts';
import { idFromName, idsTwice } from '../namesakes.ts';
import { RowKinds } from '../row-kind.ts';
import type { SheetChoice } from '../sheet-draft.ts';
import { answer, type Asked } from './asked.ts';

/** More ways to tell namesakes apart help nobody. */
const MOST_COLUMNS = 4;

/** What are the ids of a list that has only names? */
export function askIds(choice: SheetChoice, asked: Asked): void {
  const { mapping, columns, dataRows, reason } = choice;
  const subject = columns.find(({ means }) => means.kind === 'subject' && means.by === 'name');
  if (!subject || columns.some(({ means }) => means.kind === 'name')) return;
  const { column, title } = subject.facts;
  const kinds = new RowKinds(mapping, () => false);
  const rows = dataRows.filter(({ cells, row }) => kinds.of(cells, row) === 'data');
  const twice = idsTwice(rows, column, undefined);
  if (reason === 'earlier' && idsTwice(rows, column, mapping.namedWith).size === 0) return;
  const same = [...twice.values()].map((all) => ({
    name: rows.find(({ row }) => row === all[0])!.cells[column]!,
    rows: all,
  }));
  const [first] = rows;
  const others = columns
    .map(({ facts }) => facts)
    .filter((facts) => facts.column !== column && first !== undefined && tellsApart(facts, rows, column));
  const options = [
    answer(answers.namesAreIds(title.text), { kind: 'named-with', namedWith: null }),
    ...others.slice(0, MOST_COLUMNS).map((facts) => {
      const sample = idFromName(first!.cells, column, facts.column);
      return answer(answers.namesWith(title.text, facts.title.text, sample), {
        kind: 'named-with',
        namedWith: facts.column,
      });
    }),
    answer(answers.noList, { kind: 'role', role: 'ignore' }),
  ];
  const chosen = mapping.namedWith === undefined ? -1 : others.findIndex((one) => one.column === mapping.namedWith) + 1;
  asked.ask('sheet.no-id', '', ask.noId(title.text, same), options, {
    proposed: chosen > 0 ? chosen : same.length === 0 ? 0 : -1,
    column,
    row: same[0]?.rows[0] ?? mapping.header.last,
  });
}

/** Whether each row has a text in the column that, with the name, nobody else has; a number that only counts rows says nothing. */
function tellsApart(facts: ColumnFacts, rows: SheetChoice['dataRows'], name: number): boolean {
  if (facts.title.text === '' || facts.known.includes('ignore') || facts.known.includes('note')) return false;
  if (rows.some(({ cells }) => foldText(cells[facts.column] ?? '') === '')) return false;
  return idsTwice(rows, name, facts.column).size === 0;
}
