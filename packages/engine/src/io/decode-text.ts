/** How the bytes of a text file were read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type DecodedText =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  /** UTF-8 with damaged bytes, the first of them in `line`. */
  | { readonly kind: 'damaged'; readonly line: number }
  | { readonly kind: 'unknown' };

/** Share of unreadable characters up to which a text is damaged UTF-8 rather than another encoding. */
const DAMAGED_SHARE = 0.1;

/**
 * Text of a file in UTF-8, UTF-16 or GB18030, with or without a byte-order mark.
 *
 * Always asks for `gb18030` by that name: in Node the labels `gbk` and `gb2312` fail on four-byte characters.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide !== null) return decodeAs(wide, bytes) ?? { kind: 'unknown' };
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== null) return utf8;
  const damage = damagedUtf8(bytes);
  if (damage !== null) return damage;
  return decodeAs('gb18030', bytes) ?? { kind: 'unknown' };
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): DecodedText | null {
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

function wideEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: separators and digits are ASCII, so every second byte of many pairs is 0.
  const zeros = [0, 0];
  const end = Math.min(bytes.length, 1024);
  for (let index = 0; index < end; index += 1) if (bytes[index] === 0) zeros[index % 2] += 1;
  if (zeros[1] > end / 8 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0] > end / 8 && zeros[1] === 0) return 'utf-16be';
  return null;
}

/** Few bad bytes among many good Chinese characters: read as GB18030 the whole text would turn into rubbish. */
function damagedUtf8(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let good = 0;
  let bad = 0;
  let first = -1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    if (code === 0xfffd) {
      bad += 1;
      if (first < 0) first = index;
    } else {
      good += 1;
    }
  }
  if (bad > (good + bad) * DAMAGED_SHARE) return null;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < first; at = text.indexOf('\n', at + 1)) line += 1;
  return { kind: 'damaged', line };
}
