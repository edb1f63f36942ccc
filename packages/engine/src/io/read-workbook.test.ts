import { CFB, utils, write, type WorkSheet } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';

import { countWork } from '../testing/count-work.ts';
import { importFiles } from './import.ts';
import { readWorkbook } from './read-workbook.ts';
import type { CellFault, Table } from './table.ts';
import {
  codes,
  csvFiles,
  HEADER,
  INPUTS,
  places,
  sheet,
  SUBJECT_ROWS,
  workbook,
  workbookWith,
} from './testing/import-fixtures.ts';

function rowsOf(table: Table) {
  const rows: { row: number; cells: readonly string[]; faults: readonly CellFault[] }[] = [];
  table.eachRow((cells, row, faults) => void rows.push({ row, cells, faults }));
  return rows;
}

/** Replaces text within a part of an `.xlsx`, for what the library will not write. */
function patched(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const zip = CFB.read(bytes, { type: 'array' });
  const entry = CFB.find(zip, part);
  const xml = change(new TextDecoder().decode(new Uint8Array(entry.content)));
  CFB.utils.cfb_add(zip, part, new TextEncoder().encode(xml));
  return new Uint8Array(CFB.write(zip, { type: 'array', fileType: 'zip', compression: true }));
}

const OBSERVATIONS_PART = '/xl/worksheets/sheet2.xml';

describe('cells', () => {
  const cellsOf = (change: (sheet: WorkSheet) => void, bookType: 'xlsx' | 'biff8' = 'xlsx') => {
    const content = sheet([['x']], (made) => {
      made['!ref'] = 'A1:H4';
      change(made);
    });
    const { bytes } = workbook('x', { x: content }, bookType);
    return rowsOf(readWorkbook('x', bytes)[0]);
  };

  it.each(['xlsx', 'biff8'] as const)('of a number are the decimal that was typed (%s)', (bookType) => {
    const [{ cells, faults }] = cellsOf((made) => {
      made.A1 = { t: 'n', v: 0.1 };
      made.B1 = { t: 'n', v: 1234567.891 };
      made.C1 = { t: 'n', v: 0.1 + 0.2 };
      made.D1 = { t: 'n', v: -1e-7 };
      made.E1 = { t: 'n', v: 89.996, z: '0.00' };
      made.F1 = { t: 'n', v: 113, z: '0.00' };
    }, bookType);
    expect(cells).toEqual(['0.1', '1234567.891', '0.3', '-0.0000001', '89.996', '113.00']);
    expect(faults).toEqual([{ column: 2, kind: 'rounded', detail: '0.30000000000000004' }]);
  });

  it('with a percent format are the percentage that is shown', () => {
    const [{ cells }] = cellsOf((made) => {
      made.A1 = { t: 'n', v: 0.98, z: '0%' };
      made.B1 = { t: 'n', v: 0.07, z: '0%' };
      made.C1 = { t: 'n', v: 1.5, z: '0.00%' };
      made.D1 = { t: 'n', v: 0.98765, z: '0%' };
      made.E1 = { t: 'n', v: -0.005, z: '0%' };
    });
    expect(cells).toEqual(['98%', '7%', '150.00%', '98.765%', '-0.5%']);
  });

  it('of ids keep the zeros that their format shows, and text stays text', () => {
    const [{ cells }] = cellsOf((made) => {
      made.A1 = { t: 's', v: '0012' };
      made.B1 = { t: 'n', v: 12, z: '0000' };
      made.C1 = { t: 'b', v: true };
    });
    expect(cells).toEqual(['0012', '0012', 'true']);
  });

  it('of dates are ISO texts as exact as their format', () => {
    const [{ cells }] = cellsOf((made) => {
      made.A1 = { t: 'n', v: 45356, z: 'yyyy-mm-dd' };
      made.B1 = { t: 'n', v: 45352, z: 'mmm-yy' };
      made.C1 = { t: 'n', v: 45356, z: 'yyyy"年"m"月"d"日"' };
      made.D1 = { t: 'n', v: 45356.5, z: 'm/d/yy h:mm' };
      made.E1 = { t: 'n', v: 45352, z: 'yyyy"年"m"月"' };
      made.F1 = { t: 'n', v: 45356, z: '[$-804]m"月"d"日"' };
    });
    expect(cells).toEqual(['2024-03-05', '2024-03', '2024-03-05', '2024-03-05 12:00:00', '2024-03', '2024-03-05']);
  });

  it('of a workbook that counts from 1904 are the dates that it shows', () => {
    const content = sheet([['x']], (made) => (made.A1 = { t: 'n', v: 43894, z: 'yyyy-mm-dd' }));
    const { bytes } = workbook('x', { x: content }, 'xlsx', { date1904: true });
    expect(rowsOf(readWorkbook('x', bytes)[0])[0].cells).toEqual(['2024-03-05']);
  });

  it('covered by a merged range down the rows get its text, and say where it stands', () => {
    const rows = cellsOf((made) => {
      made.A1 = { t: 's', v: '东' };
      made.B1 = { t: 's', v: 'v1' };
      made.B2 = { t: 's', v: 'v2' };
      made['!merges'] = [utils.decode_range('A1:A3'), utils.decode_range('D1:F1')];
    });
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['东', 'v1'],
      ['东', 'v2'],
    ]);
    const over = { top: 1, bottom: 3, left: 0, right: 0 };
    expect(rows[0].faults).toEqual([{ column: 0, kind: 'merged-over', detail: 'A1:A3', over }]);
    expect(rows[1].faults).toEqual([{ column: 0, kind: 'merged', detail: 'A1', over }]);
  });
});

describe('rows of a workbook that are refused', () => {
  it('hold a formula that was never calculated', async () => {
    const file = workbookWith([['2024', 'v1', 'grain', 5]]);
    const bytes = patched(file.bytes, OBSERVATIONS_PART, (xml) =>
      xml.replace(/<c r="D2"[^>]*><v>5<\/v><\/c>/, '<c r="D2"><f>SUM(A1:A2)</f></c>'),
    );
    const { report } = await importFiles([{ ...file, bytes }], INPUTS);
    expect(places(report.findings)).toEqual(['cell.formula-without-value D2']);
    expect(report.findings[0].message.en).toContain('=SUM(A1:A2)');
  });

  it('hold an error', async () => {
    const file = workbookWith([['2024', 'v1', 'grain', 5]], (made) => (made.D2 = { t: 'e', v: 7 }));
    const { report } = await importFiles([file], INPUTS);
    expect(places(report.findings)).toEqual(['cell.error D2']);
    expect(report.findings[0].message.zh).toContain('#DIV/0!');
  });

  it('hold a value in a merged range, which may be a sum', async () => {
    const file = workbookWith(
      [
        ['2024', 'v1', 'grain', 5],
        ['2024', '0012', 'grain', null],
      ],
      (made) => (made['!merges'] = [utils.decode_range('D2:D3')]),
    );
    const { dataset, report } = await importFiles([file], INPUTS);
    expect(places(report.findings)).toEqual(['cell.merged-value D2', 'cell.merged-value D3']);
    expect(dataset?.observations).toHaveLength(0);
  });

  it('hold an id of more than 15 digits as a number', async () => {
    const file = workbookWith([['2024', 'v1', 'ballot', '好', null, 110_101_199_003_070_000]]);
    expect(places((await importFiles([file], INPUTS)).report.findings)).toEqual(['cell.digits-lost F2']);
  });

  it('hold a date where a number is asked for', async () => {
    const file = workbookWith([['2024', 'v1', 'grain', 45356]], (made) => (made.D2.z = 'm"月"d"日"'));
    expect(places((await importFiles([file], INPUTS)).report.findings)).toEqual(['value.date D2']);
  });
});

describe('rows of a workbook that are accepted', () => {
  it('have merged cells filled and long tails of formulas cut, and say so', async () => {
    const file = workbookWith(
      [
        ['2024', 'v1', 'grain', 1 / 3],
        [null, '0012', 'grain', 0.1 + 0.2],
      ],
      (made) => (made['!merges'] = [utils.decode_range('A2:A3')]),
    );
    const { dataset, report } = await importFiles([file], INPUTS);
    expect(dataset?.observations.map(({ period, value }) => [period, value])).toEqual([
      ['2024', '0.333333333333333'],
      ['2024', '0.3'],
    ]);
    expect(places(report.findings)).toEqual(['cell.rounded D2', 'cell.rounded D3', 'cell.merged-filled A3']);
    expect(report.findings[1]).toMatchObject({ before: '0.30000000000000004', after: '0.3' });
  });

  it('may have numbers for periods, months that Excel made dates of, and percent cells', async () => {
    const file = workbookWith(
      [
        [2024, 'v1', 'grain', 1],
        [45352, 'v1', 'rate', 0.98],
      ],
      (made) => {
        made.A3.z = 'mmm-yy';
        made.D3.z = '0%';
      },
    );
    const { dataset } = await importFiles([file], INPUTS);
    expect(dataset?.observations.map(({ period, value }) => [period, value])).toEqual([
      ['2024', '1'],
      ['2024-03', '98'],
    ]);
  });

  it('come out of an old .xls as well', async () => {
    const sheets = {
      subjects: sheet(SUBJECT_ROWS),
      observations: sheet([HEADER.split(','), ['2024', '0012', 'grain', 12.5]]),
    };
    const { dataset, report } = await importFiles([workbook('旧.xls', sheets, 'biff8')], INPUTS);
    expect(dataset?.observations[0]).toMatchObject({
      subject: '0012',
      value: '12.5',
      origin: { file: '旧.xls', sheet: 'observations', row: 2, column: 'D' },
    });
    expect(report.findings).toEqual([]);
  });
});

describe('files that are not what they seem', () => {
  it('are read by their content, with a note', async () => {
    const book = workbookWith([['2024', 'v1', 'grain', 1]]);
    const asCsv = await importFiles([{ ...book, name: 'data.csv' }], INPUTS);
    expect(codes(asCsv)).toEqual(['file.content']);
    const [subjects, observations] = csvFiles('2024,v1,grain,1,,,,,');
    const asXls = await importFiles([subjects, { ...observations, name: 'observations.xls' }], INPUTS);
    expect(codes(asXls)).toEqual(['file.content']);
    expect(asXls.dataset?.observations).toHaveLength(1);
  });

  it('say that they are damaged when they were cut off or hold rubbish', async () => {
    const { bytes } = workbookWith([['2024', 'v1', 'grain', 1]]);
    const rubbish = bytes.slice();
    rubbish.fill(0xaa, 200, 2000);
    const compound = new Uint8Array(600);
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (const damaged of [bytes.subarray(0, 3000), rubbish, compound]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(codes(await importFiles([{ name: 'x.xlsx', bytes: damaged }], INPUTS))).toEqual(['file.damaged']);
    }
  });

  it('say that they have a password', async () => {
    const container = CFB.utils.cfb_new();
    const info = new Uint8Array(64);
    info.set([4, 0, 4, 0, 0x40, 0, 0, 0]);
    CFB.utils.cfb_add(container, '/EncryptionInfo', info);
    CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(64));
    const bytes = new Uint8Array(CFB.write(container, { type: 'array' }));
    expect(codes(await importFiles([{ name: 'x.xlsx', bytes }], INPUTS))).toEqual(['file.password']);
  });

  it('say that they are a Word document', async () => {
    const zip = CFB.utils.cfb_new();
    CFB.utils.cfb_add(zip, '/word/document.xml', new TextEncoder().encode('<x/>'));
    const bytes = new Uint8Array(CFB.write(zip, { type: 'array', fileType: 'zip' }));
    const { report } = await importFiles([{ name: 'x.xlsx', bytes }], INPUTS);
    expect(report.findings[0].code).toBe('file.not-a-table');
    expect(report.findings[0].message.en).toContain('Word');
  });

  it('are refused before unpacking when their directory promises more than a machine holds', async () => {
    const { bytes } = workbookWith([['2024', 'v1', 'grain', 1]]);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 30; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fff_ffff, true);
    }
    expect(codes(await importFiles([{ name: 'x.xlsx', bytes }], INPUTS))).toEqual(['file.too-large']);
  });
});

it('does not walk through a stated range of a million rows by sixteen thousand columns', async () => {
  const file = workbookWith([['2024', 'v1', 'grain', 1]]);
  const bytes = patched(file.bytes, OBSERVATIONS_PART, (xml) =>
    xml
      .replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"')
      .replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
  );
  const work = await countWork(() => importFiles([{ ...file, bytes }], INPUTS));
  expect(work).toBeLessThan(1_000_000);
  const { dataset, report } = await importFiles([{ ...file, bytes }], INPUTS);
  expect(dataset?.observations).toHaveLength(1);
  expect(report.observations).toEqual({ read: 2, accepted: 1, refused: 1 });
});

it('leaves hidden sheets out and says so', async () => {
  const sheets = { subjects: sheet(SUBJECT_ROWS), observations: sheet([HEADER.split(',')]), old: sheet(SUBJECT_ROWS) };
  const file = workbook('x.xlsx', sheets, 'xlsx', { hidden: ['old'] });
  const { dataset, report } = await importFiles([file], INPUTS);
  expect(dataset?.subjects).toHaveLength(2);
  expect(report.findings.map(({ code, origin }) => [code, origin.sheet])).toContainEqual(['table.hidden', 'old']);
});

it('reads a workbook in every form the library writes', async () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet(SUBJECT_ROWS), 'subjects');
  utils.book_append_sheet(book, sheet([HEADER.split(','), ['2024', 'v1', 'grain', 1]]), 'observations');
  for (const bookType of ['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods'] as const) {
    const bytes = new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
    // oxlint-disable-next-line no-await-in-loop
    const { dataset } = await importFiles([{ name: 'x', bytes }], INPUTS);
    expect(dataset?.observations[0], bookType).toMatchObject({ value: '1', origin: { row: 2 } });
  }
});
