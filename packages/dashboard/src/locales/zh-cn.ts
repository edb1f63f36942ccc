import { amendZh } from './amend-messages.ts';
import { collectionZh } from './collection-messages.ts';
import { dataZh } from './data-messages.ts';
import { exportZh } from './export-messages.ts';
import { gapsZh } from './gap-messages.ts';
import { historyZh } from './history-messages.ts';
import { importsZh } from './imports-messages.ts';
import { keepZh } from './keep-messages.ts';
import { loadZh } from './load-messages.ts';
import { mappingZh } from './mapping-messages.ts';
import type { Messages } from './messages.ts';
import { publishZh } from './publish-messages.ts';
import { savedViewsZh } from './saved-views-messages.ts';

const QUARTERS = ['一', '二', '三', '四'];

/** 简体中文。 */
export const zhCn: Messages = {
  ...exportZh,
  ...dataZh,
  ...loadZh,
  ...publishZh,
  ...historyZh,
  ...keepZh,
  ...importsZh,
  product: '考衡',
  productShort: '考衡',
  skip: '跳到正文',
  navigation: '主导航',
  views: { results: '成绩', data: '数据', parameters: '参数' },
  theme: '外观',
  themes: { auto: '跟随系统', light: '浅色', dark: '深色' },
  otherLanguage: 'English',
  loadData: '载入数据',
  publish: '发布',
  print: '打印',
  whatIsShown: '显示范围',
  footer: '所有计算都在本机浏览器内完成，数据不会传出。得分按精确分数计算，不用浮点数；点开任一得分可看由来。',
  version: (version) => `版本 ${version}`,
  sampleMark: '示例数据',
  ownMark: '已载入数据',
  filesOf: (files) => (files.length > 2 ? `${files.length} 个文件` : files.join('、')),
  subjectCount: (count) => `${count} 个对象`,
  rowCount: (count) => `${count} 条记录`,
  incompleteCount: (count) => `${count} 个未报齐`,
  allComplete: '本期成绩所需数据齐全',
  rowsNotRead: (count) => `${count} 行未读入`,
  incompleteOnPaper: (count) => `${count} 个未报齐，未报的按 0 计`,
  trial: (changes) => `试算：参数已改（${changes} 项）`,
  changedParameter: (title, written, value) => `${title}：${written} 改为 ${value}`,
  notSet: '未设定',
  periodName: (period) => {
    const [, year, rest] = /^(\d{4})(?:-(.+))?$/.exec(period) ?? [];
    if (!year) return period;
    if (!rest) return `${year} 年`;
    if (rest === 'H1') return `${year} 年上半年`;
    if (rest === 'H2') return `${year} 年下半年`;
    const quarter = /^Q([1-4])$/.exec(rest);
    if (quarter) return `${year} 年第${QUARTERS[Number(quarter[1]) - 1]}季度`;
    return `${year} 年 ${Number(rest)} 月`;
  },
  clause: (clause) => `依据：${clause}`,
  comma: '、',
  semicolon: '；',
  close: '关闭',
  cancel: '取消',
  retry: '重试',
  dismiss: '不再显示',

  starting: '正在打开示例数据…',
  restarting: '正在重新启动…',
  restarted: '已重新启动。',
  restart: '重新启动',
  workerLost: '后台计算已停止',
  startFailed: '未能打开示例数据',
  scoringFailed: '无法计算得分',
  storeFailed: '数据库未启动，评分照常进行',
  storeNotice: '数据库可用，但需调整',
  subjectGone: (name) => `“${name}”不在当前的考核期或分组中，已回到总表。`,
  lostTitle: '刷新之后',
  lostText: (files) => `数据只保存在网页内存中，${files}需要重新载入。`,
  sampleTitle: '这是示例',
  sampleText: (subjects) => `${subjects} 个对象和全部数据均为虚构，仅供了解功能。`,
  loadOwn: '载入自己的数据',
  noData: '还没有数据。请载入数据文件。',
  noRecords: (subjects) =>
    `已载入 ${subjects} 个考核对象，但没有任何考核期的数据，还算不出成绩。请补充数据文件，或生成填报工作簿发给各部门填报。`,

  ranking: '排名',
  unit: (name) => (name ? `${name}的成绩` : '成绩'),
  backToRanking: '返回总表',
  previousUnit: '上一个',
  nextUnit: '下一个',
  signatures: ['制表：', '审核：', '负责人：'],
  printFailed: '成绩单没有打印',
  printedOn: (date) => `打印于 ${date.getFullYear()} 年 ${date.getMonth() + 1} 月 ${date.getDate()} 日`,

  parametersHeading: '方案参数',
  parametersLead:
    '改动用于试算，方案文件不变；结果会标明是试算，自己的工作区会记下每次改动，可随时恢复。清空一项表示不设定；有得分非用它不可时，不会采用，并说明缺什么。',
  noParameters: '这个方案没有可调的参数。',
  compute: '重新计算',
  computing: '正在计算…',
  computed: '已按新参数重新计算。',
  asWritten: '恢复方案原值',
  parametersRefused: '没有采用，成绩不变。',
  writtenValue: (value) => `方案原值 ${value}`,
  fromYear: (year, value) => `${year} 年起 ${value}`,
  unset: '方案未设定',
  notANumber: '请填数字，如 0.5 或 60%',
  flagWords: { '': '（未设定）', true: '是', false: '否' },

  collection: collectionZh,
  amend: amendZh,
  mapping: mappingZh,
  savedViews: savedViewsZh,
  gaps: gapsZh,
};
