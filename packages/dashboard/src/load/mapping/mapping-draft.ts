import {
  changeMapping,
  tableKey,
  type ColumnMeaning,
  type GivenTable,
  type MappingChange,
  type MappingProposal,
  type MappingQuestion,
  type SheetMapping,
  type SheetProposal,
  type SheetRole,
} from '@kaoheng/engine/live';

/** One decision: an answer to a question, or a correction that nobody asked for. The later one counts. */
interface Decision {
  /** What it decides; a later decision of the same takes its place. */
  readonly about: string;
  /** The table that it is about. */
  readonly key: string;
  /** Index of the answer; −1: said in words of one's own, or no answer at all. */
  readonly answer: number;
  readonly changes: readonly MappingChange[];
  /** A person took it; others are what is proposed. */
  readonly byHand: boolean;
}

/** A proposal with what a person has decided so far. Never changed: every decision makes the next one. */
export interface MappingDraft {
  readonly proposal: MappingProposal;
  readonly decisions: readonly Decision[];
  /** What tables are and where their headers stand, as a person says: the columns are then to be proposed anew. */
  readonly given: readonly GivenTable[];
  /** The files, as they were chosen. */
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

/** A decision, to be taken on the draft as it is by then. */
export type DraftEdit = (draft: MappingDraft) => MappingDraft;

/** What is proposed, with the answers that are taken unless a person says otherwise. */
export function draftOf(proposal: MappingProposal, files: MappingDraft['files'] = []): MappingDraft {
  const start: MappingDraft = { proposal, decisions: [], given: [], files };
  return proposal.questions.reduce(
    (draft, { id, key, answers, proposed }) =>
      proposed < 0
        ? draft
        : decided(draft, { about: id, key, answer: proposed, changes: answers[proposed]!.changes, byHand: false }),
    start,
  );
}

/**
 * The draft for a new proposal of the same files. What a person has decided stays as long as what it is about is still
 * there: the question with that answer, or the column.
 */
export function proposedAnew(draft: MappingDraft, proposal: MappingProposal): MappingDraft {
  const kept = draft.decisions.flatMap((decision): Decision[] => {
    if (!decision.byHand) return [];
    const { about, key, answer, changes } = decision;
    const before = draft.proposal.questions.find(({ id }) => id === about);
    const sheet = proposal.sheets.find((one) => one.key === key);
    if (before === undefined) return sheet && changes.every((change) => fits(change, sheet)) ? [decision] : [];
    const now = proposal.questions.find(({ id }) => id === about);
    if (now === undefined) return [];
    if (answer < 0) return [decision];
    const said = before.answers[answer]?.text.zh;
    const same = now.answers.findIndex(({ text }) => text.zh === said);
    return same < 0 ? [] : [{ ...decision, answer: same, changes: now.answers[same]!.changes }];
  });
  return kept.reduce(decided, { ...draftOf(proposal, draft.files), given: draft.given });
}

/** Whether a correction still has its column, and this can be what it was corrected to. */
function fits(change: MappingChange, { mapping, columns }: SheetProposal): boolean {
  if (!('column' in change)) return true;
  if (!columns.some(({ column }) => column === change.column)) return false;
  return change.kind !== 'means' || isPossible(change.means, mapping.role);
}

function isPossible({ kind }: ColumnMeaning, role: SheetRole): boolean {
  switch (kind) {
    case 'figure':
    case 'of-subject':
      return role === 'wide';
    case 'value':
      return role === 'long';
    case 'attribute':
      return role === 'subjects';
    default:
      return true;
  }
}

export function withAnswer(draft: MappingDraft, question: MappingQuestion, answer: number): MappingDraft {
  const { id, key } = question;
  const changes = question.answers[answer]?.changes ?? [];
  const next = decided(draft, { about: id, key, answer, changes, byHand: true });
  return changes.reduce((now, change) => {
    if (change.kind === 'role') return withGiven(now, { key, role: change.role });
    // Who is who decides whom the rows of all other tables are about.
    return change.kind === 'named-with' ? withGiven(now, { key, namedWith: change.namedWith }) : now;
  }, next);
}

/** An answer in words of one's own; none are no answer. */
export function withOwnAnswer(draft: MappingDraft, question: MappingQuestion, change: MappingChange | null) {
  const { id, key } = question;
  return decided(draft, { about: id, key, answer: -1, changes: change === null ? [] : [change], byHand: true });
}

/** A correction that nobody asked for. */
export function withChange(draft: MappingDraft, { key }: SheetProposal, ...changes: readonly MappingChange[]) {
  return changes.reduce((now, change) => {
    const what = 'column' in change ? `${change.kind} ${change.column}` : change.kind;
    const which = change.kind === 'fixed' ? change.field : change.kind === 'word' ? change.text : '';
    const about = [key, what, which].join('›');
    return decided(now, { about, key, answer: -1, changes: [change], byHand: true });
  }, draft);
}

/** What a table is, as a person says. */
export function withRole(draft: MappingDraft, { key }: SheetProposal, role: SheetRole): MappingDraft {
  const question = draft.proposal.questions.find((one) => one.code === 'sheet.role' && one.key === key);
  const answer = question?.answers.findIndex(({ changes }) =>
    changes.some((change) => change.kind === 'role' && change.role === role),
  );
  return question && answer !== undefined && answer >= 0
    ? withAnswer(draft, question, answer)
    : withGiven(draft, { key, role });
}

/** Questions about names that are probably somebody, and have no answer yet. */
export function likelyNames(draft: MappingDraft): readonly MappingQuestion[] {
  return openQuestions(draft).filter(({ likely }) => likely !== undefined);
}

/** Takes the likely answer to each of these questions. */
export function withLikelyNames(draft: MappingDraft): MappingDraft {
  return likelyNames(draft).reduce((now, question) => withAnswer(now, question, question.likely ?? -1), draft);
}

/** Rows of the header that a person has counted. */
export function withHeader(draft: MappingDraft, { key }: SheetProposal, first: number, last: number): MappingDraft {
  return withGiven(draft, { key, header: { first, last } });
}

/** All tables of a sheet as one, or as they seem to be parted. */
export function withOneTable(draft: MappingDraft, { mapping }: SheetProposal, isOneTable: boolean): MappingDraft {
  const { file, sheet, copy } = mapping;
  const whole = tableKey({ file, sheet, ...(copy !== undefined && { copy }) });
  const isOther = ({ key }: { readonly key: string }): boolean => !key.startsWith(whole);
  // What was said of the tables as they were is not about those that come.
  const rest = { ...draft, given: draft.given.filter(isOther), decisions: draft.decisions.filter(isOther) };
  return isOneTable ? withGiven(rest, { key: whole, isOneTable }) : rest;
}

/** Whether a person said that the sheet of a table is one table. */
export function isJoined({ given }: MappingDraft, { key }: SheetProposal): boolean {
  return given.some((one) => one.key === key && one.isOneTable === true);
}

function withGiven(draft: MappingDraft, said: GivenTable): MappingDraft {
  const before = draft.given.find(({ key }) => key === said.key);
  const others = draft.given.filter(({ key }) => key !== said.key);
  return { ...draft, given: [...others, { ...before, ...said }] };
}

function decided(draft: MappingDraft, decision: Decision): MappingDraft {
  return { ...draft, decisions: [...draft.decisions.filter(({ about }) => about !== decision.about), decision] };
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
  if (change?.kind === 'means' && change.means.kind === 'of-subject') return change.means.subject;
  return change?.kind === 'subject' ? change.subject : '';
}

/** How a table is read now. */
export function mappingOf({ decisions, given }: MappingDraft, { key, mapping }: SheetProposal): SheetMapping {
  const said = given.find((one) => one.key === key);
  const { header = mapping.header, role = mapping.role } = said ?? {};
  const isMoved = header.first !== mapping.header.first || header.last !== mapping.header.last;
  const data = isMoved ? { ...mapping.data, first: header.last + 1 } : mapping.data;
  return decisions
    .filter((decision) => decision.key === key)
    .reduce((now, { changes }) => changeMapping(now, changes), { ...mapping, header, role, data });
}

export function mappingsOf(draft: MappingDraft): readonly SheetMapping[] {
  return draft.proposal.sheets.map((sheet) => mappingOf(draft, sheet));
}

/** Questions of tables that are read; of one that is not, only what it is. */
export function liveQuestions(draft: MappingDraft): readonly MappingQuestion[] {
  const mappings = new Map(draft.proposal.sheets.map((sheet) => [sheet.key, mappingOf(draft, sheet)]));
  return draft.proposal.questions.filter((question) => {
    const mapping = mappings.get(question.key);
    if (question.code === 'sheet.role' || mapping === undefined) return true;
    return mapping.role !== 'ignore' && isOfItem(draft, question, mapping);
  });
}

/** What is asked about the values of one item is asked no more when the column is another one, or is not read. */
function isOfItem(draft: MappingDraft, question: MappingQuestion, { columns }: SheetMapping): boolean {
  const { ofItem } = question;
  const now = columns.find(({ column }) => column === ofItem?.column);
  if (ofItem === undefined || now === undefined || now.open) return true;
  if (now.means.kind === 'figure') return now.means.item === ofItem.item;
  // Its own answer may be that the column is not read.
  const changes = question.answers[answerOf(draft, question)]?.changes ?? [];
  return changes.some((change) => change.kind === 'means' && change.means.kind === 'ignore');
}

/** Questions that have no answer yet. */
export function openQuestions(draft: MappingDraft): readonly MappingQuestion[] {
  return liveQuestions(draft).filter(
    (question) => answerOf(draft, question) < 0 && ownAnswerOf(draft, question) === '',
  );
}
