import type { Finding } from '../../scheme/finding.ts';
import type { EnginePort, FileBytes, LoadedScheme, SchemeEntry, SchemeLibrary } from '../engine-port.ts';
import { WorkspaceError } from '../workspace-error.ts';
import type { SchemeSource } from './protocol.ts';

/** A scheme as it was loaded: `scheme` is `null` when the findings hold an error. */
export interface SchemeRead {
  readonly scheme: LoadedScheme | null;
  readonly findings: readonly Finding[];
}

/** All schemes that can be loaded: those of the library by their names, others by their text. */
export class SchemeShelf {
  readonly #engine: EnginePort;
  readonly #library: SchemeLibrary;

  constructor(engine: EnginePort, library: SchemeLibrary) {
    this.#engine = engine;
    this.#library = library;
  }

  list(): Promise<readonly SchemeEntry[]> {
    return this.#library.list();
  }

  async load(source: SchemeSource): Promise<SchemeRead> {
    return this.#engine.loadScheme('builtIn' in source ? await this.#library.read(source.builtIn) : source.text);
  }

  /** A scheme that must be without errors. Rejects with the first one that it has. */
  async loadSound(source: SchemeSource): Promise<SchemeRead & { readonly scheme: LoadedScheme }> {
    const { scheme, findings } = await this.load(source);
    if (scheme) return { scheme, findings };
    const name = 'builtIn' in source ? source.builtIn : source.name;
    throw new WorkspaceError('scheme.faulty', {
      zh: `方案 ${name} 有错误：${findings[0]?.message.zh ?? ''}`,
      en: `The scheme ${name} has errors: ${findings[0]?.message.en ?? ''}`,
    });
  }

  /** The files of a scheme's sample. */
  sample(scheme: string): Promise<readonly FileBytes[]> {
    return this.#library.sample(scheme);
  }

  async hasSample(scheme: string): Promise<boolean> {
    return (await this.list()).some(({ id, hasSample }) => id === scheme && hasSample);
  }
}
