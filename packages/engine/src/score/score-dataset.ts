import type { Dataset } from '../data/dataset.ts';
import { formatPeriod } from '../data/period.ts';
import { explainFigure } from '../explain/explain-figure.ts';
import type { Explanation } from '../explain/explanation.ts';
import { faultText, scoreTexts } from '../locale/score-texts.ts';
import { Fault } from '../plan/cell.ts';
import type { Cell } from '../plan/cell.ts';
import { SeveralHolders, subjectColumn } from '../plan/exact/data-index.ts';
import { ExactRun } from '../plan/exact/exact-run.ts';
import { EVERYBODY } from '../plan/exact/population.ts';
import type { Population } from '../plan/exact/population.ts';
import type { PlanFigure } from '../plan/plan.ts';
import type { Figure } from '../reader/figure.ts';
import type { RaterCounts } from '../reader/publish-scope.ts';
import type { ExplainQuery, SubjectLabel } from '../reader/results-reader.ts';
import type { CompiledPart, CompiledScheme } from '../scheme/compiled-scheme.ts';
import type { ParameterSettings } from '../scheme/compile/parameters.ts';
import { makeFigure } from './make-figure.ts';
import { changedParameters, checkSettings } from './parameter-settings.ts';
import { raterCounts } from './rater-counts.ts';
import { ScoreError } from './score-error.ts';
import type { Scored, ScoredKey, ScoredPart } from './scored.ts';

/** A dataset scored by a scheme, ready to explain any of its figures. */
export interface Scoring {
  readonly scored: Scored;
  /** Throws `ReaderError` when there is no such figure. */
  explain(query: ExplainQuery): Explanation;
  /** How many people rated what a figure was made from. */
  readonly raters: RaterCounts;
}

/**
 * Scores a dataset exactly. Throws `ScoreError` when a figure that is shown cannot be computed: an error is better
 * than a wrong figure.
 */
export function scoreDataset(written: CompiledScheme, data: Dataset, settings: ParameterSettings = {}): Scoring {
  checkSettings(written.parameters, settings);
  const scheme = written.forData(data);
  const run = startRun(scheme, data, settings);
  const labels = subjectLabels(data, scheme);
  const parts = scheme.parts
    .map((part) => scorePart(part, scheme, run, labels))
    // Parts that others take figures or members from, and that show none themselves, are nothing to look at.
    .filter(({ description }) => description.nodes.length > 0);
  const scored: Scored = {
    description: {
      scheme: scheme.id,
      title: scheme.title,
      version: scheme.version,
      parts: parts.map(({ description }) => description),
      published: null,
      changedParameters: changedParameters(scheme.parameters, settings),
    },
    subjects: labels,
    parts,
  };
  return {
    scored,
    explain: (query) => explainFigure({ scheme, run, scored }, query),
    raters: raterCounts(scheme, run),
  };
}

function startRun(scheme: CompiledScheme, data: Dataset, settings: ParameterSettings): ExactRun {
  try {
    return new ExactRun(scheme.plan, data, scheme.parameterValues(settings));
  } catch (error) {
    if (!(error instanceof SeveralHolders)) throw error;
    const title = scheme.parts.find(({ description }) => description.id === error.part)?.description.title;
    const text = scoreTexts.severalHolders(title ?? { zh: error.part, en: error.part }, error.subjects);
    throw new ScoreError('score.several-holders', text, { period: '', subject: '', node: '' });
  }
}

/** Subjects as they are shown; where a part has results of everybody, `ALL` comes last. */
function subjectLabels(data: Dataset, scheme: CompiledScheme): SubjectLabel[] {
  const labels = data.subjects.map(({ id, name, group, parent }) => ({
    subject: id,
    name: name === '' ? id : name,
    group,
    parent,
  }));
  const everybody = scheme.plan.parts.some(({ subjects }) => subjects.kind === 'all');
  return everybody ? [...labels, { subject: 'ALL', name: 'ALL', group: '', parent: '' }] : labels;
}

function scorePart(
  part: CompiledPart,
  scheme: CompiledScheme,
  run: ExactRun,
  labels: readonly SubjectLabel[],
): ScoredPart {
  const population = run.population(part.description.id);
  const keys = keysOf(population, labels.length - 1);
  const figures = new Map<string, readonly (Figure | null)[]>();
  const maxima = new Map<string, readonly (Figure | null)[]>();
  for (const figure of scheme.plan.figures) {
    if (figure.part !== part.description.id) continue;
    figures.set(figure.id, figureColumn(figure, figure.column, part, run, keys, labels));
    const written = part.description.nodes.find(({ id }) => id === figure.id)?.max;
    if (figure.max === null) continue;
    const column = figureColumn(figure, figure.max, part, run, keys, labels);
    if (column.some((max) => max !== null && max.text !== written)) maxima.set(figure.id, column);
  }
  const groups = groupsOfRows(part, keys, run);
  const description = describePart(part, keys, labels, run);
  return { description, keys, ...(groups === null ? {} : { groups }), figures, maxima };
}

/** What parts the rankings of a part, row by row; `null` where it is the group that subjects have anyway. */
function groupsOfRows({ rankWithin }: CompiledPart, keys: readonly ScoredKey[], run: ExactRun): string[] | null {
  if (rankWithin === null || rankWithin === 'group') return null;
  return keys.map(({ subject: number }) => {
    const subject = run.index.subjects[number];
    return subject === undefined ? '' : subjectColumn(subject, rankWithin);
  });
}

function keysOf(population: Population, everybody: number): ScoredKey[] {
  const { periodKind: kind } = population.part;
  return Array.from({ length: population.size }, (_, cell) => ({
    period: formatPeriod({ kind, index: population.periods[cell] ?? 0 }),
    subject: population.subjects[cell] === EVERYBODY ? everybody : (population.subjects[cell] ?? 0),
  }));
}

function figureColumn(
  figure: PlanFigure,
  column: number,
  part: CompiledPart,
  run: ExactRun,
  keys: readonly ScoredKey[],
  labels: readonly SubjectLabel[],
): (Figure | null)[] {
  const written = figure.written === null ? null : run.column(figure.written);
  return run.column(column).map((cell, at) => {
    if (written !== null && written[at] !== true) return null;
    if (cell instanceof Fault) throw scoreError(cell, figure, part, keys[at] as ScoredKey, labels);
    return makeFigure(cell as Cell);
  });
}

function scoreError(
  fault: Fault,
  figure: PlanFigure,
  part: CompiledPart,
  key: ScoredKey,
  labels: readonly SubjectLabel[],
): ScoreError {
  const subject = labels[key.subject]?.subject ?? '';
  const node = part.description.nodes.find(({ id }) => id === figure.id);
  const title = node?.title ?? { zh: figure.id, en: figure.id };
  const text = faultText(fault, { period: key.period, subject, title, clause: node?.clause ?? '' });
  return new ScoreError(`score.${fault.code}`, text, { period: key.period, subject, node: figure.id });
}

function describePart(
  part: CompiledPart,
  keys: readonly ScoredKey[],
  labels: readonly SubjectLabel[],
  run: ExactRun,
): ScoredPart['description'] {
  const periods = [...new Set(keys.map(({ period }) => period))];
  const groups = part.rankWithin === null ? [] : groupsOf(part.rankWithin, keys, labels, run);
  const rankedWithin = groups.length > 0 && part.rankWithin !== null ? { rankedWithin: part.rankWithin } : {};
  return { ...part.description, periods, groups, ...rankedWithin };
}

/** Groups that are ranked apart, in the order of the subjects table. One group is no grouping. */
function groupsOf(
  column: string,
  keys: readonly ScoredKey[],
  labels: readonly SubjectLabel[],
  run: ExactRun,
): string[] {
  const present = new Set(keys.map(({ subject }) => subject));
  const groups = new Set<string>();
  labels.forEach((_, number) => {
    const subject = run.index.subjects[number];
    if (subject !== undefined && present.has(number)) groups.add(subjectColumn(subject, column));
  });
  groups.delete('');
  return groups.size > 1 ? [...groups] : [];
}
