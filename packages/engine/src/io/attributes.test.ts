import { describe, expect, it } from 'vitest';

import type { AttributeDeclaration } from '../scheme/attribute.ts';
import { importFiles } from './import.ts';
import { codes, INPUTS, places, textFile } from './testing/import-fixtures.ts';

const declare = (
  name: string,
  kind: AttributeDeclaration['kind'],
  zh: string,
  more: Partial<AttributeDeclaration> = {},
): AttributeDeclaration => ({ name, kind, title: { zh, en: name }, unit: '', isNeeded: kind !== 'word', ...more });

const ATTRIBUTES = [
  declare('population', 'number', '常住人口', { unit: '人' }),
  declare('poor', 'flag', '贫困村', { isNeeded: false }),
  declare('post', 'word', '岗位'),
];

const read = async (...lines: string[]) => {
  const files = [
    textFile('名单.csv', lines.join('\n')),
    textFile('数据.csv', 'period,subject,item,value\n2024,v1,grain,1'),
  ];
  const result = await importFiles(files, INPUTS, { attributes: ATTRIBUTES });
  return { ...result, kept: result.dataset?.subjects.map(({ attributes }) => attributes) };
};

describe('columns of the subjects that a scheme declares', () => {
  it.each(['population', '常住人口', '常住人口（人）', '常住人口(人)', ' POPULATION '])(
    'are known by name or title, with the unit or without: %s',
    async (title) => {
      const { kept, report } = await read(`subject,name,${title}`, 'v1,张村,2723');
      expect(kept).toEqual([{ population: '2723' }]);
      expect(report.findings).toEqual([]);
    },
  );

  it('are read like values: thousands, full width, yes and no', async () => {
    const result = await read(
      'subject,name,常住人口,贫困村,岗位',
      'v1,张村,"2,723",是, 一线 ',
      'v2,李村,１２００人,×,后勤',
    );
    expect(result.kept).toEqual([
      { population: '2723', poor: 'true', post: '一线' },
      { population: '1200', poor: 'false', post: '后勤' },
    ]);
    expect(codes(result).sort()).toEqual(
      ['text.trimmed', 'value.flag-word', 'value.flag-word', 'value.thousands', 'value.unit'].sort(),
    );
  });

  it('that hold something else refuse the row, for nothing could be computed with it', async () => {
    const { kept, report } = await read(
      'subject,name,常住人口,贫困村',
      'v1,张村,3,',
      'v2,李村,约三千,',
      'v3,王村,3,也许',
    );
    expect(places(report.findings)).toEqual(['attribute.form C3', 'attribute.form D4']);
    expect(report.subjects).toEqual({ read: 3, accepted: 1, refused: 2 });
    expect(kept).toEqual([{ population: '3', poor: '' }]);
  });

  it('that nobody filled in are told once, with how many; a column that is not there, too', async () => {
    const empty = await read('subject,name,常住人口', 'v1,张村,', 'v2,李村,');
    expect(empty.kept).toEqual([{ population: '' }, { population: '' }]);
    expect(places(empty.report.findings)).toEqual(['attribute.empty C1']);
    expect(empty.report.findings.map(({ message }) => message.zh)).toEqual([
      '有 2 个对象没有填“常住人口”；用到它的得分缺数据。',
    ]);
    const lacking = await read('subject,name', 'v1,张村');
    expect(codes(lacking)).toEqual(['column.no-attribute']);
  });

  it('of two columns for one the one with its very name counts', async () => {
    const { kept } = await read('subject,name,常住人口,population', 'v1,张村,1,2');
    expect(kept).toEqual([{ population: '2' }]);
  });

  it('others are kept as they are, whatever they are called', async () => {
    const { kept } = await read('subject,name,population,__proto__,片区', 'v1,张村,1,x,东');
    expect(kept).toEqual([
      Object.fromEntries([
        ['population', '1'],
        ['__proto__', 'x'],
        ['片区', '东'],
      ]),
    ]);
  });
});
