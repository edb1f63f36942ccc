/** Texts about collection workbooks: the tables that are sent out to be filled in. */
export interface CollectionMessages {
  readonly heading: string;
  readonly lead: string;
  readonly periods: string;
  readonly periodsHint: string;
  readonly periodsMissing: string;
  readonly subjects: string;
  readonly loadedSubjects: (count: string, isSample: boolean) => string;
  readonly blankSubjects: string;
  readonly leaveBlank: string;
  readonly chooseList: string;
  readonly useLoaded: string;
  readonly byDepartment: string;
  readonly make: string;
  readonly making: string;
  readonly made: (names: readonly string[]) => string;
}

export const collectionZh: CollectionMessages = {
  heading: '生成填报工作簿（.xlsx）',
  lead: '每个考核对象一行，每项指标一列，列头写明规则、满分和依据，带下拉选项和取值范围。填好后直接载入，不用再对应列。',
  periods: '考核期',
  periodsHint: '如 2024、2024年一季度、2024-03；几个考核期用逗号分开',
  periodsMissing: '请填写考核期，如 2024、2024-H1、2024-Q1 或 2024-03。',
  subjects: '考核对象',
  loadedSubjects: (count, isSample) => (isSample ? `示例中的 ${count} 个` : `已载入的 ${count} 个`),
  blankSubjects: '选择名单文件（编号、名称、分组、上级）；不选则留出空行，由填报人填写名单。',
  leaveBlank: '留空，由填报人填写',
  chooseList: '选择名单文件…',
  useLoaded: '改用已载入的',
  byDepartment: '每个填报部门一个工作簿',
  make: '生成填报工作簿',
  making: '正在生成…',
  made: (names) => `已生成 ${names.length} 个文件：${names.join('、')}，请在浏览器的下载中查看。`,
};

export const collectionEn: CollectionMessages = {
  heading: 'Make workbooks to be filled in (.xlsx)',
  lead: 'A row for each subject and a column for each item, with rule, maximum and clause above it, lists to choose from and ranges that are checked. Filled in, they load without any question.',
  periods: 'Periods',
  periodsHint: 'such as 2024, 2024-Q1 or 2024-03; several are separated by commas',
  periodsMissing: 'Enter a period: 2024, 2024-H1, 2024-Q1 or 2024-03.',
  subjects: 'Subjects',
  loadedSubjects: (count, isSample) => (isSample ? `the ${count} of the sample` : `the ${count} that are loaded`),
  blankSubjects:
    'Choose a file that lists them (id, name, group, parent); without one there is room for whoever fills in to list them.',
  leaveBlank: 'Leave room for them instead',
  chooseList: 'Choose a list…',
  useLoaded: 'Take those loaded',
  byDepartment: 'One workbook for each department that delivers',
  make: 'Make the workbooks',
  making: 'Making them…',
  made: (names) =>
    `${names.length} ${names.length === 1 ? 'file' : 'files'} made: ${names.join(', ')}. See your downloads.`,
};
