import { describe, expect, it } from 'vitest';

import { importFiles, type FileBytes } from '../import.ts';
import { textFile } from '../testing/import-fixtures.ts';
import { Value } from 'typebox/value';
import { changeMapping } from './answer.ts';
import { sheetMapping } from './mapping-schema.ts';
import { proposeMapping } from './propose-mapping.ts';
import type { SheetMapping } from './sheet-mapping.ts';
import { FOREIGN_INPUTS, ROLL } from './testing/foreign-inputs.ts';

const roll = textFile('roll.csv', ROLL.map((row) => row.join(',')).join('\n'));
const file = (name: string, ...lines: readonly string[]) => textFile(name, lines.join('\n'));
const LINES = ['2024年', '单位,粮食总产量,村集体收入(万元),会场评定', '张家村,1,2,优', '王村,3,4,合格'];

async function imported(files: readonly FileBytes[], mappings: readonly SheetMapping[]) {
  const { dataset } = await importFiles(files, FOREIGN_INPUTS, { mappings });
  return dataset?.observations.map(({ period, subject, item, value }) => `${period} ${subject} ${item} ${value}`);
}

/** What a person does in the dialog: an answer to each question, the proposed one where it fits. */
async function answered(files: readonly FileBytes[], earlier: readonly SheetMapping[] = []) {
  const { sheets, questions } = await proposeMapping(files, FOREIGN_INPUTS, { earlier });
  let mappings = sheets.map(({ mapping }) => mapping);
  for (const { file: name, sheet, answers, proposed } of questions) {
    const { changes } = answers[Math.max(proposed, 0)]!;
    mappings = mappings.map((one) => (one.file === name && one.sheet === sheet ? changeMapping(one, changes) : one));
  }
  return { mappings, questions };
}

describe('a mapping that is kept', () => {
  it('asks nothing next year, and reads the new file alike', async () => {
    const { mappings, questions } = await answered([roll, file('a.csv', ...LINES)]);
    expect(questions.map(({ code }) => code)).toEqual([
      'column.doubtful',
      'column.unit',
      'column.word',
      'subject.unknown',
    ]);
    expect(await imported([roll, file('a.csv', ...LINES)], mappings)).toEqual([
      '2024 v1 grain 1',
      '2024 v1 income 20000',
      '2024 v1 venue good',
      '2024 v3 grain 3',
      '2024 v3 income 40000',
      '2024 v3 venue fair',
    ]);
    const kept = JSON.parse(JSON.stringify(mappings)) as SheetMapping[];
    expect(kept.every((mapping) => Value.Check(sheetMapping, mapping))).toBe(true);
    const next = [roll, file('另一个.csv', '', '2025年', ...LINES.slice(1))];
    const later = await proposeMapping(next, FOREIGN_INPUTS, { earlier: kept });
    expect(later.questions).toEqual([]);
    expect(later.sheets[1]).toMatchObject({ reason: 'earlier', mapping: { role: 'wide', fixed: { period: '2025' } } });
    expect(
      await imported(
        next,
        later.sheets.map(({ mapping }) => mapping),
      ),
    ).toHaveLength(6);
  });

  it('asks about what is new', async () => {
    const { mappings } = await answered([roll, file('a.csv', ...LINES)]);
    const next = file('b.csv', ...LINES, '孙堡,5,6,良好');
    const { questions } = await proposeMapping([roll, next], FOREIGN_INPUTS, { earlier: mappings });
    expect(questions.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['column.word D5', 'subject.unknown A5']);
  });
});

it('shows what it looked at, and why it proposes what it does', async () => {
  const { sheets } = await proposeMapping([roll, file('a.csv', ...LINES, '合计,4,6,')], FOREIGN_INPUTS);
  expect(sheets[1]!.preview.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
    '1 above',
    '2 header',
    '3 data',
    '4 data',
    '5 total',
  ]);
  expect(sheets[1]!.columns.map(({ title, reason, unit }) => [title, reason, unit])).toEqual([
    ['单位', 'values', ''],
    ['粮食总产量', 'alike', ''],
    ['村集体收入(万元)', 'title', '万元'],
    ['会场评定', 'title', ''],
  ]);
});

it('knows the subjects of earlier imports where files come to them', async () => {
  const { dataset } = await importFiles(
    [roll, file('a.csv', 'period,subject,item,value', '2024,v1,grain,1')],
    FOREIGN_INPUTS,
  );
  const files = [file('a.csv', '2024年', '单位,粮食产量', '王村,3')];
  const alone = await proposeMapping(files, FOREIGN_INPUTS);
  expect(alone.questions.map(({ code }) => code)).toEqual(['sheet.also-subjects']);
  const added = await proposeMapping(files, FOREIGN_INPUTS, { subjects: dataset!.subjects });
  expect(added.questions).toEqual([]);
});

it('never reads a file by the mapping of another one of the same name', async () => {
  const files = [
    roll,
    file('数据.csv', '2024年', '单位,粮食产量', '张村,1'),
    file('数据.csv', '2024年', '单位,村集体收入', '王村,2'),
  ];
  const { sheets } = await proposeMapping(files, FOREIGN_INPUTS);
  const mappings = sheets.map(({ mapping }) => mapping);
  expect(await imported(files, mappings)).toEqual(['2024 v1 grain 1', '2024 v3 income 2']);
  // Without a mapping of its own the second file cannot be read, and says so.
  expect(await imported(files, mappings.slice(0, 2))).toBeUndefined();
});

it('says nothing of files that cannot be read: the import says why', async () => {
  const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 5]);
  expect(await proposeMapping([{ name: 'a.xlsx', bytes }], FOREIGN_INPUTS)).toEqual({
    sheets: [],
    questions: [],
    subjects: [],
    isOwnLayout: true,
  });
});

describe('numbers of an item in % that look like shares of one', () => {
  const year = (name: string, title: string, ...cells: readonly string[]) =>
    file(name, title, '单位,参保率', ...cells.map((cell, at) => `${['张村', '李家村', '王村', '赵庄'][at]},${cell}`));
  const fractionQuestion = async (files: readonly FileBytes[], earlier: readonly SheetMapping[] = []) => {
    const { sheets, questions } = await proposeMapping(files, FOREIGN_INPUTS, { earlier });
    return { mapping: sheets[1]!.mapping, question: questions.find(({ code }) => code === 'column.fraction') };
  };
  const own = sheetOnly(roll);

  it.each([
    ['shares', 0, ['98', '105', '100', '95'], '表中为 0.95，是小数，读作 95%'],
    ['percentages', 1, ['98', '105', '100', '0.95'], undefined],
  ] as const)(
    'are read as %s when a person says so, and nothing is noted any more',
    async (_, answer, values, said) => {
      const files = [roll, year('a.csv', '2024年', '98%', '105%', '100', '0.95')];
      const { mapping, question } = await fractionQuestion(files);
      expect(question).toMatchObject({ proposed: -1, cell: 'B6' });
      expect(question!.text.zh).toContain('（0.95）');
      const decided = changeMapping(mapping, question!.answers[answer]!.changes);
      expect(Value.Check(sheetMapping, decided)).toBe(true);
      const { dataset, report } = await importFiles(files, FOREIGN_INPUTS, { mappings: [own, decided] });
      expect(dataset?.observations.map(({ value }) => value)).toEqual(values);
      expect(dataset?.observations.map(({ remark }) => remark?.zh)).toEqual([undefined, undefined, undefined, said]);
      expect(report.counts?.map(({ code }) => code)).not.toContain('value.maybe-fraction');
    },
  );

  it('are asked about again only when the column looks otherwise by now', async () => {
    const first = await fractionQuestion([roll, year('a.csv', '2024年', '0.75', '0.98', '1.05')]);
    const kept = changeMapping(first.mapping, first.question!.answers[0]!.changes);
    const alike = await fractionQuestion([roll, year('b.csv', '2025年', '0.8', '0.9', '1.2')], [kept]);
    expect(alike.question).toBeUndefined();
    expect(alike.mapping.columns[1]!.fractions).toEqual({ upTo: '5', are: 'shares' });
    const other = await fractionQuestion([roll, year('c.csv', '2025年', '98', '97', '3')], [kept]);
    expect(other.question).toBeUndefined();
    expect(other.mapping.columns[1]!.fractions).toBeUndefined();
    const mixed = await fractionQuestion([roll, year('d.csv', '2025年', '98', '97', '0.9')], [kept]);
    expect(mixed.question).toMatchObject({ cell: 'B5' });
    expect(mixed.mapping.columns[1]!.fractions).toEqual({ upTo: '1.5', are: 'open' });
  });
});

it('takes a row of words such as 任务 and 完成 for the second row of a header', async () => {
  const rows = ['2024年', '单位,粮食,,,参保率', ',任务（吨）,完成（吨）,完成率,', '张村,9,8,89%,97', '王村,9,7,78%,98'];
  const { sheets } = await proposeMapping([roll, file('a.csv', ...rows)], FOREIGN_INPUTS);
  expect(sheets[1]!.mapping).toMatchObject({ header: { first: 2, last: 3 }, data: { first: 4 } });
});

describe('a column that nobody can know', () => {
  const files = [roll, file('a.csv', '2024年', '单位,次数,产量（亩）,参保率', '张村,3,9,97', '王村,4,8,98')];

  it('is not read, and the report says so, until a person says what it is', async () => {
    const { sheets, questions } = await proposeMapping(files, FOREIGN_INPUTS);
    const [own, sheet] = sheets.map(({ mapping }) => mapping);
    expect(questions.map(({ code, cell, proposed }) => `${code} ${cell} ${proposed}`)).toEqual([
      'column.doubtful B2 -1',
      'column.doubtful C2 -1',
    ]);
    const { report } = await importFiles(files, FOREIGN_INPUTS, { mappings: [own!, sheet!] });
    const undecided = report.findings.filter(({ code }) => code === 'column.undecided');
    expect(undecided.map(({ origin }) => `${origin.column}${origin.row}`)).toEqual(['B2', 'C2']);

    const [yield_] = questions[1]!.answers;
    expect(yield_!.text.zh).toBe('“粮食产量”(grain)，数值已经是“吨”');
    const decided = changeMapping(sheet!, yield_!.changes);
    expect(await imported(files, [own!, decided])).toEqual([
      '2024 v1 grain 9',
      '2024 v1 rate 97',
      '2024 v3 grain 8',
      '2024 v3 rate 98',
    ]);
    const not = changeMapping(sheet!, questions[0]!.answers.at(-1)!.changes);
    const { report: said } = await importFiles(files, FOREIGN_INPUTS, { mappings: [own!, not] });
    expect(said.counts).toContainEqual({ code: 'column.undecided', severity: 'note', count: 1 });
  });

  it('is asked about again next year, and one that was decided on is not', async () => {
    const { sheets, questions } = await proposeMapping(files, FOREIGN_INPUTS);
    const kept = changeMapping(sheets[1]!.mapping, questions[0]!.answers.at(-1)!.changes);
    const later = await proposeMapping(files, FOREIGN_INPUTS, { earlier: [kept] });
    expect(later.sheets[1]!.reason).toBe('earlier');
    expect(later.questions.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['column.doubtful C2']);
  });

  it('in a unit that cannot be converted is read when a person says that its figures are in the right one', async () => {
    const odd = [roll, file('a.csv', '2024年', '单位,粮食产量(亩),参保率', '张村,1,97')];
    const { sheets, questions } = await proposeMapping(odd, FOREIGN_INPUTS);
    const [own, sheet] = sheets.map(({ mapping }) => mapping);
    expect(sheet!.columns[1]).toMatchObject({ means: { kind: 'ignore' }, open: true });
    const { answers } = questions.find(({ code }) => code === 'column.unit')!;
    const read = changeMapping(sheet!, answers[0]!.changes);
    expect(await imported(odd, [own!, read])).toEqual(['2024 v1 grain 1', '2024 v1 rate 97']);
  });

  it('leaves the factor of one item behind when it is another', async () => {
    const money = [roll, file('a.csv', '2024年', '单位,村集体收入(万元)', '张村,1')];
    const { sheets } = await proposeMapping(money, FOREIGN_INPUTS);
    const { mapping } = sheets[1]!;
    const means = (item: string) => ({ kind: 'means', column: 1, means: { kind: 'figure', item } }) as const;
    expect(changeMapping(mapping, [means('income')]).columns[1]!.factor).toBe('10000');
    expect(changeMapping(mapping, [means('rate')]).columns[1]!.factor).toBeUndefined();
  });
});

/** How a file in the program's own layout is read. */
function sheetOnly({ name }: FileBytes): SheetMapping {
  const nothing = { fingerprint: '', header: { first: 0, last: 0 }, data: { first: 1, last: null } };
  return { file: name, sheet: '', role: 'own', ...nothing, fixed: {}, columns: [], notApplicable: [], subjects: {} };
}
