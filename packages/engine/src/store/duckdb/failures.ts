import { WorkspaceError } from '../workspace-error.ts';

/** Every way in which starting DuckDB fails, in words that say what to change on the server. */

export function badStatus(url: string, status: number): WorkspaceError {
  return new WorkspaceError('duckdb.not-found', {
    zh: `数据库文件 ${url} 取不到：服务器答复 ${status}。请把该文件放到此地址，或在页面中设置正确的地址。`,
    en: `The database file ${url} is not there: the server answered ${status}. Put the file at this address, or set the right address in the page.`,
  });
}

export function unreachable(url: string, error: unknown): WorkspaceError {
  const reason = error instanceof Error ? error.message : String(error);
  return new WorkspaceError('duckdb.unreachable', {
    zh: `数据库文件 ${url} 无法请求（${reason}）。请检查网络；若 kaoheng 的 worker 文件带有 Content-Security-Policy，其 connect-src 须包含 'self'。`,
    en: `The database file ${url} cannot be requested (${reason}). Check the network; if kaoheng's worker file carries a Content-Security-Policy, its connect-src must contain 'self'.`,
  });
}

export function otherOrigin(url: string, origin: string): WorkspaceError {
  return new WorkspaceError('duckdb.other-origin', {
    zh: `数据库的 worker 文件 ${url} 不在本站（${origin}）。浏览器不允许跨站启动 worker；请把文件放到本站。`,
    en: `The database's worker file ${url} is not on this site (${origin}). Browsers start no worker of another origin; put the file on this site.`,
  });
}

const SERVER_HINT: Readonly<Record<string, string>> = {
  'application/wasm':
    'nginx (mime.types): application/wasm wasm;  Apache: AddType application/wasm .wasm  IIS: <mimeMap fileExtension=".wasm" mimeType="application/wasm" />',
  'text/javascript':
    'nginx (mime.types): text/javascript js mjs;  Apache: AddType text/javascript .js  IIS: <mimeMap fileExtension=".js" mimeType="text/javascript" />',
};

export function wrongType(url: string, served: string, expected: string, redirected: boolean): WorkspaceError {
  const shown = served === '' ? '(none)' : served;
  const hint = SERVER_HINT[expected] ?? '';
  const page = served === 'text/html';
  return new WorkspaceError('duckdb.mime', {
    zh:
      `文件 ${url} 的类型（Content-Type）是 ${shown}，应为 ${expected}。` +
      (page
        ? `服务器多半以一个网页${redirected ? '（例如登录页）' : '（例如首页或错误页）'}代替了文件：请确认文件确实在此地址。`
        : '') +
      `服务器设置：${hint}`,
    en:
      `The file ${url} was served as ${shown}; it must be ${expected}. ` +
      (page
        ? `The server probably sent a page ${redirected ? '(a login page?)' : '(the start page or an error page?)'} in its place: make sure that the file is at this address. `
        : '') +
      `Server setting: ${hint}`,
  });
}

export function tooSmall(url: string, length: number, type: string): WorkspaceError {
  return new WorkspaceError('duckdb.too-small', {
    zh: `文件 ${url} 只有 ${length} 字节（${type}），不可能是数据库引擎：上传不完整，或是一个占位文件。请重新上传。`,
    en: `The file ${url} has only ${length} bytes (${type}) and cannot be the database engine: the upload is cut off, or it is a placeholder. Upload it again.`,
  });
}

export function policyForbidsWebAssembly(worker: string): WorkspaceError {
  return new WorkspaceError('duckdb.csp', {
    zh: `文件 ${worker} 的 Content-Security-Policy 必须允许 'wasm-unsafe-eval':在它的 script-src 中加上 'wasm-unsafe-eval',或者不给这个文件发送该响应头。页面自身的策略不必改。`,
    en: `The Content-Security-Policy of ${worker} must allow 'wasm-unsafe-eval': add 'wasm-unsafe-eval' to its script-src, or send no such header with this file. The policy of the page itself need not change.`,
  });
}

export function policyForbidsConnection(worker: string, module: string): WorkspaceError {
  return new WorkspaceError('duckdb.csp', {
    zh: `文件 ${worker} 的 Content-Security-Policy 必须允许请求 ${module}：在它的 connect-src 中加上 'self'，或者不给这个文件发送该响应头。`,
    en: `The Content-Security-Policy of ${worker} must allow requests to ${module}: add 'self' to its connect-src, or send no such header with this file.`,
  });
}

export function workerRefused(worker: string, reason: string): WorkspaceError {
  return new WorkspaceError('duckdb.worker', {
    zh: `数据库的 worker ${worker} 没有启动（${reason}）。若 kaoheng 的 worker 文件带有 Content-Security-Policy，其 worker-src 须包含 'self'。`,
    en: `The database's worker ${worker} did not start (${reason}). If kaoheng's worker file carries a Content-Security-Policy, its worker-src must contain 'self'.`,
  });
}

export function stalled(module: string, seconds: number, bytes: number): WorkspaceError {
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return new WorkspaceError('duckdb.timeout', {
    zh: `数据库 ${seconds} 秒没有进展（已收到 ${megabytes} MB，${module}），启动已放弃。常见原因：网络过慢；worker 文件的 Content-Security-Policy 不允许 'wasm-unsafe-eval'；代理改写了文件。`,
    en: `The database made no progress for ${seconds} seconds (${megabytes} MB of ${module} had come); starting it was given up. Usual causes: a very slow network; a Content-Security-Policy on the worker file without 'wasm-unsafe-eval'; a proxy that rewrites files.`,
  });
}

export function notInstantiated(reason: string): WorkspaceError {
  return new WorkspaceError('duckdb.instantiate', {
    zh: `数据库引擎没有启动：${reason}`,
    en: `The database engine did not start: ${reason}`,
  });
}

export function lost(reason: string): WorkspaceError {
  return new WorkspaceError('duckdb.lost', {
    zh: `数据库意外停止（${reason}）。下次查询时会重新启动并重新装入数据。`,
    en: `The database stopped unexpectedly (${reason}). It is started and filled again with the next query.`,
  });
}
