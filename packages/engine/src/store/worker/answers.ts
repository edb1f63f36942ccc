import { tableCsv } from '../table-csv.ts';
import type { Database } from '../database.ts';
import { PROTOCOL_VERSION, type RequestName, type Requests, type WorkerSettings } from './protocol.ts';
import { holdLifeLock } from './life-lock.ts';
import type { Run } from './run.ts';
import type { Workspace } from './workspace.ts';

type Answer<Name extends RequestName> = (
  ask: Requests[Name]['ask'],
  run: Run,
) => Promise<Requests[Name]['answer']> | Requests[Name]['answer'];

/** One function per request of the protocol. */
export type Answers = { readonly [Name in RequestName]: Answer<Name> };

export interface AnswerSources {
  readonly workspace: Workspace;
  /** The database holding what the workspace holds. */
  database(run: Run): Promise<Database>;
  configure(settings: WorkerSettings): void;
}

/** Says for every request who answers it. */
export function makeAnswers({ workspace, database, configure }: AnswerSources): Answers {
  return {
    configure: async (settings) => {
      configure(settings);
      return { protocol: PROTOCOL_VERSION, lockHeld: await holdLifeLock(settings.lifeLock) };
    },
    ping: () => null,

    listSchemes: () => workspace.listSchemes(),
    checkScheme: (source) => workspace.checkScheme(source),
    openScheme: (source, run) => workspace.openScheme(source, run, source.holdRefused),
    openContent: (content, run) => workspace.openContent(content, run, content.holdRefused),
    checkCorrection: (row) => workspace.checkCorrection(row),
    conflicts: (page) => workspace.conflicts(page),
    openConflicts: (scope) => workspace.openConflicts(scope),
    rowsOf: (query) => workspace.rowsOf(query),
    proposeMapping: (request, run) => workspace.proposeMapping(request, run),
    loadSample: ({ scheme }, run) => workspace.loadSample(scheme, run),
    setParameters: (parameters, run) => workspace.setParameters(parameters, run),
    score: (_, run) => workspace.score(run),

    describe: () => workspace.reader.describe(),
    ranking: (query) => workspace.reader.ranking(query),
    sheet: (query) => workspace.reader.sheet(query),
    profile: (query) => workspace.reader.profile(query),
    explain: (query) => workspace.reader.explain(query),

    refusals: () => (workspace.lastReport?.findings ?? []).filter(({ severity }) => severity === 'refused'),
    publish: (request, run) => workspace.files.publish(request, run),
    collectionWorkbooks: (order, run) => workspace.files.collectionWorkbooks(order, run),
    knownItems: () => workspace.knownItems(),
    deliveries: ({ period }) => workspace.deliveries(period),
    exportResults: (request, run) => workspace.files.exportResults(request, run),
    exportSheets: (request, run) => workspace.files.exportSheets(request, run),
    exportSheet: (request, run) => workspace.files.exportSheet(request, run),
    exportTable: ({ table }) => utf8(tableCsv(workspace.contents, table)),
    exportRefusals: (request) => workspace.files.exportRefusals(request),

    query: async ({ sql, limit }, run) =>
      (await queries()).readOnlyQuery(await database(run), sql, { limit, signal: run.signal }),
    rowsBehind: async (query, run) => (await queries()).rowsBehind(await database(run), query, run.signal),
    itemCounts: async ({ period }, run) => (await queries()).itemCounts(await database(run), period, run.signal),
    completeness: async (query, run) => (await queries()).completeness(await database(run), query, run.signal),
  };
}

/** Loaded with the first question to the database, together with Arrow: scoring needs neither. */
const queries = () => import('../queries.ts');

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
