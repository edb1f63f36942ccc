import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import { checkScheme } from '../scheme/checks/check-scheme.ts';
import type { Command } from './command.ts';
import { findingLine } from './finding-line.ts';
import { readSchemeText } from './scheme-option.ts';

/** `kaoheng check`: the faults of a scheme file, as compilers tell theirs. */
export const checkCommand: Command = {
  name: 'check',
  summary: cliHelpTexts.check,
  argument: cliHelpTexts.schemeValue,
  options: { json: { help: cliHelpTexts.json } },
  examples: ['kaoheng check my-scheme.yaml', 'kaoheng check my-scheme.yaml --json'],
  async run({ argument, terminal, language, isSet }) {
    const { path, text } = await readSchemeText(argument);
    const findings = checkScheme(text);
    const count = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length;
    const errors = count('error');
    if (isSet('json')) {
      await terminal.write(`${JSON.stringify(findings, null, 2)}\n`);
    } else {
      const lines = findings.map((finding) => findingLine(path, finding, language));
      const summary = cliTexts.checked(path, errors, count('warning'), count('note'))[language];
      await terminal.write(`${[...lines, summary].join('\n')}\n`);
    }
    return errors > 0 ? 1 : 0;
  },
};
