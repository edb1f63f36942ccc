import type { LocalText } from '../reader/figure.ts';

/** What can go wrong with keeping a workspace, in words for its user. Each says what is safe and what to do. */
export const workspaceTexts = {
  forbidden: {
    zh: '浏览器不允许本页保存数据（无痕窗口或策略禁止）。工作区只在内存里：关闭前请“保存为文件”。',
    en: 'The browser does not let this page keep data (a private window, or a policy). The workspace is in memory only: save it as a file before you close.',
  },
  full: {
    zh: '本机给网页的存储空间已满，这一步没有存下，但仍在内存里。请“保存为文件”，或删除不用的工作区后再存一次。',
    en: 'The space that this machine gives to web pages is used up. This step is in memory but was not kept: save the workspace as a file, or delete workspaces you do not need and try again.',
  },
  conflict: {
    zh: '这个工作区在另一个标签页里改动过，这一步没有存下。可以载入那边的状态，或把这里的另存为新的工作区。',
    en: 'This workspace was changed in another tab, so this step was not kept. Load what is there, or keep what is here as a new workspace.',
  },
  behind: {
    zh: '这里显示的是那之前的状态，在这里再作的改动存不进同一个工作区。请先载入那边的状态，或把这里的另存为新的工作区。',
    en: 'What is shown here is how it was before, and what is changed here now cannot be kept in the same workspace. Load what is there first, or keep what is here as a new workspace.',
  },
  gone: {
    zh: '这个工作区已在别处被删除。这里的内容仍在内存里，可以另存为新的工作区或文件。',
    en: 'This workspace was deleted elsewhere. What is open here is still in memory: keep it as a new workspace or as a file.',
  },
  newer: (version: string): LocalText => ({
    zh: `这是较新版本的程序（${version}）保存的，本版本读不全。请用新版本打开。`,
    en: `This was kept by a newer version of the program (${version}), of which this one does not know everything. Open it with the newer version.`,
  }),
  notAWorkspace: (name: string): LocalText => ({
    zh: `“${name}”不是考衡的工作区文件。`,
    en: `“${name}” is no workspace file of Kaoheng.`,
  }),
  damaged: (what: string): LocalText => ({
    zh: `工作区里的“${what}”已损坏，与保存时不一致。请用备份，或重新导入该文件。`,
    en: `“${what}” in the workspace is damaged: it is not what was kept. Use a backup, or import that file again.`,
  }),
  missingFile: (name: string): LocalText => ({
    zh: `工作区缺少文件“${name}”。请重新导入。`,
    en: `The workspace lacks the file “${name}”. Import it again.`,
  }),
  badJournal: (entry: number): LocalText => ({
    zh: `工作区历史的第 ${entry} 条读不懂：文件已损坏，或来自较新的版本。没有打开任何内容。`,
    en: `Entry ${entry} of the workspace's history cannot be understood: the file is damaged, or of a newer version. Nothing was opened.`,
  }),
  needsPassphrase: {
    zh: '这个工作区文件加了密，请输入口令。',
    en: 'This workspace file is encrypted. Enter its passphrase.',
  },
  wrongPassphrase: {
    zh: '口令不对，或文件已损坏。',
    en: 'The passphrase is wrong, or the file is damaged.',
  },
  noEncryption: {
    zh: '浏览器只在安全连接（https 或本机）下提供加密。请不加口令保存，再用其他工具加密。',
    en: 'Browsers encrypt only on secure connections (https, or this machine). Save without a passphrase and encrypt the file by other means.',
  },
  tooLarge: {
    zh: '工作区文件超过 1 GB，不打开。',
    en: 'The workspace file holds more than 1 GB and is not opened.',
  },
  unreadableFile: (name: string): LocalText => ({
    zh: `文件“${name}”读不到了（可能已改动、移走或被其他程序占用），它和之后的改动没有存下。请放回原文件后再存一次，或重新导入。`,
    en: `The file “${name}” cannot be read any more (changed, moved, or held by another program): neither it nor what was done since is kept. Put it back and try again, or import it anew.`,
  }),
  failed: (reason: string): LocalText => ({
    zh: `没有存下：${reason}。内容仍在内存里，请“保存为文件”。`,
    en: `Not kept: ${reason}. It is still in memory: save the workspace as a file.`,
  }),
} as const;

/** What was done with a value after it was read, as explanations say it. */
export const remarkTexts = {
  corrected: (before: string, after: string, reason: string): LocalText => ({
    zh: `更正：${before || '（空）'} → ${after || '（空）'}，${reason}`,
    en: `Corrected: ${before || '(empty)'} → ${after || '(empty)'}. ${reason}`,
  }),
  supplied: (after: string, reason: string): LocalText => ({
    zh: `手工补录：${after}，${reason}`,
    en: `Entered by hand: ${after}. ${reason}`,
  }),
  inDoubt: (others: readonly { readonly value: string; readonly place: string }[]): LocalText => ({
    zh: `冲突未定，暂以先导入的为准：${others.map(({ value, place }) => `${place} 为 ${value || '（空）'}`).join('；')}`,
    en: `In conflict, the earlier import counts for now: ${others
      .map(({ value, place }) => `${value || '(empty)'} in ${place}`)
      .join('; ')}`,
  }),
  chosen: (others: readonly { readonly value: string; readonly place: string }[], reason: string): LocalText => ({
    zh: `冲突已选定：不取 ${others.map(({ value, place }) => `${place} 的 ${value || '（空）'}`).join('；')}${reason && `，${reason}`}`,
    en: `Chosen in a conflict, not ${others.map(({ value, place }) => `${value || '(empty)'} in ${place}`).join('; ')}.${reason && ` ${reason}`}`,
  }),
} as const;

/** What is said when imports come together. */
export const mergeTexts = {
  repeatedFile: (file: string): { readonly message: LocalText; readonly remedy: LocalText } => ({
    message: {
      zh: `文件“${file}”与先前导入的一份逐字节相同，没有再读。`,
      en: `The file “${file}” is byte by byte one that was imported before and was not read again.`,
    },
    remedy: {
      zh: '如是想更新数据，请选择改过的文件。',
      en: 'If the data were to be brought up to date, choose the file that was changed.',
    },
  }),
  notYetOpen: { zh: '还没有打开考核方案。', en: 'No scheme has been opened yet.' },
  noOwnData: {
    zh: '打开的是示例数据或没有数据，不能更正；请先载入自己的数据。',
    en: 'What is open is a sample, or nothing: load data of your own before you correct them.',
  },
  noImport: { zh: '没有这次导入，可能已经撤销。', en: 'There is no such import; it may have been undone.' },
  noCorrection: { zh: '没有这处更正，可能已经撤回。', en: 'There is no such correction; it may have been withdrawn.' },
  noReasonForMany: {
    zh: '一次选定多处，请写明理由。',
    en: 'Say why: the choice stands for many.',
  },
  noReason: { zh: '请写明更正的理由。', en: 'Say why it is corrected.' },
} as const;
