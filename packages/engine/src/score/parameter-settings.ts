import { scoreTexts } from '../locale/score-texts.ts';
import { Fraction } from '../number/fraction.ts';
import { parseNumber } from '../number/text.ts';
import type { ChangedParameter } from '../reader/results-reader.ts';
import type { ParameterDeclaration, ParameterSettings } from '../scheme/compile/parameters.ts';
import { exactNumber } from '../scheme/exact.ts';
import { ScoreError } from './score-error.ts';

const NOWHERE = { period: '', subject: '', node: '' } as const;

/** Refuses settings of parameters that the scheme does not have, or beyond the limits that it gives them. */
export function checkSettings(parameters: readonly ParameterDeclaration[], settings: ParameterSettings): void {
  for (const [name, text] of Object.entries(settings)) {
    const parameter = parameters.find((known) => known.name === name);
    if (parameter === undefined)
      throw new ScoreError('score.parameter-unknown', scoreTexts.unknownParameter(name), NOWHERE);
    if (text === '' || parameter.type !== 'number') continue;
    const value = parseNumber(text) ?? exactNumber(text);
    if (value === null)
      throw new ScoreError('score.parameter-value', scoreTexts.parameterNotANumber(parameter.title, text), NOWHERE);
    // Whoever writes 50 in the place of 30% means 50%, and would get five thousand.
    if (isPercentage(parameter.value) && !isPercentage(text) && value.compare(Fraction.of(1)) > 0) {
      const message = scoreTexts.parameterPercent(parameter.title, text, parameter.value);
      throw new ScoreError('score.parameter-percent', message, NOWHERE);
    }
    const least = limitOf(parameter.min);
    const most = limitOf(parameter.max);
    const broken =
      least !== null && value.compare(least) < 0
        ? parameter.min
        : most !== null && value.compare(most) > 0
          ? parameter.max
          : null;
    if (broken !== null) {
      const message = scoreTexts.parameterBeyond(parameter.title, text, parameter.min ?? '', parameter.max ?? '');
      throw new ScoreError('score.parameter-limit', message, NOWHERE);
    }
  }
}

const isPercentage = (text: string): boolean => /[%‰]\s*$/.test(text);

function limitOf(text: string | null): Fraction | null {
  return text === null ? null : parseNumber(text);
}

/** Settings that differ from what the scheme says. */
export function changedParameters(
  parameters: readonly ParameterDeclaration[],
  settings: ParameterSettings,
): ChangedParameter[] {
  return parameters.flatMap(({ name, title, unit, value: written }) => {
    const value = settings[name];
    return value === undefined || value === written ? [] : [{ name, title, unit, value, written }];
  });
}
