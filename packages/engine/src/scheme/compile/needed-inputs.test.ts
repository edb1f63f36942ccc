import { describe, expect, it } from 'vitest';
import { faultsOf, figure, row, score } from '../../score/testing/score-text.ts';

const INPUTS = `inputs:
  n: { kind: number }
  task: { kind: number, NA: true, without a row: 0 }
  q.a, q.b: { kind: number, NA: true }
  vote: { kind: rating, title: 测评票 }
  late: { kind: event }
  fire: { kind: event, NA: true }
`;
const item = (node: string) => `${INPUTS}items:\n  - { id: x, max: 9, ${node} }\n`;
const result = (node: string) => `${INPUTS}results:\n  - { id: x, ${node} }\n`;

describe('what a node needs', () => {
  it('makes it missing or NA, though its rule does not read it', () => {
    const scheme = item('formula: n, needs: q.a');
    expect(figure(scheme, 'x', '2024 a n 5', '2024 a q.a 1')).toBe('5');
    expect(figure(scheme, 'x', '2024 a n 5')).toBe('missing');
    expect(figure(scheme, 'x', '2024 a n 5', '2024 a q.a NA')).toBe('NA');
    expect(figure(scheme, 'x', '2024 a q.a NA')).toBe('NA');
  });

  it('can be a family', () => {
    const scheme = item('formula: n, needs: [q.*]');
    expect(figure(scheme, 'x', '2024 a n 5', '2024 a q.a 1')).toBe('missing');
    expect(figure(scheme, 'x', '2024 a n 5', '2024 a q.a 1', '2024 a q.b 1')).toBe('5');
  });

  it('is never missing where it has a stand-in, but may not apply', () => {
    const scheme = item('formula: n, needs: task');
    expect(figure(scheme, 'x', '2024 a n 5')).toBe('5');
    expect(figure(scheme, 'x', '2024 a n 5', '2024 a task NA')).toBe('NA');
    expect(figure(scheme, 'x', '2024 a task NA')).toBe('NA');
  });

  it('can be ratings: somebody must have rated', () => {
    const scheme = item('formula: n, needs: vote');
    expect(figure(scheme, 'x', '2024 a n 5')).toBe('missing');
    expect(figure(scheme, 'x', '2024 a n 5', row('2024 a vote NA', { rater: 'r1' }))).toBe('5');
    const { explain } = score(scheme, { rows: ['2024 a n 5'] });
    expect(explain({ node: 'x', subject: 'a', period: '2024' }).state?.zh).toContain('测评票');
  });

  it('can be an event that may not apply; any other event is never missing', () => {
    const scheme = item('formula: n, needs: fire');
    expect(figure(scheme, 'x', '2024 a n 5')).toBe('5');
    expect(figure(scheme, 'x', '2024 a n 5', '2024 a fire NA')).toBe('NA');
    expect(figure(scheme, 'x', '2024 a n 5', '2024 a fire NA', '2024 a fire')).toBe('5');
    expect(faultsOf(item('formula: n, needs: late'))).toEqual(['needs.never-missing late']);
  });

  it('holds for results too, whose other inputs guard nothing', () => {
    const scheme = result('formula: if n > 3 then 1 else q.b, needs: q.a');
    expect(figure(scheme, 'x', '2024 a n 5', '2024 a q.a 1')).toBe('1');
    expect(figure(scheme, 'x', '2024 a n 5')).toBe('missing');
  });

  it('must be declared', () => {
    expect(faultsOf(item('formula: n, needs: q.c'))).toEqual(['input.unknown q.c']);
    expect(faultsOf(item('formula: n, needs: [r.*]'))).toEqual(['input.unknown [r.*]']);
  });

  it('is said in words', () => {
    const { explain } = score(item('formula: n, needs: [vote]'), { rows: ['2024 a n 5'] });
    expect(explain({ node: 'x', subject: 'a', period: '2024' }).rule.zh).toContain('还须有：测评票');
  });
});
