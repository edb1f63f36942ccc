import type { Observation } from '../../../data/dataset.ts';
import type { ObservationColumn } from '../../../io/header.ts';
import { ItemIndex } from '../../../io/item-index.ts';
import { FLAG_LABELS, namedId, NOT_APPLICABLE_LABEL, wordLabels } from '../../../io/template/labels.ts';
import { readMark, type Mark } from '../../../io/template/marks.ts';
import type { CompiledScheme } from '../../../scheme/compiled-scheme.ts';
import type { InputDeclaration } from '../../../scheme/input.ts';
import { EMPTY, textCell, type Book, type BookCell, type BookRow, type BookSheet } from '../../book.ts';
import { decimalCell } from '../../decimal-cell.ts';
import type { CollectionLanguage } from '../allowed.ts';

/** A filled-in workbook, and the observations that found no place in it. */
export interface FilledIn {
  readonly book: Book;
  readonly left: readonly Observation[];
}

/** Fills observations into a collection workbook as a person would: figures as numbers, words as the lists show them. */
export function fillIn(
  book: Book,
  observations: readonly Observation[],
  scheme: CompiledScheme,
  names: ReadonlyMap<string, string>,
  language: CollectionLanguage,
): FilledIn {
  const items = new ItemIndex(scheme.inputs);
  const sheets = book.sheets.map((sheet) => new SheetToFill(sheet));
  const left = observations.filter((observation) => {
    const declaration = items.find(observation.item)?.rules.declaration;
    if (declaration === undefined) return true;
    const shown = asShown(observation, declaration, language);
    return !(
      sheets.some((sheet) => sheet.fillCell(observation, shown)) ||
      sheets.some((sheet) => sheet.fillRow(observation, shown, declaration, names, language))
    );
  });
  return { book: { ...book, sheets: sheets.map((sheet) => sheet.sheet) }, left };
}

interface Shown {
  readonly value: string;
  readonly category: string;
}

function asShown({ value, category }: Observation, declaration: InputDeclaration, language: CollectionLanguage): Shown {
  const { words, wordTitles, categories, categoryTitles, kind } = declaration;
  const word = wordLabels(words, wordTitles, language)[words.indexOf(value)];
  const flag = kind === 'flag' && (value === 'true' || value === 'false') ? FLAG_LABELS[value][language] : undefined;
  return {
    value: word ?? flag ?? (value === 'NA' ? NOT_APPLICABLE_LABEL[language] : value),
    category: wordLabels(categories, categoryTitles, language)[categories.indexOf(category)] ?? category,
  };
}

class SheetToFill {
  readonly #sheet: BookSheet;
  readonly #rows: BookRow[];
  readonly #marks: readonly (Mark | null)[];
  readonly #first: number;
  #next: number;

  constructor(sheet: BookSheet) {
    this.#sheet = sheet;
    this.#rows = [...sheet.rows];
    const marksRow = sheet.rows.findIndex(({ cells }) => cells.some((cell) => readMark(textOf(cell)) !== null));
    this.#marks = (sheet.rows[marksRow]?.cells ?? []).map((cell) => readMark(textOf(cell)));
    this.#first = marksRow + 1;
    this.#next = this.#first;
  }

  get sheet(): BookSheet {
    return { ...this.#sheet, rows: this.#rows };
  }

  /** Into the cell of an item, where the sheet has one. */
  fillCell({ period, subject, item }: Observation, { value }: Shown): boolean {
    const column = this.#marks.findIndex((mark) => mark?.kind === 'item' && mark.item === item);
    if (column < 0) return false;
    const [periods, subjects] = [this.#field('period'), this.#field('subject')];
    const row = this.#rows.findIndex(
      ({ cells }, at) => at >= this.#first && textOf(cells[periods]) === period && textOf(cells[subjects]) === subject,
    );
    if (row < 0) return false;
    this.#put(row, column, value);
    return true;
  }

  /** Into the next row of the sheet for this kind of item. Particulars that no rule asks for have no column there. */
  fillRow(
    observation: Observation,
    shown: Shown,
    declaration: InputDeclaration,
    names: ReadonlyMap<string, string>,
    language: CollectionLanguage,
  ): boolean {
    if (this.#field('item') < 0) return false;
    const kind = declaration.kind === 'event' ? 'Events' : declaration.kind === 'rating' ? 'Ratings' : 'Other data';
    const zh = { Events: '事件', Ratings: '评分', 'Other data': '其他数据' }[kind];
    if (![kind, zh].includes(this.#sheet.name)) return false;
    const { period, subject, item, rater, matter, date, note } = observation;
    const title = item === declaration.item ? declaration.title[language] : '';
    const texts: Readonly<Record<string, string>> = {
      period,
      subject: namedId(names.get(subject) ?? '', subject),
      item: namedId(title, item),
      value: shown.value,
      category: shown.category,
      rater,
      matter,
      date,
    };
    const filled = Object.entries(texts).filter(
      ([field, text]) => text !== '' && this.#field(field as ObservationColumn) >= 0,
    );
    const row = this.#next++;
    this.#rows[row] ??= { cells: [] };
    for (const [field, text] of [...filled, ['note', note]])
      this.#put(row, this.#field(field as ObservationColumn), text!);
    return true;
  }

  #field(field: ObservationColumn): number {
    return this.#marks.findIndex((mark) => mark?.kind === 'field' && mark.field === field);
  }

  #put(row: number, column: number, text: string): void {
    const cells = [...this.#rows[row]!.cells];
    while (cells.length < column) cells.push(EMPTY);
    const look = cells[column]?.look ?? 'entry-text';
    cells[column] = look === 'entry' ? (decimalCell(text, look) ?? textCell(text, look)) : textCell(text, look);
    this.#rows[row] = { ...this.#rows[row]!, cells };
  }
}

function textOf(cell: BookCell | undefined): string {
  return cell?.kind === 'text' ? cell.text : '';
}
