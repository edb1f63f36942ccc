import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** A subject and the code that stands for it; stays with those who publish. */
export interface SubjectCode {
  readonly code: string;
  readonly subject: string;
  readonly name: string;
  readonly group: string;
}

/** A group and the code that stands for it; stays with those who publish, too. */
export interface GroupCode {
  readonly code: string;
  /** Column of the subjects table, and the group as it stands there. */
  readonly column: string;
  readonly group: string;
  readonly name: string;
}

/** Shorter keys could be guessed, and with them whose code is whose. */
export const SHORTEST_CODE_KEY = 16;

/** Without letters that are taken for digits or make words. */
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXYZ';
const KEY_LENGTH = 28;
const CODE_LENGTH = 8;

/** A new key. From it and an id follows a code; from a code nothing follows without it. */
export function makeCodeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_LENGTH));
  return Array.from(bytes, (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}

/** The code of each id: the same for the same key, unlike all others. */
export function subjectCodes(subjects: readonly string[], key: string): ReadonlyMap<string, string> {
  for (let length = CODE_LENGTH; ; length += 4) {
    const codes = new Map(subjects.map((subject) => [subject, codeOf(subject, key, length)]));
    if (new Set(codes.values()).size === codes.size) return codes;
  }
}

function codeOf(subject: string, key: string, length: number): string {
  const encoder = new TextEncoder();
  const digest = hmac(sha256, encoder.encode(key), encoder.encode(subject));
  return Array.from(digest.subarray(0, length), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}
