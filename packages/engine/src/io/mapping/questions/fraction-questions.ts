import { answerTexts as answers, questionTexts as ask } from '../../../locale/mapping-texts.ts';
import { percentOf } from '../../fraction-doubt.ts';
import { cellsInDoubt } from '../find-fractions.ts';
import type { SheetChoice } from '../sheet-draft.ts';
import { answer, ignoreColumn, type Asked } from './asked.ts';

const MOST_NAMED = 5;

/** Columns of an item in % with numbers that may be shares of one. */
export function askFractions({ columns, mapping }: SheetChoice, asked: Asked): void {
  for (const { column, title, means, fractions } of mapping.columns) {
    if (means.kind !== 'figure' || fractions?.are !== 'open') continue;
    const values = columns.find(({ facts }) => facts.column === column)?.facts.values;
    const cells = values ? cellsInDoubt(values, fractions) : [];
    const [first] = cells;
    if (!values || first === undefined) continue;
    const [value, row] = first;
    const percent = percentOf(value);
    const isWhole = [...values.texts.keys()].every((text) => cells.some(([one]) => one === text));
    const named = cells.slice(0, MOST_NAMED).map(([text]) => text);
    const text = ask.fraction(title, named, cells.length, value, percent, isWhole);
    const options = [
      answer(answers.shares(value, percent), { kind: 'fractions', column, fractions: { ...fractions, are: 'shares' } }),
      answer(answers.percent(value), { kind: 'fractions', column, fractions: { ...fractions, are: 'percent' } }),
      ignoreColumn(column),
    ];
    asked.ask('column.fraction', `${column}`, text, options, { column, row, item: means.item });
  }
}
