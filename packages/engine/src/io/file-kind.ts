import { readZipDirectory } from './zip-directory.ts';

/** What a file is by its content; its name is not asked, because names are wrong often enough. */
export type FileKind =
  | { readonly kind: 'empty' }
  | { readonly kind: 'workbook' }
  | { readonly kind: 'text' }
  | { readonly kind: 'parquet' }
  | { readonly kind: 'arrow' }
  | { readonly kind: 'web-page' }
  | { readonly kind: 'too-large'; readonly megabytes: number }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'other'; readonly what: string };

const SIGNATURES: readonly (readonly [what: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PARQUET = [0x50, 0x41, 0x52, 0x31];
const ARROW_FILE = [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31];
const ARROW_STREAM = [0xff, 0xff, 0xff, 0xff];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** V8 holds no text longer than this, and a table of that size is no table that an office keeps. */
const MOST_BYTES = 500 * 2 ** 20;

export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return { kind: 'empty' };
  if (bytes.length > MOST_BYTES) return { kind: 'too-large', megabytes: Math.ceil(bytes.length / 2 ** 20) };
  if (startsWith(bytes, ZIP)) return zipKind(bytes);
  if (startsWith(bytes, COMPOUND_FILE)) return { kind: 'workbook' };
  if (startsWith(bytes, PARQUET)) return { kind: 'parquet' };
  if (startsWith(bytes, ARROW_FILE) || startsWith(bytes, ARROW_STREAM)) return { kind: 'arrow' };
  const signature = SIGNATURES.find(([, start]) => startsWith(bytes, start));
  if (signature) return { kind: 'other', what: signature[0] };
  return isWebPage(bytes) ? { kind: 'web-page' } : { kind: 'text' };
}

function zipKind(bytes: Uint8Array): FileKind {
  const parts = readZipDirectory(bytes);
  if (parts === null) return { kind: 'damaged' };
  // A small file can unpack to more than the machine holds; the directory says so before anything is unpacked.
  const unpacked = parts.reduce((sum, part) => sum + part.size, 0);
  if (unpacked > 2 * MOST_BYTES || parts.some((part) => part.size > MOST_BYTES)) {
    return { kind: 'too-large', megabytes: Math.ceil(unpacked / 2 ** 20) };
  }
  const has = (start: string) => parts.some((part) => part.name.startsWith(start));
  if (has('xl/') || has('content.xml')) return { kind: 'workbook' };
  if (has('word/')) return { kind: 'other', what: 'Word' };
  if (has('ppt/')) return { kind: 'other', what: 'PowerPoint' };
  return { kind: 'other', what: 'ZIP' };
}

function isWebPage(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 1024))
    .replace(/\0/g, '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  return /^\s*(?:<(?:!doctype|html|head|body|table|meta|style|script|\?xml|!--)|mime-version:)/i.test(start);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
