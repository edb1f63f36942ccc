import { expect, test } from 'vitest';

import { caseIds } from '../../schemes/testing/case-folder.ts';
import { builtInLibrary } from './built-in-library.ts';

test('lists every scheme with its title and the kind of body that it says', async () => {
  const schemes = await builtInLibrary.list();
  expect(schemes.map(({ id }) => id).sort()).toEqual(caseIds());
  expect(schemes.filter(({ body, title }) => body === 'other' || title.zh === '' || title.en === '')).toEqual([]);
  expect(schemes.find(({ id }) => id === 'teacher-ethics')).toMatchObject({ body: 'school', hasSample: false });
});
