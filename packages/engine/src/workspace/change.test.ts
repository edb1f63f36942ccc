import { describe, expect, it } from 'vitest';
import type { Change, JournalEntry } from './change.ts';
import { JournalFault, contentAfter, digestsOf } from './change.ts';
import type { Correction, ImportRecord } from './content.ts';

const scheme = { builtIn: 'edu-talent' };
const record = (id: string, ...digests: string[]): ImportRecord => ({
  id,
  time: '2026-01-05T08:00:00Z',
  files: digests.map((digest) => ({ name: `${digest}.xlsx`, digest, bytes: 1 })),
  withoutRefused: false,
});
const correction: Correction = {
  id: 'k1',
  time: '2026-01-06T08:00:00Z',
  period: '2025',
  subject: 's1',
  item: 'x',
  category: '',
  rater: '',
  matter: '',
  date: '',
  before: '1',
  after: '2',
  reason: '抄错',
};
const journal = (...changes: Change[]): JournalEntry[] =>
  changes.map((change, at) => ({ number: at + 1, time: '2026-01-05T08:00:00Z', reason: '', change }));

describe('the history of a workspace', () => {
  const full = journal(
    { kind: 'sample', scheme },
    { kind: 'scheme', scheme },
    { kind: 'import', import: record('a', 'd1'), replace: false },
    { kind: 'import', import: record('b', 'd2', 'd3'), replace: false },
    { kind: 'parameters', parameters: { quota: '0.2' } },
    { kind: 'correct', correction },
    {
      kind: 'choose',
      choice: { period: '2025', subject: 's1', item: 'x', rater: '', column: '', import: 'b', reason: '' },
    },
    { kind: 'remove import', import: 'b' },
  );

  it('gives the state after any of its entries', () => {
    expect(contentAfter(full, 0)).toBeNull();
    expect(contentAfter(full, 1)).toMatchObject({ data: 'sample' });
    expect(contentAfter(full, 4)).toMatchObject({ data: [{ id: 'a' }, { id: 'b' }], parameters: {} });
    expect(contentAfter(full, 7)).toMatchObject({ corrections: [{ id: 'k1' }], choices: [{ import: 'b' }] });
    expect(contentAfter(full)).toMatchObject({ data: [{ id: 'a' }], choices: [], parameters: { quota: '0.2' } });
  });

  it('returns to an earlier state and keeps what came between', () => {
    const back = journal(...full.map(({ change }) => change), { kind: 'return', to: 4 });
    expect(contentAfter(back)).toEqual(contentAfter(full, 4));
    expect(contentAfter(back, 8)).toEqual(contentAfter(full));
  });

  it('starts the parameters anew with another scheme, and drops a sample, but no files', () => {
    const other = { name: 'own.yaml', text: 'scheme: own' };
    const changed = journal(...full.slice(1, 5).map(({ change }) => change), { kind: 'scheme', scheme: other });
    expect(contentAfter(changed)).toMatchObject({ scheme: other, data: [{ id: 'a' }, { id: 'b' }], parameters: {} });
    expect(contentAfter(full, 2)).toMatchObject({ data: [] });
  });

  it('forgets corrections and choices with the data that they were made to', () => {
    const replaced = journal(...full.map(({ change }) => change), {
      kind: 'import',
      import: record('c', 'd4'),
      replace: true,
    });
    expect(contentAfter(replaced)).toMatchObject({ data: [{ id: 'c' }], corrections: [], choices: [] });
  });

  it('keeps one choice for one figure, and withdraws corrections', () => {
    const twice = journal(
      ...full.slice(0, 7).map(({ change }) => change),
      {
        kind: 'choose',
        choice: { period: '2025', subject: 's1', item: 'x', rater: '', column: '', import: 'a', reason: '' },
      },
      { kind: 'withdraw correction', correction: 'k1' },
    );
    expect(contentAfter(twice)).toMatchObject({ choices: [{ import: 'a' }], corrections: [] });
  });

  it('keeps views in the order of their first saving, under their latest name and look', () => {
    const view = (id: string, name: string, look = {}) => ({ id, name, look });
    const saved = journal(
      { kind: 'scheme', scheme },
      { kind: 'save view', view: view('a', '甲', { period: '2024' }) },
      { kind: 'save view', view: view('b', '乙') },
      { kind: 'save view', view: view('a', '甲改', { period: '2025' }) },
      { kind: 'remove view', view: 'b' },
      { kind: 'import', import: record('x', 'd1'), replace: true },
      { kind: 'scheme', scheme: { builtIn: 'other' } },
    );
    expect(contentAfter(saved, 3)?.views.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(contentAfter(saved, 4)?.views.map(({ name }) => name)).toEqual(['甲改', '乙']);
    expect(contentAfter(saved)?.views).toEqual([view('a', '甲改', { period: '2025' })]);
  });

  it('brings back the views of an earlier state and keeps those saved since', () => {
    const view = (id: string, name: string) => ({ id, name, look: {} });
    const saved = journal(
      { kind: 'scheme', scheme },
      { kind: 'save view', view: view('a', '甲') },
      { kind: 'remove view', view: 'a' },
      { kind: 'save view', view: view('b', '乙') },
      { kind: 'parameters', parameters: { quota: '0.2' } },
      { kind: 'return', to: 2 },
    );
    expect(contentAfter(saved)).toMatchObject({ parameters: {}, views: [view('a', '甲'), view('b', '乙')] });
  });

  it('takes one choice for many conflicts, which is as many single ones', () => {
    const choice = (subject: string, from: string, reason: string) => ({
      period: '2025',
      subject,
      item: 'x',
      rater: '',
      column: '',
      import: from,
      reason,
    });
    const many = journal(
      ...full.slice(0, 4).map(({ change }) => change),
      { kind: 'choose', choice: choice('s1', 'a', '甲') },
      { kind: 'choose', choice: choice('s9', 'a', '甲') },
      {
        kind: 'choose for many',
        choice: {
          import: 'b',
          reason: '乙',
          places: [
            ['2025', 's1', 'x', '', ''],
            ['2025', 's2', 'x', '', ''],
          ],
        },
      },
    );
    expect(contentAfter(many)?.choices).toEqual([
      choice('s9', 'a', '甲'),
      choice('s1', 'b', '乙'),
      choice('s2', 'b', '乙'),
    ]);
    const undone = [...many, ...journal({ kind: 'return', to: 6 }).map((entry) => ({ ...entry, number: 8 }))];
    expect(contentAfter(undone)?.choices).toHaveLength(2);
  });

  it('needs the files of every state, of those undone too', () => {
    expect([...digestsOf(full)]).toEqual(['d1', 'd2', 'd3']);
  });

  it.each([
    ['a gap in the numbers', [{ ...full[0], number: 2 }]],
    ['a change before there is a scheme', journal({ kind: 'parameters', parameters: {} })],
    ['an import that is not there', journal({ kind: 'scheme', scheme }, { kind: 'remove import', import: 'x' })],
    [
      'a change that this program does not know',
      [...journal({ kind: 'scheme', scheme }), { number: 2, time: '', reason: '', change: { kind: 'merge' } }],
    ],
    ['a return to what lies ahead', journal({ kind: 'return', to: 1 })],
  ])('is refused with %s', (_, entries) => {
    expect(() => contentAfter(entries as unknown as JournalEntry[])).toThrow(JournalFault);
  });
});
