import { join } from 'node:path';

import { parsePeriod } from '../data/period.ts';
import { itemPattern, isFamily } from '../data/item-pattern.ts';
import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import type { CompiledScheme } from '../scheme/compiled-scheme.ts';
import { collectionWorkbooks } from '../workbook/collection/collection-workbooks.ts';
import { writeBook } from '../workbook/write-book.ts';
import { UsageError } from './cli-error.ts';
import type { Command, CommandCall } from './command.ts';
import { loadSubjects } from './data-options.ts';
import { writeNewFile } from './files.ts';
import { MAPPING_OPTION } from './mapping-option.ts';
import { PARAMETER_OPTION, readParameters } from './parameter-option.ts';
import { loadNamedScheme } from './scheme-option.ts';

/** `kaoheng template`: the workbooks by which the data of a scheme is collected. */
export const templateCommand: Command = {
  name: 'template',
  summary: cliHelpTexts.template,
  argument: cliHelpTexts.schemeValue,
  options: {
    subjects: { value: cliHelpTexts.csvValue, many: true, help: cliHelpTexts.collectedSubjects },
    period: { value: cliHelpTexts.periodValue, many: true, required: true, help: cliHelpTexts.collectedPeriod },
    'by-department': { help: cliHelpTexts.byDepartment },
    member: { value: cliHelpTexts.idValue, many: true, help: cliHelpTexts.member },
    rows: { value: cliHelpTexts.numberValue, help: cliHelpTexts.spareRows },
    ...MAPPING_OPTION,
    ...PARAMETER_OPTION,
    out: { value: cliHelpTexts.folderValue, help: cliHelpTexts.outFolder },
  },
  examples: [
    'kaoheng template township-9-villages --subjects subjects.csv --period 2024 --out collect',
    'kaoheng template my-scheme.yaml --subjects subjects.csv --period 2024 --by-department --out collect',
  ],
  async run(call) {
    const periods = readPeriods(call);
    const spareRows = readRows(call);
    const scheme = await loadNamedScheme(call, call.argument);
    const settings = readParameters(call, scheme);
    const members = readMembers(call, scheme);
    const subjects = call.texts('subjects').length === 0 ? [] : await loadSubjects(call, scheme);
    const books = collectionWorkbooks(scheme, {
      subjects,
      periods,
      members,
      settings,
      language: call.language,
      byDepartment: call.isSet('by-department'),
      ...(spareRows === null ? {} : { spareRows }),
    });
    for (const { name, book } of books) {
      const path = join(call.text('out') ?? '.', `${name}.xlsx`);
      // One after the other, so that what is written stands in order before a fault.
      // oxlint-disable-next-line no-await-in-loop
      await writeNewFile(path, await writeBook(book));
      // oxlint-disable-next-line no-await-in-loop
      await call.terminal.write(`${path}\n`);
    }
    return 0;
  },
};

/** The periods asked for, each a period. */
function readPeriods(call: CommandCall): readonly string[] {
  const periods = call.texts('period');
  const wrong = periods.find((period) => parsePeriod(period) === null);
  if (wrong !== undefined) throw new UsageError(cliTexts.notAPeriod(wrong));
  return periods;
}

const MOST_ROWS = 100_000;

function readRows({ text }: CommandCall): number | null {
  const given = text('rows');
  if (given === undefined) return null;
  const rows = /^\d+$/.test(given) ? Number(given) : 0;
  if (rows < 1 || rows > MOST_ROWS) throw new UsageError(cliTexts.notRows(given, MOST_ROWS));
  return rows;
}

function readMembers({ texts }: CommandCall, scheme: CompiledScheme): readonly string[] {
  const members = texts('member');
  const families = scheme.inputs.map(({ item }) => item).filter(isFamily);
  const wrong = members.find((member) => !families.some((family) => itemPattern(family).test(member)));
  if (wrong !== undefined) throw new UsageError(cliTexts.noFamily(wrong, families));
  return members;
}
