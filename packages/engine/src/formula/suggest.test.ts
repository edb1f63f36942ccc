import { describe, expect, it } from 'vitest';
import { suggestName } from './suggest.ts';

describe('the name that was meant', () => {
  it('is the nearest one, and none where nothing is near', () => {
    expect(suggestName('totl', ['base', 'total'])).toBe('total');
    expect(suggestName('zzz', ['base', 'total'])).toBe('');
    expect(suggestName('total', ['total'])).toBe('');
    expect(suggestName('total', [])).toBe('');
  });

  it('has the same letters, where several are as near', () => {
    expect(suggestName('scroe', ['scale', 'score'])).toBe('score');
    expect(suggestName('scroe', ['score', 'scale'])).toBe('score');
  });
});
