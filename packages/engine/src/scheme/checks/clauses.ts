import { clauseTexts } from '../../locale/check-wording-texts.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { clauseNumber, clauseWith } from './view/clause-number.ts';
import type { SchemeView } from './view/scheme-view.ts';

/** The numbers of the document's clauses, where the scheme lists them: gaps, doubles, disorder, clauses named wrongly. */
export const clauses: SchemeCheck = {
  codes: ['clause.skipped', 'clause.twice', 'clause.order', 'clause.alone', 'clause.unknown'],
  needs: 'rules',
  check: (view) => [...numbering(view), ...alone(view), ...unknown(view)],
};

function numbering(view: SchemeView): Finding[] {
  const { outline = [] } = view.file;
  const last = new Map<string, { number: number; clause: string }>();
  const seen = new Set<string>();
  return outline.flatMap((clause, at) => {
    const place = clauseNumber(clause);
    if (place === null) return [];
    const series = `${place.before} ${place.style}`;
    const name = `${series} ${place.number}`;
    const before = last.get(series) ?? { number: 0, clause: '' };
    last.set(series, { number: place.number, clause });
    const path = ['outline', at];
    if (seen.has(name)) return [view.finding('warning', 'clause.twice', clauseTexts.twice(clause), path)];
    seen.add(name);
    if (place.number < before.number) {
      return [view.finding('warning', 'clause.order', clauseTexts.order(clause, before.clause), path)];
    }
    if (place.number === before.number + 1) return [];
    const expected = clauseWith(place, before.number + 1);
    return [view.finding('warning', 'clause.skipped', clauseTexts.skipped(clause, expected), path)];
  });
}

/** A first point without a second one: nobody numbers a single thing. */
function alone(view: SchemeView): Finding[] {
  const { outline = [] } = view.file;
  const places = outline.map((clause) => clauseNumber(clause));
  return places.flatMap((place, at) => {
    if (place === null || place.number !== 1) return [];
    const series = places.filter((other) => other?.before === place.before && other.style === place.style);
    if (series.length > 1) return [];
    const text = clauseTexts.alone(outline[at] as string, clauseWith(place, 2));
    return [view.finding('note', 'clause.alone', text, ['outline', at])];
  });
}

/** A node may name a finer clause than the outline does, or several. */
function unknown(view: SchemeView): Finding[] {
  const { outline } = view.file;
  if (outline === undefined) return [];
  return view.nodes.flatMap(({ tree, path }) => {
    const { clause } = tree.node;
    if (clause === undefined || outline.some((entry) => clause.startsWith(entry))) return [];
    return [view.finding('warning', 'clause.unknown', clauseTexts.unknown(tree.title, clause), [...path, 'clause'])];
  });
}
