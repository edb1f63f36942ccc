/** The browser's locks; `undefined` on insecure pages (http on an intranet) and outside browsers. */
export function webLocks(): LockManager | undefined {
  return (navigator as { readonly locks?: LockManager }).locks;
}
