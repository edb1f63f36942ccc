import { suggestName } from '../formula/suggest.ts';
import { decodeText } from '../io/decode-text.ts';
import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import type { CompiledScheme } from '../scheme/compiled-scheme.ts';
import { checkReading } from '../scheme/checks/check-scheme.ts';
import { loadReading, readScheme } from '../scheme/load-scheme.ts';
import { builtInIds, builtInPath, readBuiltIn } from './built-in-schemes.ts';
import { CliError, UsageError } from './cli-error.ts';
import type { CommandCall, OptionDefinition } from './command.ts';
import { readNamedFile } from './files.ts';
import { findingLine } from './finding-line.ts';

export const SCHEME_OPTION: Readonly<Record<string, OptionDefinition>> = {
  scheme: { value: cliHelpTexts.schemeValue, required: true, help: cliHelpTexts.scheme },
};

/** The text of a scheme, and how its place is called in messages. */
export interface SchemeText {
  readonly path: string;
  readonly text: string;
}

/** Finds a scheme by the id of a built-in one or by the path of its file. */
export async function readSchemeText(named: string): Promise<SchemeText> {
  const ids = await builtInIds();
  if (ids.includes(named)) return { path: builtInPath(named), text: await readBuiltIn(named) };
  const looksLikeFile = /[\\/]/.test(named) || /\.(ya?ml|json)$/i.test(named);
  if (!looksLikeFile && /\.\w+$/.test(named)) throw new UsageError(cliTexts.noSchemeFile(named));
  if (!looksLikeFile) throw new UsageError(cliTexts.unknownScheme(named, suggestName(named, ids), ids));
  const decoded = decodeText(await readNamedFile(named));
  if (decoded.kind !== 'text') throw new CliError(cliTexts.notText(named));
  return { path: named, text: decoded.text };
}

/** The scheme that a call names, ready to score; its faults are listed first when it has any, also those that hinder nothing. */
export async function loadNamedScheme(call: CommandCall, named = call.text('scheme') ?? ''): Promise<CompiledScheme> {
  const { terminal, language } = call;
  const { path, text } = await readSchemeText(named);
  const reading = readScheme(text);
  const { scheme } = loadReading(reading);
  // What can never be as it is written computes all the same: a figure made from it should not come out in silence.
  const errors = checkReading(reading).filter(({ severity }) => severity === 'error');
  for (const finding of errors) terminal.warn(findingLine(path, finding, language));
  if (scheme !== null) return scheme;
  throw new CliError(cliTexts.schemeFaulty(path, errors.length));
}
