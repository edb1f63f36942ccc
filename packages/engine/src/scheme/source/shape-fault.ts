import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { schemeTexts } from '../../locale/scheme-texts.ts';
import { shapeTexts } from '../../locale/shape-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { SchemePath } from '../finding.ts';
import { knownKeys } from './known-keys.ts';

type Fault = ReturnType<typeof Value.Errors>[number];

/** What is wrong with the shape of a value: where in it, and how to mend it. */
export interface ShapeFault {
  readonly code: 'shape.unknown-key' | 'shape.value';
  readonly message: LocalText;
  readonly remedy: LocalText;
  /** Way from the value to the place. */
  readonly path: SchemePath;
}

/** Names the deepest place that is wrong: of several alternatives the one that was nearest to fitting. */
export function shapeFault(schema: TSchema, value: unknown): ShapeFault {
  const faults = [...Value.Errors(schema, value)];
  const worst = faults.reduce((a, b) => (depth(b) > depth(a) ? b : a), faults[0] as Fault);
  const unexpected = faults.find(({ keyword }) => keyword === 'additionalProperties');
  if (unexpected !== undefined && depth(unexpected) >= depth(worst) - 1) return unknownKey(schema, unexpected);
  const path = pathOf(worst);
  const place = path.length === 0 ? '' : `${path.join('.')} `;
  return {
    code: 'shape.value',
    message: schemeTexts.wrongValue({ zh: place + wording(worst, faults).zh, en: place + wording(worst, faults).en }),
    remedy: schemeTexts.seeReference,
    path,
  };
}

function unknownKey(schema: TSchema, fault: Fault): ShapeFault {
  const names = (fault.params as { additionalProperties?: string[] }).additionalProperties ?? [];
  const known = keysAt(schema, fault.schemaPath);
  return {
    code: 'shape.unknown-key',
    message: schemeTexts.unknownKey(names.join(', ')),
    remedy: remedyFor(names, known),
    path: pathOf(fault),
  };
}

/** Keys of a line, where a map of lines is wanted, mean one line that is not in a list. */
function remedyFor(names: readonly string[], known: readonly string[]): LocalText {
  if (known.includes('lines') && names.some((name) => LINE_KEYS.has(name))) return shapeTexts.linesAsList;
  return known.length === 0 ? schemeTexts.seeReference : knownKeys(names[0] ?? '', known);
}

const LINE_KEYS: ReadonlySet<string> = new Set(['each', 'once', 'row', 'per', 'marks', 'by']);

/** Keys that the part of the schema at `pointer` knows. */
function keysAt(schema: unknown, pointer: string): readonly string[] {
  const steps = pointer
    .replace(/^#\/?/, '')
    .split('/')
    .filter((step) => step !== '')
    .map(unescaped);
  const at = steps.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], schema);
  return Object.keys((at as { properties?: object } | undefined)?.properties ?? {});
}

/** The fault in words; of several alternatives their words together. */
function wording(worst: Fault, faults: readonly Fault[]): LocalText {
  const same = faults.filter((fault) => fault.instancePath === worst.instancePath && fault.keyword !== 'anyOf');
  const words = same.flatMap((fault) => allowedOf(fault));
  if (words.length > 0) return shapeTexts.oneOf(words);
  const has = (keyword: string): Fault | undefined => same.find((fault) => fault.keyword === keyword);
  if (has('minItems') ?? has('minLength') ?? has('minProperties')) return shapeTexts.notEmpty;
  const required = has('required');
  if (required)
    return shapeTexts.required((required.params as { requiredProperties?: string[] }).requiredProperties ?? []);
  const pattern = has('pattern');
  if (pattern) return shapeTexts.pattern(String((pattern.params as { pattern?: unknown }).pattern ?? ''));
  const minimum = has('minimum');
  if (minimum) return shapeTexts.atLeast(String((minimum.params as { limit?: unknown }).limit ?? ''));
  const types = same.flatMap(({ keyword, params }) =>
    keyword === 'type' ? [String((params as { type?: unknown }).type)] : [],
  );
  return types.length > 0 ? shapeTexts.type([...new Set(types)]) : { zh: worst.message, en: worst.message };
}

/** Fixed words that a value may be. */
function allowedOf({ keyword, params }: Fault): string[] {
  if (keyword === 'enum') return ((params as { allowedValues?: unknown[] }).allowedValues ?? []).map(String);
  if (keyword === 'const') return [String((params as { allowedValue?: unknown }).allowedValue)];
  return [];
}

function pathOf({ instancePath }: Fault): SchemePath {
  return instancePath
    .split('/')
    .slice(1)
    .map(unescaped)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function depth({ instancePath }: Fault): number {
  return instancePath.split('/').length;
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
