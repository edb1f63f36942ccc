import { describe, expect, it } from 'vitest';

import { declare } from '../testing/import-fixtures.ts';
import { categoryOfLabel, namedId, readNamedId, valueOfLabel, wordLabels } from './labels.ts';
import fc from '../../testing/seeded-fast-check.ts';

describe('a name with its id', () => {
  it('is taken apart again', () => {
    expect(namedId('张村', 'v1')).toBe('张村｜v1');
    expect(readNamedId('张村｜v1')).toEqual({ name: '张村', id: 'v1' });
    expect(readNamedId('v1')).toEqual({ name: '', id: 'v1' });
    expect(namedId('v1', 'v1')).toBe('v1');
  });
});

describe('words of a vocabulary', () => {
  const titles = {
    good: { zh: '良好', en: 'Good' },
    fair: { zh: '良好', en: 'Fair' },
    poor: { zh: 'good', en: 'Poor' },
  };

  it('are shown by their titles where these tell them apart', () => {
    expect(wordLabels(['good', 'fair', 'poor', '无'], titles, 'zh')).toEqual([
      '良好｜good',
      '良好｜fair',
      'good｜poor',
      '无',
    ]);
    expect(wordLabels(['good', 'fair'], titles, 'en')).toEqual(['Good', 'Fair']);
  });

  it('are read in either language, and as they are', () => {
    const venue = declare('venue', 'level', { words: ['good', 'fair', 'poor'], wordTitles: titles });
    const read = ['良好｜good', 'Good', ' Fair ', 'good', 'good｜poor', '良好', 'nonsense'].map((text) =>
      valueOfLabel(text, venue),
    );
    expect(read).toEqual(['good', 'good', 'fair', 'good', 'poor', '良好', 'nonsense']);
  });

  it('come back whatever they and their titles are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '好', '差', ' ') });
    const entry = fc.tuple(text, text, text).map((texts) => texts.map((one) => one.trim()));
    fc.assert(
      fc.property(fc.array(entry), fc.constantFrom('zh' as const, 'en' as const), (entries, language) => {
        const words = [...new Set(entries.map(([word = '']) => word).filter((word) => word !== ''))];
        const wordTitles = Object.fromEntries(entries.map(([word = '', zh = '', en = '']) => [word, { zh, en }]));
        const declaration = declare('x', 'level', { words, wordTitles });
        const labels = wordLabels(words, wordTitles, language);

        expect(new Set(labels).size).toBe(words.length);
        expect(labels.map((label) => valueOfLabel(label, declaration))).toEqual(words);
      }),
    );
  });
});

describe('what the lists of a collection workbook offer', () => {
  it('is read as the value that it stands for', () => {
    expect(valueOfLabel('不适用', declare('a', 'number'))).toBe('NA');
    expect(valueOfLabel('是', declare('a', 'flag'))).toBe('true');
    expect(valueOfLabel('no', declare('a', 'flag'))).toBe('false');
    expect(valueOfLabel('12.50', declare('a', 'number'))).toBe('12.50');
    const petition = declare('p', 'event', {
      categories: ['city'],
      categoryTitles: { city: { zh: '市级', en: 'City' } },
    });
    expect(categoryOfLabel('市级', petition)).toBe('city');
  });
});
