import type { Amendment } from '../io/amend/amendment.ts';
import type { ParameterSettings } from '../scheme/compile/parameters.ts';
import type {
  ChoiceForMany,
  ConflictChoice,
  Correction,
  ImportRecord,
  SavedView,
  SchemeSource,
  WorkspaceContent,
} from './content.ts';
import { choicesOf, withChoices } from './conflict-choices.ts';
import { newContent } from './content.ts';

/** What was done to a workspace. */
export type Change =
  | { readonly kind: 'scheme'; readonly scheme: SchemeSource }
  | { readonly kind: 'sample'; readonly scheme: SchemeSource }
  /** `replace`: these files take the place of all data before; otherwise they come to what is there. */
  | { readonly kind: 'import'; readonly import: ImportRecord; readonly replace: boolean }
  | { readonly kind: 'remove import'; readonly import: string }
  /** All amendments of an import, those made before included. */
  | { readonly kind: 'amend import'; readonly import: string; readonly amendments: readonly Amendment[] }
  | { readonly kind: 'parameters'; readonly parameters: ParameterSettings }
  | { readonly kind: 'correct'; readonly correction: Correction }
  | { readonly kind: 'withdraw correction'; readonly correction: string }
  | { readonly kind: 'choose'; readonly choice: ConflictChoice }
  | { readonly kind: 'choose for many'; readonly choice: ChoiceForMany }
  /** A new view, or what has become of the one with this id: another name, another look. */
  | { readonly kind: 'save view'; readonly view: SavedView }
  | { readonly kind: 'remove view'; readonly view: string }
  /** Everything as it was after an earlier entry, and the views saved since; the entries between stay in the history. */
  | { readonly kind: 'return'; readonly to: number };

/** A line of the history: what was done, when, and why. */
export interface JournalEntry {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly time: string;
  /** Why, in the user's words; empty where nobody asked. */
  readonly reason: string;
  readonly change: Change;
}

/** The history does not add up: a file that was damaged, or of a program that knew other changes. */
export class JournalFault extends Error {
  readonly number: number;
  constructor(number: number, message: string) {
    super(`Entry ${number}: ${message}`);
    this.name = 'JournalFault';
    this.number = number;
  }
}

/** What a workspace held after the last entry, or after entry number `upTo`. Throws `JournalFault`. */
export function contentAfter(journal: readonly JournalEntry[], upTo = journal.length): WorkspaceContent | null {
  const states: (WorkspaceContent | null)[] = [null];
  for (const entry of journal.slice(0, upTo)) {
    if (entry.number !== states.length) throw new JournalFault(entry.number, `number ${states.length} was expected`);
    states.push(applied(states, entry));
  }
  return states.at(-1) ?? null;
}

function applied(
  states: readonly (WorkspaceContent | null)[],
  { number, change }: JournalEntry,
): WorkspaceContent | null {
  const before = states.at(-1) ?? null;
  if (change.kind === 'return') {
    if (change.to < 0 || change.to >= number) throw new JournalFault(number, `returns to entry ${change.to}`);
    const after = states[change.to] ?? null;
    return after && { ...after, views: viewsAfterReturn(after.views, before?.views ?? []) };
  }
  if (change.kind === 'sample') return newContent(change.scheme, 'sample');
  // Files stay for any scheme; its parameters start as it has them. A sample belongs to its scheme.
  if (change.kind === 'scheme') {
    if (before === null || before.data === 'sample') return newContent(change.scheme);
    return { ...before, scheme: change.scheme, parameters: {} };
  }
  if (before === null) throw new JournalFault(number, 'there is no scheme yet');
  const imports = before.data === 'sample' ? [] : before.data;
  switch (change.kind) {
    case 'import':
      return change.replace
        ? { ...before, data: [change.import], corrections: [], choices: [] }
        : { ...before, data: [...imports, change.import] };
    case 'remove import':
      if (!imports.some(({ id }) => id === change.import)) throw new JournalFault(number, `no import ${change.import}`);
      return {
        ...before,
        data: imports.filter(({ id }) => id !== change.import),
        choices: before.choices.filter((choice) => choice.import !== change.import),
      };
    case 'amend import':
      if (!imports.some(({ id }) => id === change.import)) throw new JournalFault(number, `no import ${change.import}`);
      return {
        ...before,
        data: imports.map((one) => (one.id === change.import ? { ...one, amendments: change.amendments } : one)),
      };
    case 'parameters':
      return { ...before, parameters: change.parameters };
    case 'correct':
      return { ...before, corrections: [...before.corrections, change.correction] };
    case 'withdraw correction':
      return { ...before, corrections: before.corrections.filter(({ id }) => id !== change.correction) };
    case 'choose':
      return {
        ...before,
        choices: withChoices(before.choices, [change.choice]),
      };
    case 'choose for many':
      return { ...before, choices: withChoices(before.choices, choicesOf(change.choice)) };
    case 'save view':
      return { ...before, views: withView(before.views, change.view) };
    case 'remove view':
      return { ...before, views: before.views.filter(({ id }) => id !== change.view) };
  }
  // A journal that was not checked, of a program that knows more.
  throw new JournalFault(number, 'this change is not known');
}

/** The view in the place of the one with its id, else behind all others. */
function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  if (!views.some(({ id }) => id === view.id)) return [...views, view];
  return views.map((known) => (known.id === view.id ? view : known));
}

/** Who goes back because of the data keeps the views saved since: they are no state of the data, and change no figure. */
function viewsAfterReturn(then: readonly SavedView[], now: readonly SavedView[]): readonly SavedView[] {
  const known = new Set(then.map(({ id }) => id));
  return [...then, ...now.filter(({ id }) => !known.has(id))];
}

/** Digests of all files that any state of the history needs: what may be thrown away is the rest. */
export function digestsOf(journal: readonly JournalEntry[]): ReadonlySet<string> {
  return new Set(
    journal.flatMap(({ change }) => (change.kind === 'import' ? change.import.files.map(({ digest }) => digest) : [])),
  );
}
