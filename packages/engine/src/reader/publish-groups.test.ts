import { describe, expect, it } from 'vitest';
import { dataset, row, subject } from '../data/testing/make-dataset.ts';
import { readCase, runCase } from '../schemes/testing/case-folder.ts';
import { loadScheme } from '../scheme/load-scheme.ts';
import { scoreDataset } from '../score/score-dataset.ts';
import { makePublication, type PublishSelection } from './publish.ts';
import { publishedReader } from './published-reader.ts';

const notice = { date: '2026-01-05', from: '', to: '', objections: '' };
const codeKey = 'a key of some length';

const { scheme } = loadScheme(`
scheme: x
title: X
inputs:
  mark: { kind: number }
parts:
  - part: schools
    title: 学校
    subjects: { kind: school }
    period: year
    rank within: everybody
    takes part: { members of: staff }
    results:
      - { id: mean, title: 教师平均, formula: mean(staff.total) }
  - part: staff
    title: 教师
    subjects: { kind: person }
    belongs to: parent
    period: year
    rank within: parent
    results:
      - { id: total, title: 总分, formula: mark }
      - { id: rank, title: 名次, rank: { by: total } }
      - { id: school.mean, title: 校平均, formula: schools.mean }
`);

const schools = ['s1', 's2'].map((id, at) => subject(id, { name: `学校${'甲乙'[at]}`, kind: 'school' }));
const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map((id, at) =>
  subject(id, {
    name: `教师${'六五四三二一'[at]}`,
    kind: 'person',
    parent: at < 3 ? 's1' : 's2',
    group: at < 3 ? '一组' : '',
  }),
);
const marks = ['90.25', '80.25', '70.25', '95.75', '85.75', '75.75'];
const scoring = scoreDataset(
  scheme!,
  dataset(
    [...schools, ...people],
    people.map(({ id }, at) => row(`2025 ${id} mark ${marks[at]!}`)),
  ),
);
const make = (selection: PublishSelection, more = {}) =>
  makePublication(scoring.scored, { notice, selection, codeKey, explain: scoring.explain, ...more });

describe('groups of another column than the group', () => {
  it('are not published unless that is chosen: no superior, no group, no order by which they would be known', async () => {
    const { file, tellers, codeKey: used } = await make({ parts: ['staff'] });
    const text = JSON.stringify(file);
    for (const word of ['s1', 's2', '学校甲', '学校乙', '一组']) expect(text).not.toContain(word);
    expect(file.subjects.map(({ parent, group }) => parent + group).join('')).toBe('');
    // The register has one school after the other; the file has names in their own order.
    const names = file.subjects.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names).not.toEqual(people.map(({ name }) => name));
    expect(file.parts[0]!.keys.map(([, number]) => number)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(file.parts[0]!.description).toMatchObject({ groups: [], rankedWithin: 'parent', groupsShown: 'none' });
    expect(file.parts[0]!.groups).toBeUndefined();
    expect(used).toBe('');
    // What can be concluded all the same is said to those who publish.
    expect(tellers.map(({ node }) => node.id)).toEqual(['rank', 'school.mean']);
    const sheet = await publishedReader(file).sheet({ period: '2025', subject: 'p1' });
    expect(sheet.ranked).toBe(0);
  });

  it('stay out of explanations too: how many are ranked, whose mean it is, who belongs to whom', async () => {
    const told = async (selection: PublishSelection) => {
      const { file } = await make(selection);
      return Object.fromEntries(
        file.parts.flatMap(({ explanations }) =>
          Object.entries(explanations!).map(([node, column]) => [node, column.some((one) => one?.withheld !== true)]),
        ),
      );
    };
    expect(await told({})).toMatchObject({ mean: false, total: true, rank: false, 'school.mean': false });
    // Who shares a code is seen anyway; to which school they belong is not.
    expect(await told({ groupModes: { staff: 'codes' } })).toMatchObject({ mean: false, total: true, rank: true });
    expect(await told({ groupModes: { staff: 'names' } })).toMatchObject({
      mean: true,
      rank: true,
      'school.mean': true,
    });
  });

  it('are published by name where that is chosen, and visitors read names and no ids', async () => {
    const { file, tellers } = await make({ parts: ['staff'], groupModes: { staff: 'names' } });
    expect(file.version).toBe(3);
    expect(file.parts[0]!.description.groups).toEqual(['学校甲', '学校乙']);
    expect(tellers).toEqual([]);
    const reader = publishedReader(JSON.parse(JSON.stringify(file)) as typeof file);
    const ranking = await reader.ranking({ period: '2025', group: '学校乙' });
    expect(ranking.rows.map(({ name, rank, group }) => [name, rank?.text, group])).toEqual([
      ['教师三', '1', '学校乙'],
      ['教师二', '2', '学校乙'],
      ['教师一', '3', '学校乙'],
    ]);
    const sheet = await reader.sheet({ period: '2025', subject: 'p1' });
    expect([sheet.ranked, sheet.lines.find(({ node }) => node.id === 'total')?.groupMean?.text]).toEqual([3, '80.25']);
  });

  it('are published by codes that are the same next year and are no code of a superior', async () => {
    const selection: PublishSelection = { subjects: 'codes', smallest: 2, groupModes: { staff: 'codes' } };
    const { file, codes, groupCodes } = await make(selection);
    const text = JSON.stringify(file);
    for (const { subject: id, name } of scoring.scored.subjects) {
      expect(text).not.toContain(`"${id}"`);
      expect(text).not.toContain(name);
    }
    const { groups } = file.parts.find(({ description }) => description.id === 'staff')!.description;
    expect(groups).toEqual([...groups].sort());
    expect(groupCodes.map(({ code, group, name, column }) => [groups.includes(code), group, name, column])).toEqual([
      [true, 's1', '学校甲', 'parent'],
      [true, 's2', '学校乙', 'parent'],
    ]);
    expect(codes.some(({ code }) => groups.includes(code))).toBe(false);
    expect((await make(selection)).groupCodes).toEqual(groupCodes);
    expect((await make(selection, { codeKey: 'another key of some length' })).groupCodes).not.toEqual(groupCodes);
  });

  it('by name, do not stand beside the same subjects under codes', async () => {
    const selection: PublishSelection = { subjects: 'codes', smallest: 2, groupModes: { staff: 'names' } };
    await expect(make(selection)).rejects.toMatchObject({ text: { zh: expect.stringContaining('以代码代替组名') } });
    const { file } = await make({ ...selection, parts: ['staff'] });
    expect(file.parts[0]!.description.groups).toEqual(['学校甲', '学校乙']);
  });

  it('of a size that hides nobody are held back by the column they are ranked in, shown or not', async () => {
    const alone = people.slice(0, 4);
    const few = scoreDataset(
      scheme!,
      dataset(
        [...schools, ...alone],
        alone.map(({ id }, at) => row(`2025 ${id} mark ${marks[at]!}`)),
      ),
    );
    const { file, held } = await makePublication(few.scored, {
      notice,
      selection: { subjects: 'codes', parts: ['staff'], groupModes: { staff: 'names' } },
    });
    expect(held.groups).toEqual([{ part: 'staff', period: '2025', group: 's2', subjects: 1 }]);
    expect(JSON.stringify(file)).not.toMatch(/95\.75|学校乙/);
  });
});

describe('the group of the subjects', () => {
  const { scheme: ranked } = loadScheme(
    'scheme: s\ntitle: S\nperiod: year\ninputs: { n: { kind: number } }\nresults: [{ id: total, formula: n }, { id: rank, title: R, rank: { by: total } }]\n',
  );
  const units = ['a', 'b', 'c', 'd'].map((id, at) => subject(id, { group: at % 2 === 0 ? '甲组' : '乙组' }));
  const { scored } = scoreDataset(
    ranked!,
    dataset(
      units,
      units.map(({ id }, at) => row(`2024 ${id} n ${at}`)),
    ),
  );
  const of = (groupModes: PublishSelection['groupModes']) =>
    makePublication(scored, { notice, selection: groupModes ? { groupModes } : {}, codeKey });

  it('is published by name unless something else is chosen', async () => {
    const { file } = await of(undefined);
    expect(file.version).toBe(1);
    expect(file.subjects.map(({ group }) => group)).toEqual(['甲组', '乙组', '甲组', '乙组']);
    expect(JSON.stringify((await of({ main: 'none' })).file)).not.toMatch(/[甲乙]组/);
    const coded = (await of({ main: 'codes' })).file;
    expect(JSON.stringify(coded)).not.toMatch(/[甲乙]组/);
    const ranking = await publishedReader(coded).ranking({ period: '2024' });
    expect(new Set(ranking.rows.map(({ group }) => group)).size).toBe(2);
  });

  it('does not single out with another column whom each alone hides', async () => {
    const { scheme: both } = loadScheme(`
scheme: y
title: Y
inputs: { n: { kind: number } }
parts:
  - part: one
    title: One
    period: year
    rank within: group
    results: [{ id: total, formula: n }]
  - part: two
    title: Two
    period: year
    rank within: class
    results: [{ id: total, formula: n }]
`);
    // Three in each group and three in each class, yet only one of 乙 in class x.
    const mixed = ['甲x', '甲x', '甲x', '甲y', '甲y', '甲y', '乙x', '乙y', '乙y', '乙y'].map((kinds, at) =>
      subject(`u${at}`, { group: kinds.charAt(0), class: kinds.charAt(1) }),
    );
    const all = scoreDataset(
      both!,
      dataset(
        mixed,
        mixed.map(({ id }, at) => row(`2024 ${id} n ${at + 10}.125`)),
      ),
    );
    const publish = (groupModes: PublishSelection['groupModes']) =>
      makePublication(all.scored, { notice, selection: { subjects: 'codes', groupModes: groupModes ?? {} } });
    expect((await publish({})).held.groups).toEqual([
      // Ranks within the class that is not shown meet the group that is.
      { part: 'two', period: '2024', group: 'x', subjects: 1 },
    ]);
    const { held, file } = await publish({ two: 'names' });
    expect(held.groups.map(({ part, subjects: of }) => [part, of])).toEqual([
      ['one', 1],
      ['two', 1],
    ]);
    expect(JSON.stringify(file)).not.toContain('16.125');
  });
});

describe('of the schemes that rank within another column', () => {
  it.each([
    'city-units-performance',
    'county-staff-performance',
    'county-teachers-performance',
    'hospital-performance-pay',
    'parallel-ranking-negation',
    'school-performance-pay-composite',
    'town-performance-pay',
  ])(
    '%s tells no visitor a superior or a group by itself',
    async (id) => {
      const { scoring: run, imported } = await runCase(readCase(id));
      const { scored, explain, raters } = run;
      const { file } = await makePublication(scored, { notice, explain, raters });
      expect(file.subjects.filter(({ parent }) => parent !== '')).toEqual([]);
      const hidden = scored.parts.filter(({ description }) => (description.rankedWithin ?? 'group') !== 'group');
      for (const { description } of hidden) {
        const part = file.parts.find(({ description: { id: of } }) => of === description.id)!;
        expect(part.groups).toBeUndefined();
        expect(part.description.groups).toEqual([]);
      }
      if (hidden.length === 0) return;
      // References from one subject to another would tell who belongs to whom.
      const references = file.parts.flatMap(({ explanations }) =>
        Object.values(explanations!).flatMap((column) => column.flatMap((one) => one?.figures ?? [])),
      );
      const parents = new Set(imported.dataset!.subjects.map(({ parent }) => parent).filter(Boolean));
      expect(references.filter(({ subject: whose }) => whose !== undefined && parents.has(whose))).toEqual([]);
    },
    60_000,
  );
});
