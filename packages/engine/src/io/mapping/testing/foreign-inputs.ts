import { declare } from '../../testing/import-fixtures.ts';

/** The inputs that the foreign files under `test-files/foreign` are read for. */
export const FOREIGN_INPUTS = [
  declare('grain', 'number', { title: { zh: '粮食产量', en: 'Grain output' }, unit: '吨' }),
  declare('income', 'number', { title: { zh: '村集体收入', en: 'Collective income' }, unit: '元' }),
  declare('rate', 'number', { title: { zh: '参保率', en: 'Coverage' }, unit: '%', mayBeNA: false }),
  declare('work', 'score', { title: { zh: '党建得分', en: 'Party work' }, min: '0', max: '100' }),
  declare('visits', 'number', { title: { zh: '走访次数', en: 'Visits' }, unit: '次', periods: ['quarter'] }),
  declare('pension', 'flag', { title: { zh: '养老达标', en: 'Pension target met' } }),
  declare('venue', 'level', {
    title: { zh: '会场评定', en: 'Venue' },
    words: ['good', 'fair', 'poor'],
    wordTitles: {
      good: { zh: '优秀', en: 'Good' },
      fair: { zh: '合格', en: 'Fair' },
      poor: { zh: '不合格', en: 'Poor' },
    },
  }),
  declare('petition', 'event', {
    title: { zh: '信访件', en: 'Petitions' },
    categories: ['city', 'province'],
    categoryTitles: { city: { zh: '市级', en: 'City' }, province: { zh: '省级', en: 'Province' } },
    needsCategory: true,
  }),
  declare('survey', 'rating', { title: { zh: '群众测评', en: 'Survey' }, min: '0', max: '100' }),
  declare('key.*', 'number', { title: { zh: '重点工作', en: 'Key work' } }),
];

/** Two items that are rated, by classes of raters and in words. */
export const RATING_INPUTS = [
  declare('vote', 'rating', {
    title: { zh: '述职会打分', en: 'Marks of the meeting' },
    min: '0',
    max: '100',
    categories: ['cadre', 'staff'],
    categoryTitles: { cadre: { zh: '干部', en: 'Cadres' }, staff: { zh: '员工代表', en: 'Staff' } },
    needsCategory: true,
  }),
  declare('ballot', 'rating', { title: { zh: '评议票', en: 'Ballots' }, words: ['好', '较好', '一般', '差'] }),
  declare('staff', 'number', { title: { zh: '职工人数', en: 'Staff' }, unit: '人' }),
];

export const ROLL = [
  ['编号', '名称', '组别'],
  ['v1', '张村', '东'],
  ['v2', '李家村', '东'],
  ['v3', '王村', '西'],
  ['v4', '赵庄', '西'],
  ['0005', '陈家湾', '西'],
  ['v6', '发展和改革委员会', '县直'],
] as const;
