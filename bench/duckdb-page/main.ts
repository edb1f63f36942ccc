// Starts the measuring worker and hands its figures to the benchmark.
Object.assign(globalThis, {
  measure: () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./measure.worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }) => resolve(data));
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
    }),
});
