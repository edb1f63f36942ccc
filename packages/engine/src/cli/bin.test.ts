import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

// The real executable in a process of its own: slow, so only what no other test can show.
const BIN = fileURLToPath(new URL('../../bin/kaoheng.mjs', import.meta.url));
const CASE = fileURLToPath(new URL('../../schemes/cases/township-9-villages/', import.meta.url));
const SCORE = [
  'score',
  '--scheme',
  'township-9-villages',
  '--subjects',
  `${CASE}subjects.csv`,
  '--observations',
  `${CASE}observations.csv`,
];

/** Runs the executable; `readAll: false` closes its output after the first bytes, as `head` does. */
function run(
  argv: readonly string[],
  readAll = true,
): Promise<{ code: number | null; signal: string | null; out: string; messages: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...argv], {
      env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', LC_MESSAGES: '' },
    });
    let out = '';
    let messages = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (!readAll) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (messages += text));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out, messages }));
  });
}

describe('the executable', () => {
  it('scores to standard output in full, also through a pipe', async () => {
    const { code, out } = await run(SCORE);

    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(9802);
    expect(out.startsWith('period,subject,node,value\n2019,v01,')).toBe(true);
  });

  it('ends quietly when its reader goes away', async () => {
    const { code, signal, messages } = await run(SCORE, false);

    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(messages).not.toMatch(/EPIPE|Error|at /);
  });

  it('ends with 2 and one message for a wrong call, without a stack', async () => {
    const { code, out, messages } = await run(['score', '--sheme', 'edu-talent']);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(messages).toBe('There is no option --sheme. Did you mean "--scheme"?\nSee: kaoheng score --help\n');
  });

  it('ends with 1 when the data is at fault', async () => {
    const { code, messages } = await run([...SCORE.slice(0, 5), '--observations', `${CASE}nowhere.csv`]);

    expect(code).toBe(1);
    expect(messages).toBe(`${CASE}nowhere.csv cannot be read: there is no such file or folder.\n`);
  });
});
