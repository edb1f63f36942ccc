import { describe, expect, it } from 'vitest';

import type { Figure } from '../../reader/figure.ts';
import type { NodeDescription } from '../../reader/results-reader.ts';
import { shownFigure } from './explanation-cells.ts';

const figure = (text: string): Figure => ({ state: 'value', text, number: null, exact: true });
const node = (more: Partial<NodeDescription>): NodeDescription => more as NodeDescription;

describe('a figure in a table', () => {
  it('is yes, no or none in the language of the table', () => {
    expect(shownFigure(figure('true'), node({ kind: 'flag' }), 'zh')).toBe('是');
    expect(shownFigure(figure('false'), node({ kind: 'flag' }), 'en')).toBe('no');
    expect(shownFigure(figure('none'), node({ kind: 'word' }), 'zh')).toBe('无');
    expect(shownFigure(figure('none'), node({ kind: 'number' }), 'zh')).toBe('无');
  });

  it('is called as the scheme calls its words, none too', () => {
    const wordTitles = { met: { zh: '达到', en: 'reached' }, none: { zh: '不排名', en: 'not ranked' } };
    expect(shownFigure(figure('met'), node({ kind: 'word', wordTitles }), 'zh')).toBe('达到');
    expect(shownFigure(figure('none'), node({ kind: 'word', wordTitles }), 'en')).toBe('not ranked');
  });

  it('stays a figure otherwise', () => {
    const missing: Figure = { ...figure(''), state: 'missing' };
    expect(shownFigure(missing, node({ kind: 'word' }), 'zh')).toBe(missing);
    expect(shownFigure(figure('优秀'), node({ kind: 'word' }), 'zh')).toEqual(figure('优秀'));
    expect(shownFigure(null, node({ kind: 'word' }), 'zh')).toBeNull();
  });
});
