import { describe, expect, it } from 'vitest';
import { faultsOf, figure, row, score, subject } from '../../score/testing/score-text.ts';

const INPUTS = `
inputs:
  plus: { kind: event, categories: [high, low] }
  extra: { kind: event }
  ballot: { kind: rating, words: [好, 差] }
`;
const scheme = (register: string, formula: string) => `${INPUTS}
registers:
  list: { ${register} }
results:
  - { id: x, formula: '${formula}' }
`;
const plus = (value: string, fields: Parameters<typeof row>[1] = {}, period = '2024') =>
  row(`${period} a plus ${value}`, { category: 'low', ...fields });

describe('a register', () => {
  const lines = 'rows: [{ each: plus, by: { high: 5, low: 1 } }, { row: extra, marks: 2, times: value }]';

  it('gives each row its marks by the first line that takes it', () => {
    const rows = [plus('2'), plus('1', { category: 'high' }), row('2024 a extra 3'), row('2024 a extra 0')];
    expect(figure(scheme(lines, 'sum(list)'), 'x', ...rows)).toBe('13');
    expect(figure(scheme(lines, 'count(list[marks > 4])'), 'x', ...rows)).toBe('2');
    expect(figure(scheme(lines, 'sum(list.value[item = "extra"])'), 'x', ...rows)).toBe('3');
  });

  it('names its columns in words: a field of its own by its formula', () => {
    const text = scheme('title: 台账, of: extra, fields: { week: week of(date) }', 'count distinct(list.week)');
    const found = score(text, { rows: ['2024 a extra 1'] });
    expect(found.explain({ node: 'x' }).rule.zh).toBe('台账的日期所在的周的不同个数');
    const matters = score(scheme('title: 台账, of: extra', 'count(list.matter)'), { rows: ['2024 a extra 1'] });
    expect(matters.explain({ node: 'x' }).rule.zh).toBe('台账的事项数');
  });

  it('tells the fields of its own that a line counts by, and the condition that a row does not meet', () => {
    const text = `
inputs:
  slip: { kind: event, title: 上访, categories: { city: 到市, capital: 进京 } }
  known: { kind: event, title: 已计分 }
registers:
  list:
    title: 台账
    of: slip
    number per: matter
    where: not(exists(known[matter = own.matter])) or category = "capital"
    fields: { base: 'if category = "capital" then 2 else 1', worth: 'base * (if number > 1 then 2 else 1)' }
items:
  - { id: x, title: 信访, max: 10, clause: 一, deduct: [{ from: list, marks: worth }] }
`;
    const rows = [
      row('2024 a slip 1', { category: 'city', matter: 'm' }),
      row('2024 a slip 1', { category: 'city', matter: 'n' }),
      row('2024 a known 1', { matter: 'n' }),
    ];
    const { rule, figure: found, inputs } = score(text, { rows }).explain({ node: 'x' });
    expect(found.text).toBe('9');
    expect(rule.zh).toContain('每条（若类别 = “进京”，则 2，否则 1） × （若次序 > 1，则 2，否则 1）');
    expect(rule.zh).not.toMatch(/base|worth|number|capital/);
    expect(inputs[0]?.rows.map(({ reason }) => reason?.zh)).toEqual([
      undefined,
      '不符合台账的条件：没有已计分(事项 = 本条的事项) 或 类别 = “进京”',
    ]);
  });

  it('can add something to the marks of a row, after its factor', () => {
    const more = 'rows: [{ row: plus, by: { high: 5, low: 1 }, times: 2, plus: if value > 2 then 1 else 0 }]';
    expect(figure(scheme(more, 'sum(list)'), 'x', plus('2'), plus('3', { category: 'high' }))).toBe('13');
  });

  it('names the figures that its conditions compare with', () => {
    const text = scheme('title: 台账, of: extra', 'count(list[date > own.last])').replace(
      'results:',
      'results:\n  - { id: last, formula: max(plus.date) }',
    );
    const rows = [plus('1', { date: '2024-03-01' }), row('2024 a extra 1', { date: '2024-04-01' })];
    const { figures, figure: shown } = score(text, { rows }).explain({ node: 'x' });
    expect(shown.text).toBe('1');
    expect(figures.map(({ node, figure: last }) => `${node} ${last.text}`)).toEqual(['last 2024-03-01']);
  });

  it('has only rows for which its condition is known to hold', () => {
    expect(figure(scheme('of: extra, where: value > 1', 'sum(list)'), 'x', '2024 a extra 1', '2024 a extra 3')).toBe(
      '3',
    );
  });

  it('passes over events of 0 and NA, unless it takes all rows', () => {
    const rows = ['2024 a extra 0', '2024 a extra NA', '2024 a extra 2'];
    expect(figure(scheme('of: extra', 'count(list)'), 'x', ...rows)).toBe('1');
    expect(figure(scheme('of: extra, all rows: true', 'count(list)'), 'x', ...rows)).toBe('3');
    expect(figure(scheme('of: extra, all rows: true', 'count(list[not(applies(value))])'), 'x', ...rows)).toBe('1');
  });

  it('is empty where there is no row', () => {
    expect(figure(scheme('of: extra', 'sum(list)'), 'x', '2024 a plus 1')).toBe('0');
  });
});

describe('once per matter', () => {
  const once = (keep: string, formula = 'sum(list)') => scheme(`of: plus, once per: matter${keep}`, formula);
  const rows = [
    plus('2', { matter: 'm', date: '2024-05-01' }),
    plus('4', { matter: 'm', date: '2024-03-01' }),
    plus('1', { matter: 'm', date: '2024-07-01' }),
    plus('3'),
    plus('3'),
  ];

  it('keeps the highest, and every row without a matter', () => {
    expect(figure(once(''), 'x', ...rows)).toBe('10');
  });

  it('keeps the lowest, the first or the last where it says so', () => {
    expect(figure(once(', keep: lowest'), 'x', ...rows)).toBe('7');
    expect(figure(once(', keep: first'), 'x', ...rows)).toBe('10');
    expect(figure(once(', keep: last'), 'x', ...rows)).toBe('7');
  });

  it('breaks ties by the list, then by the file', () => {
    const tied = [plus('2', { matter: 'm', date: '2024-05-01' }), plus('2', { matter: 'm', date: '2024-03-01' })];
    expect(figure(once('', 'max(list.date)'), 'x', ...tied)).toBe('2024-05-01');
    expect(figure(once(', keep: [highest, first]', 'max(list.date)'), 'x', ...tied)).toBe('2024-03-01');
  });

  it('is looked at for each subject and period alone', () => {
    const found = score(once(''), {
      rows: [
        plus('2', { matter: 'm' }),
        row('2024 b plus 5', { category: 'low', matter: 'm' }),
        plus('7', { matter: 'm' }, '2025'),
      ],
    });
    expect(found.column('x')).toBe('2 5');
    expect(found.figure('a', 'x', '2025')).toBe('7');
  });

  it('does not lend the marks of a row that the condition leaves out', () => {
    expect(figure(scheme('of: plus, once per: matter, where: value < 4', 'sum(list)'), 'x', ...rows)).toBe('8');
  });

  it('says of each row left out which one counts', () => {
    const { inputs } = score(once(''), { rows }).explain({ subject: 'a', node: 'x' });
    expect(inputs[0]?.rows.map(({ used }) => used)).toEqual([false, true, false, true, true]);
    expect(inputs[0]?.rows[0]?.reason?.zh).toBe('同一“事项”只计最高的一条（2024-03-01 的一条，已按 4 计）');
    expect(inputs[0]?.rows[0]?.reason?.en).toContain('counts as 4');
    expect(inputs[0]?.rows[1]?.reason).toBeUndefined();
  });
});

describe('numbers of rows', () => {
  const rows = [plus('2', { date: '2024-05-01' }), plus('1', { date: '2024-03-01', category: 'high' }), plus('3')];

  it('go by the order, a row of value k standing for k', () => {
    const numbered = (formula: string) => scheme('of: plus, number per: all', formula);
    expect(figure(numbered('sum(list.number[date = ""])'), 'x', ...rows)).toBe('1');
    expect(figure(numbered('sum(list.upto[date = ""])'), 'x', ...rows)).toBe('3');
    expect(figure(numbered('sum(list.number[category = "high"])'), 'x', ...rows)).toBe('4');
    expect(figure(numbered('sum(list.upto[date = "2024-05-01"])'), 'x', ...rows)).toBe('6');
  });

  it('start again for each key', () => {
    expect(figure(scheme('of: plus, number per: category', 'sum(list.number[category = "high"])'), 'x', ...rows)).toBe(
      '1',
    );
  });

  it('count merged rows once', () => {
    const merged = [
      plus('5', { matter: 'm', date: '2024-01-01' }),
      plus('5', { matter: 'm' }),
      plus('2', { date: '2024-02-01' }),
    ];
    expect(
      figure(scheme('of: plus, once per: matter, keep: first, number per: all', 'max(list.upto)'), 'x', ...merged),
    ).toBe('3');
  });

  it('can be used in fields', () => {
    const doubled = 'of: plus, number per: all, fields: { d: 2 * upto - number + 1 - if number = 1 then 1 else 0 }';
    expect(figure(scheme(doubled, 'sum(list.d)'), 'x', ...rows)).toBe('18');
  });
});

describe('rows beside a row', () => {
  it('agree in a field, and an empty one agrees with nothing', () => {
    const rows = [plus('2', { matter: 'm' }), plus('4', { matter: 'm' }), plus('1'), plus('1')];
    expect(figure(scheme('of: plus, fields: { n: count(same matter) }', 'sum(list.n)'), 'x', ...rows)).toBe('6');
    expect(figure(scheme('of: plus, where: sum(same matter) > 5', 'count(list)'), 'x', ...rows)).toBe('2');
  });

  it('of all subjects make a ballot paper', () => {
    const paper = (id: string, value: string, rater: string) => row(`2024 ${id} ballot ${value}`, { rater });
    const found = score(
      scheme('of: ballot, where: "count(all same rater[value = \\"好\\"]) <= 1"', 'count(list)').replaceAll("''", "'"),
      {
        rows: [
          paper('a', '好', 'r'),
          paper('b', '好', 'r'),
          paper('a', '好', 's'),
          paper('b', '差', 's'),
          paper('b', 'NA', 't'),
        ],
      },
    );
    expect(found.column('x')).toBe('1 2');
  });
});

describe('a register of other rows', () => {
  const TYPES = [
    subject('s', { type: '室' }),
    subject('t', { type: '室' }),
    subject('p', { type: '人', parent: 's' }),
    subject('q', { type: '人', parent: 's' }),
  ];
  const parts = (register: string) => `
inputs: { slip: { kind: event, NA: true }, n: { kind: number } }
parts:
  - part: staff
    subjects: { type: 人 }
    belongs to: parent
    period: quarter
    results: [{ id: own, formula: count(slip) }]
  - part: sections
    subjects: { type: 室 }
    period: year
    registers:
      list: { of: slip, ${register} }
    results: [{ id: x, formula: sum(list) }]
`;

  it('reads those of the members', () => {
    const rows = ['2024-Q1 p slip 2', '2024-Q3 q slip 3', '2024 s n 1', '2024-Q1 s slip 9', '2025-Q1 p slip 5'];
    expect(score(parts('members of: staff'), { rows, units: TYPES }).figure('s', 'x')).toBe('5');
  });

  it('reads those that name the subject', () => {
    const rows = [
      '2024 s n 1',
      '2024 t n 1',
      row('2024-Q1 p slip 2', { matter: 't' }),
      row('2024 t slip 4', { matter: 's' }),
    ];
    const found = score(parts('naming me: true'), { rows, units: TYPES });
    expect([found.figure('s', 'x'), found.figure('t', 'x')]).toEqual(['4', '2']);
  });
});

describe('the periods of a register', () => {
  const quarters = (register: string) => `
inputs: { slip: { kind: event }, n: { kind: number } }
period: quarter
registers:
  list: { of: slip, ${register} }
results: [{ id: x, formula: sum(list) }]
`;
  const rows = ['2023-Q4 a slip 1', '2024-Q1 a slip 2', '2024-Q2 a slip 4', '2024-Q3 a slip 8', '2024-02 a slip 16'];
  const of = (register: string) => score(quarters(register), { rows }).figure('a', 'x', '2024-Q2');

  it('are the own one unless it says otherwise', () => {
    expect(of('once per: matter')).toBe('4');
    expect(of('look at: year')).toBe('30');
    expect(of('look at: year to date')).toBe('22');
    expect(of('look at: recent 2')).toBe('22');
    expect(of('look at: all so far')).toBe('23');
    expect(of('look at: earlier')).toBe('19');
  });

  it('may be told by each row', () => {
    const dated = [
      row('2024-Q1 a slip 2', { date: '2024-04-02' }),
      row('2024-Q2 a slip 4', { date: '2024-06-30' }),
      '2024-Q2 a slip 8',
    ];
    const found = score(quarters('counts in: period of(date)'), { rows: dated });
    expect([found.figure('a', 'x', '2024-Q1'), found.figure('a', 'x', '2024-Q2')]).toEqual(['0', '6']);
    const given = score(quarters('counts in: \'if date = "" then period else period of(date)\''), { rows: dated });
    expect(given.figure('a', 'x', '2024-Q2')).toBe('14');
  });
});

describe('lines that read a register', () => {
  const line = (text: string) => `${INPUTS}
registers:
  list: { rows: [{ each: plus, marks: 1 }, { each: extra, marks: 2 }] }
items: [{ id: x, max: 20, earn: [{ from: list${text} }] }]
`;
  const rows = [plus('2'), plus('1', { category: 'high' }), row('2024 a extra 3')];

  it('add up a formula over the rows in place of their marks', () => {
    const votes =
      'of: ballot, where: given(value), once per: category, keep: together, fields: { good: \'count(same category[value = "好"])\' }';
    const text = `${scheme(votes, '1')}items:\n  - { id: y, max: 9, earn: [{ from: list, marks: 2 * good }] }\n`;
    const vote = (value: string, rater: string, category: string) => row(`2024 a ballot ${value}`, { rater, category });
    const rows = [
      vote('好', 'r1', 'p'),
      vote('差', 'r2', 'p'),
      vote('NA', 'r3', 'p'),
      vote('好', 'r4', 'q'),
      vote('好', 'r5', 'q'),
    ];
    const found = score(text, { rows });
    expect(found.figure('a', 'y')).toBe('6');
    const { rule, inputs } = found.explain({ node: 'y', subject: 'a', period: '2024' });
    expect(rule.zh).toContain('每条 2 × （同一类别的记录(该数值 = “好”)数）；');
    expect(rule.zh).toContain('同一“类别”的合为一条计算');
    expect(inputs[0]?.rows.map(({ used }) => used)).toEqual([true, false, false, true, false]);
  });

  it('say in words what the rows are worth, and which do not count here', () => {
    const lines =
      'rows: [{ each: plus, by: { high: 5, low: 1 }, where: value > 1 }, { row: extra, marks: 2 }], once per: matter';
    const text = `${scheme(lines, '1')}items:\n  - { id: y, max: 9, earn: [{ from: list, items: plus }] }\n`;
    const { explain } = score(text, { rows: [plus('2'), row('2024 a extra 1')] });
    const { rule, inputs } = explain({ node: 'y', subject: 'a', period: '2024' });
    expect(rule.zh).toContain('plus（只计该数值 > 1的）每次：high 5、low 1；同一“事项”只计最高的一条');
    expect(rule.zh).not.toContain('extra');
    expect(inputs.flatMap(({ rows }) => rows.map(({ reason }) => reason?.zh))).toEqual([undefined, '另项计分']);
  });

  it('add up the marks, of these items and categories, times a factor', () => {
    expect(figure(line(''), 'x', ...rows)).toBe('9');
    expect(figure(line(', items: plus'), 'x', ...rows)).toBe('3');
    expect(figure(line(', items: plus, where: value > 1'), 'x', ...rows)).toBe('2');
    expect(figure(line(', times: 50%, at most: 4'), 'x', ...rows)).toBe('4');
  });

  it('refuse what would have no effect', () => {
    expect(faultsOf(line(', prorated: true'))[0]).toContain('line.unused-key');
    expect(faultsOf(line(', items: plu'))[0]).toContain('input.unknown');
  });
});
