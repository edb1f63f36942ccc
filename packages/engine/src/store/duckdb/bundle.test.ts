import { expect, test } from 'vitest';
import { chooseBundle, type DuckDBFiles } from './bundle.ts';

const files: DuckDBFiles = {
  ehModule: '/eh.wasm',
  ehWorker: '/eh.js',
  mvpModule: '/mvp.wasm',
  mvpWorker: '/mvp.js',
  polyfilledWorker: '/polyfilled.js',
};

test('a browser with WebAssembly exceptions gets the fast engine', () => {
  expect(chooseBundle(files, { webAssembly: true, exceptions: true, arrayAt: true })).toMatchObject({
    kind: 'eh',
    module: '/eh.wasm',
    worker: '/eh.js',
  });
});

test('an older one gets the engine without exceptions', () => {
  expect(chooseBundle(files, { webAssembly: true, exceptions: false, arrayAt: true })).toMatchObject({
    kind: 'mvp',
    worker: '/mvp.js',
    scripts: ['/mvp.js'],
  });
});

test('one without Array.prototype.at starts the engine through the polyfill, and both files are looked at', () => {
  expect(chooseBundle(files, { webAssembly: true, exceptions: false, arrayAt: false })).toMatchObject({
    worker: '/polyfilled.js?script=%2Fmvp.js',
    scripts: ['/polyfilled.js', '/mvp.js'],
  });
});

test('one without WebAssembly is told that scoring works all the same', () => {
  expect(() => chooseBundle(files, { webAssembly: false, exceptions: false, arrayAt: true })).toThrow(
    'scoring is not affected',
  );
});
