// Makes the sample data of the scheme township-9-villages: thirty made-up villages in three areas, two years.
// Run by hand (`node scripts/make-sample.mjs`); what it writes is committed. The same run gives the same files.
import { fileURLToPath } from 'node:url';

import { register } from 'tsx/esm/api';

import { REGISTERS } from './sample/notes.mjs';
import { VillageYear } from './sample/observe-village.mjs';
import { Random } from './sample/random.mjs';
import { completeYear } from './sample/township-year.mjs';
import { makeVillages } from './sample/villages.mjs';
import { writeSample } from './sample/write-sample.mjs';

/** @typedef {import('./sample/observe-village.mjs').Row} Row */

const SEED = 20241;
const YEARS = [2023, 2024];
const FOLDER = fileURLToPath(new URL('../packages/engine/samples/township-9-villages', import.meta.url));

/** Two villages of one area that shall end with the same total. */
const TIED = { year: 2024, names: ['梨园村', '茶亭村'] };

// The order of the rows is that of the scheme: an office collects item by item.
register({ tsconfig: fileURLToPath(new URL('../packages/engine/tsconfig.json', import.meta.url)) });
const { loadScheme, scoreDataset } = await import('../packages/engine/src/index.ts');
const { readBuiltIn } = await import('../packages/engine/src/cli/built-in-schemes.ts');
const { scheme } = loadScheme(await readBuiltIn('township-9-villages'));
if (scheme === null) throw new Error('The scheme cannot be computed.');
const places = new Map(scheme.inputs.map(({ item }, place) => [item, place]));

const random = new Random(SEED);
const villages = makeVillages(random);
const rows = YEARS.flatMap((year) => {
  const taking = villages.filter(({ firstYear }) => firstYear <= year);
  const observed = taking.flatMap((village) => new VillageYear(village, year, random).observe());
  return completeYear(observed, taking, year, random).sort(inOrder);
});
makeTie();
writeSample(FOLDER, {
  subjects: [
    ['subject', 'name', 'group', 'parent', 'population'],
    ...villages.map(({ id, name, group, population }) => [id, name, group, '', population]),
  ],
  observations: [
    ['period', 'subject', 'item', 'value', 'category', 'rater', 'matter', 'date', 'note'],
    ...numberMatters().map(({ row, matter }) => [
      row.period,
      row.subject,
      row.item,
      row.value,
      row.category,
      row.rater,
      matter,
      row.date,
      row.note,
    ]),
  ],
});
tellRanking();

/**
 * @param {Row} a
 * @param {Row} b
 */
function inOrder(a, b) {
  const byItem = (places.get(a.item) ?? 0) - (places.get(b.item) ?? 0);
  return byItem || compare(a.subject, b.subject) || compare(a.date, b.date) || compare(a.rater, b.rater);
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Matters are numbered within their register and year, in the order of their dates. */
function numberMatters() {
  /** @type {Map<Row, string>} */
  const numbers = new Map();
  for (const year of YEARS) {
    for (const [item, prefix] of Object.entries(REGISTERS)) {
      const entered = rows.filter((row) => row.item === item && row.period === year);
      entered.sort((a, b) => compare(a.date, b.date));
      entered.forEach((row, place) => numbers.set(row, `${prefix}${year}-${String(place + 1).padStart(2, '0')}`));
    }
  }
  return rows.map((row) => ({ row, matter: numbers.get(row) ?? '' }));
}

/** Scores what there is, to see where the villages stand. */
function totals() {
  const origin = { file: '', sheet: '', row: 0, column: '' };
  const data = {
    subjects: villages.map(({ id, name, group, population }) => ({
      id,
      name,
      group,
      parent: '',
      attributes: { population: String(population) },
      origin,
    })),
    observations: rows.map((row) => ({
      ...row,
      period: String(row.period),
      value: String(row.value),
      matter: '',
      origin,
    })),
  };
  const { scored } = scoreDataset(/** @type {NonNullable<typeof scheme>} */ (scheme), data);
  const [part] = scored.parts;
  if (part === undefined) throw new Error('The scheme has no part.');
  return part.keys.map(({ period, subject }, at) => {
    const text = (/** @type {string} */ node) => part.figures.get(node)?.[at]?.text ?? '';
    const label = /** @type {(typeof scored.subjects)[number]} */ (scored.subjects[subject]);
    return { period: Number(period), ...label, total: Number(text('total')), text };
  });
}

/** Moves the poverty marks of one of the two villages until the totals meet; a cent of marks is less than a cent of total. */
function makeTie() {
  const find = (/** @type {string | undefined} */ name) =>
    totals().find((entry) => entry.period === TIED.year && entry.name === name);
  const [held, moved] = TIED.names.map(find);
  const marks = rows.find(
    ({ period, item, subject }) => period === TIED.year && item === 'poverty' && subject === moved?.subject,
  );
  if (!held || !moved || !marks) throw new Error('One of the tied villages is not there.');
  const needed = Number(marks.value) + (held.total - moved.total) / 0.9;
  for (let cents = -3; cents <= 3; cents += 1) {
    marks.value = Number((needed + cents / 100).toFixed(2));
    if (marks.value <= 30 && find(TIED.names[1])?.total === held.total) return;
  }
  throw new Error(`${TIED.names.join(' and ')} cannot be made to tie (${held.total}, ${moved.total}).`);
}

/** What came out, to look at before it is committed. */
function tellRanking() {
  const nodes = ['total', 'rank', 'base', 'bonus', 'penalty', 'poll', 'complete', 'veto', 'award', 'prize'];
  console.log(['period', 'group', 'name', ...nodes].join('\t'));
  const entries = totals().sort((a, b) => a.period - b.period || compare(a.group, b.group) || b.total - a.total);
  for (const { period, group, name, text } of entries)
    console.log([period, group, name, ...nodes.map(text)].join('\t'));
}
