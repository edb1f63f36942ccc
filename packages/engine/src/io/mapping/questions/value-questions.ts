import { answerTexts as answers, questionTexts as ask, type NamedItem } from '../../../locale/mapping-texts.ts';
import type { LocalText } from '../../../reader/figure.ts';
import { foldText } from '../../fold-text.ts';
import { readFlag } from '../../normalise/words.ts';
import type { MappingChange } from '../mapping-proposal.ts';
import { saysNotApplicable } from '../not-applicable.ts';
import type { ColumnChoice } from '../propose-columns.ts';
import type { ProposeContext } from '../propose-context.ts';
import { unitOfColumn } from '../propose-sheet.ts';
import type { SheetChoice } from '../sheet-draft.ts';
import type { InCommon } from '../sheet-mapping.ts';
import { titleWord } from '../title-word.ts';
import { unitFactor } from '../units.ts';
import { answer, ignoreColumn, namedItem, type Asked } from './asked.ts';

const MOST_WORDS = 12;

/** Units, words and empty cells of a column of figures. */
export function askValues(choice: ColumnChoice, sheet: SheetChoice, context: ProposeContext, asked: Asked): void {
  const { facts, means, reason, earlier } = choice;
  const id =
    means.kind === 'figure'
      ? means.item
      : means.kind === 'of-subject'
        ? (means.item ?? sheet.mapping.fixed.item)
        : means.kind === 'value'
          ? sheet.mapping.fixed.item
          : undefined;
  // What a tick says, its column says.
  if (id === undefined || (means as InCommon).word !== undefined) return;
  const rules = context.items.find(id)?.rules;
  if (!rules) return;
  const { declaration, words } = rules;
  const { column, title, values } = facts;
  const item = namedItem(id, context);
  const ofItem = means.kind === 'figure' ? { item: id } : {};
  const place = { column, row: sheet.mapping.header.last, ...ofItem };
  const unit = unitOfColumn(facts, sheet.context, declaration.unit);
  if (unit.header !== '' && unit.input !== '' && reason !== 'earlier') {
    const factor = unitFactor(unit.header, unit.input);
    if (factor !== '1') {
      // A column in an unknown unit was left out, and is what it is again.
      const inUnit = answer(
        answers.inItsUnit(unit.input),
        { kind: 'means', column, means },
        { kind: 'factor', column, factor: null },
      );
      const options =
        factor === null ? [inUnit] : [answer(answers.times(factor), { kind: 'factor', column, factor }), inUnit];
      const text = ask.unit(title.text, unit.header, unit.input, factor);
      asked.ask('column.unit', `${column}`, text, [...options, ignoreColumn(column)], {
        ...place,
        proposed: factor === null ? -1 : 0,
      });
    }
  }
  const decided = new Set(Object.keys(earlier?.words ?? {}).map(foldText));
  const texts = [...values.texts].filter(([text]) => !decided.has(foldText(text)) && words.find(text) === null);
  const word = (text: string, to: string, named: LocalText) => answer(named, { kind: 'word', column, text, word: to });
  if (!declaration.mayBeNA && !declaration.takesAnyWord) {
    askNotApplicable(
      texts.filter(([one]) => saysNotApplicable(one)),
      item,
      { column, ...ofItem },
      asked,
    );
  }
  const strange = texts.filter(([text]) => !saysNotApplicable(text));
  if (declaration.kind === 'flag') {
    for (const [text, row] of strange.filter(([one]) => readFlag(one) === null).slice(0, MOST_WORDS)) {
      const options = [
        word(text, 'true', answers.yes),
        word(text, 'false', answers.no),
        answer(answers.leaveRefused, { kind: 'keep' }),
      ];
      asked.ask('column.word', `${column} ${text}`, ask.word(text, item), options, { column, row, ...ofItem });
    }
    const flags = new Set([...values.texts.keys()].map(readFlag));
    if (values.empty > 0 && flags.size === 1 && flags.has('true') && earlier === undefined) {
      const options = [
        answer(answers.emptyIsNo, { kind: 'empty', column, empty: 'false' }),
        answer(answers.emptyIsNothing, { kind: 'empty', column, empty: null }),
      ];
      asked.ask('column.empty', `${column}`, ask.empty(title.text), options, { ...place, proposed: 1 });
    }
  } else if (words.words.length > 0) {
    for (const [text, row] of strange.slice(0, MOST_WORDS)) {
      if (titleWord(text, declaration.wordTitles) !== null) continue;
      const suggestion = words.suggest(text);
      const options = [
        ...words.words.slice(0, 20).map((one) => word(text, one, answers.word(one, declaration.wordTitles[one]))),
        answer(answers.leaveRefused, { kind: 'keep' }),
      ];
      const proposed = suggestion === null ? -1 : words.words.indexOf(suggestion);
      asked.ask('column.word', `${column} ${text}`, ask.word(text, item), options, {
        column,
        row,
        ...ofItem,
        proposed,
      });
    }
  }
}

/** Everything in a column that says "does not apply" is one question: nobody means another thing by — than by 无. */
function askNotApplicable(
  texts: readonly (readonly [text: string, row: number])[],
  item: NamedItem,
  place: { readonly column: number; readonly item?: string },
  asked: Asked,
): void {
  const [first] = texts;
  if (first === undefined) return;
  const { column } = place;
  const words = texts.map(([text]) => text);
  const options = [
    answer(answers.leaveRefused, { kind: 'keep' }),
    answer(answers.asNA, ...words.map((text): MappingChange => ({ kind: 'word', column, text, word: 'NA' }))),
  ];
  const more = { ...place, row: first[1], proposed: 0 };
  asked.ask('column.not-applicable', `${column}`, ask.notApplicable(words, item), options, more);
}

/** Items and categories of a long table that the scheme does not know by this name. */
export function askFieldWords(
  { facts, means }: ColumnChoice,
  sheet: SheetChoice,
  context: ProposeContext,
  asked: Asked,
): void {
  if (means.kind !== 'item' && means.kind !== 'category') return;
  const { column, values } = facts;
  const mapping = sheet.mapping.columns.find((one) => one.column === column);
  const decided = new Set(Object.keys(mapping?.words ?? {}).map(foldText));
  const { item: fixed } = sheet.mapping.fixed;
  const declaration = fixed === undefined ? undefined : context.items.find(fixed)?.rules.declaration;
  const change = (text: string, word: string, named: LocalText) => answer(named, { kind: 'word', column, text, word });
  const refused = answer(answers.leaveRefused, { kind: 'keep' });
  for (const [text, row] of [...values.texts].filter(([one]) => !decided.has(foldText(one)))) {
    if (means.kind === 'item') {
      if (context.items.find(text) !== null || !hasFigures(text, column, sheet)) continue;
      const near = context.titles.near(text);
      const options = near.map(({ item }) => change(text, item, answers.item(namedItem(item, context))));
      asked.ask('column.word', `${column} ${text}`, ask.unknownItem(text), [...options, refused], { column, row });
    } else if (declaration && declaration.categories.length > 0 && context.items.find(declaration.item)) {
      const { categories } = context.items.find(declaration.item)!.rules;
      if (categories.find(text) !== null || saysNotApplicable(text)) continue;
      const { categoryTitles } = declaration;
      const options = categories.words
        .slice(0, 20)
        .map((one) => change(text, one, answers.word(one, categoryTitles[one])));
      const suggestion = categories.suggest(text);
      const proposed = suggestion === null ? -1 : categories.words.indexOf(suggestion);
      const named = namedItem(declaration.item, context);
      asked.ask('column.word', `${column} ${text}`, ask.word(text, named), [...options, refused], {
        column,
        row,
        proposed,
      });
    }
  }
}

/** Headings between the items have no figures beside them, and need no item. */
function hasFigures(text: string, column: number, { columns, dataRows }: SheetChoice): boolean {
  const values = columns.flatMap(({ means, facts }) =>
    means.kind === 'of-subject' || means.kind === 'value' ? [facts.column] : [],
  );
  if (values.length === 0) return true;
  return dataRows.some(({ cells }) => cells[column] === text && values.some((value) => (cells[value] ?? '') !== ''));
}
