import { templateTexts } from '../../locale/template-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { SchemePath } from '../finding.ts';
import { GIVES, severalFigures } from './several-figures.ts';
import { TemplateTables, sampleItems } from './template-tables.ts';
import type { FamilyItems, Row } from './template-tables.ts';

/** A fault of a template: the place in the file as it is written. */
export interface TemplateFault {
  readonly code: string;
  readonly message: LocalText;
  readonly remedy: LocalText;
  readonly path: SchemePath;
}

/** A scheme file with its templates written out, and the way back from there to the file. */
export interface Expansion {
  readonly value: unknown;
  readonly faults: readonly TemplateFault[];
  /** Families of items that templates run over: with other data they are written out differently. */
  readonly families: readonly string[];
  /** The place in the file as it is written, of a place in `value`. */
  origin(path: SchemePath): SchemePath;
}

type Keys = Readonly<Record<string, unknown>>;
const KEY = 'for each';
/** Lists of nodes. */
const NODE_LISTS: ReadonlySet<string> = new Set(['items', 'results']);
/** Keys under which templates stand: in lists of nodes, and in all other lists (lines, rows, reasons, cases …). */
const OF_NODES = { one: 'node', several: 'nodes' } as const;
const OF_LINES = { one: 'line', several: 'lines' } as const;
type TemplateKeys = typeof OF_NODES | typeof OF_LINES;
/** Maps of declarations, of which one may be a template. */
const DECLARATIONS: ReadonlySet<string> = new Set(['inputs', 'parameters']);

/**
 * Writes the templates of a scheme file out: a map with the key `for each` becomes one per row of a table. Nodes stand
 * under `node` or `nodes`, entries of other lists under `line` or `lines`; a declaration (input, parameter) is the rest of
 * the map itself, and several templates of one key are a list under it. A node with `gives` becomes one per figure. In texts and keys `$x` is put in for the column `x`; a text that is `$x` alone keeps the kind of the value.
 */
export function expandTemplates(file: unknown, items: FamilyItems = sampleItems): Expansion {
  const tables = new TemplateTables(isMap(file) ? file : {}, items);
  const expander = new Expander(tables);
  const value = isMap(file) ? expander.file(file) : file;
  const { faults, origins } = expander;
  return { value, faults, families: [...tables.families], origin: (path) => originOf(path, origins) };
}

/** Where the entries of an expanded list or map came from. */
interface Origins {
  readonly path: SchemePath;
  readonly inner: Map<string | number, Origins>;
}

function originOf(path: SchemePath, root: Origins): SchemePath {
  let at = root;
  for (const [number, key] of path.entries()) {
    const next = at.inner.get(key);
    if (next === undefined) return [...at.path, ...path.slice(number)];
    at = next;
  }
  return at.path;
}

function originsAt(path: SchemePath): Origins {
  return { path, inner: new Map() };
}

class Expander {
  readonly faults: TemplateFault[] = [];
  readonly origins = originsAt([]);
  readonly #tables: TemplateTables;

  constructor(tables: TemplateTables) {
    this.#tables = tables;
  }

  file(file: Keys): Keys {
    return this.#map(file, [], {}, this.origins);
  }

  /** `row`: what stands for the names of the templates around. */
  #value(value: unknown, path: SchemePath, row: Row, origins: Origins): unknown {
    if (typeof value === 'string') return this.#text(value, path, row);
    if (Array.isArray(value)) return this.#list(value, OF_LINES, path, row, origins);
    return isMap(value) ? this.#map(value, path, row, origins) : value;
  }

  #map(map: Keys, path: SchemePath, row: Row, origins: Origins): Keys {
    const entries: [string, unknown][] = [];
    for (const [written, value] of Object.entries(map)) {
      const key = String(this.#text(written, path, row));
      const at = [...path, written];
      const under = this.#under(origins, key, at);
      if (NODE_LISTS.has(key) && Array.isArray(value)) entries.push([key, this.#list(value, OF_NODES, at, row, under)]);
      else if (path.length === 0 && DECLARATIONS.has(key) && isMap(value))
        entries.push([key, this.#declarations(value, at, row, under)]);
      else entries.push([key, this.#value(value, at, row, under)]);
    }
    return Object.fromEntries(entries);
  }

  #list(list: readonly unknown[], keys: TemplateKeys, path: SchemePath, outer: Row, origins: Origins): unknown[] {
    const result: unknown[] = [];
    const add = (entry: unknown, at: SchemePath, row: Row): void => {
      if (keys === OF_NODES && isMap(entry) && GIVES in entry) {
        result.push(...this.#figures(entry, at, row, origins, result.length));
        return;
      }
      const under = this.#under(origins, result.length, at);
      result.push(this.#value(entry, at, row, under));
    };
    list.forEach((entry, number) => {
      const at = [...path, number];
      if (!isMap(entry) || !(KEY in entry)) {
        add(entry, at, outer);
        return;
      }
      const { [KEY]: table, [keys.one]: one, [keys.several]: several, ...others } = entry;
      const [odd] = Object.keys(others);
      if (
        odd !== undefined ||
        (one === undefined) === (several === undefined) ||
        (several !== undefined && !Array.isArray(several))
      ) {
        const { one: single, several: many } = keys;
        this.#fault(
          'for-each.shape',
          templateTexts.forEachShape(odd, single, many),
          templateTexts.forEachUnder(single, many),
          at,
        );
        return;
      }
      const templates = one === undefined ? (several as unknown[]) : [one];
      for (const row of this.#rows(table, [...at, KEY], outer, keys === OF_NODES)) {
        templates.forEach((template, index) =>
          add(template, one === undefined ? [...at, keys.several, index] : [...at, keys.one], row),
        );
      }
    });
    return result;
  }

  /** The nodes that a node with `gives` stands for, which come at this place of a list. */
  #figures(node: Keys, path: SchemePath, row: Row, origins: Origins, place: number): Keys[] {
    const figures = severalFigures(node);
    if ('message' in figures) {
      this.#fault('gives.shape', figures.message, figures.remedy, [...path, ...figures.path]);
      return [];
    }
    return figures.map(({ own, shared, path: way }, at) => {
      const under = this.#under(origins, place + at, [...path, ...way]);
      const common = this.#map(shared, path, row, under);
      return { ...this.#map(own, [...path, ...way], row, under), ...common };
    });
  }

  #declarations(map: Keys, path: SchemePath, outer: Row, origins: Origins): Keys {
    const entries = new Map<string, unknown>();
    const template = (written: string, { [KEY]: table, ...rest }: Keys, at: SchemePath): void => {
      for (const row of this.#rows(table, [...at, KEY], outer, false)) {
        const key = String(this.#text(written, at, row));
        if (entries.has(key)) {
          this.#fault('for-each.same-key', templateTexts.forEachSameKey(key), templateTexts.forEachUseColumn, at);
          break;
        }
        entries.set(key, this.#value(rest, at, row, this.#under(origins, key, at)));
      }
    };
    const oneOfSeveral = (written: string, value: unknown, at: SchemePath): void => {
      if (isTemplate(value)) template(written, value, at);
      else this.#fault('for-each.shape', templateTexts.forEachDeclarations, templateTexts.forEachAdd, at);
    };
    for (const [written, value] of Object.entries(map)) {
      const at = [...path, written];
      if (isTemplate(value)) template(written, value, at);
      else if (Array.isArray(value))
        value.forEach((one: unknown, number) => oneOfSeveral(written, one, [...at, number]));
      else entries.set(written, this.#value(value, at, outer, this.#under(origins, written, at)));
    }
    return Object.fromEntries(entries);
  }

  /** The rows of a table, each with the names of the templates around it. */
  #rows(table: unknown, path: SchemePath, outer: Row, mayBeFamily: boolean): Row[] {
    const found = this.#tables.rows(table, mayBeFamily);
    if ('rows' in found) return found.rows.map((row) => ({ ...outer, ...row }));
    this.#fault(found.code, found.message, found.remedy, path);
    return [];
  }

  #text(text: string, path: SchemePath, row: Row): unknown {
    if (Object.keys(row).length === 0 || !text.includes('$')) return text;
    const alone = /^\$([A-Za-z_]\w*)$/.exec(text)?.[1];
    if (alone !== undefined && alone in row) return row[alone];
    return text.replace(/\$([A-Za-z_]\w*)/g, (whole, name: string) => {
      if (name in row) return String(row[name]);
      const message = templateTexts.forEachColumn(name, Object.keys(row).join('、'));
      this.#fault('for-each.column', message, templateTexts.forEachUseColumn, path);
      return whole;
    });
  }

  #under(origins: Origins, key: string | number, path: SchemePath): Origins {
    const under = originsAt(path);
    origins.inner.set(key, under);
    return under;
  }

  /** A template's fault is the same in each of its rows: it is named once. */
  #fault(code: string, message: LocalText, remedy: LocalText, path: SchemePath): void {
    const known = this.faults.some((fault) => fault.code === code && fault.path.join('/') === path.join('/'));
    if (!known) this.faults.push({ code, message, remedy, path });
  }
}

/** A declaration that is written once for every row. */
function isTemplate(value: unknown): value is Keys {
  return isMap(value) && KEY in value;
}

function isMap(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
