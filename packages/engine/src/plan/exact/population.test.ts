import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../data/period.ts';
import { dataset, row, subject, subjects } from '../../data/testing/make-dataset.ts';
import type { PlanPart } from '../plan.ts';
import { DataIndex } from './data-index.ts';
import { EVERYBODY, buildPopulations } from './population.ts';

const YEARLY: PlanPart = {
  id: 'main',
  periodKind: 'year',
  subjects: { kind: 'columns', columns: {} },
  takesPart: { rows: { items: null, ownPeriodOnly: false }, members: [], whenever: [] },
};

type Data = ReturnType<typeof dataset>;

/** Cells of a part as texts: `2024 a`. */
function cells(data: Data, part: PlanPart, ...others: PlanPart[]): string[] {
  const index = new DataIndex(data);
  const population = buildPopulations([part, ...others], index).get(part.id);
  if (population === undefined) throw new Error('no such part');
  return Array.from({ length: population.size }, (_, cell) => {
    const period = formatPeriod({ kind: part.periodKind, index: population.periods[cell] as number });
    const number = population.subjects[cell] as number;
    return `${period} ${number === EVERYBODY ? 'ALL' : index.subjects[number]?.id}`;
  });
}

describe('who takes part', () => {
  it('is whoever has a row in the period, be it 0, NA or empty', () => {
    const data = dataset(subjects('a', 'b', 'c', 'd'), [row('2024 a x 0'), row('2024 b y NA'), row('2024 c z')]);
    expect(cells(data, YEARLY)).toEqual(['2024 a', '2024 b', '2024 c']);
  });

  it('stands in the order of periods, then of the subjects table, whatever the order of the rows', () => {
    const data = dataset(subjects('b', 'a'), [row('2025 a x 1'), row('2024 a x 1'), row('2025 b x 1')]);
    expect(cells(data, YEARLY)).toEqual(['2024 a', '2025 b', '2025 a']);
  });

  it('counts rows of sub-periods, but not those of a coarser period', () => {
    const data = dataset(subjects('a', 'b', 'c'), [row('2024-Q3 a x 1'), row('2024-11 b x 1'), row('2024 c x 1')]);
    expect(cells(data, YEARLY)).toEqual(['2024 a', '2024 b', '2024 c']);
    expect(cells(data, { ...YEARLY, periodKind: 'quarter' })).toEqual(['2024-Q3 a', '2024-Q4 b']);
    expect(cells(data, { ...YEARLY, periodKind: 'month' })).toEqual(['2024-11 b']);
  });

  it('passes over rows of strangers and of periods that are none', () => {
    const data = dataset(subjects('a'), [row('2024 stranger x 1'), row('someday a x 1')]);
    expect(cells(data, YEARLY)).toEqual([]);
  });

  it('can be narrowed to some items, families among them', () => {
    const part: PlanPart = {
      ...YEARLY,
      takesPart: { rows: { items: ['mark.*', 'spot'], ownPeriodOnly: false }, members: [], whenever: [] },
    };
    const rows = [row('2024 a other 1'), row('2024 b mark.x 1'), row('2024 c spot NA'), row('2024 d marks 1')];
    expect(cells(dataset(subjects('a', 'b', 'c', 'd'), rows), part)).toEqual(['2024 b', '2024 c']);
  });

  it('can be narrowed to rows of the period itself', () => {
    const part: PlanPart = {
      ...YEARLY,
      takesPart: { rows: { items: null, ownPeriodOnly: true }, members: [], whenever: [] },
    };
    const rows = [row('2024-Q1 a x 1'), row('2024 b x 1')];
    expect(cells(dataset(subjects('a', 'b'), rows), part)).toEqual(['2024 b']);
  });

  it('can be everybody whom a part selects, whenever anybody of another part takes part', () => {
    const units = [subject('s1', { type: 's' }), subject('s2', { type: 's' }), subject('t', { type: 't' })];
    const others: PlanPart = { ...YEARLY, id: 't', subjects: { kind: 'columns', columns: { type: ['t'] } } };
    const part: PlanPart = {
      ...YEARLY,
      subjects: { kind: 'columns', columns: { type: ['s'] } },
      takesPart: { rows: null, members: [], whenever: ['t'] },
    };
    const rows = [row('2024 t x 1'), row('2026 t x 1'), row('2025 s1 x 1')];
    expect(cells(dataset(units, rows), part, others)).toEqual(['2024 s1', '2024 s2', '2026 s1', '2026 s2']);
  });

  it('can be narrowed to subjects by their columns', () => {
    const units = [
      subject('t1', { type: '教师', group: 's1' }),
      subject('s1', { type: '学校' }),
      subject('x', { type: '' }),
    ];
    const rows = units.map(({ id }) => row(`2024 ${id} x 1`));
    const part: PlanPart = { ...YEARLY, subjects: { kind: 'columns', columns: { type: ['教师', '学校'] } } };
    expect(cells(dataset(units, rows), part)).toEqual(['2024 t1', '2024 s1']);
    const both: PlanPart = { ...YEARLY, subjects: { kind: 'columns', columns: { type: ['教师'], group: ['s2'] } } };
    expect(cells(dataset(units, rows), both)).toEqual([]);
    const foreign: PlanPart = { ...YEARLY, subjects: { kind: 'columns', columns: { constructor: [''] } } };
    expect(cells(dataset(units, rows), foreign)).toHaveLength(3);
  });

  it('is everybody as one subject in each period in which anybody has a row', () => {
    const part: PlanPart = { ...YEARLY, subjects: { kind: 'all' } };
    const rows = [row('2024 a x 1'), row('2024 b x 1'), row('2025-Q1 b x 1'), row('2026 stranger x 1')];
    expect(cells(dataset(subjects('a', 'b'), rows), part)).toEqual(['2024 ALL', '2025 ALL']);
  });

  describe('by members', () => {
    const units = [
      subject('s1', { type: 's' }),
      subject('t1', { type: 't', group: 's1' }),
      subject('t2', { type: 't', group: 's2' }),
    ];
    const teachers: PlanPart = {
      ...YEARLY,
      id: 'teachers',
      periodKind: 'quarter',
      subjects: { kind: 'columns', columns: { type: ['t'] } },
    };
    const schools: PlanPart = {
      ...YEARLY,
      subjects: { kind: 'columns', columns: { type: ['s'] } },
      takesPart: {
        rows: null,
        members: [{ part: 'teachers', subject: { kind: 'named', column: 'group' } }],
        whenever: [],
      },
    };

    it('takes the containing period of the member, and no holder that is not in the table', () => {
      const data = dataset(units, [row('2024-Q2 t1 x 1'), row('2024-Q2 t2 x 1'), row('2025 s1 x 1')]);
      expect(cells(data, schools, teachers)).toEqual(['2024 s1']);
    });

    it('passes over a holder that the part does not select', () => {
      const data = dataset([...units, subject('t3', { type: 't', group: 't1' })], [row('2024-Q1 t3 x 1')]);
      expect(cells(data, schools, teachers)).toEqual([]);
    });

    it('reaches over two parts', () => {
      const towns: PlanPart = {
        ...YEARLY,
        id: 'all',
        subjects: { kind: 'all' },
        takesPart: { rows: null, members: [{ part: 'main', subject: { kind: 'everybody' } }], whenever: [] },
      };
      const data = dataset(units, [row('2024-Q2 t1 x 1')]);
      expect(cells(data, towns, schools, teachers)).toEqual(['2024 ALL']);
    });
  });
});
