/**
 * GB18030 for browsers, which can read it but not write it: the table of codes is read once from their own decoder, so
 * that what is written is what the same browser reads back. Node does the same.
 */
export function encodeGb18030(text: string): Uint8Array {
  const codes = twoByteCodes();
  const bytes = new ByteList(text.length * 2);
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) bytes.add(point);
    else {
      const code = codes[point];
      if (code !== undefined && code !== 0) {
        bytes.add(code >> 8);
        bytes.add(code & 0xff);
      } else addFourBytes(bytes, point);
    }
  }
  return bytes.done();
}

const REPLACEMENT = 0xfffd;
/** First linear number of the characters beyond the basic plane, `90 30 81 30`. */
const BEYOND_BASIC = 189_000;

function addFourBytes(bytes: ByteList, point: number): void {
  const numbers = fourByteNumbers();
  // Half a character, and some private ones, have no code at all.
  let linear = point >= 0x10000 ? BEYOND_BASIC + point - 0x10000 : (numbers.get(point) ?? numbers.get(REPLACEMENT)!);
  const last = linear % 10;
  linear = Math.floor(linear / 10);
  const third = linear % 126;
  linear = Math.floor(linear / 126);
  bytes.add(0x81 + Math.floor(linear / 10));
  bytes.add(0x30 + (linear % 10));
  bytes.add(0x81 + third);
  bytes.add(0x30 + last);
}

let twoBytes: Uint16Array | null = null;

/** Code of two bytes by character; 0: there is none. */
function twoByteCodes(): Uint16Array {
  if (twoBytes !== null) return twoBytes;
  const codes = new Uint16Array(0x10000);
  const decoder = new TextDecoder('gb18030');
  const pair = new Uint8Array(2);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      pair[0] = lead;
      pair[1] = trail;
      const text = decoder.decode(pair);
      const point = text.charCodeAt(0);
      // Of two codes of one character the first is the usual one.
      if (text.length === 1 && point >= 0x80 && point !== REPLACEMENT && codes[point] === 0) {
        codes[point] = (lead << 8) | trail;
      }
    }
  }
  twoBytes = codes;
  return codes;
}

let fourBytes: ReadonlyMap<number, number> | null = null;

/** Last linear number of the basic plane, of U+FFFF: `84 31 A4 39`. */
const LAST_OF_BASIC = 39_419;

/** Linear numbers of the characters of the basic plane that take four bytes. */
function fourByteNumbers(): ReadonlyMap<number, number> {
  if (fourBytes !== null) return fourBytes;
  const numbers = new Map<number, number>();
  const decoder = new TextDecoder('gb18030');
  const four = new Uint8Array(4);
  for (let linear = 0; linear <= LAST_OF_BASIC; linear += 1) {
    four[0] = 0x81 + Math.floor(linear / 12_600);
    four[1] = 0x30 + (Math.floor(linear / 1260) % 10);
    four[2] = 0x81 + (Math.floor(linear / 10) % 126);
    four[3] = 0x30 + (linear % 10);
    const text = decoder.decode(four);
    if (text.length === 1 && !numbers.has(text.charCodeAt(0))) numbers.set(text.charCodeAt(0), linear);
  }
  fourBytes = numbers;
  return numbers;
}

/** Bytes whose number is not known beforehand. */
class ByteList {
  #bytes: Uint8Array;
  #length = 0;

  constructor(expected: number) {
    this.#bytes = new Uint8Array(Math.max(64, expected));
  }

  add(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const longer = new Uint8Array(this.#bytes.length * 2);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes[this.#length++] = byte;
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}
