import { expect, it } from 'vitest';

import { importFiles, type FileBytes } from '../import.ts';
import { textFile } from '../testing/import-fixtures.ts';
import type { GivenTable } from './propose-context.ts';
import { proposeMapping } from './propose-mapping.ts';
import { tableKey } from './sheet-mapping.ts';
import { FOREIGN_INPUTS, ROLL } from './testing/foreign-inputs.ts';

const roll = textFile('roll.csv', ROLL.map((row) => row.join(',')).join('\n'));
const file = (name: string, ...lines: readonly string[]): FileBytes => textFile(name, lines.join('\n'));

async function proposed(files: readonly FileBytes[], ...given: readonly GivenTable[]) {
  const { sheets, questions } = await proposeMapping(files, FOREIGN_INPUTS, { given });
  return { ...sheets.at(-1)!, questions };
}

it('proposes the columns anew when somebody says where the header stands', async () => {
  // The program takes the row of the known titles; the office means the one below.
  const files = [roll, file('a.csv', '2024年', '单位,粮食产量,参保率', '名称,村集体收入,粮食产量', '张村,1,2')];
  const before = await proposed(files);
  expect(before.mapping.header).toEqual({ first: 2, last: 2 });
  const after = await proposed(files, { key: before.key, header: { first: 3, last: 3 } });
  expect(after.mapping).toMatchObject({
    header: { first: 3, last: 3 },
    data: { first: 4, last: 4 },
    columns: [{ means: { kind: 'subject' } }, { means: { item: 'income' } }, { means: { item: 'grain' } }],
  });
});

it('takes rows below each other for one header when somebody says so, and none for none', async () => {
  const files = [roll, file('a.csv', '2024年', '单位,经济,经济', '单位,粮食产量,村集体收入', '张村,1,2')];
  const { key } = await proposed(files);
  const both = await proposed(files, { key, header: { first: 2, last: 3 } });
  expect(both.mapping.columns.map(({ title }) => title)).toEqual(['单位', '经济 / 粮食产量', '经济 / 村集体收入']);
  const none = await proposed(files, { key, header: { first: 0, last: 0 } });
  expect(none.mapping).toMatchObject({ header: { first: 0, last: 0 }, data: { first: 1 } });
  const beyond = await proposed(files, { key, header: { first: 90, last: 99 } });
  expect(beyond.mapping.data.first).toBe(100);
});

it('proposes the columns of a table for what somebody says that it is', async () => {
  const files = [file('a.csv', '2024年', '单位,化肥用量', '张村,1', '王村,2')];
  const before = await proposed(files);
  expect(before.mapping.role).toBe('ignore');
  expect(before.questions.map(({ code, proposed: at }) => `${code} ${at}`)).toEqual(['sheet.role 3']);
  expect(before.questions[0]!.text.zh).toContain('对得上');
  const list = await proposed(files, { key: before.key, role: 'subjects' });
  expect(list.mapping.columns.map(({ means }) => means)).toEqual([
    { kind: 'subject', by: 'name' },
    { kind: 'attribute', name: '化肥用量' },
  ]);
  // The question stays, for whoever changes his mind.
  expect(list.questions.map(({ code }) => code)).toEqual(['sheet.no-id', 'sheet.role']);
  const wide = await proposed(files, { key: before.key, role: 'wide' });
  expect(wide.mapping.columns[0]!.means.kind).toBe('subject');
  expect(wide.questions.map(({ code }) => code)).toContain('column.unknown');
});

it('reads a list of subjects that somebody points out, and knows the other sheets by it', async () => {
  const files = [
    file('a.csv', '2024年', '单位,化肥用量', '张村,1', '王村,2'),
    file('b.csv', '2024年', '谁,粮食产量', '张 村,1', '王村,2'),
  ];
  const before = await proposeMapping(files, FOREIGN_INPUTS);
  const given = [{ key: before.sheets[0]!.key, role: 'subjects' as const }];
  const { sheets } = await proposeMapping(files, FOREIGN_INPUTS, { given });
  const { dataset } = await importFiles(files, FOREIGN_INPUTS, { mappings: sheets.map(({ mapping }) => mapping) });
  expect(dataset?.observations.map(({ subject, value }) => `${subject} ${value}`)).toEqual(['张村 1', '王村 2']);
});

it('tells files of one name apart, in keys, questions and mappings', async () => {
  const files = [
    roll,
    file('数据.csv', '2024年', '单位,粮食总产量', '张村,1'),
    file('数据.csv', '2024年', '单位,粮食总产量,化肥', '王村,2,3'),
  ];
  const { sheets, questions } = await proposeMapping(files, FOREIGN_INPUTS);
  expect(sheets.map(({ copy }) => `${copy.number}/${copy.of}`)).toEqual(['1/1', '1/2', '2/2']);
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  expect(questions.map(({ key }) => sheets.findIndex((one) => one.key === key))).toEqual([1, 2, 2]);
  expect(sheets.map(({ mapping }) => tableKey(mapping))).toEqual(sheets.map(({ key }) => key));
  const mappings = sheets.map(({ mapping }) => mapping);
  // Whatever their order, and even when the first file stays away.
  const { dataset } = await importFiles([files[0]!, { ...files[2]!, copy: 2 }], FOREIGN_INPUTS, {
    mappings: [...mappings].reverse(),
  });
  expect(dataset?.observations.map(({ subject, value }) => `${subject} ${value}`)).toEqual(['v3 2']);
});
