import { describe, expect, it } from 'vitest';

import { scoredReader } from '../../reader/scored-reader.ts';
import type { ResultsReader } from '../../reader/results-reader.ts';
import { readCase, runCase } from '../../schemes/testing/case-folder.ts';
import type { BookCell } from '../book.ts';
import { subjectBook, subjectFile } from './subject-book.ts';

const readerOf = async (scheme: string): Promise<{ reader: ResultsReader; period: string; subject: string }> => {
  const { scoring } = await runCase(readCase(scheme));
  const reader = scoredReader(scoring.scored, async (query) => scoring.explain(query));
  const period = scoring.scored.parts[0]!.description.periods.at(-1)!;
  const subject = (await reader.ranking({ period })).rows[0]!.subject;
  return { reader, period, subject };
};

const textOf = (cell: BookCell): string => (cell.kind === 'text' ? cell.text : '');

describe('the workbook of one subject', async () => {
  const { reader, period, subject } = await readerOf('township-9-villages');
  const book = await subjectBook(reader, { period, subject, language: 'zh', date: '2025-01-06' });
  const [sheet, reasons, sources] = book.sheets;
  const texts = sheet!.rows.map(({ cells }) => cells.map(textOf).join('|'));

  it('has the sheet on upright paper with who, period, version, date and lines to sign', async () => {
    const { version } = await reader.describe();
    expect(sheet).toMatchObject({ name: '成绩单', portrait: true, fitsPage: true });
    const head = texts.slice(0, 5).join('\n');
    expect(head).toContain(`考核期间：${period}`);
    expect(head).toMatch(/名次：1（共 \d+ 名）/);
    expect(head).toContain('制表日期：2025-01-06');
    if (version !== '') expect(head).toContain(`方案版本：${version}`);
    expect(texts.at(-1)).toMatch(/制表：.*审核：.*负责人签字：.*日期：/);
  });

  it('repeats the header on every page', () => {
    const { first } = sheet!.printTitles!;
    expect(texts[first - 1]).toBe('指标|条款|满分|得分|失分|组内平均|组内最高|上期');
  });

  it('has every item with its clause, maximum and marks as numbers', async () => {
    const { lines, part } = await reader.sheet({ period, subject });
    const total = lines.find(({ node }) => node.id === part.known.total)!;
    const row = sheet!.rows.find(({ cells }) => textOf(cells[0]!).trim() === total.node.title.zh);
    expect(row!.cells[3]).toMatchObject({ kind: 'number', number: Number(total.figure.text) });
    const items = lines.filter(({ node }) => node.role === 'item');
    for (const { node } of items) expect(texts.some((line) => line.includes(node.title.zh))).toBe(true);
  });

  it('says how every figure came about, and from which cells', async () => {
    const { lines } = await reader.sheet({ period, subject });
    // The title and the header above, what the marks mean below.
    expect(reasons!.rows.length).toBe(lines.length + 4);
    const header = sources!.rows[2]!.cells.map(textOf);
    const [first] = sources!.rows.slice(3);
    expect(textOf(first!.cells[header.indexOf('文件')]!)).toBe('observations.csv');
    expect(textOf(first!.cells[header.indexOf('单元格')]!)).toMatch(/^[A-Z]+\d+$/);
  });

  it('has a file name that says whose it is', async () => {
    const { name } = await subjectFile(reader, { period, subject, language: 'zh' });
    const { rows } = await reader.ranking({ period });
    expect(name).toBe(`乡村级目标管理考评 ${period} ${rows[0]!.name} 成绩单.xlsx`);
  });
});

describe('the workbook of somebody who was rated', () => {
  it('tells how many ratings there were, and none of them', async () => {
    const { scoring } = await runCase(readCase('edu-secretary-review'));
    const rated: string[] = [];
    const reader = scoredReader(scoring.scored, async (query) => scoring.explain(query));
    const [part] = scoring.scored.parts.filter(({ keys }) => keys.length > 0).slice(-1);
    for (const { period, subject: at } of part!.keys) {
      const { subject } = scoring.scored.subjects[at]!;
      const { sheets } = await subjectBook(reader, { part: part!.description.id, period, subject, language: 'zh' });
      const rows = sheets.find(({ name }) => name === '数据来源')?.rows ?? [];
      for (const { cells } of rows) {
        const line = cells.map((cell) => (cell.kind === 'number' ? String(cell.number) : textOf(cell)));
        if (line.some((text) => text.includes('不逐条列出'))) rated.push(line.join('|'));
      }
    }
    expect(rated.length).toBeGreaterThan(0);
    for (const line of rated) expect(line).toMatch(/^[^|]+\|[^|]+\|\|\|\|\|\|\|评分 \d+ 条，不逐条列出\|\|\|\|$/);
  });
});
