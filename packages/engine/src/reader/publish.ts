import type { Explanation } from '../explain/explanation.ts';
import type { Scored } from '../score/scored.ts';
import type { Figure } from './figure.ts';
import { HiddenWords } from './hidden-words.ts';
import { GROUP_COLUMN } from './publish-groups.ts';
import { HELD_FIGURE } from './make-figure.ts';
import { integrityOf } from './integrity.ts';
import type { GroupCode, SubjectCode } from './publish-codes.ts';
import { publishedExplanations } from './publish-explanations.ts';
import { publishLabels, type PublishLabels } from './publish-labels.ts';
import {
  PublishScope,
  SMALLEST_GROUP,
  type HeldBack,
  type PartScope,
  type PublishSelection,
  type RaterCounts,
} from './publish-scope.ts';
import {
  PUBLISHED_FORMAT,
  PUBLISHED_VERSION,
  VERSION_WITHOUT_HELD,
  VERSION_WITHOUT_GROUPS,
  type PublishedFile,
  type PublishedPart,
} from './published-file.ts';
import { encodeFigure } from './published-marks.ts';
import { nothingToPublish } from './reader-errors.ts';
import type { ExplainQuery, NodeDescription, PartDescription, PublicationNotice } from './results-reader.ts';

export type { HeldBack, PublishSelection } from './publish-scope.ts';
export type { GroupMode, GroupModes } from './publish-groups.ts';
export type { GroupCode, SubjectCode } from './publish-codes.ts';

export interface PublishOptions {
  readonly notice: PublicationNotice;
  readonly selection?: PublishSelection;
  /** Given: explanations are published with the figures, without the rows of the source files. */
  readonly explain?: (query: ExplainQuery) => Explanation | null | Promise<Explanation | null>;
  /** Given: figures with too few raters are held back. */
  readonly raters?: RaterCounts;
  /** Where codes stand for subjects or groups: the same key gives the same codes. Left out: a new one. */
  readonly codeKey?: string;
}

/** A published file, and what those who publish must know and keep for themselves. */
export interface Publication {
  readonly file: PublishedFile & { readonly integrity: string };
  readonly held: HeldBack;
  /** Figures that were left out and can be worked out from those published: a sum less its other items. */
  readonly derivable: readonly { part: string; node: NodeDescription; from: NodeDescription }[];
  /** Figures that tell who is in one group, though the groups of their part are not shown. */
  readonly tellers: readonly { part: string; node: NodeDescription }[];
  /** Which code is which group; empty where no codes stand for groups. */
  readonly groupCodes: readonly GroupCode[];
  /** Whose code is whose; empty where names are published. */
  readonly codes: readonly SubjectCode[];
  readonly codeKey: string;
}

/** Makes the published file. Subjects without a published row are left out. */
export async function publish(scored: Scored, options: PublishOptions): Promise<PublishedFile> {
  return (await makePublication(scored, options)).file;
}

/** Makes the published file and says what was held back. */
export async function makePublication(scored: Scored, options: PublishOptions): Promise<Publication> {
  const selection = options.selection ?? {};
  const scope = new PublishScope(scored, selection, options.raters);
  if (scope.parts.length === 0) throw nothingToPublish();
  const labels = publishLabels(scored, scope, selection, options.codeKey ?? '');
  const hidden = hiddenWords(scored, scope, labels, selection);
  const numbering = numberSubjects(scope, labels);
  const parts: PublishedPart[] = [];
  for (const part of scope.parts) {
    const inOrder = { ...part, rows: orderRows(part, numbering, labels) };
    const published = publishPart(inOrder, labels, numbering, hidden);
    parts.push(
      options.explain
        ? // One part after the other: explaining takes all there is of the processor.
          // oxlint-disable-next-line no-await-in-loop
          {
            ...published,
            explanations: await publishedExplanations(scored, scope, inOrder, hidden, options.explain, labels.subjects),
          }
        : published,
    );
  }
  const { description } = scored;
  const file: PublishedFile = {
    format: PUBLISHED_FORMAT,
    version: versionOf(scope, parts),
    scheme: description.scheme,
    title: description.title,
    schemeVersion: description.version,
    changedParameters: description.changedParameters ?? [],
    notice: options.notice,
    discretion: {
      codes: selection.subjects === 'codes',
      heldBack: scope.held.groups.length + scope.held.figures > 0,
      smallest: selection.smallest ?? SMALLEST_GROUP,
    },
    subjects: [...numbering.keys()].map((subject) => labels.subjects.get(subject)!),
    parts,
  };
  const integrity = await integrityOf(file);
  const { held, derivable, tellers } = scope;
  const { codes, groupCodes, codeKey } = labels;
  return { file: { ...file, integrity }, held, derivable, tellers, codes, groupCodes, codeKey };
}

/** The oldest version that says what the file says. */
function versionOf({ held }: PublishScope, parts: readonly PublishedPart[]): number {
  if (parts.some(({ groups }) => groups !== undefined)) return PUBLISHED_VERSION;
  return held.figures > 0 ? VERSION_WITHOUT_GROUPS : VERSION_WITHOUT_HELD;
}

/** What no text of the file may say: who is not published, or only by a code, and groups that are not shown by name. */
function hiddenWords(
  scored: Scored,
  scope: PublishScope,
  labels: PublishLabels,
  selection: PublishSelection,
): HiddenWords {
  const shown = scope.subjects;
  const isShown = (index: number): boolean => selection.subjects !== 'codes' && shown.has(index);
  const groups = scope.parts.flatMap(({ groups: of, rows, part }) =>
    of
      ? rows.map((row) => ({
          isOpen: of.mode === 'names',
          group: of.of(row),
          name: labels.groupOf({ groups: of, part }, row),
        }))
      : [],
  );
  const secret = new Set(groups.flatMap(({ isOpen, group }) => (isOpen ? [] : [group])));
  const open = new Set([
    ...scored.subjects.flatMap(({ subject, name, group }, at) => [
      ...(isShown(at) ? [subject, name] : []),
      ...(shown.has(at) && !secret.has(group) ? [group] : []),
    ]),
    ...groups.flatMap(({ isOpen, group, name }) => (isOpen ? [group, name ?? ''] : [])),
  ]);
  const words = [
    ...scored.subjects.flatMap(({ subject, name, group }, at) => [
      ...(isShown(at) ? [] : [subject, name]),
      ...(shown.has(at) ? [] : [group]),
    ]),
    ...secret,
  ];
  return new HiddenWords(words.filter((word) => !open.has(word)));
}

/** Numbers of the subjects in the file: in the order of the data, or of their names where that would tell too much. */
function numberSubjects(scope: PublishScope, labels: PublishLabels): ReadonlyMap<number, number> {
  const subjects = [...scope.subjects];
  if (!labels.ownOrder) {
    const key = (at: number): string => {
      const { name, subject } = labels.subjects.get(at)!;
      return `${name}\n${subject}`;
    };
    subjects.sort((left, right) => (key(left) < key(right) ? -1 : 1));
  }
  return new Map(subjects.map((subject, at) => [subject, at]));
}

function orderRows(
  { part, rows }: PartScope,
  numbering: ReadonlyMap<number, number>,
  { ownOrder }: PublishLabels,
): readonly number[] {
  if (ownOrder) return rows;
  const { periods } = part.description;
  const place = (row: number): [number, number] => {
    const { period, subject } = part.keys[row]!;
    return [periods.indexOf(period), numbering.get(subject)!];
  };
  const order = (left: [number, number], right: [number, number]): number => left[0] - right[0] || left[1] - right[1];
  return [...rows].sort((left, right) => order(place(left), place(right)));
}

function publishPart(
  scope: PartScope,
  labels: PublishLabels,
  numbering: ReadonlyMap<number, number>,
  hidden: HiddenWords,
): PublishedPart {
  const { part, rows, nodes } = scope;
  const encode = (
    node: NodeDescription,
    column: readonly (Figure | null)[],
    kind: NodeDescription['kind'],
    saysHeld = true,
  ) =>
    rows.map((row) => {
      const isHeld = saysHeld && column[row] != null && scope.isHeld(node.id, row);
      const figure = isHeld ? HELD_FIGURE : (scope.shows(node.id, row) && column[row]) || null;
      const isTelling = figure !== null && figure.number === null && hidden.isIn(figure.text);
      return encodeFigure(isTelling ? null : figure, kind);
    });
  const figures: Record<string, string[]> = {};
  const maxima: Record<string, string[]> = {};
  for (const node of nodes) {
    const column = part.figures.get(node.id);
    if (column) figures[node.id] = encode(node, column, node.kind);
    const maximum = part.maxima.get(node.id);
    // Full marks that depend on the data would tell something, and are no figure that anybody misses.
    if (maximum) maxima[node.id] = encode(node, maximum, 'number', false);
  }
  const keys = rows.map((row): [string, number] => {
    const { period, subject } = part.keys[row]!;
    return [period, numbering.get(subject)!];
  });
  const { description, groups } = describePublished(scope, labels);
  return { description, keys, ...(groups && { groups }), figures, maxima };
}

/** The description narrowed to what is published; a node whose parent stays behind hangs on the nearest one that goes. */
function describePublished(scope: PartScope, labels: PublishLabels): Pick<PublishedPart, 'description' | 'groups'> {
  const { part, rows, nodes } = scope;
  const { description } = part;
  const byId = new Map(description.nodes.map((node) => [node.id, node]));
  const kept = new Set(nodes.map(({ id }) => id));
  const parentOf = (node: NodeDescription): string | null => {
    let { parent } = node;
    while (parent !== null && byId.has(parent) && !kept.has(parent)) parent = byId.get(parent)!.parent;
    return parent;
  };
  const known = Object.fromEntries(Object.entries(description.known).filter(([, id]) => kept.has(id ?? '')));
  const periods = new Set(rows.map((row) => part.keys[row]!.period));
  const { columns, ...grouping } = describeGroups(scope, labels);
  return {
    description: {
      ...description,
      periods: description.periods.filter((period) => periods.has(period)),
      ...grouping,
      nodes: nodes.map((node) => ({ ...node, parent: parentOf(node) })),
      known,
    },
    ...(columns && { groups: columns }),
  };
}

type Grouping = Pick<PartDescription, 'groups' | 'rankedWithin' | 'groupsShown'>;

/** The groups as visitors see them, and which row is in which; the rows are left out where subjects say their group. */
function describeGroups(scope: PartScope, labels: PublishLabels): Grouping & { columns?: readonly number[] } {
  const { part, rows, groups } = scope;
  if (!groups) return { groups: [] };
  const { mode, column } = groups;
  const inOrder = part.description.groups.flatMap((group) => rows.find((row) => groups.of(row) === group) ?? []);
  // Of one group alone the ranks are those of everybody that is shown.
  if (mode === 'none')
    return inOrder.length > 1 ? { groups: [], rankedWithin: column, groupsShown: mode } : { groups: [] };
  const names = inOrder.map((row) => labels.groupOf(scope, row)!);
  if (mode === 'names' && column === GROUP_COLUMN) return { groups: names, rankedWithin: column };
  if (mode === 'codes') names.sort();
  const shown = { rankedWithin: column, ...(mode === 'codes' && { groupsShown: mode }) };
  return { groups: names, ...shown, columns: rows.map((row) => names.indexOf(labels.groupOf(scope, row)!)) };
}
