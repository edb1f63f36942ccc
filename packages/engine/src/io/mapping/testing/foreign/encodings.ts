import { csv } from './foreign-file.ts';
import type { ForeignFile } from './foreign-file.ts';
import { PLAIN, good } from './plain.ts';

/** Texts in other encodings and with other separators. */
export const ENCODINGS: readonly ForeignFile[] = [
  { file: '01-plain.csv', content: csv(...PLAIN), ...good },
  { file: '02-bom.csv', content: { text: PLAIN.join('\n'), encoding: 'utf-8-bom' }, ...good },
  { file: '03-gb18030.csv', content: { text: PLAIN.join('\r\n'), encoding: 'gb18030' }, ...good },
  {
    file: '04-utf-16le.txt',
    content: { text: PLAIN.join('\r\n').replaceAll(',', '\t'), encoding: 'utf-16le' },
    ...good,
  },
  { file: '05-utf-16be.tsv', content: { text: PLAIN.join('\n').replaceAll(',', '\t'), encoding: 'utf-16be' }, ...good },
  { file: '06-semicolons.csv', content: csv(...PLAIN.map((line) => line.replaceAll(',', ';'))), ...good },
  { file: '07-full-width-commas.csv', content: csv(...PLAIN.map((line) => line.replaceAll(',', '，'))), ...good },
  {
    file: '08-pasted.txt',
    content: { text: PLAIN.slice(1).join('\n').replaceAll(',', '\t') },
    period: '2024',
    rows: [
      '2024 v1 grain 12.50 B2',
      '2024 v1 rate 97 C2',
      '2024 v2 grain 8 B3',
      '2024 v2 rate 96.5 C3',
      '2024 v3 grain 10 B4',
      '2024 v3 rate 99 C4',
    ],
    asks: ['sheet.period '],
    refused: [],
  },
];
