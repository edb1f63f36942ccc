import { DataType, type RecordBatch, type Vector } from 'apache-arrow';
import { decimalText } from './decimal-words.ts';
import { WorkspaceError } from './workspace-error.ts';

/** One value of a query's answer. Decimals and whole numbers beyond 2^53 are texts, so that nothing is rounded on the way. */
export type QueryCell = string | number | boolean | null;

export interface QueryColumn {
  readonly name: string;
  /** `decimal`: exact numbers as text; `number`: doubles and safe whole numbers. */
  readonly type: 'text' | 'number' | 'decimal' | 'flag' | 'date' | 'timestamp';
}

export interface QueryResult {
  readonly columns: readonly QueryColumn[];
  readonly rows: readonly (readonly QueryCell[])[];
  /** `true` when the query had more rows than were asked for. */
  readonly truncated: boolean;
}

/** What to do with the columns of a result. */
export interface ColumnReader {
  readonly column: QueryColumn;
  readonly read: (vector: Vector, row: number) => QueryCell;
}

/** How the columns of an answer are read. Throws for types that Arrow hands over wrongly. */
export function columnReaders(schema: RecordBatch['schema']): readonly ColumnReader[] {
  return schema.fields.map(({ name, type }) => {
    const [kind, read] = readerOf(name, type as DataType);
    return { column: { name, type: kind }, read };
  });
}

/** The rows of one batch, at most `limit` of them. */
export function batchRows(batch: RecordBatch, readers: readonly ColumnReader[], limit: number): QueryCell[][] {
  const vectors = readers.map((_, index) => batch.getChildAt(index) as Vector);
  return Array.from({ length: Math.min(batch.numRows, limit) }, (_, row) =>
    readers.map(({ read }, index) => read(vectors[index]!, row)),
  );
}

type Reader = (vector: Vector, row: number) => QueryCell;

function readerOf(name: string, type: DataType): [QueryColumn['type'], Reader] {
  if (DataType.isDictionary(type)) return readerOf(name, type.dictionary as DataType);
  if (DataType.isBool(type)) return ['flag', (vector, row) => vector.get(row) as boolean | null];
  if (DataType.isDecimal(type)) return ['decimal', decimalReader(type.scale)];
  if (DataType.isInt(type)) return ['number', integer];
  if (DataType.isFloat(type)) return ['number', (vector, row) => vector.get(row) as number | null];
  if (DataType.isDate(type))
    return ['date', (vector, row) => isoTime(vector.get(row) as number | null)?.slice(0, 10) ?? null];
  if (DataType.isTimestamp(type))
    return ['timestamp', (vector, row) => isoTime(vector.get(row) as number | null)?.slice(0, 23) ?? null];
  if (DataType.isUtf8(type) || DataType.isNull(type))
    return ['text', (vector, row) => vector.get(row) as string | null];
  // Intervals decode to 0, and decimals inside lists and structures come unscaled: better no answer than a wrong one.
  throw unreadable(name, String(type));
}

/** Arrow hands decimals over as their unscaled words: put together exactly. */
function decimalReader(scale: number): Reader {
  return (vector, row) => {
    const words = vector.get(row) as Uint32Array | null;
    if (words === null) return null;
    let value = 0n;
    for (let index = words.length - 1; index >= 0; index--) value = (value << 32n) | BigInt(words[index]!);
    return decimalText(BigInt.asIntN(words.length * 32, value), scale);
  };
}

function integer(vector: Vector, row: number): QueryCell {
  const value = vector.get(row) as number | bigint | null;
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function isoTime(value: number | null): string | null {
  return value === null ? null : new Date(value).toISOString().replace('T', ' ');
}

function unreadable(name: string, type: string): WorkspaceError {
  return new WorkspaceError('query.type', {
    zh: `列“${name}”的类型 ${type} 无法直接显示，请写成 CAST(… AS VARCHAR)。`,
    en: `The column “${name}” has the type ${type}, which cannot be shown as it is. Write CAST(… AS VARCHAR).`,
  });
}
