import { formatNumber } from '../number/text.ts';
import type { ParameterDeclaration, ParameterSettings } from './compile/parameters.ts';
import { exactNumber } from './exact.ts';
import type { InputDeclaration } from './input.ts';

/** Inputs with the limits that parameters give them, under changed settings. A parameter that is not set limits nothing. */
export function inputsUnder(
  inputs: readonly InputDeclaration[],
  parameters: readonly ParameterDeclaration[],
  settings: ParameterSettings,
): readonly InputDeclaration[] {
  const limit = (name: string | undefined, fixed: string | null): string | null => {
    const parameter = parameters.find((known) => known.name === name);
    return parameter === undefined ? fixed : limitText(settings[parameter.name] ?? parameter.value);
  };
  return inputs.map((input) => {
    const { limitedBy } = input;
    if (limitedBy === undefined) return input;
    return { ...input, min: limit(limitedBy.min, input.min), max: limit(limitedBy.max, input.max) };
  });
}

function limitText(value: string): string | null {
  const number = value === '' ? null : exactNumber(value);
  return number === null ? null : formatNumber(number).text;
}
