// The villages of the sample. All names are made up.

/**
 * @typedef {object} Village
 * @property {string} id
 * @property {string} name
 * @property {string} group
 * @property {number} population
 * @property {number} ability how well it is run, about −1.6 to 1.6
 * @property {boolean} hasBuildTask whether it has to build a 美丽乡村 (otherwise old adobe houses are pulled down)
 * @property {number} firstYear
 */

/** @type {readonly [group: string, names: readonly string[]][]} */
const AREAS = [
  ['东片', ['清溪村', '石桥村', '竹园村', '柳塘村', '枫林村', '上坪村', '云峰村', '双井村', '荷塘村', '松岭村']],
  ['中片', ['大湾村', '桃林村', '新塘村', '高田村', '白沙村', '金坪村', '泉口村', '樟树下村', '长坡村', '新合村']],
  ['西片', ['茶亭村', '梨园村', '龙潭村', '黄泥塘村', '禾丰村', '岭脚村', '麻溪村', '古井村', '杉木村', '石鼓村']],
];

/** Made of two smaller villages at the end of 2023: takes part from 2024 on. */
const MERGED = '新合村';

const WITHOUT_BUILD_TASK = ['竹园村', '松岭村', '高田村', '泉口村', '长坡村', '岭脚村', '杉木村'];

/**
 * @param {import('./random.mjs').Random} random
 * @returns {Village[]}
 */
export function makeVillages(random) {
  const names = AREAS.flatMap(([group, members]) => members.map((name) => ({ name, group })));
  // Evenly spread, so that neither a crowd nor a gap stands in the ranking, and dealt out at random.
  const abilities = random.some(
    names.map((_, place) => -1.55 + (3.1 * place) / (names.length - 1)),
    names.length,
  );
  return names.map(({ name, group }, place) => ({
    id: `v${String(place + 1).padStart(2, '0')}`,
    name,
    group,
    population: Math.round(random.between(820, 3450) / (random.chance(0.3) ? 1.6 : 1)),
    ability: /** @type {number} */ (abilities[place]),
    hasBuildTask: !WITHOUT_BUILD_TASK.includes(name),
    firstYear: name === MERGED ? 2024 : 2023,
  }));
}
