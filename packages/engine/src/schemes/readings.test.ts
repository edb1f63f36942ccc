import { describe, expect, it } from 'vitest';

import { caseVariants, readCase, readingIds, readingsOf, runCase } from './testing/case-folder.ts';
import { describeDifferences, differencesAmongListed } from './testing/result-difference.ts';

const READINGS = readingIds().flatMap((id) =>
  caseVariants(readingsOf(id)).map((variant) => ({ id, variant, folder: readCase(id, variant, readingsOf(id)) })),
);

describe.each(READINGS)('the readings of $id $variant', ({ folder }) => {
  it('expect at least one figure', () => {
    expect(folder.expected).not.toEqual([]);
  });

  it('give the figures that the document asks for where it could be misread', async () => {
    const { imported, scoring, rows } = await runCase(folder);

    const refused = imported.report.findings.filter(({ severity }) => severity === 'refused');
    expect(refused).toEqual([]);

    const found = differencesAmongListed(folder.expected, rows);
    if (found.length > 0) expect.fail(describeDifferences(found, scoring, folder.working));
  });
});
