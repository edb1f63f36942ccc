import { answerTexts as answers, questionTexts as ask } from '../../../locale/mapping-texts.ts';
import type { SheetChoice } from '../sheet-draft.ts';
import { answer, type Asked } from './asked.ts';

const ROLES = ['wide', 'long', 'subjects', 'ignore'] as const;

/** What is this table? */
export function askRole({ mapping, fitsNothing }: SheetChoice, asked: Asked): void {
  const texts = { wide: answers.wide, long: answers.long, subjects: answers.subjects, ignore: answers.ignoreSheet };
  const options = ROLES.map((role) => answer(texts[role], { kind: 'role', role }));
  const proposed = ROLES.findIndex((role) => role === mapping.role);
  asked.ask('sheet.role', '', fitsNothing === true ? ask.fitsNothing() : ask.role(), options, { proposed });
}
