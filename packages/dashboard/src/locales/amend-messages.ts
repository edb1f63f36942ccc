/** Words about cells and rows that are set right while files are read. */
export interface AmendMessages {
  readonly hint: string;
  readonly cell: string;
  readonly cellOf: (place: string) => string;
  readonly row: string;
  readonly rowOf: (place: string) => string;
  readonly newText: (place: string) => string;
  readonly take: string;
  readonly undo: string;
  readonly undoOf: (place: string) => string;
  readonly willRead: (text: string) => string;
  readonly willBeEmpty: string;
  readonly willStayOut: string;
  readonly willBeAsInFile: string;
  readonly waiting: (count: number) => string;
  readonly readAgain: string;
  readonly discard: string;
  readonly moreRefused: (rows: string) => string;
}

export const amendZh: AmendMessages = {
  hint: '可以就地改正单元格，或不读某一行；文件本身不变，改动记入历史。',
  cell: '改此格',
  cellOf: (place) => `改此格：${place}`,
  row: '不读此行',
  rowOf: (place) => `不读此行：${place} 所在的整行`,
  newText: (place) => `${place} 读作`,
  take: '确定',
  undo: '撤回',
  undoOf: (place) => `撤回：对 ${place} 的改动`,
  willRead: (text) => `将读作“${text}”`,
  willBeEmpty: '此格将不读',
  willStayOut: '整行将不读',
  willBeAsInFile: '将照文件读',
  waiting: (count) => `有 ${count} 处改动，重新读取后生效。`,
  readAgain: '按改动重新读取',
  discard: '放弃改动',
  moreRefused: (rows) => `没有采用：这样改会多出 ${rows} 行读不进。数据保持不变。`,
};

export const amendEn: AmendMessages = {
  hint: 'Cells can be set right here, or rows left out. The file itself does not change; the history keeps the amendment.',
  cell: 'Amend cell',
  cellOf: (place) => `Amend cell ${place}`,
  row: 'Leave row out',
  rowOf: (place) => `Leave row out: the whole row of ${place}`,
  newText: (place) => `Read ${place} as`,
  take: 'OK',
  undo: 'Take back',
  undoOf: (place) => `Take back: the amendment of ${place}`,
  willRead: (text) => `will be read as “${text}”`,
  willBeEmpty: 'this cell will be left out',
  willStayOut: 'the whole row will be left out',
  willBeAsInFile: 'will be read as the file has it',
  waiting: (count) => (count === 1 ? 'One amendment waits to be read.' : `${count} amendments wait to be read.`),
  readAgain: 'Read again with the amendments',
  discard: 'Discard',
  moreRefused: (rows) => `Not applied: ${rows} more rows could not be read then. The data are as they were.`,
};
