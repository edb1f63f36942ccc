import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DuckDBBundle } from './bundle.ts';
import { preflight } from './preflight.ts';

const bundle: DuckDBBundle = {
  kind: 'eh',
  module: '/duckdb-eh.wasm',
  worker: '/eh.worker.js',
  scripts: ['/eh.worker.js'],
};
const WASM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

interface Served {
  status?: number;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
  refusesHead?: boolean;
}

let server: Record<string, Served>;

beforeEach(() => {
  server = {
    '/eh.worker.js': { headers: { 'content-type': 'text/javascript' } },
    '/duckdb-eh.wasm': { headers: { 'content-type': 'application/wasm', 'content-length': '34000000' }, body: WASM },
  };
  vi.stubGlobal('self', {
    location: { href: 'https://portal.example/assets/kaoheng.worker.js', origin: 'https://portal.example' },
  });
  vi.stubGlobal('fetch', async (url: string, { method }: { method: string }) => {
    const served = server[new URL(url).pathname] ?? { status: 404, headers: { 'content-type': 'text/html' } };
    if (method === 'HEAD' && served.refusesHead) return new Response(null, { status: 405 });
    const body = method === 'HEAD' ? null : ((served.body ?? '') as string);
    return new Response(body, { status: served.status ?? 200, headers: served.headers ?? {} });
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('looking at the files before the database does', () => {
  test('files served rightly pass', async () => {
    expect(await preflight(bundle)).toEqual({ module: 'as-served' });
  });

  test('a server that refuses HEAD is asked with GET', async () => {
    server['/eh.worker.js']!.refusesHead = true;
    server['/duckdb-eh.wasm']!.refusesHead = true;
    expect(await preflight(bundle)).toEqual({ module: 'as-served' });
  });

  test('a file that is not there is named with its status', async () => {
    delete server['/duckdb-eh.wasm'];
    await expect(preflight(bundle)).rejects.toMatchObject({
      code: 'duckdb.not-found',
      text: { zh: expect.stringContaining('404') },
    });
  });

  test('a web page in place of the module is told apart', async () => {
    server['/duckdb-eh.wasm'] = { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<!doctype html>' };
    await expect(preflight(bundle)).rejects.toMatchObject({
      code: 'duckdb.mime',
      text: {
        en: expect.stringMatching(/was served as text\/html; it must be application\/wasm.*start page/),
        zh: expect.stringContaining('text/html'),
      },
    });
  });

  test('a module under a wrong label is packed anew', async () => {
    server['/duckdb-eh.wasm'] = {
      headers: { 'content-type': 'application/octet-stream', 'content-length': '34000000' },
      body: WASM,
    };
    expect(await preflight(bundle)).toEqual({ module: 'repack' });
  });

  test('… unless the policy of the worker file forbids it: then the label must be mended', async () => {
    server['/duckdb-eh.wasm'] = { headers: { 'content-type': 'application/octet-stream' }, body: WASM };
    server['/eh.worker.js']!.headers!['content-security-policy'] =
      "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
    await expect(preflight(bundle)).rejects.toMatchObject({
      code: 'duckdb.mime',
      text: { en: expect.stringContaining('application/wasm .wasm') },
    });
  });

  test('a worker script served as text is refused with its type', async () => {
    server['/eh.worker.js'] = { headers: { 'content-type': 'text/plain' } };
    await expect(preflight(bundle)).rejects.toMatchObject({
      code: 'duckdb.mime',
      text: { en: expect.stringContaining('text/javascript') },
    });
  });

  test('a placeholder of a few bytes is not taken for the module', async () => {
    server['/duckdb-eh.wasm'] = {
      headers: { 'content-type': 'application/wasm', 'content-length': '133' },
      body: WASM,
    };
    await expect(preflight(bundle)).rejects.toMatchObject({
      code: 'duckdb.too-small',
      text: { en: expect.stringContaining('133 bytes') },
    });
  });

  test('a compressed module is not measured by its length', async () => {
    server['/duckdb-eh.wasm'] = {
      headers: { 'content-type': 'application/wasm', 'content-length': '900000', 'content-encoding': 'br' },
      body: WASM,
    };
    expect(await preflight(bundle)).toEqual({ module: 'as-served' });
  });

  test("a policy without 'wasm-unsafe-eval' is named with the file that carries it", async () => {
    server['/eh.worker.js']!.headers!['content-security-policy'] = "default-src 'self'";
    await expect(preflight(bundle)).rejects.toMatchObject({
      code: 'duckdb.csp',
      text: {
        en: expect.stringMatching(/eh\.worker\.js must allow 'wasm-unsafe-eval'/),
        zh: expect.stringContaining("'wasm-unsafe-eval'"),
      },
    });
  });

  test('a policy that forbids fetching the module is named too', async () => {
    server['/eh.worker.js']!.headers!['content-security-policy'] = "default-src 'none'; script-src 'wasm-unsafe-eval'";
    await expect(preflight(bundle)).rejects.toMatchObject({
      code: 'duckdb.csp',
      text: { en: expect.stringContaining('connect-src') },
    });
  });

  test('a worker of another origin is refused before the browser refuses it without a word', async () => {
    const elsewhere = { ...bundle, scripts: ['https://cdn.example/eh.worker.js'] };
    await expect(preflight(elsewhere)).rejects.toMatchObject({ code: 'duckdb.other-origin' });
  });

  test('a request that fails says what may forbid it', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(preflight(bundle)).rejects.toMatchObject({
      code: 'duckdb.unreachable',
      text: { en: expect.stringContaining('connect-src') },
    });
  });
});
