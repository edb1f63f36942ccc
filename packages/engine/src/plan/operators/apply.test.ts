import { describe, expect, it } from 'vitest';
import type { PeriodKind } from '../../data/period.ts';
import { Fraction } from '../../number/fraction.ts';
import type { RoundingMode } from '../../number/rounding.ts';
import { Fault, MISSING, NOT_APPLICABLE } from '../cell.ts';
import type { Cell } from '../cell.ts';
import type { Band, Comparison, Operation } from '../plan.ts';
import { examples, pageTable, readCell, writeCell } from '../testing/plan-page.ts';
import { applyOperator } from './apply.ts';
import fc from '../../testing/seeded-fast-check.ts';

/** The operation that docs/plan.md names. */
function operationOf(text: string): Operation {
  const [name = '', ...rest] = text.replaceAll('`', '').split(' ');
  switch (name) {
    case 'constant':
      return { kind: name, value: readCell(rest.join(' ')) };
    case 'square':
      return { kind: 'square root' };
    case 'round':
      if (rest[0] === 'to') return { kind: 'round to', mode: rest.slice(1).join(' ') as RoundingMode };
      return { kind: name, places: Number(rest[0]), mode: rest.slice(1).join(' ') as RoundingMode };
    case 'significant':
      return { kind: name, digits: Number(rest[0]) };
    case 'two-sided':
      return { kind: 'two-sided p' };
    case 'combine':
      return { kind: name, how: rest.join(' ') as 'sum' };
    case 'best':
      return { kind: name, count: Number(rest[0]) };
    case 'compare':
      return { kind: name, relation: rest[0] as Comparison };
    case 'bands':
      return { kind: name, bands: rest.map(bandOf) };
    case 'match':
      return { kind: name, words: rest.filter((word) => word !== 'else'), otherwise: rest.includes('else') };
    case 'rung':
      return { kind: name, from: rest[0] as 'worst', scale: 'example', words: rest.slice(1) };
    case 'on':
      return { kind: 'on rung', words: rest.slice(1) };
    case 'unset':
      return { kind: 'unset names' };
    case 'join':
      return { kind: name, between: rest[0] as string };
    case 'is':
      return { kind: name, state: rest[0] as 'missing' };
    case 'date':
      return dateOperation(rest);
    case 'replace':
      return { kind: name, states: rest as 'missing'[] };
    default:
      return { kind: name } as Operation;
  }
}

/** `date year of`, `date period of quarter`. */
function dateOperation(words: readonly string[]): Operation {
  const period = words[0] === 'period' ? (words[2] as PeriodKind) : undefined;
  const how = (words.length === 0 ? 'date' : words.slice(0, period === undefined ? 9 : 2).join(' ')) as 'date';
  return { kind: 'date', how, ...(period === undefined ? {} : { period }) };
}

/** `≥90` and `>=90` are from 90 on, `<60` is below 60, `]60..90[` lies between 60 and 90. */
function bandOf(text: string): Band {
  const between = /^\](\d+)\.\.(\d+)\[$/.exec(text);
  if (between !== null) {
    return {
      lower: { value: between[1] as string, included: false },
      upper: { value: between[2] as string, included: false },
    };
  }
  const value = text.replace(/^\D+/, '');
  return text.startsWith('<')
    ? { lower: null, upper: { value, included: false } }
    : { lower: { value, included: true }, upper: null };
}

const ROWS = pageTable('Operators, value by value');
const COLUMNS = ['values', 'missing', 'NA', 'fault'];

describe('the table of operators in docs/plan.md', () => {
  it.each(ROWS.map((row) => [row['operator'] as string, row] as const))('is right about %s', (name, row) => {
    const found = COLUMNS.flatMap((column) => examples(row[column] as string));
    expect(found.length).toBeGreaterThan(0);
    for (const { text, operands, result } of found) {
      expect(writeCell(applyOperator(operationOf(name), operands.map(readCell))), text).toBe(
        writeCell(readCell(result)),
      );
    }
  });

  it('has every operator that works value by value, with an example of every state', () => {
    const VALUE_BY_VALUE: Readonly<Record<Operation['kind'], boolean>> = {
      constant: true,
      parameter: false,
      attribute: false,
      key: false,
      field: false,
      'of cell': false,
      add: true,
      subtract: true,
      multiply: true,
      divide: true,
      negate: true,
      absolute: true,
      'square root': true,
      power: true,
      smallest: true,
      largest: true,
      round: true,
      'round to': true,
      significant: true,
      'two-sided p': true,
      combine: true,
      best: true,
      compare: true,
      and: true,
      or: true,
      not: true,
      join: true,
      contains: true,
      select: true,
      bands: true,
      match: true,
      rung: true,
      'on rung': true,
      is: true,
      replace: true,
      guard: true,
      'unset names': true,
      date: true,
      calendar: false,
      same: true,
      fold: false,
      gather: false,
      rank: false,
      running: false,
      'brought forward': false,
    };
    const wanted = Object.entries(VALUE_BY_VALUE).flatMap(([kind, isWanted]) => (isWanted ? [kind] : []));
    const complete = ROWS.filter((row) => COLUMNS.every((column) => row[column] !== ''));
    const found = new Set(complete.map((row) => operationOf(row['operator'] as string).kind));
    expect(wanted.filter((kind) => kind !== 'constant' && !found.has(kind as Operation['kind']))).toEqual([]);
  });

  it('gives each state only the examples that have it', () => {
    for (const row of ROWS) {
      for (const column of ['missing', 'fault']) {
        for (const { text, operands } of examples(row[column] as string)) {
          expect(
            operands.some((operand) => operand === column || (column === 'fault' && ['÷0', 'unset'].includes(operand))),
            text,
          ).toBe(true);
        }
      }
    }
  });
});

describe('operators between frames', () => {
  it('are not applied value by value', () => {
    expect(() => applyOperator({ kind: 'fold', aggregate: 'sum', allNA: 'na' }, [])).toThrow(
      /does not work value by value/,
    );
    expect(() => applyOperator({ kind: 'attribute', name: 'x' }, [])).toThrow(/attribute/);
  });
});

const STRICT: readonly { readonly operation: Operation; readonly count: number }[] = [
  ...(['add', 'subtract', 'multiply', 'divide', 'power'] as const).map((kind) => ({ operation: { kind }, count: 2 })),
  ...(['negate', 'absolute', 'square root'] as const).map((kind) => ({ operation: { kind }, count: 1 })),
  ...(['smallest', 'largest'] as const).flatMap((kind) => [1, 2, 4].map((count) => ({ operation: { kind }, count }))),
  { operation: { kind: 'round', places: 1, mode: 'half up' }, count: 1 },
  ...(['=', '!=', '<', '<=', '>', '>='] as const).map((relation): { operation: Operation; count: number } => ({
    operation: { kind: 'compare', relation },
    count: 2,
  })),
];

describe('strict operators', () => {
  it('take a fault before NA and NA before missing, wherever it stands', () => {
    const fault = new Fault('parameter-unset', 'x');
    const cell = fc.constantFrom<Cell>(Fraction.ONE, Fraction.of(2), MISSING, NOT_APPLICABLE, fault);
    fc.assert(
      fc.property(
        fc.constantFrom(...STRICT),
        fc.array(cell, { minLength: 4, maxLength: 4 }),
        ({ operation, count }, cells) => {
          const operands = cells.slice(0, count);
          const strongest = [fault, NOT_APPLICABLE, MISSING].find((state) => operands.includes(state));
          if (strongest !== undefined) expect(applyOperator(operation, operands)).toBe(strongest);
          else expect([MISSING, NOT_APPLICABLE]).not.toContain(applyOperator(operation, operands));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('give a fault, never a crash, where a word stands for a number', () => {
    for (const { operation, count } of STRICT) {
      if (operation.kind === 'compare' || operation.kind === 'smallest' || operation.kind === 'largest') continue;
      expect(applyOperator(operation, ['word', Fraction.ONE].slice(0, count))).toMatchObject({ code: 'not-a-number' });
    }
  });
});

describe('parts of a whole', () => {
  const part = fc.oneof(
    fc.integer({ min: -9, max: 9 }).map((units) => Fraction.of(units)),
    fc.constantFrom<Cell>(MISSING, NOT_APPLICABLE),
  );

  it('bring the same in any order', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        for (const operation of [
          { kind: 'combine', how: 'sum' },
          { kind: 'combine', how: 'mean' },
          { kind: 'best', count: 2 },
        ] as const) {
          const forwards = applyOperator(operation, parts);
          expect(writeCell(applyOperator(operation, [...parts].reverse()))).toBe(writeCell(forwards));
        }
      }),
    );
  });

  it('weighted alike, have the plain mean', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (parts, weight) => {
        const pairs = parts.flatMap((value) => [value, Fraction.of(weight)]);
        const weighted = applyOperator({ kind: 'combine', how: 'weighted mean' }, pairs);
        expect(writeCell(weighted)).toBe(writeCell(applyOperator({ kind: 'combine', how: 'mean' }, parts)));
      }),
    );
  });
});
