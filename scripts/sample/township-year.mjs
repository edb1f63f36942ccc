// What concerns all villages of a year together: contests, and the few things that the sample is there to show.
import { NOTES } from './notes.mjs';

/** @typedef {import('./observe-village.mjs').Row} Row */
/** @typedef {import('./villages.mjs').Village} Village */
/** @typedef {Pick<Row, 'item' | 'category' | 'value' | 'date' | 'note'> & { year: number, name: string }} Planned */

/** Events that are placed by hand, so that the sample shows a rule at work. @type {readonly Planned[]} */
const PLANNED = [
  {
    year: 2023,
    name: '杉木村',
    item: 'veto',
    category: 'group-petition',
    value: 23,
    date: '2023-09-12',
    note: '因土地流转租金拖欠,23人到县政府集体上访',
  },
  {
    year: 2023,
    name: '长坡村',
    item: 'veto',
    category: 'brawl',
    value: 8,
    date: '2023-05-06',
    note: '争水打架,8人参与,已调解',
  },
  {
    year: 2024,
    name: '桃林村',
    item: 'veto',
    category: 'safety',
    value: 1,
    date: '2024-07-19',
    note: '采砂点较大生产安全事故',
  },
  {
    year: 2024,
    name: '古井村',
    item: 'veto',
    category: 'corruption-self-reported',
    value: 1,
    date: '2024-10-11',
    note: '村支部自查并主动报告,已退缴',
  },
  {
    year: 2024,
    name: '黄泥塘村',
    item: 'social.bidding',
    category: 'unapproved',
    value: 1,
    date: '2024-04-24',
    note: '未经批准新建村级文化广场',
  },
  {
    year: 2023,
    name: '龙潭村',
    item: 'adj.tourism',
    category: '3A-point',
    value: 1,
    date: '2023-11-30',
    note: '溪谷漂流点创建3A级乡村旅游点',
  },
  {
    year: 2024,
    name: '清溪村',
    item: 'adj.tourism',
    category: '4A-point',
    value: 1,
    date: '2024-12-05',
    note: '古樟民宿群创建4A级乡村旅游点',
  },
];

/** Figures that were not handed in. @type {readonly { year: number, name: string, item: string }[]} */
const NOT_DELIVERED = [
  { year: 2023, name: '石鼓村', item: 'social.jobs' },
  { year: 2024, name: '白沙村', item: 'env.land' },
  { year: 2024, name: '麻溪村', item: 'env.family.fee.collected' },
  { year: 2024, name: '上坪村', item: 'party.militia' },
];

/**
 * Adds what concerns all villages, and takes away what was not handed in.
 * @param {readonly Row[]} rows of one year
 * @param {readonly Village[]} villages that take part
 * @param {number} year
 * @param {import('./random.mjs').Random} random
 * @returns {Row[]}
 */
export function completeYear(rows, villages, year, random) {
  const byName = new Map(villages.map(({ name, id }) => [name, id]));
  const kept = rows.filter(
    ({ item, subject }) =>
      !NOT_DELIVERED.some((gap) => gap.year === year && gap.item === item && byName.get(gap.name) === subject),
  );
  const planned = PLANNED.filter((event) => event.year === year).map(({ name, item, category, value, date, note }) => ({
    period: year,
    subject: /** @type {string} */ (byName.get(name)),
    item,
    value,
    category,
    rater: '',
    date,
    note,
  }));
  return [...kept, ...planned, ...contests(villages, year, random)];
}

/**
 * County inspections and the flag contest: the better villages win, though not always.
 * @param {readonly Village[]} villages
 * @param {number} year
 * @param {import('./random.mjs').Random} random
 * @returns {Row[]}
 */
function contests(villages, year, random) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {(village: Village | undefined, item: string, category: string, date: string) => void} */
  const award = (village, item, category, date) => {
    const note = random.pick(NOTES[`${item} ${category}`] ?? ['']);
    if (village) rows.push({ period: year, subject: village.id, item, value: 1, category, rater: '', date, note });
  };
  for (const day of ['06-21', '11-15']) {
    const order = roughOrder(villages, random);
    const date = `${year}-${day}`;
    award(order[0], 'adj.inspection', random.pick(['1st', '2nd', '3rd']), date);
    for (const village of order.slice(2, 4)) award(village, 'adj.inspection', '4-9', date);
    award(order.at(-2), 'adj.inspection', 'last3', date);
  }
  const order = roughOrder(villages, random);
  const date = `${year}-10-28`;
  award(order[1], 'adj.beautiful', 'visit', date);
  award(order[0], 'adj.beautiful', 'top10', date);
  if (year === 2024) award(order[0], 'adj.beautiful', '1st', date);
  for (const village of order.slice(3, 5)) award(village, 'adj.beautiful', '11-20', date);
  award(order.at(-1), 'adj.beautiful', 'last10', date);
  return rows;
}

/**
 * @param {readonly Village[]} villages
 * @param {import('./random.mjs').Random} random
 */
function roughOrder(villages, random) {
  const strength = new Map(villages.map((village) => [village, village.ability + 0.6 * random.normal()]));
  return [...villages].sort((a, b) => Number(strength.get(b)) - Number(strength.get(a)));
}
