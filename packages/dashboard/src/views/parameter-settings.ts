import type { ParameterDeclaration, ParameterSettings } from '@kaoheng/engine/live';

/** A decimal, a percentage or a fraction, as a scheme file may write a number. */
const NUMBER = /^[+-]?(\d+(\.\d+)?|\.\d+)(%|‰|\/\d+(\.\d+)?)?$/;

/** What the scheme says; empty where it says nothing or where it depends on the year. */
export function writtenValue({ value }: ParameterDeclaration): string {
  return value;
}

/** An empty field leaves a parameter unset, which is allowed: what depends on it is then reported. */
export function isValidSetting({ type }: ParameterDeclaration, value: string): boolean {
  return type !== 'number' || value === '' || NUMBER.test(value);
}

/** A number as it is meant: full-width digits and signs are what they look like, spaces around it are none of it. */
export function meantSetting({ type }: ParameterDeclaration, value: string): string {
  return type === 'number' ? value.normalize('NFKC').trim() : value;
}

/** Only what differs from the scheme is a setting; the rest stays as written, dated values too. */
export function settingsFrom(
  declared: readonly ParameterDeclaration[],
  values: Readonly<Record<string, string>>,
): ParameterSettings {
  const differing = declared.filter((parameter) => (values[parameter.name] ?? '') !== writtenValue(parameter));
  return Object.fromEntries(differing.map(({ name }) => [name, values[name] ?? '']));
}
