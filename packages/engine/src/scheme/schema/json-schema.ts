import Type from 'typebox';
import type { TSchema } from 'typebox';
import { RULES } from '../../rules/registry.ts';
import { TitleSchema } from './common.ts';
import { NODE_KEYS } from './node.ts';
import { PART_KEYS, SCHEME_KEYS } from './scheme.ts';

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
    items: Type.Array(reference('node')),
  });
  const sections = { items: nodeList(), adjustments: Type.Optional(adjustments), results: nodeList() };
  const part = object({ part: Type.String(), title: Type.Optional(TitleSchema), ...PART_KEYS, ...sections });
  return plainJson({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    title: 'Kaoheng scheme',
    description: 'The rules of an appraisal scheme. See docs/scheme-language.md.',
    if: { type: 'object', required: ['parts'] },
    then: object({ ...SCHEME_KEYS, parts: Type.Array(reference('part'), { minItems: 1 }) }),
    else: object({ ...SCHEME_KEYS, ...PART_KEYS, ...sections }),
    $defs: { node, part },
  });
}

function object(properties: Record<string, TSchema>): TSchema {
  return Type.Object(properties, { additionalProperties: false });
}

function reference(definition: 'node' | 'part'): TSchema {
  return Type.Unsafe({ $ref: `#/$defs/${definition}` });
}

function nodeList(): TSchema {
  return Type.Optional(Type.Array(reference('node')));
}

/** Without the builder's own marks. */
function plainJson(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}
