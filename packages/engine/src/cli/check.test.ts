import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Finding } from '../scheme/finding.ts';
import { makeFolder, runTool, SCHEME, type Folder } from './testing/run-tool.ts';

let folder: Folder;
let faulty: string;
beforeAll(async () => {
  folder = await makeFolder();
  faulty = await folder.write(
    'faulty.yaml',
    SCHEME.replace('clause: 一(1), formula: tons * rate', 'clause: 一(1), formula: tonns * rate'),
  );
});
afterAll(() => folder.remove());

describe('kaoheng check', () => {
  it('ends with 0 and a summary when a scheme can be computed', async () => {
    const { code, out, messages } = await runTool(['check', folder.path('sample.yaml')]);

    expect({ code, messages }).toEqual({ code: 0, messages: [] });
    expect(out).toMatch(/sample\.yaml: (nothing found|0 errors)/);
  });

  it('lists faults with place, severity, code, clause, message and remedy, and ends with 1', async () => {
    const { code, out } = await runTool(['check', faulty]);

    expect(code).toBe(1);
    const line = SCHEME.split('\n').findIndex((text) => text.includes('id: grain')) + 1;
    const column = SCHEME.split('\n')[line - 1]!.indexOf('tons * rate') + 1;
    expect(out).toContain(`${faulty}:${line}:${column}: error `);
    expect(out).toMatch(/ \[clause 一\(1\)\]: .*tonns.* \(.*tons.*\)\n/);
    expect(out).toMatch(/faulty\.yaml: \d+ errors?, \d+ warnings?, \d+ notes?\.\n$/);
  });

  it('tells the same in Chinese', async () => {
    const { out } = await runTool(['check', faulty, '--lang=zh']);
    expect(out).toMatch(/: 错误 \S+ \[条款 一\(1\)\]: /);
  });

  it('prints the findings as JSON, and nothing else', async () => {
    const { code, out } = await runTool(['check', '--json', faulty]);
    const findings = JSON.parse(out) as Finding[];

    expect(code).toBe(1);
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', clause: '一(1)', path: ['items', 0, 'formula'] }),
    );
  });

  it('names the line of a fault in the YAML itself', async () => {
    const broken = await folder.write('broken.yaml', 'scheme: broken\ntitle: [\n');
    const { code, out } = await runTool(['check', broken]);

    expect(code).toBe(1);
    expect(out).toMatch(/broken\.yaml:\d+:\d+: error file\.yaml: /);
  });

  it('checks the built-in schemes by their ids, and finds no error', async () => {
    for (const id of ['edu-talent', 'land-conservation', 'teacher-ethics', 'township-9-villages']) {
      // One after the other, so that a failure names its scheme.
      // oxlint-disable-next-line no-await-in-loop
      expect(await runTool(['check', id])).toMatchObject({ code: 0, messages: [] });
    }
  });

  it('says so when there is no such file, when it is no text, and when none is named', async () => {
    expect(await runTool(['check', folder.path('no.yaml')])).toMatchObject({
      code: 1,
      messages: [expect.stringContaining('no such file')],
    });
    const bytes = await folder.write('bytes.yaml', Uint8Array.from([0x89, 0x50, 0xff, 0xff, 0xff, 0x00, 0xff, 0x81]));
    expect(await runTool(['check', bytes])).toMatchObject({ code: 1, messages: [`${bytes} is no text file.`] });
    expect(await runTool(['check'])).toMatchObject({
      code: 2,
      messages: ['<id or file> is missing.', 'See: kaoheng check --help'],
    });
  });
});
