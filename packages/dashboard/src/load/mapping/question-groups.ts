import type { MappingQuestion, QuestionCode } from '@kaoheng/engine/live';
import { answerOf, withAnswer, type MappingDraft } from './mapping-draft.ts';

/** What is asked of many columns at once, and mostly has one answer. */
const TOGETHER: readonly QuestionCode[] = ['column.not-applicable'];

/** Questions as they are shown: each for itself, or all of a kind as one, where the first of them stands. */
export function questionGroups(questions: readonly MappingQuestion[]): readonly (readonly MappingQuestion[])[] {
  const groups: MappingQuestion[][] = [];
  const together = new Map<QuestionCode, MappingQuestion[]>();
  for (const question of questions) {
    const group = together.get(question.code);
    if (group) {
      group.push(question);
      continue;
    }
    const begun = [question];
    groups.push(begun);
    if (TOGETHER.includes(question.code)) together.set(question.code, begun);
  }
  return groups;
}

/** The answer that all of them have; −1: they differ, or have none. */
export function commonAnswer(draft: MappingDraft, group: readonly MappingQuestion[]): number {
  const [first, ...others] = group.map((question) => answerOf(draft, question));
  return first !== undefined && others.every((one) => one === first) ? first : -1;
}

export function withCommonAnswer(draft: MappingDraft, group: readonly MappingQuestion[], answer: number): MappingDraft {
  return group.reduce((now, question) => withAnswer(now, question, answer), draft);
}

/** The texts that a question is about. */
export function wordsOf({ answers }: MappingQuestion): readonly string[] {
  const words = answers.flatMap(({ changes }) => changes.flatMap((one) => (one.kind === 'word' ? [one.text] : [])));
  return [...new Set(words)];
}
