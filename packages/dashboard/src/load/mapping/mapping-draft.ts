import {
  changeMapping,
  type MappingChange,
  type MappingProposal,
  type MappingQuestion,
  type SheetMapping,
  type SheetProposal,
} from '@kaoheng/engine/live';

/** One decision: an answer to a question, or a correction that nobody asked for. The later one counts. */
interface Decision {
  /** What it decides; a later decision of the same takes its place. */
  readonly about: string;
  readonly file: string;
  readonly sheet: string;
  /** Index of the answer; −1: said in words of one's own, or no answer at all. */
  readonly answer: number;
  readonly changes: readonly MappingChange[];
  /** Rows of header and data that a person has counted. */
  readonly rows?: Pick<SheetMapping, 'header' | 'data'>;
}

/** A proposal with what a person has decided so far. Never changed: every decision makes the next one. */
export interface MappingDraft {
  readonly proposal: MappingProposal;
  readonly decisions: readonly Decision[];
}

/** A decision, to be taken on the draft as it is by then. */
export type DraftEdit = (draft: MappingDraft) => MappingDraft;

/** What is proposed, with the answers that are taken unless a person says otherwise. */
export function draftOf(proposal: MappingProposal): MappingDraft {
  const start: MappingDraft = { proposal, decisions: [] };
  return proposal.questions.reduce(
    (draft, question) => (question.proposed < 0 ? draft : withAnswer(draft, question, question.proposed)),
    start,
  );
}

export function withAnswer(draft: MappingDraft, question: MappingQuestion, answer: number): MappingDraft {
  const { id, file, sheet } = question;
  return decided(draft, { about: id, file, sheet, answer, changes: question.answers[answer]?.changes ?? [] });
}

/** An answer in words of one's own; none are no answer. */
export function withOwnAnswer(draft: MappingDraft, question: MappingQuestion, change: MappingChange | null) {
  const { id, file, sheet } = question;
  return decided(draft, { about: id, file, sheet, answer: -1, changes: change === null ? [] : [change] });
}

/** A correction that nobody asked for. */
export function withChange(draft: MappingDraft, { file, sheet }: SheetMapping, change: MappingChange): MappingDraft {
  const what = 'column' in change ? `${change.kind} ${change.column}` : change.kind;
  const about = [file, sheet, what, change.kind === 'fixed' ? change.field : ''].join('›');
  return decided(draft, { about, file, sheet, answer: -1, changes: [change] });
}

export function withRows(draft: MappingDraft, mapping: SheetMapping, first: number, last: number): MappingDraft {
  const { file, sheet, data } = mapping;
  const rows = { header: { first, last }, data: { first: last + 1, last: data.last } };
  return decided(draft, { about: [file, sheet, 'rows'].join('›'), file, sheet, answer: -1, changes: [], rows });
}

/** Questions about names that are probably somebody, and have no answer yet. */
export function likelyNames(draft: MappingDraft): readonly MappingQuestion[] {
  return openQuestions(draft).filter(({ likely }) => likely !== undefined);
}

/** Takes the likely answer to each of these questions. */
export function withLikelyNames(draft: MappingDraft): MappingDraft {
  return likelyNames(draft).reduce((now, question) => withAnswer(now, question, question.likely ?? -1), draft);
}

function decided({ proposal, decisions }: MappingDraft, decision: Decision): MappingDraft {
  return { proposal, decisions: [...decisions.filter(({ about }) => about !== decision.about), decision] };
}

/** Index of the answer to a question; −1: none of those offered. */
export function answerOf({ decisions }: MappingDraft, { id }: MappingQuestion): number {
  return decisions.find(({ about }) => about === id)?.answer ?? -1;
}

/** What was answered in words of one's own; empty: nothing. */
export function ownAnswerOf({ decisions }: MappingDraft, { id }: MappingQuestion): string {
  const decision = decisions.find(({ about }) => about === id);
  const change = decision?.answer === -1 ? decision.changes[0] : undefined;
  if (change?.kind === 'fixed') return change.value;
  return change?.kind === 'subject' ? change.subject : '';
}

/** How a sheet is read now. */
export function mappingOf({ decisions }: MappingDraft, { mapping }: SheetProposal): SheetMapping {
  return decisions
    .filter(({ file, sheet }) => file === mapping.file && sheet === mapping.sheet)
    .reduce((now, { changes, rows }) => ({ ...changeMapping(now, changes), ...rows }), mapping);
}

export function mappingsOf(draft: MappingDraft): readonly SheetMapping[] {
  return draft.proposal.sheets.map((sheet) => mappingOf(draft, sheet));
}

/** Questions of sheets that are read; of one that is not, only what it is. */
export function liveQuestions(draft: MappingDraft): readonly MappingQuestion[] {
  const ignored = new Set(
    mappingsOf(draft)
      .filter(({ role }) => role === 'ignore')
      .map(({ file, sheet }) => `${file}›${sheet}`),
  );
  return draft.proposal.questions.filter(
    ({ code, file, sheet }) => code === 'sheet.role' || !ignored.has(`${file}›${sheet}`),
  );
}

/** Questions that have no answer yet. */
export function openQuestions(draft: MappingDraft): readonly MappingQuestion[] {
  return liveQuestions(draft).filter(
    (question) => answerOf(draft, question) < 0 && ownAnswerOf(draft, question) === '',
  );
}
