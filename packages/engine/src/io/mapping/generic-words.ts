import { foldText } from '../fold-text.ts';

/** Words that titles of all kinds of things end with, and that say nothing about which one it is. */
const GENERIC = [
  '任务数',
  '任务量',
  '任务',
  '目标数',
  '目标值',
  '目标',
  '计划数',
  '计划',
  '指标数',
  '指标值',
  '指标',
  '完成情况',
  '完成数',
  '完成量',
  '完成值',
  '完成率',
  '完成',
  '实际完成',
  '实际数',
  '实际值',
  '实际',
  '实绩',
  '达标率',
  '增长率',
  '增幅',
  '同比',
  '占比',
  '比例',
  '比率',
  '数量',
  '总数',
  '总量',
  '总额',
  '金额',
  '数额',
  '面积',
  '人数',
  '户数',
  '件数',
  '次数',
  '个数',
  '得分',
  '分数',
  '评分',
  '分值',
  '扣分',
  '加分',
  '合计',
  '小计',
  '总计',
  '累计',
  '本期',
  '本年',
  '本月',
  '上年',
  '上期',
  '去年',
  '全年',
  '年度',
  '情况',
  'target',
  'task',
  'plan',
  'actual',
  'completed',
  'completion',
  'rate',
  'number',
  'amount',
  'count',
  'score',
  'total',
]
  .map((word) => foldText(word))
  .sort((a, b) => b.length - a.length);

/** A title without the words that anything could be called by, and these words. Both folded, either may be empty. */
export interface SplitTitle {
  readonly specific: string;
  readonly generic: string;
}

export function splitTitle(folded: string): SplitTitle {
  let specific = folded;
  let generic = '';
  for (;;) {
    const word = GENERIC.find((one) => specific.endsWith(one));
    if (word === undefined) return { specific, generic };
    specific = specific.slice(0, -word.length);
    generic = word + generic;
  }
}
