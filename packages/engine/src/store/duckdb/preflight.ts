import type { DuckDBBundle } from './bundle.ts';
import { allowsConnection, allowsWebAssembly, parsePolicies, type Policy } from './content-security.ts';
import * as failure from './failures.ts';

/** What the look at the files has shown. */
export interface PreflightResult {
  /** `as-served`: the browser can stream the module; `repack`: the bytes are right, but the server labels them wrongly. */
  readonly module: 'as-served' | 'repack';
}

/** Smallest size that DuckDB's module can have; less is a placeholder or a cut-off upload. */
const SMALLEST_MODULE = 1_000_000;

const JAVASCRIPT = /^(text|application)\/(x-)?(java|ecma|j)script$/;

/**
 * Looks at DuckDB's files before DuckDB does: once `instantiate()` meets a wrong status, type or policy, it never
 * settles. Throws a `WorkspaceError` that says what to change on the server.
 */
export async function preflight(bundle: DuckDBBundle, signal?: AbortSignal): Promise<PreflightResult> {
  const [policies] = await Promise.all(bundle.scripts.map((script) => checkScript(script, signal)));
  // The first script is the one that is started: its header is the policy of DuckDB's worker.
  const worker = new URL(bundle.scripts[0]!, self.location.href);
  const module = new URL(bundle.module, self.location.href);
  if (!allowsWebAssembly(policies!)) throw failure.policyForbidsWebAssembly(worker.href);
  if (!allowsConnection(policies!, module, worker)) throw failure.policyForbidsConnection(worker.href, module.href);
  return { module: await checkModule(module, policies!, worker, signal) };
}

async function checkScript(address: string, signal: AbortSignal | undefined): Promise<readonly Policy[]> {
  const url = new URL(address, self.location.href);
  if (url.origin !== self.location.origin) throw failure.otherOrigin(url.href, self.location.origin);
  const response = await ask(url, signal);
  const type = mediaType(response);
  if (!JAVASCRIPT.test(type)) throw failure.wrongType(url.href, type, 'text/javascript', response.redirected);
  return parsePolicies(response.headers.get('content-security-policy') ?? '');
}

async function checkModule(
  url: URL,
  policies: readonly Policy[],
  worker: URL,
  signal: AbortSignal | undefined,
): Promise<PreflightResult['module']> {
  const response = await ask(url, signal);
  const type = mediaType(response);
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const encoded = response.headers.get('content-encoding') !== null;
  if (!encoded && length < SMALLEST_MODULE) throw failure.tooSmall(url.href, length, type);
  if (type === 'application/wasm') return 'as-served';
  if (!(await beginsLikeWebAssembly(url, signal))) {
    throw failure.wrongType(url.href, type, 'application/wasm', response.redirected);
  }
  if (!allowsConnection(policies, new URL('blob:x'), worker)) {
    throw failure.wrongType(url.href, type, 'application/wasm', false);
  }
  return 'repack';
}

/** Headers of a file. Servers that refuse HEAD are asked with GET, and the body is left alone. */
async function ask(url: URL, signal: AbortSignal | undefined): Promise<Response> {
  const response = await request(url, 'HEAD', signal);
  if (response.ok) return response;
  const again = await request(url, 'GET', signal);
  await again.body?.cancel();
  if (!again.ok) throw failure.badStatus(url.href, again.status);
  return again;
}

async function request(url: URL, method: 'HEAD' | 'GET', signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(url.href, { method, credentials: 'same-origin', ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw failure.unreachable(url.href, error);
  }
}

async function beginsLikeWebAssembly(url: URL, signal: AbortSignal | undefined): Promise<boolean> {
  const response = await request(url, 'GET', signal);
  const reader = response.body?.getReader();
  if (!reader) return false;
  const { value } = await reader.read();
  await reader.cancel();
  return value !== undefined && value[0] === 0x00 && value[1] === 0x61 && value[2] === 0x73 && value[3] === 0x6d;
}

function mediaType(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
}
