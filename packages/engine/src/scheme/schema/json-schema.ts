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
  return plainJson({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    title: 'Kaoheng scheme',
    description: 'The rules of an appraisal scheme. See docs/scheme-language.md.',
    if: { type: 'object', required: ['parts'] },
    then: object({ ...head, parts: Type.Array(reference('part'), { minItems: 1 }) }),
    else: object({ ...head, ...PART_KEYS, ...sections }),
    $defs: { node, part },
  });
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
  return Type.Optional(Type.Record(Type.String(), Type.Union([plain as TSchema, template])));
}

function reference(definition: 'node' | 'part'): TSchema {
  return Type.Unsafe({ $ref: `#/$defs/${definition}` });
}

function nodeList(): TSchema {
  const template = Type.Union([
    object({ 'for each': ForEachSchema, node: reference('node') }),
    object({ 'for each': ForEachSchema, nodes: Type.Array(reference('node'), { minItems: 1 }) }),
  ]);
  return Type.Optional(Type.Array(Type.Union([reference('node'), template])));
}

/** Without the builder's own marks. */
function plainJson(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}
