import { answerTexts as answers, type NamedItem } from '../../../locale/mapping-texts.ts';
import type { LocalText } from '../../../reader/figure.ts';
import { columnLetter } from '../../table.ts';
import type { MappingAnswer, MappingChange, MappingQuestion, QuestionCode } from '../mapping-proposal.ts';
import type { ProposeContext } from '../propose-context.ts';
import type { ColumnFacts } from '../propose-columns.ts';
import { unitOfColumn } from '../propose-sheet.ts';
import type { SheetChoice } from '../sheet-draft.ts';
import { tableKey } from '../sheet-mapping.ts';
import { unitFactor } from '../units.ts';

/** More questions of one kind about one sheet help nobody. */
export const MOST_PER_KIND = 60;

/** The questions about one sheet. */
export class Asked {
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
      item,
    }: { proposed?: number; likely?: number; row?: number; column?: number; item?: string } = {},
  ): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > MOST_PER_KIND) return;
    const { file, sheet } = this.#choice.mapping;
    const key = tableKey(this.#choice.mapping);
    const cell = column < 0 ? '' : `${columnLetter(column)}${row > 0 ? row : ''}`;
    const id = [code, key, about].join('›');
    const more = { ...(likely >= 0 && { likely }), ...(item !== undefined && { ofItem: { column, item } }) };
    this.questions.push({ id, key, code, file, sheet, cell, text, answers: options, proposed, ...more });
  }
}

export function answer(text: LocalText, ...changes: MappingChange[]): MappingAnswer {
  return { text, changes };
}

export function ignoreColumn(column: number, text = answers.ignoreColumn): MappingAnswer {
  return answer(text, { kind: 'means', column, means: { kind: 'ignore' } });
}

/** The column is this item; its values are converted where its title names another unit. */
export function meansItem(
  { title, column }: ColumnFacts,
  item: string,
  sheet: SheetChoice,
  context: ProposeContext,
): MappingAnswer {
  const named = namedItem(item, context);
  const means = { kind: 'means', column, means: { kind: 'figure', item } } as const;
  const unit = unitOfColumn({ title }, sheet.context, context.items.find(item)?.rules.declaration.unit ?? '');
  if (unit.header === '' || unit.input === '') return answer(answers.item(named), means);
  const factor = unitFactor(unit.header, unit.input);
  if (factor === '1') return answer(answers.item(named), means);
  if (factor === null) return answer(answers.itemAsIs(named, unit.input), means);
  return answer(answers.itemTimes(named, factor), means, { kind: 'factor', column, factor });
}

export function namedItem(item: string, { items }: Pick<ProposeContext, 'items'>): NamedItem {
  const title = items.find(item)?.rules.declaration.title ?? { zh: item, en: item };
  return { item, title };
}
