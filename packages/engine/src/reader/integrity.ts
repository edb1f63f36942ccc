import { digestOf } from '../workspace/digest.ts';

/**
 * The mark by which a published file is known again, whoever wrote it down how: SHA-256 over its JSON without spaces,
 * with the keys of every object in order, and without the mark itself.
 */
export async function integrityOf(file: object): Promise<string> {
  const { integrity: _, ...rest } = file as Record<string, unknown>;
  return `sha256-${await digestOf(new TextEncoder().encode(canonicalText(rest)))}`;
}

/** JSON in one form only. What has no value is left out, as it is when the file is written. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalText(item)}`).join(',')}}`;
}
