import { describe, expect, it } from 'vitest';

import { caseIds, caseVariants, readCase, runCase } from './testing/case-folder.ts';
import { describeDifferences, differences } from './testing/result-difference.ts';

const CASES = caseIds().flatMap((id) => caseVariants(id).map((variant) => ({ id, variant })));

describe.each(CASES)('the cases of $id $variant', ({ id, variant }) => {
  it('are imported without a refusal and give exactly the expected figures', async () => {
    const folder = readCase(id, variant);
    const { imported, scoring, rows } = await runCase(folder);

    const refused = imported.report.findings.filter(({ severity }) => severity === 'refused');
    expect(refused).toEqual([]);

    const found = differences(folder.expected, rows);
    if (found.length > 0) expect.fail(describeDifferences(found, scoring, folder.working));
  });
});
