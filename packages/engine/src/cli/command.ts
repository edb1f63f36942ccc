import type { LocalText } from '../reader/figure.ts';
import type { Language } from './language.ts';
import type { Terminal } from './terminal.ts';

/** One option of a command: `--name <value>`, or `--name` alone for a switch. */
export interface OptionDefinition {
  /** Name of the value in the help; left out for a switch. */
  readonly value?: LocalText;
  /** May be given several times. */
  readonly many?: boolean;
  readonly required?: boolean;
  readonly help: LocalText;
}

/** What a command was called with. */
export interface CommandCall {
  readonly terminal: Terminal;
  readonly language: Language;
  /** The one argument without a name, where the command takes one. */
  readonly argument: string;
  /** Value of an option; `undefined` when it was not given. */
  text(name: string): string | undefined;
  /** Values of an option that may be given several times. */
  texts(name: string): readonly string[];
  isSet(name: string): boolean;
}

/** A command of the tool: one file each. */
export interface Command {
  readonly name: string;
  readonly summary: LocalText;
  /** Name of its one argument without a name; left out when it takes none. */
  readonly argument?: LocalText;
  readonly options: Readonly<Record<string, OptionDefinition>>;
  readonly examples: readonly string[];
  /** Gives the exit code: 0 done, 1 the scheme or the data are at fault. */
  run(call: CommandCall): Promise<number>;
}
