/**
 * Starts the worker file. A file of this origin, never a blob: strict policies refuse those. Hosts whose bundler does
 * not know `new URL(…, import.meta.url)` give the address of the built file.
 */
export function startWorker(url?: string | URL): Worker {
  return url === undefined
    ? new Worker(new URL('./kaoheng.worker.ts', import.meta.url), { type: 'module', name: 'kaoheng' })
    : new Worker(url, { type: 'module', name: 'kaoheng' });
}
