import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compareWithOracle } from '../testing/random/compare.ts';
import { randomExample } from '../testing/random/random-example.ts';
import { reduced } from '../testing/random/reduce-example.ts';
import type { Example } from '../testing/random/reduce-example.ts';

/**
 * How many random schemes are compared, and from which seed. For a long night: `KAOHENG_ORACLE=20000 npx vitest run
 * --project engine oracle`, with `KAOHENG_ORACLE_SEED` to begin elsewhere. The default is the same every time.
 */
const COUNT = Number(process.env['KAOHENG_ORACLE'] ?? 100);
const FIRST = Number(process.env['KAOHENG_ORACLE_SEED'] ?? 1);
const SECONDS_EACH = 2;

/** Few enough that what is compared is nearly everything. */
const MOST_REFUSED = 0.03;

describe('random schemes over random data', () => {
  it(
    'give the figures that a naive reading of the documents gives',
    () => {
      let [refused, figures] = [0, 0];
      for (let seed = FIRST; seed < FIRST + COUNT; seed += 1) {
        const example = randomExample(seed);
        const outcome = compareWithOracle(example.scheme, example.data);
        if (outcome.kind === 'different') expect.fail(`seed ${seed}\n${describeSmallest(example)}`);
        if (outcome.kind === 'refused') refused += 1;
        if (outcome.kind === 'equal') figures += outcome.figures;
      }
      expect(refused / COUNT).toBeLessThanOrEqual(MOST_REFUSED);
      expect(figures / COUNT).toBeGreaterThan(30);
    },
    COUNT * SECONDS_EACH * 1000,
  );

  it('are found out when one figure is wrong, and cut down to what shows it', () => {
    const example = randomExample(FIRST);
    const small = reduced(example, ({ data }) => data.observations.some(({ item }) => item === 'ev'));
    expect(small.data.observations).toHaveLength(1);
    expect(JSON.stringify(small.scheme).length).toBeLessThan(10);
  });
});

/** The smallest scheme and data in which engine and oracle still differ. */
function describeSmallest(example: Example): string {
  const differs = (smaller: Example): boolean => compareWithOracle(smaller.scheme, smaller.data).kind === 'different';
  const { scheme, data } = reduced(example, differs);
  const outcome = compareWithOracle(scheme, data);
  const rows = data.observations.map(({ period, subject, item, value, category, rater, matter }) =>
    [period, subject, item, value, category, rater, matter].join(' '),
  );
  const units = data.subjects.map(({ id, group, attributes }) => `${id} ${group} ${JSON.stringify(attributes)}`);
  const differences = outcome.kind === 'different' ? outcome.differences : [];
  return [...differences, stringify(scheme), ...units, ...rows].join('\n');
}
