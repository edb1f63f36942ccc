import { expect, it } from 'vitest';

import { importFiles } from '../import.ts';
import { textFile } from '../testing/import-fixtures.ts';
import { changeMapping } from './answer.ts';
import { proposeMapping } from './propose-mapping.ts';
import { FOREIGN_INPUTS } from './testing/foreign-inputs.ts';

const roll = textFile(
  'roll.csv',
  [
    '编号,名称,组别',
    // Alike but for width, case and spaces.
    't1,城关 镇,东',
    't2,城关镇,西',
    // One short name that fits both.
    't3,东 河乡人民政府,东',
    't4,东河乡卫生院,西',
    // A character doubled by mistake, and a name that really has two.
    't5,石石桥村,东',
    't6,石桥村,西',
    // Simplified from a name with a sign in between.
    't7,阿依·买买提,西',
  ].join('\n'),
);
const figures = (...names: readonly string[]) =>
  textFile('a.csv', ['2024年', '单位,粮食产量', ...names.map((name, at) => `${name},${at + 1}`)].join('\n'));

async function asked(...names: readonly string[]) {
  const files = [roll, figures(...names)];
  const { sheets, questions } = await proposeMapping(files, FOREIGN_INPUTS);
  const imported = async (answer: (index: number) => number) => {
    let mapping = sheets[1]!.mapping;
    questions.forEach(({ answers }, index) => {
      const { changes } = answers.at(answer(index))!;
      mapping = changeMapping(mapping, changes);
    });
    const { dataset, report } = await importFiles(files, FOREIGN_INPUTS, { mappings: [sheets[0]!.mapping, mapping] });
    return {
      rows: (dataset?.observations ?? []).map(({ subject, value }) => `${subject} ${value}`),
      refused: report.findings.filter(({ severity }) => severity === 'refused').map(({ code }) => code),
    };
  };
  return { questions, imported, mapping: sheets[1]!.mapping, files, sheets };
}

const offered = ({ answers }: Awaited<ReturnType<typeof asked>>['questions'][number]) =>
  answers.map(({ changes }) =>
    changes.map((change) => (change.kind === 'subject' ? change.subject : change.kind)).join(),
  );

it('asks which of two subjects is meant whose names are the same but for spaces, and proposes neither', async () => {
  const { questions, imported } = await asked('城关镇', '石桥村');
  expect(questions.map(({ code, proposed, cell }) => `${code} ${proposed} ${cell}`)).toEqual([
    'subject.ambiguous -1 A3',
  ]);
  expect(offered(questions[0]!)).toEqual(['t1', 't2', '']);
  expect((await imported(() => 0)).rows).toEqual(['t1 1', 't6 2']);
  expect((await imported(() => 1)).rows).toEqual(['t2 1', 't6 2']);
  expect((await imported(() => -1)).rows).toEqual(['t6 2']);
});

it('refuses their rows as long as nobody has answered', async () => {
  const { files, sheets } = await asked('城关镇', '石桥村');
  const mappings = sheets.map(({ mapping }) => mapping);
  const { dataset, report } = await importFiles(files, FOREIGN_INPUTS, { mappings });
  expect(dataset?.observations.map(({ subject }) => subject)).toEqual(['t6']);
  expect(report.observations).toEqual({ read: 2, accepted: 1, refused: 1 });
});

it('proposes none of two subjects that a short name fits alike', async () => {
  const { questions } = await asked('东河乡');
  expect(questions.map(({ code, likely }) => `${code} ${likely}`)).toEqual(['subject.unknown undefined']);
  expect(offered(questions[0]!).slice(0, -1).sort()).toEqual(['t3', 't4']);
});

it('does not take a name with a doubled character for the one that is nearly alike', async () => {
  const { questions } = await asked('石石桥村', '石 桥 村', '石桥桥村');
  // Both names stand on the list and are read as they are; only the third is nobody’s.
  expect(questions.map(({ cell }) => cell)).toEqual(['A5']);
  expect(questions[0]!.likely).toBeUndefined();
});

it('reads names with spaces inside, full-width letters and other dots only where one subject has them', async () => {
  const { questions, imported } = await asked('石　桥　村', '阿依•买买提');
  expect(questions.map(({ cell }) => cell)).toEqual(['A4']);
  expect(offered(questions[0]!)).toContain('t7');
  expect((await imported(() => 0)).rows).toEqual(['t6 1', 't7 2']);
});

it('never calls a name likely with a word before it that may make it another place', async () => {
  const { questions } = await asked('大石桥村', '石桥村委会', '县石桥村');
  expect(questions.map(({ code, likely, answers }) => [code, likely, answers.length > 1])).toEqual([
    ['subject.unknown', undefined, true],
    ['subject.unknown', 0, true],
    ['subject.unknown', 0, true],
  ]);
});
