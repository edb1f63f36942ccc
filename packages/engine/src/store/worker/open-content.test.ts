import { describe, expect, test } from 'vitest';
import { csvFile, fakeEngine, fakeLibrary, sampleFiles } from '../testing/fake-engine.ts';
import type { FileBytes } from '../engine-port.ts';
import type { ContentToOpen, SchemeSource } from './protocol.ts';
import type { Run } from './run.ts';
import { Workspace } from './workspace.ts';

const run: Run = { signal: new AbortController().signal, progress: () => undefined };
const asFile = ({ name, bytes }: FileBytes): File => new File([bytes as Uint8Array<ArrayBuffer>], name);
const files = (villages: number): File[] => sampleFiles(villages).map(asFile);
const VILLAGES = { builtIn: 'villages' };
let count = 0;
/** A content of one import. */
const content = (scheme: SchemeSource, given: readonly File[]): ContentToOpen => ({
  scheme,
  imports: [{ id: `i${(count += 1)}`, time: '2026-01-01T00:00:00Z', files: given }],
  corrections: [],
  choices: [],
  parameters: {},
});
const OTHER = { name: 'other.yaml', text: 'other: order' };

async function withSample(): Promise<Workspace> {
  const workspace = new Workspace(fakeEngine, fakeLibrary, () => undefined);
  await workspace.loadSample('villages', run);
  return workspace;
}

describe('a scheme and files opened as one', () => {
  test('both enter', async () => {
    const workspace = await withSample();
    const answer = await workspace.openContent(content(OTHER, files(5)), run);
    expect(answer).toMatchObject({ opened: true, scheme: { id: 'other' }, report: { entered: true } });
    expect(workspace.status).toMatchObject({
      scheme: { id: 'other' },
      data: { source: 'files', subjects: 5 },
      scored: true,
    });
  });

  test('files that cannot be used leave the old scheme too, and the report says why', async () => {
    const workspace = await withSample();
    const answer = await workspace.openContent(content(OTHER, [asFile(csvFile('x.csv', ['name', 'a']))]), run);
    expect(answer).toMatchObject({ opened: false, report: { entered: false } });
    expect(answer.report!.findings).toHaveLength(1);
    expect(workspace.status).toMatchObject({ scheme: { id: 'villages' }, data: { source: 'sample' }, scored: true });
    expect(workspace.lastReport).toBe(answer.report);
  });

  test('a scheme with errors leaves everything, and the files are not read', async () => {
    const workspace = await withSample();
    const answer = await workspace.openContent(content({ name: 'x', text: '?' }, files(5)), run);
    expect(answer).toMatchObject({ opened: false, scheme: null, report: null });
    expect(answer.findings).toHaveLength(1);
    expect(workspace.status).toMatchObject({ scheme: { id: 'villages' }, data: { subjects: 30 } });
  });
});

describe('an import that is held back', () => {
  const broken = (): File[] => {
    const [subjects, observations] = files(5);
    return [subjects!, new File([observations!, '2024,v01,order,refuse me\n'], observations!.name)];
  };

  test('replaces nothing when a row is refused, and enters when it comes again', async () => {
    const workspace = await withSample();
    const { report: held } = await workspace.openContent(content(VILLAGES, broken()), run, true);
    expect(held).toMatchObject({ entered: false, held: true, observations: { refused: 1 } });
    expect(workspace.status.data).toMatchObject({ source: 'sample' });
    expect(workspace.lastReport).toBe(held);
    expect(await workspace.openContent(content(VILLAGES, broken()), run)).toMatchObject({ opened: true });
    expect(workspace.status.data).toMatchObject({ source: 'files', subjects: 5 });
    expect(await workspace.openScheme(OTHER, run, true)).toMatchObject({ opened: false, report: { held: true } });
    expect(workspace.status.scheme!.id).toBe('villages');
  });

  test('does not hold what reads well', async () => {
    const workspace = await withSample();
    expect(await workspace.openContent(content(OTHER, files(5)), run, true)).toMatchObject({ opened: true });
  });
});

test('a look at a scheme opens nothing', async () => {
  const workspace = await withSample();
  expect(await workspace.checkScheme(OTHER)).toMatchObject({ scheme: { id: 'other' }, findings: [] });
  expect(await workspace.checkScheme({ name: 'x', text: '?' })).toMatchObject({ scheme: null });
  expect(workspace.status.scheme!.id).toBe('villages');
});
