import type { ObservationCheck } from './check.ts';

/** The matter is named where one matter must not count twice. */
export const checkMatter: ObservationCheck = (row, draft) => {
  draft.matter = row.text('matter', true);
  if (draft.found === null || draft.matter !== '' || draft.saysNothing || !row.isReadable('matter')) return;
  if (draft.found.rules.declaration.needsMatter) row.refuse('matter.missing', 'matter', undefined);
};
