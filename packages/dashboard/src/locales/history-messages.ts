import type { Change, SchemeSource } from '@kaoheng/engine/live';
import type { ChangeNames, ViewChange } from '../keep/history-lines.ts';

/** Words about what was done in a workspace, and of going back. */
export interface HistoryMessages {
  readonly history: (entries: number) => string;
  readonly historyHint: string;
  /** What was done with views is worded by `savedViews.history`. */
  readonly changeText: (change: Exclude<Change, ViewChange>, names: ChangeNames) => string;
  readonly valueChanged: (title: string, before: string, after: string) => string;
  readonly reasonGiven: (reason: string) => string;
  readonly reasonAsked: string;
  readonly moment: (time: Date) => string;
  readonly stateNow: string;
  readonly returnHere: string;
  readonly returnToEntry: (number: number) => string;
  readonly valueAsWritten: (written: string) => string;
  readonly returned: (number: number) => string;
}

/** Which scheme: a built-in one by its title, another by its file. */
function schemeOf(source: SchemeSource, { schemeTitle }: ChangeNames): string {
  return 'builtIn' in source ? schemeTitle(source.builtIn) : source.name;
}

/** Where a value of the data stands. */
interface ValuePlace {
  readonly period: string;
  readonly subject: string;
  readonly item: string;
  /** A column of the subjects, where the value is no item. */
  readonly column?: string;
}

/** Which value of the data: when, whose, and what. */
function valueOf({ period, subject, item, column = '' }: ValuePlace, { subjectName, itemTitle }: ChangeNames): string {
  return [period, subjectName(subject), column || itemTitle(item)].filter(Boolean).join(' ');
}

export const historyZh: HistoryMessages = {
  history: (entries) => `历史（${entries} 条）`,
  historyHint: '每次改动都有记录。恢复到以前的状态也是一条记录，什么都不会丢。',
  changeText: (change, names) => {
    const files = (id: string): string => names.filesOf(id).join('、');
    const value = (text: string): string => text || '（空）';
    switch (change.kind) {
      case 'scheme':
        return `打开方案 ${schemeOf(change.scheme, names)}`;
      case 'sample':
        return `打开示例 ${schemeOf(change.scheme, names)}`;
      case 'import':
        return `导入 ${change.import.files.map(({ name }) => name).join('、')}${change.replace ? '' : '（补充）'}${change.import.withoutRefused ? '，不含拒收的行' : ''}`;
      case 'remove import':
        return `撤销导入 ${files(change.import)}`;
      case 'amend import':
        return change.amendments.length > 0
          ? `就地改正 ${files(change.import)} 的 ${change.amendments.length} 处`
          : `撤回对 ${files(change.import)} 的就地改正`;
      case 'parameters':
        return '修改参数';
      case 'correct':
        return change.correction.before === ''
          ? `补录 ${valueOf(change.correction, names)}：${value(change.correction.after)}`
          : `更正 ${valueOf(change.correction, names)}：${value(change.correction.before)} 改为 ${value(change.correction.after)}`;
      case 'withdraw correction': {
        const taken = names.correction(change.correction);
        return taken ? `撤回更正 ${valueOf(taken, names)}` : '撤回一处更正';
      }
      case 'choose':
        return `选定 ${valueOf(change.choice, names)} 以这次导入为准`;
      case 'choose for many':
        return `一次选定 ${change.choice.places.length} 处数据以同一次导入为准`;
      case 'return':
        return `恢复到第 ${change.to} 条之后的状态`;
    }
  },
  valueChanged: (title, before, after) => `${title}：${before} 改为 ${after}`,
  reasonGiven: (reason) => `原因：${reason}`,
  reasonAsked: '原因（记入历史，可不填）',
  moment: (time) =>
    `${time.getFullYear()}-${String(time.getMonth() + 1).padStart(2, '0')}-${String(time.getDate()).padStart(2, '0')} ${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`,
  stateNow: '现在',
  returnHere: '恢复到此',
  returnToEntry: (number) => `恢复到此（第 ${number} 条之后）`,
  valueAsWritten: (written) => (written === '' ? '方案原值' : `${written}（方案原值）`),
  returned: (number) => `已恢复到第 ${number} 条之后的状态，并重新计算。`,
};

export const historyEn: HistoryMessages = {
  history: (entries) => `History (${entries} ${entries === 1 ? 'entry' : 'entries'})`,
  historyHint: 'Every change is written down. Going back is an entry too, so nothing is lost.',
  changeText: (change, names) => {
    const files = (id: string): string => names.filesOf(id).join(', ');
    const value = (text: string): string => text || '(empty)';
    switch (change.kind) {
      case 'scheme':
        return `Opened the scheme ${schemeOf(change.scheme, names)}`;
      case 'sample':
        return `Opened the sample ${schemeOf(change.scheme, names)}`;
      case 'import':
        return `Imported ${change.import.files.map(({ name }) => name).join(', ')}${change.replace ? '' : ' in addition'}${change.import.withoutRefused ? ', without the rows refused' : ''}`;
      case 'remove import':
        return `Took back the import of ${files(change.import)}`;
      case 'amend import':
        return change.amendments.length > 0
          ? `Amended ${files(change.import)} in ${change.amendments.length} cells or rows`
          : `Took back the amendments of ${files(change.import)}`;
      case 'parameters':
        return 'Changed parameters';
      case 'correct':
        return change.correction.before === ''
          ? `Entered ${valueOf(change.correction, names)}: ${value(change.correction.after)}`
          : `Corrected ${valueOf(change.correction, names)}: ${value(change.correction.before)} to ${value(change.correction.after)}`;
      case 'withdraw correction': {
        const taken = names.correction(change.correction);
        return taken ? `Took back the correction of ${valueOf(taken, names)}` : 'Took back a correction';
      }
      case 'choose':
        return `Chose the import that counts for ${valueOf(change.choice, names)}`;
      case 'choose for many':
        return `Chose one import for ${change.choice.places.length} conflicts at once`;
      case 'return':
        return `Went back to the state after entry ${change.to}`;
    }
  },
  valueChanged: (title, before, after) => `${title}: ${before} to ${after}`,
  reasonGiven: (reason) => `Reason: ${reason}`,
  reasonAsked: 'Reason (for the history; may be left empty)',
  moment: (time) => time.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
  stateNow: 'now',
  returnHere: 'Go back to here',
  returnToEntry: (number) => `Go back to here (after entry ${number})`,
  valueAsWritten: (written) => (written === '' ? 'as the scheme has it' : `${written} (as the scheme has it)`),
  returned: (number) => `Back at the state after entry ${number}, and computed again.`,
};
