// Serves files of one folder, as a portal's web server would: used by examples and end-to-end tests.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.yaml': 'text/yaml; charset=utf-8',
};

/**
 * @param {string} folder
 * @param {object} [options]
 * @param {number} [options.port] 0 picks a free one
 * @param {(path: string) => Record<string, string>} [options.headers] further headers for a path, such as a policy
 * @param {boolean} [options.compress] sends everything compressed with gzip
 * @param {Record<string, string>} [options.texts] pages that are no files, by their paths (`/made-up.json`)
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serveFolder(folder, { port = 0, headers = () => ({}), compress = false, texts = {} } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const text = texts[path];
    const file = text === undefined ? fileFor(folder, path) : path;
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    const encoding = compress ? { 'content-encoding': 'gzip' } : {};
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache', ...encoding, ...headers(path) });
    const content = text === undefined ? createReadStream(file) : Readable.from([Buffer.from(text)]);
    (compress ? content.pipe(createGzip()) : content).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolve({
        url: `http://localhost:${actual}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string | undefined}
 */
function fileFor(folder, path) {
  const file = normalize(join(folder, path));
  if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) return undefined;
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return file;
  return found?.isDirectory() && path.endsWith('/') ? fileFor(folder, `${path}index.html`) : undefined;
}
