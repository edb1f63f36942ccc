import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { preferences } from '../app/preferences.ts';
import { FakeWorkspace } from '../testing/fake-workspace.ts';
import { everything, texts } from '../testing/pierce.ts';
import { isValidSetting, settingsFrom } from './parameter-settings.ts';
import './parameters-view.ts';
import type { ParametersViewElement } from './parameters-view.ts';

let workspace: FakeWorkspace;
let view: ParametersViewElement;

beforeEach(async () => {
  preferences.language = 'zh-CN';
  workspace = new FakeWorkspace();
  await workspace.loadSample();
  view = document.createElement('kh-parameters-view');
  view.workspace = workspace;
  document.body.append(view);
  await view.updateComplete;
});

afterEach(() => view.remove());

const said = (): string => texts([view]);
const field = (name: string): HTMLInputElement => everything<HTMLInputElement>(view, `[name=${name}]`)[0]!;
const button = (text: string): HTMLButtonElement =>
  everything<HTMLButtonElement>(view, 'button').find((candidate) => candidate.textContent?.trim() === text)!;

async function type(name: string, value: string): Promise<void> {
  field(name).value = value;
  field(name).dispatchEvent(new Event(field(name).tagName === 'SELECT' ? 'change' : 'input'));
  await view.updateComplete;
}

test('each parameter stands with its unit, clause and the value of the scheme', () => {
  for (const part of ['优秀比例', '%', '依据：九(一)', '方案原值 30']) expect(said()).toContain(part);
  expect(field('share').value).toBe('30');
  expect(field('strict').tagName).toBe('SELECT');
});

test('only what differs is computed with', async () => {
  await type('share', '40');
  button('重新计算').click();
  await vi.waitFor(() => expect(said()).toContain('已按新参数重新计算'));
  expect(workspace.calls.at(-1)).toEqual({ name: 'setParameters', with: [{ share: '40' }] });
  button('恢复方案原值').click();
  await vi.waitFor(() => expect(workspace.calls.at(-1)!.with).toEqual([{}]));
  await vi.waitFor(() => expect(field('share').value).toBe('30'));
});

test('what is typed while it is computed is the next change', async () => {
  await type('share', '40');
  let goOn: () => void = () => undefined;
  workspace.hold = new Promise((resolve) => (goOn = resolve));
  button('重新计算').click();
  await type('share', '55');
  goOn();
  await vi.waitFor(() => expect(said()).toContain('已按新参数重新计算'));
  expect(field('share').value).toBe('55');
  expect(workspace.calls.at(-1)).toEqual({ name: 'setParameters', with: [{ share: '40' }] });
});

test('what is no number is not computed with, and the field says so', async () => {
  await type('share', '四十');
  button('重新计算').click();
  await view.updateComplete;
  expect(field('share').getAttribute('aria-invalid')).toBe('true');
  expect(said()).toContain('请填数字');
  expect(workspace.calls.some(({ name }) => name === 'setParameters')).toBe(false);
});

test('a refusal is said with its reason, and what was typed stays', async () => {
  workspace.nextFailure = { of: 'setParameters', code: 'x', text: { zh: '除数为 0', en: '' } };
  await type('share', '0');
  button('重新计算').click();
  await vi.waitFor(() => expect(said()).toContain('成绩不变'));
  expect(said()).toContain('除数为 0');
  expect(field('share').value).toBe('0');
});

test('numbers may be decimals, percentages and fractions; an empty field unsets', () => {
  const share = workspace.status.scheme!.parameters[0]!;
  for (const good of ['1', '-0.5', '.5', '60%', '1/3', '']) expect(isValidSetting(share, good)).toBe(true);
  for (const bad of ['x', '1,5', '1e3', '1/']) expect(isValidSetting(share, bad)).toBe(false);
  expect(settingsFrom([share], { share: '' })).toEqual({ share: '' });
});
