import { readFileSync } from 'node:fs';

import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { parsePublishedText, publishedReader } from '../reader/published-reader.ts';
import type { PublishedFile } from '../reader/published-file.ts';
import { PAGE_SCRIPTS } from '../page/page-files.ts';
import { makeFolder, runTool, type Folder } from './testing/run-tool.ts';

let folder: Folder;
beforeAll(async () => void (folder = await makeFolder()));
afterAll(() => folder.remove());

const publish = (...more: string[]) => runTool(['publish', ...folder.call, ...more]);

describe('kaoheng publish', () => {
  it('writes a file that the published reader shows', async () => {
    const out = folder.path('results.json');
    expect(await publish('--out', out)).toMatchObject({
      code: 0,
      out: '',
      messages: [expect.stringMatching(/^Digest: sha256-[0-9a-f]{64}$/)],
    });

    const text = readFileSync(out, 'utf8');
    expect(parsePublishedText(text, 'results.json')).toMatchObject({ scheme: 'sample' });
    const reader = publishedReader(JSON.parse(text) as PublishedFile);
    const ranking = await reader.ranking({ period: '2024', group: '东' });
    expect(ranking.rows.map(({ subject, total }) => [subject, total?.text])).toEqual([
      ['v2', '15'],
      ['v1', '9'],
    ]);
  });

  it('carries the notice, and explanations without the rows of the data when asked to', async () => {
    const notice = { date: '2025-01-03', from: '2025-01-06', to: '2025-01-10', objections: '县考核办 0000-1234567' };
    const options = Object.entries(notice).flatMap(([name, value]) => [`--${name}`, value]);
    const { out } = await publish(...options, '--with-explanations');
    const file = JSON.parse(out) as PublishedFile;

    expect(file.notice).toEqual(notice);
    const explanation = await publishedReader(file).explain({ period: '2024', subject: 'v1', node: 'order' });
    expect(explanation).toMatchObject({ figure: { text: '4' }, clause: '一(2)', inputs: [{ rows: [] }] });
    expect(out).not.toContain('早会');
  });

  it('writes all that a web site needs into one .zip, and says so where a script is missing', async () => {
    const page = folder.path('notice.zip');
    const options = ['--period', '2024', '--date', '2025-01-03', '--lang', 'zh', '--page', page];
    expect(await publish(...options, '--scripts', folder.path('none'))).toMatchObject({
      code: 1,
      messages: [expect.stringContaining('kaoheng.iife.js')],
    });
    for (const name of PAGE_SCRIPTS) await folder.write(name, '');
    expect(await publish(...options, '--scripts', folder.path('.'))).toMatchObject({ code: 0, out: '' });

    const files = unzipSync(readFileSync(page));
    expect(Object.keys(files)).toEqual([
      'index.html',
      'page.css',
      'README.txt',
      'sample_2024_2025-01-03.json',
      ...PAGE_SCRIPTS,
    ]);
    const results = strFromU8(files['sample_2024_2025-01-03.json']!);
    expect(publishedReader(JSON.parse(results) as PublishedFile)).toBeDefined();
    const { integrity } = JSON.parse(results) as { integrity: string };
    expect(strFromU8(files['index.html']!)).toContain(`src="sample_2024_2025-01-03.json" integrity="${integrity}"`);
    expect(strFromU8(files['README.txt']!)).toContain(`sample_2024_2025-01-03.json" integrity="${integrity}"`);
  });

  it('is dated today when no date is given', async () => {
    expect((JSON.parse((await publish()).out) as PublishedFile).notice.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('publishes only the periods asked for', async () => {
    const file = JSON.parse((await publish('--period', '2023')).out) as PublishedFile;
    expect(file.parts[0]!.description.periods).toEqual(['2023']);
    expect(file.subjects.map(({ subject }) => subject)).toEqual(['v1']);

    expect(await publish('--period', '2021')).toMatchObject({
      code: 1,
      messages: ['There are no results for period "2021". Available: 2023, 2024.'],
    });
  });

  it('publishes by codes what was chosen, and keeps the list of codes apart', async () => {
    const list = folder.path('codes.csv');
    const chosen = ['--period', '2024', '--group', '东', '--node', 'total', '--node', 'order'];
    const { out, messages } = await publish('--codes', '--smallest', '1', '--code-list', list, ...chosen);
    const file = JSON.parse(out) as PublishedFile;

    expect(Object.keys(file.parts[0]!.figures).sort()).toEqual(['order', 'total']);
    expect(out).not.toMatch(/"v[12]"/);
    expect(messages[1]).toMatch(/^Key of the codes/);
    const lines = readFileSync(list, 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(
      expect.arrayContaining(file.subjects.map(({ subject }) => subject)),
    );

    const alone = await publish('--codes', '--period', '2024');
    expect(alone.messages.join('\n')).toMatch(/too small/);
  });

  it('shows groups as they are asked for: by name, by codes of a list, or not at all', async () => {
    const list = folder.path('groups.csv');
    const period = ['--period', '2024'];
    expect((await publish(...period)).out).toContain('"东"');
    const none = await publish(...period, '--show-groups', 'none');
    expect(none.out).not.toContain('东');
    const coded = await publish(...period, '--show-groups', 'none', '--show-groups', 'main=codes', '--code-list', list);
    expect(coded.out).not.toContain('东');
    const file = JSON.parse(coded.out) as PublishedFile;
    const [code] = file.parts[0]!.description.groups;
    expect(code).toMatch(/^[0-9A-Z]{8}$/);
    expect(readFileSync(list, 'utf8')).toContain(`${code},`);
    expect(await publish('--show-groups', 'other=codes')).toMatchObject({ code: 1 });
  });

  it.each([
    [['--show-groups', 'all'], '--show-groups is names, codes or none, or part=codes, not "all".'],
    [['--smallest', '0'], '--smallest is a whole number above 0, not "0".'],
    [['--from', '6 January'], '--from is a date like 2025-01-06, not "6 January".'],
    [['--to', '2025-02-30'], '--to is a date like 2025-01-06, not "2025-02-30".'],
    [['--from', '2025-01-10', '--to', '2025-01-06'], 'The notice ends (2025-01-06) before it begins (2025-01-10).'],
  ])('refuses %j', async (options, message) => {
    expect(await publish(...options)).toMatchObject({
      code: 2,
      out: '',
      messages: [message, 'See: kaoheng publish --help'],
    });
  });
});
