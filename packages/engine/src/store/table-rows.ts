import type { Dataset, Observation, Subject } from '../data/dataset.ts';
import type { Figure } from '../reader/figure.ts';
import type { NodeDescription, PartDescription } from '../reader/results-reader.ts';
import type { InputDeclaration } from '../scheme/input.ts';
import type { Scored, ScoredPart } from '../score/scored.ts';
import type { CellValue, ColumnSource } from './arrow-columns.ts';
import { SUBJECT_COLUMNS, TABLES, type TableName } from './schema.ts';

/** What the tables are made from. Data that could not be scored have no results. */
export interface StoreContents {
  readonly dataset: Dataset;
  readonly inputs: readonly InputDeclaration[];
  readonly scored: Scored | null;
}

/** A table ready to be written, in the order of its columns. */
export interface TableRows {
  readonly name: TableName;
  readonly length: number;
  readonly columns: readonly ColumnSource[];
}

/** The rows of one table, computed cell by cell as somebody reads them. */
export function tableRows(contents: StoreContents, table: TableName): TableRows {
  const { dataset, inputs, scored } = contents;
  switch (table) {
    case 'subjects':
      return subjectRows(dataset.subjects);
    case 'inputs':
      return inputRows(inputs);
    case 'observations':
      return observationRows(dataset.observations);
    case 'nodes':
      return nodeRows(scored);
    case 'scores':
      return scoreRows(scored);
    case 'results':
      return resultRows(scored);
    case 'outcomes':
      return outcomeRows(scored);
  }
}

/** Puts the values of a table into the order of its columns; the compiler sees to it that none is forgotten by name only. */
function rows(
  name: TableName,
  length: number,
  values: Readonly<Record<string, (row: number) => CellValue>>,
): TableRows {
  const columns = TABLES[name].columns.map(({ name: column, kind }) => {
    const at = values[column];
    if (!at) throw new Error(`${name}.${column} has no source`);
    return { name: column, kind, at };
  });
  return { name, length, columns };
}

// ---------------------------------------------------------------- data

function subjectRows(subjects: readonly Subject[]): TableRows {
  const nameOrder = orderOfNames(subjects);
  const fixed = rows('subjects', subjects.length, {
    subject: (row) => subjects[row]!.id,
    name: (row) => subjects[row]!.name,
    group: (row) => subjects[row]!.group,
    parent: (row) => subjects[row]!.parent,
    position: (row) => row + 1,
    name_order: (row) => nameOrder[row]!,
    file: (row) => subjects[row]!.origin.file,
    sheet: (row) => subjects[row]!.origin.sheet,
    line: (row) => subjects[row]!.origin.row || null,
  });
  const attributes = attributeColumns(subjects).map(({ name, attribute }): ColumnSource => ({
    name,
    kind: 'word',
    at: (row) => subjects[row]!.attributes[attribute] ?? '',
  }));
  return { ...fixed, columns: [...fixed.columns, ...attributes] };
}

/** Place of each name in Chinese order, which the database cannot find by itself. */
function orderOfNames(subjects: readonly Subject[]): Int32Array {
  const collator = new Intl.Collator('zh', { numeric: true });
  const order = subjects
    .map((_, row) => row)
    .sort((left, right) => collator.compare(subjects[left]!.name, subjects[right]!.name));
  const places = new Int32Array(subjects.length);
  order.forEach((row, place) => (places[row] = place + 1));
  return places;
}

/** Attributes under their own names; one that would clash with another column (letter case aside) gets `attribute_` before it. */
function attributeColumns(subjects: readonly Subject[]): { name: string; attribute: string }[] {
  const attributes = new Set<string>();
  for (const subject of subjects) for (const attribute of Object.keys(subject.attributes)) attributes.add(attribute);
  const taken = new Set(SUBJECT_COLUMNS.map(({ name }) => name));
  return [...attributes].map((attribute) => {
    let name = attribute;
    while (name === '' || taken.has(name.toLowerCase())) name = `attribute_${name}`;
    taken.add(name.toLowerCase());
    return { name, attribute };
  });
}

function inputRows(inputs: readonly InputDeclaration[]): TableRows {
  return rows('inputs', inputs.length, {
    item: (row) => inputs[row]!.item,
    position: (row) => row + 1,
    kind: (row) => inputs[row]!.kind,
    title: (row) => inputs[row]!.title.zh,
    title_en: (row) => inputs[row]!.title.en,
    unit: (row) => inputs[row]!.unit,
    delivered_by: (row) => inputs[row]!.from,
  });
}

function observationRows(observations: readonly Observation[]): TableRows {
  const value = (row: number): string => observations[row]!.value;
  return rows('observations', observations.length, {
    period: (row) => observations[row]!.period,
    subject: (row) => observations[row]!.subject,
    item: (row) => observations[row]!.item,
    value,
    amount: value,
    amount_number: (row) => doubleOf(value(row)),
    category: (row) => observations[row]!.category,
    rater: (row) => observations[row]!.rater,
    matter: (row) => observations[row]!.matter,
    date: (row) => observations[row]!.date,
    note: (row) => observations[row]!.note,
    file: (row) => observations[row]!.origin.file,
    sheet: (row) => observations[row]!.origin.sheet,
    cell: (row) => cellName(observations[row]!),
    line: (row) => observations[row]!.origin.row || null,
  });
}

function cellName({ origin }: Observation): string {
  return origin.row > 0 ? `${origin.column}${origin.row}` : '';
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

function doubleOf(text: string): number | null {
  return DECIMAL.test(text) ? Number(text) : null;
}

// ---------------------------------------------------------------- results

function nodeRows(scored: Scored | null): TableRows {
  const nodes = (scored?.parts ?? []).flatMap(({ description }) => {
    const depths = depthsOf(description);
    return description.nodes.map((node, position) => ({
      part: description.id,
      node,
      position,
      depth: depths.get(node.id) ?? 0,
    }));
  });
  return rows('nodes', nodes.length, {
    part: (row) => nodes[row]!.part,
    node: (row) => nodes[row]!.node.id,
    parent: (row) => nodes[row]!.node.parent,
    position: (row) => nodes[row]!.position + 1,
    depth: (row) => nodes[row]!.depth,
    title: (row) => nodes[row]!.node.title.zh,
    title_en: (row) => nodes[row]!.node.title.en,
    role: (row) => nodes[row]!.node.role,
    kind: (row) => nodes[row]!.node.kind,
    max: (row) => nodes[row]!.node.max,
    weight: (row) => nodes[row]!.node.weight,
    unit: (row) => nodes[row]!.node.unit,
    clause: (row) => nodes[row]!.node.clause,
    rule: (row) => nodes[row]!.node.rule.zh,
    rule_en: (row) => nodes[row]!.node.rule.en,
  });
}

function depthsOf(part: PartDescription): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parent } of part.nodes) depths.set(id, parent === null ? 0 : (depths.get(parent) ?? -1) + 1);
  return depths;
}

/** Written figures as places in the columns of their parts: numbers only, because there may be millions of them. */
interface FigureRows {
  readonly length: number;
  part(row: number): ScoredPart;
  node(row: number): NodeDescription;
  key(row: number): number;
  figure(row: number): Figure;
}

/** Every written figure of the nodes chosen, subject by subject in the order of the keys. */
function figureRows(
  scored: Scored | null,
  chosen: (node: NodeDescription, part: PartDescription) => boolean,
): FigureRows {
  const columns = (scored?.parts ?? []).flatMap((part) =>
    part.description.nodes
      .filter((node) => chosen(node, part.description))
      .map((node) => ({ part, node, figures: part.figures.get(node.id) ?? [] })),
  );
  const written = columns.reduce(
    (sum, { figures }) => sum + figures.reduce((count, figure) => count + (figure ? 1 : 0), 0),
    0,
  );
  const columnOf = new Int32Array(written);
  const keyOf = new Int32Array(written);
  let length = 0;
  for (const part of scored?.parts ?? []) {
    const own = columns.flatMap((column, index) => (column.part === part ? [index] : []));
    for (let key = 0; key < part.keys.length; key++) {
      for (const index of own) {
        if (!columns[index]!.figures[key]) continue;
        columnOf[length] = index;
        keyOf[length++] = key;
      }
    }
  }
  return {
    length,
    part: (row) => columns[columnOf[row]!]!.part,
    node: (row) => columns[columnOf[row]!]!.node,
    key: (row) => keyOf[row]!,
    figure: (row) => columns[columnOf[row]!]!.figures[keyOf[row]!]!,
  };
}

function keyColumns(scored: Scored | null, list: Pick<FigureRows, 'part' | 'key'>) {
  const key = (row: number): ScoredPart['keys'][number] => list.part(row).keys[list.key(row)]!;
  return {
    part: (row: number) => list.part(row).description.id,
    period: (row: number) => key(row).period,
    subject: (row: number) => scored!.subjects[key(row).subject]!.subject,
  };
}

function scoreRows(scored: Scored | null): TableRows {
  const found = figureRows(scored, (node) => node.role !== 'result');
  const maximum = (row: number): string | null => {
    const node = found.node(row);
    const column = found.part(row).maxima.get(node.id);
    return column ? (column[found.key(row)]?.text ?? null) : node.max;
  };
  return rows('scores', found.length, {
    ...keyColumns(scored, found),
    node: (row) => found.node(row).id,
    state: (row) => found.figure(row).state,
    score: (row) => numberText(found.figure(row)),
    score_text: (row) => found.figure(row).text,
    score_number: (row) => found.figure(row).number,
    exact: (row) => found.figure(row).exact,
    max: maximum,
    max_text: maximum,
  });
}

/** Numbers that have a column of their own in `results`, under their id. */
const RESULT_NUMBERS = ['base', 'bonus', 'penalty'] as const;

function resultRows(scored: Scored | null): TableRows {
  const keys = (scored?.parts ?? []).flatMap((part) => part.keys.map((_, key) => ({ part, key })));
  const part = (row: number): ScoredPart => keys[row]!.part;
  const key = (row: number): number => keys[row]!.key;
  const figure = (row: number, id: string | undefined): Figure | null =>
    id === undefined ? null : (part(row).figures.get(id)?.[key(row)] ?? null);
  const known = (row: number): PartDescription['known'] => part(row).description.known;
  const flag = (row: number, id: string | undefined): boolean | null => {
    const text = figure(row, id)?.text;
    return text === 'true' ? true : text === 'false' ? false : null;
  };
  const amounts = [...RESULT_NUMBERS, 'total' as const].flatMap((name) => {
    const of = (row: number): Figure | null => figure(row, name === 'total' ? known(row).total : name);
    return [
      [name, (row: number) => numberText(of(row))],
      [`${name}_text`, (row: number) => of(row)?.text ?? null],
      [`${name}_number`, (row: number) => of(row)?.number ?? null],
    ] as const;
  });
  return rows('results', keys.length, {
    ...keyColumns(scored, { part, key }),
    group: (row) => scored!.subjects[part(row).keys[key(row)]!.subject]!.group,
    ...Object.fromEntries(amounts),
    grade: (row) => wordText(figure(row, known(row).grade)),
    rank: (row) => figure(row, known(row).rank)?.number ?? null,
    veto: (row) => flag(row, known(row).veto),
    complete: (row) => flag(row, known(row).complete),
  });
}

/** Every result that `results` has no column for. */
function outcomeRows(scored: Scored | null): TableRows {
  const found = figureRows(scored, (node, part) => node.role === 'result' && !hasResultColumn(node, part));
  return rows('outcomes', found.length, {
    ...keyColumns(scored, found),
    outcome: (row) => found.node(row).id,
    state: (row) => found.figure(row).state,
    value: (row) => found.figure(row).text,
    amount: (row) => numberText(found.figure(row)),
    amount_number: (row) => found.figure(row).number,
    exact: (row) => found.figure(row).exact,
  });
}

function hasResultColumn({ id, kind }: NodeDescription, { known }: PartDescription): boolean {
  if (id === known.grade) return true;
  if (id === known.total || id === known.rank || (RESULT_NUMBERS as readonly string[]).includes(id))
    return kind === 'number';
  return (id === known.veto || id === known.complete) && kind === 'flag';
}

/** The text of a number that there is; missing and not applicable are NULL in columns that one adds up. */
function numberText(figure: Figure | null): string | null {
  return figure?.state === 'value' && figure.number !== null ? figure.text : null;
}

function wordText(figure: Figure | null): string | null {
  return figure?.state === 'value' ? figure.text : null;
}
