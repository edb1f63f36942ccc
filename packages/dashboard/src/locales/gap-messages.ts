/** Texts about what is still missing, and the letters to those who owe it. */
export interface GapMessages {
  readonly layout: string;
  readonly layouts: Readonly<Record<'table' | 'lines' | 'subjects', string>>;
  /** How many are missing of a line or of a subject. */
  readonly missing: (count: string) => string;
  readonly noneMissing: string;
  readonly givenOf: (given: string, asked: string) => string;
  readonly moreNames: (count: string) => string;
  readonly moreSubjects: (count: string) => string;
  readonly remind: string;
  readonly heading: string;
  readonly lead: string;
  /** Where the scheme names nobody who delivers. */
  readonly leadByItem: string;
  readonly sendTo: string;
  readonly everybody: (count: string) => string;
  readonly owner: (name: string, count: string) => string;
  readonly text: string;
  readonly copy: string;
  readonly formats: Readonly<Record<'xlsx' | 'utf-8' | 'gb18030', string>>;
  /** Whom the letter is for; empty: nobody is named. */
  readonly salutation: (to: string) => string;
  readonly opening: (scheme: string, period: string, count: string) => string;
  /** One line of the letter; `period` is empty where it is that of the letter. */
  readonly entry: (title: string, period: string, names: readonly string[], isEverybody: boolean) => string;
  readonly closing: string;
}

export const gapsZh: GapMessages = {
  layout: '显示方式',
  layouts: { table: '表格', lines: '按数据列出', subjects: '按考核对象列出' },
  missing: (count) => `缺 ${count}`,
  noneMissing: '齐全',
  givenOf: (given, asked) => `已报 ${given}／${asked}`,
  moreNames: (count) => `还有 ${count} 个…`,
  moreSubjects: (count) => `再显示一些（还有 ${count} 个）`,
  remind: '催报…',
  heading: '催报',
  lead: '按提供单位列出尚未报送的数据，复制文字即可发送，也可以导出清单作附件。',
  leadByItem: '方案没有写明由谁提供的，按数据分别列出。',
  sendTo: '催报范围',
  everybody: (count) => `全部（缺 ${count} 项）`,
  owner: (name, count) => `${name}（缺 ${count} 项）`,
  text: '催报文字',
  copy: '复制文字',
  formats: { xlsx: '导出清单（Excel）', 'utf-8': '导出清单（CSV）', gb18030: '导出清单（CSV，GB18030）' },
  salutation: (to) => `${to}：`,
  opening: (scheme, period, count) => `“${scheme}”${period}考核尚缺以下数据，共 ${count} 项，请核实后尽快报送：`,
  entry: (title, period, names, isEverybody) =>
    `${title}${period === '' ? '' : `（${period}）`}：${isEverybody && names.length > 1 ? `全部 ${names.length} 个考核对象均未报送` : names.join('、')}`,
  closing: '如已报送或确实不涉及，请予说明。',
};

export const gapsEn: GapMessages = {
  layout: 'Shown as',
  layouts: { table: 'a table', lines: 'a list by line', subjects: 'a list by subject' },
  missing: (count) => `${count} missing`,
  noneMissing: 'complete',
  givenOf: (given, asked) => `${given} of ${asked} given`,
  moreNames: (count) => `${count} more…`,
  moreSubjects: (count) => `Show more (${count} left)`,
  remind: 'Remind…',
  heading: 'Ask for what is missing',
  lead: 'What has not been delivered yet, by whoever delivers it: a text to be copied and sent, and a list to go with it.',
  leadByItem: 'Where the scheme names nobody who delivers, it is listed line by line.',
  sendTo: 'Ask',
  everybody: (count) => `everybody (${count} missing)`,
  owner: (name, count) => `${name} (${count} missing)`,
  text: 'Text to be sent',
  copy: 'Copy the text',
  formats: { xlsx: 'List as Excel', 'utf-8': 'List as CSV', gb18030: 'List as CSV (GB18030)' },
  salutation: (to) => `${to},`,
  opening: (scheme, period, count) =>
    `The appraisal “${scheme}” for ${period} still lacks the following ${count === '1' ? 'value' : `${count} values`}. Please check and deliver:`,
  entry: (title, period, names, isEverybody) =>
    `${title}${period === '' ? '' : ` (${period})`}: ${isEverybody && names.length > 1 ? `nothing for any of the ${names.length} subjects` : names.join(', ')}`,
  closing: 'If something has been delivered already, or does not apply, please say so.',
};
