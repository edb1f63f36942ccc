import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from './change.ts';
import { digestOf } from './digest.ts';
import { isEncrypted, packWorkspace, unpackWorkspace, type PackedWorkspace } from './workspace-file.ts';
import fc from '../testing/seeded-fast-check.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function sample(): Promise<PackedWorkspace> {
  const digest = await digestOf(bytes('period,subject'));
  const time = '2026-01-05T08:00:00Z';
  const journal: JournalEntry[] = [
    { number: 1, time, reason: '', change: { kind: 'scheme', scheme: { builtIn: 'edu-talent' } } },
    {
      number: 2,
      time,
      reason: '年度数据',
      change: {
        kind: 'import',
        import: { id: 'i', time, files: [{ name: '数据.csv', digest, bytes: 14 }], withoutRefused: false },
        replace: true,
      },
    },
    { number: 3, time, reason: '', change: { kind: 'parameters', parameters: { quota: '0.2', fine: '' } } },
  ];
  return { title: '2025 年度', journal, files: new Map([[digest, bytes('period,subject')]]) };
}

const code = (expected: string) => expect.objectContaining({ code: expected }) as Error;

describe('a workspace file', () => {
  it('brings back the title, the history and the files', async () => {
    const workspace = await sample();
    expect(await unpackWorkspace('a.kaoheng', await packWorkspace(workspace))).toEqual(workspace);
  });

  it('is opened with the passphrase that it was saved with, and with no other', async () => {
    const workspace = await sample();
    const packed = await packWorkspace(workspace, '口令 ＡＢＣ');
    expect(isEncrypted(packed)).toBe(true);
    expect(new TextDecoder().decode(packed)).not.toContain('journal');
    expect(await unpackWorkspace('a.kaoheng', packed, '口令 ABC')).toEqual(workspace);
    await expect(unpackWorkspace('a.kaoheng', packed, '口令')).rejects.toEqual(code('keep.passphrase'));
    await expect(unpackWorkspace('a.kaoheng', packed)).rejects.toEqual(code('keep.passphrase'));
  });

  it('is refused when a single bit has changed, sealed or not', async () => {
    const workspace = await sample();
    const [open, shut] = [await packWorkspace(workspace), await packWorkspace(workspace, 'x')];
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: open.length * 8 - 1 }), async (bit) => {
        const changed = flipped(open, bit);
        const read = await unpackWorkspace('a.kaoheng', changed).catch((error: { code: string }) => error.code);
        // A bit of the container that says nothing (a time, a mark) may change; what is read is never another workspace.
        if (typeof read !== 'string') expect(read.journal).toEqual(workspace.journal);
        if (typeof read !== 'string') expect(read.files).toEqual(workspace.files);
      }),
      { numRuns: 200 },
    );
    for (const bit of [0, 200, 300, shut.length * 8 - 1]) {
      await expect(unpackWorkspace('a.kaoheng', flipped(shut, bit), 'x')).rejects.toBeInstanceOf(Error);
    }
  });

  it.each([
    ['something else', () => bytes('PK but not really'), 'keep.not-a-workspace'],
    ['nothing', () => new Uint8Array(), 'keep.not-a-workspace'],
    ['another archive', () => zipSync({ 'a.txt': bytes('a') }), 'keep.not-a-workspace'],
    ['a newer format', () => zipSync({ 'kaoheng.json': bytes('{"format":2,"title":"x"}') }), 'keep.newer'],
    [
      'a change that it does not know',
      () => sealed([{ number: 1, time: '', reason: '', change: { kind: 'merge' } }]),
      'keep.damaged',
    ],
    [
      'a history that names a file which is not there',
      async () => {
        const { journal } = await sample();
        return sealed(journal);
      },
      'keep.damaged',
    ],
  ])('is refused when it is %s', async (_, make, expected) => {
    await expect(unpackWorkspace('a.kaoheng', await make())).rejects.toEqual(code(expected));
  });

  it('is refused before it is unpacked when it would fill the memory', async () => {
    const bomb = zipSync({ 'kaoheng.json': bytes('{}'), zeros: new Uint8Array(2_000_000) });
    // The size that the archive claims is what counts; a claim of 2 GB costs nothing to make.
    const view = new DataView(bomb.buffer);
    for (let at = 0; at + 4 < bomb.length; at += 1)
      if (view.getUint32(at, true) === 2_000_000) view.setUint32(at, 2_000_000_000, true);
    await expect(unpackWorkspace('a.kaoheng', bomb)).rejects.toEqual(code('keep.too-large'));
  });
});

/** A well-formed archive around a journal, without files. */
async function sealed(journal: readonly unknown[]): Promise<Uint8Array> {
  const lines = JSON.stringify(journal);
  const digest = await digestOf(bytes(`x\n${lines}`));
  return zipSync({
    'kaoheng.json': bytes(JSON.stringify({ format: 1, title: 'x', digest })),
    'journal.json': bytes(lines),
  });
}

function flipped(bytesBefore: Uint8Array, bit: number): Uint8Array {
  const changed = bytesBefore.slice();
  const at = Math.floor(bit / 8);
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
  return changed;
}
