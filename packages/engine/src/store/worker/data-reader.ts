import { unwantedRefusals, type ImportReport } from '../../data/import-report.ts';
import type { EnginePort, LoadedScheme, ParameterSettings } from '../engine-port.ts';
import { stopIfCancelled } from '../workspace-error.ts';
import { ContentReader, type ImportRead } from './content-reader.ts';
import type { Run } from './run.ts';
import type { SchemeShelf } from './scheme-shelf.ts';
import type { DataSource, OpenData } from './workspace-state.ts';

/** Data as they were read: `data` is `null` when they cannot be used. */
export interface Attempt {
  readonly data: OpenData | null;
  readonly report: ImportReport;
  /** The single imports, where there may be several. */
  readonly imports?: readonly ImportRead[];
}

/** Reads data with the inputs of a scheme, wherever they come from. */
export class DataReader {
  readonly #engine: EnginePort;
  readonly #schemes: SchemeShelf;
  readonly #contents: ContentReader;

  constructor(engine: EnginePort, schemes: SchemeShelf) {
    this.#engine = engine;
    this.#schemes = schemes;
    this.#contents = new ContentReader(engine);
  }

  async read(source: DataSource, scheme: LoadedScheme, settings: ParameterSettings, run: Run): Promise<Attempt> {
    const inputs = scheme.inputsUnder(settings);
    if (source.kind === 'files') {
      const asked = { inputs, attributes: scheme.attributes };
      const { dataset, report, imports, merged, conflicts } = await this.#contents.read(source, asked, run);
      return { data: dataset && { source, dataset, report, merged, conflicts }, report, imports };
    }
    const { dataset, report } = await this.#engine.importFiles(await this.#schemes.sample(source.scheme), inputs, {
      attributes: scheme.attributes,
      onProgress: ({ phase, share }) => run.progress({ stage: phase, done: Math.round(share * 100), total: 100 }),
    });
    stopIfCancelled(run.signal);
    return { data: dataset && { source, dataset, report, merged: null, conflicts: [] }, report };
  }
}

/** Holds back what would leave rows out that nobody has agreed to leave out: those that are not out already. */
export function held(attempt: Attempt, before: OpenData | null): Attempt {
  const { data, report } = attempt;
  const known = new Map(before?.merged?.imports.map((one) => [one.id, unwantedRefusals(one.report)]));
  const isMore = data?.merged
    ? data.merged.imports.some((one) => unwantedRefusals(one.report) > (known.get(one.id) ?? 0))
    : unwantedRefusals(report) > 0;
  return data && isMore ? { ...attempt, data: null, report: { ...report, entered: false, held: true } } : attempt;
}
