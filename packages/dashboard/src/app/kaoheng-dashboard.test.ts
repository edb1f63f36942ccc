import { WorkspaceError, type MergeSummary } from '@kaoheng/engine/live';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../ui/page.css';
import { FakeKeeper, record } from '../testing/fake-keeper.ts';
import { FakeWorkspace, goodReport } from '../testing/fake-workspace.ts';
import { everything, texts } from '../testing/pierce.ts';
import './kaoheng-dashboard.ts';
import type { KaohengDashboardElement } from './kaoheng-dashboard.ts';
import { preferences } from './preferences.ts';

let workspace: FakeWorkspace;
let dashboard: KaohengDashboardElement;

beforeEach(() => {
  history.replaceState(null, '', '#');
  preferences.language = 'zh-CN';
  preferences.theme = 'light';
  workspace = new FakeWorkspace();
});

afterEach(() => dashboard.remove());

function mount(): void {
  dashboard = document.createElement('kaoheng-dashboard');
  dashboard.workspace = workspace;
  document.body.append(dashboard);
}

async function ready(): Promise<void> {
  mount();
  await vi.waitFor(() => expect(everything(dashboard, 'tr.subject').length).toBe(30));
}

const one = <Found extends HTMLElement>(selector: string): Found => {
  const [found] = everything<Found>(dashboard, selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
const button = (text: string): HTMLButtonElement => {
  const found = everything<HTMLButtonElement>(dashboard, 'button').find(
    (candidate) => candidate.textContent?.trim() === text && candidate.offsetParent !== null,
  );
  if (!found) throw new Error(`no button ${text}`);
  return found;
};
const notices = (): string => texts(everything(dashboard, '.notice'));

describe('starting', () => {
  test('the first sample is asked for, and until it is there the page says so', async () => {
    let release = (): void => undefined;
    workspace.hold = new Promise((resolve) => (release = resolve));
    mount();
    await vi.waitFor(() => expect(texts([one('.waiting')])).toContain('正在打开示例数据'));
    release();
    await vi.waitFor(() => expect(everything(dashboard, 'tr.subject').length).toBe(30));
    expect(workspace.calls[0]).toEqual({ name: 'loadSample', with: ['township-9-villages'] });
  });

  test('an unknown scheme in the address gives way to the first sample', async () => {
    history.replaceState(null, '', '#scheme=gone');
    workspace.set({ worker: 'ready' });
    workspace.nextFailure = { of: 'loadSample', code: 'scheme.unknown', text: { zh: '没有', en: 'none' } };
    await ready();
    expect(workspace.calls.map((call) => call.with[0])).toEqual(['gone', 'township-9-villages']);
    expect(location.hash).not.toContain('gone');
  });

  test('a sample that cannot be opened is named with its reason, and can be tried again', async () => {
    workspace.set({ worker: 'ready' });
    workspace.nextFailure = { of: 'loadSample', code: 'x', text: { zh: '磁盘坏了', en: 'disk' } };
    mount();
    await vi.waitFor(() => expect(notices()).toContain('磁盘坏了'));
    button('重试').click();
    await vi.waitFor(() => expect(everything(dashboard, 'tr.subject').length).toBe(30));
    expect(notices()).not.toContain('磁盘坏了');
  });
});

test('own data does not outlive a reload, and the page says which files to load again', async () => {
  sessionStorage.setItem('kaoheng.files', '["村级数据.xlsx"]');
  await ready();
  await vi.waitFor(() => expect(notices()).toContain('村级数据.xlsx需要重新载入'));
  one('kh-load-dialog').dispatchEvent(new CustomEvent('loaded'));
  await vi.waitFor(() => expect(notices()).not.toContain('村级数据.xlsx'));
  expect(sessionStorage.getItem('kaoheng.files')).toBeNull();
});

describe('what goes wrong', () => {
  test('a lost worker is named and started again at a click', async () => {
    await ready();
    workspace.set({ worker: 'lost', workerProblem: { code: 'worker.lost', text: { zh: '进程停止了', en: 'gone' } } });
    await vi.waitFor(() => expect(notices()).toContain('进程停止了'));
    expect(one('.notice.bad').getAttribute('role')).toBe('alert');
    button('重新启动').click();
    await vi.waitFor(() => expect(notices()).not.toContain('进程停止了'));
    expect(workspace.calls.at(-1)?.name).toBe('restart');
  });

  test('a database that did not start is a notice beside working results, and can be put away', async () => {
    await ready();
    workspace.set({
      store: { state: 'failed', problem: { code: 'duckdb.mime', text: { zh: '类型应为 wasm', en: 'mime' } } },
    });
    await vi.waitFor(() => expect(notices()).toContain('类型应为 wasm'));
    expect(notices()).toContain('评分照常进行');
    expect(everything(dashboard, 'tr.subject').length).toBe(30);
    one('.notice.warn .dismiss').click();
    await vi.waitFor(() => expect(notices()).not.toContain('类型应为 wasm'));
  });

  test('data that cannot be scored says where and why', async () => {
    await ready();
    const text = { zh: '2024 年石桥村 invest.tax:除数为 0', en: 'zero' };
    workspace.set({ scored: false, scoringProblem: { code: 'score.divide', text } });
    await vi.waitFor(() => expect(notices()).toContain('石桥村 invest.tax'));
    expect(everything(dashboard, 'ranking-table').length).toBe(0);
  });
});

describe('what must not be forgotten', () => {
  test('rows that were not read stay in the head and on paper, and nothing is called complete', async () => {
    await ready();
    workspace.nextReport = goodReport({ observations: { read: 1219, accepted: 1200, refused: 19 } });
    await workspace.importFiles([]);
    await vi.waitFor(() => expect(texts([one('kh-header')])).toContain('19 行未读入'));
    expect(texts([one('kh-header')])).not.toContain('齐全');
    expect(texts([one('.print-head')])).toContain('19 行未读入');
    const merged = { openConflicts: 4, conflicts: [], imports: [], corrections: [], likenesses: [], openCounts: [] };
    workspace.set({ data: { ...workspace.status.data!, merged: merged as unknown as MergeSummary } });
    await vi.waitFor(() => expect(texts([one('.print-head')])).toContain('有 4 处数据说法不一'));
    expect(texts([one('.print-head')])).toMatch(/\d+ 个未报齐，未报的按 0 计/);
    everything(dashboard, '.data-status a')[0]!.click();
    await vi.waitFor(() => expect(everything(dashboard, 'kh-import-report').length).toBe(1));
  });

  test('changed parameters are marked in the head, in the widgets and on paper until they are as written', async () => {
    await ready();
    await workspace.setParameters({ share: '99' });
    await vi.waitFor(() => expect(texts([one('kh-header')])).toContain('试算：参数已改（1 项）'));
    expect(texts([one('kh-header')])).toContain('优秀比例：30 % 改为 99 %');
    expect(texts([one('.print-head')])).toContain('优秀比例：30 % 改为 99 %');
    await vi.waitFor(() => expect(texts([one('ranking-table')])).toContain('试算：参数已改（1 项）'));
    await workspace.setParameters({});
    await vi.waitFor(() => expect(texts([one('kh-header')])).not.toContain('试算'));
  });
});

describe('choosing', () => {
  test('a row opens sheet and radar and enters the address; going back closes them', async () => {
    await ready();
    one('tr.subject button.name').click();
    await vi.waitFor(() => expect(everything(dashboard, 'score-sheet tr[data-node]').length).toBeGreaterThan(5));
    expect(everything(dashboard, 'radar-breakdown').length).toBe(1);
    expect(location.hash).toMatch(/subject=v\d+/);
    history.back();
    await vi.waitFor(() => expect(everything(dashboard, 'score-sheet').length).toBe(0));
  });

  test('the next unit is the next of the ranking, and closing leads back to its row', async () => {
    await ready();
    one('tr.subject button.name').click();
    await vi.waitFor(() => expect(one('.detail').ariaLabel).toMatch(/的成绩/));
    const first = one('.detail').ariaLabel;
    await vi.waitFor(() => button('下一个').click());
    await vi.waitFor(() => expect(one('.detail').ariaLabel).not.toBe(first));
    const name = one('.detail').ariaLabel!.replace('的成绩', '');
    button('返回总表').click();
    await vi.waitFor(() => {
      const table = one('ranking-table');
      expect(table.shadowRoot?.activeElement?.textContent?.trim()).toBe(name);
    });
  });

  test('views are links that keep what is chosen', async () => {
    await ready();
    const [, data] = everything<HTMLAnchorElement>(dashboard, 'nav a');
    expect(data!.hash).toContain('period=');
    data!.click();
    await vi.waitFor(() => expect(everything(dashboard, 'kh-data-view').length).toBe(1));
    expect(location.hash).toContain('view=data');
    expect(data!.getAttribute('aria-current')).toBe('page');
  });

  test('those who have not delivered everything are listed with what they owe, and lead to their sheet', async () => {
    await ready();
    everything<HTMLAnchorElement>(dashboard, 'nav a')[1]!.click();
    await vi.waitFor(() => expect(everything(dashboard, 'kh-missing-data tbody tr').length).toBeGreaterThan(0));
    await vi.waitFor(() => expect(one('kh-missing-data tbody tr').lastElementChild!.textContent).not.toMatch(/^[…—]$/));
    one('kh-missing-data tbody .link').click();
    await vi.waitFor(() => expect(everything(dashboard, 'score-sheet').length).toBe(1));
  });
});

describe('a look at the results', () => {
  const rows = (): number => everything(dashboard, 'tr.subject').length;

  test('order and search stand in the address, and are there again after a reload', async () => {
    await ready();
    everything<HTMLButtonElement>(dashboard, 'ranking-table th.name button')[0]!.click();
    await vi.waitFor(() => expect(location.hash).toContain('sort=name'));
    await userEvent.fill(one<HTMLInputElement>('ranking-table input[type=search]'), 'v03');
    await vi.waitFor(() => expect(rows()).toBe(1));
    expect(location.hash).toContain('search=v03');
    dashboard.remove();
    mount();
    await vi.waitFor(() => expect(rows()).toBe(1));
    expect(one('ranking-table th.name').ariaSort).toBe('ascending');
  });

  test('what an address names and the results do not have is told', async () => {
    history.replaceState(null, '', '#period=1999&group=nobody');
    await ready();
    await vi.waitFor(() => expect(notices()).toContain('视图或链接里的考核期、分组在现有成绩中没有'));
    one('tr.subject button.name').click();
    await vi.waitFor(() => expect(notices()).not.toContain('视图或链接里'));
  });

  test('a period that nobody asked for is not missed when other data have others', async () => {
    await ready();
    await vi.waitFor(() => expect(location.hash).toContain('period=2025'));
    workspace.answerWith({ periods: ['2030', '2031'] });
    await vi.waitFor(() => expect(location.hash).toContain('period=2031'));
    await vi.waitFor(() => expect(texts([one('ranking-table caption')])).toContain('2031'));
    expect(notices()).not.toContain('视图或链接里');
  });

  test('a period that was chosen and is gone is told', async () => {
    await ready();
    const period = one<HTMLSelectElement>('period-picker select');
    period.value = '2024';
    period.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(location.hash).toContain('period=2024'));
    workspace.answerWith({ periods: ['2030', '2031'] });
    await vi.waitFor(() => expect(notices()).toContain('视图或链接里的考核期'));
  });

  test('subjects without any data are no error: what to do next is said and offered', async () => {
    await ready();
    workspace.answerWith({ periods: [] });
    await vi.waitFor(() => expect(texts([one('.waiting')])).toContain('没有任何考核期的数据'));
    expect(texts([one('kh-header')])).not.toContain('齐全');
    one<HTMLButtonElement>('.waiting button').click();
    await vi.waitFor(() =>
      expect(everything<HTMLDialogElement>(dashboard, 'kh-load-dialog dialog')[0]!.open).toBe(true),
    );
  });
});

describe('for everybody', () => {
  test('the language turns everywhere, the page’s language too', async () => {
    await ready();
    button('English').click();
    await vi.waitFor(() => expect(notices()).toContain('made up'));
    expect(document.documentElement.lang).toBe('en');
    expect(document.title).toContain('Kaoheng');
  });

  test('the first Tab offers to skip to the content', async () => {
    await ready();
    await userEvent.keyboard('{Tab}');
    const skip = one('.skip');
    expect(dashboard.shadowRoot!.activeElement).toBe(skip);
    await userEvent.keyboard('{Enter}');
    expect(dashboard.shadowRoot!.activeElement).toBe(one('main'));
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const view of ['results', 'data', 'parameters'] as const) {
      test(`${view} has no axe violation, ${theme}`, async () => {
        preferences.theme = theme;
        history.replaceState(null, '', view === 'results' ? '#subject=v03' : `#view=${view}`);
        mount();
        const content = {
          results: ['score-sheet tr[data-node]', 'radar-breakdown .chart path'],
          data: ['kh-import-report dl'],
          parameters: ['form input'],
        };
        for (const selector of content[view]) {
          // oxlint-disable-next-line no-await-in-loop
          await vi.waitFor(() => expect(everything(dashboard, selector).length).toBeGreaterThan(0));
        }
        const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
      });
    }
  }
});

describe('keeping the work', () => {
  let keeper: FakeKeeper;

  beforeEach(() => {
    keeper = new FakeKeeper();
    localStorage.removeItem('kaoheng.workspace');
    sessionStorage.removeItem('kaoheng.workspace');
  });

  async function readyWithKeeper(): Promise<void> {
    dashboard = document.createElement('kaoheng-dashboard');
    dashboard.workspace = workspace;
    dashboard.keeper = keeper;
    document.body.append(dashboard);
    await vi.waitFor(() => expect(everything(dashboard, 'tr.subject').length).toBe(30));
  }

  test('the workspace of the last time is opened, and no sample', async () => {
    sessionStorage.setItem('kaoheng.workspace', 'w1');
    keeper.open = async (id) => {
      keeper.calls.push(['open', id]);
      await workspace.importFiles([]);
      keeper.set({ workspace: record('w1', '2025 年度'), state: 'kept' });
    };
    await readyWithKeeper();
    expect(keeper.calls).toEqual([['open', 'w1']]);
    expect(workspace.calls.map(({ name }) => name)).not.toContain('loadSample');
    expect(texts([dashboard])).toContain('已自动保存');
  });

  test('where that fails the reason is told, and the sample is shown', async () => {
    sessionStorage.setItem('kaoheng.workspace', 'w1');
    keeper.nextFailure = new WorkspaceError('keep.damaged', { zh: '数据.xlsx 已损坏', en: '' });
    await readyWithKeeper();
    expect(notices()).toContain('上次的工作区没有打开');
    expect(notices()).toContain('数据.xlsx 已损坏');
  });

  test('what could not be kept is a notice that leads to the remedies, and keeps the page from closing', async () => {
    await readyWithKeeper();
    const leave = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leave);
    expect(leave.defaultPrevented).toBe(false);
    keeper.set({ state: 'not kept', problem: { code: 'keep.full', text: { zh: '存储空间已满', en: '' } } });
    await vi.waitFor(() => expect(notices()).toContain('存储空间已满'));
    const again = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(again);
    expect(again.defaultPrevented).toBe(true);
    button('处理').click();
    await vi.waitFor(() => expect(texts([dashboard])).toContain('再存一次'));
  });

  test('a view is saved, seen in the address and opened with one click', async () => {
    await readyWithKeeper();
    await userEvent.fill(one<HTMLInputElement>('ranking-table input[type=search]'), 'v03');
    await vi.waitFor(() => expect(everything(dashboard, 'tr.subject').length).toBe(1));
    button('保存视图…').click();
    await vi.waitFor(() => expect(one<HTMLInputElement>('kh-views-dialog #name').value).toContain('查找“v03”'));
    expect(texts([one('kh-views-dialog')])).toContain('只在这次打开期间有效');
    await userEvent.keyboard('第三个{Enter}{Escape}');
    const view = await vi.waitFor(() => one<HTMLAnchorElement>('kh-view-strip a'));
    expect(view.getAttribute('aria-current')).toBe('true');
    expect(view.hash).toBe(location.hash);

    everything<HTMLAnchorElement>(dashboard, 'nav a')[1]!.click();
    await vi.waitFor(() => expect(everything(dashboard, 'kh-data-view').length).toBe(1));
    one('kh-view-strip a').click();
    await vi.waitFor(() => expect(everything(dashboard, 'tr.subject').length).toBe(1));
    expect(location.hash).toContain('search=v03');
  });

  test('a view of deliveries leads to them, with what was chosen there', async () => {
    await readyWithKeeper();
    workspace.lines = [{ item: 'a', title: { zh: '甲', en: '' }, from: '财政所', period: '2024', subjects: [] }];
    const look = { view: 'data', owner: '财政所', lines: 'all' };
    keeper.set({ views: [{ id: 'x', name: '报送', look }] });
    await vi.waitFor(() => one('kh-view-strip a').click());
    const box = await vi.waitFor(() => one<HTMLInputElement>('kh-deliveries input[type=checkbox]'));
    expect(box.checked).toBe(false);
    expect(one<HTMLSelectElement>('kh-deliveries select').value).toBe('财政所');
    await vi.waitFor(() => expect(one('#deliveries').getBoundingClientRect().top).toBeLessThan(200));
    box.click();
    await vi.waitFor(() => expect(location.hash).not.toContain('lines'));
  });

  test('the open workspace is remembered for the next time', async () => {
    await readyWithKeeper();
    keeper.set({ workspace: record('w7', '甲'), state: 'kept' });
    expect(sessionStorage.getItem('kaoheng.workspace')).toBe('w7');
    keeper.set({ workspace: null, state: 'nothing' });
    expect(sessionStorage.getItem('kaoheng.workspace')).toBe('');
  });
});
