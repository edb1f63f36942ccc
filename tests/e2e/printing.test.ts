// Results on paper: what a page of the dashboard prints, read back from the PDF that the browser makes of it.
import { roundDecimal, type ScoreSheet } from '@kaoheng/engine/reader';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { visitDashboard } from './dashboard-support.ts';
import { sampleResults, type ExpectedResults } from './expected-results.ts';
import { printedPages, timesPrinted, type PrintedPage } from './pdf-pages.ts';

const visit = visitDashboard();
let expected: ExpectedResults;

beforeAll(async () => {
  expected = await sampleResults();
});

// Paper says when it was printed; a test may begin before midnight and end after.
beforeEach(() => visit.page.clock.setFixedTime('2025-01-06T10:00:00'));
const TODAY = '打印于 2025 年 1 月 6 日';

const PERIOD = '2024';
const TITLE = '乡村级目标管理考评';

async function print(): Promise<readonly PrintedPage[]> {
  return printedPages(await visit.page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

/** What stands on every page, and what heads the first of each sheet. */
function checkFrame(pages: readonly PrintedPage[]): void {
  for (const [at, { text }] of pages.entries()) {
    expect(timesPrinted(text, `${at + 1} / ${pages.length}`)).toBeGreaterThan(0);
    expect(timesPrinted(text, `${TITLE} · ${PERIOD} 年`)).toBeGreaterThan(0);
    // What is on the screen to be pressed is not on paper.
    for (const button of ['载入数据', '返回总表', '复制表格', '全部展开']) expect(timesPrinted(text, button)).toBe(0);
  }
}

function checkHead({ text }: PrintedPage): void {
  for (const part of [TITLE, `${PERIOD} 年 ·`, '版本 1 · 示例数据', 'observations.csv', TODAY]) {
    expect(timesPrinted(text, part), part).toBeGreaterThan(0);
  }
}

function checkSheet(text: string, { label, lines }: ScoreSheet): void {
  expect(timesPrinted(text, label.name), label.name).toBeGreaterThan(0);
  for (const { node, figure } of lines) {
    expect(timesPrinted(text, node.title.zh), `${label.name} ${node.title.zh}`).toBeGreaterThan(0);
    if (figure?.number == null) continue;
    expect(timesPrinted(text, shown(figure.text)), `${label.name} ${node.title.zh}`).toBeGreaterThan(0);
  }
}

/** Long figures are shown with four decimals and a sign that says so; minus is no hyphen. */
function shown(text: string): string {
  const [, decimals = ''] = text.split('.');
  return (decimals.length > 4 ? `≈${roundDecimal(text, 4).text}` : text).replace('-', '−');
}

describe('on paper', () => {
  test('the ranking stands on wide pages with title, period, version, date, page numbers, and lines to sign', async () => {
    await visit.open(`#period=${PERIOD}`);
    const pages = await print();
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every(({ isWide }) => isWide)).toBe(true);
    checkFrame(pages);
    checkHead(pages[0]!);
    const all = pages.map(({ text }) => text).join('');
    const { rows } = await expected.ranking(PERIOD);
    for (const { name, total } of rows) {
      expect(timesPrinted(all, name), name).toBe(1);
      expect(timesPrinted(all, total!.text), name).toBeGreaterThan(0);
    }
    for (const line of ['制表：', '审核：', '负责人：']) {
      expect(timesPrinted(all, line)).toBe(1);
      expect(timesPrinted(pages.at(-1)!.text, line)).toBe(1);
    }
  });

  test('one sheet is all of it, folded or not, with the radar and a line to sign at its end', async () => {
    const { rows } = await expected.ranking(PERIOD);
    const { subject } = rows[4]!;
    await visit.open(`#period=${PERIOD}&subject=${subject}`);
    await visit.page.locator('radar-breakdown .chart svg').waitFor();
    await visit.page.locator('score-sheet').getByRole('button', { name: '全部收起' }).click();
    const pages = await print();
    expect(pages.some(({ isWide }) => isWide)).toBe(false);
    checkFrame(pages);
    checkHead(pages[0]!);
    const all = pages.map(({ text }) => text).join('');
    checkSheet(all, await expected.reader.sheet({ period: PERIOD, subject }));
    expect(timesPrinted(all, '负责人签字')).toBe(1);
    expect(timesPrinted(pages.at(-1)!.text, '负责人签字')).toBe(1);
    // The ranking beside it stays on the screen.
    for (const other of rows.filter((row) => row.subject !== subject).slice(0, 3)) {
      expect(timesPrinted(all, other.name)).toBe(0);
    }
  });

  test('the sheets of a group come one after the other, each on pages of its own with head and lines to sign', async () => {
    // The window of the printer holds the page still; here the sheets stay until the PDF is made.
    await visit.page.addInitScript(() => {
      window.print = () => {
        const dashboard = document.querySelector<HTMLElement>('kaoheng-dashboard')!;
        const sheets = dashboard.shadowRoot!.querySelector('kh-print-sheets') as HTMLElement & {
          requestUpdate?: () => void;
        };
        const paper = document.documentElement.dataset['paper'];
        const printing = dashboard.dataset['printing'];
        const feet = document.adoptedStyleSheets.map(({ cssRules }) =>
          [...cssRules].map((rule) => rule.cssText).join(''),
        );
        const goOn = (): void => {
          delete sheets.requestUpdate;
          sheets.requestUpdate!();
        };
        sheets.requestUpdate = () => undefined;
        Object.assign(window, { printed: { paper, printing, feet, goOn } });
      };
    });
    const { rows } = await expected.ranking(PERIOD);
    const { group } = rows[0]!;
    const own = rows.filter((row) => row.group === group);
    await visit.open(`#period=${PERIOD}&group=${encodeURIComponent(group)}`);
    await expect.poll(() => visit.rows().count()).toBe(own.length);
    await visit.page.getByRole('button', { name: '导出', exact: true }).click();
    await visit.page
      .locator('kh-export-dialog')
      .getByRole('button', { name: `打印 ${own.length} 份` })
      .click();
    await visit.page.waitForFunction(() => 'printed' in window);
    await visit.page.evaluate(() => {
      const { paper, printing, feet } = (
        window as unknown as { printed: { paper: string; printing: string; feet: string[] } }
      ).printed;
      document.documentElement.dataset['paper'] = paper;
      document.querySelector<HTMLElement>('kaoheng-dashboard')!.dataset['printing'] = printing;
      document.adoptedStyleSheets = feet.map((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        return sheet;
      });
    });
    const pages = await print();
    expect(pages.some(({ isWide }) => isWide)).toBe(false);
    checkFrame(pages);
    const starts = pages.flatMap(({ text }, at) => (timesPrinted(text, TODAY) > 0 ? [at] : []));
    expect(starts).toHaveLength(own.length);
    expect(starts[0]).toBe(0);
    for (const [at, { subject }] of own.entries()) {
      const sheet = pages.slice(starts[at], starts[at + 1]);
      checkHead(sheet[0]!);
      // A hundred lines on two pages; the place to sign is never alone on one.
      expect(sheet.length).toBeLessThanOrEqual(2);
      for (const result of ['考核结果', '数据完整']) expect(timesPrinted(sheet.at(-1)!.text, result)).toBe(1);
      const text = sheet.map((page) => page.text).join('');
      // oxlint-disable-next-line no-await-in-loop
      checkSheet(text, await expected.reader.sheet({ period: PERIOD, subject }));
      expect(timesPrinted(text, '负责人签字')).toBe(1);
      expect(timesPrinted(sheet.at(-1)!.text, '负责人签字')).toBe(1);
      // Each sheet counts its own pages, and what is signed stands above the place to sign.
      for (const [number, { text: own }] of sheet.entries()) {
        expect(timesPrinted(own, `${rows.find((row) => row.subject === subject)!.name} 第 ${number + 1} 页`)).toBe(1);
      }
      for (const other of rows.filter((row) => row.subject !== subject)) {
        expect(timesPrinted(sheet[0]!.text, other.name)).toBe(0);
      }
    }
    await visit.page.evaluate(() => (window as unknown as { printed: { goOn(): void } }).printed.goOn());
    await expect.poll(() => visit.page.locator('kh-print-sheets article').count()).toBe(0);
  });
});
