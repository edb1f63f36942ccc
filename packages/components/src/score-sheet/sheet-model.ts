import { compareDecimals, isDecimal } from '@kaoheng/engine/reader';
import type { Explanation, Figure, NodeRole, ScoreSheet, SheetLine } from '@kaoheng/engine/reader';

/** A line of the sheet as it stands in the table. */
export interface SheetRow {
  readonly line: SheetLine;
  /** Depth from 0, limited to what the indentation shows. */
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
  /** Row of the node above, or -1. */
  readonly parent: number;
}

/** Sheets with more lines than this open with their upper levels only. */
const LONG_SHEET = 45;
const LEVELS_OF_LONG_SHEET = 2;

export function linesOf(sheet: ScoreSheet, role: NodeRole): readonly SheetLine[] {
  return sheet.lines.filter(({ node }) => node.role === role);
}

/** Ids of lines that have lines below them. */
export function branchIds(lines: readonly SheetLine[]): ReadonlySet<string> {
  const ids = new Set(lines.map(({ node }) => node.id));
  return new Set(lines.flatMap(({ node }) => (node.parent !== null && ids.has(node.parent) ? [node.parent] : [])));
}

/** Branches that are closed when a sheet is opened. */
export function initiallyCollapsed(lines: readonly SheetLine[]): ReadonlySet<string> {
  if (lines.length <= LONG_SHEET) return new Set();
  const branches = branchIds(lines);
  return new Set(
    lines.flatMap(({ node, depth }) => (depth >= LEVELS_OF_LONG_SHEET - 1 && branches.has(node.id) ? [node.id] : [])),
  );
}

/** The rows in sight: lines below a collapsed branch are left out. */
export function sheetRows(lines: readonly SheetLine[], collapsed: ReadonlySet<string>): readonly SheetRow[] {
  const branches = branchIds(lines);
  const hidden = new Set<string>();
  const position = new Map<string, number>();
  const rows: SheetRow[] = [];
  for (const line of lines) {
    const { id, parent } = line.node;
    if (parent !== null && (hidden.has(parent) || (collapsed.has(parent) && branches.has(parent)))) {
      hidden.add(id);
      continue;
    }
    position.set(id, rows.length);
    rows.push({
      line,
      depth: line.depth,
      hasChildren: branches.has(id),
      isExpanded: !collapsed.has(id),
      parent: parent === null ? -1 : (position.get(parent) ?? -1),
    });
  }
  return rows;
}

/**
 * Lines that cost marks, without their tree, the largest loss first: where to look for what to mend. What was not
 * delivered may cost its full marks; deductions cost what they take off.
 */
export function rowsByLoss(lines: readonly SheetLine[]): readonly SheetRow[] {
  const branches = branchIds(lines);
  return lines
    .flatMap((line) => {
      const loss = branches.has(line.node.id) ? null : lossOf(line);
      return loss === null ? [] : [{ line, loss }];
    })
    .sort((left, right) => compareDecimals(right.loss, left.loss))
    .map(({ line }) => ({ line, depth: 0, hasChildren: false, isExpanded: false, parent: -1 }));
}

function lossOf({ node, figure, max, lost }: SheetLine): string | null {
  if (figure.state === 'missing') return max?.state === 'value' ? max.text : '0';
  if (node.role === 'adjustment')
    return isDecimal(figure.text) && (figure.number ?? 0) < 0 ? figure.text.slice(1) : null;
  return lost?.state === 'value' && (lost.number ?? 0) > 0 ? lost.text : null;
}

/** Columns that at least one line fills; an empty column would only widen the sheet. */
export interface SheetColumns {
  readonly max: boolean;
  readonly lost: boolean;
  readonly mean: boolean;
  readonly best: boolean;
  readonly previous: boolean;
  readonly clause: boolean;
}

export function sheetColumns(sheet: ScoreSheet): SheetColumns {
  const some = (column: (line: SheetLine) => Figure | null) => sheet.lines.some((line) => column(line) !== null);
  return {
    max: some((line) => line.max),
    lost: some((line) => line.lost),
    // Of a group of one the mean is its own figure. Schemes without ranks count nobody as ranked.
    mean: sheet.ranked !== 1 && some((line) => line.groupMean),
    best: sheet.ranked !== 1 && some((line) => line.groupBest),
    previous: some((line) => line.previous),
    clause: sheet.lines.some(({ node }) => node.clause !== ''),
  };
}

/** Share of full marks, for drawing. */
export function shareOf(figure: Figure | null, max: Figure | null): number | null {
  if (figure?.number == null || max?.number == null || max.number <= 0) return null;
  return figure.number / max.number;
}

/** What a sheet alone can say about a figure, for results that were published without calculations. */
export function sketchOf(sheet: ScoreSheet, line: SheetLine, period: string, figure: Figure): Explanation {
  return {
    part: sheet.part.id,
    period,
    subject: sheet.label.subject,
    subjectName: sheet.label.name,
    node: line.node.id,
    title: line.node.title,
    figure,
    max: line.max,
    clause: line.node.clause,
    rule: line.node.rule,
    arithmetic: '',
    steps: [],
    inputs: [],
    figures: [],
    state: null,
  };
}
