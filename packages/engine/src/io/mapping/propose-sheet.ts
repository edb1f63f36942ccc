import { kindOfHeader, readHeader, REQUIRED_COLUMNS } from '../header.ts';
import { findMarks } from '../template/marked-table.ts';
import { fingerprintOf, readTitle, titleKey } from './column-title.ts';
import { isNumeric, share } from './column-values.ts';
import { sheetContext, type SheetContext } from './find-context.ts';
import { needsYear, withYear } from './find-period.ts';
import { findHeader, type FoundHeader } from './header-rows.ts';
import { knownMeanings } from './known-columns.ts';
import type { ProposalReason } from './mapping-proposal.ts';
import { CERTAIN } from './match-items.ts';
import {
  assignItems,
  columnFacts,
  earlierColumn,
  findItemColumn,
  findSubjectColumns,
  isSubjectWord,
  knownField,
  type ColumnChoice,
  type ColumnFacts,
  type SubjectColumns,
} from './propose-columns.ts';
import type { ProposeContext } from './propose-context.ts';
import { isFooter, isTotal } from './row-kind.ts';
import type { GridRow, SheetGrid } from './sheet-grid.ts';
import {
  NOT_APPLICABLE_WORDS,
  type ColumnMapping,
  type ColumnMeaning,
  type SheetMapping,
  type SheetRole,
} from './sheet-mapping.ts';
import { unitFactor } from './units.ts';

/** What a sheet is taken for, and what is known about it. */
export interface SheetChoice {
  readonly grid: SheetGrid;
  readonly mapping: SheetMapping;
  readonly confidence: number;
  readonly reason: ProposalReason;
  readonly columns: readonly ColumnChoice[];
  readonly subject: SubjectColumns | null;
  readonly context: SheetContext;
  readonly dataRows: readonly GridRow[];
  /** Nobody need be asked what the sheet is. */
  readonly isSure: boolean;
}

const IGNORE: ColumnMeaning = { kind: 'ignore' };

export function proposeSheet(grid: SheetGrid, context: ProposeContext): SheetChoice {
  const { table, rows } = grid;
  if (findMarks(table) !== null) return plain(grid, 'own', true);
  if (table.hidden || rows.length === 0) return plain(grid, 'ignore', true);
  if (isOwnTable(grid, context)) return plain(grid, 'own', true);
  const header = findHeader(grid, (text) => knownTitle(text, context));
  const leaves = header.titles.map((parts) => parts.at(-1) ?? '');
  const repeats = (cells: readonly string[]) => cells.every((cell, at) => cell.replace(/\s+/g, '') === leaves[at]);
  const dataRows = rows.filter(({ row, cells }) => row >= header.dataFirst && isDataRow(cells) && !repeats(cells));
  const facts = columnFacts(header.titles, dataRows, grid.width, context);
  const around = sheetContext(grid, header.first || header.dataFirst, context);
  const fingerprint = fingerprintOf(facts.map(({ title }) => title.text));
  const earlier = context.earlier.find((one) => one.fingerprint === fingerprint && one.role !== 'own') ?? null;
  const subject = findSubjectColumns(facts, context);
  const draft = { grid, header, dataRows, facts, around, fingerprint, earlier, subject, context };
  if (earlier !== null) return fromEarlier(draft, earlier);
  return fresh(draft);
}

interface Draft {
  readonly grid: SheetGrid;
  readonly header: FoundHeader;
  readonly dataRows: readonly GridRow[];
  readonly facts: readonly ColumnFacts[];
  readonly around: SheetContext;
  readonly fingerprint: string;
  readonly earlier: SheetMapping | null;
  readonly subject: SubjectColumns;
  readonly context: ProposeContext;
}

/** The sheet as last year, with this year's rows and period. */
function fromEarlier(draft: Draft, earlier: SheetMapping): SheetChoice {
  const columns = draft.facts.map((facts): ColumnChoice => {
    const found =
      earlierColumn(earlier, facts.title) ??
      earlier.columns.find(
        ({ column, title }) => column === facts.column && titleKey(title) === titleKey(facts.title.text),
      );
    return found
      ? { facts, means: thisYear(found.means, facts, draft.around), confidence: 1, reason: 'earlier', earlier: found }
      : { facts, means: IGNORE, confidence: 0, reason: 'none' };
  });
  const fixed = Object.fromEntries(Object.entries(earlier.fixed).filter(([field]) => field !== 'period'));
  return choice(draft, earlier.role, columns, {
    confidence: 1,
    reason: 'earlier',
    isSure: true,
    more: {
      fixed,
      notApplicable: earlier.notApplicable,
      subjects: Object.fromEntries(
        Object.entries(earlier.subjects).filter(([, id]) => id === '' || draft.context.subjects.get(id) !== undefined),
      ),
      ...(earlier.alsoSubjects === undefined ? {} : { alsoSubjects: earlier.alsoSubjects }),
    },
  });
}

function thisYear(means: ColumnMeaning, { title }: ColumnFacts, { periods }: SheetContext): ColumnMeaning {
  if (means.kind !== 'figure' || means.period === undefined) return means;
  if (title.period !== '' && !needsYear(title.period)) return { ...means, period: title.period };
  if (periods[0] === undefined) return means;
  return { ...means, period: periods[0].slice(0, 4) + means.period.slice(4) };
}

function fresh(draft: Draft): SheetChoice {
  const { facts, subject, context, around, header } = draft;
  const subjectFacts = [subject.subject, subject.name].filter((column) => column !== null);
  const itemColumn = findItemColumn(facts, context, subjectFacts);
  const free = facts.filter((column) => !subjectFacts.includes(column) && column !== itemColumn);
  const figures = assignItems(free.filter((column) => isFigure(column)));
  const byPeriod = free.filter((column) => column.title.period !== '' && column.title.spellings.length === 0);
  const sureFigures = [...figures.values()].filter(({ confidence }) => confidence >= CERTAIN).length;
  const [fixedItem] = around.items.length === 1 ? around.items : [];
  const valueColumn = free.find(
    (column) => column.known.includes('value') && (figures.get(column)?.confidence ?? 0) < 0.97,
  );
  const isWide =
    sureFigures > 0 ||
    (figures.size > 0 && fixedItem === undefined) ||
    (byPeriod.length > 0 && fixedItem !== undefined);

  if (itemColumn !== null && subject.subject !== null && valueColumn !== undefined && sureFigures < 2) {
    return choice(draft, 'long', longColumns(draft, itemColumn, valueColumn), {
      confidence: 0.9,
      reason: 'values',
      isSure: true,
    });
  }
  if (isWide) {
    const columns = wideColumns(draft, figures, fixedItem);
    // Where it is known who the rows are about, the columns are asked about one by one.
    const isSure = sureFigures > 0 || byPeriod.length > 0 || subject.confidence > 0.9;
    return choice(draft, 'wide', columns, { confidence: isSure ? 0.9 : 0.6, reason: 'title', isSure });
  }
  if (fixedItem !== undefined && subject.subject !== null) {
    return choice(draft, 'long', longColumns(draft, null, valueColumn ?? null), {
      confidence: 0.85,
      reason: 'title',
      isSure: true,
      more: { fixed: { item: fixedItem } },
    });
  }
  if (
    subject.subject !== null &&
    header.known >= 1 &&
    (around.texts.some(isSubjectWord) || context.subjects.size === 0)
  ) {
    return choice(draft, 'subjects', subjectsColumns(draft), {
      confidence: 0.8,
      reason: 'known',
      isSure: around.texts.some(isSubjectWord),
    });
  }
  // A cover or a page of explanations has no table in it.
  const isText =
    header.known < 1 || draft.dataRows.length === 0 || !draft.dataRows.some(({ cells }) => cells.some(isNumeric));
  return choice(
    draft,
    'ignore',
    facts.map((column) => ({ facts: column, means: IGNORE, confidence: 0, reason: 'none' as const })),
    {
      confidence: isText ? 0.8 : 0,
      reason: 'none',
      isSure: isText && subject.subject === null,
    },
  );
}

/** Columns that sum up, number or rank the others are no figures, unless their very title is an item. */
function isFigure({ known, matches }: ColumnFacts): boolean {
  const best = matches[0]?.confidence ?? 0;
  return best >= 0.97 || (best > 0 && !known.some((meaning) => meaning === 'ignore' || meaning === 'note'));
}

function wideColumns(
  draft: Draft,
  figures: ReturnType<typeof assignItems>,
  fixedItem: string | undefined,
): ColumnChoice[] {
  const used = new Set<string>();
  return draft.facts.map((facts): ColumnChoice => {
    const subject = subjectChoice(facts, draft.subject);
    if (subject) return subject;
    const match = figures.get(facts);
    const period = periodOf(facts, draft.around);
    if (match?.contested !== undefined) {
      return { facts, means: IGNORE, confidence: match.confidence, reason: match.reason, contested: match.contested };
    }
    if (match) return { facts, means: figure(match.item, period), confidence: match.confidence, reason: match.reason };
    if (period !== '' && facts.title.spellings.length === 0 && fixedItem !== undefined) {
      return { facts, means: figure(fixedItem, period), confidence: 0.85, reason: 'title' };
    }
    const field = knownField(facts, ['period', 'note', 'group', 'parent'], used);
    if (field !== null) {
      used.add(field);
      return { facts, means: { kind: field } as ColumnMeaning, confidence: 0.9, reason: 'known' };
    }
    return leftOver(facts);
  });
}

function longColumns(draft: Draft, item: ColumnFacts | null, value: ColumnFacts | null): ColumnChoice[] {
  const used = new Set<string>();
  const columns = draft.facts.map((facts): ColumnChoice => {
    const subject = subjectChoice(facts, draft.subject);
    if (subject) return subject;
    if (facts === item) return { facts, means: { kind: 'item' }, confidence: 0.95, reason: 'values' };
    if (facts === value) return { facts, means: { kind: 'value' }, confidence: 0.9, reason: 'known' };
    const field = knownField(facts, ['period', 'date', 'category', 'rater', 'matter', 'note'], used);
    if (field === null) return leftOver(facts);
    used.add(field);
    return { facts, means: { kind: field } as ColumnMeaning, confidence: 0.9, reason: 'known' };
  });
  return columns;
}

function subjectsColumns({ facts: all, subject }: Draft): ColumnChoice[] {
  const used = new Set<string>();
  return all.map((facts): ColumnChoice => {
    const chosen = subjectChoice(facts, subject);
    if (chosen) return chosen;
    const field = knownField(facts, ['group', 'parent'], used);
    if (field !== null) {
      used.add(field);
      return { facts, means: { kind: field } as ColumnMeaning, confidence: 0.9, reason: 'known' };
    }
    if (facts.known.includes('ignore') || facts.title.text === '')
      return { facts, means: IGNORE, confidence: 0.9, reason: 'known' };
    return { facts, means: { kind: 'attribute', name: facts.title.text }, confidence: 0.9, reason: 'known' };
  });
}

function subjectChoice(
  facts: ColumnFacts,
  { subject, by, name, confidence, reason }: SubjectColumns,
): ColumnChoice | null {
  if (facts === subject) return { facts, means: { kind: 'subject', by }, confidence, reason };
  return facts === name ? { facts, means: { kind: 'name' }, confidence, reason } : null;
}

function leftOver(facts: ColumnFacts): ColumnChoice {
  const isKnown = facts.known.length > 0 || facts.values.filled === 0;
  return { facts, means: IGNORE, confidence: isKnown ? 0.9 : 0, reason: isKnown ? 'known' : 'none' };
}

function figure(item: string, period: string): ColumnMeaning {
  return period === '' ? { kind: 'figure', item } : { kind: 'figure', item, period };
}

function periodOf({ title }: ColumnFacts, { periods }: SheetContext): string {
  if (title.period === '' || !needsYear(title.period)) return title.period;
  return periods[0] === undefined ? '' : withYear(title.period, periods[0]);
}

interface Verdict {
  readonly confidence: number;
  readonly reason: ProposalReason;
  readonly isSure: boolean;
  readonly more?: Partial<SheetMapping>;
}

function choice(draft: Draft, role: SheetRole, columns: readonly ColumnChoice[], verdict: Verdict): SheetChoice {
  const { grid, header, dataRows, around, context, fingerprint, subject } = draft;
  const hasPeriod = columns.some(({ means }) => means.kind === 'period');
  const [period] = around.periods.length === 1 && !needsYear(around.periods[0]!) ? around.periods : [context.period];
  const fixedPeriod = hasPeriod || role === 'subjects' || !period ? {} : { period };
  const mapping: SheetMapping = {
    file: grid.table.file,
    sheet: grid.table.sheet,
    fingerprint,
    role,
    header: { first: header.first, last: header.last },
    data: { first: header.dataFirst, last: lastDataRow(grid, header, columns) },
    columns: columns.map((column) => columnMapping(column, draft)),
    notApplicable: NOT_APPLICABLE_WORDS,
    subjects: {},
    ...verdict.more,
    fixed: { ...fixedPeriod, ...verdict.more?.fixed },
  };
  const { confidence, reason, isSure } = verdict;
  return { grid, mapping, confidence, reason, columns, subject, context: around, dataRows, isSure };
}

function columnMapping({ facts, means, earlier }: ColumnChoice, draft: Draft): ColumnMapping {
  const { column, title, values } = facts;
  const base = { column, title: title.text, means };
  if (earlier) {
    const { words, factor, empty } = earlier;
    return {
      ...base,
      ...(words && { words }),
      ...(factor !== undefined && { factor }),
      ...(empty !== undefined && { empty }),
    };
  }
  const { titles, items } = draft.context;
  if (means.kind === 'item') {
    const known = [...values.texts.keys()].map((text) => [text, titles.exact(text)] as const);
    const words = Object.fromEntries(known.filter(([text, item]) => item !== null && items.find(text) === null));
    return { ...base, words: words as Record<string, string> };
  }
  if (means.kind !== 'figure') return base;
  const unit = unitOfColumn(facts, draft.around, items.find(means.item)?.rules.declaration.unit ?? '');
  const factor = unit.header === '' ? null : unitFactor(unit.header, unit.input);
  return factor === null || factor === '1' ? base : { ...base, factor };
}

/** The unit that is named for a column, by its own title or for the whole sheet, and that of its item. */
export function unitOfColumn(
  { title }: ColumnFacts,
  around: SheetContext,
  input: string,
): { header: string; input: string } {
  if (title.unit !== '') return { header: title.unit, input };
  // What holds for the sheet holds for the columns that can have such a unit.
  const isMeant = around.unit !== '' && input !== '' && unitFactor(around.unit, input) !== null;
  return { header: isMeant ? around.unit : '', input };
}

/** The last row that is about somebody: what follows are totals, notes and signatures. */
function lastDataRow(grid: SheetGrid, { dataFirst }: FoundHeader, columns: readonly ColumnChoice[]): number | null {
  if (!grid.complete) return null;
  const subject = columns.find(({ means }) => means.kind === 'subject')?.facts.column;
  let last = dataFirst;
  for (const { row, cells } of grid.rows) {
    if (row < dataFirst || !isDataRow(cells)) continue;
    // A merged or empty subject beside figures is for the checks to refuse, not to be passed over.
    const hasFigure = cells.some((cell, index) => index !== subject && isNumeric(cell));
    if (subject === undefined || (cells[subject] ?? '') !== '' || hasFigure) last = row;
  }
  return last;
}

function isDataRow(cells: readonly string[]): boolean {
  const texts = cells.filter((cell) => cell !== '').slice(0, 3);
  return !texts.some((text) => isTotal(text)) && !isFooter(texts[0] ?? '');
}

/** Everything as in the program's own layout: such a table reads itself. */
function isOwnTable({ rows, table }: SheetGrid, context: ProposeContext): boolean {
  const at = rows.slice(0, 10).findIndex(({ cells }) => kindOfHeader(cells) !== null);
  if (at < 0) return false;
  const { cells, row } = rows[at]!;
  const kind = kindOfHeader(cells)!;
  const { columns, others, twice } = readHeader(kind, cells, row);
  if (twice !== null || REQUIRED_COLUMNS[kind].some((column) => !columns.has(column))) return false;
  const data = rows.slice(at + 1);
  if (table.merges?.some(({ top, bottom }) => top <= row && bottom > row)) return false;
  if (!isProgramHeader(cells) && data.some((one) => !isDataRow(one.cells))) return false;
  const facts = columnFacts(
    cells.map((cell) => [cell]),
    data,
    cells.length,
    context,
  );
  const byColumn = new Map(facts.map((one) => [one.column, one]));
  const subject = byColumn.get(columns.get('subject')!);
  if (kind === 'subjects')
    return !others.some(({ index }) => (byColumn.get(index)?.matches[0]?.confidence ?? 0) >= CERTAIN);
  const item = byColumn.get(columns.get('item')!);
  const areItems =
    !item || item.values.filled === 0 || share(item.values, (text) => context.items.find(text) !== null) >= 0.5;
  const names = subject
    ? share(subject.values, (text) => context.subjects.named(text) !== null && context.subjects.find(text) === null)
    : 0;
  return (areItems || isProgramHeader(cells)) && names < 0.5;
}

/** The very words of the program: whoever writes them means them, whatever is wrong below. */
function isProgramHeader(cells: readonly string[]): boolean {
  return REQUIRED_COLUMNS.observations.every((column) => cells.includes(column));
}

function plain(grid: SheetGrid, role: SheetRole, isSure: boolean): SheetChoice {
  const { file, sheet } = grid.table;
  const mapping: SheetMapping = {
    file,
    sheet,
    fingerprint: '',
    role,
    header: { first: 0, last: 0 },
    data: { first: 1, last: null },
    fixed: {},
    columns: [],
    notApplicable: [],
    subjects: {},
  };
  const context: SheetContext = { periods: [], items: [], unit: '', texts: [] };
  return { grid, mapping, confidence: 1, reason: 'known', columns: [], subject: null, context, dataRows: [], isSure };
}

function knownTitle(text: string, { titles }: ProposeContext): number {
  if (text.length > 60) return 0;
  const title = readTitle([text]);
  const spellings = title.spellings.slice(0, 6);
  if (spellings.some((spelling) => titles.exact(spelling) !== null)) return 1.2;
  if (spellings.some((spelling) => knownMeanings(spelling).length > 0)) return 1;
  if (title.period !== '' && spellings.length === 0) return 0.7;
  const best = titles.match(title, { texts: new Map(), filled: 0, empty: 0 })[0]?.confidence ?? 0;
  return best >= 0.6 ? 0.5 : 0;
}
