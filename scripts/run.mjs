// Runs one command of this repository and tells how it ended.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's folder, with a slash at the end. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Whoever stops this process means the command: it must not live on alone. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a command with its output shown, without input.
 * @param {string} command
 * @param {string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} the exit code; 1 when a signal or a missing command ended it
 */
export function run(command, parameters, { cwd = ROOT, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, forward);
    /** @param {number} code */
    const end = (code) => {
      for (const signal of SIGNALS) process.off(signal, forward);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/**
 * Runs the JavaScript of an installed tool with this Node.
 * @param {string} file below node_modules
 * @param {string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export const runTool = (file, parameters, options) =>
  run(process.execPath, [`${ROOT}node_modules/${file}`, ...parameters], options);

/**
 * Runs npm itself, also where `npm` is a script that cannot be started directly.
 * @param {string[]} parameters
 */
export function runNpm(parameters) {
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const npm = process.env['npm_execpath'];
  return npm && existsSync(npm) && /\.c?js$/.test(npm)
    ? run(process.execPath, [npm, ...parameters], { env })
    : run('npm', parameters, { env });
}
