import type { SheetCount } from '../../data/import-report.ts';
import type { FindingLog } from '../findings.ts';
import { trimText } from '../fold-text.ts';
import type { Table } from '../table.ts';
import { columnLetter, placeIn } from '../table.ts';
import type { RowKind } from './mapping-proposal.ts';
import type { SheetMapping } from './sheet-mapping.ts';

/** Counts every row of a mapped sheet, and says which of them were left out. */
export class SheetCounter {
  readonly #table: Table;
  readonly #mapping: SheetMapping;
  readonly #log: FindingLog;
  #kinds: Record<RowKind, number> = none();
  #values = 0;
  #empty = 0;
  #withoutFigures = 0;
  #noSubject = 0;

  constructor(table: Table, mapping: SheetMapping, log: FindingLog) {
    this.#table = table;
    this.#mapping = mapping;
    this.#log = log;
  }

  begin(): void {
    this.#kinds = none();
    this.#values = 0;
    this.#empty = 0;
    this.#withoutFigures = 0;
    this.#noSubject = 0;
  }

  row(kind: RowKind, cells: readonly string[], row: number): void {
    this.#kinds[kind] += 1;
    if (kind === 'data' && this.#table.hiddenRows?.has(row)) this.#log.add('row.hidden', this.#place(row), undefined);
    if (kind === 'hidden') this.#log.add('row.hidden-out', this.#place(row), undefined);
    if (kind === 'total' || kind === 'below') {
      const label = trimText(cells.find((cell) => trimText(cell) !== '') ?? '');
      this.#log.add(kind === 'total' ? 'row.total' : 'row.below', this.#place(row), { label });
    }
  }

  value(): void {
    this.#values += 1;
  }

  empty(cells: number): void {
    this.#empty += cells;
  }

  withoutFigures(row: number): void {
    this.#withoutFigures += 1;
    this.#log.add('row.without-figures', this.#place(row), undefined);
  }

  noSubject(row: number): void {
    this.#noSubject += 1;
    this.#log.add('row.no-subject', this.#place(row), undefined);
  }

  end(): void {
    if (this.#kinds['repeated header'] === 0) return;
    this.#log.add('header.repeated', this.#place(0), { rows: this.#kinds['repeated header'] });
  }

  count(): SheetCount {
    const { file, sheet, role, area } = this.#mapping;
    const { above, header, data, hidden, total, below } = this.#kinds;
    return {
      file,
      sheet,
      ...(area ? { cell: `${columnLetter(area.left)}${area.top}` } : {}),
      role,
      rows: above + header + data + hidden + total + below + this.#kinds['repeated header'],
      above,
      header: header + this.#kinds['repeated header'],
      data,
      ...(hidden > 0 ? { hidden } : {}),
      totals: total,
      below,
      withoutFigures: this.#withoutFigures,
      noSubject: this.#noSubject,
      values: this.#values,
      empty: this.#empty,
    };
  }

  #place(row: number): ReturnType<typeof placeIn> {
    const { file, sheet } = this.#table;
    return placeIn({ file, sheet }, row);
  }
}

function none(): Record<RowKind, number> {
  return { above: 0, header: 0, data: 0, hidden: 0, total: 0, 'repeated header': 0, below: 0 };
}
