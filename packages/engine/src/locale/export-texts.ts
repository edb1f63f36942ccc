import type { LocalText } from '../reader/figure.ts';

const text = (zh: string, en: string): LocalText => ({ zh, en });

/** Names in one line. */
const MOST_NAMES = 20;

/** Texts of tables that leave the program. */
export const exportTexts = {
  views: {
    ranking: text('名次', 'Ranking'),
    matrix: text('得分', 'Scores'),
    sheets: text('成绩单', 'Score sheets'),
    explanations: text('计算说明', 'Explanations'),
    completeness: text('报送情况', 'Completeness'),
    gaps: text('缺报清单', 'Gaps'),
  },
  /** What one who delivers owes; without a name, what nobody is named for. */
  gapsOf: (from: string): LocalText =>
    from === '' ? text('缺报清单', 'Gaps') : text(`缺报清单 ${from}`, `Gaps ${from}`),
  notes: text('说明', 'Notes'),
  /** Last part of the name of a file with several views. */
  resultsFile: text('成绩', 'results'),
  columns: {
    rank: text('名次', 'Rank'),
    name: text('名称', 'Name'),
    subject: text('编号', 'Id'),
    group: text('组别', 'Group'),
    total: text('总分', 'Total'),
    grade: text('等次', 'Grade'),
    change: text('名次变化', 'Change of rank'),
    complete: text('数据齐全', 'Complete'),
    veto: text('否决', 'Veto'),
    item: text('指标', 'Item'),
    itemId: text('指标编号', 'Item id'),
    clause: text('条款', 'Clause'),
    max: text('满分', 'Full marks'),
    figure: text('得分', 'Score'),
    lost: text('失分', 'Lost'),
    mean: text('组内平均', 'Mean of the group'),
    best: text('组内最高', 'Best of the group'),
    previous: text('上期', 'Period before'),
    rule: text('规则', 'Rule'),
    arithmetic: text('计算', 'Arithmetic'),
    steps: text('步骤', 'Steps'),
    inputs: text('取用的数据', 'Data'),
    remark: text('备注', 'Remark'),
    period: text('期间', 'Period'),
    from: text('提供', 'From'),
    state: text('状态', 'State'),
    rows: text('条数', 'Rows'),
  },
  /** Full marks behind the title of a column. */
  outOf: (title: string, max: string): LocalText => text(`${title}（${max}）`, `${title} (${max})`),
  yes: text('是', 'yes'),
  no: text('否', 'no'),
  none: text('无', 'none'),
  states: {
    given: text('已报', 'given'),
    na: text('不适用', 'does not apply'),
    missing: text('缺', 'missing'),
    'not needed': text('无需', 'not needed'),
  },
  /** Beside a figure in a comment. */
  longDecimal: text(
    '位数超过表格软件能保存的 15 位，按文字保存。',
    'More digits than the 15 that a spreadsheet keeps; written as text.',
  ),
  heading: (scheme: LocalText, part: LocalText | null, period: string, view: LocalText): LocalText =>
    text(
      [scheme.zh, ...(part === null ? [] : [part.zh]), period, view.zh].join('　'),
      [scheme.en, ...(part === null ? [] : [part.en]), period, view.en].join(' — '),
    ),
  trial: text('（试算）', ' (trial)'),
  refusedRows: (rows: number): LocalText =>
    text(
      `数据文件有 ${rows} 行未读入，没有进入计算。`,
      `Rows of the files that were not read and are not counted: ${rows}.`,
    ),
  openConflicts: (values: number): LocalText =>
    text(
      `几次导入对 ${values} 处数据说法不一，尚未选定，暂以先导入的为准。`,
      `Values that imports contradict each other about: ${values}. Nobody has chosen yet; the earlier import counts.`,
    ),
  incomplete: (part: LocalText | null, period: string, names: readonly string[]): LocalText => {
    const listed = (between: string): string =>
      names.slice(0, MOST_NAMES).join(between) + (names.length > MOST_NAMES ? ' …' : '');
    return text(
      `${part === null ? '' : `${part.zh}，`}${period}：${names.length} 个对象数据未报齐，未报的按 0 计：${listed('、')}`,
      `${part === null ? '' : `${part.en}, `}${period}: ${names.length} incomplete, what is missing counts 0: ${listed(', ')}`,
    );
  },
  noteLines: (scheme: string, version: string, changed: readonly string[]): readonly LocalText[] => [
    text(
      `方案：${scheme}${version === '' ? '' : `，版本 ${version}`}`,
      `Scheme: ${scheme}${version === '' ? '' : `, version ${version}`}`,
    ),
    ...(changed.length === 0
      ? []
      : [text(`试算：改动了参数 ${changed.join('；')}`, `A trial: changed parameters ${changed.join('; ')}`)]),
    text(
      '得分是精确计算的结果。除不尽的商在单元格里四舍五入到 12 位小数，显示到 4 位，前面加“≈”。',
      'Figures are computed exactly. Quotients that do not end are rounded half up to 12 places in their cells and shown with 4 after “≈”.',
    ),
    text(
      '超过 15 位数字的得分按文字保存，并有批注。',
      'Figures of more than 15 digits are written as text, with a comment.',
    ),
    text(
      '未报的数据按 0 计，显示为“0（未报）”并加底色，单元格里仍是数字 0；本期不考核的写“不适用”；写“0”的是确实得 0 分。',
      'What is missing counts 0: it is shown as “0 (missing)” on a colour, and its cell still holds the number 0. What does not apply says “n/a”. A plain “0” is a score of 0.',
    ),
  ],
} as const;

/** Words that stand for figures, and what they mean. */
export const figureWords = {
  missing: text('未报', 'missing'),
  /** Behind the 0 that it counts. */
  missingMark: text('（未报）', ' (missing)'),
  notApplicable: text('不适用', 'n/a'),
  missingLegend: text('“（未报）”：数据尚未报送，暂按 0 计。', '“(missing)”: not delivered yet, counts 0.'),
  notApplicableLegend: text('“不适用”：本期不考核此项。', '“n/a”: does not apply in this period.'),
  roundedLegend: text('“≈”：除不尽，显示的是四舍五入的值。', '“≈”: does not end; shown rounded.'),
} as const;

/** What stands above one subject's sheet. Empty texts are left out. */
interface SheetFacts {
  readonly name: string;
  readonly id: string;
  readonly group: string;
  readonly period: string;
  readonly version: string;
  readonly date: string;
  readonly total: string;
  readonly grade: string;
  readonly rank: string;
  readonly ranked: number;
  readonly isIncomplete: boolean;
}

const GAP = '　　';

/** Texts of a workbook with one subject's sheet. */
export const subjectTexts = {
  /** What a file with the sheets of several is called, behind the scheme and the period. */
  sheetsFile: text('成绩单', 'sheets'),
  headLines: (facts: SheetFacts, trial: readonly string[]): readonly LocalText[] => {
    const line = (...parts: readonly (readonly [isThere: boolean, part: LocalText])[]): LocalText => {
      const shown = parts.filter(([isThere]) => isThere).map(([, part]) => part);
      return text(shown.map(({ zh }) => zh).join(GAP), shown.map(({ en }) => en).join(GAP));
    };
    const { name, id, group, period, version, date, total, grade, rank, ranked, isIncomplete } = facts;
    const lines = [
      line(
        [true, name === id ? text(name, name) : text(`${name}（${id}）`, `${name} (${id})`)],
        [group !== '', text(`组别：${group}`, `Group: ${group}`)],
        [true, text(`考核期间：${period}`, `Period: ${period}`)],
      ),
      line(
        [total !== '', text(`总分：${total}`, `Total: ${total}`)],
        [rank !== '' && ranked > 0, text(`名次：${rank}（共 ${ranked} 名）`, `Rank: ${rank} of ${ranked}`)],
        [grade !== '', text(`等次：${grade}`, `Grade: ${grade}`)],
        [isIncomplete, text('数据不全，结果未定', 'Data are missing; not final')],
      ),
      line(
        [version !== '', text(`方案版本：${version}`, `Version of the scheme: ${version}`)],
        [date !== '', text(`制表日期：${date}`, `Made on: ${date}`)],
      ),
      line([
        trial.length > 0,
        text(`试算，改动了参数：${trial.join('；')}`, `A trial with changed parameters: ${trial.join('; ')}`),
      ]),
    ];
    return lines.filter(({ zh }) => zh !== '');
  },
  signatures: text(
    ['制表：', '审核：', '负责人签字：', '日期：'].join('　'.repeat(7)),
    ['Prepared by:', 'Checked by:', 'Signature:', 'Date:'].join('　'.repeat(7)),
  ),
  sources: text('数据来源', 'Source rows'),
  sourcesHint: text(
    '逐条列出各指标取用的数据及其所在单元格。备注照录原表，交出前请核对有无不宜外传的内容。',
    'Every row that a figure was read from, with its cell. Notes are kept as they came: look through them before this leaves the house.',
  ),
  sourceColumns: {
    item: text('指标', 'Item'),
    input: text('数据项', 'Input'),
    period: text('期间', 'Period'),
    subject: text('其他对象', 'Other subject'),
    value: text('数值', 'Value'),
    category: text('类别', 'Category'),
    matter: text('事项', 'Matter'),
    date: text('日期', 'Date'),
    note: text('备注', 'Note'),
    counted: text('是否计入', 'Counted'),
    file: text('文件', 'File'),
    sheet: text('工作表', 'Sheet'),
    cell: text('单元格', 'Cell'),
  },
  ratings: (count: number): LocalText => text(`评分 ${count} 条，不逐条列出`, `${count} ratings, not told one by one`),
} as const;

/** Columns of the list that says whose code is whose. */
export const codeListHeaders = {
  zh: ['代码', '编号', '名称', '组别', '代表'],
  en: ['Code', 'Id', 'Name', 'Group', 'Stands for'],
} as const;

/** What a code of the list stands for. */
export const codedTexts = {
  zh: { subject: '考核对象', group: '组别' },
  en: { subject: 'subject', group: 'group' },
} as const;
