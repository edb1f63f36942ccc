/**
 * `Array.prototype.at` for Chromium before 92: apache-arrow calls it. Must be imported before apache-arrow.
 * The twin for DuckDB's own worker is `polyfilled-worker.js`.
 */
function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

for (const prototype of [Array.prototype, Object.getPrototypeOf(Int8Array.prototype) as object]) {
  if (!('at' in prototype)) Object.defineProperty(prototype, 'at', { value: at, writable: true, configurable: true });
}

export {};
