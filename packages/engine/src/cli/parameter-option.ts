import { suggestName } from '../formula/suggest.ts';
import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import type { CompiledScheme } from '../scheme/compiled-scheme.ts';
import type { ParameterDeclaration, ParameterSettings } from '../scheme/compile/parameters.ts';
import { exactNumber } from '../scheme/exact.ts';
import { UsageError } from './cli-error.ts';
import type { CommandCall, OptionDefinition } from './command.ts';

export const PARAMETER_OPTION: Readonly<Record<string, OptionDefinition>> = {
  param: { value: cliHelpTexts.paramValue, many: true, help: cliHelpTexts.param },
};

/** The settings that a call gives with `--param name=value`. An empty value unsets a parameter. */
export function readParameters({ texts }: CommandCall, { parameters }: CompiledScheme): ParameterSettings {
  const settings = new Map<string, string>();
  for (const given of texts('param')) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(given) ?? [];
    if (name === '') throw new UsageError(cliTexts.parameterForm(given));
    const names = parameters.map((parameter) => parameter.name);
    const declared = parameters.find((parameter) => parameter.name === name);
    if (declared === undefined) throw new UsageError(cliTexts.unknownParameter(name, suggestName(name, names), names));
    if (settings.has(name)) throw new UsageError(cliTexts.parameterTwice(name));
    if (!fits(value, declared)) throw new UsageError(cliTexts.parameterType(name, value, declared.type));
    settings.set(name, value);
  }
  return Object.fromEntries(settings);
}

function fits(value: string, { type }: ParameterDeclaration): boolean {
  if (value === '' || type === 'word') return true;
  return type === 'flag' ? value === 'true' || value === 'false' : exactNumber(value) !== null;
}
