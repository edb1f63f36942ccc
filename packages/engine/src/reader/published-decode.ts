import type { Explanation } from '../explain/explanation.ts';
import type { Scored, ScoredPart } from '../score/scored.ts';
import type { Figure } from './figure.ts';
import { decodeColumn } from './published-marks.ts';
import { PUBLISHED_FORMAT, PUBLISHED_VERSION, type PublishedFile, type PublishedPart } from './published-file.ts';
import { sourceOfOtherFormat, sourceTooNew } from './reader-errors.ts';
import type { ExplainQuery } from './results-reader.ts';
import { fullExplanation } from './published-explanations.ts';
import { findPart, indexOfPart } from './scored-index.ts';

/** Makes sure that `data` is a published file this version can read; throws a `ReaderError` naming what is wrong. */
export function checkPublishedFile(data: unknown, name: string): PublishedFile {
  if (typeof data !== 'object' || data === null || (data as PublishedFile).format !== PUBLISHED_FORMAT) {
    throw sourceOfOtherFormat(name, `format ≠ ${PUBLISHED_FORMAT}`);
  }
  const file = data as PublishedFile;
  if (typeof file.version !== 'number') throw sourceOfOtherFormat(name, 'version');
  if (file.version > PUBLISHED_VERSION) throw sourceTooNew(name, file.version, PUBLISHED_VERSION);
  if (!Array.isArray(file.subjects)) throw sourceOfOtherFormat(name, 'subjects');
  if (!Array.isArray(file.parts) || file.parts.length === 0) throw sourceOfOtherFormat(name, 'parts');
  for (const part of file.parts as readonly PublishedPart[]) checkPart(part, file.subjects.length, name);
  return file;
}

function checkPart(part: PublishedPart, subjects: number, name: string): void {
  if (!Array.isArray(part.description?.nodes) || !Array.isArray(part.keys) || !part.figures || !part.maxima) {
    throw sourceOfOtherFormat(name, 'part');
  }
  if (part.keys.some(([, subject]) => !(subject >= 0 && subject < subjects))) throw sourceOfOtherFormat(name, 'keys');
  if (part.groups !== undefined && part.groups.length !== part.keys.length) throw sourceOfOtherFormat(name, 'groups');
  for (const table of [part.figures, part.maxima]) {
    for (const [node, column] of Object.entries(table)) {
      if (column.length !== part.keys.length) throw sourceOfOtherFormat(name, `figures[${node}]`);
    }
  }
}

/** The scores that a published file carries. */
export function decodePublished(file: PublishedFile): Scored {
  return {
    description: {
      scheme: file.scheme,
      title: file.title,
      version: file.schemeVersion,
      changedParameters: file.changedParameters ?? [],
      parts: file.parts.map((part) => part.description),
      published: file.notice,
      ...(file.discretion && { discretion: file.discretion }),
    },
    subjects: file.subjects,
    parts: file.parts.map(decodePart),
  };
}

function decodePart(part: PublishedPart): ScoredPart {
  const figures = new Map<string, readonly (Figure | null)[]>();
  const maxima = new Map<string, readonly (Figure | null)[]>();
  for (const node of part.description.nodes) {
    const column = part.figures[node.id];
    if (column) figures.set(node.id, decodeColumn(column, node.kind));
    const maximum = part.maxima[node.id];
    if (maximum) maxima.set(node.id, decodeColumn(maximum, 'number'));
  }
  return {
    description: part.description,
    keys: part.keys.map(([period, subject]) => ({ period, subject })),
    ...(part.groups && { groups: part.groups.map((number) => part.description.groups[number] ?? '') }),
    figures,
    maxima,
  };
}

/** The explanation published for a figure, if there is one. */
export function publishedExplanation(file: PublishedFile, scored: Scored, query: ExplainQuery): Explanation | null {
  const part = findPart(scored, query.part);
  const index = indexOfPart(scored, part);
  const node = part.description.nodes.find(({ id }) => id === query.node);
  const row = index.rowOf(query.period, query.subject);
  if (!node || row === undefined) return null;
  const slim = file.parts[scored.parts.indexOf(part)]?.explanations?.[node.id]?.[row];
  return slim ? fullExplanation(slim, scored, index, node, row) : null;
}
