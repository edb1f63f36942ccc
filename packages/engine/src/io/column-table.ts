import { numberCell } from './sheet-number.ts';
import { NO_FAULTS, type CellFault, type RowVisitor, type Table } from './table.ts';

/** Columns of a file from a warehouse, each with the exact value of a row. */
export interface FileColumn {
  readonly name: string;
  valueAt(row: number): ColumnValue;
}

/** Texts are exact; a double is what a formula of a sheet would be. */
export type ColumnValue = string | number | bigint | boolean | null;

/** A file that is made of columns, and cannot be read. */
export class ColumnFileError extends Error {
  readonly reason: 'damaged' | 'compression';

  constructor(reason: ColumnFileError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Columns as a table: their names are its first row. */
export function columnTable(file: string, columns: readonly FileColumn[], rows: number): Table {
  return {
    file,
    sheet: '',
    source: 'sheet',
    hidden: false,
    epoch: 1900,
    expectedRows: rows + 1,
    eachRow(visit: RowVisitor) {
      if (
        visit(
          columns.map(({ name }) => name),
          1,
          NO_FAULTS,
        ) === false
      )
        return;
      for (let row = 0; row < rows; row += 1) {
        const faults: CellFault[] = [];
        const cells = columns.map((column, index) => {
          const { text, fault } = cellOf(column.valueAt(row));
          if (fault !== null) faults.push({ column: index, ...fault });
          return text;
        });
        if (cells.every((cell) => cell === '')) continue;
        if (visit(cells, row + 2, faults.length === 0 ? NO_FAULTS : faults) === false) return;
      }
    },
  };
}

function cellOf(value: ColumnValue): ReturnType<typeof numberCell> {
  if (typeof value === 'number') {
    return Number.isFinite(value)
      ? numberCell(value, '')
      : { text: Number.isNaN(value) ? '' : String(value), fault: null };
  }
  return { text: value === null ? '' : String(value), fault: null };
}

/** An integer that stands for a decimal with so many places: 1234 and 2 are `12.34`. */
export function scaled(unscaled: bigint, scale: number): string {
  const negative = unscaled < 0n;
  const digits = (negative ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${negative ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

/** The shortest decimal that is this single-precision number, as a person would have typed it. */
export function singlePrecision(value: number): number {
  for (let digits = 6; digits <= 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

const DAY = 86_400_000;

/** A moment in UTC: the day alone where there is no time of day. */
export function isoMoment(milliseconds: number): string {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return String(milliseconds);
  const text = date.toISOString();
  return milliseconds % DAY === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}
