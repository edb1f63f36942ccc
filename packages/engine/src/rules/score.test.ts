import { describe, expect, it } from 'vitest';
import { faultsOf, figure } from '../score/testing/score-text.ts';

const scheme = (rule: string, more = 'max: 8') => `items:\n  - { id: x, ${more}, score: ${rule} }\n`;
const marks = (rule: string, value: string) => figure(scheme(rule), 'x', `2024 a x ${value}`);

describe('marks given by an assessor', () => {
  it('are the figure, under the id of the node or of another item', () => {
    expect(marks('given', '7.5')).toBe('7.5');
    expect(figure(scheme('{ item: y }'), 'x', '2024 a y 3')).toBe('3');
  });

  it('stay between 0 and full marks', () => {
    expect(marks('given', '9')).toBe('8');
    expect(marks('given', '-1')).toBe('0');
  });

  it('are missing without a row, and where NA is not provided for', () => {
    expect(figure(scheme('given'), 'x')).toBe('missing');
    expect(marks('given', 'NA')).toBe('missing');
  });

  it('bring what the scheme says where they do not apply', () => {
    expect(marks('{ NA: leave out }', 'NA')).toBe('NA');
    expect(marks('{ NA: full }', 'NA')).toBe('8');
    expect(marks('{ NA: half }', 'NA')).toBe('4');
    expect(marks('{ NA: zero }', 'NA')).toBe('0');
    expect(marks('{ NA: full }', '3')).toBe('3');
    expect(figure(scheme('{ NA: full }'), 'x')).toBe('missing');
  });

  it('cannot be full without full marks', () => {
    expect(faultsOf(scheme('{ NA: full }', 'title: 无满分'))).toEqual(['node.no-max full']);
    expect(figure(scheme('{ NA: zero }', 'title: 无满分'), 'x', '2024 a x NA')).toBe('0');
  });

  it('come from an input that has one value', () => {
    expect(faultsOf(`inputs: { e: { kind: event } }\n${scheme('{ item: e }')}`)).toEqual(['input.kind { item: e }']);
  });
});
