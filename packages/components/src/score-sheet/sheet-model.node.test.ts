import { MISSING_FIGURE, numberFigure, type Figure } from '@kaoheng/engine/reader';
import { describe, expect, it } from 'vitest';
import { deepTree } from '../../../../stories/fixtures/deep-tree.ts';
import { readerOf, villageReader } from '../../../../stories/fixtures/readers.ts';
import { sheetMove, type SheetPosition } from './sheet-keys.ts';
import { initiallyCollapsed, linesOf, rowsByLoss, sheetColumns, sheetRows } from './sheet-model.ts';

const sheet = await villageReader().sheet({ period: '2025', subject: 'v06' });
const items = linesOf(sheet, 'item');
const idsOf = (collapsed: readonly string[]) => sheetRows(items, new Set(collapsed)).map(({ line }) => line.node.id);

describe('the rows of a sheet', () => {
  it('leave out what lies below a collapsed branch', () => {
    expect(idsOf([])).toHaveLength(20);
    expect(idsOf(['stab'])).not.toContain('stab.petition');
    expect(idsOf(['stab'])).toContain('stab');
  });

  it('open a short sheet whole and a long one with its upper levels', async () => {
    expect(initiallyCollapsed(items).size).toBe(0);
    const deep = await readerOf(deepTree(), () => null).sheet({ period: '2025', subject: 'u1' });
    const lines = linesOf(deep, 'item');
    expect(sheetRows(lines, initiallyCollapsed(lines)).map(({ depth }) => depth)).toEqual([0, 1, 1, 0, 1, 1]);
  });

  it('can stand without their tree, the largest loss first', () => {
    const rows = rowsByLoss(items);
    expect(rows.map(({ line }) => line.node.id).slice(0, 3)).toEqual(['party.branch', 'env.river', 'stab.petition']); // equal losses keep their order
    const losses = rows.map(({ line }) => line.lost!.number!);
    expect(losses).toEqual([...losses].sort((left, right) => right - left));
    expect(rows.some(({ line }) => line.node.id === 'econ.land')).toBe(false);
  });

  it('count what is missing with its full marks and deductions with what they take off', () => {
    const withFigure = (id: string, figure: Figure, lost: Figure | null = null) => {
      const line = sheet.lines.find(({ node }) => node.id === id)!;
      return { ...line, figure, lost };
    };
    const rows = rowsByLoss([
      withFigure('econ.invest', numberFigure('3'), numberFigure('0.5')),
      withFigure('econ.industry', MISSING_FIGURE),
      withFigure('minus.notice', numberFigure('-1.5')),
      withFigure('bonus.honour', numberFigure('2')),
    ]);
    expect(rows.map(({ line }) => line.node.id)).toEqual(['econ.industry', 'minus.notice', 'econ.invest']);
  });

  it('have no column that nobody fills', async () => {
    const alone = await villageReader({ villages: 1, periods: ['2025'] }).sheet({ period: '2025', subject: 'v1' });
    expect(sheetColumns(alone)).toMatchObject({ mean: false, best: false, previous: false, max: true });
  });
});

describe('keys in a sheet', () => {
  const rows = sheetRows(items, new Set(['stab']));
  const move = (key: string, node: string, stop: SheetPosition['stop']) => sheetMove(key, rows, { node, stop }, 10);

  it('go from row to row and from figure to figure', () => {
    expect(move('ArrowDown', 'econ', 'score')).toEqual({
      kind: 'focus',
      position: { node: 'econ.invest', stop: 'score' },
    });
    expect(move('ArrowRight', 'econ.invest', 'score')).toMatchObject({ position: { stop: 'previous' } });
    expect(move('Home', 'social', 'score')).toMatchObject({ position: { node: 'econ' } });
    expect(move('End', 'econ', 'score')).toMatchObject({ position: { node: 'social.service' } });
  });

  it('open and close branches on their arrow', () => {
    expect(move('ArrowRight', 'stab', 'toggle')).toEqual({ kind: 'expand', node: 'stab' });
    expect(move('ArrowLeft', 'econ', 'toggle')).toEqual({ kind: 'collapse', node: 'econ' });
    expect(move('ArrowRight', 'econ', 'toggle')).toMatchObject({ position: { node: 'econ', stop: 'score' } });
  });

  it('lead from the start of a row to the branch above', () => {
    expect(move('ArrowLeft', 'econ.land', 'score')).toEqual({
      kind: 'focus',
      position: { node: 'econ', stop: 'toggle' },
    });
  });

  it('stay where there is nothing further, and leave other keys alone', () => {
    expect(move('ArrowUp', 'econ', 'score')).toBeNull();
    expect(move('a', 'econ', 'score')).toBeNull();
  });
});
