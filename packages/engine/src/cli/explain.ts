import { suggestName } from '../formula/suggest.ts';
import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import { explanationTree } from '../explain/explanation-tree.ts';
import type { ExplainQuery } from '../reader/results-reader.ts';
import { scoreDataset, type Scoring } from '../score/score-dataset.ts';
import type { Scored, ScoredPart } from '../score/scored.ts';
import { CliError } from './cli-error.ts';
import type { Command, CommandCall } from './command.ts';
import { DATA_OPTIONS, loadData } from './data-options.ts';
import { explanationPage, explanationText } from './explanation-text.ts';
import { PARAMETER_OPTION, readParameters } from './parameter-option.ts';
import { loadNamedScheme, SCHEME_OPTION } from './scheme-option.ts';

/** `kaoheng explain`: how one figure came about, down to the cells of the files. */
export const explainCommand: Command = {
  name: 'explain',
  summary: cliHelpTexts.explain,
  options: {
    ...SCHEME_OPTION,
    ...DATA_OPTIONS,
    ...PARAMETER_OPTION,
    period: { value: cliHelpTexts.periodValue, required: true, help: cliHelpTexts.period },
    subject: { value: cliHelpTexts.idValue, required: true, help: cliHelpTexts.subject },
    node: { value: cliHelpTexts.idValue, required: true, help: cliHelpTexts.node },
    part: { value: cliHelpTexts.idValue, help: cliHelpTexts.part },
    whole: { help: cliHelpTexts.whole },
    json: { help: cliHelpTexts.json },
  },
  examples: [
    'kaoheng explain --scheme edu-talent --data 2024.xlsx --period 2024 --subject s01 --node total',
    'kaoheng explain --scheme edu-talent --data 2024.xlsx --period 2024 --subject s01 --node total --whole > s01.txt',
    'kaoheng explain --scheme edu-talent --data 2024.xlsx --period 2024 --subject s01 --node base --json --lang en',
  ],
  async run(call) {
    const scheme = await loadNamedScheme(call);
    const settings = readParameters(call, scheme);
    const scoring = scoreDataset(scheme, await loadData(call, scheme, settings), settings);
    const query = findFigure(scoring.scored, call);
    await call.terminal.write(call.isSet('whole') ? wholeText(scoring, query, call) : oneText(scoring, query, call));
    return 0;
  },
};

function oneText({ explain }: Scoring, query: ExplainQuery, { isSet, language }: CommandCall): string {
  const explanation = explain(query);
  return isSet('json') ? `${JSON.stringify(explanation, null, 2)}\n` : explanationText(explanation, language);
}

/** The figure with all figures that it was made from. */
function wholeText({ explain }: Scoring, query: ExplainQuery, { isSet, language }: CommandCall): string {
  const tree = explanationTree(explain, query);
  return isSet('json') ? `${JSON.stringify(tree, null, 2)}\n` : explanationPage(tree, language);
}

/** The figure asked for. Whatever is not there is told with what there is instead. */
function findFigure({ parts, subjects }: Scored, { text }: CommandCall) {
  const chosen = partsChosen(parts, text('part'));
  const node = nodeId(text('node') ?? '', chosen);
  const period = text('period') ?? '';
  const found = chosen.filter(({ figures }) => figures.has(node));
  const periods = [...new Set(found.flatMap(({ description }) => description.periods))];
  if (!periods.includes(period)) throw new CliError(cliTexts.unknownPeriod(period, periods));

  const subject = subjectId(text('subject') ?? '', subjects);
  const row = (part: ScoredPart): number =>
    part.keys.findIndex((key) => key.period === period && subjects[key.subject]?.subject === subject);
  const taking = found.filter((part) => row(part) >= 0);
  if (taking.length === 0) throw new CliError(cliTexts.takesNoPart(subject, period));
  const written = taking.find((part) => part.figures.get(node)?.[row(part)] != null);
  if (written === undefined) throw new CliError(cliTexts.notWritten(node, subject, period));
  return { part: written.description.id, period, subject, node };
}

function partsChosen(parts: readonly ScoredPart[], wanted: string | undefined): readonly ScoredPart[] {
  const chosen = wanted === undefined ? parts : parts.filter(({ description }) => description.id === wanted);
  if (chosen.length === 0)
    throw new CliError(
      cliTexts.unknownPart(
        wanted ?? '',
        parts.map(({ description }) => description.id),
      ),
    );
  return chosen;
}

/** A figure by its id, or by its title where only one has it. */
function nodeId(wanted: string, parts: readonly ScoredPart[]): string {
  const ids = [...new Set(parts.flatMap(({ figures }) => [...figures.keys()]))];
  if (ids.includes(wanted)) return wanted;
  const nodes = parts.flatMap(({ description }) => description.nodes);
  const titled = [
    ...new Set(nodes.filter(({ title }) => title.zh === wanted || title.en === wanted).map(({ id }) => id)),
  ];
  const [only] = titled;
  if (only !== undefined && titled.length === 1) return only;
  throw new CliError(
    only === undefined
      ? cliTexts.unknownNode(wanted, suggestName(wanted, ids), ids)
      : cliTexts.titleOfSeveral(wanted, titled),
  );
}

/** A subject by its id, or by its name where only one has it. */
function subjectId(wanted: string, subjects: Scored['subjects']): string {
  if (subjects.some(({ subject }) => subject === wanted)) return wanted;
  const named = subjects.filter(({ name }) => name === wanted);
  if (named.length === 1) return named[0]!.subject;
  const near = suggestName(
    wanted,
    subjects.flatMap(({ subject, name }) => [subject, name]),
  );
  throw new CliError(
    named.length === 0
      ? cliTexts.unknownSubject(wanted, near)
      : cliTexts.nameOfSeveral(
          wanted,
          named.map(({ subject }) => subject),
        ),
  );
}
