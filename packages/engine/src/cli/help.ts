import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import type { Command, OptionDefinition } from './command.ts';
import type { Language } from './language.ts';
import { COMMON_OPTIONS } from './read-call.ts';

/** What the tool can do. */
export function toolHelp(commands: readonly Command[], language: Language): string {
  const names = commands.map(({ name, summary }) => [name, summary[language]] as const);
  return [cliHelpTexts.tool[language], '', ...columns(names), '', cliHelpTexts.more[language], ''].join('\n');
}

/** How one command is called. */
export function commandHelp(command: Command, language: Language): string {
  const required = Object.entries(command.options).filter(([, { required: needed }]) => needed === true);
  const usage = [
    `kaoheng ${command.name}`,
    ...(command.argument === undefined ? [] : [`<${command.argument[language]}>`]),
    ...required.map(([name, option]) => optionText(name, option, language)),
    cliHelpTexts.furtherOptions[language],
  ].join(' ');
  const options = Object.entries({ ...command.options, ...COMMON_OPTIONS }).map(
    ([name, option]) => [optionText(name, option, language), optionHelp(option, language)] as const,
  );
  const examples = command.examples.map((example) => `  ${example}`);
  return [
    command.summary[language],
    '',
    `${cliHelpTexts.usage[language]}  ${usage}`,
    '',
    ...columns(options),
    '',
    cliHelpTexts.examples[language],
    ...examples,
    '',
  ].join('\n');
}

function optionText(name: string, { value }: OptionDefinition, language: Language): string {
  return value === undefined ? `--${name}` : `--${name} <${value[language]}>`;
}

function optionHelp({ help, many }: OptionDefinition, language: Language): string {
  return many === true ? help[language] + cliHelpTexts.many[language] : help[language];
}

/** Two columns; a long entry of the first has its line for itself. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = 26;
  return rows.flatMap(([left, right]) =>
    displayWidth(left) > width
      ? [`  ${left}`, `  ${' '.repeat(width)}  ${right}`]
      : [`  ${left}${' '.repeat(width - displayWidth(left))}  ${right}`],
  );
}

/** Cells of a terminal: Chinese characters take two. */
function displayWidth(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
}
