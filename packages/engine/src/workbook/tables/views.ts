import { exportTexts } from '../../locale/export-texts.ts';
import type { Figure, LocalText } from '../../reader/figure.ts';
import type {
  NodeDescription,
  PartDescription,
  RankingRow,
  ResultsDescription,
  ResultsReader,
  Slice,
} from '../../reader/results-reader.ts';
import { explanationCells, shownFigure, type ExplanationKey } from './explanation-cells.ts';
import type { ExportCell, ExportColumn, ExportTable, TableLanguage } from './table.ts';

/** What can be exported of the results themselves, live or published. */
export type ResultView = 'ranking' | 'matrix' | 'sheets' | 'explanations';

/** One view of one part and period as a table. `part` of the slice may be left out where there is only one. */
export async function resultTable(
  view: ResultView,
  reader: ResultsReader,
  slice: Slice,
  language: TableLanguage,
): Promise<ExportTable> {
  const description = await reader.describe();
  const part = partOf(description, slice.part);
  const writer = new ViewWriter(reader, description, part, slice, language);
  switch (view) {
    case 'ranking':
      return writer.ranking();
    case 'matrix':
      return writer.matrix();
    case 'sheets':
      return writer.sheets();
    case 'explanations':
      return writer.explanations();
  }
}

function partOf({ parts }: ResultsDescription, id: string | undefined): PartDescription {
  return parts.find((part) => part.id === id) ?? parts[0]!;
}

type ColumnKey = keyof typeof exportTexts.columns;

/** Columns of short words. */
const WORDS: readonly ColumnKey[] = ['rank', 'group', 'grade', 'veto', 'complete'];

const EXPLAINED: readonly { readonly key: ExplanationKey; readonly width?: number }[] = [
  { key: 'item', width: 20 },
  { key: 'itemId', width: 14 },
  { key: 'clause', width: 10 },
  { key: 'figure', width: 14 },
  { key: 'max', width: 8 },
  { key: 'rule', width: 36 },
  { key: 'arithmetic', width: 30 },
  { key: 'steps', width: 44 },
  { key: 'inputs', width: 30 },
  { key: 'remark', width: 20 },
];

/** A column of a ranking, and what it shows of a row. */
interface Shown {
  readonly column: ExportColumn;
  cell(row: RankingRow): ExportCell;
}

class ViewWriter {
  readonly #reader: ResultsReader;
  readonly #description: ResultsDescription;
  readonly #part: PartDescription;
  readonly #slice: Slice;
  readonly #language: TableLanguage;

  constructor(
    reader: ResultsReader,
    description: ResultsDescription,
    part: PartDescription,
    slice: Slice,
    language: TableLanguage,
  ) {
    this.#reader = reader;
    this.#description = description;
    this.#part = part;
    this.#slice = slice;
    this.#language = language;
  }

  async ranking(): Promise<ExportTable> {
    const { rows, columns } = await this.#reader.ranking(this.#slice);
    const { known, groups } = this.#part;
    const hasGroups = groups.length > 0 || rows.some(({ group }) => group !== '');
    const hasChanges = rows.some(({ change }) => change !== null);
    const columnOf = (key: ColumnKey, cell: (row: RankingRow) => ExportCell): Shown[] => [
      { column: this.#column(key), cell },
    ];
    const shown: readonly Shown[] = [
      ...(known.rank === undefined ? [] : columnOf('rank', ({ rank }) => rank)),
      ...columnOf('subject', ({ subject }) => subject),
      ...columnOf('name', ({ name }) => name),
      ...(hasGroups ? columnOf('group', ({ group }) => group) : []),
      ...columns.map((node, at): Shown => ({
        column: this.#nodeColumn(node),
        cell: ({ figures }) => this.#shown(figures[at] ?? null, node),
      })),
      ...(known.total === undefined ? [] : columnOf('total', ({ total }) => total)),
      ...(known.grade === undefined ? [] : columnOf('grade', ({ grade }) => grade)),
      ...(known.veto === undefined ? [] : columnOf('veto', ({ veto }) => this.#flag(veto))),
      ...(hasChanges ? columnOf('change', ({ change }) => wholeNumber(change)) : []),
      ...(known.complete === undefined ? [] : columnOf('complete', ({ complete }) => this.#flag(complete))),
    ];
    return this.#table(
      'ranking',
      shown.map(({ column }) => column),
      rows.map((row) => shown.map(({ cell }) => cell(row))),
      known.rank === undefined ? 2 : 3,
    );
  }

  async matrix(): Promise<ExportTable> {
    const nodes = this.#part.nodes;
    const { rows } = await this.#reader.ranking({ ...this.#slice, columns: nodes.map(({ id }) => id) });
    return this.#table(
      'matrix',
      [
        this.#column('subject'),
        this.#column('name'),
        this.#column('group'),
        ...nodes.map((node) => this.#nodeColumn(node)),
      ],
      rows.map(({ subject, name, group, figures }) => [
        subject,
        name,
        group,
        ...nodes.map((node, at) => this.#shown(figures[at] ?? null, node)),
      ]),
      2,
    );
  }

  async sheets(): Promise<ExportTable> {
    const keys = ['subject', 'name', 'item', 'clause', 'max', 'figure', 'lost', 'mean', 'best', 'previous'] as const;
    const rows: ExportCell[][] = [];
    for (const subject of await this.#subjects()) {
      // One after the other: a reader may be in a worker, and answers in order.
      // oxlint-disable-next-line no-await-in-loop
      const { label, lines } = await this.#reader.sheet({ ...this.#slice, subject });
      for (const { node, depth, figure, max, lost, groupMean, groupBest, previous } of lines) {
        rows.push([
          label.subject,
          label.name,
          `${'　'.repeat(depth)}${node.title[this.#language]}`,
          node.clause,
          max,
          this.#shown(figure, node),
          lost,
          groupMean,
          groupBest,
          previous && this.#shown(previous, node),
        ]);
      }
    }
    return this.#table(
      'sheets',
      keys.map((key) => this.#column(key)),
      rows,
      3,
    );
  }

  async explanations(): Promise<ExportTable> {
    const rows: ExportCell[][] = [];
    for (const subject of await this.#subjects()) {
      // One after the other: a reader may be in a worker, and answers in order.
      // oxlint-disable-next-line no-await-in-loop
      const { lines } = await this.#reader.sheet({ ...this.#slice, subject });
      for (const { node } of lines) {
        // oxlint-disable-next-line no-await-in-loop
        const explanation = await this.#reader.explain({ ...this.#slice, subject, node: node.id });
        if (explanation === null) continue;
        const cells = explanationCells(explanation, node, this.#language);
        rows.push([explanation.subject, explanation.subjectName, ...EXPLAINED.map(({ key }) => cells[key])]);
      }
    }
    return this.#table(
      'explanations',
      [
        this.#column('subject'),
        this.#column('name'),
        ...EXPLAINED.map(({ key, ...width }) => ({ ...this.#column(key), ...width })),
      ],
      rows,
      3,
    );
  }

  async #subjects(): Promise<readonly string[]> {
    const { rows } = await this.#reader.ranking({ ...this.#slice, columns: [] });
    return rows.map(({ subject }) => subject);
  }

  #column(key: ColumnKey): ExportColumn {
    const title = exportTexts.columns[key][this.#language];
    return WORDS.includes(key) ? { title, align: 'center' } : { title };
  }

  #nodeColumn({ title, max }: NodeDescription): ExportColumn {
    const name = title[this.#language];
    return { title: max === null ? name : exportTexts.outOf(name, max)[this.#language] };
  }

  #flag(flag: boolean | null): string {
    return flag === null ? '' : exportTexts[flag ? 'yes' : 'no'][this.#language];
  }

  #shown(figure: Figure | null, node: NodeDescription): ExportCell {
    return shownFigure(figure, node, this.#language);
  }

  #table(
    view: ResultView,
    columns: readonly ExportColumn[],
    rows: readonly (readonly ExportCell[])[],
    frozen: number,
  ): ExportTable {
    const { parts, title, changedParameters = [] } = this.#description;
    const several = parts.length > 1 ? this.#part.title : null;
    const { period, group = '' } = this.#slice;
    const name: LocalText = exportTexts.views[view];
    const heading = exportTexts.heading(title, several, group === '' ? period : `${period} ${group}`, name);
    const trial = changedParameters.length > 0 ? exportTexts.trial[this.#language] : '';
    const sheetName = [several?.[this.#language], name[this.#language], period, group].filter(Boolean).join(' ');
    return {
      name: sheetName,
      title: heading[this.#language] + trial,
      columns,
      rows,
      frozen,
      fitsPage: view === 'explanations',
    };
  }
}

function wholeNumber(number: number | null): ExportCell {
  return number === null ? null : { state: 'value', text: String(number), number, exact: true };
}
