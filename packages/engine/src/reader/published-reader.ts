import { checkPublishedFile, decodePublished, publishedExplanation } from './published-decode.ts';
import type { PublishedFile } from './published-file.ts';
import { integrityOf } from './integrity.ts';
import {
  sourceChanged,
  sourceNotExpected,
  sourceNotFound,
  sourceNotJson,
  sourceOfOtherOrigin,
  sourceUnreachable,
} from './reader-errors.ts';
import { ReaderError, type ResultsReader } from './results-reader.ts';
import { scoredReader } from './scored-reader.ts';

/** Where published results come from: the address of the file, or the file itself. */
export type PublishedSource = string | PublishedFile;

export interface PublishedReaderOptions {
  /** Replaces `fetch`, for tests and for pages that deliver files in another way. */
  readonly fetch?: typeof fetch;
  /** The mark that the results must have, where the page says so; else the one they carry is compared. */
  readonly integrity?: string;
}

/**
 * Reads published results. The file is asked for once, at the first question; after a failure the next question asks
 * again, so that “retry” needs no new reader.
 */
export function publishedReader(source: PublishedSource, options: PublishedReaderOptions = {}): ResultsReader {
  let opened: Promise<ResultsReader> | null = null;
  const open = (): Promise<ResultsReader> => {
    opened ??= openPublished(source, options).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    describe: async () => (await open()).describe(),
    ranking: async (query) => (await open()).ranking(query),
    sheet: async (query) => (await open()).sheet(query),
    profile: async (query) => (await open()).profile(query),
    explain: async (query) => (await open()).explain(query),
    subscribe: () => () => {},
  };
}

async function openPublished(source: PublishedSource, options: PublishedReaderOptions): Promise<ResultsReader> {
  const data = typeof source === 'string' ? await fetchJson(source, options) : source;
  const name = typeof source === 'string' ? source : '内嵌数据 (inline data)';
  const file = checkPublishedFile(data, name);
  await checkIntegrity(file, name, options.integrity ?? '');
  const scored = decodePublished(file);
  return scoredReader(scored, (query) => publishedExplanation(file, scored, query));
}

/** A file whose figures were changed after it was published is not shown at all. */
async function checkIntegrity(file: PublishedFile, name: string, expected: string): Promise<void> {
  if (expected !== '' && file.integrity !== expected) throw sourceNotExpected(name);
  if (file.integrity !== undefined && file.integrity !== (await integrityOf(file))) throw sourceChanged(name);
}

async function fetchJson(url: string, options: PublishedReaderOptions): Promise<unknown> {
  if (isOtherOrigin(url)) throw sourceOfOtherOrigin(url);
  const ask = options.fetch ?? fetch;
  let text: string;
  try {
    // `no-cache` revalidates: a corrected publication must not hide behind the old one.
    const response = await ask(url, { credentials: 'same-origin', cache: 'no-cache' });
    if (!response.ok) throw sourceNotFound(url, response.status);
    text = await response.text();
  } catch (error) {
    throw error instanceof ReaderError ? error : sourceUnreachable(url);
  }
  return parsePublishedText(text, url);
}

/** Parses the text of a published file; throws a `ReaderError` when it is no JSON. */
export function parsePublishedText(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw sourceNotJson(name, /^\s*</.test(text));
  }
}

/** Pages resolve addresses against their base element, workers against their own file. */
function isOtherOrigin(url: string): boolean {
  if (typeof location === 'undefined' || !location.href) return false;
  const page = (globalThis as { document?: { baseURI: string } }).document;
  return new URL(url, page?.baseURI ?? location.href).origin !== location.origin;
}
