import type { Dataset, Subject } from '../../data/dataset.ts';
import type { ImportFinding, ImportReport } from '../../data/import-report.ts';
import { mergeTexts } from '../../locale/workspace-texts.ts';
import { copyNumbers } from '../../io/file-copies.ts';
import type { AttributeDeclaration } from '../../scheme/attribute.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import type { ConflictChoice, Correction } from '../../workspace/content.ts';
import { digestOf } from '../../workspace/digest.ts';
import type { Conflict, CorrectionOutcome, ReadImport } from '../../workspace/merge/merged.ts';
import { mergeImports } from '../../workspace/merge/merge-imports.ts';
import { chosenCounts, openCounts } from '../../workspace/merge/open-conflicts.ts';
import type { EnginePort } from '../engine-port.ts';
import { stopIfCancelled } from '../workspace-error.ts';
import type { ImportSummary, MergeSummary } from '../workspace-status.ts';
import { combinedReport } from './combined-report.ts';
import { bytesOf } from './file-bytes.ts';
import type { ImportToRead } from './protocol.ts';
import { readingOf } from './reading.ts';
import type { Run } from './run.ts';

/** What a scheme wants of the data. */
export interface Asked {
  readonly inputs: readonly InputDeclaration[];
  readonly attributes: readonly AttributeDeclaration[];
}

/** The user's data as a content describes them. */
export interface FilesToRead {
  readonly imports: readonly ImportToRead[];
  readonly corrections: readonly Correction[];
  readonly choices: readonly ConflictChoice[];
}

/** What was read: `dataset` is `null` when one of the imports cannot be used. */
export interface ReadContent {
  readonly dataset: Dataset | null;
  readonly report: ImportReport;
  readonly imports: readonly ImportRead[];
  readonly merged: MergeSummary;
  /** All of them, the open ones first. */
  readonly conflicts: readonly Conflict[];
}

export interface ImportRead {
  readonly id: string;
  readonly report: ImportReport;
}

/** An import as it was read the last time, and everything that this depended on. */
interface Kept {
  /** What the scheme asked for, as text. */
  readonly asked: string;
  /** How it was read: mappings and amendments, as text. */
  readonly reading: string;
  readonly known: readonly Subject[];
  /** Which of its files earlier imports have brought. */
  readonly repeated: readonly number[];
  readonly dataset: Dataset | null;
  readonly report: ImportReport;
}

/** Conflicts that a page is told; the numbers are those of all. */
const TOLD = 1000;

/**
 * Reads imports and puts them together. What was read stays here as long as its import is part of the content: a
 * correction or a choice does not read thirty workbooks again.
 */
export class ContentReader {
  readonly #engine: EnginePort;
  #kept = new Map<string, Kept>();
  /** Of each import, the digests of its files; found out when there is another import to compare with. */
  readonly #digests = new Map<string, readonly string[]>();

  constructor(engine: EnginePort) {
    this.#engine = engine;
  }

  async read(content: FilesToRead, asked: Asked, run: Run): Promise<ReadContent> {
    const askedText = JSON.stringify(asked);
    const seen = new Set<string>();
    const known = new Map<string, Subject>();
    const kept = new Map<string, Kept>();
    for (const one of content.imports) {
      // Each import is read with the subjects of those before it.
      // oxlint-disable-next-line no-await-in-loop
      const read = await this.#import(one, content.imports.length > 1 ? seen : null, asked, askedText, known, run);
      kept.set(one.id, read);
      for (const subject of read.dataset?.subjects ?? []) if (!known.has(subject.id)) known.set(subject.id, subject);
      stopIfCancelled(run.signal);
    }
    const whole = await this.#merge(content, kept, asked.inputs, [...known.values()]);
    // What did not enter is kept as well: it may be tried again, with the rows that were refused left out.
    this.#kept = kept;
    return whole;
  }

  async #import(
    one: ImportToRead,
    seen: Set<string> | null,
    { inputs, attributes }: Asked,
    askedText: string,
    known: ReadonlyMap<string, Subject>,
    run: Run,
  ): Promise<Kept> {
    const subjects = [...known.values()];
    const repeated = seen ? await this.#repeated(one, seen, run) : [];
    const reading = JSON.stringify([one.mappings ?? [], one.amendments ?? []]);
    const before = this.#kept.get(one.id);
    const isReadAlike = before?.asked === askedText && before.reading === reading;
    if (before && isReadAlike && isSame(before.known, subjects) && isSame(before.repeated, repeated)) {
      return before;
    }
    const copies = copyNumbers(one.files);
    const kept = one.files.map((_, at) => at).filter((at) => !repeated.includes(at));
    const left = kept.map((at) => one.files[at]!);
    const said = repeated.map((at) => repeatedFile(one.files[at]?.name ?? '', left.length === 0));
    if (left.length === 0 && repeated.length > 0) {
      return { asked: askedText, reading, known: subjects, repeated, dataset: null, report: nothingNew(one, said) };
    }
    // A mapping names its file by name and number: the number stays where others are left out.
    const files = (await bytesOf(left, run)).map((file, at) => ({ ...file, copy: copies[kept[at]!]! }));
    const { dataset, report } = await this.#engine.importFiles(files, inputs, {
      known: subjects,
      attributes,
      ...readingOf(one),
      onProgress: ({ phase, share }) => run.progress({ stage: phase, done: Math.round(share * 100), total: 100 }),
    });
    const whole = said.length === 0 ? report : { ...report, findings: [...report.findings, ...said] };
    return { asked: askedText, reading, known: subjects, repeated, dataset, report: whole };
  }

  /** Which files have the bytes of one that an earlier import has brought. */
  async #repeated({ id, files }: ImportToRead, seen: Set<string>, run: Run): Promise<readonly number[]> {
    let digests = this.#digests.get(id);
    if (digests === undefined) {
      const all = await bytesOf(files, run);
      digests = await Promise.all(all.map(({ bytes }) => digestOf(bytes)));
      this.#digests.set(id, digests);
    }
    const repeated = digests.flatMap((digest, at) => (seen.has(digest) ? [at] : []));
    for (const digest of digests) seen.add(digest);
    return repeated;
  }

  async #merge(
    { imports, corrections, choices }: FilesToRead,
    kept: ReadonlyMap<string, Kept>,
    inputs: readonly InputDeclaration[],
    subjects: readonly Subject[],
  ): Promise<ReadContent> {
    const report = combinedReport(imports.map(({ id }) => kept.get(id)?.report ?? null));
    const read = imports.flatMap(({ id }): ReadImport[] => {
      const dataset = kept.get(id)?.dataset;
      return dataset ? [{ id, dataset }] : [];
    });
    const { allowed, refused } = await this.#checked(corrections, inputs, subjects);
    const { dataset, report: merge } = mergeImports(read, inputs, { choices, corrections: allowed });
    const chosen = chosenCounts(merge.conflicts);
    const summaries = imports.flatMap(({ id, time, files, amendments = [] }): ImportSummary[] => {
      const share = merge.imports.find((one) => one.id === id);
      const own = kept.get(id);
      if (!share || !own) return [];
      const names = files.map(({ name }) => name);
      const repeatedFiles = own.repeated.map((at) => names[at] ?? '');
      return [
        { id, time, files: names, repeatedFiles, amendments, report: own.report, share, chosen: chosen.get(id) ?? 0 },
      ];
    });
    const merged: MergeSummary = {
      imports: summaries,
      conflicts: merge.conflicts.slice(0, TOLD),
      allConflicts: merge.conflicts.length,
      openCounts: openCounts(merge.conflicts),
      openConflicts: merge.conflicts.filter(({ choice }) => choice === null).length,
      likenesses: merge.likenesses,
      corrections: [...merge.corrections, ...refused],
      supplied: merge.supplied,
    };
    const reports = imports.flatMap(({ id }): ImportRead[] => {
      const own = kept.get(id)?.report;
      return own ? [{ id, report: own }] : [];
    });
    const isWhole = read.length === imports.length && read.length > 0;
    return { dataset: isWhole ? dataset : null, report, imports: reports, merged, conflicts: merge.conflicts };
  }

  /** A value that the inputs of the scheme do not allow (any more) does not enter by hand either. */
  async #checked(
    corrections: readonly Correction[],
    inputs: readonly InputDeclaration[],
    subjects: readonly Subject[],
  ): Promise<{ allowed: readonly Correction[]; refused: readonly CorrectionOutcome[] }> {
    if (corrections.length === 0) return { allowed: [], refused: [] };
    const rows = corrections.map((correction) => ({ ...correction, value: correction.after }));
    const checked = await this.#engine.checkObservations(rows, inputs, subjects);
    const isAllowed = corrections.map((_, at) => checked[at]?.observation !== null);
    return {
      allowed: corrections.filter((_, at) => isAllowed[at]),
      refused: corrections.flatMap((correction, at): CorrectionOutcome[] => {
        const why = checked[at]?.findings.find(({ severity }) => severity === 'refused');
        if (isAllowed[at]) return [];
        return [{ correction, state: 'refused', found: '', origin: null, ...(why ? { why: why.message } : {}) }];
      }),
    };
  }
}

const NO_ROWS = { read: 0, accepted: 0, refused: 0 };

/** Nothing in it is new: to import it again would change nothing, and is surely a mistake. */
function nothingNew({ files }: ImportToRead, findings: readonly ImportFinding[]): ImportReport {
  return {
    files: files.map(({ name }) => name),
    subjects: NO_ROWS,
    observations: NO_ROWS,
    findings,
    counts: [{ code: 'file.repeated', severity: 'refused', count: findings.length }],
    entered: false,
  };
}

function repeatedFile(file: string, isAll: boolean): ImportFinding {
  return {
    severity: isAll ? 'refused' : 'note',
    code: 'file.repeated',
    origin: { file, sheet: '', row: 0, column: '' },
    ...mergeTexts.repeatedFile(file),
  };
}

function isSame<Entry>(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((entry, at) => entry === b[at]);
}
