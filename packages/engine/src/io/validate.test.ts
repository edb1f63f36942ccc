import { describe, expect, it } from 'vitest';

import { importFiles } from './import.ts';
import { csvFiles, declare, importRows, INPUTS, places, textFile } from './testing/import-fixtures.ts';

/** What one row of observations (row 2 of its file) comes to. */
async function check(row: string) {
  const { dataset, report } = await importRows([row]);
  return { found: places(report.findings), observation: dataset?.observations[0], report };
}

describe('a matter that names a subject', () => {
  const named = { part: 'projects', title: { zh: '项目', en: 'projects' }, among: { group: ['东', '北'] } };
  const inputs = [...INPUTS, declare('share', 'event', { matterNames: named })];
  const read = async (matter: string) => {
    const { dataset, report } = await importFiles(csvFiles(`2024,v1,share,1,,,${matter},,`), inputs);
    return { found: places(report.findings), matter: dataset?.observations[0]?.matter };
  };

  it('is read as ids of subjects are', async () => {
    expect(await read('v1')).toEqual({ found: [], matter: 'v1' });
    expect(await read('Ｖ１')).toEqual({ found: ['matter.form G2'], matter: 'v1' });
    expect(await read('')).toEqual({ found: [], matter: '' });
  });

  it('is accepted, with a note, where it names nobody or a subject of another part', async () => {
    expect(await read('zz')).toEqual({ found: ['matter.unknown-subject G2'], matter: 'zz' });
    expect(await read('0012')).toEqual({ found: ['matter.unknown-subject G2'], matter: '0012' });
  });
});

describe('values of numbers', () => {
  it.each([
    ['12.50', '12.50'],
    ['-3', '-3'],
    ['0', '0'],
    ['NA', 'NA'],
  ])('accepts %s as it is', async (written, read) => {
    const { found, observation } = await check(`2024,v1,grain,${written},,,,,`);
    expect(observation?.value).toBe(read);
    expect(found).toEqual([]);
  });

  it.each([
    ['１２３．５', '123.5', 'value.width'],
    ['－７', '-7', 'value.width'],
    ['\u22127', '-7', 'value.width'],
    ['"1,234.5"', '1234.5', 'value.thousands'],
    ['"１，２３４"', '1234', 'value.thousands'],
    ['"12,345,678"', '12345678', 'value.thousands'],
    [' 5\u3000', '5', 'text.trimmed'],
    ['+5', '5', 'value.number-form'],
    ['.5', '0.5', 'value.number-form'],
    ['5.', '5', 'value.number-form'],
    ['007', '7', 'value.number-form'],
    ['-0', '0', 'value.number-form'],
    ['35 吨', '35', 'value.unit'],
    ['n/a', 'NA', 'value.na'],
    ['不适用', 'NA', 'value.na'],
    ['ＮＡ', 'NA', 'value.na'],
  ])('reads %s as %s and says so', async (written, read, code) => {
    const { found, observation, report } = await check(`2024,v1,grain,${written},,,,,`);
    expect(observation?.value).toBe(read);
    expect(found).toEqual([`${code} D2`]);
    expect(report.findings[0]).toMatchObject({
      severity: 'normalised',
      before: written.replace(/"/g, ''),
      after: read,
    });
  });

  it.each([
    ['abc', 'value.not-a-number'],
    ['12.5.1', 'value.not-a-number'],
    ['"12,34"', 'value.not-a-number'],
    ['"1,2345"', 'value.not-a-number'],
    ['1 234', 'value.not-a-number'],
    ['(5)', 'value.not-a-number'],
    ['-', 'value.not-a-number'],
    ['.', 'value.not-a-number'],
    ['—', 'value.not-a-number'],
    ['NaN', 'value.not-a-number'],
    ['Infinity', 'value.not-a-number'],
    ['0x10', 'value.not-a-number'],
    ['true', 'value.not-a-number'],
    ['1e400', 'value.exponent'],
    ['1.2E+05', 'value.exponent'],
    ['98%', 'value.percent'],
    ['2024-03-05', 'value.date'],
    ['9'.repeat(41), 'value.too-many-digits'],
    ['', 'value.missing'],
  ])('refuses %s', async (written, code) => {
    const { found, observation } = await check(`2024,v1,grain,${written},,,,,`);
    expect(observation).toBeUndefined();
    expect(found).toEqual([`${code} D2`]);
  });

  it('reads 98% as 98 where the unit of the item is %', async () => {
    const { found, observation } = await check('2024,v1,rate,98.5％,,,,,');
    expect(observation?.value).toBe('98.5');
    expect(found).toEqual(['value.percent-unit D2']);
  });

  it('leaves negative and fractional figures to the scheme', async () => {
    expect((await check('2024,v1,petition,-0.5,city,,,,')).observation?.value).toBe('-0.5');
  });
});

describe('limits', () => {
  it.each([
    ['100', []],
    ['0', []],
    ['100.00000000000000000001', ['value.above-limit D2']],
    ['100.1', ['value.above-limit D2']],
    ['-0.00000000000000000001', ['value.below-limit D2']],
  ])('compares a score of %s exactly with 0 and 100', async (written, expected) => {
    expect((await check(`2024,v1,work,${written},,,,,`)).found).toEqual(expected);
  });

  it('does not hold an event that did not happen to the limits of an amount', async () => {
    const inputs = [declare('conceal', 'event', { min: '3', max: '5' })];
    const { report } = await importFiles(csvFiles('2024,v1,conceal,0,,,,,', '2024,v1,conceal,2,,,,,'), inputs);
    expect(places(report.findings)).toEqual(['value.below-limit D3']);
  });
});

describe('NA', () => {
  it('is accepted with a note where the declaration does not provide for it', async () => {
    const { found, observation } = await check('2024,v1,work,NA,,,,,');
    expect(observation?.value).toBe('NA');
    expect(found).toEqual(['value.na-not-provided D2']);
  });

  it('is advised only where the declaration provides for it', async () => {
    const inputs = [
      declare('rate', 'number', { unit: '%' }),
      declare('share', 'number', { unit: '%', mayBeNA: false }),
    ];
    const { report } = await importFiles(
      csvFiles(...['rate', 'share'].flatMap((item) => [`2024,v1,${item},abc,,,,,`, `2024,0012,${item},,,,,,`])),
      inputs,
    );
    expect(report.findings.map(({ remedy }) => remedy.zh.includes('NA'))).toEqual([true, true, false, false]);
  });

  it('of an event or a rating needs no particulars', async () => {
    expect((await check('2024,v1,petition,NA,,,,,')).found).toEqual([]);
    expect((await check('2024,v1,late,0,,,,,')).found).toEqual([]);
    expect((await check('2024,v1,survey,NA,,,,,')).found).toEqual([]);
  });

  it('is a word like others where the vocabulary holds it', async () => {
    const inputs = [declare('venue', 'level', { words: ['好', '不适用'] })];
    const { dataset } = await importFiles(csvFiles('2024,v1,venue,不适用,,,,,'), inputs);
    expect(dataset?.observations[0].value).toBe('不适用');
  });
});

describe('yes and no', () => {
  it.each([
    ['true', 'true', []],
    ['是', 'true', ['value.flag-word D2']],
    ['１', 'true', ['value.flag-word D2']],
    ['Yes', 'true', ['value.flag-word D2']],
    ['TRUE', 'true', ['value.flag-word D2']],
    ['否', 'false', ['value.flag-word D2']],
    ['0', 'false', ['value.flag-word D2']],
  ])('reads %s as %s', async (written, read, expected) => {
    const { found, observation } = await check(`2024,v1,pension,${written},,,,,`);
    expect(observation?.value).toBe(read);
    expect(found).toEqual(expected);
  });

  it('refuses everything else', async () => {
    expect((await check('2024,v1,pension,可能,,,,,')).found).toEqual(['value.flag D2']);
    expect((await check('2024,v1,pension,2,,,,,')).found).toEqual(['value.flag D2']);
  });
});

describe('words', () => {
  it('accepts a word of the vocabulary in another case or width', async () => {
    const { found, observation } = await check('2024,v1,venue,Ｇｏｏｄ,,,,,');
    expect(observation?.value).toBe('good');
    expect(found).toEqual(['value.word-form D2']);
  });

  it('refuses a word outside the vocabulary and suggests the nearest one', async () => {
    const { found, report } = await check('2024,v1,venue,goood,,,,,');
    expect(found).toEqual(['value.word D2']);
    expect(report.findings[0].remedy.en).toBe('Did you mean “good”?');
    expect(report.findings[0].message.zh).toContain('good、fair、poor');
  });

  it('suggests the word whose title was written', async () => {
    const categoryTitles = { city: { zh: '市级', en: 'City level' } };
    const inputs = [declare('petition', 'event', { categories: ['city', 'province'], categoryTitles })];
    const { report } = await importFiles(csvFiles('2024,v1,petition,1,市级,,,,'), inputs);
    expect(places(report.findings)).toEqual(['category.unknown E2']);
    expect(report.findings[0].remedy.zh).toBe('是否应为“city”？');
  });

  it('takes any word where the level has no vocabulary', async () => {
    const { dataset } = await importFiles(csvFiles('2024,v1,overall,总体较好,,,,,'), [declare('overall', 'level')]);
    expect(dataset?.observations[0].value).toBe('总体较好');
  });

  it('refuses a category outside the vocabulary, and a missing one where it is needed', async () => {
    expect((await check('2024,v1,petition,1,town,,,,')).found).toEqual(['category.unknown E2']);
    expect((await check('2024,v1,petition,1,,,,,')).found).toEqual(['category.missing E2']);
    expect((await check('2024,v1,petition,1,City ,,,,')).found).toEqual(['category.form E2']);
  });
});

describe('subjects, items and periods', () => {
  it('refuses an unknown subject and suggests the id of the name that was written', async () => {
    const { found, report } = await check('2024,李村,grain,1,,,,,');
    expect(found).toEqual(['subject.unknown B2']);
    expect(report.findings[0].remedy.en).toContain('“0012”');
  });

  it('keeps leading zeros of an id and suggests them where they were lost', async () => {
    expect((await check('2024,0012,grain,1,,,,,')).observation?.subject).toBe('0012');
    const { found, report } = await check('2024,12,grain,1,,,,,');
    expect(found).toEqual(['subject.unknown B2']);
    expect(report.findings[0].remedy.zh).toContain('“0012”');
  });

  it('finds a subject written in another width or with spaces', async () => {
    const { found, observation } = await check('2024,Ｖ１ ,grain,1,,,,,');
    expect(observation?.subject).toBe('v1');
    expect(found).toEqual(['subject.form B2']);
  });

  it('refuses the second row of a subject that is listed twice, and says where the first is', async () => {
    const subjects = textFile('subjects.csv', 'subject,name\nv1,张村\nv2,李村\nv1,王村\n');
    const { dataset, report } = await importFiles([subjects, csvFiles()[1]], INPUTS);
    expect(dataset?.subjects.map(({ name }) => name)).toEqual(['张村', '李村']);
    expect(report.subjects).toEqual({ read: 3, accepted: 2, refused: 1 });
    expect(places(report.findings.slice(0, 1))).toEqual(['subject.twice A4']);
    expect(report.findings[0].message.en).toContain('row 2');
  });

  it('refuses an unknown item and suggests the nearest one, or the one with that title', async () => {
    const slip = await check('2024,v1,grian,1,,,,,');
    expect(slip.found).toEqual(['item.unknown C2']);
    expect(slip.report.findings[0].remedy.en).toBe('Did you mean “grain”?');
    const title = await check('2024,v1,粮食产量,1,,,,,');
    expect(title.report.findings[0].remedy.en).toBe('Did you mean “grain”?');
    const strange = await check('2024,v1,zzzzzzzz,1,,,,,');
    expect(strange.report.findings[0].remedy.en).toContain('Correct the item id');
  });

  it('accepts every item of a declared family', async () => {
    expect((await check('2024,v1,key.students,1,,,,,')).observation?.item).toBe('key.students');
    expect((await check('2024,v1,key.,1,,,,,')).found).toEqual(['item.unknown C2']);
  });

  it('asks the most exact family, whose star may stand anywhere', async () => {
    const inputs = [declare('*', 'number'), declare('dev.*.plan', 'level', { words: ['x'] })];
    const { dataset } = await importFiles(csvFiles('2024,v1,dev.roads.plan,x,,,,,', '2024,v1,other,5,,,,,'), inputs);
    expect(dataset?.observations.map(({ value }) => value)).toEqual(['x', '5']);
  });

  it('refuses rows without period, subject or item, and says everything that is wrong with a row at once', async () => {
    expect((await check(',,,5,,,,,')).found).toEqual(['period.missing A2', 'subject.missing B2', 'item.missing C2']);
  });
});

describe('periods', () => {
  it.each([
    ['2024年', '2024'],
    ['２０２４', '2024'],
    ['2024Q1', '2024-Q1'],
    ['2024年第三季度', '2024-Q3'],
    ['2024年4季度', '2024-Q4'],
    ['2024上半年', '2024-H1'],
    ['2024-h2', '2024-H2'],
    ['2024-3', '2024-03'],
    ['2024/03', '2024-03'],
    ['2024年3月', '2024-03'],
  ])('reads %s as %s and says so', async (written, read) => {
    const { found, observation } = await check(`${written},v1,grain,1,,,,,`);
    expect(observation?.period).toBe(read);
    expect(found).toEqual(['period.rewritten A2']);
  });

  it.each(['24', '2024-13', '2024-Q5', '2024-H3', '2024-03-05', '2024.10', '2023-2024', '20243', 'Q1'])(
    'refuses %s',
    async (written) => {
      expect((await check(`${written},v1,grain,1,,,,,`)).found).toEqual(['period.form A2']);
    },
  );
});

describe('periods of an item that is delivered per quarter', () => {
  const perQuarter = declare('grain', 'number', { periods: ['quarter'] });

  it('are quarters', async () => {
    for (const [period, found] of [
      ['2024-Q1', []],
      ['2024', ['period.kind A2']],
      ['2024-03', ['period.kind A2']],
    ] as const) {
      const { report } = await importFiles(csvFiles(`${period},v1,grain,1,,,,,`), [perQuarter]);
      expect(places(report.findings)).toEqual(found);
    }
  });
});

describe('dates', () => {
  it.each([
    ['2024-3-5', '2024-03-05'],
    ['2024/03/05', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024-03-05 08:30', '2024-03-05'],
    ['45356', '2024-03-05'],
  ])('reads %s as %s and says so', async (written, read) => {
    const { found, observation } = await check(`2024,v1,late,1,,,m1,${written},`);
    expect(observation?.date).toBe(read);
    expect(found).toEqual(['date.rewritten H2']);
  });

  it.each(['2024-02-30', '2024-13-01', '3/5/2024', 'yesterday', '2024-3/5', '2024'])('refuses %s', async (written) => {
    expect((await check(`2024,v1,late,1,,,m1,${written},`)).found).toEqual(['date.form H2']);
  });

  it('knows leap years', async () => {
    expect((await check('2024,v1,late,1,,,m1,2024-02-29,')).found).toEqual([]);
    expect((await check('2024,v1,late,1,,,m1,2023-02-29,')).found).toEqual(['date.form H2']);
  });
});

describe('particulars that must be there', () => {
  it.each([
    ['a date', '2024,v1,late,1,,,m1,,', 'date.missing H2'],
    ['a matter', '2024,v1,late,1,,,,2024-03-05,', 'matter.missing G2'],
    ['an amount', '2024,v1,fine,,,,,,', 'value.missing D2'],
    ['a rater', '2024,v1,ballot,好,,,,,', 'rater.missing F2'],
    ['a class of rater', '2024,v1,survey,90,,r1,,,', 'category.missing E2'],
  ])('refuses a row without %s', async (_, row, expected) => {
    expect((await check(row)).found).toEqual([expected]);
  });

  it('takes an event without a value for one occurrence', async () => {
    expect((await check('2024,v1,petition,,city,,,,')).observation?.value).toBe('');
  });
});

describe('two rows for one figure', () => {
  it.each([
    ['number', 'grain', '1', '2'],
    ['score', 'work', '1', '1'],
    ['flag', 'pension', '是', '否'],
    ['level', 'venue', 'good', 'NA'],
  ])('of a %s: the first stays, all later ones are refused', async (_, item, first, later) => {
    const rows = [first, later, later].map((value) => `2024,v1,${item},${value},,,,,`);
    const { dataset, report } = await importRows(rows);
    expect(dataset?.observations).toHaveLength(1);
    expect(report.observations).toEqual({ read: 3, accepted: 1, refused: 2 });
    const repeated = report.findings.filter(({ code }) => code === 'row.repeated');
    expect(places(repeated)).toEqual(['row.repeated D3', 'row.repeated D4']);
    expect(repeated[1].message.en).toContain('row 2');
  });

  it('in another file is named with that file', async () => {
    const files = [
      ...csvFiles('2024,v1,grain,1,,,,,'),
      textFile('b.csv', 'period,subject,item,value\n2024,v1,grain,2'),
    ];
    const { report } = await importFiles(files, INPUTS);
    expect(report.findings.map(({ message }) => message.zh)).toEqual([
      '同一期间、对象、指标已在 observations.csv › D2 给出（1）；以先出现的为准。',
    ]);
  });

  it('are told apart by period, subject and item', async () => {
    const { report } = await importRows([
      '2024,v1,grain,1,,,,,',
      '2023,v1,grain,1,,,,,',
      '2024,0012,grain,1,,,,,',
      '2024,v1,key.a,1,,,,,',
    ]);
    expect(report.findings).toEqual([]);
  });

  it('are seen under different spellings', async () => {
    const { report } = await importRows(['2024,v1,grain,1,,,,,', '2024年,Ｖ１,GRAIN,1,,,,,']);
    expect(report.observations.refused).toBe(1);
  });

  it('are no conflict when the first one was refused', async () => {
    const { dataset } = await importRows(['2024,v1,grain,abc,,,,,', '2024,v1,grain,5,,,,,']);
    expect(dataset?.observations.map(({ value }) => value)).toEqual(['5']);
  });

  it('of one rater are refused, in the same class and in another', async () => {
    const { report } = await importRows([
      '2024,v1,survey,90,群众,r1,,,',
      '2024,v1,survey,80,群众,r1,,,',
      '2024,v1,survey,70,领导,r1,,,',
      '2024,v1,survey,60,领导,r2,,,',
      '2024,0012,survey,50,群众,r1,,,',
    ]);
    expect(places(report.findings)).toEqual(['rater.twice F3', 'rater.twice F4']);
    expect(report.observations).toEqual({ read: 5, accepted: 3, refused: 2 });
  });

  it('of events are two events', async () => {
    const { report } = await importRows(['2024,v1,petition,1,city,,,,', '2024,v1,petition,1,city,,,,']);
    expect(report.observations.accepted).toBe(2);
  });

  it('of anonymous ballots cannot be told apart and are accepted where no rater is asked for', async () => {
    const inputs = [declare('ballot', 'rating', { words: ['好'], needsRater: false })];
    const { dataset } = await importFiles(csvFiles('2024,v1,ballot,好,,,,,', '2024,v1,ballot,好,,,,,'), inputs);
    expect(dataset?.observations).toHaveLength(2);
  });
});

describe('a number of an item in % that looks like a share of one', () => {
  const rates = (...cells: readonly string[]) =>
    importFiles(
      [
        textFile('subjects.csv', ['subject', ...cells.map((_, at) => `v${at}`)].join('\n')),
        textFile(
          'observations.csv',
          ['period,subject,item,value', ...cells.map((cell, at) => `2024,v${at},rate,${cell}`)].join('\n'),
        ),
      ],
      INPUTS,
    );

  it('is read as it stands, with a note at the one that sticks out', async () => {
    const { dataset, report } = await rates('98%', '97', '0.95', '100', '1.05%');
    expect(dataset?.observations.map(({ value }) => value)).toEqual(['98', '97', '0.95', '100', '1.05']);
    const [note, ...more] = report.findings.filter(({ code }) => code === 'value.maybe-fraction');
    expect(more).toEqual([]);
    expect(note).toMatchObject({ severity: 'note', origin: { row: 4, column: 'D' } });
    expect(note!.message.zh).toContain('“0.95”像是小数：按 0.95% 读入，不是 95%');
  });

  it('has one note where all do', async () => {
    const { report } = await rates('0.75', '0.98', '1.05');
    const notes = report.findings.filter(({ code }) => code === 'value.maybe-fraction');
    expect(notes.map(({ message }) => message.zh)).toEqual([
      '指标“rate”的单位是 %，表中的数却都像小数：0.75 按 0.75% 读入，不是 75%，其余类推。',
    ]);
  });

  it('is none among small ones', async () => {
    expect(places((await rates('5.2', '0.8', '3.1')).report.findings)).not.toContain('value.maybe-fraction D3');
  });
});
