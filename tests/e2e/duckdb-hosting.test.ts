// What happens to the database on servers as they are: wrong types, strict policies, missing files, standstill.
// A real build, a real server, a real browser: DuckDB itself would wait for ever in most of these cases.
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startBrowser } from './support.ts';

interface Outcome {
  ranked: number;
  count?: number;
  code?: string;
  text?: { zh: string; en: string };
  store: { state: string; problem: { code: string } | null };
}

/** A change to how one kind of file is served; `true` when it has answered by itself. */
type Rule = (path: string, response: ServerResponse, request: IncomingMessage) => boolean | void;

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };
const fixture = fileURLToPath(new URL('./duckdb-hosting', import.meta.url));

let folder: string;
let server: Server;
let origin: string;
let browser: Browser;
let rule: Rule;
let elsewhere: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaoheng-hosting-'));
  await build({
    configFile: false,
    root: fixture,
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      target: 'chrome109',
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      minify: false,
      modulePreload: { polyfill: false },
    },
  });
  server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  rule = () => undefined;
  elsewhere = [];
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url!, origin).pathname;
  const file = join(folder, path === '/' ? 'index.html' : path);
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  try {
    const bytes = await readFile(file);
    response.setHeader('content-length', bytes.length);
    if (rule(path, response, request)) return;
    response.end(request.method === 'HEAD' ? undefined : bytes);
  } catch {
    response.writeHead(404).end();
  }
}

async function tryOut(query = '', what = 'tryOut'): Promise<Outcome> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('request', (asked) => {
    if (!asked.url().startsWith(origin) && !asked.url().startsWith(`blob:${origin}`)) elsewhere.push(asked.url());
  });
  await page.goto(`${origin}/${query}`);
  await page.waitForFunction('typeof tryOut === "function"');
  const outcome = await page.evaluate(`${what}()`);
  await context.close();
  return outcome as Outcome;
}

const isEngineWorker = (path: string): boolean => /duckdb-browser-eh.*\.js$/.test(path);
const isOurWorker = (path: string): boolean => /fake\.worker.*\.js$/.test(path);
const isModule = (path: string): boolean => path.endsWith('.wasm');

describe('a server that serves everything rightly', () => {
  test('starts the database and asks no other origin for anything', async () => {
    expect(await tryOut()).toMatchObject({ ranked: 5, count: 10, store: { state: 'ready', problem: null } });
    expect(elsewhere).toEqual([]);
  });

  test('the build keeps module and workers as files of their own', async () => {
    const files = await readdir(join(folder, 'assets'));
    expect(files.filter((file) => file.endsWith('.wasm'))).toHaveLength(2);
    expect(files.filter((file) => isEngineWorker(`/${file}`))).toHaveLength(1);
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      expect((await readFile(join(folder, 'assets', file), 'utf8')).includes('data:application/wasm')).toBe(false);
    }
  });

  test('a strict policy on the page alone does no harm', async () => {
    rule = (path, response) => {
      if (path === '/')
        response.setHeader(
          'content-security-policy',
          "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'",
        );
    };
    expect(await tryOut()).toMatchObject({ count: 10 });
  });

  test("a strict policy on every file works when it allows 'wasm-unsafe-eval'", async () => {
    rule = (_, response) =>
      void response.setHeader(
        'content-security-policy',
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'",
      );
    expect(await tryOut()).toMatchObject({ count: 10 });
  });
});

describe('the worker as it is delivered', () => {
  test('scores, explains and stores under a strict policy on every file', async () => {
    rule = (_, response) =>
      void response.setHeader(
        'content-security-policy',
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'",
      );
    expect(await tryOut('', 'tryOutReal')).toMatchObject({
      entered: true,
      first: ['v05', '20'],
      explained: '20',
      stored: ['v05', '20'],
    });
    expect(elsewhere).toEqual([]);
  });
});

describe('a server that does not', () => {
  test("a policy without 'wasm-unsafe-eval' on every file is named, and scoring works on", async () => {
    rule = (_, response) => void response.setHeader('content-security-policy', "default-src 'self'");
    const outcome = await tryOut();
    expect(outcome).toMatchObject({
      ranked: 5,
      code: 'duckdb.csp',
      store: { state: 'failed', problem: { code: 'duckdb.csp' } },
    });
    expect(outcome.text!.en).toMatch(/duckdb-browser-eh.*must allow 'wasm-unsafe-eval'/);
  });

  test('a module labelled as octet-stream works, and the keeper is told', async () => {
    rule = (path, response) => void (isModule(path) && response.setHeader('content-type', 'application/octet-stream'));
    expect(await tryOut()).toMatchObject({
      count: 10,
      store: { state: 'ready', problem: { code: 'duckdb.repacked' } },
    });
  });

  test('a module labelled as text under a strict policy is refused with the type it needs', async () => {
    rule = (path, response) => {
      response.setHeader('content-security-policy', "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
      if (isModule(path)) response.setHeader('content-type', 'text/plain');
    };
    const outcome = await tryOut();
    expect(outcome).toMatchObject({ ranked: 5, code: 'duckdb.mime' });
    expect(outcome.text!.en).toContain('was served as text/plain; it must be application/wasm');
  });

  test('a start page in place of the module is recognised', async () => {
    rule = (path, response, request) => {
      if (!isModule(path)) return false;
      response.removeHeader('content-length');
      response.setHeader('content-type', 'text/html');
      response.end(request.method === 'HEAD' ? undefined : '<!doctype html><title>Portal</title>');
      return true;
    };
    expect(await tryOut()).toMatchObject({
      ranked: 5,
      code: 'duckdb.mime',
      text: { zh: expect.stringContaining('text/html') },
    });
  });

  test('a missing worker script is named with its status', async () => {
    rule = (path, response) => isEngineWorker(path) && (response.writeHead(404).end(), true);
    expect(await tryOut()).toMatchObject({
      ranked: 5,
      code: 'duckdb.not-found',
      text: { en: expect.stringContaining('404') },
    });
  });

  test('a policy on our own worker file that forbids other workers is explained', async () => {
    rule = (path, response) => {
      if (isOurWorker(path))
        response.setHeader('content-security-policy', "script-src 'self'; connect-src 'self'; worker-src 'none'");
    };
    const outcome = await tryOut();
    expect(outcome).toMatchObject({ ranked: 5, code: 'duckdb.worker' });
    expect(outcome.text!.en).toContain('worker-src');
  });

  test('a download that stands still is given up after the time set', async () => {
    rule = (path, response, request) => {
      if (!isModule(path) || request.method === 'HEAD') return false;
      response.write(Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
      return true;
    };
    const outcome = await tryOut('?stall=1');
    expect(outcome).toMatchObject({ ranked: 5, code: 'duckdb.timeout' });
    expect(outcome.text!.en).toContain('no progress for 1 seconds');
  });

  test('a damaged module is reported, not waited for', async () => {
    rule = (path, response, request) => {
      if (!isModule(path) || request.method === 'HEAD') return false;
      response.removeHeader('content-length');
      response.end(Buffer.concat([Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), Buffer.alloc(2_000_000, 0xff)]));
      return true;
    };
    const outcome = await tryOut('?stall=3');
    expect(outcome.ranked).toBe(5);
    expect(['duckdb.instantiate', 'duckdb.timeout', 'duckdb.worker']).toContain(outcome.code);
  });

  test('a wrong address is mended without loading the page again', async () => {
    let broken = true;
    rule = (path, response) => broken && isModule(path) && (response.writeHead(503).end(), true);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(origin);
    await page.waitForFunction('typeof tryOut === "function"');
    expect(await page.evaluate('tryOut()')).toMatchObject({ ranked: 5, code: 'duckdb.not-found' });
    broken = false;
    expect(await page.evaluate('tryOut()')).toMatchObject({ ranked: 5, count: 10, store: { state: 'ready' } });
    await context.close();
  });
});
