import '../score-store/score-store.ts';
import '../ranking-table/ranking-table.ts';
import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../../test-support/mount.ts';
import { registerMessages } from './localize.ts';

describe('the language of a widget', () => {
  it('is Chinese where nothing is said', async () => {
    document.documentElement.removeAttribute('lang');
    mount(html`<ranking-table></ranking-table>`);
    await expect.element(page.getByText(/还没有数据/)).toBeVisible();
  });

  it('is that of the closest element with a language, across shadow roots', async () => {
    const stage = mount(html`<div lang="en"></div>`);
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(document.createElement('ranking-table'));
    stage.firstElementChild!.append(host);
    await expect.element(page.getByText(/No data yet/)).toBeVisible();
    host.lang = 'zh';
    await expect.element(page.getByText(/还没有数据/)).toBeVisible();
  });

  it('is its own where it has one', async () => {
    mount(html`<div lang="zh-CN"><ranking-table lang="en-GB"></ranking-table></div>`);
    await expect.element(page.getByText(/No data yet/)).toBeVisible();
  });

  it('reads as Chinese where it is not known', async () => {
    mount(html`<ranking-table lang="fr"></ranking-table>`);
    await expect.element(page.getByText(/还没有数据/)).toBeVisible();
  });

  it('can be taught, and single texts of one element can be replaced', async () => {
    registerMessages('de', { noSource: 'Noch keine Daten.' });
    mount(html`<ranking-table lang="de"></ranking-table>
      <ranking-table .texts=${{ noSource: '请联系考核办。' }}></ranking-table>`);
    await expect.element(page.getByText('Noch keine Daten.')).toBeVisible();
    await expect.element(page.getByText('请联系考核办。')).toBeVisible();
  });
});
