import { mergeTexts } from '../locale/workspace-texts.ts';
import type { ParameterSettings } from './engine-port.ts';
import type { OwnData } from './own-data.ts';
import type { SchemeOpened, SchemeSource } from './worker/protocol.ts';
import type { Ask } from './worker-life.ts';
import { WorkspaceError } from './workspace-error.ts';

/** What is open in the worker, as the page remembers it: a new worker is told it again. */
export class WorkspaceMemory {
  scheme: SchemeSource | null = null;
  data: OwnData | 'sample' | null = null;
  parameters: ParameterSettings = {};

  /** The user's own data; `null` when a sample or nothing is open. */
  get ownData(): OwnData | null {
    return this.data === 'sample' ? null : this.data;
  }

  /** The user's own data. Throws when there are none: nothing can be decided about a sample. */
  requireOwnData(): OwnData {
    if (this.ownData === null) throw new WorkspaceError('data.not-own', mergeTexts.noOwnData);
    return this.ownData;
  }

  /** Everything that was open has been replaced. */
  open(scheme: SchemeSource, data: OwnData | null, parameters: ParameterSettings): void {
    this.scheme = scheme;
    this.data = data;
    this.parameters = parameters;
  }

  /** Another scheme has been opened: its parameters are as it has them. */
  openScheme(scheme: SchemeSource): void {
    this.scheme = scheme;
    this.parameters = {};
  }

  /** Nothing is open any more. */
  clear(): void {
    this.scheme = null;
    this.data = null;
    this.parameters = {};
  }

  /** Opens the same in a new worker. Rejects when it cannot be opened any more. */
  async replay(ask: Ask): Promise<void> {
    const { scheme, data, ownData, parameters } = this;
    if (!scheme) return void (await ask('ping', null));
    if (ownData) return requireOpened(await ask('openContent', { scheme, ...ownData, parameters }));
    requireOpened(await ask('openScheme', scheme));
    if (data === 'sample') await ask('loadSample', {});
    if (Object.keys(parameters).length > 0) await ask('setParameters', parameters);
  }
}

/** What was open once is not opened any more: that is said, rather than nothing being open in silence. */
function requireOpened({ opened, findings, report }: SchemeOpened): void {
  if (opened) return;
  const [reason] = [...findings.filter(({ severity }) => severity === 'error'), ...(report?.findings ?? [])];
  throw new WorkspaceError('content.not-opened', reason?.message ?? mergeTexts.notYetOpen);
}
