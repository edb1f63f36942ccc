import { RESULT_COLUMNS, resultRows } from '../io/result-table.ts';
import { writeCsv } from '../io/write-csv.ts';
import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { scoreDataset } from '../score/score-dataset.ts';
import type { Command } from './command.ts';
import { DATA_OPTIONS, loadData } from './data-options.ts';
import { writeOutput } from './files.ts';
import { PARAMETER_OPTION, readParameters } from './parameter-option.ts';
import { loadNamedScheme, SCHEME_OPTION } from './scheme-option.ts';

/** `kaoheng score`: every figure of a scheme as a table of period, subject, node and value. */
export const scoreCommand: Command = {
  name: 'score',
  summary: cliHelpTexts.score,
  options: {
    ...SCHEME_OPTION,
    ...DATA_OPTIONS,
    ...PARAMETER_OPTION,
    out: { value: cliHelpTexts.csvValue, help: cliHelpTexts.out },
  },
  examples: [
    'kaoheng score --scheme edu-talent --subjects subjects.csv --observations observations.csv --out scores.csv',
    'kaoheng score --scheme my-scheme.yaml --data 2024.xlsx > scores.csv',
  ],
  async run(call) {
    const scheme = await loadNamedScheme(call);
    const settings = readParameters(call, scheme);
    const { scored } = scoreDataset(scheme, await loadData(call, scheme, settings), settings);
    // Not guarded against formulas: ids must come out as they went in, for programs to match them.
    await writeOutput(call.text('out'), writeCsv(RESULT_COLUMNS, resultRows(scored), { guard: false }), call.terminal);
    return 0;
  },
};
