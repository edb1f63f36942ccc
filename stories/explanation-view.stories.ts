import '@kaoheng/components/explanation-view.js';
import { MISSING_FIGURE, NA_FIGURE, numberFigure, type Explanation } from '@kaoheng/engine/reader';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { villageExplainer } from './fixtures/village-explanations.ts';
import { villageResults } from './fixtures/village-results.ts';

/** How one figure came about. The score sheet shows it in a panel; a dashboard may show it anywhere. */
const meta: Meta = {
  title: 'Widgets/Explanation',
  component: 'explanation-view',
};
export default meta;

type Story = StoryObj;

const explain = villageExplainer(villageResults());
const of = (node: string, subject = 'v06') => explain({ period: '2025', subject, node }) as Explanation;

const show = (
  explanation: Explanation,
  more: { unexplained?: boolean; correctable?: boolean; theme?: string; lang?: string } = {},
) => {
  const background = more.theme === 'dark' ? '#161c22' : '#ffffff';
  return html`<div lang=${more.lang ?? 'zh-CN'} style="max-width: 620px; padding: 16px; background: ${background}">
    <explanation-view
      .explanation=${explanation}
      ?unexplained=${more.unexplained}
      ?correctable=${more.correctable}
      theme=${more.theme ?? 'light'}
    ></explanation-view>
  </div>`;
};

/** Full marks less so much for each case; the step that did not apply is named with its reason. */
export const Deduction: Story = { render: () => show(of('stab.petition', 'v01')) };

/** A figure made from others, each of which opens in turn. */
export const Sum: Story = { render: () => show(of('total')) };

/** In proportion to what was reached. */
export const Proportion: Story = { render: () => show(of('econ.invest')) };

/** Not delivered yet: what is missing, and who owes it. */
export const Missing: Story = { render: () => show(of('social.care', 'v08')) };

/** Does not apply, and why. */
export const NotApplicable: Story = {
  render: () =>
    show({
      ...of('econ.land'),
      figure: NA_FIGURE,
      state: { zh: '本村本年度没有土地流转任务,此项不考核。', en: 'No land task this year.' },
    }),
};

/** A quotient that does not end. */
export const Rounded: Story = {
  render: () =>
    show({
      ...of('econ.invest'),
      figure: numberFigure('5.333333333333', false),
      arithmetic: '8 × 2 ÷ 3 = 5.333333333333…',
    }),
};

/** Rows that were looked at and did not count are named as such. */
export const RowsNotCounted: Story = {
  render: () => {
    const explanation = of('stab.petition', 'v01');
    const [input] = explanation.inputs;
    const [row] = input!.rows;
    const rows = [row!, { ...row!, cell: 'D131', category: 'city', note: '重复登记', used: false }];
    return show({ ...explanation, inputs: [{ ...input!, rows }] });
  },
};

/** Many source rows: the first twenty, the rest on demand. */
export const ManySourceRows: Story = {
  render: () => {
    const explanation = of('stab.petition', 'v01');
    const [input] = explanation.inputs;
    const row = of('econ.invest').inputs[0]!.rows[0]!;
    const rows = Array.from({ length: 64 }, (_, index) => ({ ...row, cell: `D${index + 2}`, value: String(index) }));
    return show({ ...explanation, inputs: [{ ...input!, rows }] });
  },
};

/** On a page that takes corrections: each row can be set right, and what is missing can be entered. */
export const Correctable: Story = {
  render: () => {
    const explanation = of('stab.petition', 'v01');
    const gap = { subject: 'v01', period: '2025' };
    const missing = { ...explanation.inputs[0]!, title: { zh: '完成率', en: 'Completion' }, figure: MISSING_FIGURE };
    const inputs = [...explanation.inputs, { ...missing, item: 'rate', rows: [], gap }];
    return show({ ...explanation, inputs }, { correctable: true });
  },
};

/** Published without calculations. */
export const Unexplained: Story = {
  render: () => show({ ...of('stab.petition'), steps: [], inputs: [], arithmetic: '' }, { unexplained: true }),
};

export const Dark: Story = { render: () => show(of('stab.petition', 'v01'), { theme: 'dark' }) };

export const English: Story = { render: () => show(of('stab.petition', 'v01'), { lang: 'en' }) };
