import type { DeliveryLine } from '@kaoheng/engine/live';
import { afterEach, expect, test } from 'vitest';
import { preferences } from '../app/preferences.ts';
import './delivery-matrix.ts';

afterEach(() => document.querySelector('kh-delivery-matrix')?.remove());

const LONG = '某县某镇人民政府便民服务中心综合行政执法大队第一中队（原农业综合服务站）';

async function matrixOf(names: readonly string[]) {
  preferences.language = 'zh-CN';
  const subjects = names.map((name, at) => ({ subject: `s${at}`, name }));
  const line = { item: 'n', title: { zh: '数', en: 'n' }, from: '', period: '2024', subjects: [] };
  const matrix = document.createElement('kh-delivery-matrix');
  Object.assign(matrix, { subjects, lines: [line as unknown as DeliveryLine], period: '2024' });
  document.body.append(matrix);
  await matrix.updateComplete;
  return matrix;
}

test('a great many subjects scroll within the table and do not widen the page', async () => {
  await matrixOf(Array.from({ length: 60 }, (_, at) => `单位${at + 1}`));
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth).toBe(clientWidth);
});

test('a short name stands on one line, a long one takes several', async () => {
  const matrix = await matrixOf(['村一', LONG]);
  const [short, long] = [...matrix.renderRoot.querySelectorAll<HTMLElement>('th.subject button')];
  const lineHeight = Number.parseFloat(getComputedStyle(short!).lineHeight);
  expect(short!.offsetHeight).toBeLessThan(2 * lineHeight);
  expect(long!.offsetHeight).toBeGreaterThan(2 * lineHeight);
  expect(long!.offsetWidth).toBeLessThan(16 * Number.parseFloat(getComputedStyle(long!).fontSize));
});
