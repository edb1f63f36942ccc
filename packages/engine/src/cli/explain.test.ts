import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Explanation } from '../explain/explanation.ts';
import { makeFolder, runTool, type Folder } from './testing/run-tool.ts';

let folder: Folder;
beforeAll(async () => void (folder = await makeFolder()));
afterAll(() => folder.remove());

const explain = (period: string, subject: string, node: string, ...more: string[]) =>
  runTool(['explain', ...folder.call, '--period', period, '--subject', subject, '--node', node, ...more]);

describe('kaoheng explain', () => {
  it('tells a figure with its rule, clause, arithmetic, steps and the cells it was read from', async () => {
    const { code, out, messages } = await explain('2024', 'v1', 'order');

    expect({ code, messages }).toEqual({ code: 0, messages: [] });
    expect(out).toContain('2024  清溪村 (v1)  Order (order)\n');
    expect(out).toMatch(/^Figure +4 +of 5$/m);
    expect(out).toMatch(/^Clause +一\(2\)$/m);
    expect(out).toMatch(/^Rule +\S/m);
    expect(out).toMatch(/^Arithmetic .* = 4$/m);
    expect(out).toMatch(/^ {2}- Late \(day\): not applied {2}\[No such record\]$/m);
    expect(out).toMatch(/^ {2}\+ Late \(hour\): .*0\.5/m);
    expect(out).toContain(`${folder.path('observations.csv')} › D4  2024  v1  hour  2  2024-03-05  早会\n`);
  });

  it('names the figures that a figure was made from', async () => {
    const { out } = await explain('2024', 'v1', 'total', '--lang', 'zh');

    expect(out).toMatch(/^计算 +5 \+ 4 = 9$/m);
    expect(out).toMatch(/由下列各项得来\n {2}粮食 \(grain\) = 5\n {2}秩序 \(order\) = 4\n/);
  });

  it('marks what is missing and who owes it, and what is rounded', async () => {
    const missing = await explain('2024', 'v3', 'grain');
    expect(missing.out).toMatch(/^Figure +0 \(missing\) +of 100$/m);
    expect(missing.out).toMatch(/^State +.*Yield \(owed by 农业站\)/m);
    expect(missing.out).toMatch(/Yield \(tons\) = 0 \(missing\) {2}\[delivered by 农业站\]\n {4}no rows/);

    expect((await explain('2024', 'v1', 'third')).out).toMatch(/^Figure +≈ 3\.333333333333/m);
  });

  it('tells on one page everything that a figure was made from, each figure under its number', async () => {
    const { code, out } = await explain('2024', 'v1', 'total', '--whole', '--lang', 'zh');

    expect(code).toBe(0);
    expect(out).toMatch(/^1 {2}2024 {2}清溪村 \(v1\) .*\(total\)$/m);
    expect(out).toMatch(/^ {2}粮食 \(grain\) = 5 {2}→ 1\.1$/m);
    expect(out).toMatch(/^1\.1 {2}2024 {2}清溪村 \(v1\) {2}粮食 \(grain\)$/m);
    expect(out).toMatch(/^1\.2 .*\(order\)$/m);
    const tree = JSON.parse((await explain('2024', 'v1', 'total', '--whole', '--json')).out) as { made: unknown[] };
    expect(tree.made).toHaveLength(2);
  });

  it('finds a figure by its title, where only one is called so', async () => {
    const { code, out } = await explain('2024', 'v1', '粮食', '--lang', 'zh');
    expect(code).toBe(0);
    expect(out).toContain('粮食 (grain)');
    const unknown = await explain('2024', 'v1', '棉花', '--lang', 'zh');
    expect(unknown.code).toBe(1);
    expect(unknown.messages[0]).toContain('没有编号为“棉花”的指标或结果');
  });

  it('prints JSON for programs', async () => {
    const { code, out } = await explain('2024', 'v1', 'order', '--json');
    const explanation = JSON.parse(out) as Explanation;

    expect(code).toBe(0);
    expect(explanation).toMatchObject({
      period: '2024',
      subject: 'v1',
      node: 'order',
      figure: { text: '4' },
      clause: '一(2)',
    });
    expect(explanation.inputs[0]!.rows[0]).toMatchObject({ cell: 'D4', note: '早会' });
  });

  it('finds a subject by its name too, when only one has it', async () => {
    expect((await explain('2024', '清溪村', 'total')).out).toContain('清溪村 (v1)');
    expect(await explain('2024', '石桥村', 'total')).toMatchObject({
      code: 1,
      messages: ['2 subjects are called "石桥村"; use the id: v2, v3.'],
    });
  });

  it.each([
    ['2022', 'v1', 'total', 'There are no results for period "2022". Available: 2023, 2024.'],
    ['2024', '清溪', 'total', 'There is no subject with the id or name "清溪". Did you mean "清溪村"?'],
    ['2023', 'v2', 'total', '"v2" does not take part in 2023.'],
    [
      '2024',
      'v1',
      'totl',
      'There is no indicator or result "totl". Available: grain, third, order, total, rank, complete. Did you mean "total"?',
    ],
  ])('says what there is instead of %s %s %s', async (period, subject, node, message) => {
    expect(await explain(period, subject, node)).toMatchObject({ code: 1, out: '', messages: [message] });
  });

  it('says which parts there are, and when a part gives no such figure to a subject', async () => {
    expect((await explain('2024', 'v1', 'total', '--part', 'villages')).messages[0]).toMatch(
      /^There is no part "villages"\. Available: /,
    );
  });

  it('asks for the options that are missing', async () => {
    const { code, messages } = await runTool(['explain', ...folder.call, '--period', '2024']);

    expect(code).toBe(2);
    expect(messages).toEqual(['The option --subject <id> is missing.', 'See: kaoheng explain --help']);
  });
});
