import type { AttributeDeclaration } from '../scheme/attribute.ts';
import type { AttributeColumn } from './attribute-index.ts';
import { trimText } from './fold-text.ts';
import type { SubjectColumn } from './header.ts';
import { readNumber } from './normalise/number.ts';
import { readFlag } from './normalise/words.ts';
import type { ChangeCode, RowInCheck } from './row-in-check.ts';
import { placeIn } from './table.ts';

/** The cells of a row of subjects that are attributes, read as what the scheme says they are. */
export class AttributeCells {
  readonly #row: RowInCheck<SubjectColumn>;
  readonly #columns: readonly AttributeColumn[];
  /** How many cells are empty of the attributes that figures need. */
  readonly #empty = new Map<AttributeDeclaration, { readonly index: number; readonly rows: number }>();

  constructor(row: RowInCheck<SubjectColumn>, columns: readonly AttributeColumn[]) {
    this.#row = row;
    this.#columns = columns;
  }

  /** The attributes of the row; a cell that is not of its kind refuses the row. */
  read(): Record<string, string> {
    // From entries and not by assignment: a column may be called `__proto__`.
    return Object.fromEntries(
      this.#columns.map(({ name, index, declaration }) => {
        const raw = this.#row.cells[index] ?? '';
        const trimmed = trimText(raw);
        const text = declaration === null ? trimmed : this.#typed(trimmed, index, declaration);
        if (text === trimmed && trimmed !== raw && trimmed !== '') this.#change('text.trimmed', index, raw, trimmed);
        return [name, text];
      }),
    );
  }

  /** Says of each attribute that figures need how many subjects have none. */
  report(): void {
    const { log, table, header } = this.#row;
    for (const [{ title }, { index, rows }] of this.#empty)
      log.add('attribute.empty', placeIn(table, header.row, index), { title, rows });
  }

  #typed(trimmed: string, index: number, declaration: AttributeDeclaration): string {
    if (trimmed === '') {
      const rows = (this.#empty.get(declaration)?.rows ?? 0) + 1;
      if (declaration.isNeeded) this.#empty.set(declaration, { index, rows });
      return '';
    }
    if (declaration.kind === 'word') return trimmed;
    if (declaration.kind === 'flag') {
      const flag = readFlag(trimmed);
      if (flag === null) return this.#refuse(trimmed, index, declaration);
      if (flag !== trimmed) this.#change('value.flag-word', index, trimmed, flag);
      return flag;
    }
    const reading = readNumber(trimmed, declaration.unit);
    if (reading.kind === 'refused') return this.#refuse(trimmed, index, declaration);
    if (reading.change !== null) this.#change(reading.change, index, trimmed, reading.text);
    return reading.text;
  }

  #refuse(value: string, index: number, { title, kind }: AttributeDeclaration): string {
    this.#row.refuseAt('attribute.form', index, { value, title, kind });
    return '';
  }

  #change(code: ChangeCode, index: number, before: string, after: string): void {
    const { log, table, row } = this.#row;
    log.add(code, placeIn(table, row, index), { before, after } as never, { before, after });
  }
}
