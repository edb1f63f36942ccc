import {
  Bool,
  DateDay,
  Decimal,
  Dictionary,
  Float64,
  Int32,
  makeData,
  tableToIPC,
  Table,
  Utf8,
  Vector,
  type DataType,
} from 'apache-arrow';
import { unscaledDecimal } from './decimal-words.ts';
import { DECIMAL_DIGITS, DECIMAL_PLACES, type ColumnKind } from './schema.ts';

/** What a column gives for a row: texts for `word`, `text`, `decimal` and `date`, else the thing itself. Empty text is NULL. */
export type CellValue = string | number | boolean | null;

/** One column of rows to write: its kind, and its value for each row. */
export interface ColumnSource {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly at: (row: number) => CellValue;
}

/** Rows `from` to `to` of the columns, as an Arrow IPC stream. */
export function arrowBatch(columns: readonly ColumnSource[], from: number, to: number): Uint8Array {
  const vectors: Record<string, Vector> = {};
  for (const column of columns) vectors[column.name] = BUILDERS[column.kind](column.at, from, to - from);
  return tableToIPC(new Table(vectors), 'stream');
}

type Builder = (at: ColumnSource['at'], from: number, length: number) => Vector;

const BUILDERS: Readonly<Record<ColumnKind, Builder>> = {
  word: dictionaryVector,
  text: textVector,
  decimal: decimalVector,
  double: doubleVector,
  integer: integerVector,
  flag: flagVector,
  date: dateVector,
};

/** One bit per row: whether there is a value. */
class Validity {
  readonly bits: Uint8Array;
  nulls = 0;
  constructor(length: number) {
    this.bits = new Uint8Array((length + 7) >> 3).fill(255);
  }
  unset(row: number): void {
    this.bits[row >> 3]! &= ~(1 << (row & 7));
    this.nulls++;
  }
}

/** A vector of the one piece that was filled. */
function vector<T extends DataType>(type: T, length: number, validity: Validity, buffers: object): Vector<T> {
  const data = makeData({
    type,
    length,
    nullCount: validity.nulls,
    nullBitmap: validity.nulls > 0 ? validity.bits : undefined,
    ...buffers,
  } as never);
  return new Vector([data]) as unknown as Vector<T>;
}

function dictionaryVector(at: ColumnSource['at'], from: number, length: number): Vector {
  const codes = new Int32Array(length);
  const validity = new Validity(length);
  const codeOf = new Map<string, number>();
  for (let row = 0; row < length; row++) {
    const word = at(from + row) as string | null;
    if (word === null || word === '') {
      validity.unset(row);
      continue;
    }
    let code = codeOf.get(word);
    if (code === undefined) codeOf.set(word, (code = codeOf.size));
    codes[row] = code;
  }
  // Not by `vectorFromArray`: Arrow's builders compile functions from text, which strict policies refuse.
  const words = [...codeOf.keys()];
  if (words.length === 0) words.push('');
  const type = new Dictionary(new Utf8(), new Int32());
  return vector(type, length, validity, { data: codes, dictionary: textVector((row) => words[row]!, 0, words.length) });
}

function textVector(at: ColumnSource['at'], from: number, length: number): Vector {
  const offsets = new Int32Array(length + 1);
  const validity = new Validity(length);
  const texts: string[] = [];
  for (let row = 0; row < length; row++) {
    const text = at(from + row) as string | null;
    if (text === null || text === '') {
      validity.unset(row);
      offsets[row + 1] = offsets[row]!;
    } else {
      texts.push(text);
      offsets[row + 1] = offsets[row]! + utf8Length(text);
    }
  }
  return vector(new Utf8(), length, validity, { valueOffsets: offsets, data: encodeAll(texts, offsets[length]!) });
}

/** All texts as bytes, one behind the other. */
function encodeAll(texts: readonly string[], length: number): Uint8Array {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(texts.join(''));
  if (bytes.length === length) return bytes;
  // Halves of a surrogate pair at the end of one text and the start of the next have met: piece by piece then.
  const pieces = new Uint8Array(length);
  let position = 0;
  for (const text of texts) position += encoder.encodeInto(text, pieces.subarray(position)).written;
  return pieces;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (isSurrogatePair(text, index)) {
      bytes += 4;
      index++;
    } else bytes += 3;
  }
  return bytes;
}

function isSurrogatePair(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
}

function decimalVector(at: ColumnSource['at'], from: number, length: number): Vector {
  // Two 64-bit halves per value, low half first.
  const halves = new BigInt64Array(length * 2);
  const validity = new Validity(length);
  const known = new Map<string, bigint | null>();
  for (let row = 0; row < length; row++) {
    const text = at(from + row) as string | null;
    let value: bigint | null | undefined = null;
    if (text !== null && text !== '') {
      value = known.get(text);
      if (value === undefined) known.set(text, (value = unscaledDecimal(text)));
    }
    if (value === null) validity.unset(row);
    else {
      halves[row * 2] = BigInt.asIntN(64, value);
      halves[row * 2 + 1] = value >> 64n;
    }
  }
  return vector(new Decimal(DECIMAL_PLACES, DECIMAL_DIGITS, 128), length, validity, {
    data: new Uint32Array(halves.buffer),
  });
}

function doubleVector(at: ColumnSource['at'], from: number, length: number): Vector {
  const values = new Float64Array(length);
  const validity = new Validity(length);
  for (let row = 0; row < length; row++) {
    const value = at(from + row) as number | null;
    if (value === null) validity.unset(row);
    else values[row] = value;
  }
  return vector(new Float64(), length, validity, { data: values });
}

function integerVector(at: ColumnSource['at'], from: number, length: number): Vector {
  const values = new Int32Array(length);
  const validity = new Validity(length);
  for (let row = 0; row < length; row++) {
    const value = at(from + row) as number | null;
    if (value === null) validity.unset(row);
    else values[row] = value;
  }
  return vector(new Int32(), length, validity, { data: values });
}

function flagVector(at: ColumnSource['at'], from: number, length: number): Vector {
  const bits = new Uint8Array((length + 7) >> 3);
  const validity = new Validity(length);
  for (let row = 0; row < length; row++) {
    const value = at(from + row) as boolean | null;
    if (value === null) validity.unset(row);
    else if (value) bits[row >> 3]! |= 1 << (row & 7);
  }
  return vector(new Bool(), length, validity, { data: bits });
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;

function dateVector(at: ColumnSource['at'], from: number, length: number): Vector {
  const days = new Int32Array(length);
  const validity = new Validity(length);
  for (let row = 0; row < length; row++) {
    const text = at(from + row) as string | null;
    const time = text !== null && ISO_DATE.test(text) ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(time)) validity.unset(row);
    else days[row] = time / DAY;
  }
  return vector(new DateDay(), length, validity, { data: days });
}
