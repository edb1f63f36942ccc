import { MISSING_FIGURE, NA_FIGURE, numberFigure, type Figure, type SheetLine } from '@kaoheng/engine/reader';
import { describe, expect, it } from 'vitest';
import { villageReader } from '../../../../stories/fixtures/readers.ts';
import { sinceBefore } from './since-before.ts';

const sheet = await villageReader().sheet({ period: '2025', subject: 'v06' });

function since(figures: Record<string, readonly [now: Figure, before: Figure | null]>) {
  const lines = sheet.lines.flatMap((line): SheetLine[] => {
    const pair = figures[line.node.id];
    return pair ? [{ ...line, figure: pair[0], previous: pair[1] }] : [];
  });
  const found = sinceBefore({ ...sheet, lines });
  return found && [found.total.text, ...found.most.map(({ line, text }) => `${line.node.id} ${text}`)];
}

const n = (text: string): Figure => numberFigure(text);

describe('what moved since the period before', () => {
  it('is the total and the three lines that moved furthest, with what is missing as 0', () => {
    expect(
      since({
        total: [n('80.15'), n('89.26')],
        econ: [n('1'), n('99')],
        'econ.invest': [MISSING_FIGURE, n('8')],
        'econ.industry': [n('3.5'), n('3')],
        'econ.land': [NA_FIGURE, n('9')],
        'stab.petition': [n('2'), n('2')],
        'stab.safety': [n('2'), n('3')],
        'minus.notice': [n('-1.5'), n('0')],
      }),
    ).toEqual(['−9.11', 'econ.invest −8', 'minus.notice −1.5', 'stab.safety −1']);
  });

  it('marks what is rounded, and is silent without a period before', () => {
    const third = numberFigure('0.333333333333', false);
    expect(since({ total: [third, n('0')], 'econ.invest': [n('1'), n('1')] })).toEqual(['≈+0.3333']);
    expect(since({ total: [n('80'), null] })).toBeNull();
  });
});
