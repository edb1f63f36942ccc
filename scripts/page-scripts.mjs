// Lets the dashboard hand out the classic scripts of the widgets: its build carries them as files of its own, the
// development server builds them when somebody asks.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { ROOT, runTool } from './run.mjs';

const MODULE = 'virtual:kaoheng-page-scripts';
const SERVED_AT = '/@kaoheng-page-scripts/';
const FOLDER = `${ROOT}packages/components/dist-bundles/`;
const NAMES = ['kaoheng', 'kaoheng-charts'];

/** @type {Promise<void> | undefined} */
let building;

/**
 * A module that lists the scripts with their addresses.
 * @returns {import('vite').Plugin}
 */
export function pageScripts() {
  let isBuild = false;
  return {
    name: 'kaoheng:page-scripts',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    async load(id) {
      if (id !== `\0${MODULE}`) return null;
      const entries = [];
      for (const name of NAMES) {
        const file = `${name}.iife.js`;
        // One after the other, so that they stand in order.
        // oxlint-disable-next-line no-await-in-loop
        const url = isBuild ? await this.emitFile(await asset(file)) : null;
        const address = url === null ? JSON.stringify(SERVED_AT + file) : `import.meta.ROLLUP_FILE_URL_${url}`;
        entries.push(`{ name: ${JSON.stringify(file)}, url: ${address} }`);
      }
      return `export const pageScripts = [${entries.join(', ')}];`;
    },
    configureServer(server) {
      server.middlewares.use(SERVED_AT, (request, response, next) => {
        const name = NAMES.find((known) => request.url === `/${known}.iife.js`);
        if (name === undefined) return next();
        read(`${name}.iife.js`).then(
          (code) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(code),
          next,
        );
      });
    },
  };
}

/** @param {string} file */
const asset = async (file) => ({ type: /** @type {const} */ ('asset'), name: file, source: await read(file) });

/** @param {string} file */
async function read(file) {
  if (!existsSync(FOLDER + file)) {
    building ??= Promise.all(
      NAMES.map((name) => runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn', '--mode', name])),
    ).then(() => undefined);
    await building;
  }
  return readFile(FOLDER + file, 'utf8');
}
