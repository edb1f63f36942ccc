import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import { writeCodes } from '../io/write-codes.ts';
import { makePublication, type GroupMode, type Publication, type PublishSelection } from '../reader/publish.ts';
import type { Scored } from '../score/scored.ts';
import { scoreDataset } from '../score/score-dataset.ts';
import { CliError, UsageError } from './cli-error.ts';
import type { Command, CommandCall } from './command.ts';
import { DATA_OPTIONS, loadData } from './data-options.ts';
import { today } from './dates.ts';
import { writeNamedFile, writeOutput } from './files.ts';
import { writePage } from './publish-page.ts';
import { PARAMETER_OPTION, readParameters } from './parameter-option.ts';
import { loadNamedScheme, SCHEME_OPTION } from './scheme-option.ts';

/** `kaoheng publish`: the finished results as one file for a page, without the data behind them. */
export const publishCommand: Command = {
  name: 'publish',
  summary: cliHelpTexts.publish,
  options: {
    ...SCHEME_OPTION,
    ...DATA_OPTIONS,
    ...PARAMETER_OPTION,
    period: { value: cliHelpTexts.periodValue, many: true, help: cliHelpTexts.publishedPeriod },
    part: { value: cliHelpTexts.idValue, many: true, help: cliHelpTexts.publishedPart },
    group: { value: cliHelpTexts.groupValue, many: true, help: cliHelpTexts.publishedGroup },
    'show-groups': { value: cliHelpTexts.groupModeValue, many: true, help: cliHelpTexts.showGroups },
    node: { value: cliHelpTexts.idValue, many: true, help: cliHelpTexts.publishedNode },
    codes: { help: cliHelpTexts.codes },
    'code-key': { value: cliHelpTexts.textValue, help: cliHelpTexts.codeKey },
    'code-list': { value: cliHelpTexts.csvValue, help: cliHelpTexts.codeList },
    smallest: { value: cliHelpTexts.numberValue, help: cliHelpTexts.smallest },
    date: { value: cliHelpTexts.dateValue, help: cliHelpTexts.date },
    from: { value: cliHelpTexts.dateValue, help: cliHelpTexts.from },
    to: { value: cliHelpTexts.dateValue, help: cliHelpTexts.to },
    objections: { value: cliHelpTexts.textValue, help: cliHelpTexts.objections },
    'with-explanations': { help: cliHelpTexts.withExplanations },
    page: { value: cliHelpTexts.pathValue, help: cliHelpTexts.page },
    scripts: { value: cliHelpTexts.folderValue, help: cliHelpTexts.pageScripts },
    out: { value: cliHelpTexts.jsonValue, help: cliHelpTexts.out },
  },
  examples: [
    'kaoheng publish --scheme edu-talent --data 2024.xlsx --out results.json',
    'kaoheng publish --scheme edu-talent --data 2024.xlsx --from 2025-01-06 --to 2025-01-10 --objections "0000-1234567" --out results.json',
    'kaoheng publish --scheme edu-talent --data 2024.xlsx --period 2024 --page notice.zip',
    'kaoheng publish --scheme county-teachers-performance --data 2024.xlsx --codes --code-list codes.csv --node total --node grade --out results.json',
    'kaoheng publish --scheme parallel-ranking-negation --data 2028.xlsx --show-groups branches=names --out results.json',
  ],
  async run(call) {
    const notice = readNotice(call);
    const scheme = await loadNamedScheme(call);
    const settings = readParameters(call, scheme);
    const { scored, explain, raters } = scoreDataset(scheme, await loadData(call, scheme, settings), settings);
    const selection = readSelection(call, scored);
    const publication = await makePublication(scored, {
      notice,
      selection,
      raters,
      ...(call.text('code-key') !== undefined && { codeKey: call.text('code-key') }),
      ...(call.isSet('with-explanations') && { explain }),
    });
    const content = `${JSON.stringify(publication.file)}\n`;
    const page = call.text('page');
    if (page !== undefined) await writePage(page, publication, content, call);
    // With a page the file is in it; beside it, it is written where that is asked for.
    if (page === undefined || call.text('out') !== undefined)
      await writeOutput(call.text('out'), content, call.terminal);
    await writeCodeList(publication, call);
    report(publication, call);
    return 0;
  },
};

function readSelection(call: CommandCall, { parts, subjects }: Scored): PublishSelection {
  const all = parts.map(({ description }) => description);
  const nodes = [...new Set(all.flatMap(({ nodes: of }) => of.map(({ id }) => id)))];
  const qualified = all.flatMap(({ id: part, nodes: of }) => of.map(({ id }) => `${part}/${id}`));
  const chosen = (name: string, known: readonly string[], wrong: (asked: string) => CliError): string[] => {
    const asked = call.texts(name);
    const unknown = asked.find((id) => !known.includes(id));
    if (unknown !== undefined) throw wrong(unknown);
    return [...asked];
  };
  const partIds = all.map(({ id }) => id);
  const known = [...new Set(all.flatMap(({ periods: of }) => of))];
  const knownGroups = [...new Set(subjects.map(({ group }) => group))];
  const periods = chosen('period', known, (asked) => new CliError(cliTexts.unknownPeriod(asked, known)));
  const chosenParts = chosen('part', partIds, (asked) => new CliError(cliTexts.unknownPart(asked, partIds)));
  const groups = chosen('group', knownGroups, (asked) => new CliError(cliTexts.unknownGroup(asked, knownGroups)));
  const columns = chosen(
    'node',
    [...nodes, ...qualified],
    (asked) => new CliError(cliTexts.unknownNode(asked, '', nodes)),
  );
  return {
    ...(periods.length > 0 && { periods }),
    ...(chosenParts.length > 0 && { parts: chosenParts }),
    ...(groups.length > 0 && { groups }),
    ...(call.texts('show-groups').length > 0 && { groupModes: readGroupModes(call, partIds) }),
    ...(columns.length > 0 && { nodes: columns }),
    ...(call.isSet('codes') && { subjects: 'codes' as const }),
    ...(call.text('smallest') !== undefined && { smallest: readSmallest(call.text('smallest') ?? '') }),
  };
}

const GROUP_MODES: readonly GroupMode[] = ['names', 'codes', 'none'];

/** `codes` is for all parts, `part=codes` for one; what is given later, and for one part, counts. */
function readGroupModes(call: CommandCall, parts: readonly string[]): Record<string, GroupMode> {
  const given = call.texts('show-groups').map((text) => {
    const [, part = '', wanted = ''] = /^(?:(.*)=)?([^=]*)$/s.exec(text) ?? [];
    const mode = GROUP_MODES.find((known) => known === wanted);
    if (mode === undefined) throw new UsageError(cliTexts.notAGroupMode(text));
    if (part !== '' && !parts.includes(part)) throw new CliError(cliTexts.unknownPart(part, parts));
    return { part, mode };
  });
  const all = given.filter(({ part }) => part === '').at(-1);
  const modes = Object.fromEntries(all ? parts.map((part) => [part, all.mode]) : []);
  for (const { part, mode } of given) if (part !== '') modes[part] = mode;
  return modes;
}

function readSmallest(given: string): number {
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new UsageError(cliTexts.notACount('smallest', given));
  return Number(given);
}

/** Whose code is whose stays with those who publish: in a file of its own. */
async function writeCodeList(publication: Publication, call: CommandCall): Promise<void> {
  const path = call.text('code-list');
  const list = writeCodes(publication, call.language);
  if (path !== undefined && list !== null) await writeNamedFile(path, list);
}

/** What those who publish must know, to standard error: the digest, the key, what was held back, what can be worked out. */
function report({ file, held, derivable, tellers, codeKey }: Publication, { terminal, language }: CommandCall): void {
  const lines = [cliTexts.publishedDigest(file.integrity)];
  if (codeKey !== '') lines.push(cliTexts.codeKeyUsed(codeKey));
  for (const { period, group, subjects } of held.groups) lines.push(cliTexts.heldGroup(period, group, subjects));
  if (held.figures > 0) lines.push(cliTexts.heldFigures(held.figures));
  for (const { node, from } of derivable) lines.push(cliTexts.derivable(node.title, from.title));
  for (const { node } of tellers) lines.push(cliTexts.tellsGroups(node.title));
  for (const line of lines) terminal.warn(line[language]);
}

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
