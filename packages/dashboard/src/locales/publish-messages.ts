import type { GroupMode } from '@kaoheng/engine/reader';

/** Words of publishing results. */
export interface PublishMessages {
  readonly publishHeading: string;
  readonly publishLead: string;
  readonly publishSample: string;
  readonly publishRefused: (rows: string) => string;
  readonly publishTrial: (changes: number) => string;
  readonly publishTrialConfirm: string;
  readonly publishConflicts: (count: string) => string;
  readonly publishConflictsConfirm: string;
  readonly publishIncomplete: (where: string, count: string, names: string) => string;
  readonly notice: string;
  readonly noticeFrom: string;
  readonly noticeTo: string;
  readonly noticeOrder: string;
  readonly objections: string;
  readonly objectionsHint: string;
  readonly publishScope: string;
  readonly allPeriods: string;
  readonly allParts: string;
  readonly allGroups: string;
  readonly allNodes: (all: string) => string;
  readonly someNodes: (chosen: string, all: string) => string;
  readonly smallestIs: Readonly<Record<'names' | 'codes', (smallest: string) => string>>;
  readonly noticeIs: (from: string, to: string, objections: string) => string;
  readonly publishPeriods: string;
  readonly publishParts: string;
  readonly publishGroups: string;
  readonly publishGroupsHint: string;
  readonly publishSubjects: string;
  readonly subjectModes: Readonly<Record<'names' | 'codes', string>>;
  readonly codesHint: string;
  readonly codeKey: string;
  readonly codeKeyHint: string;
  readonly groupModesTitle: (part: string, column: string) => string;
  readonly groupModes: Readonly<Record<GroupMode, string>>;
  readonly groupColumn: (column: string) => string;
  readonly groupsHint: string;
  readonly groupModeIs: Readonly<Record<GroupMode, string>>;
  readonly smallest: string;
  readonly smallestHint: string;
  readonly publishNodes: (chosen: string, all: string) => string;
  readonly chooseAll: string;
  readonly chooseNone: string;
  readonly nothingChosen: string;
  readonly preview: string;
  readonly previewLead: string;
  readonly previewEmpty: string;
  readonly previewShow: string;
  readonly digest: string;
  readonly digestHint: string;
  readonly heldGroup: (period: string, group: string, subjects: string) => string;
  readonly heldFigures: (figures: string) => string;
  readonly derivable: (node: string, from: string) => string;
  readonly tellsGroups: (node: string) => string;
  readonly heldHeading: string;
  readonly derivableHeading: string;
  readonly codeListDownload: string;
  readonly codeListHint: string;
  readonly withExplanations: string;
  readonly withExplanationsHint: string;
  readonly publishNow: string;
  readonly publishing: string;
  readonly publishedAs: (name: string, kilobytes: string) => string;
  readonly publishSteps: readonly string[];
  readonly publishPageSteps: readonly string[];
  readonly downloadPage: string;
  readonly downloadResults: string;
  readonly snippet: string;
  readonly snippetHint: string;
  readonly copySnippet: string;
  readonly copied: string;
  readonly copyFailed: string;
}

export const publishZh: PublishMessages = {
  publishHeading: '发布成绩',
  publishLead: '生成网页包（结果、脚本、网页、说明），放到网站上即可展示。不含原始数据行、备注、评分人和单个评分。',
  publishRefused: (rows) => `载入的文件有 ${rows} 行未读入，没有进入计算。`,
  publishTrial: (changes) => `这是试算结果：有 ${changes} 项参数与方案不同，发布的文件会标明。`,
  publishTrialConfirm: '我知道这是试算结果，仍要发布',
  publishConflicts: (count) =>
    `几次导入对 ${count} 处数据说法不一，尚未选定，成绩暂以先导入的为准。请先到“数据”页选定。`,
  publishConflictsConfirm: '我知道有数据未选定，仍要发布',
  publishIncomplete: (where, count, names) => `${where}：${count} 个对象数据未报齐，未报的按 0 计（${names}）。`,
  publishSample: '现在打开的是示例数据，发布的也将是虚构的成绩。',
  notice: '公示期',
  noticeFrom: '开始',
  noticeTo: '结束',
  noticeOrder: '结束日期不能早于开始日期。',
  objections: '异议受理',
  objectionsHint: '如：公示期内可向考核办书面提出，电话……',
  publishScope: '公示范围',
  allPeriods: '全部期间',
  allParts: '全部考核对象',
  allGroups: '全部组别',
  allNodes: (all) => `全部 ${all} 项指标和结果`,
  someNodes: (chosen, all) => `${all} 项指标和结果中的 ${chosen} 项`,
  smallestIs: {
    names: (smallest) => `评分人不足 ${smallest} 人的得分不公布`,
    codes: (smallest) => `不足 ${smallest} 人的组、评分人不足 ${smallest} 人的得分不公布`,
  },
  noticeIs: (from, to, objections) =>
    [from || to ? `${from || '……'} 至 ${to || '……'}` : '未填日期', objections || '未填异议受理'].join(' · '),
  publishPeriods: '期间',
  publishParts: '考核对象',
  publishGroups: '组别',
  publishGroupsHint: '只选部分组时，其他组的成绩不在文件里。',
  publishSubjects: '名称和人数',
  subjectModes: { names: '公布名称', codes: '以代码代替名称' },
  codesHint: '代码由密钥生成，从文件推不回名称。对照表在生成后单独下载，请勿公开。',
  codeKey: '代码密钥',
  codeKeyHint: '留空则生成新密钥；填上次的密钥，同一对象的代码不变。至少 16 个字符。',
  groupModesTitle: (part, column) => `${part ? `${part}：` : ''}组别（按${column}分组排名）`,
  groupModes: { names: '公布组名', codes: '以代码代替', none: '不公布' },
  groupColumn: (column) => (column === 'group' ? '组别' : column === 'parent' ? '上级' : `“${column}”列`),
  groupsHint: '按上级等列分组时，组名会显示谁归谁管，所以不选就不公布。不公布时，访问者只看到组内名次。',
  groupModeIs: { names: '公布组名', codes: '组名用代码', none: '不公布组别' },
  smallest: '最少人数',
  smallestHint: '评分人少于此数的得分不公布；用代码时，人数少于此数的组不公布，不论组别是否显示。',
  publishNodes: (chosen, all) => `公布的指标和结果：${chosen} / ${all}`,
  chooseAll: '全选',
  chooseNone: '全不选',
  nothingChosen: '请至少选择一期和一项指标或结果。',
  preview: '预览',
  previewLead: '访问者看到的就是下面的内容。',
  previewEmpty: '改好选项后可先预览：访问者会看到什么，什么没有公布，什么能推算出来。',
  previewShow: '看预览',
  digest: '校验值',
  digestHint: '文件被改动后，网页会拒绝显示。校验值可写入公示文件备查。',
  heldGroup: (period, group, subjects) => `${period}${group}：只有 ${subjects} 个对象`,
  heldFigures: (figures) => `${figures} 个得分：评分人太少，或可由其他得分推出`,
  derivable: (node, from) => `“${node}”可由“${from}”减去其余各项算出`,
  tellsGroups: (node) => `从“${node}”看得出谁与谁同组或不同组`,
  heldHeading: '没有公布：',
  derivableHeading: '注意，有的内容没有选中，但能推算出来：',
  codeListDownload: '下载代码对照表',
  codeListHint: '请妥善保存对照表和密钥，不要放到网站上。',
  withExplanations: '附得分由来',
  withExplanationsHint: '读者可以点开得分，看规则和算式；文件会大一些。',
  publishNow: '生成网页包',
  publishing: '正在生成…',
  publishedAs: (name, kilobytes) => `已生成 ${name}（${kilobytes} KB），请在浏览器的下载中查看。`,
  publishPageSteps: [
    '解压后把全部文件放到网站的一个目录，访问其中的 index.html 即可。',
    '要放进现有网页，按 README.txt 的说明粘贴几行代码。不需要其他程序，也不访问外部网络。',
  ],
  publishSteps: [
    '把结果文件和 kaoheng.iife.js、kaoheng-charts.iife.js 放到网站的同一目录。',
    '把“网页代码”中的几行粘贴到网页中。不需要其他程序，也不访问外部网络。',
  ],
  downloadPage: '再次下载网页包',
  downloadResults: '只下载结果文件',
  snippet: '网页代码',
  snippetHint: '放进现有网页时用，结果文件和脚本与网页放在同一目录。',
  copySnippet: '复制代码',
  copied: '已复制。',
  copyFailed: '浏览器不允许复制，请手工选取。',
};

export const publishEn: PublishMessages = {
  publishHeading: 'Publish results',
  publishLead:
    'Makes all that a web site needs: results, scripts, a page, what to do. It holds no rows of the source data, no notes, no raters and no single ratings.',
  publishRefused: (rows) => `${rows} rows of the loaded files were not read and are not counted.`,
  publishTrial: (changes) =>
    `These are results of a trial: ${changes} ${changes === 1 ? 'parameter differs' : 'parameters differ'} from the scheme. The published file will say so.`,
  publishTrialConfirm: 'I know that this is a trial and want to publish it',
  publishConflicts: (count) =>
    `Values that imports contradict each other about: ${count}. Nobody has chosen yet, and the earlier import counts. Choose under “Data” first.`,
  publishConflictsConfirm: 'I know that values are in conflict and want to publish',
  publishIncomplete: (where, count, names) => `${where}: ${count} incomplete, what is missing counts 0 (${names}).`,
  publishSample: 'The data that is open is a sample; the published results would be made up too.',
  notice: 'Public notice',
  noticeFrom: 'From',
  noticeTo: 'To',
  noticeOrder: 'The notice cannot end before it begins.',
  objections: 'Objections',
  objectionsHint: 'e.g. in writing to the appraisal office during the notice, phone …',
  publishScope: 'What is published',
  allPeriods: 'all periods',
  allParts: 'everybody who is appraised',
  allGroups: 'all groups',
  allNodes: (all) => `all ${all} indicators and results`,
  someNodes: (chosen, all) => `${chosen} of ${all} indicators and results`,
  smallestIs: {
    names: (smallest) => `no scores with fewer than ${smallest} raters`,
    codes: (smallest) => `no groups with fewer than ${smallest}, no scores with fewer than ${smallest} raters`,
  },
  noticeIs: (from, to, objections) =>
    [from || to ? `${from || '…'} to ${to || '…'}` : 'no dates', objections || 'nowhere to object'].join(' · '),
  publishPeriods: 'Periods',
  publishParts: 'Who is appraised',
  publishGroups: 'Groups',
  publishGroupsHint: 'Scores of groups that are not chosen are not in the file.',
  publishSubjects: 'Names and numbers',
  subjectModes: { names: 'publish names', codes: 'codes in place of names' },
  codesHint:
    'Codes come from a key; no name follows from the file. Whose code is whose is downloaded apart, and is not for the public.',
  codeKey: 'Key of the codes',
  codeKeyHint: 'Leave empty for a new one; with the key of the last time codes stay the same. 16 characters or more.',
  groupModesTitle: (part, column) => `${part ? `${part}: g` : 'G'}roups (ranked within ${column})`,
  groupModes: { names: 'publish names', codes: 'codes in their place', none: 'do not publish' },
  groupColumn: (column) =>
    column === 'group' ? 'the group' : column === 'parent' ? 'the superior' : `the column “${column}”`,
  groupsHint:
    'Groups by superior or another column tell who belongs to whom; they stay out unless you choose otherwise. Visitors then see ranks within groups, and not the groups.',
  groupModeIs: { names: 'groups by name', codes: 'groups by code', none: 'no groups' },
  smallest: 'Fewest people',
  smallestHint: 'Scores with fewer raters are held back; with codes, smaller groups too, shown or not.',
  publishNodes: (chosen, all) => `Indicators and results: ${chosen} of ${all}`,
  chooseAll: 'All',
  chooseNone: 'None',
  nothingChosen: 'Choose at least one period and one indicator or result.',
  preview: 'Preview',
  previewLead: 'This is what visitors will see.',
  previewEmpty:
    'Look at it first: what visitors will see, what is held back, and what can be worked out from what is shown.',
  previewShow: 'Show the preview',
  digest: 'Digest',
  digestHint: 'Pages refuse to show a file that was changed. The digest can be put on record with the notice.',
  heldGroup: (period, group, subjects) => `${period} ${group}: ${subjects} only`,
  heldFigures: (figures) => `${figures} scores with too few raters, or from which those follow`,
  derivable: (node, from) => `“${node}” is “${from}” less its other items`,
  tellsGroups: (node) => `“${node}” tells who is in one group and who is not`,
  heldHeading: 'Held back:',
  derivableHeading: 'Note: some of what was not chosen can be worked out:',
  codeListDownload: 'Download the list of codes',
  codeListHint: 'Keep the list and the key; do not put them on the web site.',
  withExplanations: 'With explanations',
  withExplanationsHint: 'Readers can open a score and see rule and arithmetic; the file becomes larger.',
  publishNow: 'Make the page',
  publishing: 'Making the page…',
  publishedAs: (name, kilobytes) => `${name} (${kilobytes} KB) was made; look into the browser’s downloads.`,
  publishPageSteps: [
    'Unpack all files into a folder of the web site, and open its index.html there.',
    'For a page of your own, paste the lines that README.txt gives. Nothing else is needed, and no other site is asked.',
  ],
  publishSteps: [
    'Put the results file, kaoheng.iife.js and kaoheng-charts.iife.js into one folder of the web site.',
    'Paste the lines below into the page. Nothing else is needed, and no other site is asked.',
  ],
  downloadPage: 'Download the page again',
  downloadResults: 'Download the results alone',
  snippet: 'Lines for the page',
  snippetHint: 'For a page of your own, with the results and the scripts beside it.',
  copySnippet: 'Copy the lines',
  copied: 'Copied.',
  copyFailed: 'The browser does not allow copying; select the text by hand.',
};
