import { proposeMapping } from '../io/mapping/propose-mapping.ts';
import type { MappingProposal } from '../io/mapping/mapping-proposal.ts';
import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import type { Command, CommandCall } from './command.ts';
import { DATA_OPTIONS, readDataFiles } from './data-options.ts';
import { writeNamedFile } from './files.ts';
import { MAPPING_OPTION, readMappings } from './mapping-option.ts';
import { loadNamedScheme, SCHEME_OPTION } from './scheme-option.ts';

/** `kaoheng map`: what the sheets of files in foreign layouts are, as a file to look through, mend and use. */
export const mapCommand: Command = {
  name: 'map',
  summary: cliHelpTexts.map,
  options: {
    ...SCHEME_OPTION,
    subjects: DATA_OPTIONS.subjects!,
    observations: DATA_OPTIONS.observations!,
    data: DATA_OPTIONS.data!,
    mapping: { ...MAPPING_OPTION.mapping!, help: cliHelpTexts.earlierMapping },
    period: { value: cliHelpTexts.periodValue, help: cliHelpTexts.mappedPeriod },
    out: { value: cliHelpTexts.jsonValue, help: cliHelpTexts.outMapping },
  },
  examples: [
    'kaoheng map --scheme my-scheme.yaml --data roll.csv --data agriculture.xls --out mapping.json',
    'kaoheng import --scheme my-scheme.yaml --data roll.csv --data agriculture.xls --mapping mapping.json --out data',
  ],
  async run(call) {
    const scheme = await loadNamedScheme(call);
    const period = call.text('period');
    const proposal = await proposeMapping(await readDataFiles(call), scheme.inputs, {
      earlier: await readMappings(call),
      ...(period === undefined ? {} : { period }),
    });
    const out = call.text('out');
    const mappings = proposal.sheets.map(({ mapping }) => mapping);
    if (out !== undefined) await writeNamedFile(out, `${JSON.stringify(mappings, null, 2)}\n`);
    await call.terminal.write(told(proposal, call));
    return proposal.questions.length === 0 ? 0 : 1;
  },
};

function told({ sheets, questions }: MappingProposal, { language }: CommandCall): string {
  const lines: string[] = [];
  for (const { mapping, columns } of sheets) {
    const { file, sheet, role, data, fixed } = mapping;
    const name = sheet === '' ? file : `${file} › ${sheet}`;
    lines.push(`${name}: ${cliTexts.roles[role][language]}${fixed.period === undefined ? '' : ` · ${fixed.period}`}`);
    for (const { title, means, reasonText } of columns) {
      const meaning = means.kind === 'figure' ? means.item : means.kind;
      lines.push(`  ${title} → ${meaning} (${reasonText[language]})`);
    }
    if (data.last !== null) lines.push(`  ${cliTexts.dataRows(data.first, data.last)[language]}`);
  }
  for (const { file, sheet, cell, text, answers, proposed } of questions) {
    const place = [file, sheet, cell].filter((part) => part !== '').join(' ');
    lines.push(`? ${place}: ${text[language]}`);
    answers.forEach((answer, at) => lines.push(`    ${at === proposed ? '*' : '-'} ${answer.text[language]}`));
  }
  return `${lines.join('\n')}\n`;
}
