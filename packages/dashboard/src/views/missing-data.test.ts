import { afterEach, expect, test, vi } from 'vitest';
import { preferences } from '../app/preferences.ts';
import { failure, FakeWorkspace } from '../testing/fake-workspace.ts';
import { texts } from '../testing/pierce.ts';
import './missing-data.ts';

afterEach(() => document.querySelector('kh-missing-data')?.remove());

test('says that nothing is missing only where the scheme says what would be', async () => {
  preferences.language = 'zh-CN';
  const workspace = new FakeWorkspace();
  await workspace.loadSample();
  const { rows } = await workspace.ranking({ period: '2024' });
  const list = document.createElement('kh-missing-data');
  const all = (complete: boolean | null) => rows.map((row) => ({ ...row, complete }));
  Object.assign(list, { workspace, period: '2024', rows: all(true) });
  document.body.append(list);
  await vi.waitFor(() => expect(texts([list])).toContain('没有对象的成绩缺数据'));
  list.rows = all(null);
  await vi.waitFor(() => expect(texts([list])).toContain('没有规定这类对象怎样算报齐'));
  list.rows = [];
  await vi.waitFor(() => expect(texts([list])).toContain('本期没有参加考核的对象'));
});

test('an answer that failed is forgotten with the next results', async () => {
  preferences.language = 'zh-CN';
  const workspace = new FakeWorkspace();
  await workspace.loadSample();
  const { rows } = await workspace.ranking({ period: '2024' });
  const list = document.createElement('kh-missing-data');
  const { sheet } = workspace;
  workspace.sheet = () => Promise.reject(failure('worker.lost', '后台停止了', ''));
  Object.assign(list, {
    workspace,
    period: '2024',
    rows: rows.map((row) => ({ ...row, complete: false })).slice(0, 3),
  });
  document.body.append(list);
  await vi.waitFor(() => expect(texts([list])).toContain('后台停止了'));
  workspace.sheet = sheet;
  list.rows = [...list.rows];
  await vi.waitFor(() => expect(texts([list])).not.toMatch(/后台停止了|…/));
});
