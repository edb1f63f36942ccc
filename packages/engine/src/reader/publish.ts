import type { Explanation } from '../explain/explanation.ts';
import type { Scored, ScoredPart } from '../score/scored.ts';
import type { Figure } from './figure.ts';
import { slimExplanation, type IsPublished } from './published-explanations.ts';
import {
  PUBLISHED_FORMAT,
  PUBLISHED_VERSION,
  type PublishedExplanation,
  type PublishedFile,
  type PublishedPart,
} from './published-file.ts';
import { encodeFigure } from './published-marks.ts';
import type { ExplainQuery, NodeDescription, PartDescription, PublicationNotice } from './results-reader.ts';

/** What goes into a published file. Left out means everything. */
export interface PublishSelection {
  readonly parts?: readonly string[];
  readonly periods?: readonly string[];
  readonly groups?: readonly string[];
  /** Node ids; the items above a chosen one are not taken along by themselves. */
  readonly nodes?: readonly string[];
}

export interface PublishOptions {
  readonly notice: PublicationNotice;
  readonly selection?: PublishSelection;
  /** Given: explanations are published with the figures, without the rows of the source files. */
  readonly explain?: (query: ExplainQuery) => Explanation | null | Promise<Explanation | null>;
}

/** Makes the published file. Subjects without a published row are left out. */
export async function publish(scored: Scored, options: PublishOptions): Promise<PublishedFile> {
  const selection = options.selection ?? {};
  const numbering = new Map<number, number>();
  const parts: PublishedPart[] = [];
  for (const part of scored.parts) {
    if (!chosen(selection.parts, part.description.id)) continue;
    const published = publishPart(scored, part, selection, numbering);
    parts.push(
      options.explain ? await withExplanations(scored, part, published, selection, options.explain) : published,
    );
  }
  const { description } = scored;
  return {
    format: PUBLISHED_FORMAT,
    version: PUBLISHED_VERSION,
    scheme: description.scheme,
    title: description.title,
    schemeVersion: description.version,
    changedParameters: description.changedParameters ?? [],
    notice: options.notice,
    subjects: [...numbering.keys()].map((subject) => scored.subjects[subject]!),
    parts,
  };
}

function chosen(wanted: readonly string[] | undefined, id: string): boolean {
  return !wanted || wanted.includes(id);
}

/** Rows of the chosen periods and groups that have a figure to publish: a name alone is not published. */
function chosenRows(scored: Scored, part: ScoredPart, selection: PublishSelection): number[] {
  const hasGroups = part.description.groups.length > 0;
  const columns = part.description.nodes.flatMap(({ id }) => {
    const column = chosen(selection.nodes, id) ? part.figures.get(id) : undefined;
    return column ? [column] : [];
  });
  return part.keys.flatMap(({ period, subject }, row) => {
    const isChosen =
      chosen(selection.periods, period) && (!hasGroups || chosen(selection.groups, scored.subjects[subject]!.group));
    return isChosen && columns.some((column) => column[row] != null) ? [row] : [];
  });
}

function publishPart(
  scored: Scored,
  part: ScoredPart,
  selection: PublishSelection,
  numbering: Map<number, number>,
): PublishedPart {
  const rows = chosenRows(scored, part, selection);
  const keys = rows.map((row): [string, number] => {
    const { period, subject } = part.keys[row]!;
    if (!numbering.has(subject)) numbering.set(subject, numbering.size);
    return [period, numbering.get(subject)!];
  });
  const description = describePublished(part.description, selection);
  const encode = (column: readonly (Figure | null)[], kind: NodeDescription['kind']) =>
    rows.map((row) => encodeFigure(column[row] ?? null, kind));
  const figures: Record<string, string[]> = {};
  const maxima: Record<string, string[]> = {};
  for (const node of description.nodes) {
    const column = part.figures.get(node.id);
    if (column) figures[node.id] = encode(column, node.kind);
    const maximum = part.maxima.get(node.id);
    if (maximum) maxima[node.id] = encode(maximum, 'number');
  }
  return { description, keys, figures, maxima };
}

/** The description narrowed to what is published; a node whose parent stays behind hangs on the nearest one that goes. */
function describePublished(part: PartDescription, selection: PublishSelection): PartDescription {
  const byId = new Map(part.nodes.map((node) => [node.id, node]));
  const kept = (id: string) => chosen(selection.nodes, id);
  const parentOf = (node: NodeDescription): string | null => {
    let parent = node.parent;
    while (parent !== null && byId.has(parent) && !kept(parent)) parent = byId.get(parent)!.parent;
    return parent;
  };
  const known = Object.fromEntries(Object.entries(part.known).filter(([, id]) => id !== undefined && kept(id)));
  return {
    ...part,
    periods: part.periods.filter((period) => chosen(selection.periods, period)),
    groups: part.groups.filter((group) => chosen(selection.groups, group)),
    nodes: part.nodes.filter((node) => kept(node.id)).map((node) => ({ ...node, parent: parentOf(node) })),
    known,
  };
}

async function withExplanations(
  scored: Scored,
  part: ScoredPart,
  published: PublishedPart,
  selection: PublishSelection,
  explain: NonNullable<PublishOptions['explain']>,
): Promise<PublishedPart> {
  const explanations: Record<string, (PublishedExplanation | null)[]> = {};
  const rows = chosenRows(scored, part, selection);
  const isPublished = publishedReferences(scored, selection);
  for (const node of published.description.nodes) {
    const column: (PublishedExplanation | null)[] = [];
    for (const row of rows) {
      const { period, subject } = part.keys[row]!;
      const written = part.figures.get(node.id)?.[row];
      const query = { part: part.description.id, period, subject: scored.subjects[subject]!.subject, node: node.id };
      const explanation = written ? await explain(query) : null;
      column.push(explanation && slimExplanation(explanation, node, isPublished));
    }
    explanations[node.id] = column;
  }
  return { ...published, explanations };
}

/** Tells references to figures that go along from those that stay at home, as hidden nodes do. */
function publishedReferences(scored: Scored, selection: PublishSelection): IsPublished {
  const groupOf = new Map(scored.subjects.map(({ subject, group }) => [subject, group]));
  const shown = new Map(scored.parts.map(({ description, figures }) => [description.id, figures]));
  return ({ part, period, node, subject }) =>
    shown.get(part)?.has(node) === true &&
    chosen(selection.parts, part) &&
    chosen(selection.periods, period) &&
    chosen(selection.nodes, node) &&
    chosen(selection.groups, groupOf.get(subject) ?? '');
}
