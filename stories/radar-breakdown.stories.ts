import '@kaoheng/components/radar-breakdown.js';
import '@kaoheng/components/score-store.js';
import { NA_FIGURE } from '@kaoheng/engine/reader';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { failingReader, loadingReader, readerOf, villageReader, withFigures, withNodes } from './fixtures/readers.ts';
import { villageResults } from './fixtures/village-results.ts';
import { page, type Stage } from './page.ts';

/** Strong and weak at a glance: shares of full marks beside the group's mean, its best and last year. */
const meta: Meta = {
  title: 'Widgets/Radar breakdown',
  component: 'radar-breakdown',
};
export default meta;

type Story = StoryObj;

const radar = html`<radar-breakdown></radar-breakdown>`;
const stage = (more: Stage = {}): Stage => ({ subject: 'v06', width: 640, ...more });

/** The top of the tree. Line and symbol tell the series apart without colour. */
export const Default: Story = { render: () => page(villageReader(), radar, stage()) };

/** One branch opened, with the way back up. */
export const Branch: Story = { render: () => page(villageReader(), radar, stage({ node: 'stab' })) };

/** The data as a table, one button away. */
export const AsTable: Story = {
  render: () => page(villageReader(), html`<radar-breakdown as-table></radar-breakdown>`, stage()),
};

/** Two indicators make no area: bars instead. */
export const TwoAxes: Story = {
  render: () => {
    const keep = ['econ', 'econ.invest', 'econ.land', 'total', 'rank'];
    return page(readerOf(withNodes(villageResults(), (id) => keep.includes(id))), radar, stage({ subject: 'v01' }));
  },
};

/** Nothing here has full marks. */
export const NoAxes: Story = {
  render: () => page(readerOf(withNodes(villageResults(), (id) => ['total', 'rank'].includes(id))), radar, stage()),
};

/** An axis where nothing applies to this unit has no point. */
export const NotApplicable: Story = {
  render: () => {
    const scored = withFigures(villageResults(), { 'econ.land': () => NA_FIGURE });
    return page(readerOf(scored), radar, stage({ node: 'econ' }));
  },
};

/** First period: no line for last year. */
export const FirstPeriod: Story = { render: () => page(villageReader(), radar, stage({ period: '2024' })) };

/** Without a store: the profile is given as a property. */
export const DataAsProperty: Story = {
  loaders: [async () => ({ profile: await villageReader().profile({ period: '2025', subject: 'v06' }) })],
  render: (_, { loaded }) => html`<radar-breakdown .profile=${loaded['profile']}></radar-breakdown>`,
};

/** No unit chosen yet. */
export const NoSubject: Story = { render: () => page(villageReader(), radar, { width: 640 }) };

export const Loading: Story = { render: () => page(loadingReader(), radar, stage()) };

export const Failed: Story = { render: () => page(failingReader(), radar, stage()) };

export const Narrow: Story = { render: () => page(villageReader(), radar, stage({ width: 360 })) };

export const Dark: Story = { render: () => page(villageReader(), radar, stage({ theme: 'dark' })) };

export const English: Story = { render: () => page(villageReader(), radar, stage({ lang: 'en' })) };
