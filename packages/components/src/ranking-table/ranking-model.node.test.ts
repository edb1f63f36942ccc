import { MISSING_FIGURE, NA_FIGURE, numberFigure, wordFigure, type RankingRow } from '@kaoheng/engine/reader';
import { describe, expect, it } from 'vitest';
import { villageReader } from '../../../../stories/fixtures/readers.ts';
import { zhCn } from '../locales/zh-cn.ts';
import { rowsAsText } from './copy-rows.ts';
import { rankingColumns } from './ranking-columns.ts';
import { hasSections, rankingView } from './ranking-model.ts';
import type { RankingSort } from './ranking-sort.ts';

const collator = new Intl.Collator(['zh-CN'], { numeric: true });
const ranking = await villageReader({ villages: 12 }).ranking({ period: '2025' });
const columns = rankingColumns(ranking, zhCn, ({ zh }) => zh, false);

const viewOf = (more: { sort?: RankingSort; search?: string; sections?: boolean; rows?: readonly RankingRow[] } = {}) =>
  rankingView(
    { ...ranking, rows: more.rows ?? ranking.rows },
    { columns, sort: more.sort ?? null, search: more.search ?? '', sections: more.sections ?? false, collator },
  );
const subjectsOf = (view: ReturnType<typeof viewOf>) =>
  view.rows.flatMap((row) => (row.kind === 'subject' ? [row.row.subject] : []));

describe('the rows of a ranking', () => {
  it('keep the order of the ranking until somebody sorts', () => {
    expect(subjectsOf(viewOf())).toEqual(ranking.rows.map(({ subject }) => subject));
  });

  it('stand under their groups, which are never mixed by sorting', () => {
    expect(hasSections(ranking)).toBe(true);
    const view = viewOf({ sections: true, sort: { column: 'total', descending: false } });
    expect(view.rows.filter(({ kind }) => kind === 'group').map(({ group }) => group)).toEqual(ranking.part.groups);
    let heading = '';
    for (const row of view.rows) {
      if (row.kind === 'group') heading = row.group;
      else expect(row.row.group).toBe(heading);
    }
  });

  it('are found by name, number or group, in any case', () => {
    const [first] = ranking.rows;
    expect(subjectsOf(viewOf({ search: first!.subject.toUpperCase() }))).toEqual([first!.subject]);
    expect(viewOf({ search: first!.group }).shown).toBe(4);
    expect(viewOf({ search: '没有这个' }).shown).toBe(0);
  });

  it('sort Chinese names by sound', () => {
    const rows = ['张', '李', '阿', '王'].map((name, index) => ({ ...ranking.rows[index]!, name }));
    const view = viewOf({ rows, sort: { column: 'name', descending: false } });
    expect(view.rows.map((row) => (row.kind === 'subject' ? row.row.name : ''))).toEqual(['阿', '李', '王', '张']);
  });

  it('keep the ranking order where values are equal, and put what has no value last in both directions', () => {
    const totals = [numberFigure('5'), NA_FIGURE, numberFigure('9'), MISSING_FIGURE, numberFigure('5')];
    const rows = totals.map((total, index) => ({ ...ranking.rows[index]!, subject: String(index), total }));
    expect(subjectsOf(viewOf({ rows, sort: { column: 'total', descending: true } }))).toEqual([
      '2',
      '0',
      '4',
      '1',
      '3',
    ]);
    expect(subjectsOf(viewOf({ rows, sort: { column: 'total', descending: false } }))).toEqual([
      '0',
      '4',
      '2',
      '1',
      '3',
    ]);
  });

  it('sort grades by their order in the scheme, not by their letters', () => {
    const grades = ['合格', '优秀', '良好'];
    const rows = grades.map((grade, index) => ({ ...ranking.rows[index]!, subject: grade, grade: wordFigure(grade) }));
    expect(subjectsOf(viewOf({ rows, sort: { column: 'grade', descending: false } }))).toEqual([
      '优秀',
      '良好',
      '合格',
    ]);
  });
});

describe('rows copied to a spreadsheet', () => {
  it('hold exact figures under their headers, with marks in a last column', () => {
    const rows = [{ ...ranking.rows[0]!, veto: true, total: numberFigure('1.005', true) }];
    const [head, line] = rowsAsText(viewOf({ rows }).rows, columns, zhCn).split('\r\n');
    expect(head!.split('\t')).toEqual(expect.arrayContaining(['名次', '名称', '总分', '备注']));
    expect(line!.split('\t')).toEqual(expect.arrayContaining(['1.005', '一票否决']));
  });

  it('never begin like a formula and never shift a cell', () => {
    const names = ['=HYPERLINK("x")', '+1', '@a', '-x', '-1+x|y', ' =1', 'a\tb\nc'];
    const rows = names.map((name, index) => ({ ...ranking.rows[index]!, name }));
    const text = rowsAsText(viewOf({ rows }).rows, columns, zhCn);
    const cells = text.split('\r\n').map((line) => line.split('\t')[1]);
    expect(cells.slice(1)).toEqual([`'=HYPERLINK("x")`, `'+1`, `'@a`, `'-x`, `'-1+x|y`, `' =1`, 'a b c']);
  });
});
