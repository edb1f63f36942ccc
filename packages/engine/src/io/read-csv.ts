import { CsvError, eachRecord } from './csv-records.ts';
import { trimText } from './fold-text.ts';
import { knownColumns } from './header.ts';
import { NO_FAULTS, type RowVisitor, type Table } from './table.ts';

const DELIMITERS = [',', ';', '\t', '，'] as const;

/** Characters; a text without line ends is no table, and costs minutes to find out otherwise. */
const LONGEST_LINE = 2 ** 20;

/** A first line by which Excel is told the separator. */
const SEPARATOR_LINE = /^sep=(.)\n/i;

/** A CSV text as a table; the delimiter is found out from the header. Throws `CsvError` while rows are visited. */
export function readCsv(file: string, source: string): Table {
  const text = toNewlines(source);
  const stated = SEPARATOR_LINE.exec(text);
  const body = stated ? text.slice(stated[0].length) : text;
  const linesBefore = stated ? 1 : 0;
  const { lines, endless } = countLines(body);
  const delimiter = stated ? stated[1] : findDelimiter(body);
  return {
    file,
    sheet: '',
    source: 'csv',
    hidden: false,
    epoch: 1900,
    expectedRows: lines,
    eachRow(visit: RowVisitor) {
      if (endless > 0) throw new CsvError(endless + linesBefore, 'line-too-long');
      eachRecord(body, delimiter, (cells, line) =>
        cells.some((cell) => trimText(cell) !== '') ? visit(cells, line + linesBefore, NO_FAULTS) : true,
      );
    },
  };
}

/** The decoded text without byte-order mark, every line end as `\n`, so that one file may mix them. */
function toNewlines(text: string): string {
  const start = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return start.includes('\r') ? start.replace(/\r\n?/g, '\n') : start;
}

/** The delimiter by which the first lines name most known columns, or else make most cells. */
function findDelimiter(text: string): string {
  const start = text.slice(0, 20_000);
  let best: { delimiter: string; known: number; cells: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const { known, cells } = firstRows(start, delimiter);
    if (best === null || known > best.known || (known === best.known && cells > best.cells)) {
      best = { delimiter, known, cells };
    }
  }
  return best?.delimiter ?? ',';
}

function firstRows(text: string, delimiter: string): { known: number; cells: number } {
  let known = 0;
  let cells = 0;
  let left = 10;
  try {
    eachRecord(text, delimiter, (record) => {
      known = Math.max(known, knownColumns(record));
      cells = Math.max(cells, record.length);
      left -= 1;
      return left > 0;
    });
  } catch {
    // Quotes that cannot be read with this delimiter; the rows before them have been counted.
  }
  return { known, cells };
}

/** How many lines there are, and the first one that is longer than a line of a table can be; 0: none is. */
function countLines(text: string): { lines: number; endless: number } {
  let lines = 0;
  let endless = 0;
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf('\n', start);
    lines += 1;
    if (endless === 0 && (end < 0 ? text.length : end) - start > LONGEST_LINE) endless = lines;
    if (end < 0) break;
    start = end + 1;
  }
  return { lines, endless };
}
