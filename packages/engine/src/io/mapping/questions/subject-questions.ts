import { answerTexts as answers, questionTexts as ask } from '../../../locale/mapping-texts.ts';
import { foldText } from '../../fold-text.ts';
import { columnLetter } from '../../table.ts';
import type { MappingAnswer } from '../mapping-proposal.ts';
import { likelySubject, subjectCandidates } from '../match-subjects.ts';
import type { ProposeContext } from '../propose-context.ts';
import { subjectColumn } from '../row-kind.ts';
import type { SheetChoice } from '../sheet-draft.ts';
import { subjectOf } from '../subject-of.ts';
import { answer, ignoreColumn, MOST_PER_KIND, type Asked } from './asked.ts';

/** Shall this table be the list of subjects? */
export function askAlsoSubjects(asked: Asked): void {
  const yes = answer(answers.yes, { kind: 'also-subjects', alsoSubjects: true });
  const no = answer(answers.no, { kind: 'also-subjects', alsoSubjects: false });
  asked.ask('sheet.also-subjects', '', ask.alsoSubjects(), [yes, no], { proposed: 0 });
}

/** Who are the rows about? */
export function askSubjectColumn({ mapping, columns }: SheetChoice, asked: Asked): void {
  if (subjectColumn(mapping) >= 0 || columns.some(({ means }) => means.kind === 'of-subject')) return;
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

/** Names that no subject has, or several have. */
export function askSubjects({ mapping, columns }: SheetChoice, { subjects }: ProposeContext, asked: Asked): void {
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

/** Titles of columns beside those of subjects that name nobody, or several. */
export function askTitledSubjects({ columns, mapping }: SheetChoice, { subjects }: ProposeContext, asked: Asked): void {
  const values = columns.flatMap(({ means }) => (means.kind === 'of-subject' ? [means] : []));
  if (values.length === 0) return;
  const all = subjects.all();
  for (const { facts, means, confidence } of columns) {
    if (means.kind !== 'ignore' || confidence > 0 || facts.values.filled === 0) continue;
    const text = facts.title.parts.at(-1) ?? '';
    const namesakes = all.filter(({ name }) => foldText(name) === foldText(text));
    const candidates = namesakes.length > 1 ? [] : subjectCandidates(text, all);
    const { item } = values[0]!;
    const options = (namesakes.length > 1 ? namesakes : candidates).map(({ id, name }) =>
      answer(answers.subject(name, id), {
        kind: 'means',
        column: facts.column,
        means: { kind: 'of-subject', subject: id, ...(item === undefined ? {} : { item }) },
      }),
    );
    const code = namesakes.length > 1 ? 'subject.ambiguous' : 'subject.unknown';
    const asks = namesakes.length > 1 ? ask.ambiguous(text) : ask.subject(text);
    const place = { column: facts.column, row: mapping.header.last };
    const likely = namesakes.length > 1 || likelySubject(candidates) === null ? -1 : 0;
    asked.ask(code, `${facts.column}`, asks, [...options, ignoreColumn(facts.column)], { ...place, likely });
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
