import { parseArgs } from 'node:util';

import { suggestName } from '../formula/suggest.ts';
import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import { UsageError } from './cli-error.ts';
import type { Command, CommandCall, OptionDefinition } from './command.ts';
import { isLanguage, type Language } from './language.ts';
import type { Terminal } from './terminal.ts';

/** Options of every command. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionDefinition>> = {
  lang: { value: { zh: 'zh|en', en: 'zh|en' }, help: cliHelpTexts.lang },
  help: { help: cliHelpTexts.help },
};

/** Reads the arguments behind the name of a command; `null` when its help is asked for. Throws `UsageError`. */
export function readCall(
  command: Command,
  argv: readonly string[],
  terminal: Terminal,
  language: Language,
): CommandCall | null {
  const definitions = new Map(Object.entries({ ...command.options, ...COMMON_OPTIONS }));
  const given = new Map<string, string[]>();
  const loose: string[] = [];
  // `--data *.xlsx`: a shell puts several values behind one option. Not in commands that take a word without an option.
  let listed: string | null = null;
  for (const token of tokensOf(argv, definitions)) {
    if (token.kind === 'positional') {
      const values = listed === null ? undefined : given.get(listed);
      if (values === undefined) loose.push(token.value);
      else values.push(token.value);
    }
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const definition = definitions.get(name);
    if (definition === undefined || (rawName.length === 2 && rawName !== '-h')) {
      throw new UsageError(cliTexts.unknownOption(rawName, suggestName(name, [...definitions.keys()])));
    }
    const values = given.get(name) ?? [];
    if (definition.value === undefined) {
      if (value !== undefined) throw new UsageError(cliTexts.optionTakesNoValue(name));
    } else if (value === undefined || (inlineValue === false && /^-./.test(value))) {
      throw new UsageError(cliTexts.optionNeedsValue(name, definition.value));
    } else if (values.length > 0 && definition.many !== true) {
      throw new UsageError(cliTexts.optionTwice(name));
    }
    given.set(name, [...values, value ?? '']);
    listed = definition.many === true && command.argument === undefined ? name : null;
  }
  if (given.has('help')) return null;
  checkComplete(command, given, loose);
  return {
    terminal,
    language,
    argument: loose[0] ?? '',
    text: (name) => given.get(name)?.[0],
    texts: (name) => given.get(name) ?? [],
    isSet: (name) => given.has(name),
  };
}

function tokensOf(argv: readonly string[], definitions: ReadonlyMap<string, OptionDefinition>) {
  const options = Object.fromEntries(
    [...definitions].map(([name, { value }]) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(name === 'help' && { short: 'h' }),
      },
    ]),
  );
  // Not strict: the faults are worded here, in the user's language and with the name that was meant.
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function checkComplete(
  command: Command,
  given: ReadonlyMap<string, readonly string[]>,
  loose: readonly string[],
): void {
  const language = given.get('lang')?.[0];
  if (language !== undefined && !isLanguage(language)) throw new UsageError(cliTexts.unknownLanguage(language));
  const most = command.argument === undefined ? 0 : 1;
  const surplus = loose[most];
  if (surplus !== undefined) throw new UsageError(cliTexts.surplusArgument(surplus));
  if (command.argument !== undefined && loose.length === 0)
    throw new UsageError(cliTexts.missingArgument(command.argument));
  for (const [name, { required, value }] of Object.entries(command.options)) {
    if (required === true && !given.has(name))
      throw new UsageError(cliTexts.missingOption(name, value ?? { zh: '', en: '' }));
  }
}
