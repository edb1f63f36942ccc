import type { FindingCount, ImportReport } from '../../data/import-report.ts';

type Counts = ImportReport['subjects'];

const NONE: ImportReport = {
  files: [],
  subjects: { read: 0, accepted: 0, refused: 0 },
  observations: { read: 0, accepted: 0, refused: 0 },
  findings: [],
  entered: true,
};

/** The reports of several imports as one. What keeps them from entering comes first. */
export function combinedReport(reports: readonly (ImportReport | null)[]): ImportReport {
  const all = reports.filter((report) => report !== null);
  const [only] = all;
  if (only === undefined) return NONE;
  if (all.length === 1) return only;
  const failed = all.filter(({ entered }) => !entered);
  const sheets = all.flatMap(({ sheets: own = [] }) => own);
  const refusedRows = all.flatMap(({ refusedRows: own = [] }) => own);
  return {
    files: all.flatMap(({ files }) => files),
    subjects: added(all.map(({ subjects }) => subjects)),
    observations: added(all.map(({ observations }) => observations)),
    ...(sheets.length > 0 ? { sheets } : {}),
    findings: [...failed, ...all.filter(({ entered }) => entered)].flatMap(({ findings }) => findings),
    ...(refusedRows.length > 0 ? { refusedRows } : {}),
    counts: addedCounts(all.flatMap(({ counts = [] }) => counts)),
    entered: failed.length === 0,
  };
}

function added(counts: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => counts.reduce((total, one) => total + one[key], 0);
  return { read: sum('read'), accepted: sum('accepted'), refused: sum('refused') };
}

function addedCounts(counts: readonly FindingCount[]): FindingCount[] {
  const byCode = new Map<string, FindingCount>();
  for (const one of counts) {
    byCode.set(one.code, { ...one, count: one.count + (byCode.get(one.code)?.count ?? 0) });
  }
  return [...byCode.values()];
}
