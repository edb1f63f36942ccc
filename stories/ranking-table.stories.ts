import '@kaoheng/components/ranking-table.js';
import '@kaoheng/components/score-store.js';
import { numberFigure, wordFigure } from '@kaoheng/engine/reader';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  emptyReader,
  failingReader,
  loadingReader,
  readerOf,
  villageReader,
  withFigures,
  withNodes,
  withoutGroups,
} from './fixtures/readers.ts';
import { villageName } from './fixtures/village-names.ts';
import { villageResults } from './fixtures/village-results.ts';
import { page } from './page.ts';

/** Who stands where. Groups are ranked apart and never mixed; a click or Enter chooses the unit for the whole page. */
const meta: Meta = {
  title: 'Widgets/Ranking table',
  component: 'ranking-table',
};
export default meta;

type Story = StoryObj;

const table = html`<ranking-table></ranking-table>`;

/** Three groups with a section each, totals with bars, change of place, vetoes and missing data as marks. */
export const Default: Story = { render: () => page(villageReader(), table, { subject: 'v06' }) };

/** One group chosen by the page's filter. */
export const OneGroup: Story = { render: () => page(villageReader(), table, { group: '山区组' }) };

/** A scheme that ranks everybody together. */
export const WithoutGroups: Story = { render: () => page(villageReader({ oneGroup: true }), table) };

/** One list with a column for the group; the rows keep the order of the groups. */
export const OneList: Story = {
  render: () => page(villageReader(), html`<ranking-table one-list></ranking-table>`),
};

/** Sorted and searched from the start; headers and search box change it, and `arrangement-change` tells. */
export const Arranged: Story = {
  render: () => page(villageReader(), html`<ranking-table sort="total" search="山区"></ranking-table>`),
};

/** Equal totals share a place and the next place is skipped: 1, 1, 3. */
export const Ties: Story = {
  render: () => {
    const places = ['1', '1', '3', '4', '4', '4', '7', '8', '8', '10'];
    const totals = ['95.5', '95.5', '93.25', '90', '90', '90', '88.1', '85', '85', '79.9'];
    const scored = withFigures(villageResults({ villages: 10, oneGroup: true }), {
      rank: (_, row) => numberFigure(places[row % 10]!),
      total: (_, row) => numberFigure(totals[row % 10]!),
    });
    return page(readerOf(scored), table);
  },
};

/** A part that gives no marks shows its results, and nobody is promised a rank. */
export const ResultsOnly: Story = {
  render: () => {
    const results = withNodes(
      villageResults({ villages: 8, oneGroup: true }),
      (id) => id === 'veto' || id === 'complete',
    );
    const parts = results.parts.map((part) => ({ ...part, description: { ...part.description, known: {} } }));
    return page(readerOf({ ...results, parts }), table);
  },
};

/** Subjects are known, and nobody has data of any period. */
export const NoPeriods: Story = { render: () => page(villageReader({ periods: [] }), table) };

/** A veto and missing data stand beside the name in words; both may hold at once. */
export const VetoAndIncomplete: Story = {
  render: () => {
    const scored = withFigures(villageResults({ villages: 6, oneGroup: true }), {
      veto: (_, row) => wordFigure(String(row % 6 < 2)),
      complete: (_, row) => wordFigure(String(row % 6 === 0 || row % 6 > 3)),
    });
    return page(readerOf(scored), table);
  },
};

/** Units that are not graded in the period have no place; a dash stands there, read as “not ranked”. */
export const NotRanked: Story = {
  render: () => {
    const scored = withFigures(villageResults({ villages: 6, oneGroup: true }), {
      rank: (figure, row) => (row % 6 > 3 ? null : figure),
      grade: (figure, row) => (row % 6 > 3 ? null : figure),
    });
    return page(readerOf(scored), table);
  },
};

/** Names as long as official names are. */
export const LongNames: Story = {
  render: () => {
    const name = (index: number) =>
      index % 2
        ? `${villageName(index)}农村集体资产监督管理委员会驻城区联络服务中心`
        : `${villageName(index)}股份经济合作联合社(筹)`;
    return page(villageReader({ villages: 8, oneGroup: true, name }), table);
  },
};

/** Markup in a name is shown as text, never run. */
export const MarkupInName: Story = {
  render: () => {
    const name = (index: number) => (index === 0 ? '<img src=x onerror="alert(1)">' : villageName(index));
    return page(villageReader({ villages: 4, oneGroup: true, name }), table);
  },
};

/** Ten thousand rows stay fluid: only those in sight are drawn, and all are printed. */
export const TenThousandRows: Story = {
  tags: ['!autodocs'],
  render: () => page(villageReader({ villages: 10_000 }), table),
};

/** A single unit. */
export const OneRow: Story = { render: () => page(villageReader({ villages: 1, oneGroup: true }), table) };

/** Beside something else there is room for a few columns: the others come at a click. */
export const FewColumns: Story = {
  render: () =>
    page(villageReader(), html`<ranking-table fit-columns density="compact"></ranking-table>`, { width: 460 }),
};

/** A figure with too few raters behind it is not shown, and says so. */
export const HeldBack: Story = {
  render: () => {
    const held = { state: 'held' as const, text: '', number: null, exact: true };
    const scored = withFigures(villageResults({ villages: 6, oneGroup: true }), {
      total: (figure, row) => (row % 4 === 0 ? held : figure),
    });
    return page(readerOf(scored), table);
  },
};

/** Published: ranks are within groups, and who is in which is not shown; the line below the table says so. */
export const GroupsNotPublished: Story = {
  render: () => page(readerOf(withoutGroups(villageResults({ villages: 12 }))), table),
};

/** Columns named by the page. */
export const ChosenColumns: Story = {
  render: () =>
    page(
      villageReader(),
      html`<ranking-table columns="stab.petition stab.safety prize" hide-toolbar>
        <span slot="caption">平安建设专项</span>
      </ranking-table>`,
      { group: '城郊组' },
    ),
};

/** Without a store: the ranking is given as a property. */
export const DataAsProperty: Story = {
  loaders: [async () => ({ ranking: await villageReader({ villages: 6 }).ranking({ period: '2025' }) })],
  render: (_, { loaded }) => html`<ranking-table .ranking=${loaded['ranking']}></ranking-table>`,
};

/** No results for this period. */
export const Empty: Story = { render: () => page(emptyReader(), table) };

/** A page without a source. */
export const NoSource: Story = { render: () => page(null, table) };

/** The source has not answered yet. */
export const Loading: Story = { render: () => page(loadingReader(), table) };

/** The source cannot be read: the reason, and a way to try again. */
export const Failed: Story = { render: () => page(failingReader(), table) };

/** Rank, name and total stay in sight on a telephone; the rest is a swipe away. */
export const Narrow: Story = { render: () => page(villageReader(), table, { width: 390 }) };

export const Compact: Story = { render: () => page(villageReader(), table, { density: 'compact' }) };

export const Dark: Story = { render: () => page(villageReader(), table, { theme: 'dark', subject: 'v06' }) };

export const English: Story = { render: () => page(villageReader(), table, { lang: 'en' }) };
