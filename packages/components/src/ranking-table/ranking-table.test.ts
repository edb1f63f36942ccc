import './ranking-table.ts';
import '../score-store/score-store.ts';
import { ReaderError, wordFigure, type ResultsReader } from '@kaoheng/engine/reader';
import { html } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  emptyReader,
  loadingReader,
  readerOf,
  villageReader,
  withFigures,
  withNodes,
  withoutGroups,
} from '../../../../stories/fixtures/readers.ts';
import { villageResults } from '../../../../stories/fixtures/village-results.ts';
import { villageName } from '../../../../stories/fixtures/village-names.ts';
import { focused, mount, mountPage, storeListeners, until } from '../../test-support/mount.ts';
import type { RankingArrangement, RankingTableElement, RowSelectDetail } from './ranking-table.element.ts';

const table = html`<ranking-table></ranking-table>`;
const PUBLISHED = {
  published: { date: '2026-01-08', from: '', to: '', objections: '' },
  discretion: { codes: false, heldBack: true, smallest: 3 },
};
const rankingOf = (stage: ParentNode) => stage.querySelector<RankingTableElement>('ranking-table')!;
const rowsOf = (stage: ParentNode) => [...rankingOf(stage).shadowRoot!.querySelectorAll('tr.subject')];
const nameButton = (name: string) => page.getByRole('button', { name, exact: true });

async function shown(reader: ResultsReader, selection: Record<string, string> = {}): Promise<HTMLElement> {
  const stage = mountPage(reader, table, selection);
  await until(() => rowsOf(stage).length > 0);
  return stage;
}

describe('a ranking table', () => {
  it('is a table with a caption, column headers and row headers', async () => {
    await shown(villageReader());
    await expect.element(page.getByRole('table', { name: '排名 · 2025 年' })).toBeVisible();
    await expect.element(page.getByRole('columnheader', { name: /总分/ })).toBeVisible();
    expect(page.getByRole('rowheader').elements().length).toBeGreaterThan(29);
  });

  it('says in its caption when parameters were changed for a trial, and lists them on demand', async () => {
    const scored = villageResults();
    const changedParameters = [
      { name: 'share', title: { zh: '优秀比例', en: '' }, unit: '%', value: '99', written: '30' },
    ];
    await shown(readerOf({ ...scored, description: { ...scored.description, changedParameters } }));
    const list = page.getByText('优秀比例：30 % 改为 99 %').first();
    await expect.element(list).not.toBeVisible();
    await userEvent.click(page.getByText('试算：参数已改（1 项）').first());
    await expect.element(list).toBeVisible();
  });

  it('leaves out the columns that do not fit, whole, and shows them at a click', async () => {
    await page.viewport(1200, 800);
    const stage = mountPage(villageReader(), html`<ranking-table fit-columns></ranking-table>`);
    const element = rankingOf(stage);
    const headers = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('thead th')];
    const scroller = () => element.shadowRoot!.querySelector<HTMLElement>('.scroll')!;
    const isWhole = () => scroller().scrollWidth <= scroller().clientWidth;
    element.style.width = '3000px';
    await until(() => rowsOf(stage).length > 0);
    const all = headers().length;
    element.style.width = '520px';
    await until(() => headers().length < all && isWhole());
    const fitting = headers().length;
    expect(rowsOf(stage)[0]!.children.length).toBe(fitting);
    expect(headers()[0]!.textContent).toContain('名次');

    const told: boolean[] = [];
    stage.addEventListener('arrangement-change', (event) =>
      told.push((event as CustomEvent<RankingArrangement>).detail.allColumns),
    );
    await userEvent.click(page.getByRole('button', { name: `还有 ${all - fitting} 列` }));
    expect(told).toEqual([true]);
    expect(headers().length).toBe(all);
    expect(isWhole()).toBe(false);
    await userEvent.click(page.getByRole('button', { name: '收起' }));
    await until(() => headers().length === fitting);

    // A wider place has room for more.
    element.style.width = '3000px';
    await until(() => headers().length === all);
    expect(page.getByRole('button', { name: /还有/ }).elements()).toEqual([]);
  });

  it('breaks long titles of columns, so that none lies over its neighbour', async () => {
    await page.viewport(1000, 800);
    const scored = villageResults({ villages: 4, oneGroup: true });
    const parts = scored.parts.map((part) => ({
      ...part,
      description: {
        ...part.description,
        nodes: part.description.nodes.map((node) => ({
          ...node,
          title: { zh: 'Beautiful villages and tourism', en: '' },
        })),
      },
    }));
    const stage = await shown(
      readerOf({
        ...scored,
        parts,
        description: { ...scored.description, parts: parts.map(({ description }) => description) },
      }),
    );
    const labels = [...rankingOf(stage).shadowRoot!.querySelectorAll<HTMLElement>('th.item .label')];
    expect(labels.length).toBeGreaterThan(2);
    for (const label of labels) {
      const cell = label.closest('th')!.getBoundingClientRect();
      const { left, right } = label.getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(cell.left);
      expect(right).toBeLessThanOrEqual(cell.right + 0.5);
    }
  });

  it('says that ranks are within groups that are not published', async () => {
    const stage = await shown(readerOf(withoutGroups(villageResults({ villages: 12 }))));
    const text = rankingOf(stage).shadowRoot!.textContent!;
    expect(text).toContain('名次在各组内排定，组别不公布');
    expect(text).not.toContain('山区组');
  });

  it('names what is held back, and why', async () => {
    const held = { state: 'held' as const, text: '', number: null, exact: true };
    const scored = withFigures(villageResults({ villages: 6, oneGroup: true }), {
      total: (figure, row) => (row % 2 === 0 ? held : figure),
    });
    await shown(readerOf({ ...scored, description: { ...scored.description, ...PUBLISHED } }));
    await expect
      .element(page.getByText('不公布', { exact: true }).first())
      .toHaveAttribute('title', expect.stringContaining('评分人数太少'));
    await expect.element(page.getByText(/评分人数、组内对象不足 3 个的内容不公布/)).toBeVisible();
  });

  it('has a section for each group, and none when one group is chosen', async () => {
    const stage = await shown(villageReader());
    expect(rankingOf(stage).shadowRoot!.querySelectorAll('tbody')).toHaveLength(3);
    stage.querySelector('score-store')!.group = '山区组';
    await until(() => rowsOf(stage).length === 10);
    expect(rankingOf(stage).shadowRoot!.querySelectorAll('tr.group')).toHaveLength(0);
  });

  it('sorts by a header, turns round, and returns to the ranking', async () => {
    const stage = await shown(villageReader({ oneGroup: true }));
    const first = () => rowsOf(stage)[0]!.querySelector('button')!.textContent!.trim();
    const original = first();
    const header = page.getByRole('columnheader', { name: /名称/ });
    await userEvent.click(header.getByRole('button'));
    await expect.element(header).toHaveAttribute('aria-sort', 'ascending');
    expect(first()).not.toBe(original);
    await userEvent.click(header.getByRole('button'));
    await expect.element(header).toHaveAttribute('aria-sort', 'descending');
    await userEvent.click(header.getByRole('button'));
    await expect.element(header).not.toHaveAttribute('aria-sort');
    expect(first()).toBe(original);
  });

  it('tells how it was arranged, and can be arranged like that from the start', async () => {
    const stage = await shown(villageReader());
    const told: RankingArrangement[] = [];
    stage.addEventListener('arrangement-change', (event) =>
      told.push((event as CustomEvent<RankingArrangement>).detail),
    );
    await userEvent.click(page.getByRole('columnheader', { name: /总分/ }).getByRole('button'));
    await userEvent.fill(page.getByRole('searchbox'), 'v0');
    expect(told[0]).toEqual({ sort: 'total descending', search: '', allColumns: false });
    expect(told[told.length - 1]).toEqual({ sort: 'total descending', search: 'v0', allColumns: false });
    const names = rowsOf(stage).map((row) => row.textContent);
    const again = mountPage(villageReader(), html`<ranking-table sort="total descending" search="v0"></ranking-table>`);
    await until(() => rowsOf(again).length > 0);
    expect(rowsOf(again).map((row) => row.textContent)).toEqual(names);
  });

  it('leaves the box to search with where a search hides nearly everybody', async () => {
    const ranking = await villageReader().ranking({ period: '2025' });
    const few = { ...ranking, rows: ranking.rows.slice(0, 3) };
    const stage = mount(html`<ranking-table .ranking=${few} search="nobody"></ranking-table>`);
    await until(() => rankingOf(stage).shadowRoot!.querySelector('input[type=search]') !== null);
    expect(rowsOf(stage)).toHaveLength(0);
  });

  it('is one stop for Tab; arrows, Home, End and Page keys move; Enter chooses', async () => {
    const stage = await shown(villageReader());
    const events: RowSelectDetail[] = [];
    stage.addEventListener('row-select', (event) => events.push((event as CustomEvent<RowSelectDetail>).detail));
    const names = rowsOf(stage).map((row) => row.querySelector('button')!.textContent!.trim());
    const at = () => focused()!.textContent!.trim();
    nameButton(names[0]!).element().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await until(() => at() === names[2]);
    await userEvent.keyboard('{End}');
    await until(() => at() === names[names.length - 1]);
    await userEvent.keyboard('{PageUp}');
    await until(() => at() !== names[names.length - 1]);
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await until(() => at() === names[0]);
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await until(() => at() === names[names.length - 1]);
    await userEvent.keyboard('{Home}{ArrowDown}');
    await until(() => at() === names[1]);
    await userEvent.keyboard('{Enter}');
    expect(events).toHaveLength(1);
    expect(events[0]!.row.name).toBe(names[1]);
    expect(stage.querySelector('score-store')!.selection.subject).toBe(events[0]!.subject);
    await expect.element(nameButton(names[1]!)).toHaveAttribute('aria-pressed', 'true');
    expect(rankingOf(stage).shadowRoot!.querySelectorAll('tbody [tabindex="0"]')).toHaveLength(1);
  });

  it('chooses a row by a click anywhere in it', async () => {
    const stage = await shown(villageReader());
    const row = rowsOf(stage)[4]!;
    await userEvent.click(row.querySelector('td.total')!);
    await until(() => row.getAttribute('aria-current') === 'true');
  });

  it('finds rows and says how many', async () => {
    const stage = await shown(villageReader());
    await userEvent.fill(page.getByRole('searchbox'), '溪');
    await until(() => rowsOf(stage).length < 30);
    for (const row of rowsOf(stage)) expect(row.textContent).toContain('溪');
    await expect.element(page.getByText(`${rowsOf(stage).length} 个，共 30 个`)).toBeVisible();
    await userEvent.fill(page.getByRole('searchbox'), '不存在');
    await expect.element(page.getByText('没有符合条件的单位。')).toBeVisible();
  });

  it('shows markup in a name as text', async () => {
    const name = (index: number) => (index ? villageName(index) : '<img src=x onerror="window.harmed=true">');
    const stage = await shown(villageReader({ villages: 3, oneGroup: true, name }));
    await expect.element(page.getByText('<img src=x onerror="window.harmed=true">')).toBeVisible();
    expect(rankingOf(stage).shadowRoot!.querySelector('img')).toBeNull();
    expect((window as unknown as { harmed?: boolean }).harmed).toBeUndefined();
  });

  it('says that nobody is ranked rather than showing an empty table', async () => {
    mountPage(emptyReader(), table);
    await expect.element(page.getByText('本期没有可显示的结果，可换一个考核期看看。')).toBeVisible();
  });

  it('shows words by the titles that the scheme gives them, in the language of the page', async () => {
    const results = withFigures(villageResults({ villages: 3, oneGroup: true }), {
      grade: (_, row) => wordFigure(['met', 'unmet', 'toString'][row % 3]!),
    });
    const wordTitles = { met: { zh: '达到', en: 'reached' }, unmet: { zh: '未达到', en: 'not reached' } };
    const parts = results.parts.map((part) => {
      const nodes = part.description.nodes.map((node) => (node.id === 'grade' ? { ...node, wordTitles } : node));
      return { ...part, description: { ...part.description, nodes } };
    });
    const description = { ...results.description, parts: parts.map((part) => part.description) };
    const stage = await shown(readerOf({ ...results, description, parts }));
    const grades = () =>
      [...rankingOf(stage).shadowRoot!.querySelectorAll('td[part~=grade]')].map((cell) => cell.textContent!.trim());
    expect(grades().sort()).toEqual(['toString', '未达到', '达到'].sort());
    stage.lang = 'en';
    await until(() => grades().includes('reached'));
    expect(grades()).toContain('not reached');
  });

  it('gives no place to those whom the scheme does not rank, whatever word it has for that', async () => {
    const results = withFigures(villageResults({ villages: 3, oneGroup: true }), {
      rank: () => wordFigure('none'),
    });
    const stage = await shown(readerOf(results));
    const ranks = [...rankingOf(stage).shadowRoot!.querySelectorAll('td[part~=rank]')];
    expect(ranks.map((cell) => cell.textContent!.trim())).toEqual(['—不参加排名', '—不参加排名', '—不参加排名']);
  });

  it('says that there are no results of any period where nobody has data', async () => {
    mountPage(villageReader({ periods: [] }), table);
    await expect.element(page.getByText('还没有任何考核期的结果。')).toBeVisible();
  });

  it('shows the results of parts that give no marks, promises no ranks, and names what stands for everybody', async () => {
    const results = villageResults({ villages: 4, oneGroup: true });
    const only = withNodes(results, (id) => id === 'veto' || id === 'complete');
    const subjects = only.subjects.map((subject, at) =>
      at === 0 ? { ...subject, subject: 'ALL', name: 'ALL' } : subject,
    );
    const parts = only.parts.map((part) => ({ ...part, description: { ...part.description, known: {} } }));
    const stage = await shown(readerOf({ ...only, subjects, parts }));
    await expect.element(page.getByRole('button', { name: '全体', exact: true })).toBeVisible();
    expect(rowsOf(stage)).toHaveLength(4);
    await expect.element(page.getByText('成绩 · 2025 年')).toBeVisible();
  });

  it('tells a veto, missing data and a rank that does not exist in words', async () => {
    await shown(villageReader());
    expect(page.getByText('一票否决').elements().length).toBeGreaterThan(0);
    expect(page.getByText('数据未齐').elements().length).toBeGreaterThan(0);
  });

  it('prints every row of a windowed table', async () => {
    const stage = await shown(villageReader({ villages: 400, oneGroup: true }));
    expect(rowsOf(stage).length).toBeLessThan(100);
    window.dispatchEvent(new Event('beforeprint'));
    expect(rowsOf(stage)).toHaveLength(400);
    window.dispatchEvent(new Event('afterprint'));
    await until(() => rowsOf(stage).length < 100);
  });

  it('prints a header without buttons, which Chromium would not repeat, and the group in every row', async () => {
    const stage = await shown(villageReader());
    const root = rankingOf(stage).shadowRoot!;
    window.dispatchEvent(new Event('beforeprint'));
    expect(root.querySelectorAll('thead button')).toHaveLength(0);
    expect(root.querySelector('thead')!.textContent).toContain('分组');
    expect(rowsOf(stage).every((row) => /组/.test(row.children[2]!.textContent!))).toBe(true);
    window.dispatchEvent(new Event('afterprint'));
    await until(() => root.querySelector('thead button'));
    expect(root.querySelector('thead')!.textContent).not.toContain('分组');
  });

  it('copies the shown rows as text for a spreadsheet', async () => {
    const stage = await shown(villageReader({ villages: 5, oneGroup: true }));
    const copied = copyFrom(rowsOf(stage)[0]!.querySelector('button')!);
    const lines = copied.split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]!.split('\t').slice(0, 3)).toEqual(['名次', '名称', '总分']);
    await expect.element(page.getByText('已复制 5 行，可粘贴到表格软件')).toBeVisible();
  });

  it('copies from its button without the clipboard interface, which plain http lacks', async () => {
    await shown(villageReader({ villages: 5, oneGroup: true }));
    let types: readonly string[] = [];
    const look = (event: ClipboardEvent) => (types = [...(event.clipboardData?.types ?? [])]);
    window.addEventListener('copy', look);
    await userEvent.click(page.getByRole('button', { name: '复制表格' }));
    window.removeEventListener('copy', look);
    await expect.element(page.getByText('已复制 5 行，可粘贴到表格软件')).toBeVisible();
    expect(types).toContain('text/plain');
  });
});

describe('a ranking of ten thousand rows', () => {
  it('draws only those in sight and tells the rest to screen readers', async () => {
    const stage = await shown(villageReader({ villages: 10_000, oneGroup: true }));
    expect(rowsOf(stage).length).toBeLessThan(80);
    await expect.element(page.getByRole('table')).toHaveAttribute('aria-rowcount', '10001');
    expect(rowsOf(stage)[0]!.getAttribute('aria-rowindex')).toBe('2');
  });

  it('goes to its last row by End and keeps the focused row when scrolled away', async () => {
    const stage = await shown(villageReader({ villages: 10_000, oneGroup: true }));
    const scroller = rankingOf(stage).shadowRoot!.querySelector('.scroll')!;
    rowsOf(stage)[0]!.querySelector('button')!.focus();
    await userEvent.keyboard('{End}');
    await until(() => focused()?.closest('tr')?.getAttribute('aria-rowindex') === '10001');
    const button = focused();
    const box = button!.getBoundingClientRect();
    expect(box.bottom).toBeLessThanOrEqual(scroller.getBoundingClientRect().bottom + 1);
    scroller.scrollTop = 100_000;
    await until(() => rowsOf(stage).some((row) => Number(row.getAttribute('aria-rowindex')) < 9000));
    expect(focused()).toBe(button);
    expect(button!.isConnected).toBe(true);
    await userEvent.keyboard('{ArrowUp}');
    await until(() => focused()?.closest('tr')?.getAttribute('aria-rowindex') === '10000');
  });

  it('finds among all of them, not only among those that are drawn', async () => {
    const stage = await shown(villageReader({ villages: 10_000, oneGroup: true }));
    const names = () => rowsOf(stage).map((row) => row.querySelector('button')!.textContent!.trim());
    const wanted = Array.from({ length: 10_000 }, (_, index) => villageName(index)).filter((name) =>
      name.includes('溪3'),
    );
    expect(wanted.length).toBeGreaterThan(names().length);
    await userEvent.fill(page.getByRole('searchbox'), '溪3');
    await until(() => names().length > 0 && names().every((name) => name.includes('溪3')));
    expect(names().sort()).toEqual(wanted.sort());
  });
});

describe('a ranking table and its store', () => {
  it('find each other when the store comes late', async () => {
    const stage = mount(table);
    await expect.element(page.getByText(/还没有数据/)).toBeVisible();
    const store = document.createElement('score-store');
    store.reader = villageReader({ villages: 4 });
    stage.append(store);
    await until(() => rowsOf(stage).length === 4);
    store.remove();
    await expect.element(page.getByText(/还没有数据/)).toBeVisible();
  });

  it('follow the closest store, or the one that is named', async () => {
    const stage = mount(html`<score-store id="one" .reader=${villageReader({ villages: 3 })}>${table}</score-store>
      <score-store id="two" .reader=${villageReader({ villages: 5 })}></score-store>`);
    await until(() => rowsOf(stage).length === 3);
    rankingOf(stage).store = 'two';
    await until(() => rowsOf(stage).length === 5);
  });

  it('show other results when the source changes', async () => {
    const stage = await shown(villageReader({ villages: 4 }));
    stage.querySelector('score-store')!.reader = villageReader({ villages: 7, seed: 3 });
    await until(() => rowsOf(stage).length === 7);
  });

  it('show the last of two answers even when the first one is slower', async () => {
    const inner = villageReader();
    let release: () => void = () => {};
    const slow: ResultsReader = {
      ...inner,
      ranking: (query) =>
        query.group === '山区组'
          ? new Promise((resolve) => (release = () => resolve(inner.ranking(query))))
          : inner.ranking(query),
    };
    const stage = await shown(slow);
    const store = stage.querySelector('score-store')!;
    store.group = '山区组';
    await store.updateComplete;
    await new Promise(requestAnimationFrame);
    store.group = '城郊组';
    await until(() => rowsOf(stage).length === 10);
    release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect.element(page.getByRole('table', { name: /城郊组/ })).toBeVisible();
  });

  it('say what went wrong and try again', async () => {
    const inner = villageReader({ villages: 4 });
    const ranking = vi.fn<ResultsReader['ranking']>(inner.ranking);
    ranking.mockRejectedValueOnce(new ReaderError('busy', { zh: '正在重新计算。', en: 'Busy.' }));
    const stage = mountPage({ ...inner, ranking }, table);
    await expect.element(page.getByRole('alert')).toHaveTextContent('正在重新计算。');
    await userEvent.click(page.getByRole('button', { name: '重试' }));
    await until(() => rowsOf(stage).length === 4);
  });

  it('wait for a source that has not answered', async () => {
    mountPage(loadingReader(), table);
    await expect.element(page.getByText('正在读取…')).toBeVisible();
  });

  it('change language with the page', async () => {
    await shown(villageReader());
    document.documentElement.lang = 'en';
    await expect.element(page.getByRole('columnheader', { name: /Economy/ })).toBeVisible();
    document.documentElement.lang = 'zh-CN';
    await expect.element(page.getByRole('columnheader', { name: /经济发展/ })).toBeVisible();
  });

  it('let go of each other: fifty times on and off the page leaves nothing behind', async () => {
    const before = storeListeners();
    const store = document.createElement('score-store');
    const listen = vi.spyOn(store, 'listen');
    const stops: ReturnType<typeof vi.fn>[] = [];
    listen.mockImplementation(() => {
      const stop = vi.fn();
      stops.push(stop);
      return stop;
    });
    const stage = mount(html``);
    stage.append(store);
    for (let round = 0; round < 50; round += 1) {
      const element = document.createElement('ranking-table');
      store.append(element);
      await element.updateComplete;
      element.remove();
    }
    expect(storeListeners()).toBe(before);
    expect(stops).toHaveLength(50);
    expect(stops.every((stop) => stop.mock.calls.length === 1)).toBe(true);
  });

  it('work again after having been moved on the page', async () => {
    const stage = await shown(villageReader({ villages: 4 }));
    const element = rankingOf(stage);
    const store = stage.querySelector('score-store')!;
    element.remove();
    store.append(element);
    await until(() => rowsOf(stage).length === 4);
  });
});

function copyFrom(target: Element): string {
  const clipboardData = new DataTransfer();
  target.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, composed: true, cancelable: true }));
  return clipboardData.getData('text/plain');
}
