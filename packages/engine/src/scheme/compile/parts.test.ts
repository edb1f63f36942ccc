import { describe, expect, it } from 'vitest';
import { faultsOf, row, score, scoreFault, subject } from '../../score/testing/score-text.ts';

const UNITS = [
  subject('s1', { type: '校', group: '东' }),
  subject('s2', { type: '校', group: '东' }),
  subject('t1', { type: '师', group: 's1' }),
  subject('t2', { type: '师', group: 's1' }),
  subject('t3', { type: '师', group: 's2' }),
];

const SCHOOLS = `
inputs: { n: { kind: number, NA: true }, m: { kind: number } }
parts:
  - part: teachers
    subjects: { type: 师 }
    period: year
    belongs to: group
    results:
      - { id: total, formula: n }
      - { id: of.school, formula: schools.budget / 2 }
      - { id: share, formula: total / sum(peers.total) }
      - { id: above, formula: total > mean(all.total) }
  - part: schools
    subjects: { type: 校 }
    period: year
    takes part: { members of: teachers }
    results:
      - { id: budget, formula: m }
      - { id: staff, formula: count(teachers) }
      - { id: good, formula: 'count(teachers[total >= 90])' }
      - { id: sum, formula: sum(teachers.total) }
      - { id: mean, formula: mean(teachers.total) }
      - { id: best, formula: max(teachers.total) }
`;
const ROWS = ['2024 t1 n 90', '2024 t2 here 1', '2024 t3 n 60', '2024 s1 m 8', '2025 t1 n 70'];

describe('two parts that belong together', () => {
  const found = score(SCHOOLS, { rows: ROWS, units: UNITS });

  it('are scored each for itself, and a holder takes part with its members', () => {
    expect(found.column('total')).toBe('90 missing 60');
    expect(found.column('staff')).toBe('2 1');
    expect(found.figure('s1', 'staff', '2025')).toBe('1');
    expect(found.figure('s2', 'staff', '2025')).toBe('no cell');
  });

  it('draw figures of members together: a missing one counts 0', () => {
    expect(found.column('good')).toBe('1 0');
    expect(found.column('sum')).toBe('90 60');
    expect(found.column('mean')).toBe('45 60');
    expect(found.column('best')).toBe('90 60');
  });

  it('read the figure of the holder, counted as 0 where it is missing', () => {
    expect(found.column('of.school')).toBe('4 4 0'); // the budget of s2 is missing and counts 0;
  });

  it('look at peers of the group and at everybody', () => {
    expect(found.column('share')).toBe('1 0 1');
    expect(found.column('above')).toBe('true false true'); // the mean is 50
  });

  it('leave NA out of what is drawn together', () => {
    const other = score(SCHOOLS, { rows: ['2024 t1 n 90', '2024 t2 n NA', '2024 t3 n NA'], units: UNITS });
    expect(other.column('mean')).toBe('90 missing');
    expect(other.column('sum')).toBe('90 0');
    expect(other.column('best')).toBe('90 missing');
  });
});

describe('a figure of another part', () => {
  it('that has a fault is reported there alone', () => {
    const faulty = SCHOOLS.replace('formula: m }', 'formula: mm }');
    expect(faultsOf(faulty)).toEqual(['formula.unknown-name mm']);
  });

  it('can be asked for before it counts as 0', () => {
    const asking = SCHOOLS.replace('schools.budget / 2', 'if missing(schools.budget) then 9 else 1');
    expect(score(asking, { rows: ROWS, units: UNITS }).column('of.school')).toBe('1 1 9');
  });
});

describe('parts of different periods', () => {
  const scheme = `
inputs: { n: { kind: number }, late: { kind: event } }
parts:
  - part: quarters
    period: quarter
    results:
      - { id: mark, formula: n }
      - { id: change, formula: mark - previous(mark), if missing: NA }
      - { id: lates, formula: sum(late) }
      - { id: share, formula: mark / years.sum }
  - part: years
    period: year
    results:
      - { id: sum, formula: sum(quarters.mark) }
      - { id: late, formula: sum(late) }
      - { id: last, formula: previous(sum) }
`;
  const rows = [
    '2024-Q1 a n 10',
    '2024-Q2 a n 14',
    '2024-Q4 a n 6',
    '2025-Q1 a n 8',
    '2024-05 a late 2',
    '2024 a late',
  ];
  const found = score(scheme, { rows });

  it('draw quarters together to a year', () => {
    expect(found.figure('a', 'sum')).toBe('30');
    expect(found.figure('a', 'sum', '2025')).toBe('8');
    expect(found.figure('a', 'share', '2024-Q1')).toBe('0.333333333333');
  });

  it('read events in the period they lie in, and in coarser ones', () => {
    expect(found.figure('a', 'late')).toBe('3');
    expect(found.figure('a', 'lates', '2024-Q2')).toBe('2');
    expect(found.figure('a', 'lates', '2024-Q1')).toBe('0');
  });

  it('look back by one period of their own, across the turn of the year, and not over a gap', () => {
    expect(found.figure('a', 'change', '2024-Q2')).toBe('4');
    expect(found.figure('a', 'change', '2024-Q1')).toBe('NA');
    expect(found.figure('a', 'change', '2024-Q4')).toBe('NA');
    expect(found.figure('a', 'change', '2025-Q1')).toBe('2');
    expect(found.figure('a', 'last', '2025')).toBe('30');
    expect(found.figure('a', 'last')).toBe('missing');
  });
});

describe('the part of everybody', () => {
  const scheme = `
inputs: { n: { kind: number }, visit: { kind: event } }
parts:
  - { part: villages, period: year, results: [{ id: total, formula: n }, { id: gap, formula: whole.best - total }] }
  - { part: whole, subjects: ALL, period: year, results: [{ id: best, formula: max(villages.total) }, { id: visits, formula: sum(visit) }] }
`;
  it('has one subject, reads the rows of all, and is a holder of each', () => {
    const found = score(scheme, { rows: ['2024 a n 3', '2024 b n 5', '2024 a visit 2', '2024 b visit'] });
    expect(found.figure('ALL', 'best')).toBe('5');
    expect(found.figure('ALL', 'visits')).toBe('3');
    expect(found.column('gap')).toBe('2 0');
  });
});

describe('the only subject of a part', () => {
  const scheme = `
inputs: { n: { kind: number }, pool: { kind: number } }
parts:
  - part: staff
    subjects: { type: 师 }
    belongs to: { part: company, by: everybody }
    period: year
    results: [{ id: share, formula: company.pool * n / company.sum }, { id: n, formula: input.n }]
  - part: company
    subjects: { type: 校 }
    period: year
    takes part: { also members of: staff }
    results: [{ id: sum, formula: sum(staff.n) }, { id: pool, formula: input.pool }]
`;
  const rows = ['2024 t1 n 3', '2024 t2 n 1', '2024 s1 pool 8', '2025 t3 n 5'];
  const one = UNITS.filter(({ id }) => id !== 's2');

  it('is the holder of everybody, whatever their columns say', () => {
    const found = score(scheme, { rows, units: one });
    expect(found.column('share')).toBe('6 2');
    expect(found.figure('s1', 'sum')).toBe('4');
    expect(found.figure('s1', 'sum', '2025')).toBe('5'); // takes part because t3 does
  });

  it('is nobody where the subjects table has none', () => {
    const nobody = { rows: ['2024 t1 n 3'], units: UNITS.filter(({ id }) => id === 't1') };
    expect(score(scheme, nobody).column('share')).toBe('missing');
  });

  it('stops the scoring where there are several', () => {
    expect(scoreFault(scheme, { rows, units: UNITS })).toMatch(/^score\.several-holders/);
  });

  it('is not looked for in a column as well', () => {
    const both = scheme.replace('by: everybody', 'by: everybody, equals: group');
    expect(faultsOf(both)).toEqual(['parts.equals group']);
  });
});

describe('who takes part', () => {
  it('can be said by items, and by columns of the subjects table', () => {
    const scheme =
      'takes part: { items: [mark.*] }\ninputs: { mark.x: { kind: number }, y: { kind: number } }\nresults: [{ id: r, formula: mark.x }]\n';
    expect(score(scheme, { rows: ['2024 a y 1', '2024 b mark.x 2'] }).column('r')).toBe('2');
    const chosen = 'subjects: { type: [校, 院] }\ninputs: { n: { kind: number } }\nresults: [{ id: r, formula: n }]\n';
    expect(score(chosen, { rows: ROWS, units: UNITS }).column('r')).toBe('missing');
  });
});

describe('taking part with others', () => {
  const scheme = (takesPart: string) => `
inputs: { n: { kind: number } }
parts:
  - { part: teachers, subjects: { type: 师 }, period: year, belongs to: group, results: [{ id: total, formula: n }] }
  - { part: schools, subjects: { type: 校 }, period: year, takes part: { ${takesPart} }, results: [{ id: staff, formula: count(teachers) }] }
`;
  const staff = (takesPart: string) =>
    score(scheme(takesPart), { rows: ['2024 t1 n 1', '2025 s2 n 1'], units: UNITS }).column('staff');

  it('is by members alone, by rows as well, or whenever anybody does', () => {
    expect(staff('members of: teachers')).toBe('1');
    expect(staff('also members of: teachers')).toBe('1');
    expect(staff('whenever anybody of: teachers')).toBe('1 0');
    const also = score(scheme('also members of: teachers'), { rows: ['2024 t1 n 1', '2024 s2 n 1'], units: UNITS });
    expect(also.column('staff')).toBe('1 0');
    const members = score(scheme('members of: teachers'), { rows: ['2024 t1 n 1', '2024 s2 n 1'], units: UNITS });
    expect(members.column('staff')).toBe('1');
  });
});

describe('parts that cannot be joined', () => {
  const parts = (a: string, b: string) => `inputs: { n: { kind: number } }\nparts:\n  - { ${a} }\n  - { ${b} }\n`;
  const teachers = 'part: teachers, subjects: { type: 师 }, period: year, results: [{ id: total, formula: n }]';

  it.each([
    [
      'neither says to whom it belongs',
      'part: schools, subjects: { type: 校 }, period: year, results: [{ id: x, formula: count(teachers) }]',
      'parts.unrelated',
    ],
    [
      'one takes part with members it does not have',
      'part: schools, subjects: { type: 校 }, period: year, takes part: { members of: teachers }',
      'parts.unrelated',
    ],
    [
      'one names a part that is not there',
      'part: schools, subjects: { type: 校 }, period: year, takes part: { members of: pupils }',
      'parts.unknown',
    ],
    ['both have one name', 'part: teachers, period: year, results: [{ id: total, formula: n }]', 'part.twice'],
  ])('are refused where %s', (_, other, code) => {
    expect(faultsOf(parts(teachers, other)).map((fault) => fault.split(' ')[0])).toEqual([code]);
  });

  it('are refused where nobody would take part because those who belong are taken for those they belong to', () => {
    const school = 'part: schools, subjects: { type: 校 }, period: year, results: [{ id: x, formula: n }]';
    const teacher = 'part: teachers, subjects: { type: 师 }, period: year, belongs to: group';
    const results = 'results: [{ id: total, formula: n }]';
    const codes = (a: string, b: string) => faultsOf(parts(a, b)).map((fault) => fault.split(' ')[0]);
    expect(codes(`${teacher}, takes part: { members of: schools }, ${results}`, school)).toEqual(['parts.unrelated']);
    expect(codes(`${teacher}, takes part: { holders of: schools }, ${results}`, school)).toEqual([]);
    const county = (rule: string) =>
      `part: county, subjects: ALL, period: year, takes part: { ${rule} }, results: [{ id: x, formula: count(teachers) }]`;
    expect(codes(teachers, county('holders of: teachers'))).toEqual(['parts.unrelated']);
    expect(codes(teachers, county('members of: teachers'))).toEqual([]);
  });

  it('are refused where both go without a name', () => {
    const nameless = 'period: year, results: [{ id: x, formula: n }]';
    expect(faultsOf(parts(nameless, nameless))[0]).toMatch(/^part\.twice/);
  });
});

describe('rows of sub-periods', () => {
  it('of an input with one value count only in their own period', () => {
    const scheme =
      'inputs: { n: { kind: number }, e: { kind: event } }\nresults: [{ id: n, formula: n }, { id: e, formula: sum(e) }]\n';
    const found = score(scheme, { rows: ['2024-03 a n 5', row('2024-03 a e 5')] });
    expect(found.column('n')).toBe('missing');
    expect(found.column('e')).toBe('5');
  });
});

describe('rows that say something', () => {
  const scheme = `
inputs:
  n: { kind: number, NA: true }
  late: { kind: event, NA: true }
period: year
takes part: { given: true }
results:
  - { id: x, formula: if applies(late) then 1 else 0 }
`;

  it('make a subject take part, rows of NA and events of 0 do not', () => {
    const rows = ['2024 a n NA', '2024 b n 0', '2024 c late 0', '2024 d late NA', '2024 e late'];
    expect(score(scheme, { rows }).column('x')).toBe('1 1');
  });

  it('tell an event that does not apply from one that did not happen', () => {
    const all = scheme.replace('takes part: { given: true }', '');
    const rows = ['2024 a late NA', '2024 b late NA', '2024 b late', '2024 c late 0', '2024 d n 1'];
    expect(score(all, { rows }).column('x')).toBe('0 1 1 1');
  });
});

describe('ways to belong to other parts', () => {
  const WAYS = `
inputs: { n: { kind: number, NA: true }, k: { kind: number }, here: { kind: event } }
parts:
  - part: offices
    subjects: { type: 科 }
    belongs to: { part: town, by: parent }
    period: year
    results:
      - { id: y, formula: n }
      - { id: heads, formula: count(people) }
  - part: town
    subjects: { type: 镇 }
    period: year
    results:
      - { id: k, formula: input.k }
      - { id: all, formula: count(people) }
  - part: people
    subjects: { type: 人 }
    period: year
    belongs to:
      - { part: offices, by: depts, list: ';' }
      - { part: town, by: parent, then: parent }
    takes part: { holders of: offices }
    results:
      - { id: mean, formula: mean(offices.y) }
      - { id: good, formula: 'count(offices[y > 1])' }
      - { id: of.town, formula: town.k }
`;
  const units = [
    subject('t', { type: '镇' }),
    subject('o1', { type: '科', parent: 't' }),
    subject('o2', { type: '科', parent: 't' }),
    subject('o3', { type: '科' }),
    subject('p', { type: '人', depts: 'o1; o2 ;o1', parent: 'o1' }),
    subject('q', { type: '人', depts: 'o2', parent: 'o3' }),
    subject('r', { type: '人', depts: 'o3' }),
    subject('s', { type: '人', depts: '' }),
  ];
  const found = score(WAYS, {
    rows: ['2024 o1 n 1', '2024 o2 n 4', '2024 t k 7', '2024 r here', '2025 o3 n NA'],
    units,
  });

  it('find several holders whose ids stand in one cell, each once', () => {
    expect(found.figure('p', 'mean')).toBe('2.5');
    expect(found.figure('p', 'good')).toBe('1');
    expect(found.figure('q', 'mean')).toBe('4');
  });

  it('count a member with each of its holders', () => {
    expect(found.figure('o1', 'heads')).toBe('1');
    expect(found.figure('o2', 'heads')).toBe('2');
  });

  it('go on over the subject that is named', () => {
    expect(found.figure('p', 'of.town')).toBe('7');
    expect(found.figure('q', 'of.town')).toBe('missing'); // o3 belongs to nobody
    expect(found.figure('t', 'all')).toBe('1');
  });

  it('let those take part whose holder does, whatever rows they have', () => {
    expect(found.figure('r', 'mean')).toBe('no cell');
    expect(found.figure('s', 'mean')).toBe('no cell');
    expect(found.figure('r', 'mean', '2025')).toBe('missing'); // the only figure does not apply
    expect(found.figure('p', 'mean', '2025')).toBe('no cell');
  });

  it('say so where nobody is found', () => {
    const { steps } = found.explain({ subject: 'q', node: 'of.town' });
    expect(steps.map(({ applied, reason }) => [applied, reason.en])).toEqual([
      [false, 'Nobody concerned takes part and meets the condition'],
    ]);
  });

  it('lead to those below in the same part', () => {
    const staff = `
inputs: { n: { kind: number } }
parts:
  - part: staff
    period: year
    belongs to: { part: staff, by: parent }
    registers: { below: { of: n, members of: staff } }
    results:
      - { id: y, formula: n }
      - { id: sum, formula: sum(staff.y) }
      - { id: rows, formula: count(below) }
`;
    const people = [subject('a'), subject('b', { parent: 'a' }), subject('c', { parent: 'a' })];
    const result = score(staff, { rows: ['2024 a n 1', '2024 b n 2', '2024 c n 4'], units: people });
    expect([result.column('sum'), result.column('rows')]).toEqual(['6 0 0', '2 0 0']);
  });

  it('can shut periods in which nobody of another part takes part', () => {
    const years = `
inputs: { n: { kind: number }, closing: { kind: number } }
parts:
  - { part: closing, subjects: ALL, period: year, takes part: { own period only: true }, results: [{ id: here, formula: 'true' }] }
  - { part: main, period: year, takes part: { only when anybody of: closing }, results: [{ id: there, formula: 'true' }] }
`;
    const result = score(years, { rows: ['2024-Q1 a n 1', '2025-Q1 a n 1', '2025 b closing 1'], units: ['a', 'b'] });
    expect([result.column('there'), result.column('there', '2025')]).toEqual(['', 'true true']);
  });
});

describe('a way to belong to another part', () => {
  const withWay = (way: string) => `
parts:
  - { part: a, subjects: { type: 甲 }, period: year, belongs to: ${way}, results: [{ id: x, formula: '1' }] }
  - { part: b, subjects: { type: 乙 }, period: year, results: [{ id: y, formula: '1' }] }
`;

  it.each([
    ["{ part: b, by: group, equals: group, list: ';' }", 'parts.equals '],
    ['{ part: b, by: group, equals: group, then: parent }', 'parts.equals '],
    ['[{ part: b, by: group }, { part: b, by: parent }]', 'parts.twice '],
    ['{ part: c, by: parent }', 'parts.unknown '],
  ])('is refused where it passes something over: %s', (way, code) => {
    expect(faultsOf(withWay(way)).map((fault) => fault.slice(0, code.length))).toEqual([code]);
  });
});

describe('rows of those who belong to one', () => {
  const PEOPLE = [
    subject('boss', {}),
    subject('a', { parent: 'boss' }),
    subject('b', { parent: 'boss' }),
    subject('c', { parent: 'a' }),
  ];
  const SCHEME = `
inputs:
  slip: { kind: event }
  cover: { kind: event, needs: [matter] }
parts:
  - part: people
    period: year
    belongs to: { part: people, by: parent }
    registers:
      slips: { of: slip, order: date, number per: all, fields: { cost: 'if number = 1 then value else 2 * value' } }
      covers: { rows: [{ row: cover, marks: 'sum(people.slips.cost[matter = own.matter])' }], once per: matter, keep: first }
    results:
      - { id: own, formula: sum(slips.cost) }
      - { id: below, formula: sum(people.own) }
      - { id: staff, formula: count(people) }
      - { id: rows, formula: 'count(people.slip[value > 1])' }
      - { id: all.cost, formula: sum(people.slips.cost) }
      - { id: answers, earn: [{ from: covers }] }
`;
  const slip = (who: string, value: string, matter: string, date: string) =>
    row(`2024 ${who} slip ${value}`, { matter, date });
  const rows = [
    row('2024 boss cover 1', { matter: 'm' }),
    row('2024 boss cover 1', { matter: 'm' }),
    row('2024 boss cover 1', { matter: 'n' }),
    slip('a', '1', 'x', '2024-01-01'),
    slip('a', '3', 'm', '2024-02-01'),
    slip('b', '5', 'm', '2024-03-01'),
    slip('c', '9', 'm', '2024-03-01'),
  ];
  const found = score(SCHEME, { rows, units: PEOPLE });

  it('are seen as these see them, of one level alone', () => {
    expect(found.column('own')).toBe('0 7 5 9');
    expect(found.column('below')).toBe('12 9 0 0');
    expect(found.column('staff')).toBe('2 1 0 0');
    expect(found.column('rows')).toBe('2 1 0 0');
    expect(found.column('all.cost')).toBe('12 9 0 0');
  });

  it('are found from a row by an equal field, and listed by the explanation', () => {
    expect(found.column('answers')).toBe('11 0 0 0');
    const { inputs } = found.explain({ subject: 'boss', node: 'answers' });
    expect(
      inputs.map(({ item, rows: read }) => [item, ...read.map(({ subject: who, used }) => `${who} ${used}`)]),
    ).toEqual([
      ['cover', 'boss true', 'boss false', 'boss true'],
      ['slip', 'a true', 'b true'],
    ]);
  });
});

describe('an item that two parts read by different periods', () => {
  const scheme = `
inputs: { n: { kind: number } }
parts:
  - part: quarters
    period: quarter
    results:
      - { id: now, formula: n }
  - part: years
    period: year
    takes part: { members of: quarters }
    results:
      - { id: whole, formula: n }
      - { id: before, formula: max(earlier(n)) }
      - { id: three, formula: 'sum(recent(n, 3))' }
      - { id: so.far, formula: count(year to date(n)) }
`;
  const rows = ['2023-Q2 a n 70', '2023 a n 20', '2024-Q1 a n 90', '2024 a n 5'];

  it('has in each the values of its own periods, also where it looks back', () => {
    const found = score(scheme, { rows });
    expect(found.figure('a', 'now', '2024-Q1')).toBe('90');
    expect(['whole', 'before', 'three', 'so.far'].map((node) => found.figure('a', node))).toEqual([
      '5',
      '20',
      '25',
      '1',
    ]);
  });
});

describe('a value of a coarser period', () => {
  const scheme = `
inputs: { plan: { kind: number, per: year }, done: { kind: number } }
parts:
  - part: quarters
    period: quarter
    results:
      - { id: last, formula: previous(plan) }
`;

  it('was a period earlier that of the period around', () => {
    const found = score(scheme, { rows: ['2023 a plan 8', '2024 a plan 9', '2024-Q1 a done 1', '2024-Q2 a done 1'] });
    expect(found.figure('a', 'last', '2024-Q1')).toBe('8');
    expect(found.figure('a', 'last', '2024-Q2')).toBe('9');
  });
});

describe('the part of everybody', () => {
  const scheme = (result: string, takesPart = '') => `
inputs: { n: { kind: number }, m: { kind: number }, late: { kind: event } }
attributes: { heads: { kind: number } }
parts:
  - part: units
    subjects: { type: 校 }
    period: year
    results: [{ id: total, formula: n, if missing: 0 }]
  - part: town
    subjects: ALL
    period: year
    ${takesPart}
    results:
      - { id: all, formula: '${result}' }
`;
  const rows = ['2024 s1 n 3', '2024 s2 n 4', '2024 s2 m 7', '2024 s1 late 2', '2024 s2 late 1'];

  it('is one subject, also whenever anybody of another part takes part', () => {
    const found = score(scheme('sum(units.total)', 'takes part: { whenever anybody of: units }'), {
      rows,
      units: UNITS,
    });
    expect(found.figure('ALL', 'all')).toBe('7');
    expect(found.figure('s1', 'all')).toBe('no cell');
  });

  it('has the rows of all, and a value that one subject alone delivers', () => {
    expect(score(scheme('sum(late)'), { rows, units: UNITS }).figure('ALL', 'all')).toBe('3');
    expect(score(scheme('m'), { rows, units: UNITS }).figure('ALL', 'all')).toBe('7');
  });

  it('does not choose among the values of several', () => {
    expect(scoreFault(scheme('n'), { rows, units: UNITS })).toBe('score.several-values 2024 ALL all');
  });

  it('has no attributes of its own: they are missing', () => {
    expect(score(scheme('heads + 1'), { rows, units: UNITS }).figure('ALL', 'all')).toBe('missing');
  });
});
