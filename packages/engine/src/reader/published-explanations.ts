import type { Explanation, FigureReference } from '../explain/explanation.ts';
import type { Scored } from '../score/scored.ts';
import type { Figure } from './figure.ts';
import { MISSING_FIGURE } from './make-figure.ts';
import type { PublishedExplanation, PublishedReference } from './published-file.ts';
import { decodeFigure, encodeFigure } from './published-marks.ts';
import type { NodeDescription } from './results-reader.ts';
import { figureAt, findPart, indexOfPart, type PartIndex } from './scored-index.ts';

/**
 * Explanations as they are published: what the file says anyway (titles, rules, figures of other nodes) is left out, and
 * so are the rows of the source files, which may name people and papers.
 */

/** Whether a figure that an explanation refers to is published too. */
export type IsPublished = (reference: FigureReference) => boolean;

export function slimExplanation(
  explanation: Explanation,
  node: NodeDescription,
  isPublished: IsPublished,
  /** Id under which a subject is published. */
  idOf: (subject: string) => string,
): PublishedExplanation {
  const { title, clause, rule, max, state } = explanation;
  return {
    arithmetic: explanation.arithmetic,
    ...(explanation.titledArithmetic && { titledArithmetic: explanation.titledArithmetic }),
    steps: explanation.steps.map((step) => ({ ...step, figure: encodeAny(step.figure) })),
    inputs: explanation.inputs.map(({ item, title: inputTitle, unit, figure, from }) => ({
      item,
      title: inputTitle,
      unit,
      figure: encodeAny(figure),
      from,
    })),
    figures: explanation.figures.filter(isPublished).map((reference) => slimReference(reference, explanation, idOf)),
    ...(state && { state }),
    ...(max && { max: encodeAny(max) }),
    ...(!sameText(title, node.title) && { title }),
    ...(!sameText(rule, node.rule) && { rule }),
    ...(clause !== node.clause && { clause }),
  };
}

function sameText(left: { zh: string; en: string }, right: { zh: string; en: string }): boolean {
  return left.zh === right.zh && left.en === right.en;
}

/** What is left when the rest would tell too much: the rule, and why there is no figure where that names nobody. */
export function withheldExplanation(
  slim: PublishedExplanation,
  tells: (text: string) => boolean,
): PublishedExplanation {
  const { state, max, title, rule, clause } = slim;
  const isOpen = (text: { zh: string; en: string }): boolean => !tells(text.zh) && !tells(text.en);
  return {
    arithmetic: '',
    steps: [],
    inputs: [],
    figures: [],
    withheld: true,
    ...(state && isOpen(state) && { state }),
    ...(max !== undefined && { max }),
    ...(title && isOpen(title) && { title }),
    ...(rule && isOpen(rule) && { rule }),
    ...(clause !== undefined && { clause }),
  };
}

function slimReference(
  reference: FigureReference,
  explanation: Explanation,
  idOf: (subject: string) => string,
): PublishedReference {
  return {
    node: reference.node,
    ...(reference.part !== explanation.part && { part: reference.part }),
    ...(reference.period !== explanation.period && { period: reference.period }),
    ...(reference.subject !== explanation.subject && { subject: idOf(reference.subject) }),
  };
}

/** Steps and inputs have no node that tells words from numbers, so words always carry the mark of a word. */
function encodeAny(figure: Figure): string {
  const isWord = figure.state === 'value' && figure.number === null;
  return isWord ? `=${figure.text}` : encodeFigure(figure, 'number');
}

function decodeAny(text: string): Figure {
  return decodeFigure(text, 'number') ?? MISSING_FIGURE;
}

/** The whole explanation of the figure in `row`, put together again from the file. */
export function fullExplanation(
  slim: PublishedExplanation,
  scored: Scored,
  index: PartIndex,
  node: NodeDescription,
  row: number,
): Explanation {
  const { period, subject } = index.part.keys[row]!;
  const label = scored.subjects[subject]!;
  const place = { part: index.part.description.id, period, subject: label.subject };
  return {
    ...place,
    subjectName: label.name,
    node: node.id,
    title: slim.title ?? node.title,
    figure: figureAt(index, node.id, row) ?? MISSING_FIGURE,
    max: slim.max === undefined ? null : decodeAny(slim.max),
    clause: slim.clause ?? node.clause,
    rule: slim.rule ?? node.rule,
    arithmetic: slim.arithmetic,
    ...(slim.titledArithmetic && { titledArithmetic: slim.titledArithmetic }),
    steps: slim.steps.map((step) => ({ ...step, figure: decodeAny(step.figure) })),
    inputs: slim.inputs.map((input) => ({ ...input, figure: decodeAny(input.figure), rows: [] })),
    figures: slim.figures.flatMap((reference) => fullReference({ ...place, ...reference }, scored)),
    state: slim.state ?? null,
    ...(slim.withheld && { withheld: true }),
  };
}

function fullReference(reference: Required<PublishedReference>, scored: Scored): FigureReference[] {
  const index = indexOfPart(scored, findPart(scored, reference.part));
  const node = index.part.description.nodes.find(({ id }) => id === reference.node);
  const figure = figureAt(index, reference.node, index.rowOf(reference.period, reference.subject));
  const label = scored.subjects.find(({ subject }) => subject === reference.subject);
  // A file made by hand may refer to what it does not hold; the rest of the explanation is still worth reading.
  if (!node || !figure || !label) return [];
  return [{ ...reference, subjectName: label.name, title: node.title, figure }];
}
