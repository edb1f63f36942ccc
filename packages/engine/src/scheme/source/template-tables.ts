import { isFamily, itemPattern } from '../../data/item-pattern.ts';
import { templateTexts } from '../../locale/template-texts.ts';
import type { LocalText } from '../../reader/figure.ts';

/** A row of a table: what stands for each `$column`. */
export type Row = Readonly<Record<string, unknown>>;

/** Items of a family that the data hold. */
export type FamilyItems = (family: string) => readonly string[];

/** What a template runs over, or why there is nothing to run over. */
export type FoundRows =
  | { readonly rows: readonly Row[] }
  | { readonly code: string; readonly message: LocalText; readonly remedy: LocalText };

/** Before there are data, a family has one item, so that what is written for it is checked. */
const SAMPLE_ITEM = 'sample';
export const sampleItems: FamilyItems = (family) => [family.replace('*', SAMPLE_ITEM)];

/** The rows that templates run over: tables of the file, rows written out, and families of items. */
export class TemplateTables {
  /** Families that were asked for: what they hold is known with the data. */
  readonly families = new Set<string>();
  readonly #tables: Row;
  readonly #inputs: readonly string[];
  readonly #items: FamilyItems;

  constructor(file: Row, items: FamilyItems) {
    this.#tables = isMap(file['tables']) ? file['tables'] : {};
    const inputs = isMap(file['inputs']) ? Object.keys(file['inputs']) : [];
    this.#inputs = inputs.flatMap((key) => key.split(',').map((item) => item.trim()));
    this.#items = items;
  }

  /** `mayBeFamily`: inputs and parameters are declared before there are data, so they cannot run over items. */
  rows(table: unknown, mayBeFamily: boolean): FoundRows {
    if (isMap(table) && 'item' in table) return this.#family(table, mayBeFamily);
    const rows = this.#written(table, []);
    if (rows !== null) return { rows };
    const name = typeof table === 'string' ? table : '';
    return { code: 'for-each.table', message: templateTexts.forEachTable(name), remedy: templateTexts.forEachRows };
  }

  /** A list holds rows, or names of tables whose rows stand in their place. */
  #written(table: unknown, around: readonly string[]): readonly Row[] | null {
    if (typeof table === 'string')
      return around.includes(table) ? null : this.#written(this.#tables[table], [...around, table]);
    if (!Array.isArray(table) || table.length === 0) return null;
    const rows: Row[] = [];
    for (const entry of table as unknown[]) {
      if (isMap(entry) && Object.values(entry).every(isPlain)) rows.push(entry);
      else {
        const others = typeof entry === 'string' ? this.#written(entry, around) : null;
        if (others === null) return null;
        rows.push(...others);
      }
    }
    return rows;
  }

  /** One row per item: `item`, and `x` for what the star stands for. */
  #family({ item: family, ...others }: Row, mayBeFamily: boolean): FoundRows {
    const isDeclared = typeof family === 'string' && isFamily(family) && this.#inputs.includes(family);
    if (!isDeclared || !mayBeFamily || family.split('*').length !== 2 || Object.keys(others).length > 0) {
      const message = mayBeFamily ? templateTexts.forEachFamily(String(family)) : templateTexts.forEachDeclared;
      return { code: 'for-each.family', message, remedy: templateTexts.forEachDeclareFamily };
    }
    this.families.add(family);
    const [before = '', after = ''] = family.split('*');
    const rows = this.#items(family).map((item) => ({
      item,
      x: item.slice(before.length, item.length - after.length),
    }));
    return { rows };
  }
}

/** The items of a family among many; those that the file declares by themselves are not of the family. */
export function itemsOfFamily(family: string, items: Iterable<string>, declared: ReadonlySet<string>): string[] {
  const pattern = itemPattern(family);
  return [...items].filter((item) => pattern.test(item) && !declared.has(item)).sort();
}

function isMap(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
