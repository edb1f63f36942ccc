import { expect, test } from 'vitest';

import { loadScheme } from '../load-scheme.ts';

const periodsOf = (text: string): Record<string, readonly string[] | undefined> => {
  const { scheme, findings } = loadScheme(text);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return Object.fromEntries(scheme!.inputs.map(({ item, periods }) => [item, periods]));
};

test('a value of a year has no rows of months; events of a year may be of any period within; what is read nowhere is not limited', () => {
  expect(
    periodsOf(`
scheme: x
title: X
period: year
inputs:
  tons: { kind: number }
  fines: { kind: event }
  monthly: { kind: number, per: month }
  unused: { kind: number }
  'key.*': { kind: number }
items:
  - { id: a, title: A, max: 10, formula: tons }
  - { id: b, title: B, max: 10, deduct: [{ each: fines, marks: 1 }] }
  - { id: c, title: C, max: 10, formula: sum(monthly) }
  - { id: d, title: D, max: 10, formula: key.one }
`),
  ).toEqual({
    tons: ['year'],
    fines: ['year', 'half', 'quarter', 'month'],
    monthly: ['month'],
    unused: undefined,
    'key.*': ['year'],
  });
});

test('an input that two parts read has the periods of both', () => {
  expect(
    periodsOf(`
scheme: x
title: X
inputs:
  tons: { kind: number }
parts:
  - part: quarters
    title: Quarters
    period: quarter
    items:
      - { id: a, title: A, max: 10, formula: tons }
  - part: years
    title: Years
    period: year
    items:
      - { id: b, title: B, max: 10, formula: tons }
`),
  ).toEqual({ tons: ['year', 'quarter'] });
});
