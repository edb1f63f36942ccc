import type { CorrectionOutcome } from '@kaoheng/engine/live';

/** Words about several imports in one workspace: what came in, what contradicts, what was set right. */
export interface ImportsMessages {
  readonly howToLoad: string;
  readonly replaceData: string;
  readonly replaceDataHint: string;
  readonly addData: string;
  readonly addDataHint: string;
  readonly importsHeading: string;
  readonly importedAt: string;
  readonly counted: string;
  readonly countedOf: (counted: string, accepted: string) => string;
  readonly repeatedRows: string;
  readonly setAside: string;
  readonly refusedRows: string;
  readonly correctRow: string;
  readonly correctOf: (name: string) => string;
  readonly repeatedFile: string;
  readonly undoImport: string;
  readonly undoImportOf: (files: string) => string;
  readonly undoSure: string;
  readonly undoAnyway: string;
  readonly undoHeld: (rows: string) => string;
  readonly undoImpossible: string;
  readonly undoOnly: string;
  readonly undoChosen: (count: string) => string;
  readonly undone: string;
  readonly undoneChosen: (count: string) => string;
  readonly likenesses: (count: string) => string;
  readonly likenessesHint: string;
  readonly earlierPlace: string;
  readonly conflictsHeading: (open: string) => string;
  readonly conflictsLead: string;
  readonly conflictOpen: string;
  readonly conflictChosen: string;
  readonly countsNow: string;
  readonly choose: string;
  readonly chooseAgainst: string;
  readonly chosenNow: string;
  readonly moreConflicts: (count: string) => string;
  readonly chooseFor: string;
  readonly onlyThisConflict: string;
  readonly allOfItem: (title: string, count: string) => string;
  readonly allOfImport: (count: string) => string;
  readonly chooseMany: (count: string) => string;
  readonly chooseManyReason: string;
  readonly chosenMany: (count: string) => string;
  readonly openConflictsNotice: (count: string) => string;
  readonly openConflictsText: string;
  readonly showConflicts: string;
  readonly newConflicts: (count: number) => string;
  readonly correctionsHeading: string;
  readonly correctionsLead: string;
  readonly noCorrections: string;
  readonly correct: string;
  readonly correctHeading: string;
  readonly correctLead: string;
  readonly correctedValue: string;
  readonly valueWas: string;
  readonly valueShall: string;
  readonly whichRow: string;
  readonly itemOfRow: string;
  readonly periodOfRow: string;
  readonly noSuchRow: string;
  readonly noSuchEvent: string;
  /** A row beside those that are there: the mark of another rater. */
  readonly anotherRow: string;
  readonly rowDetails: Readonly<Record<'category' | 'rater' | 'matter' | 'date', string>>;
  readonly noSuchItem: (text: string) => string;
  readonly reasonNeeded: string;
  readonly reasonColumn: string;
  readonly correctNow: string;
  readonly corrected: string;
  readonly withdraw: string;
  readonly withdrawOf: (what: string) => string;
  readonly withdrawn: string;
  readonly correctionState: string;
  readonly correctionStates: Readonly<Record<CorrectionOutcome['state'], string>>;
  readonly foundValue: (value: string) => string;
  readonly byHand: string;
  readonly ownDataOnly: string;
}

export const importsZh: ImportsMessages = {
  howToLoad: '这些文件',
  replaceData: '代替现有数据',
  replaceDataHint: '现有的导入、更正和选定都不再算数（历史里仍可恢复）。',
  addData: '加到现有数据',
  addDataHint: '相同的只计一次；与现有不同的列为冲突，未选定前以先导入的为准。',
  importsHeading: '各次导入',
  importedAt: '时间',
  counted: '计入的行',
  countedOf: (counted, accepted) => `${counted} / 接受 ${accepted}`,
  repeatedRows: '重复',
  setAside: '因冲突未计',
  refusedRows: '拒收',
  correctRow: '补录…',
  correctOf: (name) => `补录…：${name}`,
  repeatedFile: '与先前相同，未再读',
  undoImport: '撤销这次导入',
  undoImportOf: (files) => `撤销这次导入：${files}`,
  undoSure: '确认撤销',
  undoAnyway: '仍然撤销',
  undoHeld: (rows) => `撤销后，其他导入中有 ${rows} 行会读不出来（它们依赖这次导入里的对象）。`,
  undoImpossible: '不能撤销：其他导入离开它就读不出来。请先撤销那些导入。',
  undoOnly: '撤销后没有数据，只剩方案。',
  undoChosen: (count) => `有 ${count} 处说法不一的数据已选定以这次导入为准；撤销后这些选定随之取消，改以其他导入为准。`,
  undone: '已撤销；历史里可以恢复。',
  undoneChosen: (count) => `原选定以它为准的 ${count} 处数据，现以其他导入为准。`,
  likenesses: (count) => `可能重复的行：${count}`,
  likenessesHint:
    '这些行与先前导入的某一行完全相同。事件可能真的发生了两次，所以都计入；如是重复，请撤销其中一次导入或更正。',
  earlierPlace: '先前在',
  conflictsHeading: (open) => `说法不一的数据（未选定 ${open}）`,
  conflictsLead:
    '几次导入对同一数据说法不同。请选定以哪次为准，并写明理由；点选后可一次选定同一指标或同次导入的全部。未选定前以先导入的为准。',
  conflictOpen: '未选定',
  conflictChosen: '已选定',
  countsNow: '现在计入',
  choose: '选定',
  chooseAgainst: '选定理由',
  chosenNow: '已选定，分数已重算。',
  moreConflicts: (count) => `再显示（还有 ${count}）`,
  chooseFor: '选定范围',
  onlyThisConflict: '只这一处',
  allOfItem: (title, count) => `“${title}”未选定的全部 ${count} 处`,
  allOfImport: (count) => `这次导入未选定的全部 ${count} 处`,
  chooseMany: (count) => `选定这 ${count} 处`,
  chooseManyReason: '选定理由（必填）',
  chosenMany: (count) => `已选定 ${count} 处，分数已重算。可在“工作区”的历史里恢复。`,
  openConflictsNotice: (count) => `有 ${count} 处数据说法不一`,
  openConflictsText: '几次导入对同一数据说法不同，未选定前以先导入的为准。',
  showConflicts: '去选定',
  newConflicts: (count) => `与先前导入说法不一的有 ${count} 处。`,
  correctionsHeading: '更正',
  correctionsLead: '更正不改动文件：原值、新值和理由都留着，说明里看得到。',
  noCorrections: '还没有更正。',
  correct: '更正或补录…',
  correctHeading: '更正或补录',
  correctLead: '新值按导入的规则检查；理由必填。',
  correctedValue: '更正的数据',
  valueWas: '原值',
  valueShall: '新值',
  whichRow: '更正哪一行',
  itemOfRow: '指标',
  periodOfRow: '期间',
  noSuchRow: '没有这一行：将作为补录计入。',
  noSuchEvent: '没有这样的事件行。新的事件请通过导入补充。',
  anotherRow: '都不是，另补一行',
  rowDetails: { category: '类别', rater: '评分人', matter: '事项', date: '日期' },
  noSuchItem: (text) => `没有叫“${text}”的数据项，请从列表里选，或填它的编号。`,
  reasonNeeded: '理由（必填）',
  reasonColumn: '理由',
  correctNow: '更正',
  corrected: '已更正，分数已重算。',
  withdraw: '撤回',
  withdrawOf: (what) => `撤回：${what}`,
  withdrawn: '已撤回，分数已重算。',
  correctionState: '状态',
  correctionStates: {
    applied: '已生效',
    'no row': '未生效：没有这一行',
    'other value': '未生效：原值已变',
    refused: '未生效：方案不允许此值',
  },
  foundValue: (value) => `现为 ${value}`,
  byHand: '手工',
  ownDataOnly: '示例数据不能更正。',
};

export const importsEn: ImportsMessages = {
  howToLoad: 'These files',
  replaceData: 'take the place of the data',
  replaceDataHint: 'Imports, corrections and choices made so far no longer count (the history can bring them back).',
  addData: 'are added to the data',
  addDataHint:
    'What is the same counts once; what differs is a conflict, and the earlier import counts until you choose.',
  importsHeading: 'Imports',
  importedAt: 'Time',
  counted: 'Rows counted',
  countedOf: (counted, accepted) => `${counted} of ${accepted} accepted`,
  repeatedRows: 'Repeated',
  setAside: 'Set aside in conflicts',
  refusedRows: 'Refused',
  correctRow: 'Enter…',
  correctOf: (name) => `Enter… for ${name}`,
  repeatedFile: 'imported before, not read again',
  undoImport: 'Undo this import',
  undoImportOf: (files) => `Undo this import: ${files}`,
  undoSure: 'Undo it',
  undoAnyway: 'Undo all the same',
  undoHeld: (rows) =>
    `Without it, ${rows} more rows of other imports cannot be read: they speak of subjects that only this import lists.`,
  undoImpossible: 'It cannot be undone: other imports cannot be read without it. Undo those first.',
  undoOnly: 'No data are left then, only the scheme.',
  undoChosen: (count) =>
    `Conflicts that were settled for this import: ${count}. Undoing it cancels those choices, and what other imports say counts instead.`,
  undone: 'Undone; the history can bring it back.',
  undoneChosen: (count) => `Values that were settled for it and now follow another import: ${count}.`,
  likenesses: (count) => `Rows that may be repeated: ${count}`,
  likenessesHint:
    'Each of these rows is equal to one of an earlier import. An event may have happened twice, so all of them count; if one is a repetition, undo one of the imports or correct the row.',
  earlierPlace: 'Before, in',
  conflictsHeading: (open) => `Data that contradict each other (${open} open)`,
  conflictsLead:
    'Imports say different things of the same value. Choose the one that counts and say why; once one is picked, the choice can be made for all of an item or import. Until then the earlier import counts.',
  conflictOpen: 'Open',
  conflictChosen: 'Chosen',
  countsNow: 'counts now',
  choose: 'Choose',
  chooseAgainst: 'Reason',
  chosenNow: 'Chosen; the scores are computed again.',
  moreConflicts: (count) => `Show more (${count} left)`,
  chooseFor: 'Choose for',
  onlyThisConflict: 'this one only',
  allOfItem: (title, count) => `all ${count} open ones of “${title}”`,
  allOfImport: (count) => `all ${count} open ones of this import`,
  chooseMany: (count) => `Choose for these ${count}`,
  chooseManyReason: 'Reason (required)',
  chosenMany: (count) => `Chosen for ${count}; the scores are computed again. The history of the workspace leads back.`,
  openConflictsNotice: (count) => `Values in conflict: ${count}`,
  openConflictsText: 'Imports say different things of the same value; the earlier import counts until you choose.',
  showConflicts: 'Choose',
  newConflicts: (count) => `Values in conflict with earlier imports: ${count}.`,
  correctionsHeading: 'Corrections',
  correctionsLead: 'Files are not changed: the old value, the new one and the reason stay, and explanations show them.',
  noCorrections: 'No corrections yet.',
  correct: 'Correct or enter a value…',
  correctHeading: 'Correct or enter a value',
  correctLead: 'The new value is checked like one of a file. A reason is required.',
  correctedValue: 'Value',
  valueWas: 'Old value',
  valueShall: 'New value',
  whichRow: 'Which row',
  itemOfRow: 'Item',
  periodOfRow: 'Period',
  noSuchRow: 'There is no such row: the value will be entered.',
  noSuchEvent: 'There is no such event. Add new events by importing them.',
  anotherRow: 'none of these: another row',
  rowDetails: { category: 'Category', rater: 'Rater', matter: 'Matter', date: 'Date' },
  noSuchItem: (text) => `No item is called “${text}”. Choose one of the list, or enter its id.`,
  reasonNeeded: 'Reason (required)',
  reasonColumn: 'Reason',
  correctNow: 'Correct',
  corrected: 'Corrected; the scores are computed again.',
  withdraw: 'Withdraw',
  withdrawOf: (what) => `Withdraw: ${what}`,
  withdrawn: 'Withdrawn; the scores are computed again.',
  correctionState: 'State',
  correctionStates: {
    applied: 'in effect',
    'no row': 'no effect: there is no such row',
    'other value': 'no effect: the old value is another',
    refused: 'no effect: the scheme does not allow the value',
  },
  foundValue: (value) => `now ${value}`,
  byHand: 'by hand',
  ownDataOnly: 'Sample data cannot be corrected.',
};
