import { describe, expect, it } from 'vitest';

import { readCase, runCase } from '../schemes/testing/case-folder.ts';
import { branchesOf, explanationTree } from './explanation-tree.ts';

describe('an explanation down to the data', async () => {
  const { scoring } = await runCase(readCase('township-9-villages'));
  const query = { period: '2019', subject: 'v01', node: 'total' };
  const tree = explanationTree(scoring.explain, query);

  it('explains every figure that is named anywhere in it, and each of them once', () => {
    const branches = [...branchesOf(tree)];
    const keyOf = ({ part, period, subject, node }: { part: string; period: string; subject: string; node: string }) =>
      `${part} ${period} ${subject} ${node}`;
    const explained = branches.map(({ explanation }) => keyOf(explanation));
    const named = branches.flatMap(({ explanation }) => explanation.figures.map(keyOf));

    expect(branches.length).toBeGreaterThan(60);
    expect(new Set(explained).size).toBe(explained.length);
    expect(named.filter((key) => !explained.includes(key))).toEqual([]);
    expect(branches.flatMap(({ leftOut }) => leftOut)).toEqual([]);
  });

  it('numbers its branches like clauses, and points to the number of a figure that stands elsewhere', () => {
    const numbers = new Map([...branchesOf(tree)].map(({ number, explanation }) => [number, explanation.node]));
    expect(numbers.get('1')).toBe('total');
    for (const { number, made, elsewhere } of branchesOf(tree)) {
      made.forEach((branch, at) => expect(branch.number).toBe(`${number}.${at + 1}`));
      for (const pointer of elsewhere) expect(numbers.get(pointer.number)).toBe(pointer.figure.node);
    }
  });

  it('names what it leaves out of a huge tree, the finest detail first', () => {
    const short = explanationTree(scoring.explain, query, { most: 5 });
    const branches = [...branchesOf(short)];
    expect(branches).toHaveLength(5);
    expect(Math.max(...branches.map(({ number }) => number.split('.').length))).toBeLessThan(4);
    expect(branches.flatMap(({ leftOut }) => leftOut).length).toBeGreaterThan(0);
  });
});
