import { isOfSamePlace, type Amendment, type ImportSummary, type MergeSummary } from '@kaoheng/engine/live';

/** Amendments of one import that are others than those it was read with. */
export interface ImportToAmend {
  readonly id: string;
  readonly amendments: readonly Amendment[];
}

/**
 * Names of files whose cells can be amended: those that stand for exactly one file. Of two files of one name, in one
 * import or in two, a report does not say which it means.
 */
export function amendableFiles(merged: MergeSummary | null): ReadonlySet<string> {
  const names = merged?.imports.flatMap(({ files }) => files) ?? [];
  return new Set(names.filter((name) => names.indexOf(name) === names.lastIndexOf(name)));
}

/** All amendments that the imports were read with. */
export function amendmentsOf(merged: MergeSummary | null): readonly Amendment[] {
  return merged?.imports.flatMap(({ amendments }) => amendments) ?? [];
}

/** Which imports are to be read again for amendments as the user would have them. */
export function importsToAmend(merged: MergeSummary | null, wanted: readonly Amendment[]): readonly ImportToAmend[] {
  return (merged?.imports ?? []).flatMap((one): ImportToAmend[] => {
    const amendments = wanted.filter(({ file }) => one.files.includes(file));
    return isSame(one, amendments) ? [] : [{ id: one.id, amendments }];
  });
}

function isSame({ amendments }: ImportSummary, wanted: readonly Amendment[]): boolean {
  return (
    amendments.length === wanted.length &&
    amendments.every((one) => wanted.some((other) => isOfSamePlace(one, other) && one.text === other.text))
  );
}
