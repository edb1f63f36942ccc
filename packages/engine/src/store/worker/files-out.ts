import type { Subject } from '../../data/dataset.ts';
import type { Explanation } from '../../explain/explanation.ts';
import type { SheetMapping } from '../../io/mapping/sheet-mapping.ts';
import { writeCodes } from '../../io/write-codes.ts';
import { writeRefusals } from '../../io/write-refusals.ts';
import { makePublication } from '../../reader/publish.ts';
import type { ExplainQuery } from '../../reader/results-reader.ts';
import { scoredReader } from '../../reader/scored-reader.ts';
import type { SubjectRequest } from '../../workbook/subject/subject-book.ts';
import type { SubjectFilesRequest } from '../../workbook/subject/subject-files.ts';
import type { ExportFormat, ExportRequest } from '../../workbook/tables/export-results.ts';
import type { EnginePort, LoadedScheme, Scoring } from '../engine-port.ts';
import { stopIfCancelled, WorkspaceError } from '../workspace-error.ts';
import { bytesOf } from './file-bytes.ts';
import type { CollectionOrder, NamedFile, Published, PublishRequest, RefusalsRequest } from './protocol.ts';
import type { Run } from './run.ts';
import type { SchemeShelf } from './scheme-shelf.ts';
import { requireResults, requireScheme, type WorkspaceState } from './workspace-state.ts';

/** Makes the files that leave a workspace. Changes nothing. */
export class FilesOut {
  readonly #engine: EnginePort;
  readonly #schemes: SchemeShelf;
  readonly #state: () => WorkspaceState;

  /** `state`: what is open when a file is asked for. */
  constructor(engine: EnginePort, schemes: SchemeShelf, state: () => WorkspaceState) {
    this.#engine = engine;
    this.#schemes = schemes;
    this.#state = state;
  }

  /** The published file, and what those who publish must know. */
  async publish(request: PublishRequest, run: Run): Promise<Published> {
    const { scoring } = requireResults(this.#state());
    const { notice, selection, explanations, codeKey, language = 'zh' } = request;
    const explain = explanations ? explainInTurns(scoring, run) : null;
    const { file, codes, groupCodes, ...known } = await makePublication(scoring.scored, {
      notice,
      ...(selection ? { selection } : {}),
      ...(explain ? { explain } : {}),
      ...(scoring.raters ? { raters: scoring.raters } : {}),
      ...(codeKey === undefined ? {} : { codeKey }),
    });
    stopIfCancelled(run.signal);
    const codeList = writeCodes({ codes, groupCodes }, language);
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    return {
      ...known,
      bytes: bytes(JSON.stringify(file)),
      integrity: file.integrity,
      codeList: codeList === null ? null : bytes(codeList),
    };
  }

  /** Workbooks by which the data of a scheme is collected. */
  async collectionWorkbooks(order: CollectionOrder, run: Run): Promise<readonly NamedFile[]> {
    const { scheme: source, subjects: files, mappings = [], ...rest } = order;
    const state = this.#state();
    const scheme = source === undefined ? requireScheme(state) : (await this.#schemes.loadSound(source)).scheme;
    const loaded = state.data?.dataset.subjects ?? [];
    const subjects =
      files === undefined ? loaded : files.length === 0 ? [] : await this.#listed(files, mappings, scheme, run);
    const settings = source === undefined ? state.parameters : {};
    return scheme.collect({ settings, ...rest, subjects });
  }

  /** Results as a workbook or as CSV files. */
  async exportResults(request: ExportRequest & ExportFormat, run: Run): Promise<readonly NamedFile[]> {
    const { scheme, data, scoring } = requireResults(this.#state());
    const reader = scoredReader(scoring.scored, explainInTurns(scoring, run));
    const { report, conflicts } = data;
    const doubts = {
      refusedRows: report.subjects.refused + report.observations.refused,
      openConflicts: conflicts.filter(({ choice }) => choice === null).length,
    };
    const files = await scheme.exportFiles(data.dataset, scoring.scored, reader, { ...request, doubts });
    stopIfCancelled(run.signal);
    return files;
  }

  /** One subject's sheet as a workbook, with its reasons and source rows. */
  async exportSheet(request: SubjectRequest, run: Run): Promise<NamedFile> {
    const { scoring } = requireResults(this.#state());
    const file = await this.#engine.subjectFile(scoredReader(scoring.scored, explainInTurns(scoring, run)), request);
    stopIfCancelled(run.signal);
    return file;
  }

  /** The sheets of several subjects, a workbook for each, as one file; `null` where nobody has one. */
  async exportSheets(request: SubjectFilesRequest, run: Run): Promise<NamedFile | null> {
    const { scored, ...scoring } = requireResults(this.#state()).scoring;
    const reader = scoredReader(scored, explainInTurns({ ...scoring, scored }, run));
    const file = await this.#engine.subjectsFile(reader, scored, request);
    stopIfCancelled(run.signal);
    return file;
  }

  /** What the last import refused; without a report an empty file. */
  async exportRefusals({ language, format }: RefusalsRequest): Promise<Uint8Array> {
    const { scheme, data, parameters, lastReport } = this.#state();
    if (!lastReport) return new Uint8Array();
    if (format === 'csv') {
      return new TextEncoder().encode(writeRefusals(lastReport, language, { newline: '\r\n' }));
    }
    const inputs = scheme?.inputsUnder(parameters) ?? [];
    return this.#engine.refusals(lastReport, { inputs, subjects: data?.dataset.subjects ?? [], language });
  }

  /** The subjects of a list; one that cannot be read in full is refused. */
  async #listed(
    files: readonly File[],
    mappings: readonly SheetMapping[],
    scheme: LoadedScheme,
    run: Run,
  ): Promise<readonly Subject[]> {
    const { dataset, report } = await this.#engine.importFiles(await bytesOf(files, run), scheme.inputs, {
      subjectsOnly: true,
      mappings,
      attributes: scheme.attributes,
    });
    const fault = report.findings.find(({ severity }) => severity === 'refused');
    if (dataset && fault === undefined) return dataset.subjects;
    throw new WorkspaceError('subjects.faulty', {
      zh: `考核对象表没有全部读入：${fault?.message.zh ?? ''}${fault?.remedy.zh ?? ''}`,
      en: `The subjects could not be read in full: ${fault?.message.en ?? ''} ${fault?.remedy.en ?? ''}`,
    });
  }
}

/** Explanations between them let the worker hear others, so that a long publication can be cancelled. */
const EXPLANATIONS_PER_TURN = 200;

function explainInTurns(scoring: Scoring, run: Run): (query: ExplainQuery) => Promise<Explanation | null> {
  let done = 0;
  return async (query) => {
    if (++done % EXPLANATIONS_PER_TURN === 0) {
      run.progress({ stage: 'publishing', done, total: null });
      await new Promise((resolve) => setTimeout(resolve));
      stopIfCancelled(run.signal);
    }
    return scoring.explain(query);
  };
}
