import type { PeriodKind } from '../data/period.ts';
import type { LocalText } from '../reader/figure.ts';

const text = (zh: string, en: string): LocalText => ({ zh, en });

const PERIOD_KINDS: Readonly<Record<PeriodKind, LocalText>> = {
  year: text('按年', 'by year'),
  half: text('按半年', 'by half-year'),
  quarter: text('按季', 'by quarter'),
  month: text('按月', 'by month'),
};

const joined = (words: readonly string[], most: number): LocalText => {
  const shown = words.slice(0, most);
  const more = words.length > most ? ' …' : '';
  return text(shown.join('、') + more, shown.join(', ') + more);
};

/** Texts of collection workbooks. */
export const collectionTexts = {
  // ------------------------------------------------------------ sheets
  /** Part of the name of the file. */
  file: text('填报表', 'collection'),
  notes: text('说明', 'Notes'),
  items: text('指标', 'Items'),
  itemsOf: (part: LocalText): LocalText => part,
  ofKind: (title: LocalText, kind: PeriodKind): LocalText =>
    text(`${title.zh}（${PERIOD_KINDS[kind].zh}）`, `${title.en} (${PERIOD_KINDS[kind].en})`),
  events: text('事件', 'Events'),
  ratings: text('评分', 'Ratings'),
  others: text('其他数据', 'Other data'),
  subjects: text('考核对象', 'Subjects'),

  // ------------------------------------------------------------ columns
  fields: {
    period: text('期间', 'Period'),
    subject: text('考核对象', 'Subject'),
    id: text('编号', 'Id'),
    name: text('名称', 'Name'),
    group: text('组别', 'Group'),
    parent: text('上级', 'Parent'),
    item: text('指标', 'Item'),
    value: text('数值', 'Value'),
    category: text('类别', 'Category'),
    rater: text('评分人', 'Rater'),
    matter: text('事项编号', 'Matter'),
    date: text('日期', 'Date'),
    note: text('备注', 'Note'),
  },
  /** What is to be filled in below a column of a sheet of rows. */
  fieldHints: {
    period: text('从列表选择', 'choose from the list'),
    subject: text('从列表选择', 'choose from the list'),
    item: text('从列表选择', 'choose from the list'),
    value: text(
      '次数、数量或得分；有列表的从列表选择；事件空着为一次',
      'how often, how much, or the marks; choose where there is a list; an event left empty counts once',
    ),
    ratingValue: text('得分；有列表的从列表选择', 'the marks; choose where there is a list'),
    category: text('先选指标，再从列表选择；没有列表的按规则填写', 'choose the item first, then from the list'),
    rater: text('评分人的编号，一人一行', 'id of the rater, one row each'),
    matter: text('同一件事用同一个编号', 'the same id for the same matter'),
    date: text('如 2024-03-05', 'such as 2024-03-05'),
    note: text('照录，不参与计算', 'kept as it is, not computed'),
    others: text('', ''),
  },
  rows: {
    clause: text('条款', 'Clause'),
    max: text('满分', 'Full marks'),
    unit: text('单位', 'Unit'),
    limits: text('可填', 'Allowed'),
    rule: text('规则', 'Rule'),
    item: text('指标编号', 'Item id'),
    kind: text('填在', 'Sheet'),
    from: text('提供', 'From'),
  },

  // ------------------------------------------------------------ what may be filled in
  range: (min: string | null, max: string | null, unit: string): LocalText => {
    const ending = unit === '' ? '' : ` ${unit}`;
    if (min !== null && max !== null) return text(`${min}～${max}${ending}`, `${min} to ${max}${ending}`);
    if (min !== null) return text(`不小于 ${min}${ending}`, `at least ${min}${ending}`);
    if (max !== null) return text(`不大于 ${max}${ending}`, `at most ${max}${ending}`);
    return text(`数字${unit === '' ? '' : `(${unit})`}`, `a number${unit === '' ? '' : ` (${unit})`}`);
  },
  words: (words: readonly string[]): LocalText => joined(words, 12),
  anyWord: text('文字', 'a word'),
  flag: text('是、否', 'yes, no'),
  orNA: (allowed: LocalText): LocalText => text(`${allowed.zh}；不适用`, `${allowed.en}; NA`),
  notAllowed: text('不能这样填', 'This cannot be entered'),
  allowed: (allowed: LocalText): LocalText => text(`可填：${allowed.zh}。`, `Allowed: ${allowed.en}.`),
  chooseFromList: text('请从列表中选择。', 'Choose from the list.'),
  dateForm: text('请填日期，如 2024-03-05。', 'Enter a date such as 2024-03-05.'),

  // ------------------------------------------------------------ titles and notes
  sheetTitle: (scheme: LocalText, sheet: LocalText, department: string): LocalText =>
    text(
      `${scheme.zh}　${department === '' ? '' : `${department}　`}${sheet.zh}`,
      `${scheme.en} — ${department === '' ? '' : `${department} — `}${sheet.en}`,
    ),
  itemsHint: text(
    '只填白色格。没有数据的空着；不适用的填“不适用”。可以排序、增行，请勿改动表头。',
    'Fill in the white cells only. Leave empty what is not there; enter NA where an item does not apply. Rows may be sorted and added; leave the header as it is.',
  ),
  rowsHint: text(
    '一行一件(一次评分)，画线的行不够时接着往下填。先选期间、考核对象和指标。没有的不填，不必写 0。',
    'One row for each event or rating; go on below the lined rows where these are not enough. Choose period, subject and item first. Leave out what did not happen.',
  ),
  families: (items: readonly string[]): LocalText =>
    text(
      `${joined(items, 6).zh} 中的 * 自行编号，如 ${example(items)}。`,
      `Number what stands for * in ${joined(items, 6).en} yourself, for instance ${example(items)}.`,
    ),
  subjectsBlankHint: text(
    '一行一个考核对象，编号不能重复。其他表按这里的编号填写。',
    'One row for each subject, each with an id of its own. The other sheets use these ids.',
  ),
  subjectsHint: text('只供查对，不必填写。', 'For reference; there is nothing to fill in.'),
  noteLines: (facts: NoteFacts): readonly LocalText[] => [
    text(
      `方案：${facts.title.zh}(${facts.scheme})${facts.version === '' ? '' : `，版本 ${facts.version}`}`,
      `Scheme: ${facts.title.en} (${facts.scheme})${facts.version === '' ? '' : `, version ${facts.version}`}`,
    ),
    text(`期间：${facts.periods.join('、')}`, `Periods: ${facts.periods.join(', ')}`),
    ...(facts.department === '' ? [] : [text(`提供：${facts.department}`, `To be filled in by: ${facts.department}`)]),
    text('', ''),
    text(
      '1. 白色格是要填写的，其余的已锁定(没有密码)。',
      '1. White cells are to be filled in; the rest is locked (without a password).',
    ),
    text(
      '2. 一格一个数。数字照实填写，不要四舍五入，不要在数字后面写单位。',
      '2. One figure in each cell, as it is: not rounded, without its unit.',
    ),
    text(
      '3. 空着表示还没有数据；某项不适用于某个考核对象时填“不适用”。0 就填 0，三者含义不同。',
      '3. Empty means not there yet; enter NA where an item does not apply to a subject; enter 0 for 0. These are three different things.',
    ),
    text(
      '4. 事件和评分一行一件。期间、考核对象、指标、类别从列表选择。',
      '4. Events and ratings take one row each. Choose period, subject, item and category from the lists.',
    ),
    text(
      '5. 可以排序、增行、隐藏列、调列宽，用 Excel、WPS 或 LibreOffice 保存均可。不要删除表头上方和下方的隐藏行。',
      '5. Rows may be sorted and added, columns hidden and widened; save with Excel, WPS or LibreOffice. Leave the hidden row below the header.',
    ),
    text('6. 填好后把本文件交回即可，不必另存为其他格式。', '6. Send this file back as it is.'),
  ],
  itemTable: text('各项一览', 'All items'),
} as const;

/** What the notes sheet says about its workbook. */
export interface NoteFacts {
  readonly title: LocalText;
  readonly scheme: string;
  readonly version: string;
  readonly periods: readonly string[];
  readonly department: string;
}

function example(items: readonly string[]): string {
  return (items[0] ?? '').replaceAll('*', '1');
}
