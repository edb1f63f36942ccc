import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readRows } from '../schemes/testing/case-folder.ts';
import { makeFolder, OBSERVATIONS, runTool, SUBJECTS, type Folder } from './testing/run-tool.ts';

let folder: Folder;
beforeEach(async () => void (folder = await makeFolder()));
afterEach(() => folder.remove());

const score = (...more: string[]) => runTool(['score', ...folder.call, ...more]);

describe('kaoheng score', () => {
  it('writes every figure by period, subject in file order and node in scheme order', async () => {
    const { code, out, messages } = await score();

    expect(code).toBe(0);
    expect(messages).toEqual([]);
    expect(out).toBe(`period,subject,node,value
2023,v1,grain,3.5
2023,v1,third,2.333333333333
2023,v1,order,5
2023,v1,total,8.5
2023,v1,rank,1
2023,v1,complete,true
2024,v1,grain,5
2024,v1,third,3.333333333333
2024,v1,order,4
2024,v1,total,9
2024,v1,rank,2
2024,v1,complete,true
2024,v2,grain,10
2024,v2,third,6.666666666667
2024,v2,order,5
2024,v2,total,15
2024,v2,rank,1
2024,v2,complete,true
2024,v3,grain,0
2024,v3,third,0
2024,v3,order,4
2024,v3,total,4
2024,v3,rank,1
2024,v3,complete,false
`);
  });

  it('says what the checker calls an error, though it can be computed', async () => {
    const scheme = `scheme: slip
title: 示例
period: year
inputs:
  rate: { kind: number, title: 完成率, min: 0, max: 100 }
items:
  - { id: work, title: 工作, max: 100, clause: 一, ratio: { rate: rate, nothing below: 60 } }
`;
    const data = [
      await folder.write('slip.yaml', scheme),
      await folder.write('people.csv', 'subject,name,group,parent\na,甲,,\n'),
      await folder.write(
        'rows.csv',
        'period,subject,item,value,category,rater,matter,date,note\n2024,a,rate,80,,,,,\n',
      ),
    ];
    const [file = '', people = '', rows = ''] = data.map(String);
    const call = ['score', '--scheme', file, '--subjects', people, '--observations', rows];
    const { code, out, messages } = await runTool([...call, '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toContain('2024,a,work,0');
    expect(messages.join('\n')).toMatch(
      /slip\.yaml:7:\d+: error ratio\.never \[clause 一\]: .*\(Write percentages with their sign/,
    );
  });

  it('writes the same to a file, without byte-order mark and without a temporary file left over', async () => {
    const out = folder.path('scores.csv');
    await folder.write('scores.csv', 'old');
    const run = await score('--out', out);

    expect(run).toMatchObject({ code: 0, out: '', messages: [] });
    const bytes = readFileSync(out);
    expect(bytes.subarray(0, 6).toString()).toBe('period');
    expect(bytes.toString()).toBe((await score()).out);
    expect(readdirSync(folder.path('.')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('scores a built-in scheme as its cases say', async () => {
    const cases = fileURLToPath(new URL('../../schemes/cases/edu-talent/', import.meta.url));
    const run = await runTool([
      'score',
      '--scheme=edu-talent',
      `--subjects=${cases}subjects.csv`,
      `--observations=${cases}observations.csv`,
    ]);

    const expected = readRows(readFileSync(`${cases}expected.csv`, 'utf8')).map((row) => row.join());
    expect(run.code).toBe(0);
    expect(
      readRows(run.out)
        .map((row) => row.join())
        .sort(),
    ).toEqual(expected.sort());
  });

  it('reads a workbook with both tables', async () => {
    const sample = fileURLToPath(
      new URL('../../samples/township-9-villages/township-9-villages.xlsx', import.meta.url),
    );
    const { code, out, messages } = await runTool(['score', '--scheme', 'township-9-villages', '--data', sample]);

    expect({ code, messages }).toEqual({ code: 0, messages: [] });
    expect(readRows(out)).toHaveLength(59 * 98);
  });

  it('reads files with a byte-order mark, in GB18030, and observations in several files', async () => {
    const marked = await folder.write('marked.csv', `\ufeff${SUBJECTS}`);
    // 石桥村 in GB18030.
    const chinese = Buffer.concat([
      Buffer.from('period,subject,item,value,note\n2024,v1,late,1,'),
      Buffer.from([0xca, 0xaf, 0xc7, 0xc5, 0xb4, 0xe5, 0x0a]),
    ]);
    const extra = await folder.write(
      'extra.csv',
      Buffer.from(chinese.toString('latin1').replace('late,1,', 'tons,30,'), 'latin1'),
    );
    const first = await folder.write('first.csv', 'period,subject,item,value\n2024,v2,tons,20\n');
    const scheme = folder.path('sample.yaml');
    const { code, out, messages } = await runTool([
      'score',
      '--scheme',
      scheme,
      '--subjects',
      marked,
      '--observations',
      first,
      '--observations',
      extra,
    ]);

    expect(code).toBe(0);
    expect(out).toContain('2024,v1,grain,15\n');
    expect(out).toContain('2024,v2,grain,10\n');
    expect(messages).toEqual([expect.stringContaining('extra.csv')]);
  });

  describe('with rows that cannot be read', () => {
    beforeEach(() => folder.write('observations.csv', `${OBSERVATIONS}2024,v2,late,many,hour,,\n2024,v9,tons,1,,,\n`));

    it('stops, names file, line and column of each, and writes nothing', async () => {
      const out = folder.path('scores.csv');
      const { code, messages } = await score('--out', out);

      expect(code).toBe(1);
      expect(existsSync(out)).toBe(false);
      expect(messages).toHaveLength(3);
      expect(messages[0]).toMatch(/observations\.csv:7:D: .*many.* \(.+\)$/);
      expect(messages[1]).toMatch(/observations\.csv:8:B: .*v9.* \(.+\)$/);
      expect(messages[2]).toBe(
        '2 rows could not be read; nothing was computed. Correct them, or leave them out with --accept-refused.',
      );
    });

    it('goes on without them when asked to, and says so', async () => {
      const { code, out, messages } = await score('--accept-refused');

      expect(code).toBe(0);
      expect(out).toContain('2024,v2,order,5\n');
      expect(messages.at(-1)).toBe('Note: the 2 rows above are left out.');
    });

    it('speaks Chinese when the system does', async () => {
      const { messages } = await runTool(['score', ...folder.call], { LANG: 'zh_CN.UTF-8' });

      expect(messages[0]).toMatch(/observations\.csv:7:D: .*“many”.*(.+)$/);
      expect(messages.at(-1)).toBe('有 2 行没有读入，未作计算。改正后重试；或加 --accept-refused，不计这些行。');
    });
  });

  it('tells once per kind what it has read otherwise than it was written', async () => {
    await folder.write('observations.csv', 'period,subject,item,value\n2024,v1,tons,１０\n2024,v2,tons,２０\n');
    const { code, out, messages } = await score();

    expect(code).toBe(0);
    expect(out).toContain('2024,v1,grain,5\n');
    expect(messages).toEqual([expect.stringMatching(/observations\.csv:2:D: .*\(and 1 more of this kind\)$/)]);
  });

  it('refuses data that is no table at all, even when refusals are accepted', async () => {
    await folder.write('observations.csv', '');
    const { code, out, messages } = await score('--accept-refused');

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(messages[0]).toMatch(/observations\.csv: The file is empty\./);
    expect(messages.at(-1)).toBe('The data could not be read; nothing was computed.');
  });

  describe('parameters', () => {
    it('are changed, as numbers, shares, words and flags', async () => {
      const { code, out } = await score('--param', 'rate=10%', '--param', 'strict=true', '--param=place=西');

      expect(code).toBe(0);
      expect(out).toContain('2024,v1,grain,1\n');
    });

    it('stop the scoring with the place where they are needed, when they are unset', async () => {
      const { code, out, messages } = await score('--param', 'rate=');

      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(messages).toEqual([
        '"Grain" of v1 in 2023 cannot be computed, clause 一(1): the parameter "rate" is not set',
      ]);
    });

    it.each([
      ['rat=1', 'The scheme has no parameter "rat". Parameters: rate, strict, place, unset. Did you mean "rate"?'],
      ['rate=much', 'The parameter "rate" is a number; "much" is none.'],
      ['strict=yes', 'The parameter "strict" is true or false, not "yes".'],
      ['rate', '--param is written name=value, not "rate".'],
      ['=1', '--param is written name=value, not "=1".'],
    ])('that are wrong are refused: %s', async (given, message) => {
      expect(await score('--param', given)).toMatchObject({
        code: 2,
        out: '',
        messages: [message, 'See: kaoheng score --help'],
      });
    });

    it('cannot be given twice', async () => {
      expect((await score('--param', 'rate=1', '--param', 'rate=2')).messages[0]).toBe(
        'The parameter "rate" is given twice.',
      );
    });
  });

  describe('when something is not there', () => {
    it('names the nearest built-in scheme', async () => {
      const { code, messages } = await runTool(['score', '--scheme', 'edu-talents', ...folder.call.slice(2)]);

      expect(code).toBe(2);
      expect(messages[0]).toMatch(
        /^There is no built-in scheme "edu-talents"\. Built in: .*edu-talent, .* Did you mean "edu-talent"\?$/,
      );
    });

    it('says which file cannot be read and why', async () => {
      const missing = folder.path('nowhere.csv');
      const run = await runTool(['score', ...folder.call.slice(0, 4), '--observations', missing]);

      expect(run).toMatchObject({ code: 1, messages: [`${missing} cannot be read: there is no such file or folder.`] });
    });

    it('says so when a folder is given for a file', async () => {
      const run = await runTool(['score', ...folder.call.slice(0, 4), '--observations', folder.path('.')]);

      expect(run).toMatchObject({ code: 1, messages: [expect.stringMatching(/it is a folder, not a file\.$/)] });
    });

    it('says which option gives the data', async () => {
      expect((await runTool(['score', ...folder.call.slice(0, 2)])).messages[0]).toBe(
        'There is no data: give --subjects <csv>, or a workbook with --data <xlsx>.',
      );
      expect((await runTool(['score', ...folder.call.slice(0, 4)])).messages[0]).toBe(
        'There is no data: give --observations <csv>, or a workbook with --data <xlsx>.',
      );
    });
  });

  it('lists the faults of a scheme that cannot be computed, with their places', async () => {
    const scheme = await folder.write(
      'faulty.yaml',
      'scheme: faulty\ntitle: 有错\nperiod: year\nitems:\n  - { id: a, title: 甲, max: 5, formula: tonns * 2 }\n',
    );
    const { code, messages } = await runTool(['score', '--scheme', scheme, ...folder.call.slice(2)]);

    expect(code).toBe(1);
    expect(messages[0]).toMatch(/faulty\.yaml:5:\d+: error [\w.-]+: .*tonns/);
    expect(messages.at(-1)).toBe(`The scheme ${scheme} has 1 error and cannot be computed.`);
  });

  it('says why the output cannot be written', async () => {
    const nowhere = folder.path('no/such/scores.csv');
    expect(await score('--out', nowhere)).toMatchObject({
      code: 1,
      messages: [`${nowhere} cannot be written: there is no such file or folder.`],
    });

    await mkdir(folder.path('taken'));
    expect(await score('--out', folder.path('taken'))).toMatchObject({
      code: 1,
      messages: [`${folder.path('taken')} cannot be written: it is a folder, not a file.`],
    });
  });
});
