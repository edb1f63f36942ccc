import type { LocalText } from '../reader/figure.ts';

const text = (zh: string, en: string): LocalText => ({ zh, en });
const quote = (value: string) => `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;

/** What an item is called, with its id. */
export interface NamedItem {
  readonly item: string;
  readonly title: LocalText;
}

const named = ({ item, title }: NamedItem, language: keyof LocalText) =>
  title[language] === item || title[language] === '' ? quote(item) : `${quote(title[language])}(${item})`;

/** Some columns by their titles; of many the first ones and the number. */
function several(titles: readonly string[], language: keyof LocalText): string {
  const shown = titles.slice(0, 4).map(quote);
  const rest = titles.length > shown.length;
  if (language === 'en') return `${shown.join(', ')}${rest ? ` … (${titles.length} columns)` : ''}`;
  return `列${shown.join('、')}${rest ? `等 ${titles.length} 列` : ''}`;
}

/** Why something is proposed. */
export const reasonTexts = {
  earlier: text('与以前保存的对应关系相同', 'as in an earlier mapping of the same header'),
  id: text('表头就是指标编号', 'the title is the id of the item'),
  title: text('表头与指标名称一致', 'the title is that of the item'),
  alike: text('表头与指标名称相近', 'the title is like that of the item'),
  known: text('表头是通用的叫法', 'the title is a usual word for it'),
  values: text('内容相符', 'the values fit'),
  none: text('没有依据', 'nothing speaks for anything'),
} as const;

/** Questions of a mapping. */
export const questionTexts = {
  role: () => text('这张表是什么？', 'What is this sheet?'),
  fitsNothing: () =>
    text(
      '表中没有一列与方案的指标对得上，不读。它其实是什么？',
      'No column of this table fits an item of the scheme, so it is not read. What is it?',
    ),
  alsoSubjects: () =>
    text(
      '没有单独的对象名单。是否把此表中的单位作为考核对象名单？',
      'There is no list of subjects. Shall those in this table be the subjects?',
    ),
  noId: (title: string, same: readonly { readonly name: string; readonly rows: readonly number[] }[]) => {
    if (same.length === 0) {
      return text(
        `这份名单没有编号，只有${quote(title)}。以什么作编号？`,
        `This list has no ids, only ${quote(title)}. What shall the ids be?`,
      );
    }
    const places = same.slice(0, 3);
    const more = same.length > places.length;
    const zh = places.map(({ name, rows }) => `${quote(name)}(第 ${rows.join('、')} 行)`).join('，');
    const en = places.map(({ name, rows }) => `${quote(name)} (rows ${rows.join(', ')})`).join(', ');
    return text(
      `这份名单没有编号，而且有同名：${zh}${more ? `等 ${same.length} 处` : ''}。以什么作编号？`,
      `This list has no ids, and names stand there several times: ${en}${more ? ` … (${same.length} names)` : ''}. What shall the ids be?`,
    );
  },
  noSubject: () => text('哪一列是考核对象？', 'Which column says who a row is about?'),
  period: (found: readonly string[]) =>
    found.length > 1
      ? text(
          `表上写有几个期间(${found.join('、')})。数据属于哪一个？`,
          `Several periods are named (${found.join(', ')}). Which one are the figures of?`,
        )
      : text('这些数据属于哪个期间？', 'Which period are these figures of?'),
  periodKind: (period: string, wanted: LocalText) =>
    text(
      `表上的期间是 ${period}，而指标按${wanted.zh}报送。数据属于哪个期间？`,
      `The sheet names ${period}, but the items are delivered by ${wanted.en}. Which period are the figures of?`,
    ),
  yearAssumed: (period: string) =>
    text(
      `表上没有写年份，按正在查看的年份认作 ${period}。数据属于哪个期间？`,
      `The sheet names no year; by the year that is open it is taken for ${period}. Which period are the figures of?`,
    ),
  yearOfColumns: () =>
    text(
      '表头只写了月份或季度，没有写年份。是哪一年？',
      'The titles name months or quarters without a year. Which year is it?',
    ),
  ratedItem: (titles: readonly string[]) =>
    titles.length === 0
      ? text('这些评分属于哪个指标？', 'Which item are these ratings of?')
      : text(
          `${several(titles, 'zh')}像是评分。属于哪个指标？`,
          `The columns ${several(titles, 'en')} look like ratings. Which item are they of?`,
        ),
  areRaters: (titles: readonly string[]) =>
    text(
      `${several(titles, 'zh')}是否各为一位评分人的打分？`,
      `Are the columns ${several(titles, 'en')} the marks of one rater each?`,
    ),
  classes: (titles: readonly string[]) =>
    text(
      `${several(titles, 'zh')}各是一类评分人，没有写每个人的打分。是否把每一列按该类的一份评分计入？`,
      `The columns ${several(titles, 'en')} are classes of raters without the marks of each. Shall every column count as one rating of its class?`,
    ),
  rater: (item: NamedItem) =>
    text(
      `${named(item, 'zh')}的评分没有写评分人。是谁评的？`,
      `Nothing says who gave the ratings of ${named(item, 'en')}. Who did?`,
    ),
  category: (item: NamedItem) =>
    text(
      `${named(item, 'zh')}没有写类别。属于哪一类？`,
      `Nothing says the category of ${named(item, 'en')}. Which one is it?`,
    ),
  rowUnit: (item: NamedItem, unit: string, own: string, factor: string | null) =>
    factor === null
      ? text(
          `${named(item, 'zh')}在表中以${quote(unit)}计，指标的单位是${quote(own)}，两者不能换算。怎么办？`,
          `The table gives ${named(item, 'en')} in ${quote(unit)}, the item is in ${quote(own)}; there is no conversion. What now?`,
        )
      : text(
          `${named(item, 'zh')}在表中以${quote(unit)}计，指标的单位是${quote(own)}。是否把数值乘以 ${factor}？`,
          `The table gives ${named(item, 'en')} in ${quote(unit)}, the item is in ${quote(own)}. Multiply the values by ${factor}?`,
        ),
  unknown: (title: string) =>
    text(
      `${title === '' ? '没有表头的一列' : `列${quote(title)}`}与方案的任何指标都对不上。它是什么？`,
      `${title === '' ? 'A column without a title' : `The column ${quote(title)}`} fits no item of the scheme. What is it?`,
    ),
  hidden: (title: string) =>
    text(
      `列${quote(title)}在表中是隐藏的。是否读入？`,
      `The column ${quote(title)} is hidden in the workbook. Shall it be read?`,
    ),
  hiddenRows: (rows: readonly number[], isAll: boolean) => {
    const shown = rows.slice(0, 8);
    const more = rows.length > shown.length || !isAll ? '…' : '';
    return text(
      `有 ${rows.length}${isAll ? '' : ' 以上'} 行数据在表中是隐藏的(第 ${shown.join('、')}${more} 行)，可能是筛选所致。是否读入？`,
      `${rows.length}${isAll ? '' : ' or more'} rows of data are hidden in the workbook (${shown.join(', ')}${more}), perhaps by a filter. Shall they be read?`,
    );
  },
  doubtful: (title: string, item: NamedItem) =>
    text(
      `列${quote(title)}是否就是指标${named(item, 'zh')}？`,
      `Is the column ${quote(title)} the item ${named(item, 'en')}?`,
    ),
  vague: (title: string) =>
    text(
      `列${quote(title)}的表头看不出是哪个指标。它是什么？`,
      `The title of the column ${quote(title)} does not tell which item it is. What is it?`,
    ),
  contested: (titles: readonly string[], item: NamedItem) =>
    text(
      `${titles.length} 列都像指标${named(item, 'zh')}：${titles.map(quote).join('、')}。用哪一列？`,
      `${titles.length} columns fit the item ${named(item, 'en')}: ${titles.map(quote).join(', ')}. Which one is it?`,
    ),
  unit: (title: string, header: string, unit: string, factor: string | null) =>
    factor === null
      ? text(
          `列${quote(title)}的单位是${quote(header)}，指标的单位是${quote(unit)}，两者不能换算。怎么办？`,
          `The column ${quote(title)} is in ${quote(header)}, the item in ${quote(unit)}; there is no conversion. What now?`,
        )
      : text(
          `列${quote(title)}的单位是${quote(header)}，指标的单位是${quote(unit)}。是否把数值乘以 ${factor}？`,
          `The column ${quote(title)} is in ${quote(header)}, the item in ${quote(unit)}. Multiply the values by ${factor}?`,
        ),
  tableUnits: (units: readonly string[]) =>
    text(
      `表上注明单位是${units.map(quote).join('、')}，与指标的单位不同。数值是否按此换算？`,
      `The table names ${units.map(quote).join(', ')} as its unit, which is not that of the items. Shall the values be converted?`,
    ),
  fraction: (
    title: string,
    named: readonly string[],
    count: number,
    value: string,
    percent: string,
    isWhole: boolean,
  ) => {
    const more = count > named.length ? ' …' : '';
    return text(
      `列${quote(title)}的单位是 %，${isWhole ? '数值却都像小数' : '其中有的数像小数'}（${named.join('、')}${more}）。${value} 是 ${percent}%，还是 ${value}%？`,
      `The column ${quote(title)} is in %, and ${isWhole ? 'all its numbers look like fractions' : 'some of its numbers look like fractions'} (${named.join(', ')}${more}). Is ${value} ${percent} % or ${value} %?`,
    );
  },
  notApplicable: (words: readonly string[], item: NamedItem) =>
    text(
      `${words.map(quote).join('、')}表示不适用，但指标${named(item, 'zh')}没有规定可以不适用。怎么读？`,
      `${words.map(quote).join(', ')} ${words.length > 1 ? 'say' : 'says'} “does not apply”, but the item ${named(item, 'en')} does not provide for that. How shall it be read?`,
    ),
  word: (word: string, item: NamedItem) =>
    text(
      `${quote(word)}不是${named(item, 'zh')}规定的用词。它是什么意思？`,
      `${quote(word)} is not one of the words of ${named(item, 'en')}. What does it mean?`,
    ),
  unknownItem: (word: string) =>
    text(`方案中没有指标${quote(word)}。它是哪个指标？`, `The scheme has no item ${quote(word)}. Which one is it?`),
  empty: (title: string) =>
    text(
      `列${quote(title)}只打了勾，没有打叉。空白是否表示“否”？`,
      `The column ${quote(title)} holds only ticks. Do empty cells say “no”?`,
    ),
  subject: (name: string) =>
    text(`名单里没有${quote(name)}。它是谁？`, `No subject is called ${quote(name)}. Who is it?`),
  same: (name: string, other: string) =>
    text(
      `${quote(name)}不在名单里，与同一张表中的${quote(other)}像是同一个单位。是吗？`,
      `${quote(name)} is not on the list, and seems to be ${quote(other)}, which stands in the same sheet. Is it?`,
    ),
  ambiguous: (name: string) =>
    text(
      `名单里有几个${quote(name)}。这里指哪一个？`,
      `Several subjects are called ${quote(name)}. Which one is meant?`,
    ),
} as const;

/** Answers to them. */
export const answerTexts = {
  subjects: text('对象名单', 'A list of subjects'),
  wide: text('每行一个对象、每列一个指标', 'One row for each subject, one column for each item'),
  long: text('每行一条记录', 'One row for each observation'),
  ignoreSheet: text('不读此表', 'Do not read it'),
  namesAreIds: (title: string) =>
    text(`以${quote(title)}作编号；同名的各行都不读`, `${quote(title)} alone; rows of the same name are not read`),
  namesWith: (title: string, other: string, sample: string) =>
    text(
      `以${quote(title)}加${quote(other)}作编号，如${quote(sample)}`,
      `${quote(title)} with ${quote(other)}, such as ${quote(sample)}`,
    ),
  noList: text('这不是对象名单，不读此表', 'This is no list of subjects: do not read it'),
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  noIgnore: text('不是，不读此列', 'No, do not read the column'),
  fields: {
    value: text('数值', 'The value'),
    category: text('类别', 'The category'),
    matter: text('事项', 'The matter'),
    note: text('备注', 'A note'),
  },
  readHidden: text('读入', 'Read it'),
  readHiddenRows: text('读入，与其他行一样', 'Read them like any other'),
  leaveHiddenRows: text('不读隐藏的行', 'Leave hidden rows out'),
  ignoreColumns: text('不是，这些列都不读', 'No, read none of these columns'),
  ignoreColumn: text('不读此列', 'Do not read the column'),
  noneOfThem: text('都不用', 'None of them'),
  nobody: text('不是考核对象，不读这些行', 'Nobody who is scored: do not read these rows'),
  leaveRefused: text('不读，列入退回清单', 'Refuse those cells'),
  asNA: text('按不适用(NA)读，计分时按未提供处理', 'Read it as NA, which counts as not delivered'),
  emptyIsNo: text('是，空白为“否”', 'Yes, empty cells say “no”'),
  emptyIsNothing: text('不是，空白为未填', 'No, nothing was filled in'),
  convertTable: text('按注明的单位换算', 'Convert them from that unit'),
  tableInOwnUnits: text('数值已经是各指标的单位，不换算', 'The values are in the units of their items already'),
  inItsUnit: (unit: string) => text(`数值已经是${quote(unit)}，不换算`, `The values are in ${quote(unit)} already`),
  shares: (value: string, percent: string) =>
    text(`${value} 是 ${percent}%，这样的数乘以 100`, `${value} is ${percent} %: multiply such numbers by 100`),
  percent: (value: string) => text(`就是 ${value}%，按原数读`, `It is ${value} %: read them as they stand`),
  times: (factor: string) => text(`乘以 ${factor}`, `Multiply by ${factor}`),
  period: (period: string) => text(period, period),
  rater: (rater: string) => text(rater, rater),
  item: (item: NamedItem) => text(named(item, 'zh'), named(item, 'en')),
  /** An item whose unit is another one than that of the column. */
  itemTimes: (item: NamedItem, factor: string) =>
    text(`${named(item, 'zh')}，数值乘以 ${factor}`, `${named(item, 'en')}, values × ${factor}`),
  itemAsIs: (item: NamedItem, unit: string) =>
    text(`${named(item, 'zh')}，数值已经是${quote(unit)}`, `${named(item, 'en')}, the values are in ${quote(unit)}`),
  column: (title: string) => text(quote(title), quote(title)),
  subject: (name: string, id: string) => (name === id ? text(id, id) : text(`${name}(${id})`, `${name} (${id})`)),
  word: (word: string, title: LocalText | undefined) =>
    title === undefined ? text(word, word) : text(`${title.zh}(${word})`, `${title.en} (${word})`),
} as const;

/** What stands beside a source row whose value says something else than its cell. */
export const readingRemarks = {
  scaled: (cell: string, factor: string, value: string) =>
    text(`表中为 ${cell}，按 ×${factor} 读作 ${value}`, `The cell says ${cell}, read × ${factor} as ${value}`),
  share: (cell: string, value: string) =>
    text(`表中为 ${cell}，是小数，读作 ${value}%`, `The cell says ${cell}, a fraction, read as ${value} %`),
  word: (cell: string, { zh, en }: LocalText) =>
    text(`表中为${quote(cell)}，读作${quote(zh)}`, `The cell says ${quote(cell)}, read as ${quote(en)}`),
  empty: (value: string) => text(`表中为空，读作${quote(value)}`, `The cell is empty, read as ${quote(value)}`),
  notApplicable: (cell: string) =>
    text(`表中为${quote(cell)}，按不适用读`, `The cell says ${quote(cell)}, read as “does not apply”`),
} as const;
