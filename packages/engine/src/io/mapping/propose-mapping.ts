import { reasonTexts } from '../../locale/mapping-texts.ts';
import type { Subject } from '../../data/dataset.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import { FindingLog, ImportRefused } from '../findings.ts';
import { ItemIndex } from '../item-index.ts';
import { readSubjects } from '../read-subjects.ts';
import { ofCopy, withCopies } from '../file-copies.ts';
import { FileShelf } from '../file-shelf.ts';
import type { FileBytes, OpenedFile } from '../read-tables.ts';
import { recogniseTables } from '../recognise.ts';
import { SubjectIndex } from '../subject-index.ts';
import type { Table } from '../table.ts';
import { readTemplates } from '../template/read-templates.ts';
import type { MappingProposal, SheetProposal } from './mapping-proposal.ts';
import { ItemTitles } from './match-items.ts';
import { subjectCandidates } from './match-subjects.ts';
import type { GivenTable, ProposeContext } from './propose-context.ts';
import { proposeSheet, unitOfColumn } from './propose-sheet.ts';
import { questionsOf } from './questions.ts';
import { RowKinds } from './row-kind.ts';
import { readGrid, type SheetGrid } from './sheet-grid.ts';
import type { SheetChoice } from './sheet-draft.ts';
import { tableKey, type ColumnMapping, type SheetMapping } from './sheet-mapping.ts';
import { subjectOf } from './subject-of.ts';
import { mappedSubjects } from './mapped-subjects.ts';
import { titleWord } from './title-word.ts';
import { unitFactor } from './units.ts';

export interface ProposeOptions {
  /** Subjects that earlier imports list. */
  readonly subjects?: readonly Subject[];
  /** Mappings of earlier imports; the later ones count. */
  readonly earlier?: readonly SheetMapping[];
  /** The period that is being worked on, for sheets that name none. */
  readonly period?: string;
  /** What a person has said of tables of an earlier proposal for the same files. */
  readonly given?: readonly GivenTable[];
  /** Where files stand that have been read before. */
  readonly shelf?: FileShelf;
}

/** A file that cannot be read has no tables; the import itself says why. */
export async function proposeMapping(
  files: readonly FileBytes[],
  inputs: readonly InputDeclaration[],
  options: ProposeOptions = {},
): Promise<MappingProposal> {
  const tables: Table[] = [];
  const { shelf = new FileShelf() } = options;
  for (const file of withCopies(files)) {
    // One after the other: a workbook in memory is heavy.
    // oxlint-disable-next-line no-await-in-loop
    tables.push(...ofCopy(tablesOf(await shelf.open(file)), file));
  }
  return proposeForTables(tables, inputs, options);
}

export function proposeForTables(
  tables: readonly Table[],
  inputs: readonly InputDeclaration[],
  { subjects = [], earlier = [], period = '', given = [] }: ProposeOptions = {},
): MappingProposal {
  const items = new ItemIndex(inputs);
  const titles = new ItemTitles(inputs, items);
  const grids = tables.flatMap((table) => gridOf(table) ?? []);
  const newestFirst = [...earlier].reverse();
  const said = new Map(given.map((one) => [one.key, one]));
  const base = { inputs, items, titles, earlier: newestFirst, period, given: said };
  const known = new SubjectIndex();
  for (const subject of subjects) known.add(subject);
  // Lists of subjects first: by them the columns of all other sheets are known.
  const first = grids.flatMap((grid) => proposeSheet(grid, { ...base, subjects: known }));
  const { roll, lists } = findRoll(tables, first, items, known);
  const context: ProposeContext = { ...base, subjects: roll };
  const listed = new Map([...lists].map((choice) => [tableKey(choice.mapping), choice]));
  const choices = grids
    .flatMap((grid) => proposeSheet(grid, context))
    .map((choice) => listed.get(tableKey(choice.mapping)) ?? withWords(choice, context));
  const withList = roll.size > 0 ? choices : withAlsoSubjects(choices);
  const final = withList.map((choice) => withoutUnknownUnits(choice, context));
  const questions = final.flatMap((choice) => questionsOf(choice, context));
  const isOwnLayout =
    questions.length === 0 && final.every(({ mapping: { role } }) => role === 'own' || role === 'ignore');
  const counts = copyCounts(tables);
  return {
    sheets: final.map((choice) => proposalOf(choice, context, counts)),
    questions,
    subjects: roll.all().map(({ id, name }) => ({ id, name })),
    isOwnLayout,
  };
}

function tablesOf(opened: OpenedFile): readonly Table[] {
  try {
    return opened(new FindingLog(0));
  } catch (cause) {
    if (cause instanceof ImportRefused) return [];
    throw cause;
  }
}

function gridOf(table: Table): SheetGrid | null {
  try {
    return readGrid(table);
  } catch (cause) {
    if (cause instanceof ImportRefused) return null;
    throw cause;
  }
}

/** Everybody who is scored, and the sheets that say so. A sheet that only may be a list is one where there is no other. */
function findRoll(
  tables: readonly Table[],
  choices: readonly SheetChoice[],
  items: ItemIndex,
  known: SubjectIndex,
): { roll: SubjectIndex; lists: ReadonlySet<SheetChoice> } {
  const possible = choices.filter(({ mapping }) => mapping.role === 'subjects');
  const sure = possible.filter(({ isSure }) => isSure);
  const others = choices.filter((choice) => !possible.includes(choice));
  let lists = sure;
  let roll = rollOf(tables, [...others, ...sure], items, known);
  if (roll.size === 0 && known.size === 0) {
    lists = possible;
    roll = rollOf(tables, choices, items, known);
  }
  for (const subject of known.all()) if (roll.get(subject.id) === undefined) roll.add(subject);
  return { roll, lists: new Set(lists) };
}

/** Everybody whom lists among the files name. What is wrong with such a list the import itself will say. */
function rollOf(
  tables: readonly Table[],
  choices: readonly SheetChoice[],
  items: ItemIndex,
  known: SubjectIndex,
): SubjectIndex {
  const roll = new SubjectIndex();
  const log = new FindingLog(0);
  const own = tables.filter((table) => roleOf(table, choices) === 'own');
  const templates = readTemplates(own, items, log);
  const lists = [...templates.subjects];
  try {
    lists.push(...recogniseTables(templates.others, log, ['subjects', 'observations']));
  } catch (cause) {
    if (!(cause instanceof ImportRefused)) throw cause;
  }
  for (const { grid, mapping } of choices) {
    if (mapping.role === 'subjects') lists.push(mappedSubjects(grid.table, mapping, { subjects: roll, known }, null));
  }
  for (const list of lists.filter(({ kind }) => kind === 'subjects')) {
    readSubjects(list, { subjects: roll, log, counts: { read: 0, refused: 0, rows: [] } });
  }
  return roll;
}

function roleOf(table: Table, choices: readonly SheetChoice[]): string {
  return choices.find(({ mapping }) => tableKey(mapping) === tableKey(table))?.mapping.role ?? '';
}

/** Words that are titles of the vocabulary, and their words. */
function withWords(choice: SheetChoice, { items }: ProposeContext): SheetChoice {
  const inSheet = choice.columns.flatMap(({ means, facts }) => {
    if (means.kind === 'figure') return [means.item];
    return means.kind === 'item' ? [...facts.values.texts.keys()] : [];
  });
  const fixed = choice.mapping.fixed.item;
  const ids = new Set([...inSheet, ...(fixed === undefined ? [] : [fixed]), ...Object.values(itemWords(choice))]);
  const rules = [...ids].flatMap((id) => items.find(id)?.rules ?? []);
  const columns = choice.mapping.columns.map((column): ColumnMapping => {
    const facts = choice.columns.find((one) => one.facts.column === column.column)?.facts;
    if (!facts || column.words !== undefined) return column;
    const { means } = column;
    const texts = [...facts.values.texts.keys()];
    const own = means.kind === 'figure' ? items.find(means.item)?.rules : undefined;
    const declared = own ? [own] : means.kind === 'category' || means.kind === 'value' ? rules : [];
    const pairs = texts.flatMap((text) => {
      for (const { declaration, words, categories } of declared) {
        const list = means.kind === 'category' ? categories : words;
        if (list.find(text) !== null) return [];
        const word = titleWord(text, means.kind === 'category' ? declaration.categoryTitles : declaration.wordTitles);
        if (word !== null) return [[text, word] as const];
      }
      return [];
    });
    return pairs.length === 0 ? column : { ...column, words: Object.fromEntries(pairs) };
  });
  return { ...choice, mapping: { ...choice.mapping, columns } };
}

function itemWords({ mapping }: SheetChoice): Readonly<Record<string, string>> {
  return mapping.columns.find(({ means }) => means.kind === 'item')?.words ?? {};
}

/** Where nobody lists the subjects, the first table of figures does. */
function withAlsoSubjects(choices: readonly SheetChoice[]): readonly SheetChoice[] {
  const at = choices.findIndex(
    ({ mapping, columns }) =>
      (mapping.role === 'wide' || mapping.role === 'long') && columns.some(({ means }) => means.kind === 'subject'),
  );
  const isListed = choices.some(({ mapping }) => mapping.alsoSubjects === true);
  if (at < 0 || isListed) return choices;
  return choices.map((choice, index) =>
    index === at ? { ...choice, mapping: { ...choice.mapping, alsoSubjects: true } } : choice,
  );
}

/** A figure in a unit that cannot be converted stays out until somebody has said what to do. */
function withoutUnknownUnits(choice: SheetChoice, { items }: ProposeContext): SheetChoice {
  if (choice.reason === 'earlier') return choice;
  const columns = choice.mapping.columns.map((column): ColumnMapping => {
    const { means } = column;
    const facts = choice.columns.find((one) => one.facts.column === column.column)?.facts;
    const item = means.kind === 'figure' ? means.item : means.kind === 'value' ? choice.mapping.fixed.item : undefined;
    if (item === undefined || !facts) return column;
    const { header, input } = unitOfColumn(facts, choice.context, items.find(item)?.rules.declaration.unit ?? '');
    const isUnknown = header !== '' && input !== '' && unitFactor(header, input) === null;
    return isUnknown ? { ...column, means: { kind: 'ignore' }, open: true } : column;
  });
  return { ...choice, mapping: { ...choice.mapping, columns } };
}

/** How many files there are of each name. */
function copyCounts(tables: readonly Table[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { file, copy = 1 } of tables) counts.set(file, Math.max(counts.get(file) ?? 1, copy));
  return counts;
}

const FIRST_ROWS = 12;
const LAST_ROWS = 3;

const MOST_TEXTS = 200;

function proposalOf(
  choice: SheetChoice,
  { subjects }: ProposeContext,
  counts: ReadonlyMap<string, number>,
): SheetProposal {
  const { grid, mapping, confidence, reason, columns } = choice;
  const { rows, table } = grid;
  const kinds = new RowKinds(mapping, (text) => subjectOf(text, mapping, subjects).id !== null, table.hiddenRows);
  const shown =
    rows.length <= FIRST_ROWS + LAST_ROWS ? rows : [...rows.slice(0, FIRST_ROWS), ...rows.slice(-LAST_ROWS)];
  const all = columns.some(({ means }) => means.kind === 'of-subject') ? subjects.all() : [];
  return {
    key: tableKey(mapping),
    copy: { number: mapping.copy ?? 1, of: counts.get(mapping.file) ?? 1 },
    mapping,
    confidence,
    reason,
    reasonText: reasonTexts[reason],
    hidden: table.hidden,
    columns: columns.map((column) => ({
      column: column.facts.column,
      title: column.facts.title.text,
      means: mapping.columns.find((one) => one.column === column.facts.column)?.means ?? column.means,
      confidence: column.confidence,
      reason: column.reason,
      reasonText: reasonTexts[column.reason],
      unit: column.facts.title.unit,
      sample: [...column.facts.values.texts.keys()].slice(0, 5),
      texts: [...column.facts.values.texts].slice(0, MOST_TEXTS).map(([text, row]) => ({ text, row })),
      others: column.facts.matches.map(({ item }) => item).slice(0, 5),
      subjects: subjectCandidates(column.facts.title.parts.at(-1) ?? '', all).map(({ id, name }) => ({ id, name })),
    })),
    preview: shown.map(({ row, cells }) => ({ row, kind: kinds.of(cells, row), cells })),
    rows: rows.length,
  };
}
