import { describe, expect, it } from 'vitest';

import { importFiles } from './import.ts';
import {
  HEADER,
  INPUTS,
  places,
  sheet,
  SUBJECT_ROWS,
  SUBJECTS_CSV,
  textFile,
  workbook,
} from './testing/import-fixtures.ts';

const OBSERVATION_ROWS = [HEADER.split(','), ['2024', 'v1', 'grain', '1']];

describe('which table is which', () => {
  it('is told by the header, whatever the files are called', async () => {
    const files = [textFile('1.csv', SUBJECTS_CSV), textFile('2.csv', `${HEADER}\n2024,v1,grain,1,,,,,`)];
    const { dataset, report } = await importFiles(files, INPUTS);
    expect(dataset?.observations).toHaveLength(1);
    expect(report.findings).toEqual([]);
  });

  it('is told by the header even where the names are the wrong way round, with a note', async () => {
    const files = [
      textFile('observations.csv', SUBJECTS_CSV),
      textFile('subjects.csv', `${HEADER}\n2024,v1,grain,1,,,,,`),
    ];
    const { dataset, report } = await importFiles(files, INPUTS);
    expect(dataset?.observations).toHaveLength(1);
    expect(report.findings.map(({ code }) => code)).toEqual(['table.name-misleads', 'table.name-misleads']);
  });

  it('is told by the name where the header is not clear, so that the missing column can be named', async () => {
    const files = [textFile('subjects.csv', 'subject\nv1\n'), textFile('数据.csv', '期间,数量\n2024,1\n')];
    const { report } = await importFiles(files, INPUTS);
    expect(report.findings[0]).toMatchObject({ code: 'column.missing', origin: { file: '数据.csv' } });
  });

  it('is told by the name where two sheets have the same header: a copy does not count twice', async () => {
    const file = workbook('x.xlsx', {
      对象: sheet(SUBJECT_ROWS),
      数据: sheet(OBSERVATION_ROWS),
      备份: sheet(OBSERVATION_ROWS),
    });
    const { dataset, report } = await importFiles([file], INPUTS);
    expect(dataset?.observations).toHaveLength(1);
    expect(report.findings.map(({ code, origin }) => [code, origin.sheet])).toEqual([['table.other-of-kind', '备份']]);
  });

  it('does not take a list of indicators for subjects', async () => {
    const file = workbook('x.xlsx', {
      A: sheet(SUBJECT_ROWS),
      B: sheet(OBSERVATION_ROWS),
      指标表: sheet([
        ['编号', '指标', '说明'],
        ['g', 'grain', 'x'],
      ]),
    });
    const { dataset, report } = await importFiles([file], INPUTS);
    expect(dataset?.subjects).toHaveLength(2);
    expect(report.findings.map(({ code, origin }) => [code, origin.sheet])).toEqual([['table.ignored', '指标表']]);
  });
});

describe('headers', () => {
  it('may be Chinese', async () => {
    const files = [
      textFile('对象.csv', '编号,名称,组别,上级,户数\nv1,张村,东,,320\n'),
      textFile(
        '数据.csv',
        '周期,对象,指标,数值,类别,评分人,事项,日期,备注\n2024,v1,petition,1,city,,m1,2024-03-05,x\n',
      ),
    ];
    const { dataset, report } = await importFiles(files, INPUTS);
    expect(report.findings).toEqual([]);
    expect(dataset?.subjects[0]).toMatchObject({ id: 'v1', name: '张村', group: '东', attributes: { 户数: '320' } });
    expect(dataset?.observations[0]).toMatchObject({ category: 'city', matter: 'm1', date: '2024-03-05', note: 'x' });
  });

  it('may differ in case, width and spaces', async () => {
    const files = [
      textFile('subjects.csv', 'Subject , NAME\nv1,张村\n'),
      textFile('observations.csv', 'Ｐｅｒｉｏｄ,SUBJECT,Item,数 值\n2024,v1,grain,1\n'),
    ];
    expect((await importFiles(files, INPUTS)).dataset?.observations).toHaveLength(1);
  });

  it('take 对象 for the name where there is an id beside it, and for the id where there is none', async () => {
    const observations = textFile('observations.csv', '期间,单位,指标,数值\n2024,v1,grain,1\n');
    const both = await importFiles([textFile('subjects.csv', '编号,对象,组别\nv1,张村,东\n'), observations], INPUTS);
    expect(both.dataset?.subjects[0]).toMatchObject({ id: 'v1', name: '张村' });
    const one = await importFiles([textFile('subjects.csv', '对象,名称\nv1,张村\n'), observations], INPUTS);
    expect(one.dataset?.subjects[0]).toMatchObject({ id: 'v1', name: '张村' });
    expect(one.dataset?.observations[0].subject).toBe('v1');
  });

  it('may stand below a title, which is noted', async () => {
    const file = workbook('x.xlsx', {
      对象: sheet(SUBJECT_ROWS),
      数据: sheet([['2024年度考核数据'], [], ...OBSERVATION_ROWS]),
    });
    const { dataset, report } = await importFiles([file], INPUTS);
    expect(dataset?.observations[0].origin.row).toBe(4);
    expect(places(report.findings)).toEqual(['header.not-first 3']);
  });

  it('with unknown columns are noted in observations', async () => {
    const files = [
      textFile('subjects.csv', SUBJECTS_CSV),
      textFile('observations.csv', 'period,subject,对象名称,item,value\n2024,v1,张村,grain,1\n'),
    ];
    const { dataset, report } = await importFiles(files, INPUTS);
    expect(dataset?.observations[0].value).toBe('1');
    expect(places(report.findings)).toEqual(['column.unknown C1']);
  });
});
