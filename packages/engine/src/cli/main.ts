import { readFile } from 'node:fs/promises';

import { suggestName } from '../formula/suggest.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import { ReaderError } from '../reader/results-reader.ts';
import { ScoreError } from '../score/score-error.ts';
import { checkCommand } from './check.ts';
import { CliError, UsageError } from './cli-error.ts';
import type { Command } from './command.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { commandHelp, toolHelp } from './help.ts';
import { importCommand } from './import.ts';
import { chooseLanguage, type Language } from './language.ts';
import { mapCommand } from './map.ts';
import { publishCommand } from './publish.ts';
import { readCall } from './read-call.ts';
import { schemesCommand } from './schemes.ts';
import { scoreCommand } from './score.ts';
import { templateCommand } from './template.ts';
import { processTerminal, type Terminal } from './terminal.ts';

const COMMANDS: readonly Command[] = [
  scoreCommand,
  explainCommand,
  checkCommand,
  schemesCommand,
  templateCommand,
  mapCommand,
  importCommand,
  exportCommand,
  publishCommand,
];

/**
 * Runs the command line tool and gives its exit code: 0 done, 1 the scheme or the data are at fault, 2 the call is wrong.
 * Never throws.
 */
export async function main(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  const language = chooseLanguage(argv, terminal.environment);
  try {
    return await run(argv, terminal, language);
  } catch (error) {
    return tellFault(error, argv, terminal, language);
  }
}

async function run(argv: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const [name, ...rest] = withoutLeadingLanguage(argv);
  if (name === undefined) {
    terminal.warn(toolHelp(COMMANDS, language));
    return 2;
  }
  if (name === '--help' || name === '-h' || name === 'help') return help(rest[0], terminal, language);
  if (name === '--version') {
    await terminal.write(`${await packageVersion()}\n`);
    return 0;
  }
  const command = findCommand(name);
  const call = readCall(command, rest, terminal, language);
  if (call !== null) return command.run(call);
  await terminal.write(commandHelp(command, language));
  return 0;
}

async function help(name: string | undefined, terminal: Terminal, language: Language): Promise<number> {
  const isNamed = name !== undefined && !name.startsWith('-');
  await terminal.write(isNamed ? commandHelp(findCommand(name), language) : toolHelp(COMMANDS, language));
  return 0;
}

function findCommand(name: string): Command {
  const found = COMMANDS.find((command) => command.name === name);
  if (found !== undefined) return found;
  if (name.startsWith('-'))
    throw new UsageError(
      cliTexts.unknownOption(name, suggestName(name, ['--help', '--version', '--lang']).replace(/^--/, '')),
    );
  const names = COMMANDS.map((command) => command.name);
  throw new UsageError(cliTexts.unknownCommand(name, suggestName(name, names), names));
}

/** `kaoheng --lang en score …` is understood as well. */
function withoutLeadingLanguage(argv: readonly string[]): readonly string[] {
  if (argv[0] === '--lang') return argv.slice(2);
  return argv[0]?.startsWith('--lang=') === true ? argv.slice(1) : argv;
}

/** Words a fault; only what is no fault of the user's shows where it came from. */
function tellFault(error: unknown, argv: readonly string[], terminal: Terminal, language: Language): number {
  if (error instanceof CliError) {
    terminal.warn(error.text[language]);
    if (error instanceof UsageError)
      terminal.warn(cliTexts.seeHelp(COMMANDS.find(({ name }) => name === argv[0])?.name ?? '')[language]);
    return error.exitCode;
  }
  if (error instanceof ScoreError || error instanceof ReaderError) {
    terminal.warn(error.text[language]);
    return 1;
  }
  const reason = error instanceof Error ? error.message : String(error);
  terminal.warn(cliTexts.internal(reason)[language]);
  if (terminal.environment['KAOHENG_DEBUG'] !== undefined && error instanceof Error) terminal.warn(error.stack ?? '');
  return 1;
}

async function packageVersion(): Promise<string> {
  // The bundler would take `new URL(…, import.meta.url)` for a file to ship.
  const here = import.meta.url;
  const { version } = JSON.parse(await readFile(new URL('../../package.json', here), 'utf8')) as { version: string };
  return version;
}
