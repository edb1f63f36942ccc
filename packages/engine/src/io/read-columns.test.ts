import {
  Decimal,
  Float32,
  Int64,
  makeBuilder,
  Table as ArrowTable,
  tableToIPC,
  vectorFromArray,
  DateDay,
  Utf8,
} from 'apache-arrow';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';

import { importFiles } from './import.ts';
import { INPUTS, places, SUBJECTS_CSV, textFile } from './testing/import-fixtures.ts';

const subjects = textFile('subjects.csv', SUBJECTS_CSV);

async function read(name: string, bytes: Uint8Array) {
  const { dataset, report } = await importFiles([subjects, { name, bytes }], INPUTS);
  return {
    rows: dataset?.observations.map(
      ({ subject, item, value, date, origin }) => `${subject} ${item} ${value} ${date} ${origin.column}${origin.row}`,
    ),
    found: places(report.findings),
  };
}

describe('a Parquet file', () => {
  const columns = [
    { name: 'period', data: ['2024', '2024', '2024', '2024'], type: 'STRING' as const },
    { name: 'subject', data: ['v1', '0012', 'v1', '0012'], type: 'STRING' as const },
    { name: 'item', data: ['grain', 'grain', 'rate', 'late'], type: 'STRING' as const },
    { name: 'value', data: [0.1 + 0.2, 12.5, 1e-7, 1], type: 'DOUBLE' as const },
    { name: 'date', data: [null, null, null, new Date('2024-03-05')], type: 'TIMESTAMP' as const, nullable: true },
    { name: 'matter', data: [null, null, null, 'm1'], type: 'STRING' as const, nullable: true },
  ];

  it('is a long table, every number with the digits that a sheet would show', async () => {
    const { rows, found } = await read('a.parquet', new Uint8Array(parquetWriteBuffer({ columnData: columns })));
    expect(rows).toEqual([
      'v1 grain 0.3  D2',
      '0012 grain 12.5  D3',
      'v1 rate 0.0000001  D4',
      '0012 late 1 2024-03-05 D5',
    ]);
    expect(found).toEqual(['cell.rounded D2', 'value.maybe-fraction D4']);
  });

  it('gives decimals with all places that they are stored with', async () => {
    const bytes = parquetWriteBuffer({
      schema: [
        { name: 'root', num_children: 4 },
        ...['period', 'subject', 'item'].map((name) => ({
          name,
          type: 'BYTE_ARRAY' as const,
          converted_type: 'UTF8' as const,
          repetition_type: 'REQUIRED' as const,
        })),
        {
          name: 'value',
          type: 'INT64',
          converted_type: 'DECIMAL',
          scale: 4,
          precision: 18,
          repetition_type: 'REQUIRED',
        },
      ],
      columnData: [
        { name: 'period', data: ['2024'] },
        { name: 'subject', data: ['v1'] },
        { name: 'item', data: ['grain'] },
        { name: 'value', data: [12.34] },
      ],
    });
    expect((await read('a.parquet', new Uint8Array(bytes))).rows).toEqual(['v1 grain 12.3400  D2']);
  });

  it('is refused with its reason where it is damaged', async () => {
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData: columns }));
    expect((await read('a.parquet', bytes.slice(0, 200))).found).toEqual(['file.damaged 0']);
  });
});

it('reads an Arrow file with decimals, dictionaries and dates', async () => {
  const decimal = makeBuilder({ type: new Decimal(2, 20, 128) });
  for (const unscaled of [1250n, -1n])
    decimal.append(new Uint32Array(new BigInt64Array([unscaled, unscaled < 0n ? -1n : 0n]).buffer));
  const table = new ArrowTable({
    period: vectorFromArray(['2024', '2024'], new Utf8()),
    subject: vectorFromArray(['v1', '0012']),
    item: vectorFromArray(['grain', 'grain']),
    value: decimal.finish().toVector(),
    date: vectorFromArray([new Date('2024-03-05'), null], new DateDay()),
    amount: vectorFromArray([1n, 2n], new Int64()),
    share: vectorFromArray([0.1, 0.2], new Float32()),
  });
  const { rows, found } = await read('a.arrow', tableToIPC(table, 'file'));
  expect(rows).toEqual(['v1 grain 12.50 2024-03-05 D2', '0012 grain -0.01  D3']);
  expect(found).toEqual(['column.unknown F1', 'column.unknown G1']);
  expect((await read('a.arrow', tableToIPC(table, 'stream'))).rows).toEqual(rows);
  expect((await read('a.arrow', tableToIPC(table, 'file').slice(0, 90))).found).toEqual(['file.damaged 0']);
});
