/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';

/**
 * Why a CSV text cannot be read from a line on: a quote that is never closed, text behind a closing quote (from there the
 * columns cannot be trusted), or a line without end.
 */
export class CsvError extends Error {
  readonly line: number;
  readonly reason: 'quote-open' | 'quote-misplaced' | 'line-too-long';

  constructor(line: number, reason: CsvError['reason']) {
    super(`${reason} in line ${line}`);
    this.line = line;
    this.reason = reason;
  }
}

/** Characters parsed at a time: large enough to be fast, small enough that the records of one piece weigh little. */
const PIECE = 2 ** 21;

/**
 * Visits the records of a CSV text whose line ends are `\n`, each with the line it begins in.
 * Returning `false` ends the visit. The only file that knows the CSV library.
 */
export function eachRecord(
  text: string,
  delimiter: string,
  visit: (cells: string[], line: number) => boolean | void,
): void {
  let line = 1;
  let ended = false;
  Papa.parse(text, {
    delimiter,
    newline: '\n',
    chunkSize: PIECE,
    chunk: ({ data, errors }, parser) => {
      const firstError = errors.find((error) => error.code === 'MissingQuotes' || error.code === 'InvalidQuotes');
      // An error in a record that goes on in the next piece is no error yet: that record is parsed again.
      const errorRow = firstError?.row ?? -1;
      for (let index = 0; index < data.length && !ended; index += 1) {
        if (index === errorRow)
          throw new CsvError(line, firstError?.code === 'MissingQuotes' ? 'quote-open' : 'quote-misplaced');
        const cells = data[index];
        if (visit(cells, line) === false) ended = true;
        line += 1 + newlinesIn(cells);
      }
      if (ended) parser.abort();
    },
  });
}

function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}
