import type { Amendment, ImportFinding, ImportSummary, MergeSummary } from '@kaoheng/engine/live';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { preferences } from '../app/preferences.ts';
import '../load/import-report.ts';
import type { AmendmentRequest, ImportReportElement } from '../load/import-report.ts';
import { goodReport } from '../testing/fake-workspace.ts';
import { everything, texts } from '../testing/pierce.ts';
import '../ui/page.css';
import { asInFile, asRead, countWaiting, draftFrom, waitingFor, withoutRow, withText } from './amendment-draft.ts';
import { amendableFiles, importsToAmend } from './amended-imports.ts';

const origin = { file: '数据.xlsx', sheet: '打分', row: 12, column: 'D' };
const text = (zh: string) => ({ zh, en: zh });
const FINDING: ImportFinding = {
  severity: 'refused',
  code: 'value.not-a-number',
  origin,
  message: text('“很多”不是数'),
  remedy: text('填数字'),
  cell: '很多',
};
const ROW_FINDING: ImportFinding = { ...FINDING, code: 'row.repeated', origin: { ...origin, row: 13, column: '' } };
const cell: Amendment = { ...origin, text: '12' };
const row: Amendment = { ...origin, column: '', text: '' };

describe('a draft of amendments', () => {
  const empty = draftFrom([]);

  test('says what waits for a cell, and for its row', () => {
    expect(waitingFor(empty, FINDING)).toBeNull();
    expect(waitingFor(withText(empty, FINDING, '12'), FINDING)).toEqual({ kind: 'text', text: '12' });
    expect(waitingFor(withoutRow(withText(empty, FINDING, '12'), FINDING), FINDING)).toEqual({ kind: 'row out' });
    expect(waitingFor(asInFile(draftFrom([row]), FINDING), FINDING)).toEqual({ kind: 'as in file' });
    expect(waitingFor(asInFile(draftFrom([cell]), FINDING), FINDING)).toEqual({ kind: 'as in file' });
  });

  test('knows what was read already from what waits', () => {
    const draft = draftFrom([cell]);
    expect(waitingFor(draft, FINDING)).toBeNull();
    expect(countWaiting(draft)).toBe(0);
    expect(countWaiting(withText(draft, FINDING, '13'))).toBe(1);
    expect(countWaiting(asInFile(draft, FINDING))).toBe(1);
    expect(countWaiting(withoutRow(draft, ROW_FINDING))).toBe(1);
    expect(asRead(withText(draft, FINDING, '13'), FINDING).wanted).toEqual([cell]);
    expect(countWaiting(asRead(withText(draft, FINDING, '13'), FINDING))).toBe(0);
  });
});

describe('amendments of several imports', () => {
  const one = (id: string, files: string[], amendments: Amendment[] = []): ImportSummary => ({
    id,
    time: '2026-01-05T08:00:00Z',
    files,
    repeatedFiles: [],
    amendments,
    report: goodReport(),
    share: { id, accepted: 1, counted: 1, repeated: 0, setAside: 0, alike: 0 },
    chosen: 0,
  });
  const merged = (...imports: ImportSummary[]): MergeSummary => ({
    imports,
    conflicts: [],
    allConflicts: 0,
    openConflicts: 0,
    openCounts: [],
    likenesses: [],
    corrections: [],
    supplied: 0,
  });

  test('go to the import whose file they are about; the others are not read again', () => {
    const both = merged(one('a', ['数据.xlsx'], [row]), one('b', ['别的.xlsx']));
    expect(importsToAmend(both, [row])).toEqual([]);
    expect(importsToAmend(both, [row, { ...cell, file: '别的.xlsx' }])).toEqual([
      { id: 'b', amendments: [{ ...cell, file: '别的.xlsx' }] },
    ]);
    expect(importsToAmend(both, [])).toEqual([{ id: 'a', amendments: [] }]);
  });

  test('are not offered where two files have one name', () => {
    expect([...amendableFiles(merged(one('a', ['数据.xlsx', '甲.csv']), one('b', ['数据.xlsx'])))]).toEqual(['甲.csv']);
    expect(amendableFiles(null).size).toBe(0);
  });
});

describe('in the report', () => {
  let report: ImportReportElement;
  const asked = vi.fn<(request: AmendmentRequest) => void>();

  beforeEach(async () => {
    preferences.language = 'zh-CN';
    asked.mockClear();
    report = document.createElement('kh-import-report');
    report.report = goodReport({ findings: [FINDING, ROW_FINDING] });
    report.amendable = new Set(['数据.xlsx']);
    report.addEventListener('amend', (event) => asked((event as CustomEvent<AmendmentRequest>).detail));
    document.body.append(report);
    await report.updateComplete;
  });
  afterEach(() => report.remove());

  const said = (): string => texts([report]);
  const press = async (label: string): Promise<void> => {
    const found = everything<HTMLButtonElement>(report, 'button').find(
      (button) => button.textContent?.trim() === label || button.getAttribute('aria-label') === label,
    );
    if (!found) throw new Error(`no button ${label}`);
    found.click();
    await settled();
  };
  const settled = async (): Promise<void> => {
    await report.updateComplete;
    await Promise.all(
      everything(report, 'kh-amend-finding').map(
        (element) => (element as never as { updateComplete: Promise<unknown> }).updateComplete,
      ),
    );
    await report.updateComplete;
  };

  test('a cell is amended from what it says, with a reason, and only then read again', async () => {
    await press('改此格：D12');
    const field = everything<HTMLInputElement>(report, 'kh-amend-finding input')[0]!;
    expect(field.value).toBe('很多');
    await userEvent.fill(field, ' 12 ');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(said()).toContain('将读作“12”'));
    expect(said()).toContain('有 1 处改动');
    expect(asked).not.toHaveBeenCalled();
    await userEvent.fill(everything<HTMLInputElement>(report, 'kh-amend-bar input')[0]!, '电话核实');
    await press('按改动重新读取');
    expect(asked).toHaveBeenCalledExactlyOnceWith({ amendments: [cell], reason: '电话核实' });
  });

  test('a row is left out, and taken back', async () => {
    await press('不读此行：13 所在的整行');
    expect(said()).toContain('整行将不读');
    await press('撤回');
    expect(said()).not.toContain('整行将不读');
    expect(said()).not.toContain('处改动，');
  });

  test('Escape leaves the field as it was, and the dialog around it open', async () => {
    const outer = vi.fn();
    document.body.addEventListener('keydown', outer);
    await press('改此格：D12');
    everything<HTMLInputElement>(report, 'kh-amend-finding input')[0]!.focus();
    await userEvent.keyboard('{Escape}');
    document.body.removeEventListener('keydown', outer);
    await vi.waitFor(() => expect(everything(report, 'kh-amend-finding input').length).toBe(0));
    expect(outer).not.toHaveBeenCalled();
  });

  test('what was amended can be taken back, and nothing else', async () => {
    const amended = { ...FINDING, severity: 'normalised' as const, code: 'cell.amended', before: '很多', after: '12' };
    report.amendments = [cell];
    report.report = goodReport({ findings: [amended] });
    await settled();
    expect(everything(report, 'kh-amend-finding button').map(({ textContent }) => textContent?.trim())).toEqual([
      '撤回',
    ]);
    await press('撤回');
    expect(said()).toContain('将照文件读');
    await press('按改动重新读取');
    expect(asked).toHaveBeenCalledExactlyOnceWith({ amendments: [], reason: '' });
  });

  test('files that cannot be told apart, and samples, offer nothing', async () => {
    report.amendable = new Set();
    await settled();
    expect(everything(report, 'kh-amend-finding').length).toBe(0);
    expect(said()).not.toContain('可以就地改正');
  });

  test.each([1280, 390])('every button is in sight at %i px, and axe finds no fault', async (width) => {
    await page.viewport(width, 800);
    await press('改此格：D12');
    await press('不读此行：13 所在的整行');
    const region = everything(report, '.findings')[0]!;
    expect(region.scrollWidth).toBeLessThanOrEqual(region.clientWidth);
    for (const button of everything(report, 'kh-amend-finding button')) {
      expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(width);
    }
    const { violations } = await axe.run(report);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
