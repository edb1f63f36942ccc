import { readingRemarks } from '../../locale/mapping-texts.ts';
import { formatNumber, parseNumber } from '../../number/text.ts';
import type { LocalText } from '../../reader/figure.ts';
import { foldText, toHalfWidth, trimText } from '../fold-text.ts';
import { isInDoubt, percentOf } from '../fraction-doubt.ts';
import type { ItemIndex } from '../item-index.ts';
import { isPercentUnit, readNumber } from '../normalise/number.ts';
import { isNotApplicable } from '../normalise/words.ts';
import type { ValueReading } from '../table.ts';
import type { ColumnMapping, Fractions, SheetMapping } from './sheet-mapping.ts';
import { unitFactor } from './units.ts';

/** What a mapping makes of a cell, and which finding says so; `null`: nothing that need be said. */
export interface CellReading {
  readonly text: string;
  readonly code:
    'value.empty-read' | 'value.word-mapped' | 'value.na-word' | 'value.scaled' | 'value.share-read' | null;
  /** The cell keeps its row out until a person has said how it is read. */
  readonly refused?: ValueReading['refused'];
  /** A person has said that a small number is no share of one. */
  readonly isPercentSure?: boolean;
  /** For those who follow the figure back to its cell. */
  readonly remark?: LocalText;
}

/** Reads the value cells of one sheet. What comes out is checked like any other value. */
export class CellReader {
  readonly #items: ItemIndex;
  readonly #notApplicable: ReadonlySet<string>;
  /** Of the whole table. */
  readonly #units: readonly string[];
  readonly #words = new Map<ColumnMapping, ReadonlyMap<string, string>>();

  constructor({ notApplicable, columns, units = [] }: SheetMapping, items: ItemIndex) {
    this.#units = units;
    this.#items = items;
    this.#notApplicable = new Set(notApplicable.map(foldText));
    for (const column of columns) {
      if (column.words)
        this.#words.set(column, new Map(Object.entries(column.words).map(([k, v]) => [foldText(k), v])));
    }
  }

  /** A text for which the column has a word; else the text as it is. */
  word(raw: string, column: ColumnMapping | undefined): string {
    const word = column && this.#words.get(column)?.get(foldText(raw));
    return word ?? raw;
  }

  /** `unit`: the one that the row names for its values; empty: none. */
  value(raw: string, item: string, column: ColumnMapping, unit = ''): CellReading {
    const trimmed = trimText(raw);
    if (trimmed === '') {
      if (column.empty === undefined) return { text: raw, code: null };
      return { text: column.empty, code: 'value.empty-read', remark: readingRemarks.empty(column.empty) };
    }
    const word = this.word(raw, column);
    if (word !== raw && foldText(word) === foldText(raw)) return { text: word, code: null };
    if (word !== raw)
      return { text: word, code: 'value.word-mapped', remark: readingRemarks.word(trimmed, this.#titled(word, item)) };
    if (this.#saysNotApplicable(trimmed, item)) return this.#notApplicableOf(raw, trimmed, item);
    const ownUnit = unit === '' && column.means.kind !== 'figure' ? this.#tableUnit(item) : unit;
    const factor = column.factor ?? this.#rowFactor(ownUnit, item);
    if (factor === '1' && column.fractions) return this.#fraction(raw, trimmed, item, column.fractions);
    return factor === '1' ? { text: raw, code: null } : this.#scaled(raw, trimmed, item, factor, ownUnit);
  }

  /** What holds for the table holds for the items that can have such a unit. */
  #tableUnit(item: string): string {
    if (this.#units.length === 0) return '';
    const own = this.#items.find(item)?.rules.declaration.unit ?? '';
    return own === '' ? '' : (this.#units.find((unit) => unitFactor(unit, own) !== null) ?? '');
  }

  /** What a figure in the unit of its row is multiplied with; `null`: that is not known. */
  #rowFactor(unit: string, item: string): string | null {
    const own = this.#items.find(item)?.rules.declaration.unit ?? '';
    return unit === '' || own === '' ? '1' : unitFactor(unit, own);
  }

  #saysNotApplicable(trimmed: string, item: string): boolean {
    if (!isNotApplicable(trimmed) && !this.#notApplicable.has(foldText(trimmed))) return false;
    const rules = this.#items.find(item)?.rules;
    return rules !== undefined && !rules.declaration.takesAnyWord && rules.words.find(trimmed) === null;
  }

  /** Where the item does not provide for it, only a person can say that it is to be read all the same. */
  #notApplicableOf(raw: string, trimmed: string, item: string): CellReading {
    if (this.#items.find(item)?.rules.declaration.mayBeNA !== true)
      return { text: raw, code: null, refused: 'value.not-applicable' };
    if (isNotApplicable(trimmed)) return { text: raw, code: null };
    return { text: 'NA', code: 'value.na-word', remark: readingRemarks.notApplicable(trimmed) };
  }

  /** A number of an item in % that may be a share of one. */
  #fraction(raw: string, trimmed: string, item: string, { upTo, are }: Fractions): CellReading {
    const unit = this.#items.find(item)?.rules.declaration.unit ?? '';
    if (!isPercentUnit(unit) || !isInDoubt(trimmed, upTo)) return { text: raw, code: null };
    switch (are) {
      case 'open':
        return { text: raw, code: null, refused: 'value.share-or-percent' };
      case 'percent':
        return { text: raw, code: null, isPercentSure: true };
      case 'shares': {
        const text = percentOf(trimmed);
        return { text, code: 'value.share-read', isPercentSure: true, remark: readingRemarks.share(trimmed, text) };
      }
    }
  }

  /** A word as the scheme calls it. */
  #titled(word: string, item: string): LocalText {
    const title = this.#items.find(item)?.rules.declaration.wordTitles[word];
    return title ? { zh: `${title.zh}(${word})`, en: `${title.en} (${word})` } : { zh: word, en: word };
  }

  /** What is no number stays as it is, and is refused as such. */
  #scaled(raw: string, trimmed: string, item: string, factor: string | null, rowUnit: string): CellReading {
    const unit = this.#items.find(item)?.rules.declaration.unit ?? '';
    const reading = readNumber(trimmed, unit);
    if (reading.kind === 'refused') return { text: raw, code: null };
    // A figure that carries the unit of the item in its own cell needs no conversion.
    const half = toHalfWidth(trimmed);
    if (half.endsWith('%') || (unit !== '' && half.endsWith(toHalfWidth(unit)))) return { text: raw, code: null };
    const value = parseNumber(reading.text);
    const by = factor === null ? null : parseNumber(factor);
    const product = value === null || by === null ? null : formatNumber(value.times(by));
    // Never the figure as it stands: without its factor it would be another one. This text is refused.
    if (product === null || !product.exact)
      return { text: factor === null ? `${trimmed} ${rowUnit}` : `${trimmed} × ${factor}`, code: null };
    return { text: product.text, code: 'value.scaled', remark: readingRemarks.scaled(trimmed, factor!, product.text) };
  }
}
