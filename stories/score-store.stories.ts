import '@kaoheng/components/group-picker.js';
import '@kaoheng/components/part-picker.js';
import '@kaoheng/components/period-picker.js';
import '@kaoheng/components/radar-breakdown.js';
import '@kaoheng/components/ranking-table.js';
import '@kaoheng/components/score-sheet.js';
import '@kaoheng/components/score-store.js';
import { publish } from '@kaoheng/engine/reader';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { villageReader } from './fixtures/readers.ts';
import { villageResults } from './fixtures/village-results.ts';
import { page } from './page.ts';

/** One store, one selection: what is chosen in one widget, all others show. */
const meta: Meta = {
  title: 'Page/Store',
  component: 'score-store',
};
export default meta;

type Story = StoryObj;

const pickers = html`<p><period-picker></period-picker> <group-picker></group-picker> <part-picker></part-picker></p>`;

/** Pickers, ranking, sheet and radar on one page. Choose a village in the ranking. */
export const WholePage: Story = {
  render: () =>
    page(
      villageReader(),
      html`${pickers}<ranking-table></ranking-table><br /><score-sheet></score-sheet><br />
        <radar-breakdown></radar-breakdown>`,
      { subject: 'v06' },
    ),
};

/** Period and group as native selects; nothing is shown where there is nothing to choose. */
export const Pickers: Story = { render: () => page(villageReader(), pickers) };

export const PickersDark: Story = { render: () => page(villageReader(), pickers, { theme: 'dark' }) };

export const PickersEnglish: Story = { render: () => page(villageReader(), pickers, { lang: 'en' }) };

/** The results written into the page: nothing is fetched. */
export const ResultsInThePage: Story = {
  loaders: [
    async () => {
      const notice = { date: '2025-12-20', from: '', to: '', objections: '' };
      return { text: JSON.stringify(await publish(villageResults({ villages: 6 }), { notice })) };
    },
  ],
  render: (_, { loaded }) => {
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = loaded['text'] as string;
    return html`<score-store>${script}<ranking-table hide-toolbar></ranking-table></score-store>`;
  },
};

/** A widget outside names its store by id; two stores share one page. */
export const TwoStores: Story = {
  render: () =>
    html`<score-store id="this-year" period="2025" .reader=${villageReader({ villages: 6 })}></score-store>
      <score-store id="last-year" period="2024" .reader=${villageReader({ villages: 6 })}></score-store>
      <ranking-table store="this-year" hide-toolbar></ranking-table><br />
      <ranking-table store="last-year" hide-toolbar></ranking-table>`,
};
