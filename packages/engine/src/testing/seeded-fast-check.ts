// oxlint-disable-next-line no-restricted-imports
import fc from 'fast-check';

/**
 * The same examples every time: a test that fails fails for everybody, and one that passes here passes elsewhere. To
 * look further: `KAOHENG_SEED=7 npx vitest run --project engine number`, with any whole number.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['KAOHENG_SEED'] ?? 1) });

export default fc;
