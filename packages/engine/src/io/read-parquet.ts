import { gunzipSync } from 'fflate';
import { decompress } from 'fzstd';
import { parquetMetadata, parquetRead, type FileMetaData, type SchemaElement } from 'hyparquet';

import { ColumnFileError, columnTable, isoMoment, scaled, singlePrecision, type ColumnValue } from './column-table.ts';
import type { Table } from './table.ts';

const READABLE = ['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD'];

/** A Parquet file as a long table. The only file that knows the library; import it lazily. */
export async function readParquet(file: string, bytes: Uint8Array): Promise<Table> {
  const buffer = bytes.slice().buffer;
  try {
    const metadata = parquetMetadata(buffer);
    refuseCompression(metadata);
    const elements = metadata.schema.slice(1);
    if (elements.some(({ num_children: children }) => (children ?? 0) > 0)) {
      throw new ColumnFileError('damaged', 'nested columns');
    }
    const scales = elements.map(takeDecimal);
    let rows: readonly (readonly unknown[])[] = [];
    await parquetRead({
      file: { byteLength: buffer.byteLength, slice: (start, end) => buffer.slice(start, end) },
      metadata,
      utf8: false, // bytes without a type are decoded below, after decimals have been told from them
      compressors: {
        GZIP: (input, length) => gunzipSync(input, { out: new Uint8Array(length) }),
        ZSTD: (input, length) => decompress(input, new Uint8Array(length)),
      },
      parsers: {
        dateFromDays: (days) => isoMoment(days * 86_400_000),
        timestampFromMilliseconds: (time) => isoMoment(Number(time)),
        timestampFromMicroseconds: (time) => isoMoment(Number(time / 1000n)),
        timestampFromNanoseconds: (time) => isoMoment(Number(time / 1_000_000n)),
        jsonFromBytes: (text) => new TextDecoder().decode(text),
      },
      onComplete: (read) => {
        rows = read;
      },
    });
    const columns = elements.map((element, index) => ({
      name: element.name,
      valueAt: (row: number) => valueOf(rows[row]?.[index], element, scales[index] ?? null),
    }));
    return columnTable(file, columns, rows.length);
  } catch (cause) {
    if (cause instanceof ColumnFileError) throw cause;
    throw new ColumnFileError('damaged', cause instanceof Error ? cause.message : String(cause));
  }
}

function refuseCompression({ row_groups: groups }: FileMetaData): void {
  for (const { columns } of groups) {
    for (const { meta_data: column } of columns) {
      const codec = column?.codec ?? 'UNCOMPRESSED';
      if (!READABLE.includes(codec)) throw new ColumnFileError('compression', codec);
    }
  }
}

/**
 * The library would turn decimals into doubles. Without its type the column comes as the integers that are stored, and
 * nothing is lost.
 */
function takeDecimal(element: SchemaElement): number | null {
  const isDecimal = element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL';
  if (!isDecimal) return null;
  delete element.converted_type;
  delete element.logical_type;
  return element.scale ?? 0;
}

function valueOf(value: unknown, { type }: SchemaElement, scale: number | null): ColumnValue {
  if (value === null || value === undefined) return null;
  if (scale !== null) {
    if (value instanceof Uint8Array) return scaled(bigEndian(value), scale);
    return scaled(BigInt(value as number | bigint), scale);
  }
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (typeof value === 'number') return type === 'FLOAT' ? singlePrecision(value) : value;
  if (typeof value === 'string' || typeof value === 'bigint' || typeof value === 'boolean') return value;
  return JSON.stringify(value) ?? null;
}

function bigEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}
