import { webLocks } from '../web-locks.ts';

/**
 * Holds a web lock until the worker ends, however it ends: the page waits for the same lock and so learns of a crash at
 * once. Insecure pages (http on an intranet) have no locks; there the page's watch over silence must do.
 */
export function holdLifeLock(name: string | undefined): Promise<boolean> {
  const locks = webLocks();
  if (name === undefined || !locks) return Promise.resolve(false);
  return new Promise((resolve) => {
    const forEver = new Promise<void>(() => undefined);
    locks
      .request(name, () => {
        resolve(true);
        return forEver;
      })
      .catch(() => resolve(false));
  });
}
