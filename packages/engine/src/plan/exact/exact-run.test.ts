import { describe, expect, it } from 'vitest';
import { dataset, row, subject, subjects } from '../../data/testing/make-dataset.ts';
import { Fraction } from '../../number/fraction.ts';
import { PlanBuilder } from '../builder.ts';
import type { NodeId, PlanPart, RowFrame } from '../plan.ts';
import { writeCell } from '../testing/plan-page.ts';
import { ExactRun } from './exact-run.ts';

const YEARLY: PlanPart = {
  id: 'main',
  periodKind: 'year',
  subjects: { kind: 'columns', columns: {} },
  takesPart: { rows: { items: null, ownPeriodOnly: false }, members: [], whenever: [] },
};

/** The columns of a plan that `build` makes, as texts. */
function columns(
  data: ReturnType<typeof dataset>,
  build: (plan: PlanBuilder, cells: number) => readonly NodeId[],
  part: PlanPart = YEARLY,
): string[] {
  const plan = new PlanBuilder();
  const ids = build(plan, plan.addPart(part));
  const run = new ExactRun(plan.build(), data, {});
  return ids.map((id) => run.column(id).map(writeCell).join(' '));
}

const FRAME = {
  kind: 'rows',
  cells: 0,
  items: ['x'],
  periods: { kind: 'own' },
  happenedOnly: false,
  valueType: 'number',
  emptyValue: '',
} as const;

/** Sums the rows of a frame per cell: `a` then `b`, in 2024. */
function sums(rows: readonly string[], frame: Partial<RowFrame>): string {
  const data = dataset(subjects('a', 'b'), [
    row('2024 a here 1'),
    row('2024 b here 1'),
    ...rows.map((text) => row(text)),
  ]);
  const build = (plan: PlanBuilder, cells: number) => [
    plan.fold(cells, 'sum', plan.field(plan.addFrame({ ...FRAME, cells, ...frame }), 'value'), null),
  ];
  return columns(data, build)[0] as string;
}

describe('a row frame', () => {
  it('reads the rows of its item, subject and period, and no others', () => {
    expect(sums(['2024 a x 1', '2024 a x 2', '2024 b x 4', '2024 a y 8'], {})).toBe('3 4');
    expect(sums(['2024 stranger x 1', 'someday a x 1'], {})).toBe('0 0');
  });

  it('reads sub-periods only when it is told to', () => {
    const rows = ['2024-Q1 a x 1', '2024-12 a x 2', '2024 a x 4'];
    expect(sums(rows, {})).toBe('4 0');
    expect(sums(rows, { periods: { kind: 'within' } })).toBe('7 0');
  });

  it('reads the period that lies back, and no sub-period of it', () => {
    const rows = ['2023 a x 1', '2023-Q1 a x 2', '2022 a x 4', '2024 a x 8'];
    const data = dataset(
      subjects('a'),
      rows.map((text) => row(text)),
    );
    const build = (plan: PlanBuilder, cells: number) =>
      [1, 2].map((back) =>
        plan.fold(
          cells,
          'sum',
          plan.field(plan.addFrame({ ...FRAME, cells, periods: { kind: 'previous', back } }), 'value'),
          null,
        ),
      );
    expect(columns(data, build)).toEqual(['0 4 1', '0 0 4']);
  });

  it('passes over events of 0 and NA when it is told to, but not over empty ones', () => {
    const rows = ['2024 a x 0', '2024 a x 0.00', '2024 a x -0', '2024 a x NA', '2024 a x', '2024 a x 0.5'];
    const data = dataset(
      subjects('a'),
      rows.map((text) => row(text)),
    );
    const build = (plan: PlanBuilder, cells: number) => {
      const frame = plan.addFrame({ ...FRAME, cells, happenedOnly: true, emptyValue: '1' });
      return (['count', 'sum'] as const).map((aggregate) =>
        plan.fold(cells, aggregate, plan.field(frame, 'value'), null),
      );
    };
    expect(columns(data, build)).toEqual(['2', '1.5']);
  });

  it('reads a family of items', () => {
    expect(sums(['2024 a mark.x 1', '2024 a mark.y 2', '2024 a mark 4', '2024 a markx 8'], { items: ['mark.*'] })).toBe(
      '3 0',
    );
    expect(sums(['2024 a x 1', '2024 b y 2'], { items: ['*'] })).toBe('2 3'); // with the row that makes them take part
  });

  it('makes a fault of a text that is no number, and nothing of an empty one', () => {
    expect(sums(['2024 a x 好', '2024 b x'], {})).toBe('fault 0');
  });

  it('counts a row in the mask only where the mask is true', () => {
    const rows = ['2024 a x 1', '2024 a x 2', '2024 a x NA', '2024 a x 4'].map((text, at) =>
      row(text, { category: at === 1 ? 'out' : 'in' }),
    );
    const build = (plan: PlanBuilder, cells: number) => {
      const frame = plan.addFrame({ ...FRAME, cells });
      const value = plan.field(frame, 'value');
      const isIn = plan.compare('=', plan.field(frame, 'category'), plan.constant(frame, 'in'));
      const isAboveOne = plan.compare('>', value, plan.number(frame, 1)); // NA for the third row
      return [
        plan.fold(cells, 'sum', value, isIn),
        plan.fold(cells, 'count', value, isIn),
        plan.fold(cells, 'count', value, isAboveOne),
      ];
    };
    expect(columns(dataset(subjects('a'), rows), build)).toEqual(['5', '3', '2']);
  });

  it('has no result where a fault leaves it open whether a row counts', () => {
    const data = dataset(
      subjects('a', 'b'),
      ['2024 a x 1', '2024 a x 0', '2024 b x 2', '2024 b x -1'].map((text) => row(text)),
    );
    const build = (plan: PlanBuilder, cells: number) => {
      const frame = plan.addFrame({ ...FRAME, cells });
      const value = plan.field(frame, 'value');
      const one = plan.number(frame, 1);
      const isPositive = plan.compare('>', plan.arithmetic('divide', one, value), plan.number(frame, 0));
      const place = plan.running(
        { order: ['lowest first'], peers: { keys: 0, across: 'cell', emptyAlone: false }, latestFirst: false },
        { amount: one, order: [value], keys: [], mask: isPositive },
      );
      return [...(['sum', 'count', 'first'] as const).map((how) => plan.fold(cells, how, value, isPositive)), place];
    };
    expect(columns(data, build)).toEqual(['fault 2', 'fault 1', 'fault 2', 'fault fault 1 NA']);
  });

  it('brings values of the cell to its rows', () => {
    const data = dataset(
      subjects('a', 'b'),
      ['2024 a x 1', '2024 b x 2', '2024 b x 3'].map((text) => row(text)),
    );
    const build = (plan: PlanBuilder, cells: number) => {
      const frame = plan.addFrame({ ...FRAME, cells });
      const own = plan.fold(cells, 'sum', plan.field(frame, 'value'), null);
      const share = plan.arithmetic('divide', plan.field(frame, 'value'), plan.ofCell(frame, own));
      return [share, plan.fold(cells, 'maximum', share, null)];
    };
    expect(columns(data, build)).toEqual(['1 0.4 0.6', '1 0.6']);
  });
});

describe('sources', () => {
  const units = [
    subject('a', { group: 'g', parent: 'p', size: '12', open: 'true', kind: '' }),
    subject('b', { size: '', open: 'maybe' }),
  ];
  const data = dataset(units, [row('2024 a x 1'), row('2024 b x 1')]);

  it('read attributes by their type: an empty number is missing, an empty word is a word', () => {
    const build = (plan: PlanBuilder, cells: number) =>
      (
        [
          ['size', 'number'],
          ['open', 'flag'],
          ['kind', 'word'],
          ['nowhere', 'number'],
          ['name', 'word'],
        ] as const
      ).map(([name, type]) => plan.add(cells, type, { kind: 'attribute', name }, []));
    expect(columns(data, build)).toEqual(['12 missing', 'true fault', '"" ""', 'missing missing', '"" ""']);
  });

  it('know subject, period, group and parent of a cell', () => {
    const build = (plan: PlanBuilder, cells: number) =>
      (['subject', 'period', 'group', 'parent'] as const).map((field) =>
        plan.add(cells, 'word', { kind: 'key', field }, []),
      );
    expect(columns(data, build)).toEqual(['"a" "b"', '"2024" "2024"', '"g" ""', '"p" ""']);
  });

  it('make a fault of a parameter that is not set', () => {
    const build = (plan: PlanBuilder, cells: number) => [
      plan.add(cells, 'number', { kind: 'parameter', name: 'rate' }, []),
    ];
    expect(columns(data, build)).toEqual(['fault fault']);
  });
});

describe('relations', () => {
  const quarterly: PlanPart = { ...YEARLY, id: 'quarters', periodKind: 'quarter' };
  const units = [
    subject('s'),
    subject('a', { group: 's' }),
    subject('b', { group: 's' }),
    subject('c', { group: 'other' }),
  ];

  it('have no result where a fault leaves it open whether one of them counts', () => {
    const data = dataset(
      units,
      ['2024 a x 1', '2024 b x 0', '2024 c x 2'].map((text) => row(text)),
    );
    const build = (plan: PlanBuilder, cells: number) => {
      const value = plan.fold(cells, 'sum', plan.field(plan.addFrame({ ...FRAME, cells }), 'value'), null);
      const group = plan.add(cells, 'word', { kind: 'key', field: 'group' }, []);
      const reciprocal = plan.arithmetic('divide', plan.number(cells, 1), value);
      const inputs = { values: value, key: group, mask: plan.compare('>', reciprocal, plan.number(cells, 0)) };
      return [
        plan.gather(cells, { kind: 'peers' }, 'sum', inputs),
        plan.gather(cells, { kind: 'peers' }, 'count', inputs, 'zero', [{ theirs: value, own: value }]),
        plan.rank(value, group, inputs.mask, 'highest first', 'first'),
      ];
    };
    // a and b are of one group, c is alone in the other. The second asks for equals only: b alone is unsure of itself.
    expect(columns(data, build)).toEqual(['fault fault 2', '1 fault 1', 'fault fault 1']);
  });

  it('find the same subject one period earlier, and nothing where it did not take part', () => {
    const data = dataset(
      units,
      ['2022 a x 1', '2024 a x 3', '2025 a x 4', '2024 b x 9'].map((text) => row(text)),
    );
    const build = (plan: PlanBuilder, cells: number) => {
      const value = plan.fold(cells, 'sum', plan.field(plan.addFrame({ ...FRAME, cells }), 'value'), null);
      return [
        plan.gather(cells, { kind: 'previous', back: 1 }, 'only', { values: value }),
        plan.gather(cells, { kind: 'previous', back: 2 }, 'sum', { values: value }),
      ];
    };
    expect(columns(data, build)).toEqual(['missing missing missing 3', '0 1 0 0']); // 2022 a, 2024 a, 2024 b, 2025 a
  });

  it('find peers of the same key and period, the cell itself among them', () => {
    const rows = ['2024 a x 1', '2024 b x 2', '2024 c x 4', '2025 a x 8'];
    const build = (plan: PlanBuilder, cells: number) => {
      const values = plan.fold(cells, 'sum', plan.field(plan.addFrame({ ...FRAME, cells }), 'value'), null);
      const key = plan.add(cells, 'word', { kind: 'attribute', name: 'group' }, []);
      const mask = plan.compare('>', values, plan.number(cells, 1));
      return [
        plan.gather(cells, { kind: 'peers' }, 'sum', { values, key }),
        plan.gather(cells, { kind: 'peers' }, 'sum', { values, key, mask }),
      ];
    };
    expect(
      columns(
        dataset(
          units,
          rows.map((text) => row(text)),
        ),
        build,
      ),
    ).toEqual(['3 3 4 8', '2 2 4 8']);
  });

  it('find members below and the holder above, across periods and subjects', () => {
    const plan = new PlanBuilder();
    const years = plan.addPart({
      ...YEARLY,
      subjects: { kind: 'columns', columns: { subject: ['s'] } },
      takesPart: {
        rows: null,
        members: [{ part: 'quarters', subject: { kind: 'named', column: 'group' } }],
        whenever: [],
      },
    });
    const quarters = plan.addPart({
      ...quarterly,
      subjects: { kind: 'columns', columns: { subject: ['a', 'b', 'c'] } },
    });
    const value = plan.fold(quarters, 'sum', plan.field(plan.addFrame({ ...FRAME, cells: quarters }), 'value'), null);
    const subjectRelation = { kind: 'named', column: 'group' } as const;
    const sum = plan.gather(years, { kind: 'members', subject: subjectRelation }, 'sum', { values: value });
    const back = plan.gather(quarters, { kind: 'holder', subject: subjectRelation }, 'only', { values: sum });
    const rows = ['2024-Q1 a x 1', '2024-Q4 b x 2', '2025-Q1 a x 4', '2024-Q2 c x 8'].map((text) => row(text));
    const run = new ExactRun(plan.build(), dataset(units, rows), {});
    expect(run.column(sum).map(writeCell)).toEqual(['3', '4']);
    expect(run.column(back).map(writeCell)).toEqual(['3', 'missing', '3', '4']); // 2024-Q1 a, Q2 c, Q4 b, 2025-Q1 a
  });

  it('rank within the period and the key, also a key that is a number', () => {
    const rows = ['2024 a x 1', '2024 b x 2', '2024 c x 4', '2025 a x 8'];
    const build = (plan: PlanBuilder, cells: number) => {
      const values = plan.fold(cells, 'sum', plan.field(plan.addFrame({ ...FRAME, cells }), 'value'), null);
      const parity = plan.select(
        plan.compare('=', values, plan.number(cells, 1)),
        plan.number(cells, 1),
        plan.number(cells, 2),
      );
      const everybody = plan.constant(cells, '');
      return [everybody, parity].map((key) => plan.rank(values, key, null, 'highest first', 'first'));
    };
    expect(
      columns(
        dataset(
          units,
          rows.map((text) => row(text)),
        ),
        build,
      ),
    ).toEqual(['3 2 1 1', '1 2 1 1']);
  });
});

describe('the exact reader', () => {
  it('gives for one cell what it gives for the column, also of columns it did not keep', () => {
    const plan = new PlanBuilder();
    const cells = plan.addPart(YEARLY);
    const value = plan.fold(cells, 'sum', plan.field(plan.addFrame({ ...FRAME, cells }), 'value'), null);
    const double = plan.arithmetic('multiply', value, plan.number(cells, 2));
    const more = plan.arithmetic('add', double, plan.number(cells, Fraction.of(1, 3)));
    const rank = plan.rank(more, plan.constant(cells, ''), null, 'highest first', 'first');
    const last = plan.arithmetic('add', plan.arithmetic('negate' as never, more), rank);
    plan.addFigure({ part: 'main', id: 'last', column: last, max: null, written: null });
    const rows = ['2024 a x 1', '2024 b x 2'].map((text) => row(text));
    const single = new ExactRun(plan.build(), dataset(subjects('a', 'b'), rows), {});
    const whole = new ExactRun(plan.build(), dataset(subjects('a', 'b'), rows), {});
    for (const { id } of plan.build().nodes) {
      const column = whole.column(id).map(writeCell);
      expect(column.map((_, at) => writeCell(single.value(id, at)))).toEqual(column);
    }
  });

  it('makes equal columns once, and keeps apart what only looks alike', () => {
    const plan = new PlanBuilder();
    const cells = plan.addPart(YEARLY);
    expect(plan.number(cells, Fraction.of(2, 4))).toBe(plan.number(cells, Fraction.of(1, 2)));
    expect(plan.constant(cells, '#1/1')).not.toBe(plan.number(cells, 1));
    expect(plan.constant(cells, '1/1')).not.toBe(plan.number(cells, 1));
    expect(plan.constant(cells, 'true')).not.toBe(plan.constant(cells, true));
    expect(plan.arithmetic('add', 0, 1)).not.toBe(plan.arithmetic('add', 1, 0));
  });
});
