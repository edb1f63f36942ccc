import './radar-breakdown.ts';
import '../score-store/score-store.ts';
import { html } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { failingReader, readerOf, villageReader, withNodes } from '../../../../stories/fixtures/readers.ts';
import { villageResults } from '../../../../stories/fixtures/village-results.ts';
import { mountPage, storeListeners, until } from '../../test-support/mount.ts';
import type { RadarBreakdownElement } from './radar-breakdown.element.ts';

const radar = html`<radar-breakdown></radar-breakdown>`;
const radarOf = (stage: ParentNode) => stage.querySelector<RadarBreakdownElement>('radar-breakdown')!;
const drawing = (stage: ParentNode) => radarOf(stage).shadowRoot!.querySelector('.chart svg');
const textsIn = (stage: ParentNode) =>
  [...drawing(stage)!.querySelectorAll('text')].map((text) => text.textContent).join(' ');

async function drawn(reader = villageReader(), selection: Record<string, string> = {}): Promise<HTMLElement> {
  const stage = mountPage(reader, radar, { subject: 'v06', ...selection });
  await until(() => drawing(stage)?.querySelector('path'));
  return stage;
}

describe('a radar', () => {
  it('draws the main items and is named for those who do not see it', async () => {
    const stage = await drawn();
    expect(textsIn(stage)).toContain('经济发展');
    await expect.element(page.getByRole('img', { name: /得分结构: 松湾村/ })).toBeVisible();
  });

  it('shows its data as a table by one button, with missing and not applicable in words', async () => {
    await drawn();
    await userEvent.click(page.getByRole('button', { name: '看数据表' }));
    const row = page.getByRole('row', { name: /经济发展/ });
    await expect.element(row).toHaveTextContent('12.3');
    await expect.element(row).toHaveTextContent('61.5%');
    await userEvent.click(page.getByRole('button', { name: '看图形' }));
    await expect.element(page.getByRole('img', { name: /得分结构/ })).toBeVisible();
  });

  it('hides and shows a series by its legend', async () => {
    const stage = await drawn();
    const lines = () => drawing(stage)!.querySelectorAll('path').length;
    const before = lines();
    const mean = page.getByRole('button', { name: '组平均' });
    await userEvent.click(mean);
    await expect.element(mean).toHaveAttribute('aria-pressed', 'false');
    await until(() => lines() < before);
    await userEvent.click(mean);
    await until(() => lines() >= before);
  });

  it('opens a branch for the whole page and goes back up', async () => {
    const stage = await drawn();
    const changed = vi.fn();
    stage.addEventListener('branch-change', changed);
    await userEvent.click(page.getByRole('button', { name: '查看“社会稳定”的下级' }));
    await until(() => textsIn(stage).includes('信访工作'));
    expect(stage.querySelector('score-store')!.selection.node).toBe('stab');
    expect(changed.mock.calls[0]![0].detail).toEqual({ of: 'stab' });
    await userEvent.click(page.getByRole('button', { name: '全部指标' }));
    await until(() => textsIn(stage).includes('经济发展'));
  });

  it('opens a branch by a click on its axis', async () => {
    const stage = await drawn();
    const label = [...drawing(stage)!.querySelectorAll('text')].find((text) => text.textContent!.includes('民生事业'))!;
    await userEvent.click(label, { force: true });
    await until(() => textsIn(stage).includes('便民服务'));
  });

  it('becomes bars where there are fewer than three axes', async () => {
    const reader = readerOf(withNodes(villageResults(), (id) => ['econ', 'env', 'total', 'rank'].includes(id)));
    mountPage(reader, radar, { subject: 'v06' });
    await expect.element(page.getByText('指标不足三项，以条形表示。')).toBeVisible();
    expect(page.getByRole('img', { name: /得分结构/ }).elements()).toHaveLength(0);
  });

  it('says that there is nothing to draw', async () => {
    const reader = readerOf(withNodes(villageResults(), (id) => ['total', 'rank'].includes(id)));
    mountPage(reader, radar, { subject: 'v06' });
    await expect.element(page.getByText(/没有带满分的指标/)).toBeVisible();
  });

  it('names a source that cannot be read', async () => {
    mountPage(failingReader(), radar, { subject: 'v06' });
    await expect.element(page.getByRole('alert')).toHaveTextContent(/404/);
  });

  it('draws again with the colours of another theme', async () => {
    const stage = await drawn();
    const fill = () => drawing(stage)!.querySelector('text')!.getAttribute('fill');
    const light = fill();
    radarOf(stage).theme = 'dark';
    await until(() => fill() !== light);
  });

  it('draws again after having been moved on the page', async () => {
    const stage = await drawn();
    const element = radarOf(stage);
    const old = drawing(stage);
    element.remove();
    stage.querySelector('score-store')!.append(element);
    await until(() => drawing(stage)?.querySelector('path') && drawing(stage) !== old);
  });

  it('draws when it was hidden at first', async () => {
    const stage = mountPage(villageReader(), html`<div hidden>${radar}</div>`, { subject: 'v06' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(drawing(stage)).toBeNull();
    stage.querySelector('div')!.hidden = false;
    await until(() => drawing(stage)?.querySelector('path'));
  });

  it('leaves nothing behind after fifty times on and off the page', async () => {
    const stage = await drawn();
    const store = stage.querySelector('score-store')!;
    const before = storeListeners();
    for (let round = 0; round < 50; round += 1) {
      const element = document.createElement('radar-breakdown');
      store.append(element);
      await element.updateComplete;
      if (round % 10 === 0) await new Promise(requestAnimationFrame);
      element.remove();
      expect(element.shadowRoot!.querySelector('[_echarts_instance_]:not([_echarts_instance_=""])')).toBeNull();
    }
    expect(storeListeners()).toBe(before);
  });
});
