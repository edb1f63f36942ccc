import { isOfSamePlace, withAmendment, type Amendment, type ImportFinding } from '@kaoheng/engine/live';

/** Amendments as they were read, and as the user would have them. */
export interface AmendmentDraft {
  readonly read: readonly Amendment[];
  readonly wanted: readonly Amendment[];
}

/** What waits for a cell or its row: what it will say, or that it will not be read. `null`: nothing waits. */
export type Waiting =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'row out' }
  | { readonly kind: 'as in file' }
  | null;

export const draftFrom = (read: readonly Amendment[]): AmendmentDraft => ({ read, wanted: read });

/** The cell of a finding with another text. */
export function withText(draft: AmendmentDraft, finding: ImportFinding, text: string): AmendmentDraft {
  const { file, sheet, row, column } = finding.origin;
  return { ...draft, wanted: withAmendment(draft.wanted, { file, sheet, row, column, text }) };
}

/** The row of a finding left out. */
export function withoutRow(draft: AmendmentDraft, finding: ImportFinding): AmendmentDraft {
  return { ...draft, wanted: withAmendment(draft.wanted, rowOf(finding)) };
}

/** The cell of a finding and its row as the file has them. */
export function asInFile(draft: AmendmentDraft, finding: ImportFinding): AmendmentDraft {
  return { ...draft, wanted: draft.wanted.filter((one) => !isAbout(one, finding)) };
}

/** The cell of a finding and its row as they were read. */
export function asRead(draft: AmendmentDraft, finding: ImportFinding): AmendmentDraft {
  const own = draft.read.filter((one) => isAbout(one, finding));
  return { ...draft, wanted: [...asInFile(draft, finding).wanted, ...own] };
}

export function waitingFor({ read, wanted }: AmendmentDraft, finding: ImportFinding): Waiting {
  const row = rowOf(finding);
  const isOut = has(wanted, row);
  if (isOut !== has(read, row)) return isOut ? { kind: 'row out' } : { kind: 'as in file' };
  const now = cellAmendment(wanted, finding);
  const before = cellAmendment(read, finding);
  if (now?.text === before?.text) return null;
  return now ? { kind: 'text', text: now.text } : { kind: 'as in file' };
}

/** How many amendments came, went or changed since the files were read. */
export function countWaiting({ read, wanted }: AmendmentDraft): number {
  const isIn = (all: readonly Amendment[], one: Amendment) =>
    all.some((other) => isOfSamePlace(other, one) && other.text === one.text);
  const changed = wanted.filter((one) => !isIn(read, one));
  const gone = read.filter((one) => !wanted.some((other) => isOfSamePlace(other, one)));
  return changed.length + gone.length;
}

const rowOf = ({ origin }: ImportFinding): Amendment => ({
  file: origin.file,
  sheet: origin.sheet,
  row: origin.row,
  column: '',
  text: '',
});

const has = (amendments: readonly Amendment[], place: Amendment): boolean =>
  amendments.some((one) => isOfSamePlace(one, place));

function cellAmendment(amendments: readonly Amendment[], { origin }: ImportFinding): Amendment | undefined {
  if (origin.column === '') return undefined;
  const { file, sheet, row, column } = origin;
  return amendments.find((one) => isOfSamePlace(one, { file, sheet, row, column, text: '' }));
}

function isAbout(one: Amendment, finding: ImportFinding): boolean {
  const { origin } = finding;
  return isOfSamePlace(one, rowOf(finding)) || isOfSamePlace(one, { ...origin, text: '' });
}
