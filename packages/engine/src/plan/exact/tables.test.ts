import { describe, expect, it } from 'vitest';
import { Fraction } from '../../number/fraction.ts';
import { Fault, NOT_APPLICABLE } from '../cell.ts';
import type { Cell } from '../cell.ts';
import type { Aggregate } from '../plan.ts';
import { examples, pageTable, readCell, writeCell } from '../testing/plan-page.ts';
import { broughtForward } from './account.ts';
import { aggregate } from './aggregate.ts';
import { rankColumn } from './rank.ts';
import { runningColumn } from './row-peers.ts';
import fc from '../../testing/seeded-fast-check.ts';

const AGGREGATES = pageTable('Aggregates');
const IN_A_FOLD = ['values', 'nothing', 'missing, in a fold', 'NA', 'fault'];
const IN_A_GATHER = ['values', 'nothing', 'missing, in a gather', 'NA', 'fault'];

describe('the table of aggregates in docs/plan.md', () => {
  it('has all of them', () => {
    const all: Readonly<Record<Aggregate, true>> = {
      sum: true,
      count: true,
      mean: true,
      minimum: true,
      maximum: true,
      only: true,
      any: true,
      all: true,
      first: true,
      last: true,
      'count distinct': true,
    };
    expect(AGGREGATES.map((row) => (row['aggregate'] as string).replaceAll('`', ''))).toEqual(Object.keys(all));
  });

  it.each(AGGREGATES.map((row) => [row['aggregate'] as string, row] as const))('is right about %s', (name, row) => {
    const how = name.replaceAll('`', '') as Aggregate;
    for (const [columns, missing] of [
      [IN_A_FOLD, 'leave out'],
      [IN_A_GATHER, 'zero'],
    ] as const) {
      for (const column of columns) {
        for (const { text, operands, result } of examples(row[column] as string)) {
          const found = aggregate(how, operands.map(readCell), missing, 'missing');
          expect(writeCell(found), `${column}: ${text}`).toBe(writeCell(readCell(result)));
        }
      }
    }
  });
});

describe('an aggregate that is told to be NA where nothing applies', () => {
  it('is NA for rows of NA, and missing where there is no row at all', () => {
    for (const how of ['mean', 'minimum', 'maximum'] as const) {
      expect(aggregate(how, [NOT_APPLICABLE], 'leave out', 'na')).toBe(NOT_APPLICABLE);
      expect(writeCell(aggregate(how, [], 'leave out', 'na'))).toBe('missing');
      expect(writeCell(aggregate(how, [NOT_APPLICABLE, Fraction.ONE], 'leave out', 'na'))).toBe('1');
    }
    expect(writeCell(aggregate('sum', [NOT_APPLICABLE], 'leave out', 'na'))).toBe('0');
  });
});

/** Values of the table of ranks; `masked 8` does not compete. */
function competitors(text: string): { values: Cell[]; mask: Cell[] } {
  const words = text.split(',').map((word) => word.trim());
  return {
    values: words.map((word) => readCell(word.replace('masked ', ''))),
    mask: words.map((word) => !word.startsWith('masked ')),
  };
}

describe('the table of ranks in docs/plan.md', () => {
  it.each(pageTable('Ranks and ties').map((row) => [row['values'] as string, row['order'] as string, row] as const))(
    'is right about %s, %s',
    (text, order, row) => {
      const { values, mask } = competitors(text);
      const keys = values.map(() => '');
      for (const ties of ['first', 'last'] as const) {
        const ranks = rankColumn(
          { kind: 'rank', direction: order as 'highest first', ties },
          values,
          keys,
          mask,
          NOT_APPLICABLE,
        );
        expect(ranks.map(writeCell).join(', ')).toBe(row[`ties ${ties}`]);
      }
    },
  );
});

describe('the table of running sums in docs/plan.md', () => {
  it.each(pageTable('Running sums').map((row) => [row['amounts'] as string, row['order by'] as string, row] as const))(
    'is right about %s by %s',
    (amounts, text, row) => {
      const { values, mask } = competitors(amounts);
      const order = text.split(',').map((cell) => readCell(cell.trim()));
      const rows = values.map((_, at) => at);
      for (const [direction, latestFirst] of [
        ['lowest first', false],
        ['highest first', true],
      ] as const) {
        const peers = { keys: 0, across: 'cell', emptyAlone: false } as const;
        const found = runningColumn(
          { kind: 'running', order: [direction], peers, latestFirst },
          rows.map(() => rows),
          { amount: values, order: [order], mask },
        );
        expect(found.map(writeCell).join(', ')).toBe(row[direction]);
      }
    },
  );
});

describe('the table of accounts in docs/plan.md', () => {
  const cells = (text: string): Cell[] => text.split(',').map((cell) => readCell(cell.trim()));

  it.each(pageTable('Accounts').map((row) => [row['paid in'] as string, row['wanted'] as string, row] as const))(
    'is right about %s with %s wanted',
    (paidIn, wanted, row) => {
      const columns = { paidIn: cells(paidIn), wanted: cells(wanted) };
      const opening = columns.paidIn.map(() => readCell(row['start'] as string));
      const chain = columns.paidIn.map((_, at) => at);
      const found = broughtForward([chain], { ...columns, opening });
      expect(found.map(writeCell).join(', ')).toBe(row['brought forward']);
    },
  );
});

describe('ranks', () => {
  const rank = { kind: 'rank', direction: 'highest first', ties: 'first' } as const;

  it('are counted within each key alone, and a fault stays in its group', () => {
    const values = ['9', '9', 'fault', '5', '7'].map(readCell);
    const keys: Cell[] = ['a', 'b', 'a', 'b', 'b'];
    const ranks = rankColumn(rank, values, keys, null, NOT_APPLICABLE);
    expect(ranks.map(writeCell)).toEqual(['fault', '1', 'fault', '3', '2']);
    expect(ranks[0]).toBeInstanceOf(Fault);
  });

  it('cannot be given to words', () => {
    expect(rankColumn(rank, ['好'], [''], null, NOT_APPLICABLE)[0]).toMatchObject({ code: 'not-a-number' });
  });

  it('say for everybody how many are better, and how many are at least as good', () => {
    const values = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(values, fc.constantFrom('highest first' as const, 'lowest first' as const), (numbers, direction) => {
        const cells = numbers.map((number) => Fraction.of(number));
        const keys = numbers.map(() => 'k');
        const places = (ties: 'first' | 'last') =>
          rankColumn({ kind: 'rank', direction, ties }, cells, keys, null, NOT_APPLICABLE).map((cell) =>
            Number(writeCell(cell)),
          );
        const isBetter = (a: number, b: number) => (direction === 'highest first' ? a > b : a < b);
        const better = numbers.map((own) => numbers.filter((other) => isBetter(other, own)).length);
        expect(places('first')).toEqual(better.map((count) => count + 1));
        expect(places('last')).toEqual(
          numbers.map((own, at) => (better[at] as number) + numbers.filter((other) => other === own).length),
        );
      }),
    );
  });
});
