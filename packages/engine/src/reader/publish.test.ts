import { describe, expect, it } from 'vitest';
import { sampleScored } from './testing/sample-scored.ts';
import { dataset, row, subject } from '../data/testing/make-dataset.ts';
import { caseIds, readCase, runCase, schemeText } from '../schemes/testing/case-folder.ts';
import type { Scored } from '../score/scored.ts';
import { loadScheme } from '../scheme/load-scheme.ts';
import { scoreDataset } from '../score/score-dataset.ts';
import { integrityOf } from './integrity.ts';
import { makePublication, type PublishSelection } from './publish.ts';
import { publishedReader } from './published-reader.ts';

const scored = sampleScored();
const notice = { date: '2026-01-05', from: '', to: '', objections: '' };
const make = (selection: PublishSelection, more = {}) => makePublication(scored, { notice, selection, ...more });
const key = 'a key of some length';

describe('codes for subjects', () => {
  const all: PublishSelection = { subjects: 'codes', smallest: 1 };

  it('stand for names, ids and superiors everywhere, in an order of their own', async () => {
    const { file, codes } = await make(all, { codeKey: key });
    const text = JSON.stringify(file);
    for (const { subject, name } of scored.subjects) {
      expect(text).not.toContain(`"${subject}"`);
      if (name !== '') expect(text).not.toContain(name);
    }
    const ids = file.subjects.map(({ subject }) => subject);
    expect(ids).toEqual([...ids].sort());
    expect(codes.map(({ subject }) => subject).sort()).toEqual(scored.subjects.map(({ subject }) => subject).sort());
    expect(file.discretion).toEqual({ codes: true, heldBack: false, smallest: 1 });
  });

  it('are the same with the same key, and others with every new one', async () => {
    const of = async (codeKey?: string) => (await make(all, codeKey === undefined ? {} : { codeKey })).codes;
    expect(await of(key)).toEqual(await of(key));
    expect(await of()).not.toEqual(await of());
    await expect(of('short')).rejects.toMatchObject({ text: { en: expect.stringContaining('16 characters') } });
  });

  it('lead to the same figures', async () => {
    const { file, codes } = await make(all);
    const { code } = codes.find(({ subject }) => subject === 'd')!;
    const sheet = await publishedReader(file).sheet({ period: '2025', subject: code });
    expect(sheet.lines.find(({ node }) => node.id === 'total')?.figure.text).toBe('39.83');
  });

  it('hide nobody in a group of two: it stays out, and only that something did is said', async () => {
    const { file, held } = await make({ subjects: 'codes' });
    expect(held.groups).toEqual([
      { part: 'main', period: '2024', group: 'east', subjects: 2 },
      { part: 'main', period: '2025', group: 'west', subjects: 2 },
      { part: 'main', period: '2025', group: '', subjects: 1 },
    ]);
    expect(file.parts[0]!.description).toMatchObject({ periods: ['2025'], groups: ['east'] });
    expect(file.discretion).toEqual({ codes: true, heldBack: true, smallest: 3 });
    expect(JSON.stringify(file)).not.toMatch(/west|39\.83/);
    await expect(make({ subjects: 'codes', smallest: 9 })).rejects.toMatchObject({ code: 'source' });
  });
});

describe('few raters', () => {
  const raters = (_: string, node: string, row: number): number | null =>
    node === 'poll' ? (row === 2 ? 2 : 9) : null;

  it('keep a figure out, and a second one with it, so that neither can be worked out', async () => {
    const { file, held } = await make({}, { raters });
    const [part] = file.parts;
    const at = part!.keys.findIndex(
      ([period, subject]) => period === '2025' && file.subjects[subject]!.subject === 'a',
    );
    const marked = (mark: boolean) =>
      Object.entries(part!.figures).flatMap(([node, column]) => ((column[at] === '!') === mark ? [node] : []));
    expect(held.figures).toBe(3);
    // The branch beside the poll stays out, and one of those that add up to it.
    expect(marked(false)).toEqual(['work.land', 'bonus', 'total', 'rank', 'grade', 'veto']);
    expect(marked(true)).toEqual(['work', 'work.order', 'poll']);
    // Pages of before know no such mark, and read what has none.
    expect(file.version).toBe(2);
    expect((await make({})).file.version).toBe(1);
    expect(file.discretion?.heldBack).toBe(true);
  });
});

describe('what is left out', () => {
  it('is named when it is the only one of a sum', async () => {
    const { derivable } = await make({ nodes: ['work', 'bonus', 'total', 'main/rank'] });
    expect(derivable.map(({ node, from }) => [node.id, from.id])).toEqual([['poll', 'total']]);
  });
});

describe('data that two figures are made from', () => {
  const { scheme } = loadScheme(`
scheme: x
title: X
period: year
inputs:
  grain: { kind: number }
  roads: { kind: number }
items:
  - { id: yield, title: Yield, max: 100, formula: grain }
  - { id: reserve, title: Reserve, max: 100, formula: grain / 10 }
  - { id: roads, title: Roads, max: 100, formula: roads }
`);
  const origin = { file: 'a.csv', sheet: '', row: 2, column: 'D' };
  const { scored: own, explain } = scoreDataset(scheme!, {
    subjects: [{ id: 'a', name: 'A', group: '', parent: '', attributes: {}, origin }],
    observations: [row('2025 a grain 70', { origin }), row('2025 a roads 5', { origin })],
  });
  const publish = (nodes?: readonly string[]) =>
    makePublication(own, { notice, selection: { smallest: 1, ...(nodes && { nodes }) }, explain });

  it('are not shown with one of them while the other stays behind', async () => {
    const { file } = await publish(['reserve', 'roads']);
    const told = file.parts[0]!.explanations!;
    expect(told['reserve']![0]).toMatchObject({ withheld: true });
    expect(told['roads']![0]).not.toMatchObject({ withheld: true });
    expect(JSON.stringify(file)).not.toContain('70');
    expect(JSON.stringify(await publish().then((all) => all.file))).toContain('70');
  });
});

describe('the digest of a published file', () => {
  it('does not depend on the order of keys or on spaces', async () => {
    const { file } = await make({});
    expect(file.integrity).toMatch(/^sha256-[0-9a-f]{64}$/);
    const entries = Object.entries(JSON.parse(JSON.stringify(file)) as object).reverse();
    expect(await integrityOf(Object.fromEntries(entries))).toBe(file.integrity);
  });

  it('is checked: a changed figure is not shown, nor another file than the page announces', async () => {
    const { file } = await make({});
    const [part] = file.parts;
    const figures = { ...part!.figures, total: part!.figures['total']!.map(() => '100') };
    const changed = { ...file, parts: [{ ...part!, figures }] };
    await expect(publishedReader(changed).describe()).rejects.toMatchObject({
      text: { zh: expect.stringContaining('校验值不符') },
    });
    await expect(publishedReader(file, { integrity: 'sha256-0' }).describe()).rejects.toMatchObject({
      text: { zh: expect.stringContaining('不是本页公布的那一份') },
    });
    await publishedReader(file, { integrity: file.integrity }).describe();
  });
});

/** What a visitor with a text editor would find in a file: whether a word stands in it by itself. */
function searchIn(value: unknown): (word: string) => boolean {
  const text = JSON.stringify(value);
  const tokens = new Set(text.match(/[\w.]+/g));
  return (word) => (/^[\w.]+$/.test(word) ? tokens.has(word) : text.includes(word));
}

/** Figures of a result that stand nowhere else and are no small numbers, so that finding one means it leaked. */
function tellingFigures(from: Scored, isOut: (part: string, node: string, row: number) => boolean): Set<string> {
  const out = new Set<string>();
  const seen = new Set<string>();
  for (const part of from.parts) {
    for (const [node, column] of part.figures) {
      column.forEach((figure, row) => {
        if (figure?.number == null || figure.text.replace(/\D|^0\.0*/g, '').length < 5) return;
        (isOut(part.description.id, node, row) ? out : seen).add(figure.text);
      });
    }
  }
  seen.forEach((text) => out.delete(text));
  return out;
}

describe('nothing unpublished can be found in a published file', () => {
  it.each(['county-teachers-performance', 'school-middle-managers', 'township-9-villages', 'teacher-ethics'])(
    'of %s, published by codes with explanations and without some columns',
    async (id) => {
      const run = await runCase(readCase(id));
      const { scored: all, explain, raters } = run.scoring;
      const part = all.parts[0]!.description;
      const left = part.nodes.filter(({ role }) => role === 'item').slice(0, 2);
      const nodes = all.parts.flatMap(({ description }) => description.nodes.map((node) => node.id));
      const out = new Set(left.map((node) => node.id));
      const periods = part.periods.slice(-2);
      const { file, codes } = await makePublication(all, {
        notice,
        selection: { subjects: 'codes', periods, nodes: nodes.filter((node) => !out.has(node)) },
        explain,
        raters,
      });
      const isFound = searchIn(file);
      const { subjects, observations } = run.imported.dataset!;

      // Groups that are ranked apart are shown as they are called, whatever else has that name.
      const shownGroups = new Set(file.subjects.map(({ group }) => group));
      const names = subjects.flatMap(({ id: subject, name }) => [subject, name]);
      const hidden = names.filter((word) => word.length > 1 && !/^\d{1,4}$/.test(word) && !shownGroups.has(word));
      expect(hidden.filter(isFound)).toEqual([]);

      const scheme = schemeText(id);
      const notes = observations.flatMap(({ note }) => (note.length > 1 && !scheme.includes(note) ? [note] : []));
      expect(notes.filter(isFound)).toEqual([]);
      const people = observations
        .map(({ rater }) => rater)
        .filter((rater) => rater.length > 2 && !scheme.includes(rater));
      expect(people.filter(isFound)).toEqual([]);
      expect(isFound('observations.csv')).toBe(false);

      const shown = new Set(codes.map(({ subject }) => subject));
      const telling = tellingFigures(all, (of, node, row) => {
        const { keys } = all.parts.find(({ description }) => description.id === of)!;
        const { period, subject } = keys[row]!;
        return out.has(node) || !periods.includes(period) || !shown.has(all.subjects[subject]!.subject);
      });
      expect(telling.size).toBeGreaterThan(5);
      expect([...telling].filter(isFound)).toEqual([]);
    },
    60_000,
  );

  it('of any scheme: no rating by itself, no rows of the data, and the file reads back', async () => {
    const open: number[] = [];
    for (const id of caseIds().slice(0, 12)) {
      const { scoring } = await runCase(readCase(id));
      const { scored: all, explain, raters } = scoring;
      const { file } = await makePublication(all, { notice, explain, raters });
      expect((await publishedReader(file).describe()).scheme).toBe(id);
      const explanations = file.parts.flatMap((part) => Object.values(part.explanations ?? {}).flat());
      const told = explanations.filter((explanation) => explanation !== null);
      open.push(told.filter(({ withheld }) => !withheld).length / told.length);
    }
    // Most figures are explained to visitors all the same.
    expect(Math.min(...open)).toBeGreaterThan(0.5);
  });
});

it('chooses groups of the column that a part ranks within', async () => {
  const { scheme } = loadScheme(
    'scheme: s\ntitle: S\nperiod: year\nrank within: kind\ninputs: { n: { kind: number } }\nresults: [{ id: total, formula: n }]\n',
  );
  const units = [
    subject('a', { group: '甲', kind: 'x' }),
    subject('b', { group: '甲', kind: 'y' }),
    subject('c', { kind: 'x' }),
  ];
  const data = dataset(
    units,
    ['2024 a n 1', '2024 b n 2', '2024 c n 3'].map((text) => row(text)),
  );
  const { file } = await makePublication(scoreDataset(scheme!, data).scored, { notice, selection: { groups: ['x'] } });
  expect(file.subjects.map((label) => label.subject)).toEqual(['a', 'c']);
});
