import type { Finding, Progress, SchemeBody } from '@kaoheng/engine/live';
import type { LoadPlan } from '../load/load-plan.ts';

/** Words of choosing a scheme and files, and of what became of loading them. */
export interface LoadMessages {
  readonly loadHeading: string;
  readonly loadLead: string;
  readonly stepScheme: string;
  readonly stepFiles: string;
  readonly scheme: string;
  readonly chooseScheme: string;
  readonly currentScheme: (title: string) => string;
  /** Kinds of bodies that built-in schemes appraise. */
  readonly bodies: Readonly<Record<SchemeBody, string>>;
  readonly findScheme: string;
  readonly schemesFound: (count: string) => string;
  readonly openSchemeFile: string;
  readonly schemeGood: (title: string, version: string) => string;
  readonly schemeFaulty: (file: string) => string;
  readonly schemeFindings: string;
  readonly schemeSeverities: Readonly<Record<Finding['severity'], string>>;
  readonly position: string;
  readonly lineColumn: (line: number, column: number) => string;
  readonly noFilesYet: string;
  readonly makeCollection: string;
  readonly dropHere: string;
  readonly chooseFile: string;
  readonly chooseFiles: string;
  readonly fileKinds: string;
  readonly chosenFiles: string;
  readonly removeFile: (name: string) => string;
  /** There are several files of one name. */
  readonly namesakes: string;
  readonly formatHeading: string;
  readonly formatCollection: string;
  readonly formatForeign: string;
  readonly formatOwn: string;
  readonly formatSubjects: string;
  readonly formatObservations: string;
  readonly formatMore: string;
  readonly formatHeaders: string;
  readonly copyInputs: string;
  readonly templates: string;
  readonly templatesHint: string;
  readonly plans: Readonly<Record<LoadPlan['says'], string>>;
  readonly loadNow: string;
  readonly working: string;
  readonly stages: Readonly<Record<Progress['stage'], string>>;
  readonly oldDataMeanwhile: string;
  readonly stop: string;
  readonly entered: string;
  readonly enteredPartly: (refused: number) => string;
  readonly enteredUnscored: string;
  readonly heldBack: (refused: number) => string;
  readonly heldChoice: string;
  readonly loadAnyway: string;
  readonly backToChoice: string;
  readonly notEntered: string;
  readonly cancelled: string;
  readonly oldDataStays: string;
  readonly toResults: string;
  readonly keepOld: string;
  readonly chooseAgain: string;
}

export const loadZh: LoadMessages = {
  loadHeading: '载入数据',
  loadLead: '选择考核方案和数据文件。全部读完才会替换现有数据；有读不进的行时先看报告，由您决定。',
  stepScheme: '一、考核方案',
  stepFiles: '二、数据文件',
  scheme: '考核方案',
  chooseScheme: '请选择方案',
  currentScheme: (title) => `${title}（当前）`,
  bodies: {
    county: '市县区',
    township: '乡镇、街道',
    village: '村、社区',
    office: '机关单位',
    party: '党组织',
    school: '学校、教育',
    hospital: '医院、医疗卫生',
    company: '企业',
    other: '其他',
  },
  findScheme: '按名称查找，如 医院、书记',
  schemesFound: (count) => `找到 ${count} 个方案`,
  openSchemeFile: '打开方案文件…',
  schemeGood: (title, version) => `方案“${title}”${version ? `（版本 ${version}）` : ''}可以使用。`,
  schemeFaulty: (file) => `${file} 有错误，不能使用：`,
  schemeFindings: '方案检查结果',
  schemeSeverities: { error: '错误', warning: '疑点', note: '说明' },
  position: '位置',
  lineColumn: (line, column) => `第 ${line} 行第 ${column} 列`,
  noFilesYet: '还没有数据文件？生成填报工作簿，发给各部门填好再载入。',
  makeCollection: '去生成填报工作簿',
  dropHere: '把文件拖到这里（可一次多个），或',
  chooseFile: '选择文件…',
  chooseFiles: '选择文件…',
  fileKinds:
    '填好的填报工作簿、各部门自己格式的表、标准数据表均可，格式为 .xlsx .xls .et .ods .csv .tsv .parquet .arrow',
  chosenFiles: '已选文件',
  removeFile: (name) => `移除 ${name}`,
  namesakes: '有文件同名。如果是同一张表的新旧两版，请去掉旧的；如果来自不同单位，都会读入。',
  formatHeading: '数据文件怎么填？',
  formatCollection: '填报工作簿：填好后直接载入，几个部门的可以一起选。',
  formatForeign: '各部门自己格式的表：原样载入，下一步逐列对应到指标；对应关系会记住。',
  formatOwn: '标准数据表：一个工作簿的两张工作表，或两个 CSV 文件（UTF-8 或 GB18030）。',
  formatSubjects: '第一张表 subjects，每行一个考核对象：',
  formatObservations: '第二张表 observations，每行一条数据：',
  formatMore: 'period 填 2024、2024-H1、2024-Q1 或 2024-03；不适用填 NA；未报的不填。列可以缺省或调换顺序。',
  formatHeaders: '表头也可以用中文：编号、名称、分组、上级；考核期、编号、指标、数值、类别、评分人、事项、日期、备注。',
  copyInputs: '复制清单',
  templates: '下载 CSV 空表（两个）',
  templatesHint: 'CSV 空表含表头和每类数据的一行示例，填报前请删去示例行；表头也可以用中文。',
  plans: {
    nothing: '请选择数据文件，或另选一个方案。',
    faulty: '方案文件有错误，请改正后重新打开。',
    'needs-files': '这个方案没有示例数据，请选择数据文件。',
    files: '将按当前方案载入所选文件，替换现有数据。',
    'files-added': '将按当前方案读取所选文件，加到现有数据；冲突列出待选定。',
    'scheme-sample': '将打开所选方案及其示例数据。',
    'scheme-own': '将打开所选方案，并用它重新读取已载入的文件。',
    both: '将打开所选方案并载入所选文件，替换现有方案和数据。',
  },
  loadNow: '载入',
  working: '正在处理…',
  stages: {
    reading: '正在读取文件…',
    checking: '正在逐行检查…',
    scoring: '正在计算得分…',
    'starting-database': '正在启动数据库…',
    storing: '正在存入数据库…',
    publishing: '正在生成发布文件…',
  },
  oldDataMeanwhile: '完成之前，现有数据保持不变。',
  stop: '停止',
  entered: '已载入。',
  enteredPartly: (refused) => `有 ${refused} 行被拒收，没有进入计算，请看下表。`,
  enteredUnscored: '数据已载入，但无法计算得分。',
  heldBack: (refused) => `有 ${refused} 行读不进，现有数据还没有替换。`,
  heldChoice: '可以就地改正后重新读取，可以返回修改文件，也可以仍然载入：下表列出的拒收行不进入计算。',
  loadAnyway: '仍然载入',
  backToChoice: '返回修改',
  notEntered: '没有载入。',
  cancelled: '已停止。',
  oldDataStays: '原有的方案、数据和成绩保持不变。',
  toResults: '查看成绩',
  keepOld: '保留原有数据',
  chooseAgain: '重新选择',
};

export const loadEn: LoadMessages = {
  loadHeading: 'Load data',
  loadLead:
    'Choose a scheme and data files. What is there now is replaced only when everything has been read; if rows cannot be read, you see the report first and decide.',
  stepScheme: '1. Scheme',
  stepFiles: '2. Data files',
  scheme: 'Scheme',
  chooseScheme: 'Choose a scheme',
  currentScheme: (title) => `${title} (current)`,
  bodies: {
    county: 'Cities and counties',
    township: 'Townships and streets',
    village: 'Villages and communities',
    office: 'Government offices',
    party: 'Party organisations',
    school: 'Schools and education',
    hospital: 'Hospitals and health',
    company: 'Companies',
    other: 'Others',
  },
  findScheme: 'Find by name, such as hospital',
  schemesFound: (count) => `Found: ${count}`,
  openSchemeFile: 'Open a scheme file…',
  schemeGood: (title, version) => `The scheme “${title}”${version ? ` (version ${version})` : ''} can be used.`,
  schemeFaulty: (file) => `${file} has errors and cannot be used:`,
  schemeFindings: 'Findings of the scheme checker',
  schemeSeverities: { error: 'Error', warning: 'Doubt', note: 'Note' },
  position: 'Position',
  lineColumn: (line, column) => `line ${line}, column ${column}`,
  noFilesYet: 'No data files yet? Make workbooks, have the departments fill them in, and load them.',
  makeCollection: 'Go to the workbooks',
  dropHere: 'Drop one or more files here, or',
  chooseFile: 'Choose a file…',
  chooseFiles: 'Choose files…',
  fileKinds:
    'Collection workbooks, tables in the layout of a department, or standard tables: .xlsx, .xls, .et, .ods, .csv, .tsv, .parquet, .arrow',
  chosenFiles: 'Chosen files',
  removeFile: (name) => `Remove ${name}`,
  namesakes:
    'Some files have the same name. Remove the older one if they are versions of one table; files of different units are all read.',
  formatHeading: 'How are the data files filled in?',
  formatCollection: 'Collection workbooks: load them as they were filled in, those of several departments together.',
  formatForeign:
    'Tables in a layout of their own: load them as they are and match their columns in the next step; the matching is remembered.',
  formatOwn: 'Standard tables: two sheets of a workbook, or two CSV files (UTF-8 or GB18030).',
  formatSubjects: 'First table, subjects, one row each:',
  formatObservations: 'Second table, observations, one row each:',
  formatMore:
    'A period is 2024, 2024-H1, 2024-Q1 or 2024-03; what does not apply is NA; what is not delivered is left out. Columns may be missing or in another order.',
  formatHeaders:
    'Chinese headers are understood too: 编号, 名称, 分组, 上级; 考核期, 编号, 指标, 数值, 类别, 评分人, 事项, 日期, 备注.',
  copyInputs: 'Copy the list',
  templates: 'Download empty CSV tables (two)',
  templatesHint:
    'The CSV tables come with headers and one example row for each kind of data; delete the examples before filling in. Headers may be Chinese.',
  plans: {
    nothing: 'Choose data files, or another scheme.',
    faulty: 'The scheme file has errors. Mend it and open it again.',
    'needs-files': 'This scheme has no sample data. Choose data files.',
    files: 'The files will be loaded with the current scheme, in place of the data that is there.',
    'files-added': 'The files are read with the open scheme and added to the data; conflicts wait for your choice.',
    'scheme-sample': 'The scheme will be opened with its sample data.',
    'scheme-own': 'The scheme will be opened and the loaded files read again with it.',
    both: 'The scheme will be opened and the files loaded, in place of what is there.',
  },
  loadNow: 'Load',
  working: 'Working…',
  stages: {
    reading: 'Reading the files…',
    checking: 'Checking row by row…',
    scoring: 'Computing the scores…',
    'starting-database': 'Starting the database…',
    storing: 'Storing in the database…',
    publishing: 'Making the results file…',
  },
  oldDataMeanwhile: 'Until this is done, everything stays as it is.',
  stop: 'Stop',
  entered: 'Loaded.',
  enteredPartly: (refused) =>
    refused === 1
      ? 'One row was refused and is not counted; see below.'
      : `${refused} rows were refused and are not counted; see below.`,
  enteredUnscored: 'The data is loaded but cannot be scored.',
  heldBack: (refused) =>
    refused === 1
      ? 'One row cannot be read; nothing was replaced yet.'
      : `${refused} rows cannot be read; nothing was replaced yet.`,
  heldChoice:
    'Set cells right here and read again, go back and mend the file, or load it anyway: the refused rows below will not be counted.',
  loadAnyway: 'Load anyway',
  backToChoice: 'Go back',
  notEntered: 'Nothing was loaded.',
  cancelled: 'Stopped.',
  oldDataStays: 'Scheme, data and results are as they were.',
  toResults: 'See the results',
  keepOld: 'Keep what is there',
  chooseAgain: 'Choose again',
};
