import { describe, expect, it } from 'vitest';

import { importFiles } from '../import.ts';
import { INPUTS, places, textFile } from '../testing/import-fixtures.ts';
import { changeMapping } from './answer.ts';
import { NOT_APPLICABLE_WORDS, type ColumnMeaning, type SheetMapping } from './sheet-mapping.ts';

const roll = textFile('roll.csv', 'subject,name,group\nv1,张村,东\n0012,李村,西\n0013,王村,西\n');

function mapping(means: readonly ColumnMeaning[], more: Partial<SheetMapping> = {}): SheetMapping {
  return {
    file: 'a.csv',
    sheet: '',
    fingerprint: '',
    role: 'wide',
    header: { first: 2, last: 2 },
    data: { first: 3, last: null },
    fixed: { period: '2024' },
    columns: means.map((meaning, column) => ({ column, title: '', means: meaning })),
    notApplicable: NOT_APPLICABLE_WORDS,
    subjects: {},
    ...more,
  };
}

const read = async (lines: readonly string[], mappings: readonly SheetMapping[], files = [roll]) => {
  const { dataset, report } = await importFiles([...files, textFile('a.csv', lines.join('\n'))], INPUTS, { mappings });
  const { read: count, accepted, refused } = report.observations;
  expect(accepted + refused).toBe(count);
  for (const { rows, above, header, data, totals, below } of report.sheets ?? []) {
    expect(above + header + data + totals + below).toBe(rows);
  }
  return {
    report,
    dataset,
    rows: dataset?.observations.map(
      ({ period, subject, item, value, origin }) =>
        `${period} ${subject} ${item} ${value} ${origin.column}${origin.row}`,
    ),
    found: places(report.findings),
  };
};

const byName: ColumnMeaning = { kind: 'subject', by: 'name' };
const grain: ColumnMeaning = { kind: 'figure', item: 'grain' };

describe('a wide table', () => {
  it('gives one observation for each figure, with its cell; totals, notes and empty cells are counted', async () => {
    const { rows, report } = await read(
      ['2024年粮食情况,,', '单位,产量,是否达标', '张 村,12.50,√', '李村,—,×', '王村,,', '合 计,12.50,', '注：以吨计,,'],
      [mapping([byName, grain, { kind: 'figure', item: 'pension' }])],
    );
    expect(rows).toEqual([
      '2024 v1 grain 12.50 B3',
      '2024 v1 pension true C3',
      '2024 0012 grain NA B4',
      '2024 0012 pension false C4',
    ]);
    expect(report.observations).toEqual({ read: 4, accepted: 4, refused: 0 });
    expect(report.sheets).toEqual([
      {
        file: 'a.csv',
        sheet: '',
        role: 'wide',
        rows: 7,
        above: 1,
        header: 1,
        data: 3,
        totals: 1,
        below: 1,
        withoutFigures: 1,
        noSubject: 0,
        values: 4,
        empty: 2,
      },
    ]);
    expect(report.counts?.map(({ code, count }) => `${code} ${count}`)).toEqual([
      'subject.from-name 2',
      'value.flag-word 2',
      'value.na-word 1',
      'row.without-figures 1',
      'row.total 1',
      'row.below 1',
    ]);
  });

  it('converts another unit exactly, and never lets a figure in without its factor', async () => {
    const columns = mapping([byName, grain]).columns.map((column) =>
      column.column === 1 ? { ...column, factor: '10000' } : column,
    );
    const lines = ['', '单位,产量(万吨)', '张村,"1,234.56789"', '李村,3吨', '王村,约5'];
    const good = await read(lines.slice(1), [
      mapping([], { columns, header: { first: 1, last: 1 }, data: { first: 2, last: null } }),
    ]);
    expect(good.rows).toEqual(['2024 v1 grain 12345678.9 B2', '2024 0012 grain 3 B3']);
    expect(good.found).toContain('value.inexact B4');
    const bad = columns.map((column) => ('factor' in column ? { ...column, factor: '1/3' } : column));
    const none = await read(lines.slice(1), [
      mapping([], { columns: bad, header: { first: 1, last: 1 }, data: { first: 2, last: null } }),
    ]);
    expect(none.rows).toEqual(['2024 0012 grain 3 B3']);
  });

  it('leaves a word beside each value that says something else than its cell', async () => {
    const start = mapping([byName, grain, { kind: 'figure', item: 'venue' }]);
    const decided = changeMapping(start, [
      { kind: 'factor', column: 1, factor: '15' },
      { kind: 'word', column: 2, text: '优', word: 'good' },
      { kind: 'empty', column: 2, empty: 'poor' },
    ]);
    const { dataset } = await read(['', 'x', '单位,公顷,会场', '张村,2,优', '李村,35吨,', '王村,—,fair'].slice(1), [
      decided,
    ]);
    expect(dataset?.observations.map(({ value, remark }) => `${value} ${remark?.zh ?? ''}`)).toEqual([
      '30 表中为 2，按 ×15 读作 30',
      'good 表中为“优”，读作“good”',
      '35 ',
      'poor 表中为空，读作“poor”',
      'NA 表中为“—”，按不适用读',
      'fair ',
    ]);
  });

  it('reads names and words as somebody decided', async () => {
    const start = mapping([byName, { kind: 'figure', item: 'venue' }]);
    const decided = changeMapping(start, [
      { kind: 'subject', text: '张家村', subject: 'v1' },
      { kind: 'subject', text: '县直', subject: '' },
      { kind: 'word', column: 1, text: '优', word: 'good' },
      { kind: 'empty', column: 1, empty: 'NA' },
    ]);
    const { rows, found } = await read(['', 'x', '单位,会场', '张家村,优', '县直,优', '李村,', '赵村,good'].slice(1), [
      decided,
    ]);
    expect(rows).toEqual(['2024 v1 venue good B3', '2024 0012 venue NA B5']);
    expect(found).toEqual(
      [
        'subject.confirmed A3',
        'value.word-mapped B3',
        'row.no-subject 4',
        'subject.from-name A5',
        'value.empty-read B5',
        'subject.unconfirmed A6',
        'value.na B5',
      ].filter((place) => place !== 'value.na B5'),
    );
  });

  it('takes nobody for somebody because the names are alike, and says whom a name is like', async () => {
    const { rows, report } = await read(['', 'x', '单位,产量', '张村委会,1', '新村,2', '王 村,3'].slice(1), [
      mapping([byName, grain], { subjects: { 新村: '没有这个村' } }),
    ]);
    expect(rows).toEqual(['2024 0013 grain 3 B5']);
    const refused = report.findings.filter(({ severity }) => severity === 'refused');
    expect(refused.map(({ code, remedy }) => `${code} ${remedy.zh.slice(0, 12)}`)).toEqual([
      'subject.unconfirmed 像是“张村(v1)”：请',
      'subject.unconfirmed 请在“对应表格”中指明它',
    ]);
  });

  it('may be the list of subjects as well', async () => {
    const { rows, dataset } = await read(
      ['标题', '编号,单位,片区,产量', 'v1,张村,东,1', 'v2,李村,西,2', ',合计,,3'],
      [mapping([{ kind: 'subject', by: 'id' }, { kind: 'name' }, { kind: 'group' }, grain], { alsoSubjects: true })],
      [],
    );
    expect(dataset?.subjects.map(({ id, name, group }) => `${id} ${name} ${group}`)).toEqual([
      'v1 张村 东',
      'v2 李村 西',
    ]);
    expect(rows).toEqual(['2024 v1 grain 1 D3', '2024 v2 grain 2 D4']);
  });
});

describe('a long table', () => {
  it('of one kind of event needs neither an item nor a value', async () => {
    const { rows, dataset } = await read(
      [
        '2024年信访登记',
        '单位,级别,日期,情况',
        '张村,市级,45356,甲',
        '张村,省级,2024年3月6日,乙',
        '单位,级别,日期,情况',
        '李村,市级,3/5/2024,丙',
      ],
      [
        mapping([byName, { kind: 'category' }, { kind: 'date' }, { kind: 'note' }], {
          role: 'long',
          fixed: { period: '2024', item: 'petition' },
          columns: [
            { column: 0, title: '单位', means: byName },
            { column: 1, title: '级别', means: { kind: 'category' }, words: { 市级: 'city', 省级: 'province' } },
            { column: 2, title: '日期', means: { kind: 'date' } },
            { column: 3, title: '情况', means: { kind: 'note' } },
          ],
        }),
      ],
    );
    expect(rows).toEqual(['2024 v1 petition  A3', '2024 v1 petition  A4']);
    expect(dataset?.observations.map(({ category, date, note }) => `${category} ${date} ${note}`)).toEqual([
      'city 2024-03-05 甲',
      'province 2024-03-06 乙',
    ]);
  });
});
