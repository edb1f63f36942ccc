// Describes the elements for Storybook and editors, from the comments in their sources.
export default {
  globs: ['src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.d.ts'],
  outdir: '.',
  litelement: true,
};
