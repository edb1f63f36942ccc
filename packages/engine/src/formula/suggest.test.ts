import { describe, expect, it } from 'vitest';
import { suggestName } from './suggest.ts';

describe('the name that was meant', () => {
  it('is the nearest one, and none where nothing is near', () => {
    expect(suggestName('totl', ['base', 'total'])).toBe('total');
    expect(suggestName('zzz', ['base', 'total'])).toBe('');
    expect(suggestName('total', ['total'])).toBe('');
    expect(suggestName('total', [])).toBe('');
  });

  it('may differ in capital letters alone', () => {
    expect(suggestName('TOTAL', ['totals', 'total'])).toBe('total');
    expect(suggestName('A', ['y', 'a'])).toBe('a');
  });

  it('is none where no letter is the same', () => {
    expect(suggestName('好', ['y', 'n'])).toBe('');
    expect(suggestName('甲乙', ['ab'])).toBe('');
  });

  it('has the same letters, where several are as near', () => {
    expect(suggestName('scroe', ['scale', 'score'])).toBe('score');
    expect(suggestName('scroe', ['score', 'scale'])).toBe('score');
  });
});
