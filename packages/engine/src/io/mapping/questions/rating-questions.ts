import { answerTexts as answers, questionTexts as ask } from '../../../locale/mapping-texts.ts';
import type { ItemRules } from '../../item-index.ts';
import type { MappingAnswer, MappingChange } from '../mapping-proposal.ts';
import type { ColumnChoice } from '../propose-columns.ts';
import type { ProposeContext } from '../propose-context.ts';
import { ratedRules } from '../rating-context.ts';
import type { SheetChoice } from '../sheet-draft.ts';
import { answer, namedItem, type Asked } from './asked.ts';

/** Which item is rated, who rated, and as what. */
export function askRatings(choice: SheetChoice, context: ProposeContext, asked: Asked): void {
  askItem(choice, context, asked);
  if (choice.doubts?.areRaters === true) askRaters(choice, asked);
  askClasses(choice, asked);
  const rules = ratedRules(choice.columns, choice.mapping.fixed.item, context);
  if (rules !== null) {
    askRater(choice, rules, context, asked);
    askCategory(choice, rules, context, asked);
  }
}

function askItem({ columns, doubts, mapping }: SheetChoice, context: ProposeContext, asked: Asked): void {
  const items = doubts?.items ?? [];
  if (items.length === 0) return;
  const rated = columns.filter(({ alternatives }) => alternatives !== undefined);
  const options = items.map((item): MappingAnswer => {
    const changes = rated.flatMap(({ facts, alternatives }): MappingChange[] => {
      const means = alternatives!.find((one) => 'item' in one && one.item === item);
      return means ? [{ kind: 'means', column: facts.column, means }] : [];
    });
    const named = answers.item(namedItem(item, context));
    return rated.length > 0 ? answer(named, ...changes) : answer(named, { kind: 'fixed', field: 'item', value: item });
  });
  if (rated.length > 0) options.push(answer(answers.ignoreColumns, ...rated.map(ignored)));
  const [first] = rated;
  asked.ask('sheet.item', '', ask.ratedItem(titlesOf(rated)), options, {
    proposed: items.length === 1 ? 0 : -1,
    ...(first ? { column: first.facts.column, row: mapping.header.last } : {}),
  });
}

/** Nobody knows the titles above the marks. */
function askRaters({ columns, mapping }: SheetChoice, asked: Asked): void {
  const rated = columns.filter(({ means }) => means.kind === 'figure' && means.rater !== undefined);
  if (rated.length === 0) return;
  const options = [answer(answers.yes, { kind: 'keep' }), answer(answers.ignoreColumns, ...rated.map(ignored))];
  const place = { proposed: 0, column: rated[0]!.facts.column, row: mapping.header.last };
  asked.ask('sheet.raters', '', ask.areRaters(titlesOf(rated)), options, place);
}

/** One column for a whole class of raters. */
function askClasses({ columns, mapping }: SheetChoice, asked: Asked): void {
  const classes = columns.filter(({ isClass }) => isClass === true);
  if (classes.length === 0) return;
  const options = [answer(answers.yes, { kind: 'keep' }), answer(answers.ignoreColumns, ...classes.map(ignored))];
  const place = { proposed: 0, column: classes[0]!.facts.column, row: mapping.header.last };
  asked.ask('sheet.classes', '', ask.classes(titlesOf(classes)), options, place);
}

/** Columns of values that do not say something themselves. */
function isOpen({ columns }: SheetChoice, field: 'rater' | 'category'): boolean {
  if (columns.some(({ means }) => means.kind === field)) return false;
  const values = columns.filter(({ means }) => means.kind === 'figure' || means.kind === 'of-subject');
  return (
    values.length === 0 ||
    values.some(({ means }) => (means as { rater?: string; category?: string })[field] === undefined)
  );
}

function askRater(choice: SheetChoice, { declaration }: ItemRules, context: ProposeContext, asked: Asked): void {
  if (!declaration.needsRater || !isOpen(choice, 'rater')) return;
  const { mapping } = choice;
  // 评委：甲某 says it.
  if (mapping.fixed.rater !== undefined) return;
  const file = mapping.file.replace(/\.[^.]*$/, '');
  const options = [...new Set([mapping.sheet, file])].filter((text) => text !== '');
  asked.ask(
    'sheet.rater',
    '',
    ask.rater(namedItem(declaration.item, context)),
    options.map((value) => answer(answers.rater(value), { kind: 'fixed', field: 'rater', value })),
  );
}

function askCategory(choice: SheetChoice, { declaration }: ItemRules, context: ProposeContext, asked: Asked): void {
  if (!declaration.needsCategory || declaration.categories.length === 0 || !isOpen(choice, 'category')) return;
  const { categories, categoryTitles } = declaration;
  asked.ask(
    'sheet.category',
    '',
    ask.category(namedItem(declaration.item, context)),
    categories.map((value) =>
      answer(answers.word(value, categoryTitles[value]), { kind: 'fixed', field: 'category', value }),
    ),
    { proposed: categories.indexOf(choice.mapping.fixed.category ?? '') },
  );
}

function ignored({ facts }: ColumnChoice): MappingChange {
  return { kind: 'means', column: facts.column, means: { kind: 'ignore' } };
}

function titlesOf(columns: readonly ColumnChoice[]): readonly string[] {
  return columns.map(({ facts }) => facts.title.text);
}
