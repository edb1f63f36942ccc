import { cliTexts } from '../locale/cli-texts.ts';
import { publish } from '../reader/publish.ts';
import { scoreDataset } from '../score/score-dataset.ts';
import { CliError, UsageError } from './cli-error.ts';
import type { Command, CommandCall } from './command.ts';
import { DATA_OPTIONS, loadData } from './data-options.ts';
import { writeOutput } from './files.ts';
import { PARAMETER_OPTION, readParameters } from './parameter-option.ts';
import { loadNamedScheme, SCHEME_OPTION } from './scheme-option.ts';

/** `kaoheng publish`: the finished results as one file for a page, without the data behind them. */
export const publishCommand: Command = {
  name: 'publish',
  summary: cliTexts.help.publish,
  options: {
    ...SCHEME_OPTION,
    ...DATA_OPTIONS,
    ...PARAMETER_OPTION,
    period: { value: cliTexts.help.periodValue, many: true, help: cliTexts.help.publishedPeriod },
    date: { value: cliTexts.help.dateValue, help: cliTexts.help.date },
    from: { value: cliTexts.help.dateValue, help: cliTexts.help.from },
    to: { value: cliTexts.help.dateValue, help: cliTexts.help.to },
    objections: { value: cliTexts.help.textValue, help: cliTexts.help.objections },
    'with-explanations': { help: cliTexts.help.withExplanations },
    out: { value: cliTexts.help.jsonValue, help: cliTexts.help.out },
  },
  examples: [
    'kaoheng publish --scheme edu-talent --data 2024.xlsx --out results.json',
    'kaoheng publish --scheme edu-talent --data 2024.xlsx --from 2025-01-06 --to 2025-01-10 --objections "0000-1234567" --out results.json',
  ],
  async run(call) {
    const notice = readNotice(call);
    const scheme = await loadNamedScheme(call);
    const settings = readParameters(call, scheme);
    const { scored, explain } = scoreDataset(scheme, await loadData(call, scheme, settings), settings);
    const periods = call.texts('period');
    const known = [...new Set(scored.parts.flatMap(({ description }) => description.periods))];
    const unknown = periods.find((period) => !known.includes(period));
    if (unknown !== undefined) throw new CliError(cliTexts.unknownPeriod(unknown, known));
    const file = await publish(scored, {
      notice,
      ...(periods.length > 0 && { selection: { periods } }),
      ...(call.isSet('with-explanations') && { explain }),
    });
    await writeOutput(call.text('out'), `${JSON.stringify(file)}\n`, call.terminal);
    return 0;
  },
};

function readNotice({ text }: CommandCall) {
  const date = isoDate('date', text('date')) || today();
  const from = isoDate('from', text('from'));
  const to = isoDate('to', text('to'));
  if (from !== '' && to !== '' && to < from) throw new UsageError(cliTexts.datesReversed(from, to));
  return { date, from, to, objections: text('objections') ?? '' };
}

/** A date of the calendar as it is written in the file; empty where none was given. */
function isoDate(option: string, given = ''): string {
  if (given === '') return '';
  const date = /^\d{4}-\d{2}-\d{2}$/.test(given) ? new Date(`${given}T00:00:00Z`) : null;
  const stands = date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given);
  if (!stands) throw new UsageError(cliTexts.notADate(option, given));
  return given;
}

/** Today where the person is, not in Greenwich. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
