import { describe, expect, test } from 'vitest';
import type { Subject } from '../../data/dataset.ts';
import { importFiles } from '../import.ts';
import type { FileBytes } from '../read-tables.ts';
import type { GivenTable } from './propose-context.ts';
import { proposeMapping } from './propose-mapping.ts';
import { FOREIGN_INPUTS } from './testing/foreign-inputs.ts';

const csv = (name: string, ...lines: string[]): FileBytes => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\n')),
});
const figures = (...lines: string[]) => csv('2024年.csv', '姓名,党建得分', ...lines);

async function read(files: FileBytes[], given: GivenTable[] = [], known: readonly Subject[] = []) {
  const proposal = await proposeMapping(files, FOREIGN_INPUTS, { given, subjects: known });
  const mappings = proposal.sheets.map(({ mapping }) => mapping);
  const { dataset, report } = await importFiles(files, FOREIGN_INPUTS, { mappings, known });
  return {
    asks: proposal.questions.map(({ code }) => code),
    question: proposal.questions.find(({ code }) => code === 'sheet.no-id'),
    subjects: dataset?.subjects.map(({ id, name }) => `${id} ${name}`),
    rows: dataset?.observations.map(({ subject, item, value }) => `${subject} ${item} ${value}`),
    refused: report.findings.flatMap(({ severity, code, origin }) =>
      severity === 'refused' ? [`${code} ${origin.column}${origin.row}`] : [],
    ),
    findings: report.findings,
  };
}

describe('a list of subjects that has names and no ids', () => {
  const roster = csv('花名册.csv', '姓名,部门', '张三,办公室', '李四,财务科');

  test('is read after one question, with names as ids', async () => {
    const { asks, question, subjects, rows, refused } = await read([roster, figures('张三,90', '李四,80')]);
    expect(asks).toEqual(['sheet.no-id']);
    expect(question!.answers[question!.proposed]!.text.zh).toContain('以“姓名”作编号');
    expect(subjects).toEqual(['张三 张三', '李四 李四']);
    expect(rows).toEqual(['张三 work 90', '李四 work 80']);
    expect(refused).toEqual([]);
  });

  const namesakes = csv('花名册.csv', '序号,姓名,部门', '1,张三,办公室', '2,李四,财务科', '3,张 三,财务科');

  test('reads none of two people of one name, nor what is said of them, and asks with their places', async () => {
    const { question, subjects, rows, refused } = await read([namesakes, figures('张三,90', '李四,80')]);
    expect(question!.proposed).toBe(-1);
    expect(question!.text.zh).toContain('“张三”(第 2、4 行)');
    expect(subjects).toEqual(['李四 李四']);
    expect(rows).toEqual(['李四 work 80']);
    expect(refused).toEqual(['subject.same-name B2', 'subject.same-name B4', 'subject.unconfirmed A2']);
  });

  test('tells them apart by another column, but not by a number that only counts the rows', async () => {
    const files = [namesakes, figures('张三,90', '李四,80')];
    const before = await proposeMapping(files, FOREIGN_INPUTS);
    const { answers } = before.questions.find(({ code }) => code === 'sheet.no-id')!;
    expect(answers.map(({ changes: [change] }) => (change?.kind === 'named-with' ? change.namedWith : 'role'))).toEqual(
      [null, 2, 'role'],
    );
    const { asks, subjects, rows, refused } = await read(files, [{ key: before.sheets[0]!.key, namedWith: 2 }]);
    expect(subjects).toEqual(['张三(办公室) 张三', '李四(财务科) 李四', '张 三(财务科) 张 三']);
    expect(rows).toEqual(['李四(财务科) work 80']);
    expect(asks).toContain('subject.ambiguous');
    expect(refused).toEqual(['subject.unconfirmed A2']);
  });

  test('means somebody whom an earlier import lists by that name', async () => {
    const [origin] = [{ file: '', sheet: '', row: 1, column: 'A' }];
    const known: Subject[] = [{ id: 'z3', name: '张三', group: '', parent: '', attributes: {}, origin }];
    const { subjects } = await read([roster, figures('张三,90')], [], known);
    expect(subjects).toContain('z3 张三');
    expect(subjects).not.toContain('张三 张三');
  });
});
