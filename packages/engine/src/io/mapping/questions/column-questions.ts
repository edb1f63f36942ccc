import { answerTexts as answers, questionTexts as ask } from '../../../locale/mapping-texts.ts';
import { columnLetter } from '../../table.ts';
import { CERTAIN } from '../match-items.ts';
import type { ColumnChoice } from '../propose-columns.ts';
import type { ProposeContext } from '../propose-context.ts';
import type { SheetChoice } from '../sheet-draft.ts';
import { answer, ignoreColumn, meansItem, namedItem, type Asked } from './asked.ts';

/** Columns that fit nothing, or several that fit one item. */
export function askColumns({ columns, mapping }: SheetChoice, context: ProposeContext, asked: Asked): void {
  const contested = new Map<string, ColumnChoice[]>();
  const taken = new Set(columns.flatMap(({ means }) => (means.kind === 'figure' ? [means.item] : [])));
  // Beside subjects a title that nobody knows is a subject that nobody knows.
  const areBeside = columns.some(({ means }) => means.kind === 'of-subject');
  for (const choice of columns) {
    if (choice.alternatives !== undefined) continue;
    const { facts, means, confidence, reason } = choice;
    const { column, title } = facts;
    if (choice.contested !== undefined) {
      contested.set(choice.contested, [...(contested.get(choice.contested) ?? []), choice]);
    } else if (means.kind === 'figure' && confidence < CERTAIN && reason !== 'earlier') {
      const item = namedItem(means.item, context);
      const others = facts.matches.slice(1, 4).map((match) => meansItem(column, match.item, context));
      const options = [answer(answers.yes, { kind: 'keep' }), ...others, ignoreColumn(column, answers.noIgnore)];
      asked.ask('column.doubtful', `${column}`, ask.doubtful(title.text, item), options, {
        proposed: 0,
        column,
        row: mapping.header.last,
      });
    } else if (means.kind === 'ignore' && confidence === 0 && facts.values.filled > 0 && !areBeside) {
      const open = context.inputs.filter(({ item }) => !item.includes('*') && !taken.has(item)).slice(0, 8);
      const options = mapping.role === 'wide' ? open.map(({ item }) => meansItem(column, item, context)) : [];
      asked.ask('column.unknown', `${column}`, ask.unknown(title.text), [...options, ignoreColumn(column)], {
        proposed: options.length,
        column,
        row: mapping.header.last,
      });
    }
  }
  for (const [item, rivals] of contested) {
    const options = rivals.map(({ facts }) => ({
      ...meansItem(facts.column, item, context),
      text: answers.column(facts.title.text || columnLetter(facts.column)),
    }));
    const titles = rivals.map(({ facts }) => facts.title.text);
    const none = answer(answers.noneOfThem, { kind: 'keep' });
    asked.ask('column.contested', item, ask.contested(titles, namedItem(item, context)), [...options, none], {
      column: rivals[0]!.facts.column,
      row: mapping.header.last,
    });
  }
}
