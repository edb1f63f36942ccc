import '@kaoheng/components/score-sheet.js';
import '@kaoheng/components/score-store.js';
import { MISSING_FIGURE, NA_FIGURE, numberFigure } from '@kaoheng/engine/reader';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { failingReader, loadingReader, readerOf, villageReader, withFigures } from './fixtures/readers.ts';
import { deepTree } from './fixtures/deep-tree.ts';
import { villageResults } from './fixtures/village-results.ts';
import { page } from './page.ts';

/** One unit's sheet. Every figure is a button that opens how it came about, down to the cell of the file. */
const meta: Meta = {
  title: 'Widgets/Score sheet',
  component: 'score-sheet',
};
export default meta;

type Story = StoryObj;

const sheet = html`<score-sheet></score-sheet>`;

/** Tree of indicators, bonuses and deductions, results; compared with the group and with last year. */
export const Default: Story = { render: () => page(villageReader(), sheet, { subject: 'v06' }) };

/** What is missing, what does not apply and an honest zero look different. */
export const MissingNotApplicableAndZero: Story = {
  render: () => {
    const scored = withFigures(villageResults({ villages: 6 }), {
      'econ.invest': () => MISSING_FIGURE,
      'econ.industry': () => NA_FIGURE,
      'econ.land': () => numberFigure('0'),
    });
    return page(readerOf(scored), sheet, { subject: 'v1' });
  },
};

/** A quotient that does not end is shortened and marked; its full text is in the explanation. */
export const RoundedFigures: Story = {
  render: () => {
    const scored = withFigures(villageResults({ villages: 3 }), {
      'econ.invest': () => numberFigure('5.333333333333', false),
      econ: () => numberFigure('15.083333333333', false),
    });
    return page(readerOf(scored), sheet, { subject: 'v1' });
  },
};

/** A veto and missing data are said under the name. */
export const VetoAndIncomplete: Story = { render: () => page(villageReader(), sheet, { subject: 'v21' }) };

/** Five levels; a long sheet opens with its upper levels. */
export const DeepTree: Story = {
  render: () =>
    page(
      readerOf(deepTree(), () => null),
      sheet,
      { subject: 'u1' },
    ),
};

/** Nothing to compare with: the first period of a unit that stands alone. */
export const NothingToCompare: Story = {
  render: () => page(villageReader({ villages: 1, oneGroup: true, periods: ['2025'] }), sheet, { subject: 'v1' }),
};

/** The panel that a figure opens: rule, calculation, steps, data and cells. */
export const ExplanationOpen: Story = {
  tags: ['!autodocs'],
  render: () => page(villageReader(), sheet, { subject: 'v06' }),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('score-sheet')!;
    const waitFor = async (isThere: () => unknown) => {
      while (!isThere()) await new Promise(requestAnimationFrame);
    };
    await waitFor(() => element.shadowRoot?.querySelector('tr[data-node]'));
    element.openFigure('stab.petition');
    const panel = element.shadowRoot!.querySelector('explanation-panel')!;
    await waitFor(() => panel.shadowRoot?.querySelector('explanation-view')?.shadowRoot?.querySelector('td.cell'));
    // The panel slides in; colours are judged when it stands.
    await Promise.all(
      panel
        .shadowRoot!.querySelector('dialog')!
        .getAnimations()
        .map(({ finished }) => finished),
    );
  },
};

/** Published without calculations: the rule and its clause are still there. */
export const WithoutExplanations: Story = {
  render: () =>
    page(
      readerOf(villageResults(), () => null),
      sheet,
      { subject: 'v06' },
    ),
};

/** Where to look for what to mend: the indicators without their tree, the largest loss first. */
export const LargestLossFirst: Story = {
  render: () => page(villageReader(), html`<score-sheet by-loss></score-sheet>`, { subject: 'v06' }),
};

/** Points to a line that is in focus elsewhere on the page. */
export const NodeInFocus: Story = { render: () => page(villageReader(), sheet, { subject: 'v06', node: 'stab' }) };

/** Without a store: the sheet is given as a property. */
export const DataAsProperty: Story = {
  loaders: [async () => ({ sheet: await villageReader().sheet({ period: '2025', subject: 'v06' }) })],
  render: (_, { loaded }) => html`<score-sheet .sheet=${loaded['sheet']}></score-sheet>`,
};

/** No unit chosen yet. */
export const NoSubject: Story = { render: () => page(villageReader(), sheet) };

export const Loading: Story = { render: () => page(loadingReader(), sheet, { subject: 'v06' }) };

export const Failed: Story = { render: () => page(failingReader(), sheet, { subject: 'v06' }) };

/** The unit takes no part in the period. */
export const UnknownSubject: Story = { render: () => page(villageReader(), sheet, { subject: 'v99' }) };

export const Narrow: Story = { render: () => page(villageReader(), sheet, { subject: 'v06', width: 390 }) };

export const Compact: Story = {
  render: () => page(villageReader(), sheet, { subject: 'v06', density: 'compact' }),
};

export const Dark: Story = { render: () => page(villageReader(), sheet, { subject: 'v06', theme: 'dark' }) };

export const English: Story = { render: () => page(villageReader(), sheet, { subject: 'v06', lang: 'en' }) };
