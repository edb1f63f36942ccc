import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { importFiles } from '../import.ts';
import { places } from '../../io/testing/import-fixtures.ts';
import { proposeMapping } from './propose-mapping.ts';
import { FOREIGN_FILES } from './testing/foreign-corpus.ts';
import { FOREIGN_INPUTS, RATING_INPUTS } from './testing/foreign-inputs.ts';

const testFile = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`../../../test-files/foreign/${name}`, import.meta.url))),
});

describe('a foreign file', () => {
  it.each(FOREIGN_FILES.map((file) => [file.file, file] as const))('%s gives what it says', async (name, expected) => {
    const files = [...(expected.alone ? [] : [testFile('00-roll.csv')]), testFile(name)];
    const inputs = expected.rated ? RATING_INPUTS : FOREIGN_INPUTS;
    const proposal = await proposeMapping(files, inputs, { period: expected.period ?? '' });
    const mappings = proposal.sheets.map(({ mapping }) => mapping);
    const { dataset, report } = await importFiles(files, inputs, { mappings });
    const sheets = report.sheets ?? [];
    expect({
      rows: (dataset?.observations ?? []).map(({ period, subject, item, value, category, date, rater, origin }) =>
        [
          period,
          subject,
          item,
          value,
          ...(category || date ? [category, date] : []),
          ...(rater ? ['by', rater] : []),
          `${origin.column}${origin.row}`,
        ].join(' '),
      ),
      asks: proposal.questions.map(({ code, cell }) => `${code} ${cell}`),
      refused: [...new Set(places(report.findings.filter(({ severity }) => severity === 'refused')))],
      totals: sheets.reduce((sum, { totals }) => sum + totals, 0),
      below: sheets.reduce((sum, { below }) => sum + below, 0),
    }).toEqual({
      rows: expected.rows,
      asks: expected.asks,
      refused: expected.refused,
      totals: expected.totals ?? 0,
      below: expected.below ?? 0,
    });
    expect(proposal.isOwnLayout).toBe(name.includes('own-layout'));
    const { read, accepted, refused } = report.observations;
    expect(accepted + refused).toBe(read);
    for (const sheet of sheets) {
      expect(sheet.above + sheet.header + sheet.data + sheet.totals + sheet.below).toBe(sheet.rows);
    }
    const values = sheets.filter(({ role }) => role !== 'subjects').reduce((sum, sheet) => sum + sheet.values, 0);
    if (sheets.some(({ role }) => role !== 'subjects')) expect(values).toBe(read);
  });
});
