import type { ImportFinding, InputDeclaration, StoreStatus, SubjectDelivery } from '@kaoheng/engine/live';

/** Words about the data that are loaded: where they came from, what is missing, what an import found, who has delivered. */
export interface DataMessages {
  readonly loadedHeading: string;
  readonly origin: string;
  readonly files: string;
  readonly subjects: string;
  readonly observations: string;
  readonly storeStates: Readonly<Record<StoreStatus['state'], string>>;
  readonly missingHeading: (period: string) => string;
  readonly nothingMissing: string;
  /** The scheme does not say what would be missing. */
  readonly missingUnknown: string;
  readonly nobodyTakesPart: string;
  readonly missingList: string;
  readonly subject: string;
  readonly group: string;
  readonly owes: string;
  readonly moreSubjects: (count: string) => string;
  readonly reportHeading: string;
  readonly inputsHeading: string;
  readonly inputsLead: string;
  readonly inputItem: string;
  readonly inputTitle: string;
  readonly inputKind: string;
  readonly inputValues: string;
  readonly inputFrom: string;
  readonly subjectsColumn: string;
  readonly yesOrNo: string;
  readonly inputKinds: Readonly<Record<InputDeclaration['kind'], string>>;
  readonly categories: (list: string) => string;
  readonly wordMeaning: (word: string, title: string) => string;
  readonly mayBeNA: string;

  readonly read: string;
  readonly accepted: string;
  readonly refused: string;
  readonly noFindings: string;
  readonly findingsOf: (severity: string, count: string) => string;
  readonly rowsAndFindings: string;
  readonly findings: string;
  readonly filterFindings: string;
  readonly allFindings: string;
  readonly importSeverities: Readonly<Record<ImportFinding['severity'], string>>;
  readonly exportRefusals: string;
  readonly refusalsFile: string;
  readonly severity: string;
  readonly place: string;
  readonly whatIsWrong: string;
  readonly whatToDo: string;
  readonly oldValue: string;
  readonly newValue: string;
  readonly emptyValue: string;
  readonly moreFindings: (count: string) => string;

  readonly deliveries: string;
  readonly deliveredOf: (given: string, all: string) => string;
  readonly deliveredBy: string;
  readonly everybodyOwing: string;
  readonly onlyGaps: string;
  readonly noGaps: string;
  readonly deliveryLine: string;
  readonly deliveryStates: Readonly<Record<SubjectDelivery['state'], string>>;
  readonly notAsked: string;
  readonly moreLines: (count: string) => string;
}

export const dataZh: DataMessages = {
  loadedHeading: '已载入的数据',
  origin: '来源',
  files: '文件',
  subjects: '考核对象',
  observations: '数据记录',
  storeStates: {
    idle: '查询数据库：用到时自动启动，不影响评分。',
    starting: '查询数据库：正在启动，不影响评分。',
    storing: '查询数据库：正在存入数据，不影响评分。',
    ready: '查询数据库：已就绪。',
    failed: '查询数据库：没有启动，不影响评分。',
  },
  missingHeading: (period) => `${period}数据未报齐的对象`,
  nothingMissing: '没有对象的成绩缺数据。各项数据是否已报，见“报送情况”。',
  missingUnknown: '方案没有规定这类对象怎样算报齐。各项数据是否已报，见“报送情况”。',
  nobodyTakesPart: '本期没有参加考核的对象。',
  missingList: '未报齐的对象',
  subject: '对象',
  group: '分组',
  owes: '未报指标',
  moreSubjects: (count) => `再显示一些（还有 ${count} 个）`,
  reportHeading: '导入报告',
  inputsHeading: '本方案需要的数据',
  inputsLead: '数据文件的 item 列填下列编号，value 列按“取值”填写。',
  inputItem: '编号',
  inputTitle: '内容',
  inputKind: '类型',
  inputValues: '取值',
  inputFrom: '提供单位',
  subjectsColumn: '对象表的列',
  yesOrNo: '是或否',
  inputKinds: { number: '数值', score: '评分', rating: '测评', event: '事项', flag: '是否', level: '等级' },
  categories: (list) => `类别：${list}`,
  wordMeaning: (word, title) => `${word}（${title}）`,
  mayBeNA: '可填 NA（不适用）',

  read: '行读取',
  accepted: '行接受',
  refused: '行拒收',
  noFindings: '没有发现问题。',
  findingsOf: (severity, count) => `${severity} ${count} 条`,
  rowsAndFindings: '上面按行计，这里按问题计：一行可以有几条问题。',
  findings: '导入发现的问题',
  filterFindings: '按类型筛选',
  allFindings: '全部',
  importSeverities: { refused: '拒收', normalised: '已规范', note: '说明' },
  exportRefusals: '导出拒收的行',
  refusalsFile: '拒收清单',
  severity: '类型',
  place: '位置',
  whatIsWrong: '问题',
  whatToDo: '处理办法',
  oldValue: '原值',
  newValue: '改为',
  emptyValue: '（空）',
  moreFindings: (count) => `再显示一些（还有 ${count} 条）`,

  deliveries: '报送情况',
  deliveredOf: (given, all) => `应报 ${all} 项，已报 ${given} 项（事项类不计：没有发生就不用报）。`,
  deliveredBy: '提供单位',
  everybodyOwing: '全部',
  onlyGaps: '只看有缺报的',
  noGaps: '没有缺报。',
  deliveryLine: '数据',
  deliveryStates: { given: '已报', na: '不适用', missing: '缺', 'not needed': '无需' },
  notAsked: '不要求',
  moreLines: (count) => `再显示一些（还有 ${count} 项）`,
};

export const dataEn: DataMessages = {
  loadedHeading: 'Loaded data',
  origin: 'Source',
  files: 'Files',
  subjects: 'Subjects',
  observations: 'Observations',
  storeStates: {
    idle: 'Database for queries: starts by itself when needed; scores do not depend on it.',
    starting: 'Database for queries: starting; scores do not depend on it.',
    storing: 'Database for queries: storing the data; scores do not depend on it.',
    ready: 'Database for queries: ready.',
    failed: 'Database for queries: did not start; scores do not depend on it.',
  },
  missingHeading: (period) => `Scores that lack data, ${period}`,
  nothingMissing: 'No score lacks data. What was delivered and what was not is listed under “Deliveries”.',
  missingUnknown:
    'The scheme does not say when the data of these subjects are complete. What was delivered is listed under “Deliveries”.',
  nobodyTakesPart: 'Nobody takes part in this period.',
  missingList: 'Incomplete subjects',
  subject: 'Subject',
  group: 'Group',
  owes: 'Still owes',
  moreSubjects: (count) => `Show more (${count} left)`,
  reportHeading: 'Import report',
  inputsHeading: 'Data this scheme needs',
  inputsLead: 'These ids go into the item column of the data file, values as described into the value column.',
  inputItem: 'Id',
  inputTitle: 'Meaning',
  inputKind: 'Kind',
  inputValues: 'Values',
  inputFrom: 'Delivered by',
  subjectsColumn: 'column of subjects',
  yesOrNo: 'yes or no',
  inputKinds: { number: 'figure', score: 'marks', rating: 'rating', event: 'event', flag: 'yes/no', level: 'level' },
  categories: (list) => `categories: ${list}`,
  wordMeaning: (word, title) => `${word} (${title})`,
  mayBeNA: 'may be NA (does not apply)',

  read: 'rows read',
  accepted: 'rows accepted',
  refused: 'rows refused',
  noFindings: 'Nothing to report.',
  findingsOf: (severity, count) => `${severity}: ${count}`,
  rowsAndFindings: 'Counted by rows above and by findings here: one row may have several.',
  findings: 'Findings of the import',
  filterFindings: 'Filter by kind',
  allFindings: 'All',
  importSeverities: { refused: 'Refused', normalised: 'Normalised', note: 'Note' },
  exportRefusals: 'Export refused rows',
  refusalsFile: 'refusals',
  severity: 'Kind',
  place: 'Place',
  whatIsWrong: 'What is wrong',
  whatToDo: 'What to do',
  oldValue: 'was',
  newValue: 'now',
  emptyValue: '(empty)',
  moreFindings: (count) => `Show more (${count} left)`,

  deliveries: 'Deliveries',
  deliveredOf: (given, all) =>
    `${given} of ${all} lines delivered (events aside: what did not happen need not be reported).`,
  deliveredBy: 'Delivered by',
  everybodyOwing: 'everybody',
  onlyGaps: 'Only lines with gaps',
  noGaps: 'There are no gaps.',
  deliveryLine: 'Line',
  deliveryStates: { given: 'given', na: 'n/a', missing: 'missing', 'not needed': 'not needed' },
  notAsked: 'not asked',
  moreLines: (count) => `Show more (${count} left)`,
};
