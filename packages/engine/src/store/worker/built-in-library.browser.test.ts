import { afterAll, expect, test } from 'vitest';
import { LiveWorkspace } from '../live-workspace.ts';
import { PATIENT } from '../testing/fake-workspace.ts';
import { builtInLibrary } from './built-in-library.ts';

const live = new LiveWorkspace(PATIENT);
afterAll(() => live.close());

const schemes = await builtInLibrary.list();

test('the list of schemes comes from the worker with titles', async () => {
  expect(await live.listSchemes()).toEqual(schemes);
  for (const { id, title } of schemes) expect(title.zh).not.toBe(id);
});

test.each(schemes)('the built-in scheme $id opens without errors', async ({ id }) => {
  const { opened, findings } = await live.openScheme({ builtIn: id });
  expect({ opened, errors: findings.filter(({ severity }) => severity === 'error') }).toEqual({
    opened: true,
    errors: [],
  });
});

test.each(schemes.filter(({ hasSample }) => hasSample))(
  'the sample of $id is read whole, scored and ranked',
  async ({ id }) => {
    const report = await live.loadSample(id);
    expect(report).toMatchObject({ entered: true, subjects: { refused: 0 }, observations: { refused: 0 } });
    const { parts } = await live.describe();
    const { rows } = await live.ranking({ part: parts[0]!.id, period: parts[0]!.periods.at(-1)! });
    expect(rows.length).toBeGreaterThan(0);
    expect(live.status.store.state).toBe('idle');
  },
);

test('a scheme that does not come with the product is refused by name', async () => {
  await expect(live.openScheme({ builtIn: 'nobody' })).rejects.toMatchObject({
    code: 'scheme.unknown',
    text: { zh: expect.stringContaining('nobody') },
  });
});
