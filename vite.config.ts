// The one build configuration: what is built is chosen by `--mode` (see scripts/build.mjs);
// without a mode it is the dashboard, whose development server `vite` starts.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions, type Plugin, type UserConfig } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from 'vitest/config';

import { CHROMIUM_ENVIRONMENT, CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';
import { packageEntries } from './scripts/package-entries.mjs';
import { pageScripts } from './scripts/page-scripts.mjs';

/** Published results are shown by Chromium 86 and later, live data and the dashboard by 109 and later. */
const WIDGETS_FLOOR = 'chrome86';
const DASHBOARD_FLOOR = 'chrome109';

/** Makes packages of this repository resolve to each other's TypeScript sources. */
const SOURCE_CONDITION = '@kaoheng/source';

/**
 * What Vite's search does not see, because only the worker or Storybook's renderer imports it: found
 * late, it reloads the page in the middle of a test, or brings a second copy of Lit.
 */
const UNSEEN_PACKAGES = [
  '@bpmn-io/lezer-feel',
  '@duckdb/duckdb-wasm',
  '@e965/xlsx',
  '@lezer/common',
  '@noble/hashes/hmac.js',
  '@noble/hashes/sha2.js',
  'apache-arrow',
  'decimal.js',
  'fastest-levenshtein',
  'fflate',
  'fzstd',
  'hucre',
  'hucre/xlsx',
  'hyparquet',
  'idb',
  'lit',
  'lit/directive-helpers.js',
  'papaparse',
  'typebox',
  'typebox/value',
  'yaml',
];

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What every build, server and test shares. */
const common = (): UserConfig => ({
  tsconfig: here('./tsconfig.base.json'),
  resolve: { conditions: [SOURCE_CONDITION, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [SOURCE_CONDITION, ...defaultServerConditions] } },
  // Lowers nesting, `inset`, logical properties and the like, in `?inline` style sheets too.
  css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 86 << 16 } } },
  worker: { format: 'es' },
  optimizeDeps: { include: UNSEEN_PACKAGES },
  plugins: [withoutForeignMaps(), pageScripts()],
});

/** DuckDB's worker names source maps that its package does not contain; each would be one warning. */
const withoutForeignMaps = (): Plugin => ({
  name: 'kaoheng:without-foreign-maps',
  enforce: 'pre',
  async load(id) {
    const [file = '', query = ''] = id.split('?');
    if (!/duckdb-browser-\w+\.worker\.js$/.test(file) || query.startsWith('url')) return null;
    const code = await readFile(file, 'utf8');
    return { code: code.replace(/\n\/\/# sourceMappingURL=.*/, ''), map: null };
  },
});

// ---------------------------------------------------------------- builds

const dashboard = (): UserConfig => ({
  ...common(),
  root: here('./packages/dashboard'),
  base: './',
  build: {
    target: DASHBOARD_FLOOR,
    outDir: here('./packages/dashboard/dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0, // workers and WebAssembly stay files: strict policies refuse data: and blob:
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
});

/** Every module of a package as its own file in `dist/`, at the same place as in `src/`; workers in `dist/assets/`. */
const library = (name: string): UserConfig => {
  const source = here(`./packages/${name}/src`);
  return {
    ...common(),
    root: here(`./packages/${name}`),
    base: './',
    publicDir: false,
    build: {
      target: 'es2021',
      outDir: here(`./packages/${name}/dist`),
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      lib: { entry: packageEntries(here(`./packages/${name}`), SOURCE_CONDITION), formats: ['es'] },
      rolldownOptions: {
        external: isPackage,
        output: { preserveModules: true, preserveModulesRoot: source, entryFileNames: placeInLibrary },
      },
    },
  };
};

/** Packages stay imports, except files of theirs and the helpers of lowered syntax. */
const isPackage = (id: string) =>
  /^@?\w/.test(id) && !/^[A-Z]:/i.test(id) && !id.includes('?') && !id.startsWith('@oxc-project/');

const placeInLibrary = ({ name, facadeModuleId }: { name: string; facadeModuleId: string | null }) =>
  facadeModuleId?.includes('@oxc-project')
    ? `lowered/${name.split('/').pop()}.js`
    : `${name.replace(/_inline$/, '')}.js`;

/** One classic script that registers elements on a page without any build. */
const bundle = (name: string): UserConfig => ({
  ...common(),
  root: here('./packages/components'),
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: WIDGETS_FLOOR,
    cssTarget: WIDGETS_FLOOR,
    outDir: here('./packages/components/dist-bundles'),
    emptyOutDir: false, // the bundles are built one after the other into one folder
    sourcemap: true,
    lib: {
      entry: here(`./packages/components/src/bundles/${name}.ts`),
      formats: ['iife'],
      name: name.replace(/-./g, (part) => part.slice(1).toUpperCase()),
      fileName: () => `${name}.iife.js`,
    },
  },
});

// ---------------------------------------------------------------- tests

const chromium = await findChromium();

/** Settings for one project in a real browser; each project needs an object of its own. */
const inBrowser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      args: CHROMIUM_FLAGS,
      env: CHROMIUM_ENVIRONMENT,
      ...(chromium && { executablePath: chromium }),
    },
    // What fades in has too little contrast while it does.
    contextOptions: { reducedMotion: 'reduce' },
  }),
  instances: [{ browser: 'chromium' as const }],
});

/** Projects of one order run side by side, the next order starts when they are done. */
const ORDER = { node: 0, browser: 1, pages: 2 };

/**
 * Limits are for what hangs. How fast something is says the benchmark; a machine with other work to do takes many times
 * as long, and starts a database or a browser in the middle of it.
 */
const PATIENCE = {
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 60_000 } },
  setupFiles: [here('./scripts/test-setup.ts')],
};

/**
 * A browser is a world of its own: what fails there is tried once more. A test that needs it is named in the summary of
 * `npm test`, so that it is mended and not forgotten.
 */
const IN_BROWSER = { ...PATIENCE, retry: 1 };

const nodeProject = (name: string, test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  ...common(),
  test: { name, environment: 'node', sequence: { groupOrder: ORDER.node }, ...PATIENCE, ...test },
});

const browserProject = (
  name: string,
  test: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration => ({
  ...common(),
  test: { name, browser: inBrowser(), sequence: { groupOrder: ORDER.browser }, ...IN_BROWSER, ...test },
});

const tests = (): ViteUserConfig => ({
  test: {
    passWithNoTests: true,
    onConsoleLog: (text) => !text.includes('Lit is in dev mode'),
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts'], exclude: ['**/*.test.ts'] },
    projects: [
      nodeProject('engine', {
        include: ['packages/engine/src/**/*.test.ts'],
        exclude: ['**/*.browser.test.ts'],
      }),
      nodeProject('components-node', { include: ['packages/components/src/**/*.node.test.ts'] }),
      browserProject('engine-browser', { include: ['packages/engine/src/**/*.browser.test.ts'] }),
      browserProject('components', {
        include: ['packages/components/src/**/*.test.ts'],
        exclude: ['**/*.node.test.ts'],
      }),
      browserProject('dashboard', { include: ['packages/dashboard/src/**/*.test.ts'] }),
      {
        ...browserProject('stories', {}),
        plugins: [withoutForeignMaps(), storybookTest({ configDir: here('./.storybook') })],
      },
      nodeProject('e2e', {
        include: ['tests/e2e/**/*.test.ts'],
        sequence: { groupOrder: ORDER.pages },
        ...IN_BROWSER,
      }),
    ],
  },
});

export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'test':
      return tests();
    case 'engine':
    case 'components':
      return library(mode);
    case 'kaoheng':
    case 'kaoheng-charts':
      return bundle(mode);
    default:
      return dashboard();
  }
});
