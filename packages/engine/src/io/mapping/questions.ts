import type { PeriodKind } from '../../data/period.ts';
import { parsePeriod } from '../../data/period.ts';
import { answerTexts as answers, questionTexts as ask, type NamedItem } from '../../locale/mapping-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import { foldText } from '../fold-text.ts';
import { readFlag } from '../normalise/words.ts';
import { columnLetter } from '../table.ts';
import { saysNotApplicable } from './column-values.ts';
import type { MappingAnswer, MappingChange, MappingQuestion, QuestionCode } from './mapping-proposal.ts';
import { CERTAIN } from './match-items.ts';
import { likelySubject, subjectCandidates } from './match-subjects.ts';
import type { ColumnChoice } from './propose-columns.ts';
import type { ProposeContext } from './propose-context.ts';
import { unitOfColumn, type SheetChoice } from './propose-sheet.ts';
import { subjectColumn } from './row-kind.ts';
import { subjectOf } from './subject-of.ts';
import { unitFactor } from './units.ts';

/** More questions of one kind about one sheet help nobody. */
const MOST_PER_KIND = 60;
const MOST_WORDS = 12;

const PERIOD_NAMES: Readonly<Record<PeriodKind, LocalText>> = {
  year: { zh: '年', en: 'year' },
  half: { zh: '半年', en: 'half-year' },
  quarter: { zh: '季度', en: 'quarter' },
  month: { zh: '月', en: 'month' },
};

/** What only a person can know about a sheet. */
export function questionsOf(choice: SheetChoice, context: ProposeContext): MappingQuestion[] {
  const { role } = choice.mapping;
  const asked = new Asked(choice);
  if (role === 'own') return [];
  if (!choice.isSure && choice.reason !== 'earlier') askRole(choice, asked);
  if (role === 'ignore') return asked.questions;
  if (role !== 'subjects') {
    askSubjectColumn(choice, asked);
    askPeriod(choice, context, asked);
  }
  if (choice.mapping.alsoSubjects === true && choice.reason !== 'earlier') askAlsoSubjects(asked);
  if (role === 'wide' || role === 'long') {
    askColumns(choice, context, asked);
    for (const column of choice.columns) {
      askValues(column, choice, context, asked);
      if (role === 'long') askFieldWords(column, choice, context, asked);
    }
    if (choice.mapping.alsoSubjects !== true) askSubjects(choice, context, asked);
  }
  return asked.questions;
}

/** The questions about one sheet. */
class Asked {
  readonly questions: MappingQuestion[] = [];
  readonly #choice: SheetChoice;
  readonly #counts = new Map<QuestionCode, number>();

  constructor(choice: SheetChoice) {
    this.#choice = choice;
  }

  ask(
    code: QuestionCode,
    about: string,
    text: LocalText,
    options: readonly MappingAnswer[],
    {
      proposed = -1,
      likely = -1,
      row = 0,
      column = -1,
    }: { proposed?: number; likely?: number; row?: number; column?: number } = {},
  ): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > MOST_PER_KIND) return;
    const { file, sheet } = this.#choice.mapping;
    const cell = column < 0 ? '' : `${columnLetter(column)}${row > 0 ? row : ''}`;
    const id = [code, file, sheet, about].join('›');
    const more = likely < 0 ? {} : { likely };
    this.questions.push({ id, code, file, sheet, cell, text, answers: options, proposed, ...more });
  }
}

function answer(text: LocalText, ...changes: MappingChange[]): MappingAnswer {
  return { text, changes };
}

function askRole({ mapping }: SheetChoice, asked: Asked): void {
  const roles = ['wide', 'long', 'subjects', 'ignore'] as const;
  const texts = { wide: answers.wide, long: answers.long, subjects: answers.subjects, ignore: answers.ignoreSheet };
  const proposed = roles.findIndex((role) => role === mapping.role);
  asked.ask(
    'sheet.role',
    '',
    ask.role(),
    roles.map((role) => answer(texts[role], { kind: 'role', role })),
    { proposed },
  );
}

function askAlsoSubjects(asked: Asked): void {
  const yes = answer(answers.yes, { kind: 'also-subjects', alsoSubjects: true });
  const no = answer(answers.no, { kind: 'also-subjects', alsoSubjects: false });
  asked.ask('sheet.also-subjects', '', ask.alsoSubjects(), [yes, no], { proposed: 0 });
}

function askSubjectColumn({ mapping, columns }: SheetChoice, asked: Asked): void {
  if (subjectColumn(mapping) >= 0) return;
  const options = columns
    .filter(({ means, facts }) => means.kind !== 'figure' && facts.values.filled > 0)
    .map(({ facts }) =>
      answer(answers.column(facts.title.text || columnLetter(facts.column)), {
        kind: 'means',
        column: facts.column,
        means: { kind: 'subject', by: 'name' },
      }),
    );
  asked.ask('sheet.no-subject', '', ask.noSubject(), options);
}

function askPeriod(choice: SheetChoice, { items, period: current }: ProposeContext, asked: Asked): void {
  const { mapping, context, columns } = choice;
  const figures = columns.flatMap(({ means }) => (means.kind === 'figure' ? [means] : []));
  if (columns.some(({ means }) => means.kind === 'period')) return;
  if (figures.length > 0 && figures.every(({ period }) => period !== undefined)) return;
  const set = (period: string) => answer(answers.period(period), { kind: 'fixed', field: 'period', value: period });
  const options = [...new Set([...context.periods, ...(current === '' ? [] : [current])])].map(set);
  const { period } = mapping.fixed;
  if (context.periods.length !== 1 || period === undefined) {
    const proposed = options.findIndex(({ text }) => text.zh === (context.periods.length > 1 ? '' : current));
    return asked.ask('sheet.period', '', ask.period(context.periods), options, { proposed });
  }
  const kind = parsePeriod(period)?.kind;
  if (kind === undefined) return;
  const wanted = figures.flatMap(({ item }) => items.find(item)?.rules.declaration.periods ?? []);
  if (wanted[0] && !wanted.includes(kind)) {
    asked.ask('sheet.period', 'kind', ask.periodKind(period, PERIOD_NAMES[wanted[0]]), options);
  }
}

function askColumns({ columns, mapping }: SheetChoice, context: ProposeContext, asked: Asked): void {
  const contested = new Map<string, ColumnChoice[]>();
  const taken = new Set(columns.flatMap(({ means }) => (means.kind === 'figure' ? [means.item] : [])));
  for (const choice of columns) {
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
    } else if (means.kind === 'ignore' && confidence === 0 && facts.values.filled > 0) {
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

/** Units, words and empty cells of a column of figures. */
function askValues(choice: ColumnChoice, sheet: SheetChoice, context: ProposeContext, asked: Asked): void {
  const { facts, means, reason, earlier } = choice;
  if (means.kind !== 'figure') return;
  const rules = context.items.find(means.item)?.rules;
  if (!rules) return;
  const { declaration, words } = rules;
  const { column, title, values } = facts;
  const item = namedItem(means.item, context);
  const place = { column, row: sheet.mapping.header.last };
  const unit = unitOfColumn(facts, sheet.context, declaration.unit);
  if (unit.header !== '' && unit.input !== '' && reason !== 'earlier') {
    const factor = unitFactor(unit.header, unit.input);
    if (factor !== '1') {
      const inUnit = answer(answers.inItsUnit(unit.input), { kind: 'factor', column, factor: null });
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
    for (const [text, row] of texts.filter(([one]) => saysNotApplicable(one)).slice(0, 3)) {
      const options = [answer(answers.leaveRefused, { kind: 'keep' }), word(text, 'NA', answers.asNA)];
      asked.ask('column.not-applicable', `${column} ${text}`, ask.notApplicable(text, item), options, {
        column,
        row,
        proposed: 0,
      });
    }
  }
  const strange = texts.filter(([text]) => !saysNotApplicable(text));
  if (declaration.kind === 'flag') {
    for (const [text, row] of strange.filter(([one]) => readFlag(one) === null).slice(0, MOST_WORDS)) {
      const options = [
        word(text, 'true', answers.yes),
        word(text, 'false', answers.no),
        answer(answers.leaveRefused, { kind: 'keep' }),
      ];
      asked.ask('column.word', `${column} ${text}`, ask.word(text, item), options, { column, row });
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
      asked.ask('column.word', `${column} ${text}`, ask.word(text, item), options, { column, row, proposed });
    }
  }
}

/** Items and categories of a long table that the scheme does not know by this name. */
function askFieldWords(
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
      if (context.items.find(text) !== null) continue;
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

/** The one word whose title is this text. */
export function titleWord(text: string, titles: Readonly<Record<string, LocalText>>): string | null {
  const folded = foldText(text);
  const found = Object.entries(titles).filter(([, { zh, en }]) => foldText(zh) === folded || foldText(en) === folded);
  return found.length === 1 ? found[0]![0] : null;
}

/** Names that no subject has, or several have. */
function askSubjects({ mapping, columns }: SheetChoice, { subjects }: ProposeContext, asked: Asked): void {
  const column = columns.find(({ means }) => means.kind === 'subject');
  if (!column || subjects.size === 0) return;
  const all = subjects.all();
  const texts = [...column.facts.values.texts];
  const present = new Map(texts.map(([text]) => [subjectOf(text, mapping, subjects).id, text]));
  let asks = 0;
  for (const [text, row] of texts) {
    const { id, by } = subjectOf(text, mapping, subjects);
    if (id !== null || by === 'nobody' || asks >= MOST_PER_KIND) continue;
    asks += 1;
    const place = { row, column: column.facts.column };
    const namesakes = all.filter(({ name }) => foldText(name) === foldText(text));
    if (namesakes.length > 1) {
      asked.ask('subject.ambiguous', text, ask.ambiguous(text), subjectAnswers(text, namesakes), place);
      continue;
    }
    const candidates = subjectCandidates(text, all);
    const other = candidates[0] && present.get(candidates[0].id);
    const options = subjectAnswers(text, candidates);
    if (other !== undefined) asked.ask('subject.same', text, ask.same(text, other), options, place);
    else {
      const likely = likelySubject(candidates) === null ? -1 : 0;
      asked.ask('subject.unknown', text, ask.subject(text), options, { ...place, likely });
    }
  }
}

function subjectAnswers(
  text: string,
  found: readonly { readonly id: string; readonly name: string }[],
): MappingAnswer[] {
  return [
    ...found.map(({ id, name }) => answer(answers.subject(name, id), { kind: 'subject', text, subject: id })),
    answer(answers.nobody, { kind: 'subject', text, subject: '' }),
  ];
}

function ignoreColumn(column: number, text = answers.ignoreColumn): MappingAnswer {
  return answer(text, { kind: 'means', column, means: { kind: 'ignore' } });
}

function meansItem(column: number, item: string, context: ProposeContext): MappingAnswer {
  return answer(answers.item(namedItem(item, context)), { kind: 'means', column, means: { kind: 'figure', item } });
}

function namedItem(item: string, { items }: ProposeContext): NamedItem {
  const title = items.find(item)?.rules.declaration.title ?? { zh: item, en: item };
  return { item, title };
}
