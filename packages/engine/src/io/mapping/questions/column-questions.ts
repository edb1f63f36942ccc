import { answerTexts as answers, questionTexts as ask } from '../../../locale/mapping-texts.ts';
import { columnLetter } from '../../table.ts';
import { isNumeric, share } from '../column-values.ts';
import { CERTAIN } from '../match-items.ts';
import type { ColumnChoice } from '../propose-columns.ts';
import type { ProposeContext } from '../propose-context.ts';
import type { SheetChoice } from '../sheet-draft.ts';
import type { SheetMapping } from '../sheet-mapping.ts';
import { unitFactor } from '../units.ts';
import { answer, ignoreColumn, meansItem, namedItem, type Asked } from './asked.ts';

const LONG_FIELDS = ['value', 'category', 'matter', 'note'] as const;

function needsCategory({ fixed }: SheetMapping, { items }: ProposeContext): boolean {
  const rules = fixed.item === undefined ? undefined : items.find(fixed.item)?.rules;
  return rules?.declaration.needsCategory === true && fixed.category === undefined;
}

function mayHaveUnit(header: string, own: string): boolean {
  return header === '' || own === '' || unitFactor(header, own) !== null;
}

/** Columns that fit nothing, or several that fit one item. */
export function askColumns(sheet: SheetChoice, context: ProposeContext, asked: Asked): void {
  const { grid, columns, mapping } = sheet;
  const contested = new Map<string, ColumnChoice[]>();
  const taken = new Set(columns.flatMap(({ means }) => (means.kind === 'figure' ? [means.item] : [])));
  // Beside subjects a title that nobody knows is a subject that nobody knows.
  const lacksCategory = needsCategory(mapping, context) && !columns.some(({ means }) => means.kind === 'category');
  const areBeside = columns.some(({ means }) => means.kind === 'of-subject');
  for (const choice of columns) {
    if (choice.alternatives !== undefined) continue;
    const { facts, means, confidence, reason } = choice;
    const { column, title } = facts;
    const place = { column, row: mapping.header.last };
    const isValue = means.kind === 'figure' || means.kind === 'of-subject' || means.kind === 'value';
    if (isValue && grid.table.hiddenColumns?.has(column) && reason !== 'earlier') {
      const options = [answer(answers.readHidden, { kind: 'keep' }), ignoreColumn(column)];
      asked.ask('column.hidden', `${column}`, ask.hidden(title.text), options, place);
    }
    // An item that another column is already is no answer.
    const possible = facts.matches.filter(({ item }) => !taken.has(item)).slice(0, 5);
    const others = possible.map(({ item }) => meansItem(facts, item, sheet, context));
    if (choice.isVague && others.length > 0) {
      const options = [...others, ignoreColumn(column)];
      asked.ask('column.doubtful', `${column}`, ask.vague(title.text), options, place);
    } else if (choice.contested !== undefined) {
      contested.set(choice.contested, [...(contested.get(choice.contested) ?? []), choice]);
    } else if (means.kind === 'figure' && confidence < CERTAIN && reason !== 'earlier') {
      const item = namedItem(means.item, context);
      const options = [answer(answers.yes, { kind: 'keep' }), ...others, ignoreColumn(column, answers.noIgnore)];
      asked.ask('column.doubtful', `${column}`, ask.doubtful(title.text, item), options, {
        ...place,
        proposed: 0,
      });
    } else if (
      means.kind === 'ignore' &&
      (confidence === 0 || choice.isVague) &&
      facts.values.filled > 0 &&
      !areBeside
    ) {
      // Free text beside observations is a remark at most; figures may be anything.
      if (mapping.role === 'long' && share(facts.values, isNumeric) < 0.5 && !lacksCategory) continue;
      const open = context.inputs
        .filter(({ item, unit }) => !item.includes('*') && !taken.has(item) && mayHaveUnit(title.unit, unit))
        .slice(0, 8);
      const options =
        mapping.role === 'wide'
          ? open.map(({ item }) => meansItem(facts, item, sheet, context))
          : LONG_FIELDS.map((kind) => answer(answers.fields[kind], { kind: 'means', column, means: { kind } }));
      asked.ask('column.unknown', `${column}`, ask.unknown(title.text), [...options, ignoreColumn(column)], {
        ...place,
        proposed: options.length,
      });
    }
  }
  for (const [item, rivals] of contested) {
    const options = rivals.map(({ facts }) => {
      const rest = rivals.flatMap((rival) => (rival.facts === facts ? [] : ignoreColumn(rival.facts.column).changes));
      const { changes } = meansItem(facts, item, sheet, context);
      return answer(answers.column(facts.title.text || columnLetter(facts.column)), ...changes, ...rest);
    });
    const titles = rivals.map(({ facts }) => facts.title.text);
    const none = answer(answers.noneOfThem, ...rivals.flatMap(({ facts }) => ignoreColumn(facts.column).changes));
    asked.ask('column.contested', item, ask.contested(titles, namedItem(item, context)), [...options, none], {
      column: rivals[0]!.facts.column,
      row: mapping.header.last,
    });
  }
}
