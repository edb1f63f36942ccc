import '../store/duckdb/array-at.ts';
import { DataType, tableFromIPC } from 'apache-arrow';

import { ColumnFileError, columnTable, isoMoment, scaled, singlePrecision, type ColumnValue } from './column-table.ts';
import type { Table } from './table.ts';

/** An Arrow file (also called Feather 2), or a stream saved as one, as a long table. Import it lazily. */
export function readArrow(file: string, bytes: Uint8Array): Table {
  try {
    const read = tableFromIPC(bytes);
    const columns = read.schema.fields.map(({ name, type }, index) => {
      const vector = read.getChildAt(index);
      return { name, valueAt: (row: number) => valueOf(vector?.get(row), type) };
    });
    return columnTable(file, columns, read.numRows);
  } catch (cause) {
    throw new ColumnFileError('damaged', cause instanceof Error ? cause.message : String(cause));
  }
}

function valueOf(value: unknown, type: DataType): ColumnValue {
  if (value === null || value === undefined) return null;
  if (DataType.isDictionary(type)) return valueOf(value, type.dictionary);
  if (DataType.isDecimal(type)) return scaled(BigInt(String(value)), type.scale);
  // Dates and moments come as milliseconds, whatever they are stored as.
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return isoMoment(Number(value));
  if (DataType.isFloat(type) && typeof value === 'number') return type.precision === 1 ? singlePrecision(value) : value;
  if (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  return String(value);
}
