import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeFolder, runTool, type Folder } from './testing/run-tool.ts';

let folder: Folder;
beforeEach(async () => void (folder = await makeFolder()));
afterEach(() => folder.remove());

async function call(...lines: string[]): Promise<string[]> {
  const foreign = await folder.write('农业.csv', lines.join('\n'));
  return [...folder.call.slice(0, 4), '--data', foreign];
}

describe('kaoheng map', () => {
  it('proposes a mapping that import and score then use', async () => {
    const given = await call('2024年', '编号,产量(万吨)', 'v1,1.5', 'v2,２', '合计,1.5');
    const mapping = folder.path('mapping.json');
    const asked = await runTool(['map', ...given, '--out', mapping]);
    expect(asked.code).toBe(1);
    expect(asked.out).toContain('a row for each subject · 2024');
    expect(asked.out).toContain('  产量(万吨) → tons (the title is that of the item)\n');
    expect(asked.out).toContain('    * Multiply by 10000\n');

    const done = await runTool(['import', ...given, '--mapping', mapping, '--out', folder.path('data')]);
    expect(done).toMatchObject({ code: 0 });
    expect(readFileSync(folder.path('data/observations.csv'), 'utf8').split('\n').slice(1, 3)).toEqual([
      '2024,v1,tons,15000,,,,,',
      '2024,v2,tons,20000,,,,,',
    ]);
    expect((await runTool(['map', ...given, '--mapping', mapping])).code).toBe(0);
  });

  it('refuses what is no mapping', async () => {
    const given = await call('编号,产量', 'v1,1');
    const bad = await folder.write('bad.json', '[{"file":"x"}]');
    expect(await runTool(['import', ...given, '--mapping', bad])).toMatchObject({
      code: 1,
      messages: [expect.stringContaining('is no mapping of sheets')],
    });
  });
});
