import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { read, write } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeFolder, runTool, SUBJECTS, type Folder } from './testing/run-tool.ts';

let folder: Folder;
beforeEach(async () => void (folder = await makeFolder()));
afterEach(() => folder.remove());

const run = (...more: string[]) => runTool(['import', ...folder.call, ...more]);
const withRefused = () =>
  folder.write('observations.csv', 'period,subject,item,value\n2024,v1,tons,１０\n2024,v9,tons,1\n2024,v2,tons,abc\n');

describe('kaoheng import', () => {
  it('reports what was read, accepted, refused and changed', async () => {
    expect(await run()).toMatchObject({
      code: 0,
      messages: [],
      out: [
        'Subjects: 3 read, 3 accepted, 0 refused.',
        'Observations: 5 read, 5 accepted, 0 refused.',
        '0 changed on the way in, 0 notes.',
        '',
      ].join('\n'),
    });
  });

  it('names every refused row and ends with 1', async () => {
    await withRefused();
    const { code, out, messages } = await run();

    expect(code).toBe(1);
    expect(messages.filter((line) => line.includes('observations.csv:'))).toHaveLength(3);
    expect(out).toContain('Observations: 3 read, 1 accepted, 2 refused.\n1 changed on the way in, 0 notes.');
  });

  it('speaks Chinese when asked to', async () => {
    await withRefused();
    expect((await run('--lang', 'zh')).out).toBe(
      '考核对象：读取 3 行，接受 3 行，拒绝 0 行。\n观测数据：读取 3 行，接受 1 行，拒绝 2 行。\n读入时改写 1 处，另有提示 0 处。\n',
    );
  });

  it('writes the data as it entered', async () => {
    const { code } = await run('--out', folder.path('data'));

    expect(code).toBe(0);
    expect(readFileSync(folder.path('data/subjects.csv'), 'utf8')).toBe(
      SUBJECTS.replace('name,group', 'name,group,parent').replace(/(东|西)/g, '$1,'),
    );
    const again = await runTool([
      'score',
      ...folder.call.slice(0, 2),
      '--subjects',
      folder.path('data/subjects.csv'),
      '--observations',
      folder.path('data/observations.csv'),
    ]);
    expect(again.out).toBe((await runTool(['score', ...folder.call])).out);
  });

  it('writes no data where rows are refused, unless that is accepted', async () => {
    await withRefused();
    const refused = await run('--out', folder.path('data'));
    expect(refused.code).toBe(1);
    expect(refused.messages.at(-1)).toMatch(/^Not everything could be read; no data was written/);
    expect(existsSync(folder.path('data'))).toBe(false);

    expect((await run('--out', folder.path('data'), '--accept-refused')).code).toBe(0);
    expect(readFileSync(folder.path('data/observations.csv'), 'utf8')).toBe(
      'period,subject,item,value,category,rater,matter,date,note\n2024,v1,tons,10,,,,,\n',
    );
  });

  it('writes what was refused as a table, and the report as JSON', async () => {
    await withRefused();
    const { out } = await run('--refusals', folder.path('refused.csv'), '--json');

    expect(readFileSync(folder.path('refused.csv'), 'utf8').trim().split(/\r?\n/)).toHaveLength(3);
    expect(JSON.parse(out)).toMatchObject({ entered: true, observations: { read: 3, accepted: 1, refused: 2 } });
  });

  it('writes what was refused as a workbook that is imported with the rest once it is set right', async () => {
    await withRefused();
    await run('--refusals', folder.path('refused.xlsx'), '--accept-refused', '--out', folder.path('data'));
    const data = ['subjects', 'observations'].flatMap((name) => [`--${name}`, folder.path(`data/${name}.csv`)]);
    const again = (file: string) =>
      runTool(['import', ...folder.call.slice(0, 2), ...data, '--data', folder.path(file)]);

    const { code, out } = await again('refused.xlsx');
    expect([code, out]).toEqual([1, expect.stringContaining('Observations: 3 read, 1 accepted, 2 refused.')]);

    const book = read(readFileSync(folder.path('refused.xlsx')), { cellStyles: true });
    const sheet = book.Sheets[book.SheetNames[0]!]!;
    for (const [address, cell] of Object.entries(sheet) as [string, { t: string; v: unknown }][]) {
      if (cell.v === 'v9') sheet[address] = { t: 's', v: 'v3' };
      if (cell.v === 'abc') sheet[address] = { t: 'n', v: 7 };
    }
    writeFileSync(folder.path('corrected.xlsx'), write(book, { type: 'buffer', bookType: 'xlsx' }));
    expect(await again('corrected.xlsx')).toMatchObject({
      code: 0,
      messages: [],
      out: expect.stringContaining('Observations: 3 read, 3 accepted, 0 refused.'),
    });
  });

  it('says when nothing can be used', async () => {
    await folder.write('subjects.csv', 'a,b\n1,2\n');
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toContain('Nothing can be used.');
  });
});
