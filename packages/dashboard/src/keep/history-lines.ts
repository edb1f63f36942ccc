import {
  contentAfter,
  type Change,
  type Correction,
  type JournalEntry,
  type ParameterDeclaration,
} from '@kaoheng/engine/live';
import type { LocalText } from '@kaoheng/engine/reader';
import { writtenValue } from '../views/parameter-settings.ts';
import type { Messages } from '../locales/messages.ts';

/** An entry of the history as it is shown. */
export interface HistoryLine {
  readonly number: number;
  readonly time: Date;
  readonly text: string;
  /** What changed, old value and new, one line each. */
  readonly details: readonly string[];
  readonly reason: string;
}

/** What things are called by those who read the history. */
export interface HistoryNames {
  readonly schemeTitle: (id: string) => string;
  readonly subjectName: (id: string) => string;
  readonly itemTitle: (item: string) => string;
}

/** With what only the history itself can tell. */
export interface ChangeNames extends HistoryNames {
  /** Files of an import. */
  readonly filesOf: (id: string) => readonly string[];
  readonly correction: (id: string) => Correction | null;
}

/** The history in words, the newest entry first. */
export function historyLines(
  journal: readonly JournalEntry[],
  words: Messages,
  pick: (text: LocalText) => string,
  parameters: readonly ParameterDeclaration[],
  names: HistoryNames,
): HistoryLine[] {
  const details = (number: number, change: Change): readonly string[] => {
    if (change.kind === 'parameters') return parameterLines(journal, number, change, words, pick, parameters);
    return change.kind === 'choose for many' || change.kind === 'choose' ? filesOf(journal, change.choice.import) : [];
  };
  return journal
    .map(({ number, time, reason, change }) => ({
      number,
      time: new Date(time),
      reason,
      text: isOfView(change)
        ? viewText(journal, number, change, words)
        : words.changeText(change, {
            ...names,
            filesOf: (id) => filesOf(journal, id),
            correction: (id) => correctionOf(journal, id),
          }),
      details: details(number, change),
    }))
    .reverse();
}

/** Files of an import, whatever has become of it. */
function filesOf(journal: readonly JournalEntry[], id: string): readonly string[] {
  return journal.flatMap(({ change }) =>
    change.kind === 'import' && change.import.id === id ? change.import.files.map(({ name }) => name) : [],
  );
}

function correctionOf(journal: readonly JournalEntry[], id: string): Correction | null {
  for (const { change } of journal)
    if (change.kind === 'correct' && change.correction.id === id) return change.correction;
  return null;
}

/** A change of the views that a workspace keeps. */
export type ViewChange = Extract<Change, { kind: 'save view' | 'remove view' }>;

function isOfView(change: Change): change is ViewChange {
  return change.kind === 'save view' || change.kind === 'remove view';
}

/** What was done with a view is told by what it was before. */
function viewText(
  journal: readonly JournalEntry[],
  number: number,
  change: ViewChange,
  { savedViews: { history } }: Messages,
): string {
  const id = change.kind === 'save view' ? change.view.id : change.view;
  const before = contentAfter(journal, number - 1)?.views.find((view) => view.id === id);
  if (change.kind === 'remove view') return history.removed(before?.name ?? '');
  const { name } = change.view;
  if (before === undefined) return history.saved(name);
  return before.name === name ? history.changed(name) : history.renamed(before.name, name);
}

function parameterLines(
  journal: readonly JournalEntry[],
  number: number,
  change: Extract<Change, { kind: 'parameters' }>,
  words: Messages,
  pick: (text: LocalText) => string,
  declared: readonly ParameterDeclaration[],
): string[] {
  const before = contentAfter(journal, number - 1)?.parameters ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(change.parameters)])];
  return names
    .filter((name) => before[name] !== change.parameters[name])
    .map((name) => {
      const parameter = declared.find((candidate) => candidate.name === name);
      const written = parameter === undefined ? '' : writtenValue(parameter);
      const shown = (value: string | undefined): string =>
        value === undefined ? words.valueAsWritten(written) : value === '' ? words.notSet : value;
      const title = parameter === undefined ? name : pick(parameter.title);
      return words.valueChanged(title, shown(before[name]), shown(change.parameters[name]));
    });
}
