// Writes the JSON Schema of scheme files: `npm run schema`. A test compares the file with the definitions.
import { mkdirSync, writeFileSync } from 'node:fs';
import { schemeJsonSchema } from '../packages/engine/src/scheme/schema/json-schema.ts';

const folder = new URL('../packages/engine/schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('scheme.schema.json', folder), `${JSON.stringify(schemeJsonSchema(), null, 2)}\n`);
