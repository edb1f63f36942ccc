import './score-sheet.ts';
import '../score-store/score-store.ts';
import {
  MISSING_FIGURE,
  NA_FIGURE,
  numberFigure,
  type Explanation,
  type ExplainQuery,
  type ResultsReader,
} from '@kaoheng/engine/reader';
import { html } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { failingReader, readerOf, villageReader, withFigures } from '../../../../stories/fixtures/readers.ts';
import { villageResults } from '../../../../stories/fixtures/village-results.ts';
import { focused, mountPage, storeListeners, until } from '../../test-support/mount.ts';
import type { SourceCorrectDetail } from '../explanation-view/explanation-view.element.ts';
import type { ScoreSheetElement, SheetArrangement } from './score-sheet.element.ts';

const sheet = html`<score-sheet></score-sheet>`;
const sheetOf = (stage: ParentNode) => stage.querySelector<ScoreSheetElement>('score-sheet')!;
const linesOf = (stage: ParentNode) => [...sheetOf(stage).shadowRoot!.querySelectorAll<HTMLElement>('tr[data-node]')];
const lineOf = (stage: ParentNode, node: string) => linesOf(stage).find((line) => line.dataset['node'] === node)!;
const scoreOf = (stage: ParentNode, node: string) =>
  lineOf(stage, node).querySelector<HTMLElement>('[data-stop="score"]')!;
const dialog = () => page.getByRole('dialog');

async function shown(reader: ResultsReader = villageReader(), subject = 'v06'): Promise<HTMLElement> {
  const stage = mountPage(reader, sheet, { subject });
  await until(() => linesOf(stage).length > 0);
  return stage;
}

describe('a score sheet', () => {
  it('says who it is, how much, which place and which grade', async () => {
    await shown();
    await expect.element(page.getByRole('heading', { name: '松湾村' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^总分：80.15/ })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^名次：7/ })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^等次：良好/ })).toBeVisible();
  });

  it('tells missing, not applicable and zero apart in words', async () => {
    const scored = withFigures(villageResults(), {
      'econ.invest': () => MISSING_FIGURE,
      'econ.industry': () => NA_FIGURE,
      'econ.land': () => numberFigure('0'),
    });
    const stage = await shown(readerOf(scored));
    expect(scoreOf(stage, 'econ.invest').textContent!.trim()).toBe('未报');
    expect(scoreOf(stage, 'econ.industry').textContent!.trim()).toBe('不适用');
    expect(scoreOf(stage, 'econ.land').textContent!.trim()).toBe('0');
  });

  it('marks a rounded figure and keeps its full text', async () => {
    const scored = withFigures(villageResults(), { econ: () => numberFigure('15.083333333333', false) });
    const stage = await shown(readerOf(scored));
    expect(scoreOf(stage, 'econ').textContent!.trim()).toBe('≈15.0833');
    expect(scoreOf(stage, 'econ').querySelector('[title]')!.getAttribute('title')).toContain('15.083333333333');
  });

  it('folds and unfolds its branches with the mouse and with keys', async () => {
    const stage = await shown();
    const toggle = () => page.getByRole('button', { name: /社会稳定”$/ });
    await userEvent.click(toggle());
    await until(() => !lineOf(stage, 'stab.petition'));
    await expect.element(toggle()).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{ArrowRight}');
    await until(() => lineOf(stage, 'stab.petition'));
    await userEvent.click(page.getByRole('button', { name: '全部收起' }));
    await until(() => linesOf(stage).length === 7);
    await userEvent.click(page.getByRole('button', { name: '全部展开' }));
    await until(() => linesOf(stage).length === 22);
  });

  it('shows the largest losses first on demand', async () => {
    const stage = await shown();
    const told: boolean[] = [];
    stage.addEventListener('arrangement-change', (event) =>
      told.push((event as CustomEvent<SheetArrangement>).detail.byLoss),
    );
    await userEvent.click(page.getByRole('button', { name: '按失分排序' }));
    await until(() => !lineOf(stage, 'stab'));
    expect(told).toEqual([true]);
    const losses = linesOf(stage).flatMap((line) => Number(line.querySelector('td.lost')?.textContent || 0));
    expect(losses[0]).toBe(Math.max(...losses));
    await userEvent.click(page.getByRole('button', { name: '按失分排序' }));
    await until(() => lineOf(stage, 'stab'));
  });

  it('is walked through by arrows from one stop of Tab', async () => {
    const stage = await shown();
    scoreOf(stage, 'econ').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await until(() => focused() === lineOf(stage, 'econ.invest').querySelector('[data-stop="previous"]'));
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await until(() => focused() === lineOf(stage, 'econ').querySelector('[data-stop="toggle"]'));
    expect(sheetOf(stage).shadowRoot!.querySelectorAll('table [tabindex="0"]')).toHaveLength(1);
  });

  it('follows the chosen subject and keeps what was folded', async () => {
    const stage = await shown();
    await userEvent.click(page.getByRole('button', { name: /社会稳定”$/ }));
    stage.querySelector('score-store')!.subject = 'v02';
    await expect.element(page.getByRole('heading', { name: '石坝村' })).toBeVisible();
    expect(lineOf(stage, 'stab.petition')).toBeUndefined();
  });

  it('asks for a subject where none is chosen', async () => {
    mountPage(villageReader(), sheet);
    await expect.element(page.getByText('请先选择一个单位。')).toBeVisible();
  });

  it('names a source that cannot be read', async () => {
    mountPage(failingReader(), sheet, { subject: 'v06' });
    await expect.element(page.getByRole('alert')).toHaveTextContent(/404/);
  });

  it('prints everything, folded or not', async () => {
    const stage = await shown();
    await userEvent.click(page.getByRole('button', { name: '全部收起' }));
    window.dispatchEvent(new Event('beforeprint'));
    expect(linesOf(stage)).toHaveLength(22);
    window.dispatchEvent(new Event('afterprint'));
    await until(() => linesOf(stage).length === 7);
  });

  it('shows markup in a name as text', async () => {
    const name = () => '<b onclick="x">村</b>';
    const stage = await shown(villageReader({ villages: 3, name }), 'v1');
    await expect.element(page.getByRole('heading', { name: '<b onclick="x">村</b>' })).toBeVisible();
    expect(sheetOf(stage).shadowRoot!.querySelector('h2 b')).toBeNull();
  });
});

describe('the explanation of a figure', () => {
  it('opens by Enter, shows rule, clause, arithmetic, steps and cells, and gives the focus back on Escape', async () => {
    const stage = await shown(villageReader(), 'v01');
    const score = scoreOf(stage, 'stab.petition');
    score.focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog().getByRole('heading', { name: '信访工作' })).toBeVisible();
    await expect.element(dialog().getByText(/每发生一起扣 1 分/)).toBeVisible();
    await expect.element(dialog().getByText('三(三)1').first()).toBeVisible();
    await expect.element(dialog().getByText(/^8 − /)).toBeVisible();
    await expect.element(dialog().getByText('未适用').first()).toBeVisible();
    await expect.element(dialog().getByRole('cell', { name: 'D118' })).toBeVisible();
    await until(() => focused()?.textContent === '信访工作');
    await userEvent.keyboard('{Escape}');
    await until(() => focused() === score);
  });

  it('answers a condition that does not hold with no', async () => {
    const inner = villageReader();
    const explain = async (query: ExplainQuery): Promise<Explanation | null> => {
      const explanation = await inner.explain(query);
      const figure = { text: 'false', state: 'value', exact: true, number: null } as const;
      const nothing = { zh: '', en: '' };
      const title = { zh: '缺少药材面积', en: 'no herbs' };
      const step = { title, arithmetic: '', figure, applied: false, reason: nothing, clause: '' };
      return explanation && { ...explanation, steps: [step] };
    };
    const stage = await shown({ ...inner, explain }, 'v01');
    scoreOf(stage, 'stab.petition').focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog().getByRole('listitem').getByText('否', { exact: true })).toBeVisible();
    expect(dialog().getByText('未适用').elements()).toEqual([]);
  });

  it('asks the page to correct a row or to enter one that is missing, where the page takes corrections', async () => {
    const inner = villageReader();
    const explain = async (query: ExplainQuery): Promise<Explanation | null> => {
      const explanation = await inner.explain(query);
      const [input] = explanation?.inputs ?? [];
      const gap = { subject: 'v01', period: '2024' };
      const missing = { ...input!, item: 'rate', title: { zh: '完成率', en: '' }, rows: [], gap };
      return explanation && { ...explanation, inputs: [...explanation.inputs, missing] };
    };
    const stage = await shown({ ...inner, explain }, 'v01');
    const asked: SourceCorrectDetail[] = [];
    stage.addEventListener('source-correct', (event) => asked.push((event as CustomEvent<SourceCorrectDetail>).detail));
    await userEvent.click(scoreOf(stage, 'stab.petition'));
    await expect.element(dialog().getByRole('cell', { name: 'D118' })).toBeVisible();
    expect(
      dialog()
        .getByRole('button', { name: /更正|补录/ })
        .elements(),
    ).toEqual([]);
    sheetOf(stage).correctable = true;
    await userEvent.click(dialog().getByRole('button', { name: /^更正 .*D118 的/ }));
    await userEvent.click(dialog().getByRole('button', { name: '补录“完成率”' }));
    expect(asked).toMatchObject([
      { subject: 'v01', period: '2025', item: 'stab.petition', row: { cell: 'D118' } },
      { subject: 'v01', period: '2024', item: 'rate', row: null },
    ]);
    sheetOf(stage).focusExplanation();
    await until(() => focused()?.textContent === '信访工作');
  });

  it('leads to the figures it was made from, and back', async () => {
    await shown();
    await userEvent.click(page.getByRole('button', { name: /^总分：/ }));
    await userEvent.click(dialog().getByRole('button', { name: /社会稳定/ }));
    await userEvent.click(dialog().getByRole('button', { name: /信访工作/ }));
    await expect.element(dialog().getByRole('heading', { name: '信访工作' })).toBeVisible();
    await userEvent.click(dialog().getByRole('button', { name: '返回' }));
    await expect.element(dialog().getByRole('heading', { name: '社会稳定' })).toBeVisible();
    await userEvent.click(dialog().getByRole('navigation').getByRole('button', { name: '总分' }));
    await expect.element(dialog().getByRole('heading', { name: '总分' })).toBeVisible();
    await userEvent.click(dialog().getByRole('button', { name: '关闭' }));
    await until(() => dialog().elements().length === 0);
  });

  it('says what the rules say where results were published without calculations', async () => {
    const stage = await shown(readerOf(villageResults(), () => null));
    await userEvent.click(scoreOf(stage, 'stab.petition'));
    await expect.element(dialog().getByText(/公布的结果不含计算过程/)).toBeVisible();
    await expect.element(dialog().getByText(/每发生一起扣 1 分/)).toBeVisible();
  });

  it('can be shown elsewhere by the page', async () => {
    const stage = await shown();
    const asked = vi.fn((event: Event) => event.preventDefault());
    stage.addEventListener('figure-open', asked);
    await userEvent.click(scoreOf(stage, 'stab'));
    expect((asked.mock.calls[0]![0] as CustomEvent).detail).toEqual({
      part: 'villages',
      period: '2025',
      subject: 'v06',
      node: 'stab',
    });
    expect(dialog().elements()).toHaveLength(0);
  });

  it('explains last year’s figure as of last year', async () => {
    const stage = await shown();
    await userEvent.click(lineOf(stage, 'stab').querySelector('[data-stop="previous"]')!);
    await expect.element(dialog().getByText(/松湾村 · 2024 年/)).toBeVisible();
  });

  it('says when it cannot be had, and tries again', async () => {
    const inner = villageReader();
    const explain = vi.fn(inner.explain).mockRejectedValueOnce(new Error('worker'));
    const stage = await shown({ ...inner, explain });
    await userEvent.click(scoreOf(stage, 'stab'));
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('worker');
    await userEvent.click(dialog().getByRole('button', { name: '重试' }));
    await expect.element(dialog().getByRole('heading', { name: '社会稳定' })).toBeVisible();
  });
});

describe('a score sheet that comes and goes', () => {
  it('leaves nothing behind after fifty times', async () => {
    const stage = await shown();
    const store = stage.querySelector('score-store')!;
    const before = storeListeners();
    for (let round = 0; round < 50; round += 1) {
      const element = document.createElement('score-sheet');
      store.append(element);
      await element.updateComplete;
      element.remove();
    }
    expect(storeListeners()).toBe(before);
  });
});
