import { bandTexts } from '../../locale/check-texts.ts';
import { basisTexts } from '../../locale/check-doubt-texts.ts';
import type { Fraction } from '../../number/fraction.ts';
import { exactText } from '../../number/text.ts';
import type { NodeId } from '../../plan/plan.ts';
import type { BandRow } from '../../rules/band-rows.ts';
import { exactNumber } from '../exact.ts';
import type { Finding, SchemePath } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { rangeOfBand } from './view/possible-values.ts';
import * as ranges from './view/range.ts';
import type { Range } from './view/range.ts';
import { rangeText } from './view/range-text.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Tables of bands: what no row holds, what two rows hold, rows that are never reached, marks against the direction. */
export const bands: SchemeCheck = {
  codes: [
    'bands.gap',
    'bands.overlap',
    'bands.shadowed',
    'bands.out-of-reach',
    'bands.empty-row',
    'bands.direction',
    'bands.same',
  ],
  needs: 'rules',
  check: (view) =>
    tables(view).flatMap((table) => {
      const empty = emptyRows(table, view);
      return empty.length > 0
        ? empty
        : [
            ...gaps(table, view),
            ...overlaps(table, view),
            ...unreached(table, view),
            ...direction(table, view),
            ...same(table, view),
          ];
    }),
};

/** A table of bands: the numbers that can come, and the rows as they are written. */
interface Table {
  readonly node: NodeView;
  readonly path: SchemePath;
  readonly possible: Range;
  /** Of those, the numbers that surely can come: fewer where a figure with a fault is read. */
  readonly certain: Range;
  /** The ends of what is possible are known. */
  readonly isKnown: boolean;
  readonly rows: readonly Row[];
}

interface Row {
  readonly path: SchemePath;
  readonly range: Range;
  /** Marks, where they are written as a number. */
  readonly marks: Fraction | null;
  /** The result as it is written. */
  readonly result: string;
}

function tables(view: SchemeView): Table[] {
  const least = view.leastValues;
  return view.placesOf('bands').flatMap(({ part, node: id, column, path }) => {
    const node = view.nodeAt(part, id);
    const operator = view.graph.node(column);
    const written = view.at(path);
    if (node === null || operator.operation.kind !== 'bands' || !Array.isArray(written)) return [];
    const rows = operator.operation.bands.map((band, at) => {
      const { marks, is } = written[at] as BandRow;
      const number = marks === undefined ? null : exactNumber(marks);
      const result = is === undefined ? (number === null ? String(marks) : exactText(number)) : String(is);
      return { path: [...path, at], range: rangeOfBand(band), marks: number, result };
    });
    const [of] = operator.inputs as readonly [NodeId];
    const [possible, certain] = [view.values.numbers(of), least.numbers(of)];
    return [{ node, path, possible, certain, isKnown: view.isKnown(of), rows }];
  });
}

function emptyRows({ node, rows }: Table, view: SchemeView): Finding[] {
  const empty = rows.filter(({ range }) => ranges.isEmpty(range));
  return empty.map(({ range, path }) =>
    view.finding('error', 'bands.empty-row', bandTexts.emptyRow(node.tree.title, rangeText(range)), path, node.clause),
  );
}

/** What is left of the numbers that can come when every row has taken its own: the sweep along the exact edges. */
function remaining(possible: Range, rows: readonly Row[]): Range[] {
  const pieces = rows.reduce<Range[]>(
    (left, { range }) => left.flatMap((piece) => ranges.without(piece, range)),
    [possible],
  );
  return pieces.filter((piece) => !ranges.isEmpty(piece));
}

/** Where the ends of what is possible are not known, only what lies between two rows is sure to be left out. */
function gaps({ node, certain, isKnown, rows, path }: Table, view: SchemeView): Finding[] {
  const open = remaining(certain, rows).filter(({ low, high }) => isKnown || (low !== null && high !== null));
  return open.map((gap) => {
    const text = bandTexts.gap(node.tree.title, rangeText(gap), ranges.witness(gap));
    return view.finding('warning', 'bands.gap', text, rowBefore(gap, rows) ?? path, node.clause);
  });
}

/** The row whose edge the gap begins or ends at. */
function rowBefore(gap: Range, rows: readonly Row[]): SchemePath | null {
  const meets = (a: ranges.End | null, b: ranges.End | null): boolean =>
    a !== null && b !== null && a.value.equals(b.value);
  const row =
    rows.find(({ range }) => meets(range.high, gap.low)) ?? rows.find(({ range }) => meets(range.low, gap.high));
  return row?.path ?? null;
}

/**
 * Two rows that hold the same number, where the later one says so itself. A row `from: 75` under a row `from: 90` means
 * "from 75 up to 90": it does not name the edge that faces the earlier row.
 */
function overlaps({ node, possible, certain, rows }: Table, view: SchemeView): Finding[] {
  return rows.flatMap((row, at) => {
    const before = rows.slice(0, at);
    if (isShadowed(row, possible, before)) return [];
    return before.flatMap((earlier) => {
      const common = ranges.intersect(certain, ranges.intersect(earlier.range, row.range));
      if (ranges.isEmpty(common) || !facesWithAnEdge(earlier.range, row.range)) return [];
      const text = bandTexts.overlap(
        node.tree.title,
        rangeText(common),
        ranges.witness(common),
        rangeText(earlier.range),
        rangeText(row.range),
      );
      return [view.finding('warning', 'bands.overlap', text, row.path, node.clause)];
    });
  });
}

/** Whether earlier rows, taken together, hold all that a row holds. */
function isShadowed({ range }: Row, possible: Range, earlier: readonly Row[]): boolean {
  return remaining(ranges.intersect(possible, range), earlier).length === 0;
}

function facesWithAnEdge(earlier: Range, later: Range): boolean {
  const below = (a: ranges.End | null, b: ranges.End | null): boolean =>
    a === null ? b !== null : b !== null && a.value.compare(b.value) < 0;
  if (below(later.low, earlier.low)) return later.high !== null && earlier.low !== null;
  if (earlier.high !== null && (later.high === null || later.high.value.compare(earlier.high.value) > 0)) {
    return later.low !== null;
  }
  return false; // wholly inside the earlier one
}

function unreached({ node, possible, rows }: Table, view: SchemeView): Finding[] {
  return rows.flatMap((row, at) => {
    const { range, path } = row;
    if (range.low === null && range.high === null) return [];
    const { title } = node.tree;
    const within = ranges.intersect(possible, range);
    if (ranges.isEmpty(within)) {
      const text = bandTexts.outOfReach(title, rangeText(range), rangeText(possible));
      return [view.finding('warning', 'bands.out-of-reach', text, path, node.clause)];
    }
    if (!isShadowed(row, possible, rows.slice(0, at))) return [];
    return [view.finding('warning', 'bands.shadowed', bandTexts.shadowed(title, rangeText(range)), path, node.clause)];
  });
}

/** Marks that rise and fall in turn: the one row without which they would go one way is the doubtful one. */
function direction({ node, rows }: Table, view: SchemeView): Finding[] {
  const ordered = [...rows].sort((a, b) => compareRows(a.range, b.range));
  const marks = ordered.flatMap((row) => (row.marks === null ? [] : [row.marks]));
  if (marks.length < ordered.length || turns(marks) < 2) return [];
  const odd = marks.findIndex((_, at) => turns(marks.filter((__, other) => other !== at)) === 0);
  const row = ordered[odd];
  if (row === undefined) return [];
  const neighbours = [marks[odd - 1], marks[odd + 1]].flatMap((mark) => (mark === undefined ? [] : [mark]));
  const text = bandTexts.direction(node.tree.title, rangeText(row.range), marks[odd] as Fraction, neighbours);
  return [view.finding('warning', 'bands.direction', text, row.path, node.clause)];
}

/** Two rows side by side that are written apart and give the same. */
function same({ node, rows }: Table, view: SchemeView): Finding[] {
  const ordered = [...rows].sort((a, b) => compareRows(a.range, b.range));
  return ordered.slice(1).flatMap((row, at) => {
    const before = ordered[at] as Row;
    if (row.result !== before.result) return [];
    const later = rows.indexOf(row) > rows.indexOf(before) ? row : before;
    const text = basisTexts.sameBands(node.tree.title, rangeText(later.range), row.result);
    return [view.finding('note', 'bands.same', text, later.path, node.clause)];
  });
}

/** By the lower ends, an open one first; at the same by the upper ends, an open one last. */
function compareRows(a: Range, b: Range): number {
  return compareEnds(a.low, b.low, -1) || compareEnds(a.high, b.high, 1);
}

/** `open`: on which side of all numbers an open end lies; there, at the same number, the included one lies too. */
function compareEnds(a: ranges.End | null, b: ranges.End | null, open: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? open : -open;
  return a.value.compare(b.value) || (a.included === b.included ? 0 : a.included ? open : -open);
}

/** How often a row of numbers changes between rising and falling. */
function turns(marks: readonly Fraction[]): number {
  const signs = marks.slice(1).map((mark, at) => mark.compare(marks[at] as Fraction));
  const moving = signs.filter((sign) => sign !== 0);
  return moving.slice(1).filter((sign, at) => sign !== moving[at]).length;
}
