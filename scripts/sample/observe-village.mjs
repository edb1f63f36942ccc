// One year of one village: every input of the scheme township-9-villages, as far as it happens to occur.
import { NOTES, SEASONS } from './notes.mjs';

/**
 * @typedef {object} Row an observation before it is written
 * @property {number} period
 * @property {string} subject
 * @property {string} item
 * @property {number | string} value
 * @property {string} category
 * @property {string} rater
 * @property {string} date
 * @property {string} note
 */

/** Marks of assessors: item and full marks; the step in which they are given follows from these. */
const MARKS = /** @type {const} */ ([
  ['env.clean', 5],
  ['env.river.reservoir', 1],
  ['env.river.sewage', 1],
  ['env.water.guard', 0.5],
  ['env.water.prep', 0.5],
  ['env.water.team', 0.5],
  ['env.forest', 2],
  ['env.landuse', 3],
  ['stab.security.work', 1],
  ['stab.security.gang', 1],
  ['stab.security.grid', 1],
  ['stab.law', 1],
  ['stab.safety', 2],
  ['party.publicity', 1],
  ['party.ideology', 1],
  ['party.cppcc', 1],
  ['party.militia', 1],
  ['social.veterans', 1],
]);

/** Completion in per cent: item, usual level, how much it differs, and the most it can be. */
const RATES = /** @type {const} */ ([
  ['invest.fixed', 101, 13, 160],
  ['invest.tax', 99, 12, 150],
  ['invest.funds', 96, 13, 140],
  ['env.beautiful.tourism.develop', 93, 9, 120],
  ['env.beautiful.tourism.route', 95, 6, 110],
  ['env.industry.rape', 97, 8, 130],
  ['env.finance.accounts', 98, 4, 100],
  ['env.family.exam', 95, 5, 108],
  ['stab.security.insurance', 94, 7, 115],
  ['social.insurance', 98.6, 1.3, 101.5],
  ['social.jobs', 97, 7, 120],
]);

/** What goes wrong: item, category, how often a year in an average village, most persons or cases at a time. */
const TROUBLES = /** @type {const} */ ([
  ['env.finance.cash', '', 0.3, 2],
  ['env.stats', '', 0.35, 2],
  ['env.family.inspect', 'error', 0.08, 1],
  ['env.family.inspect', 'unplanned', 0.03, 1],
  ['stab.security.handed', '', 0.16, 1],
  ['stab.security.absent', '', 0.2, 1],
  ['stab.security.special', 'novisit', 0.14, 1],
  ['stab.security.special', 'injury', 0.03, 1],
  ['stab.petition', 'city', 0.3, 2],
  ['stab.petition', 'province', 0.07, 1],
  ['stab.petition', 'city-half', 0.1, 2],
  ['party.org', 'county', 0.05, 1],
  ['party.org', 'township', 0.16, 1],
  ['party.org', 'late', 0.5, 2],
  ['party.discipline', 'case', 0.04, 1],
  ['party.discipline', 'eight-rules', 0.07, 1],
  ['party.congress', 'uncooperative', 0.06, 1],
  ['party.congress', 'absent', 0.2, 2],
  ['social.civil.funeral', 'zone', 0.08, 1],
  ['social.civil.funeral', 'burial', 0.09, 1],
  ['social.civil.funeral', 'ban', 0.22, 2],
  ['social.civil.relief', '', 0.08, 1],
  ['social.education', '', 0.1, 1],
  ['social.bidding', 'offsite', 0.08, 1],
  ['adj.invest.attach', '', 0.09, 1],
  ['adj.invest.info', 'info', 0.12, 1],
  ['adj.invest.info', 'voucher', 0.08, 1],
  ['adj.stab', 'incident', 0.04, 1],
  ['adj.fire.use', 'outdoor', 0.16, 1],
  ['adj.fire.use', 'burning', 0.05, 1],
  ['adj.fire.notice', '', 0.05, 1],
  ['adj.flood', 'township', 0.08, 1],
]);

/** Honours: category and how often a year in an average village. */
const HONOURS = /** @type {const} */ ([
  ['province', 0.05],
  ['city', 0.16],
  ['county', 0.5],
]);

const INDUSTRIES = /** @type {const} */ ([
  ['env.industry.herb', 40, 130],
  ['env.industry.fruit', 45, 150],
  ['env.industry.veg', 45, 120],
  ['env.industry.greenhouse', 30, 70],
  ['env.industry.camellia', 60, 180],
  ['env.industry.fish', 30, 75],
  ['env.industry.special', 35, 130],
]);

/** Members of the township's leading team, who vote in secret. */
const BALLOTS = 9;

/** Observes one village in one year. */
export class VillageYear {
  /** @type {Row[]} */
  rows = [];
  #random;
  #village;
  #year;
  /** How well this year went; near the ability of the village. */
  #form;

  /**
   * @param {import('./villages.mjs').Village} village
   * @param {number} year
   * @param {import('./random.mjs').Random} random
   */
  constructor(village, year, random) {
    this.#village = village;
    this.#year = year;
    this.#random = random;
    this.#form = village.ability + 0.35 * random.normal() + (year === 2024 ? 0.1 : 0);
  }

  observe() {
    this.#marks();
    this.#rates();
    this.#countryside();
    this.#industry();
    this.#family();
    this.#findings();
    this.#troubles();
    this.#merits();
    this.#ballots();
    return this.rows;
  }

  #marks() {
    // The poverty office converts its own hundred points, hence the cents.
    this.#add('poverty', this.#near(27 + 0.95 * this.#form + 0.45 * this.#random.normal(), 30, 0.01));
    for (const [item, full] of MARKS) {
      const share = 0.895 + 0.045 * this.#form + 0.055 * this.#random.normal();
      this.#add(item, this.#near(full * share, full, full > 1 ? 0.1 : 0.05));
    }
  }

  #rates() {
    for (const [item, usual, spread, most] of RATES) {
      const rate = usual + spread * (0.5 * this.#form + 0.6 * this.#random.normal());
      this.#add(item, this.#near(rate, most, 0.1));
    }
  }

  #countryside() {
    const share = 0.88 + 0.05 * this.#form + 0.05 * this.#random.normal();
    if (this.#village.hasBuildTask) {
      this.#add('env.beautiful.build', this.#near(4 * share, 4, 0.1));
    } else {
      this.#add('env.beautiful.build', 'NA', { note: '本年无美丽乡村建设任务' });
      this.#add('env.beautiful.adobe', this.#near(92 + 5 * this.#form + 5 * this.#random.normal(), 110, 0.1));
    }
    this.#add('env.land', this.#near(205 + 40 * this.#form + 25 * this.#random.normal(), 420, 1));
    const registered = this.#village.population * (0.102 + 0.012 * this.#form + 0.01 * this.#random.normal());
    this.#add('social.service', Math.round(registered));
  }

  #industry() {
    const taken = this.#random.some(INDUSTRIES, this.#random.whole(2, 3));
    for (const [item, low, high] of taken) {
      const middle = low + (high - low) * (0.62 + 0.13 * this.#form + 0.14 * this.#random.normal());
      this.#add(item, this.#near(Math.max(low / 2, middle), high * 1.4, item === 'env.industry.special' ? 0.5 : 1));
    }
    if (this.#random.chance(0.3)) {
      this.#add('env.industry.quality', this.#near(0.72 + 0.12 * this.#form, 1, 0.1), {
        note: '绿色食品认证按进度评分',
      });
    }
  }

  #family() {
    const task = Math.round(this.#village.population / 14) / 10;
    const share = 0.96 + 0.09 * this.#form + 0.08 * this.#random.normal();
    this.#add('env.family.fee.task', task);
    this.#add('env.family.fee.collected', Math.round(task * share * 100) / 100);
  }

  #findings() {
    const good = (/** @type {number} */ usual) => this.#random.chance(Math.min(0.995, usual + 0.05 * this.#form));
    this.#add('env.river.ban', String(good(0.96)));
    this.#add('env.river.limit', String(good(0.93)));
    this.#add('party.religion.group', String(good(0.95)));
    this.#add('party.religion.survey', String(good(0.97)));
    this.#add('party.religion.report', String(good(0.97)));
    this.#add('party.united.forms', String(good(0.93)));
    this.#add('social.civil.meals', String(good(0.9)));
    this.#add('env.water.fee', good(0.82) ? 'ontime' : good(0.75) ? 'late' : 'unpaid');
    this.#add('party.united.pairing', this.#near(4.2 + 0.9 * this.#form + this.#random.normal(), 12, 0.1));
  }

  #troubles() {
    for (const [item, category, usual, most] of TROUBLES) {
      const times = Math.min(2, this.#random.count(usual * Math.exp(-0.55 * this.#form)));
      for (let time = 0; time < times; time += 1) this.#event(item, category, this.#random.whole(1, most));
    }
    if (this.#random.chance(0.045 * Math.exp(-0.4 * this.#form))) {
      this.#event('adj.fire.burnt', '', this.#near(this.#random.between(1.5, 24), 60, 0.5));
    }
  }

  #merits() {
    for (const [category, usual] of HONOURS) {
      const times = Math.min(2, this.#random.count(usual * Math.exp(0.55 * this.#form)));
      for (let time = 0; time < times; time += 1) this.#event('adj.honor', category, 1);
    }
    if (this.#random.chance(0.16 + 0.12 * this.#form)) this.#event('adj.special', '', this.#random.whole(1, 4) / 2);
  }

  #ballots() {
    const opinion = 8.75 + 0.42 * this.#form;
    for (let voter = 1; voter <= BALLOTS; voter += 1) {
      const mark = this.#near(opinion + 0.45 * this.#random.normal(), 10, 0.5);
      this.#add('poll', mark, { rater: `b${voter}` });
    }
  }

  /**
   * @param {string} item
   * @param {string} category
   * @param {number} value
   */
  #event(item, category, value) {
    const key = category === '' ? item : `${item} ${category}`;
    const known = NOTES[key] ?? [];
    const unused = known.filter((note) => !this.rows.some((row) => row.note === note));
    // The same honour is not given twice a year; the same slip can happen twice.
    if (unused.length === 0 && item === 'adj.honor') return;
    const note = this.#random.pick(unused.length > 0 ? unused : known);
    this.#add(item, value, { category, note, date: this.#day(note, !item.startsWith('adj.fire')) });
  }

  /**
   * A day of the year on which such a thing happens.
   * @param {string} note
   * @param {boolean} isOfficial whether an office has entered it, on a day on which it is open
   */
  #day(note, isOfficial) {
    const season = SEASONS.find(([word]) => note.includes(word));
    const [from, to] = season === undefined ? [8, 350] : [(season[1] - 1) * 30.5 + 2, season[2] * 30.4 - 4];
    const day = this.#random.whole(from, to);
    return isOfficial ? openDay(this.#year, day) : dayOfYear(this.#year, day);
  }

  /**
   * A figure as it is measured or given: in whole steps, between 0 and the most there is.
   * @param {number} value
   * @param {number} most
   * @param {number} step
   */
  #near(value, most, step) {
    const steps = Math.round(Math.min(most, Math.max(0, value)) / step);
    return Number((steps * step).toFixed(2));
  }

  /**
   * @param {string} item
   * @param {number | string} value
   * @param {Partial<Row>} [more]
   */
  #add(item, value, more = {}) {
    const bare = { category: '', rater: '', date: '', note: '' };
    this.rows.push({ period: this.#year, subject: this.#village.id, item, value, ...bare, ...more });
  }
}

/** Holidays during which no office enters anything, from and to. @type {readonly [string, string][]} */
const HOLIDAYS = [
  ['2023-01-21', '2023-01-29'],
  ['2023-09-29', '2023-10-08'],
  ['2024-02-09', '2024-02-18'],
  ['2024-10-01', '2024-10-07'],
];

/**
 * The first working day from a day of the year on.
 * @param {number} year
 * @param {number} day the first is 1
 */
function openDay(year, day) {
  for (let later = day; ; later += 1) {
    const date = dayOfYear(year, later);
    const weekday = new Date(date).getUTCDay();
    const isHoliday = HOLIDAYS.some(([from, to]) => date >= from && date <= to);
    if (weekday > 0 && weekday < 6 && !isHoliday) return date;
  }
}

/**
 * @param {number} year
 * @param {number} day the first is 1
 */
function dayOfYear(year, day) {
  return new Date(Date.UTC(year, 0, day)).toISOString().slice(0, 10);
}
