import { findMarks } from '../template/marked-table.ts';
import { changeMapping } from './answer.ts';
import { fingerprintOf, titleKey } from './column-title.ts';
import { isNumeric } from './column-values.ts';
import { sheetContext, type SheetContext } from './find-context.ts';
import { needsYear } from './find-period.ts';
import { findHeader, headerAt, type FoundHeader } from './header-rows.ts';
import { knownTitles } from './known-title.ts';
import { isOwnTable } from './own-table.ts';
import {
  columnFacts,
  earlierColumn,
  findSubjectColumns,
  type ColumnChoice,
  type ColumnFacts,
} from './propose-columns.ts';
import type { ProposeContext } from './propose-context.ts';
import { inRole, proposeRole } from './propose-role.ts';
import { fixedOfRatings, ratedRules } from './rating-context.ts';
import { isDataRow } from './row-kind.ts';
import type { SheetChoice, SheetDraft, Verdict } from './sheet-draft.ts';
import type { SheetGrid } from './sheet-grid.ts';
import {
  NOT_APPLICABLE_WORDS,
  tableKey,
  type ColumnMapping,
  type ColumnMeaning,
  type SheetMapping,
  type SheetRole,
} from './sheet-mapping.ts';
import { fractionsOf } from './find-fractions.ts';
import { IGNORE, vagueChoice } from './table-columns.ts';
import { partsOf } from './table-parts.ts';
import { unitFactor } from './units.ts';
import { suited, wantedKinds } from './wanted-period.ts';

const UNREAD = { means: IGNORE, confidence: 0, reason: 'none' } as const;

/** The tables of a sheet, and what each of them is taken for. */
export function proposeSheet(grid: SheetGrid, context: ProposeContext): readonly SheetChoice[] {
  const { table, rows } = grid;
  const given = context.given.get(keyOf(grid));
  if (given?.role === undefined || given.role === 'own') {
    if (findMarks(table) !== null) return [plain(grid, 'own', true)];
    if (given === undefined && table.hidden) return [plain(grid, 'ignore', true)];
    if (rows.length === 0) return [plain(grid, 'ignore', true)];
    if (given?.role === 'own' || isOwnTable(grid, context)) return [plain(grid, 'own', true)];
  }
  const isKnown = knownTitles(context);
  const parts = partsOf(grid, context, isKnown);
  // Of tables that are one after all, the header is that of the first.
  if (given?.isOneTable === true) return [proposeTable(grid, context, findHeader(parts[0]!, isKnown))];
  return parts.map((part) => proposeTable(part, context));
}

/** `usual`: where the header stands unless a person says otherwise. */
function proposeTable(
  grid: SheetGrid,
  context: ProposeContext,
  usual?: { readonly first: number; readonly last: number },
): SheetChoice {
  const given = context.given.get(keyOf(grid));
  const rows = given?.header ?? usual;
  const header = rows ? headerAt(grid, rows.first, rows.last) : findHeader(grid, knownTitles(context));
  const leaves = header.titles.map((parts) => parts.at(-1) ?? '');
  const repeats = (cells: readonly string[]) =>
    cells.every((cell, at) => cell.replace(/\s+/g, '') === (leaves[at] ?? ''));
  const dataRows = grid.rows.filter(({ row, cells }) => row >= header.dataFirst && isDataRow(cells) && !repeats(cells));
  const facts = columnFacts(header.titles, dataRows, grid.width, context);
  const around = sheetContext(grid, header.first || header.dataFirst, context);
  const fingerprint = fingerprintOf(facts.map(({ title }) => title.text));
  const earlier = context.earlier.find((one) => one.fingerprint === fingerprint && one.role !== 'own') ?? null;
  const subject = findSubjectColumns(facts, context);
  const draft = { grid, header, dataRows, facts, around, fingerprint, subject, context };
  const proposed = earlier === null ? proposeRole(draft) : fromEarlier(draft, earlier);
  return choiceOf(draft, given?.role === undefined ? proposed : inRole(draft, given.role, proposed));
}

function keyOf({ table, area }: SheetGrid): string {
  const { file, sheet, copy } = table;
  return tableKey({ file, sheet, ...(copy === undefined ? {} : { copy }), ...(area ? { area } : {}) });
}

/** The sheet as last year, with this year's rows and period. */
function fromEarlier(draft: SheetDraft, earlier: SheetMapping): Verdict {
  const columns = draft.facts.map((facts): ColumnChoice => {
    const found =
      earlierColumn(earlier, facts.title) ??
      earlier.columns.find(
        ({ column, title }) => column === facts.column && titleKey(title) === titleKey(facts.title.text),
      );
    // Nobody has said what it is: it is asked again.
    if (found?.open) return facts.matches.length > 0 ? vagueChoice(facts) : { facts, ...UNREAD };
    return found
      ? { facts, means: thisYear(found.means, facts, draft.around), confidence: 1, reason: 'earlier', earlier: found }
      : { facts, ...UNREAD };
  });
  const fixed = Object.fromEntries(Object.entries(earlier.fixed).filter(([field]) => field !== 'period'));
  return {
    role: earlier.role,
    columns,
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
      ...(earlier.units && { units: earlier.units }),
      ...(earlier.withoutHiddenRows && { withoutHiddenRows: true as const }),
      ...namedWithOf(draft, earlier),
    },
  };
}

/** The column that told namesakes apart, where it stands now. */
function namedWithOf({ facts }: SheetDraft, { namedWith, columns }: SheetMapping): Pick<SheetMapping, 'namedWith'> {
  const before = columns.find(({ column }) => column === namedWith);
  const now = before && facts.find(({ title }) => titleKey(title.text) === titleKey(before.title));
  return now ? { namedWith: now.column } : {};
}

function thisYear(means: ColumnMeaning, { title }: ColumnFacts, { year }: SheetContext): ColumnMeaning {
  if ((means.kind !== 'figure' && means.kind !== 'of-subject') || means.period === undefined) return means;
  if (title.period !== '' && !needsYear(title.period)) return { ...means, period: title.period };
  return year === '' ? means : { ...means, period: year + means.period.slice(4) };
}

function choiceOf(draft: SheetDraft, { role, more, ...verdict }: Verdict): SheetChoice {
  const { columns } = verdict;
  const { grid, header, dataRows, around, context, fingerprint, subject } = draft;
  const hasPeriod = columns.some(({ means }) => means.kind === 'period');
  const wanted = wantedKinds(columns, more?.fixed?.item, context);
  const period = fixedPeriodOf(around, context.period === '' ? [] : suited(context.period, wanted));
  const fixedPeriod = hasPeriod || role === 'subjects' || period === '' ? {} : { period };
  const rules = verdict.reason === 'earlier' ? null : ratedRules(columns, more?.fixed?.item, context);
  const mapping: SheetMapping = {
    ...placeOf(grid),
    fingerprint,
    role,
    header: { first: header.first, last: header.last },
    data: { first: header.dataFirst, last: lastDataRow(grid, header, columns) },
    columns: columns.map((column) => columnMapping(column, draft, more?.fixed?.item)),
    ...unitsOfTable(columns, around, verdict.reason),
    notApplicable: NOT_APPLICABLE_WORDS,
    subjects: {},
    ...more,
    fixed: { ...fixedPeriod, ...(rules ? fixedOfRatings(rules, columns, grid, around) : {}), ...more?.fixed },
  };
  const namedWith = context.given.get(keyOf(grid))?.namedWith;
  const chosen = namedWith === undefined ? mapping : changeMapping(mapping, [{ kind: 'named-with', namedWith }]);
  return { ...verdict, grid, mapping: chosen, subject, context: around, dataRows };
}

/** The period that is named alone, else the one that is being worked on, unless others are named. */
function fixedPeriodOf({ periods }: SheetContext, current: readonly string[]): string {
  const [first] = periods;
  if (periods.length === 1 && first !== undefined && !needsYear(first)) return first;
  const isPossible = current.length === 1 && (periods.length < 2 || periods.includes(current[0]!));
  return isPossible ? current[0]! : '';
}

/** What the figures of rows are counted in, where no column stands for one item alone. */
function unitsOfTable(
  columns: readonly ColumnChoice[],
  { units }: SheetContext,
  reason: Verdict['reason'],
): Pick<SheetMapping, 'units'> {
  const areItemsBelow = columns.some(({ means }) => means.kind === 'of-subject' || means.kind === 'item');
  return areItemsBelow && units.length > 0 && reason !== 'earlier' ? { units } : {};
}

/** `rowItem`: the item of all rows, where the table has one. */
function columnMapping(choice: ColumnChoice, draft: SheetDraft, rowItem?: string): ColumnMapping {
  const { facts, means, earlier } = choice;
  const { column, title, values } = facts;
  const { titles, items } = draft.context;
  const item = means.kind === 'figure' ? means.item : means.kind === 'value' ? rowItem : undefined;
  const declaration = item === undefined ? undefined : items.find(item)?.rules.declaration;
  const fractions = declaration && fractionsOf(values, declaration, earlier);
  const base = { column, title: title.text, means, ...(fractions && { fractions }) };
  if (earlier) {
    const { words, factor, empty } = earlier;
    return {
      ...base,
      ...(words && { words }),
      ...(factor !== undefined && { factor }),
      ...(empty !== undefined && { empty }),
    };
  }
  if (means.kind === 'item') {
    const known = [...values.texts.keys()].map((text) => [text, titles.named(text)] as const);
    const words = Object.fromEntries(known.filter(([text, item]) => item !== null && items.find(text) === null));
    return { ...base, words: words as Record<string, string> };
  }
  if (item === undefined) return means.kind === 'ignore' && isOpen(choice) ? { ...base, open: true } : base;
  const unit = unitOfColumn(facts, draft.around, declaration?.unit ?? '');
  const factor = unit.header === '' ? null : unitFactor(unit.header, unit.input);
  return factor === null || factor === '1' ? base : { column, title: title.text, means, factor };
}

/** Somebody must say what the column is before it can be read. */
function isOpen({ isVague, contested, alternatives }: ColumnChoice): boolean {
  return isVague === true || contested !== undefined || (alternatives?.length ?? 0) > 1;
}

/** The unit that is named for a column, by its own title or for the whole sheet, and that of its item. */
export function unitOfColumn(
  { title }: Pick<ColumnFacts, 'title'>,
  around: SheetContext,
  input: string,
): { header: string; input: string } {
  if (title.unit !== '') return { header: title.unit, input };
  // What holds for the sheet holds for the columns that can have such a unit.
  const meant = input === '' ? undefined : around.units.find((unit) => unitFactor(unit, input) !== null);
  return { header: meant ?? '', input };
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

function plain(grid: SheetGrid, role: SheetRole, isSure: boolean): SheetChoice {
  const mapping: SheetMapping = {
    ...placeOf(grid),
    fingerprint: '',
    role,
    header: { first: 0, last: 0 },
    data: { first: 1, last: null },
    fixed: {},
    columns: [],
    notApplicable: [],
    subjects: {},
  };
  const context: SheetContext = { periods: [], year: '', isYearAssumed: false, items: [], units: [], texts: [] };
  return { grid, mapping, confidence: 1, reason: 'known', columns: [], subject: null, context, dataRows: [], isSure };
}

function placeOf({ table, area }: SheetGrid): Pick<SheetMapping, 'file' | 'sheet' | 'copy' | 'area'> {
  const { file, sheet, copy } = table;
  return { file, sheet, ...(copy === undefined ? {} : { copy }), ...(area ? { area } : {}) };
}
