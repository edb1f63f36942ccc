import type { KeepStatus } from '@kaoheng/engine/live';

/** Words about workspaces: how they are kept, as what files, and others on this machine. */
export interface KeepMessages {
  readonly workspaces: string;
  readonly thisWorkspace: string;
  readonly workspaceTitle: string;
  readonly sampleNotKept: string;
  readonly keepStates: Readonly<Record<KeepStatus['state'], string>>;
  readonly isBehind: string;
  readonly notKept: string;
  readonly handle: string;
  readonly keepAgain: string;
  readonly keepAsNew: string;
  readonly copyOf: (title: string) => string;
  readonly takeTheirs: string;
  readonly saveAsFile: string;
  readonly saveFileNow: string;
  readonly savedAs: (name: string) => string;
  readonly fileHolds: string;
  readonly sealFile: string;
  readonly fileIsOpen: string;
  readonly passphrase: string;
  readonly passphraseAgain: string;
  readonly passphraseOf: (name: string) => string;
  readonly passphraseMissing: string;
  readonly passphraseDiffers: string;
  readonly passphraseLost: string;
  readonly otherWorkspaces: string;
  readonly noOtherWorkspaces: string;
  readonly keptOnThisMachine: string;
  readonly workspaceFacts: (changed: string, entries: number) => string;
  readonly open: string;
  readonly openWorkspace: (title: string) => string;
  readonly workspaceOpened: (title: string) => string;
  readonly deleteIt: string;
  readonly deleteWorkspace: (title: string) => string;
  readonly deleteForGood: string;
  readonly deleteNow: string;
  readonly workspaceDeleted: (title: string) => string;
  readonly openWorkspaceFile: string;
  readonly restoring: string;
  readonly restoreFailed: string;
}

export const keepZh: KeepMessages = {
  workspaces: '工作区',
  thisWorkspace: '当前工作区',
  workspaceTitle: '工作区名称',
  sampleNotKept: '现在打开的是示例。载入自己的方案或数据后，工作区会自动保存在本机。',
  keepStates: {
    nothing: '',
    keeping: '正在保存…',
    kept: '已自动保存',
    behind: '另一标签页已改动',
    'not kept': '未保存',
  },
  isBehind: '另一个标签页刚改动了这个工作区',
  notKept: '刚才的改动没有存下',
  handle: '处理',
  keepAgain: '再存一次',
  keepAsNew: '另存为新的工作区',
  copyOf: (title) => `${title}（副本）`,
  takeTheirs: '载入另一边的状态',
  saveAsFile: '保存为文件…',
  saveFileNow: '保存',
  savedAs: (name) => `已保存为 ${name}，请在浏览器的下载中查看。`,
  fileHolds: '文件含方案、导入的原始文件、参数和全部历史，可在另一台机器上打开。',
  sealFile: '用口令加密',
  fileIsOpen:
    '没有加密：拿到这个文件的人都能打开，看到全部数据、评分人和每个评分。通过邮件、即时通信或 U 盘传递时，请加密。',
  passphrase: '口令',
  passphraseAgain: '再输一次',
  passphraseOf: (name) => `${name} 的口令`,
  passphraseMissing: '请输入口令。',
  passphraseDiffers: '两次输入的口令不同。',
  passphraseLost: '忘了口令，文件就再也打不开了。',
  otherWorkspaces: '本机上的其他工作区',
  noOtherWorkspaces: '没有其他工作区。',
  keptOnThisMachine: '工作区保存在本机的这个浏览器里，不上传。清除浏览器数据会一并删除，请把重要的另存为文件。',
  workspaceFacts: (changed, entries) => `${changed} 改动，历史 ${entries} 条`,
  open: '打开',
  openWorkspace: (title) => `打开“${title}”`,
  workspaceOpened: (title) => `已打开“${title}”。`,
  deleteIt: '删除',
  deleteWorkspace: (title) => `删除“${title}”`,
  deleteForGood: '删除后无法找回。',
  deleteNow: '确认删除',
  workspaceDeleted: (title) => `已删除“${title}”。`,
  openWorkspaceFile: '打开工作区文件',
  restoring: '正在打开上次的工作区…',
  restoreFailed: '上次的工作区没有打开',
};

export const keepEn: KeepMessages = {
  workspaces: 'Workspaces',
  thisWorkspace: 'This workspace',
  workspaceTitle: 'Name of the workspace',
  sampleNotKept:
    'A sample is open. Once you load a scheme or data of your own, the workspace keeps itself on this machine.',
  keepStates: {
    nothing: '',
    keeping: 'Saving…',
    kept: 'Saved',
    behind: 'Changed in another tab',
    'not kept': 'Not saved',
  },
  isBehind: 'Another tab has just changed this workspace',
  notKept: 'The last change was not saved',
  handle: 'See to it',
  keepAgain: 'Try again',
  keepAsNew: 'Keep as a new workspace',
  copyOf: (title) => `${title} (copy)`,
  takeTheirs: 'Load what the other tab has',
  saveAsFile: 'Save as a file…',
  saveFileNow: 'Save',
  savedAs: (name) => `Saved as ${name}; look among the browser’s downloads.`,
  fileHolds:
    'The file holds the scheme, the imported files as they were, parameters and the whole history. It opens on any machine.',
  sealFile: 'Encrypt with a passphrase',
  fileIsOpen:
    'Not encrypted: whoever gets hold of this file can open it and see all data, the raters and every rating. Encrypt it before it is sent or carried around.',
  passphrase: 'Passphrase',
  passphraseAgain: 'Once more',
  passphraseOf: (name) => `Passphrase of ${name}`,
  passphraseMissing: 'Enter a passphrase.',
  passphraseDiffers: 'The two passphrases differ.',
  passphraseLost: 'Without the passphrase nobody can ever open the file again.',
  otherWorkspaces: 'Others on this machine',
  noOtherWorkspaces: 'There are no others.',
  keptOnThisMachine:
    'Workspaces are kept in this browser on this machine and sent nowhere. Clearing the browser’s data deletes them: save those that matter as files.',
  workspaceFacts: (changed, entries) => `changed ${changed}, ${entries} ${entries === 1 ? 'entry' : 'entries'}`,
  open: 'Open',
  openWorkspace: (title) => `Open “${title}”`,
  workspaceOpened: (title) => `“${title}” is open.`,
  deleteIt: 'Delete',
  deleteWorkspace: (title) => `Delete “${title}”`,
  deleteForGood: 'It cannot be brought back.',
  deleteNow: 'Delete it',
  workspaceDeleted: (title) => `“${title}” was deleted.`,
  openWorkspaceFile: 'Open a workspace file',
  restoring: 'Opening the last workspace…',
  restoreFailed: 'The last workspace could not be opened',
};
