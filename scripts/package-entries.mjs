// Which sources of a package its `exports` name: the entries of its library build.
import { readdirSync, readFileSync } from 'node:fs';

/**
 * @param {string} folder of the package
 * @param {string} condition of `exports` that leads to sources
 * @returns {string[]} paths; a pattern with stars names one source per folder
 */
export function packageEntries(folder, condition) {
  /** @type {Record<string, string | Record<string, string>>} */
  const exported = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).exports;
  const patterns = Object.values(exported).flatMap((target) => {
    const source = typeof target === 'object' ? target[condition] : undefined;
    return source ? [asPattern(source)] : [];
  });
  return readdirSync(`${folder}/src`, { recursive: true, encoding: 'utf8' })
    .map((file) => `./src/${file.replaceAll('\\', '/')}`)
    .filter((file) => patterns.some((pattern) => pattern.test(file)))
    .map((file) => `${folder}/${file}`);
}

/**
 * As in package.json, every star of one path stands for the same text.
 * @param {string} path
 */
function asPattern(path) {
  const [first, ...further] = path.replaceAll('.', '\\.').split('*');
  const stars = further.map((part, at) => (at === 0 ? '([^/]+)' : '\\1') + part);
  return new RegExp(`^${first}${stars.join('')}$`);
}
