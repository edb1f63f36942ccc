import { describe, expect, it } from 'vitest';

import { importFiles } from './import.ts';
import { csvFiles, INPUTS, workbookWith } from './testing/import-fixtures.ts';

describe('in a browser', () => {
  it('reads CSV', async () => {
    const { dataset, report } = await importFiles(csvFiles('2024,v1,grain,"1,234.5",,,,,'), INPUTS);
    expect(dataset?.observations[0].value).toBe('1234.5');
    expect(report.observations).toEqual({ read: 1, accepted: 1, refused: 0 });
  });

  it('reads a workbook', async () => {
    const { dataset } = await importFiles([workbookWith([['2024', 'v1', 'rate', 0.1 + 0.2]])], INPUTS);
    expect(dataset?.observations[0].value).toBe('0.3');
  });

  it('reads GB18030', async () => {
    const name = [0x62, 0x2c, 0xd5, 0xc5, 0xb4, 0xe5, 0x0a]; // b,张村
    const bytes = Uint8Array.from([...new TextEncoder().encode('subject,name\n'), ...name]);
    const { dataset } = await importFiles([{ name: 'subjects.csv', bytes }, csvFiles()[1]], INPUTS);
    expect(dataset?.subjects[0]).toMatchObject({ id: 'b', name: '张村' });
  });
});
