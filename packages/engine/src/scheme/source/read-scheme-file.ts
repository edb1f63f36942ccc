import Type from 'typebox';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { suggestName } from '../../formula/suggest.ts';
import { schemeTexts } from '../../locale/scheme-texts.ts';
import { shapeTexts } from '../../locale/shape-texts.ts';
import { yamlTexts } from '../../locale/yaml-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import { RULES } from '../../rules/registry.ts';
import type { Finding, SchemePath } from '../finding.ts';
import { plain } from '../texts.ts';
import { knownKeys } from './known-keys.ts';
import { DECLARATIONS, legible, Misread } from './misread.ts';
import { shapeFault } from './shape-fault.ts';
import { NODE_KEYS } from '../schema/node.ts';
import type { SchemeNode } from '../schema/node.ts';
import { PART_KEYS, SCHEME_KEYS } from '../schema/scheme.ts';
import type { SchemeFile, SchemePart } from '../schema/scheme.ts';
import { TitleSchema } from '../schema/common.ts';
import type { SchemeSource } from './scheme-source.ts';

/** Keys of the file and of a part that no rule rests on. */
const COMPUTES_NOTHING: ReadonlySet<string> = new Set([
  'scheme',
  'title',
  'version',
  'source',
  'body',
  'outline',
  'note',
  'full marks',
]);

/** Lists of nodes that a part has beside its own keys. */
const SECTION_KEYS = ['items', 'adjustments', 'results'] as const;
const NAMED_PART_KEYS = { part: Type.Optional(Type.String()), title: Type.Optional(TitleSchema) } as const;

/**
 * Checks the shape of a scheme file, level by level, so that every fault is named at its own place: an unknown key with
 * the nearest known one, a missing key, a value of the wrong kind.
 */
export function readSchemeFile(source: SchemeSource): SchemeFileReading {
  const reader = new SchemeFileReader(source);
  const file = reader.read();
  const { findings, isBroken, misread } = reader;
  return { file: file === null || isBroken ? null : legible(file, misread), findings, misread };
}

/** A file as far as its shape is right. */
export interface SchemeFileReading {
  /** Without the keys of `misread`; `null` where so much is wrong that the names of the file are not known. */
  readonly file: SchemeFile | null;
  readonly findings: readonly Finding[];
  readonly misread: Misread;
}

/** A node and the key of it that a map belongs to; `key` is `null` for the node itself. */
interface Owner {
  readonly path: SchemePath;
  readonly key: string | null;
}

class SchemeFileReader {
  readonly findings: Finding[] = [];
  readonly misread = new Misread();
  /** A fault lies outside the nodes, or hides nodes: what names mean is not known. */
  isBroken = false;
  readonly #source: SchemeSource;

  constructor(source: SchemeSource) {
    this.#source = source;
  }

  read(): SchemeFile | null {
    for (const { message, remedy, position } of this.#source.faults) {
      this.findings.push({
        severity: 'error',
        code: 'file.yaml',
        message,
        remedy,
        clause: '',
        path: [],
        position,
      });
    }
    if (this.findings.length > 0) return null;
    this.#longNumbers();
    const top = this.#value();
    if (this.findings.some(({ code }) => code === 'file.yaml')) return null;
    for (const { code, message, remedy, path } of this.#source.expansion.faults) {
      this.isBroken = true;
      const finding = this.#source.finding('error', code, message, remedy, []);
      this.findings.push({ ...finding, path, position: this.#source.writtenPosition(path) });
    }
    if (!isRecord(top)) {
      this.#error('file.yaml', yamlTexts.noScheme.message, yamlTexts.noScheme.remedy, []);
      return null;
    }
    const hasParts = Array.isArray(top['parts']);
    this.#keys(top, hasParts ? SCHEME_KEYS : { ...SCHEME_KEYS, ...PART_KEYS }, hasParts ? ['parts'] : SECTION_KEYS, []);
    const parts = hasParts
      ? (top['parts'] as unknown[]).map((part, number) => this.#part(part, number))
      : [this.#sections(top, [])];
    // A single part without a name is compiled as if its keys stood at the top: its nodes would be looked for elsewhere.
    if (hasParts && parts.length === 1 && parts[0]?.part === undefined && this.findings.length > 0)
      this.isBroken = true;
    return { ...(top as unknown as SchemeFile), parts };
  }

  /** A number that is cut off while the file is read would be a wrong number in silence. */
  #longNumbers(): void {
    for (const { text, position } of this.#source.longNumbers) {
      const code = 'number.not-exact';
      const [message, remedy] = [schemeTexts.notExact(text), schemeTexts.writeExact];
      this.isBroken = true;
      this.findings.push({ severity: 'error', code, message, remedy, clause: '', path: [], position });
    }
  }

  #value(): unknown {
    try {
      return this.#source.value;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const { message, remedy } = error instanceof ReferenceError ? yamlTexts.alias : yamlTexts.other(reason);
      this.#error('file.yaml', message, remedy, []);
      return null;
    }
  }

  #part(part: unknown, number: number): SchemePart {
    const path = ['parts', number];
    if (!isRecord(part)) {
      this.#error('shape.value', schemeTexts.wrongValue(plain('parts')), schemeTexts.seeReference, path);
      return { period: 'year' };
    }
    this.#keys(part, { ...NAMED_PART_KEYS, ...PART_KEYS }, SECTION_KEYS, path);
    return this.#sections(part, path);
  }

  #sections(part: Record<string, unknown>, path: SchemePath): SchemePart {
    this.#nodes(part['items'], [...path, 'items']);
    this.#nodes(part['results'], [...path, 'results']);
    const { adjustments } = part;
    if (adjustments !== undefined) this.#adjustments(adjustments, [...path, 'adjustments']);
    return part as unknown as SchemePart;
  }

  #adjustments(value: unknown, path: SchemePath): void {
    if (!isRecord(value)) {
      this.#error('shape.value', schemeTexts.wrongValue(plain('adjustments')), schemeTexts.seeReference, path);
      return;
    }
    this.#keys(value, {}, ['items', 'bonus', 'penalty'], path);
    this.#nodes(value['items'] ?? [], [...path, 'items']);
    for (const key of ['bonus', 'penalty']) {
      const node = value[key];
      if (node === undefined) continue;
      if (isRecord(node)) {
        const at = [...path, key];
        this.#keys(node, { ...NODE_KEYS, id: Type.Optional(Type.String()) }, [], at, { path: at, key: null });
      } else this.#error('shape.value', schemeTexts.wrongValue(plain(key)), schemeTexts.seeReference, [...path, key]);
    }
  }

  #nodes(value: unknown, path: SchemePath): void {
    if (value === undefined) return;
    if (!Array.isArray(value)) {
      this.#error('shape.value', wrong(String(path.at(-1)), shapeTexts.list), shapeTexts.beginWithDash, path);
      return;
    }
    value.forEach((node: unknown, number) => this.#node(node, [...path, number]));
  }

  #node(node: unknown, path: SchemePath): void {
    if (!isRecord(node)) {
      this.#error('shape.value', wrong(String(path.at(-2)), shapeTexts.map), shapeTexts.writeAsMap, path);
      return;
    }
    const rules: Record<string, TSchema> = {};
    for (const [key, { schema }] of RULES) rules[key] = Type.Optional(schema);
    this.#keys(node, { ...NODE_KEYS, ...rules }, ['items'], path, { path, key: null });
    this.#innerRules(node, rules, path, path);
    this.#nodes((node as unknown as SchemeNode).items, [...path, 'items']);
  }

  /** Rules inside a rule have a title and one rule, nothing else: no key is passed over in silence. */
  #innerRules(
    holder: Record<string, unknown>,
    rules: Record<string, TSchema>,
    path: SchemePath,
    node: SchemePath,
  ): void {
    for (const [key, { schema, inner }] of RULES) {
      const config = holder[key];
      if (config === undefined || inner === undefined || !Value.Check(schema, config)) continue;
      for (const found of inner(config as never)) {
        const at = [...path, key, ...found.path];
        if (!isRecord(found.holder)) continue;
        const owner = { path: node, key: String(at[node.length]) };
        this.#keys(found.holder, { title: Type.Optional(TitleSchema), ...rules }, [], at, owner);
        this.#innerRules(found.holder, rules, at, node);
      }
    }
  }

  /** Checks the keys of one map: known ones against their schema, unknown ones with a suggestion. */
  #keys(
    map: Record<string, unknown>,
    schemas: Readonly<Record<string, TSchema>>,
    nested: readonly string[],
    path: SchemePath,
    owner: Owner | null = null,
  ): void {
    const known = [...Object.keys(schemas), ...nested];
    const cut = cutByComma(map, known);
    if (cut !== null) {
      const message = schemeTexts.unknownKey(cut.pieces[0] as string);
      const finding = this.#source.finding('error', 'shape.unknown-key', message, shapeTexts.commaInBraces, path);
      this.findings.push({ ...finding, position: this.#source.keyPosition(path, cut.pieces[0] as string) });
      for (const key of [cut.key, ...cut.pieces]) this.#leaveOut(owner, key, map[key]);
    }
    for (const key of Object.keys(map)) {
      if (known.includes(key) || cut?.pieces.includes(key) === true) continue;
      const finding = this.#source.finding(
        'error',
        'shape.unknown-key',
        schemeTexts.unknownKey(key),
        knownKeys(key, known),
        path,
      );
      this.findings.push({ ...finding, position: this.#source.keyPosition(path, key) });
      this.#leaveOut(owner, key, map[key]);
    }
    for (const [key, schema] of Object.entries(schemas)) {
      if (!(key in map)) {
        if (Type.IsOptional(schema)) continue;
        this.findings.push(
          this.#source.finding(
            'error',
            'shape.missing-key',
            schemeTexts.missingKey(key),
            schemeTexts.addKey(key),
            path,
          ),
        );
        if (owner !== null || !COMPUTES_NOTHING.has(key)) this.#leaveOut(owner, key, undefined);
      } else if (!Value.Check(schema, map[key])) {
        const value = map[key];
        if (owner === null && DECLARATIONS.has(key) && isRecord(value)) {
          this.#declarations(schema, value, [...path, key]);
          continue;
        }
        this.#wrongValue(schema, value, [...path, key]);
        if (owner === null && COMPUTES_NOTHING.has(key)) this.misread.leaveOut([...path, key]);
        else this.#leaveOut(owner, key, value);
      }
    }
  }

  /** Each declaration by itself: one that cannot be read hides nothing but what reads it. */
  #declarations(schema: TSchema, declared: Record<string, unknown>, path: SchemePath): void {
    for (const [name, written] of Object.entries(declared)) {
      const alone = { [name]: written };
      if (Value.Check(schema, alone)) continue;
      this.#wrongValue(schema, alone, path);
      this.misread.lose([...path, name], name);
    }
  }

  #wrongValue(schema: TSchema, value: unknown, path: SchemePath): void {
    const { code, message, remedy, path: inner } = shapeFault(schema, value);
    this.findings.push(this.#source.finding('error', code, message, remedy, [...path, ...inner]));
  }

  /** What stands under a key is left out of its node; without an id, or where it holds nodes, names would be lost with it. */
  #leaveOut(owner: Owner | null, key: string, value: unknown): void {
    if (owner === null && isRemark(key, value)) return;
    if (owner === null || (owner.key === null && key === 'id') || holdsNodes(value)) this.isBroken = true;
    else this.misread.add(owner.path, owner.key ?? key);
  }

  #error(code: string, message: LocalText, remedy: LocalText, path: SchemePath): void {
    this.isBroken = true;
    this.findings.push(this.#source.finding('error', code, message, remedy, path));
  }
}

function wrong(key: string, { zh, en }: LocalText): LocalText {
  return schemeTexts.wrongValue({ zh: `${key} ${zh}`, en: `${key} ${en}` });
}

/** A key beside the parts that computes nothing, whatever it was to say. */
function isRemark(key: string, value: unknown): boolean {
  const keys = Object.keys(PART_KEYS);
  const isKnown = key in SCHEME_KEYS || key in PART_KEYS;
  return typeof value === 'string' && !isKnown && suggestName(key, keys) === '';
}

/** `{ formula: max(a, b) }`: the comma in braces ends the formula, and what is behind it is read as keys without a value. */
function cutByComma(
  map: Record<string, unknown>,
  known: readonly string[],
): { readonly key: string; readonly pieces: readonly string[] } | null {
  const keys = Object.keys(map);
  const isOpen = (text: unknown): boolean =>
    typeof text === 'string' && text.split('(').length > text.split(')').length;
  const at = keys.findIndex((key) => isOpen(map[key]));
  const behind = at < 0 ? [] : keys.slice(at + 1);
  const end = behind.findIndex((key) => known.includes(key) || map[key] !== null);
  const pieces = end < 0 ? behind : behind.slice(0, end);
  return pieces.length > 0 ? { key: keys[at] as string, pieces } : null;
}

/** Whether something with an id stands in a value. */
function holdsNodes(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsNodes);
  return isRecord(value) && ('id' in value || Object.values(value).some(holdsNodes));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
