import { Rational } from './rational.ts';
import { NA } from './value.ts';
import type { Value } from './value.ts';

/** A scheme file as it was written: plain values, no schema. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonMap = { readonly [key: string]: Json };

/** A map, or an empty one where there is nothing. */
export function mapOf(json: Json | undefined): JsonMap {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonMap) : {};
}

/** A list; a single value is a list of one. */
export function listOf(json: Json | undefined): readonly Json[] {
  if (json === undefined) return [];
  return Array.isArray(json) ? (json as readonly Json[]) : [json];
}

/** A value written in the scheme: `NA`, a number, a word or a flag. */
export function literal(json: Json): Value {
  if (json === 'NA') return NA;
  if (typeof json === 'number') return Rational.parse(String(json));
  if (typeof json === 'string' || typeof json === 'boolean') return json;
  throw new Error(`${JSON.stringify(json)} is no value.`);
}

/** A node of a part, with what stands around it. */
export interface OracleNode {
  readonly id: string;
  readonly keys: JsonMap;
  readonly place: 'item' | 'adjustment' | 'result' | 'sum of adjustments' | 'completeness';
  readonly parent: OracleNode | null;
  readonly children: OracleNode[];
}

/** A part: its keys, and its nodes by their ids. */
export interface OraclePart {
  readonly id: string;
  readonly keys: JsonMap;
  readonly nodes: ReadonlyMap<string, OracleNode>;
}

/** The parts of a scheme; one where the keys of a part stand at the top. */
export function partsOf(scheme: JsonMap): OraclePart[] {
  if (scheme['parts'] === undefined) return [partOf('main', scheme)];
  return listOf(scheme['parts'])
    .map(mapOf)
    .map((keys) => partOf(String(keys['part'] ?? 'main'), keys));
}

function partOf(id: string, keys: JsonMap): OraclePart {
  const nodes = new Map<string, OracleNode>();
  const add = (json: Json, place: OracleNode['place'], parent: OracleNode | null): OracleNode => {
    const node: OracleNode = { id: String(mapOf(json)['id']), keys: mapOf(json), place, parent, children: [] };
    if (nodes.has(node.id)) throw new Error(`Two nodes ${node.id}.`);
    nodes.set(node.id, node);
    for (const child of listOf(mapOf(json)['items'])) node.children.push(add(child, place, node));
    return node;
  };
  for (const item of listOf(keys['items'])) add(item, 'item', null);
  const adjustments = mapOf(keys['adjustments']);
  for (const item of listOf(adjustments['items'])) add(item, 'adjustment', null);
  for (const side of ['bonus', 'penalty']) {
    if (adjustments[side] !== undefined) add({ ...mapOf(adjustments[side]), id: side }, 'sum of adjustments', null);
  }
  for (const result of listOf(keys['results'])) {
    for (const figure of figuresOf(mapOf(result))) add(figure, 'result', null);
  }
  const complete = keys['complete'];
  const isNeeded = [...nodes.values()].some(
    ({ place, children, keys: own }) =>
      own['incomplete if'] !== undefined ||
      (place === 'item' && own['optional'] !== true && (children.length === 0 || canBeMissing(own))),
  );
  if (complete !== false && (isNeeded || typeof complete === 'string'))
    add({ id: 'complete', ...(typeof complete === 'string' ? { formula: complete } : {}) }, 'completeness', null);
  return { id, keys, nodes };
}

/** Whether a parent can be missing by itself, and not only by those below it. */
export function canBeMissing(keys: JsonMap): boolean {
  return (
    keys['missing if'] !== undefined ||
    keys['needs'] !== undefined ||
    keys['if not applicable'] === 'missing' ||
    listOf(keys['unless']).some((entry) => mapOf(entry)['use'] !== undefined)
  );
}

/** The nodes of a rule that has several figures: what stands beside the rule holds for all, what a figure says comes before. */
function figuresOf({ gives, ...shared }: JsonMap): JsonMap[] {
  const rule = ['account', 'paired'].find((key) => shared[key] !== undefined);
  if (gives === undefined || rule === undefined) return [shared];
  return Object.entries(mapOf(gives)).map(([give, own]) => ({
    ...shared,
    ...mapOf(own),
    [rule]: { ...mapOf(shared[rule]), give },
  }));
}

/** How an input is declared. */
export interface OracleInput {
  readonly kind: string;
  readonly keys: JsonMap;
  readonly allowsNA: boolean;
}

/** The declarations by item; a `score` node declares its own input unless the file does. */
export function inputsOf(scheme: JsonMap): Map<string, OracleInput> {
  const inputs = new Map<string, OracleInput>();
  for (const [names, declaration] of Object.entries(mapOf(scheme['inputs']))) {
    const keys = mapOf(declaration);
    const kind = String(keys['kind']);
    for (const name of names.split(',')) {
      inputs.set(name.trim(), { kind, keys, allowsNA: keys['NA'] === true || kind === 'rating' });
    }
  }
  for (const { id, keys } of partsOf(scheme).flatMap(({ nodes }) => [...nodes.values()])) {
    const score = keys['score'];
    const item = String(mapOf(score)['item'] ?? id);
    if (score === undefined || inputs.has(item)) continue;
    inputs.set(item, { kind: 'score', keys: {}, allowsNA: mapOf(score)['NA'] !== undefined });
  }
  return inputs;
}
