import type { KeepStatus, Problem, WorkspaceStatus } from '@kaoheng/engine/live';
import type { LocalText } from '@kaoheng/engine/reader';
import type { Messages } from '../locales/messages.ts';
import type { GoneField } from './existing-place.ts';
import type { Notice } from './notice-list.ts';

/** What there may be to tell. */
export interface ShellFacts {
  readonly status: WorkspaceStatus | null;
  readonly kept: KeepStatus | null;
  readonly startProblem: Problem | null;
  readonly restoreProblem: Problem | null;
  readonly printProblem: Problem | null;
  readonly restarting: boolean;
  /** Files that were open before the page was loaded again. */
  readonly lostFiles: readonly string[];
  /** What a link or view has named and the results do not have. */
  readonly gone: readonly GoneField[];
  readonly goneSubject: string;
}

/** What can be done about it. */
export type ShellActions = Readonly<
  Record<'restart' | 'start' | 'print' | 'openWorkspaces' | 'openLoad' | 'showConflicts', () => void>
>;

/** What the user must know before anything else, the gravest first. */
export function shellNotices(
  facts: ShellFacts,
  actions: ShellActions,
  words: Messages,
  pick: (text: LocalText) => string,
  count: (number: number) => string,
): readonly Notice[] {
  const { status, kept, startProblem, restoreProblem, printProblem, restarting, lostFiles, gone, goneSubject } = facts;
  const openConflicts = status?.data?.merged?.openConflicts ?? 0;
  const notices: (Notice | null | undefined | false)[] = [
    status?.worker === 'lost' && {
      id: 'worker',
      tone: 'bad',
      title: words.workerLost,
      text: status.workerProblem ? pick(status.workerProblem.text) : '',
      action: { text: words.restart, busy: restarting, run: actions.restart },
    },
    startProblem &&
      status?.worker !== 'lost' && {
        id: 'start',
        tone: 'bad',
        title: words.startFailed,
        text: pick(startProblem.text),
        action: { text: words.retry, busy: false, run: actions.start },
      },
    status?.scoringProblem && {
      id: 'scoring',
      tone: 'bad',
      title: words.scoringFailed,
      text: pick(status.scoringProblem.text),
    },
    status?.store.problem && {
      id: `store ${status.store.problem.code}`,
      tone: 'warn',
      title: status.store.state === 'failed' ? words.storeFailed : words.storeNotice,
      text: pick(status.store.problem.text),
      dismissable: true,
    },
    kept?.state === 'not kept' &&
      kept.problem && {
        id: 'kept',
        tone: 'bad',
        title: words.notKept,
        text: pick(kept.problem.text),
        stays: true,
        action: { text: words.handle, run: actions.openWorkspaces },
      },
    kept?.state === 'behind' &&
      kept.problem && {
        id: 'behind',
        tone: 'bad',
        title: words.isBehind,
        text: pick(kept.problem.text),
        stays: true,
        action: { text: words.handle, run: actions.openWorkspaces },
      },
    restoreProblem && {
      id: 'restore',
      tone: 'bad',
      title: words.restoreFailed,
      text: pick(restoreProblem.text),
      action: { text: words.handle, run: actions.openWorkspaces },
    },
    printProblem && {
      id: 'print',
      tone: 'bad',
      title: words.printFailed,
      text: pick(printProblem.text),
      action: { text: words.retry, run: actions.print },
    },
    lostFiles.length > 0 && {
      id: 'lost',
      tone: 'warn',
      title: words.lostTitle,
      text: words.lostText(words.filesOf(lostFiles)),
      dismissable: true,
    },
    gone.length > 0 && {
      id: 'gone fields',
      tone: 'info',
      title: '',
      text: words.savedViews.gone(gone.map((field) => words.savedViews.goneFields[field])),
    },
    goneSubject !== '' && { id: 'gone', tone: 'info', title: '', text: words.subjectGone(goneSubject) },
    status?.data?.source === 'sample' && {
      id: 'sample',
      tone: 'info',
      title: words.sampleTitle,
      text: words.sampleText(count(status.data.subjects)),
      action: { text: words.loadOwn, primary: true, run: actions.openLoad },
    },
    openConflicts > 0 && {
      id: `conflicts-${openConflicts}`,
      tone: 'warn',
      title: words.openConflictsNotice(count(openConflicts)),
      text: words.openConflictsText,
      dismissable: true,
      action: { text: words.showConflicts, run: actions.showConflicts },
    },
  ];
  return notices.filter((notice): notice is Notice => Boolean(notice));
}
