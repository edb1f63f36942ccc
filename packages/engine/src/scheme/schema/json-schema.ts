import Type from 'typebox';
import type { TSchema } from 'typebox';
import { RULES } from '../../rules/registry.ts';
import { TitleSchema } from './common.ts';
import { NODE_KEYS } from './node.ts';
import { ForEachSchema, InputSchema, PART_KEYS, ParameterObjectSchema, SCHEME_KEYS } from './scheme.ts';

/** Name under which editors know the schema of scheme files; not the address of any server. */
const SCHEMA_ID = 'kaoheng-scheme.schema.json';

/** Made by the compiler for `bonus` and `penalty`; nobody writes it. */
const INTERNAL_RULE = 'sum kept';

/**
 * The JSON Schema of scheme files, built from the same definitions that check a file when it is loaded. Editors use it
 * to complete and check while typing.
 */
export function schemeJsonSchema(): Record<string, unknown> {
  const rules = [...RULES]
    .filter(([key]) => key !== INTERNAL_RULE)
    .map(([key, { schema }]) => [key, Type.Optional(schema)]);
  const node = object({ ...NODE_KEYS, ...(Object.fromEntries(rules) as Record<string, TSchema>), items: nodeList() });
  const several = severalFigures();
  const sum = object({ ...NODE_KEYS, id: Type.Optional(NODE_KEYS.id) });
  const adjustments = object({
    bonus: Type.Optional(sum),
    penalty: Type.Optional(sum),
    items: nodeList(),
  });
  const sections = { items: nodeList(), adjustments: Type.Optional(adjustments), results: nodeList() };
  const part = object({ part: Type.String(), title: Type.Optional(TitleSchema), ...PART_KEYS, ...sections });
  const head = {
    ...SCHEME_KEYS,
    parameters: declarations(SCHEME_KEYS.parameters, ParameterObjectSchema),
    inputs: declarations(SCHEME_KEYS.inputs, InputSchema),
  };
  const schema = plainJson({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    title: 'Kaoheng scheme',
    description: 'The rules of an appraisal scheme. See docs/scheme-language.md.',
    if: { type: 'object', required: ['parts'] },
    then: object({ ...head, parts: Type.Array(reference('part'), { minItems: 1 }) }),
    else: object({ ...head, ...PART_KEYS, ...sections }),
    $defs: { node: withColumns(node), figures: withColumns(several), part },
  });
  return new TemplateOpener().open(schema);
}

/** Names under which rows of tables stand, not what is made of them. */
const TABLES: ReadonlySet<string> = new Set(['tables', 'for each']);

/** Lets a template stand wherever a list of maps does (lines, rows, reasons, cases …), as in lists of nodes. */
class TemplateOpener {
  /** The entries of these lists, each defined once. */
  readonly #entries = new Map<string, unknown>();

  open(schema: Record<string, unknown>): Record<string, unknown> {
    const open = this.#open(schema) as Record<string, unknown>;
    const entries = [...this.#entries.values()].map((entry, at) => [`entry-${at + 1}`, entry] as const);
    return { ...open, $defs: { ...(open['$defs'] as Record<string, unknown>), ...Object.fromEntries(entries) } };
  }

  #open(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map((part) => this.#open(part));
    if (typeof schema !== 'object' || schema === null) return schema;
    const open = Object.fromEntries(
      Object.entries(schema).map(([key, value]) => [key, TABLES.has(key) ? value : this.#open(value)]),
    );
    if (open['type'] !== 'array' || !isOfMaps((schema as { items?: unknown }).items)) return open;
    const entry = this.#entry(open['items']);
    const several = { type: 'array', items: entry, minItems: 1 };
    return { ...open, items: { anyOf: [entry, template('line', entry), template('lines', several)] } };
  }

  #entry(schema: unknown): unknown {
    const text = JSON.stringify(schema);
    this.#entries.set(text, schema);
    return { $ref: `#/$defs/entry-${[...this.#entries.keys()].indexOf(text) + 1}` };
  }
}

function template(key: string, value: unknown): unknown {
  return plainJson({
    type: 'object',
    required: ['for each', key],
    properties: { 'for each': ForEachSchema, [key]: value },
    additionalProperties: false,
  });
}

/** Entries that are maps, whatever their form. */
function isOfMaps(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const { type, anyOf } = schema as { readonly type?: string; readonly anyOf?: readonly unknown[] };
  return type === 'object' || (anyOf !== undefined && anyOf.length > 0 && anyOf.every(isOfMaps));
}

function object(properties: Record<string, TSchema>): TSchema {
  return Type.Object(properties, { additionalProperties: false });
}

/** Declarations by name, of which one may be a template. */
function declarations(written: TSchema, declaration: { readonly properties: Record<string, TSchema> }): TSchema {
  const [plain] = Object.values(
    (written as unknown as { patternProperties: Record<string, TSchema> }).patternProperties,
  );
  const column = Type.String({ pattern: '\\$[A-Za-z_]', description: '`$x` stands for the column x of the table.' });
  const properties = Object.entries(declaration.properties).map(([key, schema]) => {
    const open = Type.Union([schema, column]);
    return [key, Type.IsOptional(schema) ? Type.Optional(open) : open] as const;
  });
  const template = object({ 'for each': ForEachSchema, ...Object.fromEntries(properties) });
  const several = Type.Array(template, { minItems: 1, description: 'Several templates of this key.' });
  return Type.Optional(Type.Record(Type.String(), Type.Union([plain as TSchema, template, several])));
}

/** A node that is several: the figures of its rule by name, and what they share. */
function severalFigures(): TSchema {
  const { id, ...shared } = NODE_KEYS;
  const gives = Type.Record(Type.String(), object({ id, ...shared }), {
    minProperties: 1,
    description: 'Figures of the rule by name, each with its id and whatever the others do not share.',
  });
  const kinds = [...RULES].flatMap(([key, { schema }]) => {
    const { give, ...properties } = (schema as { properties?: Record<string, TSchema> }).properties ?? {};
    return give === undefined ? [] : [object({ ...shared, [key]: object(properties), gives })];
  });
  return Type.Union(kinds);
}

function reference(definition: 'node' | 'figures' | 'part'): TSchema {
  return Type.Unsafe({ $ref: `#/$defs/${definition}` });
}

function nodeList(): TSchema {
  const node = Type.Union([reference('node'), reference('figures')]);
  const template = Type.Union([
    object({ 'for each': ForEachSchema, node }),
    object({ 'for each': ForEachSchema, nodes: Type.Array(node, { minItems: 1 }) }),
  ]);
  return Type.Optional(Type.Array(Type.Union([node, template])));
}

/** In a template `$x` may stand for a number, a word of a list, yes or no: wherever nodes have such a value. */
function withColumns(schema: TSchema): TSchema {
  return Type.Unsafe(open(plainJson(schema)) as object);
}

const COLUMN = { type: 'string', pattern: '^\\$[A-Za-z_]\\w*$' };

function open(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(open);
  if (typeof value !== 'object' || value === null || takesText(value)) return value;
  const schema = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, keeps(key) ? inner : open(inner)]),
  );
  const isPlain = ['integer', 'number', 'boolean'].includes(schema['type'] as string) || 'enum' in schema;
  if (!isPlain) return schema;
  const { description, ...plain } = schema;
  return { anyOf: [plain, COLUMN], ...(description === undefined ? {} : { description }) };
}

/** A choice of which one is any text takes `$x` as it is. */
function takesText(schema: object): boolean {
  if (!('anyOf' in schema) || !Array.isArray(schema.anyOf)) return false;
  return schema.anyOf.some((one: Record<string, unknown>) => one['type'] === 'string' && one['pattern'] === undefined);
}

/** Keys of a schema whose values are no schemas. */
function keeps(key: string): boolean {
  return key === 'enum' || key === 'const' || key === 'required' || key === 'type';
}

/** Without the builder's own marks. */
function plainJson(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}
