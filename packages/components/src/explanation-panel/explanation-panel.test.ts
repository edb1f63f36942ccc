import './explanation-panel.ts';
import { html } from 'lit';
import { expect, it } from 'vitest';
import { villageExplainer } from '../../../../stories/fixtures/village-explanations.ts';
import { villageResults } from '../../../../stories/fixtures/village-results.ts';
import { mount, until } from '../../test-support/mount.ts';
import type { ExplanationPanelElement } from './explanation-panel.element.ts';

it('moves the focus to what was asked for, unless the reader has moved on meanwhile', async () => {
  const explain = villageExplainer(villageResults());
  let goOn: () => void = () => undefined;
  let waits: Promise<void> = Promise.resolve();
  const stage = mount(
    html`<explanation-panel .explain=${(query: Parameters<typeof explain>[0]) => waits.then(() => explain(query))}></explanation-panel>`,
  );
  const panel = stage.querySelector<ExplanationPanelElement>('explanation-panel')!;
  const root = panel.shadowRoot!;
  const query = { part: 'villages', period: '2025', subject: 'v01', node: 'total' };
  const title = { zh: '总分', en: 'Total' };
  await panel.show({ query, title, sketch: null });
  await until(() => root.activeElement?.localName === 'explanation-view');

  waits = new Promise((resolve) => (goOn = resolve));
  const reference = { ...query, subject: 'v02', title };
  root
    .querySelector('explanation-view')!
    .dispatchEvent(new CustomEvent('reference-open', { bubbles: true, composed: true, detail: { reference } }));
  await panel.updateComplete;
  const close = [...root.querySelectorAll('button')].find((button) => button.textContent?.trim() === '关闭')!;
  close.focus();
  const before = root.querySelector('explanation-view')!.shadowRoot!.textContent;
  goOn();
  await until(() => root.querySelector('explanation-view')!.shadowRoot!.textContent !== before);
  await new Promise((settled) => setTimeout(settled, 50));
  expect(root.activeElement).toBe(close);
});
