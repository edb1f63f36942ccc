import { workspaceTexts } from '../locale/workspace-texts.ts';
import { WorkspaceError } from '../store/workspace-error.ts';

// AES-256-GCM with a key from the passphrase by PBKDF2-HMAC-SHA-256. Layout: mark, salt, iterations, nonce, sealed bytes.
// Mark, salt and iterations are authenticated too.

const MARK = new TextEncoder().encode('KAOHENG-SEALED-1');
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
/** As recommended for PBKDF2-HMAC-SHA-256 in 2023 and since; half a second on an office machine. */
const ITERATIONS = 600_000;
/** A file may ask for more, but not for a day of work. */
const MOST_ITERATIONS = 10_000_000;
const HEAD_BYTES = MARK.length + SALT_BYTES + 4;

/** Whether bytes were made by `encrypt`. */
export function isEncrypted(bytes: Uint8Array): boolean {
  return bytes.length > HEAD_BYTES + NONCE_BYTES && MARK.every((byte, at) => bytes[at] === byte);
}

export async function encrypt(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const subtle = requireSubtle();
  const head = new Uint8Array(HEAD_BYTES);
  head.set(MARK);
  crypto.getRandomValues(head.subarray(MARK.length, MARK.length + SALT_BYTES));
  new DataView(head.buffer).setUint32(HEAD_BYTES - 4, ITERATIONS);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const key = await keyOf(subtle, passphrase, head);
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: head }, key, plain(bytes));
  const result = new Uint8Array(HEAD_BYTES + NONCE_BYTES + sealed.byteLength);
  result.set(head);
  result.set(nonce, HEAD_BYTES);
  result.set(new Uint8Array(sealed), HEAD_BYTES + NONCE_BYTES);
  return result;
}

/** Rejects with `keep.passphrase` where the passphrase is not the one, or a single bit has changed. */
export async function decrypt(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  if (passphrase === '') throw new WorkspaceError('keep.passphrase', workspaceTexts.needsPassphrase);
  const subtle = requireSubtle();
  const head = bytes.slice(0, HEAD_BYTES);
  const nonce = bytes.slice(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
  try {
    const key = await keyOf(subtle, passphrase, head);
    const sealed = bytes.slice(HEAD_BYTES + NONCE_BYTES);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: head }, key, sealed));
  } catch {
    throw new WorkspaceError('keep.passphrase', workspaceTexts.wrongPassphrase);
  }
}

async function keyOf(subtle: SubtleCrypto, passphrase: string, head: Uint8Array): Promise<CryptoKey> {
  const iterations = new DataView(head.buffer, head.byteOffset).getUint32(HEAD_BYTES - 4);
  if (iterations > MOST_ITERATIONS) throw new WorkspaceError('keep.passphrase', workspaceTexts.wrongPassphrase);
  // The same passphrase typed on another machine may come in another normal form.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await subtle.importKey('raw', plain(typed), 'PBKDF2', false, ['deriveKey']);
  const salt = plain(head.slice(MARK.length, MARK.length + SALT_BYTES));
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function requireSubtle(): SubtleCrypto {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) throw new WorkspaceError('keep.no-encryption', workspaceTexts.noEncryption);
  return subtle;
}

/** Bytes as the browser's types want them. */
function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
