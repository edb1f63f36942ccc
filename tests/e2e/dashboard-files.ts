// Files to load: the sample's, to be changed and loaded as one's own.
import { readFile } from 'node:fs/promises';

import * as xlsx from '@e965/xlsx';

import { fromRoot } from './dashboard-support.ts';

const SAMPLE = 'packages/engine/samples/township-9-villages';

/** A file as the page gets it from a picker. */
export interface PickedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** The sample as tables of texts. */
export async function sampleTables(): Promise<{ subjects: string[][]; observations: string[][] }> {
  const table = async (name: string): Promise<string[][]> => {
    const text = await readFile(fromRoot(`${SAMPLE}/${name}.csv`), 'utf8');
    const sheet = xlsx.read(text.replace(/^\uFEFF/, ''), { type: 'string', raw: true });
    return xlsx.utils.sheet_to_json<string[]>(sheet.Sheets[sheet.SheetNames[0]!]!, { header: 1, defval: '' });
  };
  return { subjects: await table('subjects'), observations: await table('observations') };
}

export function workbook(tables: Record<string, string[][]>): PickedFile {
  const book = xlsx.utils.book_new();
  for (const [name, table] of Object.entries(tables)) {
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(table), name);
  }
  const buffer = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  return { name: '我的数据.xlsx', mimeType: 'application/octet-stream', buffer };
}

export const textFile = (name: string, text: string): PickedFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});
