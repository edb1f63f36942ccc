import type { SchemePath } from '../../finding.ts';
import { isRecord } from './lines.ts';

/** A text for people, and where it stands. */
export interface TextInFile {
  readonly text: string;
  readonly path: SchemePath;
}

/** Keys under which texts for people stand. Formulas, where `**` is a power, do not. */
const TEXT_KEYS = new Set([
  'title',
  'zh',
  'en',
  'unit',
  'clause',
  'note',
  'source',
  'from',
  'value',
  'words',
  'categories',
]);

/** The texts for people anywhere in a scheme file. */
export function textsIn(value: unknown, path: SchemePath = []): readonly TextInFile[] {
  if (typeof value === 'string') return isText(path) ? [{ text: value, path }] : [];
  if (Array.isArray(value)) return value.flatMap((entry, at) => textsIn(entry, [...path, at]));
  return isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key])) : [];
}

function isText(path: SchemePath): boolean {
  return path[0] === 'parameters' || path.slice(-2).some((key) => TEXT_KEYS.has(String(key)));
}
