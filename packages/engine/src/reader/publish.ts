import type { Explanation } from '../explain/explanation.ts';
import type { Scored } from '../score/scored.ts';
import type { Figure } from './figure.ts';
import { HiddenWords } from './hidden-words.ts';
import { HELD_FIGURE } from './make-figure.ts';
import { integrityOf } from './integrity.ts';
import { makeCodeKey, SHORTEST_CODE_KEY, subjectCodes, type SubjectCode } from './publish-codes.ts';
import { publishedExplanations } from './publish-explanations.ts';
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
  type PublishedFile,
  type PublishedPart,
} from './published-file.ts';
import { encodeFigure } from './published-marks.ts';
import { codeKeyTooShort, nothingToPublish } from './reader-errors.ts';
import type {
  ExplainQuery,
  NodeDescription,
  PartDescription,
  PublicationNotice,
  SubjectLabel,
} from './results-reader.ts';

export type { HeldBack, PublishSelection } from './publish-scope.ts';
export type { SubjectCode } from './publish-codes.ts';

export interface PublishOptions {
  readonly notice: PublicationNotice;
  readonly selection?: PublishSelection;
  /** Given: explanations are published with the figures, without the rows of the source files. */
  readonly explain?: (query: ExplainQuery) => Explanation | null | Promise<Explanation | null>;
  /** Given: figures with too few raters are held back. */
  readonly raters?: RaterCounts;
  /** Where codes stand for subjects: the same key gives the same codes. Left out: a new one. */
  readonly codeKey?: string;
}

/** A published file, and what those who publish must know and keep for themselves. */
export interface Publication {
  readonly file: PublishedFile & { readonly integrity: string };
  readonly held: HeldBack;
  /** Figures that were left out and can be worked out from those published: a sum less its other items. */
  readonly derivable: readonly { part: string; node: NodeDescription; from: NodeDescription }[];
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
  const { labels, codes, codeKey } = labelSubjects(scored, scope, options);
  const hidden = hiddenWords(scored, scope, selection);
  const numbering = numberSubjects(scope, labels, selection);
  const parts: PublishedPart[] = [];
  for (const part of scope.parts) {
    const inOrder = { ...part, rows: orderRows(part, numbering, selection) };
    const published = publishPart(inOrder, scored, numbering, hidden);
    parts.push(
      options.explain
        ? // One part after the other: explaining takes all there is of the processor.
          // oxlint-disable-next-line no-await-in-loop
          {
            ...published,
            explanations: await publishedExplanations(scored, scope, inOrder, hidden, options.explain, labels),
          }
        : published,
    );
  }
  const { description } = scored;
  const file: PublishedFile = {
    format: PUBLISHED_FORMAT,
    version: scope.held.figures > 0 ? PUBLISHED_VERSION : VERSION_WITHOUT_HELD,
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
    subjects: [...numbering.keys()].map((subject) => labels.get(subject)!),
    parts,
  };
  const integrity = await integrityOf(file);
  return { file: { ...file, integrity }, held: scope.held, derivable: scope.derivable, codes, codeKey };
}

interface Labelled {
  /** How each published subject is shown. */
  readonly labels: ReadonlyMap<number, SubjectLabel>;
  readonly codes: readonly SubjectCode[];
  readonly codeKey: string;
}

function labelSubjects(scored: Scored, scope: PublishScope, { selection, codeKey = '' }: PublishOptions): Labelled {
  const subjects = [...scope.subjects];
  if (selection?.subjects !== 'codes') {
    // A superior who is not published is not named by its subordinates either.
    const shown = new Set(subjects.map((subject) => scored.subjects[subject]!.subject));
    const labels = subjects.map((subject): [number, SubjectLabel] => {
      const label = scored.subjects[subject]!;
      return [subject, shown.has(label.parent) || !isSubject(scored, label.parent) ? label : { ...label, parent: '' }];
    });
    return { labels: new Map(labels), codes: [], codeKey: '' };
  }
  if (codeKey !== '' && codeKey.length < SHORTEST_CODE_KEY) throw codeKeyTooShort(SHORTEST_CODE_KEY);
  const key = codeKey || makeCodeKey();
  const codeOf = subjectCodes(
    scored.subjects.map(({ subject }) => subject),
    key,
  );
  const grouped = new Set(
    scope.parts.flatMap(({ part, rows }) =>
      part.description.groups.length > 0 ? rows.map((row) => part.keys[row]!.subject) : [],
    ),
  );
  const labels = subjects.map((subject): [number, SubjectLabel] => {
    const { subject: id, group } = scored.subjects[subject]!;
    const code = codeOf.get(id)!;
    return [subject, { subject: code, name: code, group: grouped.has(subject) ? group : '', parent: '' }];
  });
  const codes = subjects.map((subject): SubjectCode => {
    const { subject: id, name, group } = scored.subjects[subject]!;
    return { code: codeOf.get(id)!, subject: id, name, group };
  });
  return { labels: new Map(labels), codes, codeKey: key };
}

function isSubject(scored: Scored, id: string): boolean {
  return scored.subjects.some(({ subject }) => subject === id);
}

/** What no text of the file may say: who is not published, or only by a code, and groups that stayed out. */
function hiddenWords(scored: Scored, scope: PublishScope, selection: PublishSelection): HiddenWords {
  const shown = scope.subjects;
  const isShown = (index: number): boolean => selection.subjects !== 'codes' && shown.has(index);
  const open = new Set(
    scored.subjects.flatMap(({ subject, name, group }, at) => [
      ...(isShown(at) ? [subject, name] : []),
      ...(shown.has(at) ? [group] : []),
    ]),
  );
  const words = scored.subjects.flatMap(({ subject, name, group }, at) =>
    isShown(at) ? [] : [subject, name, ...(shown.has(at) ? [] : [group])],
  );
  return new HiddenWords(words.filter((word) => !open.has(word)));
}

/** Numbers of the subjects in the file. Those with codes stand in the order of their codes: the other order tells who. */
function numberSubjects(
  scope: PublishScope,
  labels: ReadonlyMap<number, SubjectLabel>,
  selection: PublishSelection,
): ReadonlyMap<number, number> {
  const subjects = [...scope.subjects];
  if (selection.subjects === 'codes') {
    subjects.sort((left, right) => (labels.get(left)!.subject < labels.get(right)!.subject ? -1 : 1));
  }
  return new Map(subjects.map((subject, at) => [subject, at]));
}

function orderRows(
  { part, rows }: PartScope,
  numbering: ReadonlyMap<number, number>,
  selection: PublishSelection,
): readonly number[] {
  if (selection.subjects !== 'codes') return rows;
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
  scored: Scored,
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
  return { description: describePublished(scope, scored), keys, figures, maxima };
}

/** The description narrowed to what is published; a node whose parent stays behind hangs on the nearest one that goes. */
function describePublished({ part, rows, nodes }: PartScope, scored: Scored): PartDescription {
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
  const groups = new Set(rows.map((row) => scored.subjects[part.keys[row]!.subject]!.group));
  return {
    ...description,
    periods: description.periods.filter((period) => periods.has(period)),
    groups: description.groups.filter((group) => groups.has(group)),
    nodes: nodes.map((node) => ({ ...node, parent: parentOf(node) })),
    known,
  };
}
