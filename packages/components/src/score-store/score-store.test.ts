import './score-store.ts';
import '../group-picker/group-picker.ts';
import '../period-picker/period-picker.ts';
import '../ranking-table/ranking-table.ts';
import { publish } from '@kaoheng/engine/reader';
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { villageReader } from '../../../../stories/fixtures/readers.ts';
import { villageResults } from '../../../../stories/fixtures/village-results.ts';
import { mount, until } from '../../test-support/mount.ts';
import type { ScoreStoreElement, SelectionChangeDetail } from './score-store.element.ts';

const notice = { date: '2025-12-20', from: '', to: '', objections: '' };
const storeIn = (stage: ParentNode) => stage.querySelector<ScoreStoreElement>('score-store')!;

beforeEach(() => {
  vi.restoreAllMocks();
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function ready(stage: ParentNode): Promise<ScoreStoreElement> {
  await until(() => storeIn(stage).status === 'ready');
  return storeIn(stage);
}

describe('results that were changed after they were published', () => {
  const stageOf = (text: string, integrity?: string) => {
    const stage = mount(html`<score-store><ranking-table></ranking-table></score-store>`);
    const store = storeIn(stage);
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = text;
    if (integrity !== undefined) store.integrity = integrity;
    store.append(script);
    return stage;
  };

  it('are not shown, and the widgets say why', async () => {
    const text = JSON.stringify(await publish(villageResults({ villages: 6 }), { notice }));
    const total = /"total":\["([^"]+)"/.exec(text)![1]!;
    const stage = stageOf(text.replace(`"total":["${total}"`, '"total":["99.99"'));
    await until(() => storeIn(stage).status === 'error');
    await expect.element(page.getByText(/校验值不符/)).toBeVisible();
  });

  it('are known by the digest that the page gives', async () => {
    const file = await publish(villageResults({ villages: 6 }), { notice });
    const good = stageOf(JSON.stringify(file), file.integrity);
    await until(() => storeIn(good).status === 'ready');
    const other = stageOf(JSON.stringify(file), 'sha256-0');
    await until(() => storeIn(other).status === 'error');
    expect(storeIn(other).error?.text.zh).toContain('不是本页公布的那一份');
  });
});

describe('a store', () => {
  it('looks at the latest period of the first part until something is chosen', async () => {
    const store = await ready(mount(html`<score-store .reader=${villageReader()}></score-store>`));
    expect(store.selection).toEqual({ part: 'villages', period: '2025', group: '', subject: '', node: '' });
  });

  it('takes its first selection from attributes', async () => {
    const stage = mount(html`<score-store period="2024" group="山区组" subject="v12"></score-store>`);
    storeIn(stage).reader = villageReader();
    const store = await ready(stage);
    expect(store.selection).toMatchObject({ period: '2024', group: '山区组', subject: 'v12' });
  });

  it('fires selection-change for the user, once, and only when something changed', async () => {
    const store = await ready(mount(html`<score-store .reader=${villageReader()}></score-store>`));
    const details: SelectionChangeDetail[] = [];
    store.addEventListener('selection-change', (event) => details.push((event as CustomEvent).detail));
    store.select({ subject: 'v03' });
    store.select({ subject: 'v03' });
    store.period = '2024';
    await store.updateComplete;
    expect(details).toHaveLength(1);
    expect(details[0]).toMatchObject({ change: { subject: 'v03' }, selection: { subject: 'v03', period: '2025' } });
  });

  it('forgets choices that other results do not know', async () => {
    const stage = mount(html`<score-store period="2024" group="山区组" .reader=${villageReader()}></score-store>`);
    const store = await ready(stage);
    store.reader = villageReader({ periods: ['2025'], oneGroup: true });
    await until(() => store.description?.parts[0]!.groups.length === 0);
    expect(store.selection).toMatchObject({ period: '2025', group: '' });
  });

  it('reads results written into the page', async () => {
    const stage = mount(html`<score-store></score-store>`);
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(await publish(villageResults({ villages: 3 }), { notice }));
    storeIn(stage).append(script);
    const store = await ready(stage);
    expect(store.description?.published?.date).toBe('2025-12-20');
  });

  it('names a results file that is not there, and reads it when it has come', async () => {
    const body = JSON.stringify(await publish(villageResults({ villages: 3 }), { notice }));
    const answer = vi.spyOn(window, 'fetch').mockResolvedValueOnce(new Response('', { status: 404 }));
    const failed = vi.fn();
    const stage = mount(html`<score-store src="r.json" @results-error=${failed}></score-store>`);
    const store = storeIn(stage);
    await until(() => store.status === 'error');
    expect(store.error?.text.zh).toContain('找不到结果文件 r.json');
    expect(failed).toHaveBeenCalledOnce();
    answer.mockResolvedValueOnce(new Response(body));
    store.reload();
    await ready(stage);
    expect(store.error).toBeNull();
  });

  it('asks no other site', async () => {
    const ask = vi.spyOn(window, 'fetch');
    const stage = mount(html`<score-store src="https://example.com/r.json"></score-store>`);
    await until(() => storeIn(stage).status === 'error');
    expect(storeIn(stage).error?.text.zh).toContain('同源');
    expect(ask).not.toHaveBeenCalled();
  });

  it('follows live results and stops following when it leaves the page', async () => {
    let tell: () => void = () => {};
    const stop = vi.fn();
    const subscribe = vi.fn((listener: () => void) => {
      tell = listener;
      return stop;
    });
    const stage = mount(html`<score-store .reader=${{ ...villageReader(), subscribe }}></score-store>`);
    const store = await ready(stage);
    const { revision } = store;
    tell();
    await until(() => store.revision > revision);
    store.remove();
    expect(stop).toHaveBeenCalledOnce();
    stage.append(store);
    expect(subscribe).toHaveBeenCalledTimes(2);
  });
});

describe('pickers', () => {
  it('change period and group of the page', async () => {
    const stage = mount(
      html`<score-store .reader=${villageReader()}><period-picker></period-picker><group-picker></group-picker></score-store>`,
    );
    const store = await ready(stage);
    await userEvent.selectOptions(page.getByLabelText('考核期'), '2024');
    expect(store.selection.period).toBe('2024');
    await userEvent.selectOptions(page.getByLabelText('分组'), '城郊组');
    expect(store.selection.group).toBe('城郊组');
    store.select({ period: '2025' });
    await expect.element(page.getByLabelText('考核期')).toHaveValue('2025');
  });

  it('ask nothing where there is nothing to choose', async () => {
    const reader = villageReader({ periods: ['2025'], oneGroup: true });
    const stage = mount(
      html`<score-store .reader=${reader}><period-picker></period-picker><group-picker></group-picker></score-store>`,
    );
    await ready(stage);
    expect(page.getByRole('combobox').elements()).toHaveLength(0);
  });
});
