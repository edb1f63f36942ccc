import type { ResultRow } from '../../io/result-table.ts';
import { round } from '../../number/rounding.ts';
import { parseNumber, SHOWN_PLACES } from '../../number/text.ts';
import type { Scoring } from '../../score/score-dataset.ts';

/** A place where the engine and the expected table say different things; `null`: the row is not there. */
export interface Difference {
  readonly period: string;
  readonly subject: string;
  readonly node: string;
  readonly expected: string | null;
  readonly actual: string | null;
}

/** Compares two tables of results: words exactly, numbers to 12 decimals, no row missing, surplus or twice. */
export function differences(expected: readonly ResultRow[], actual: readonly ResultRow[]): Difference[] {
  const found: Difference[] = [];
  const remaining = new Map<string, string>();
  for (const [period, subject, node, value] of actual) {
    const key = keyOf(period, subject, node);
    if (remaining.has(key)) found.push({ period, subject, node, expected: null, actual: `${value} (twice)` });
    remaining.set(key, value);
  }
  for (const [period, subject, node, value] of expected) {
    const key = keyOf(period, subject, node);
    const got = remaining.get(key) ?? null;
    remaining.delete(key);
    if (got === null || !isSameValue(value, got)) found.push({ period, subject, node, expected: value, actual: got });
  }
  for (const [key, value] of remaining) {
    const [period = '', subject = '', node = ''] = key.split('\n');
    found.push({ period, subject, node, expected: null, actual: value });
  }
  return found;
}

/** Compares only what is listed; other rows may say anything. An empty value claims that there is no such row. */
export function differencesAmongListed(expected: readonly ResultRow[], actual: readonly ResultRow[]): Difference[] {
  const absent = new Set(expected.filter(isAbsent).map(([period, subject, node]) => keyOf(period, subject, node)));
  const present = expected.filter((row) => !isAbsent(row));
  return differences(present, actual).filter(
    (difference) =>
      difference.expected !== null || absent.has(keyOf(difference.period, difference.subject, difference.node)),
  );
}

const isAbsent = ([, , , value]: ResultRow): boolean => value === '';

const keyOf = (period: string, subject: string, node: string): string => [period, subject, node].join('\n');

function isSameValue(expected: string, actual: string): boolean {
  if (expected === actual) return true;
  const [a, b] = [parseNumber(expected), parseNumber(actual)];
  return a !== null && b !== null && round(a, SHOWN_PLACES).equals(round(b, SHOWN_PLACES));
}

/** The first differences in words: both values, the engine's arithmetic, and the lines of the working on that subject. */
export function describeDifferences(
  found: readonly Difference[],
  scoring: Scoring,
  working: string,
  most = 20,
): string {
  const blocks = found.slice(0, most).map((difference) => describe(difference, scoring, working));
  const byNode = [...countBy(found, ({ node }) => node)].sort(([, a], [, b]) => b - a);
  const summary = byNode.map(([node, count]) => `${node} ×${count}`).join(', ');
  return `${found.length} differences (${summary})\n${blocks.join('\n')}`;
}

function describe({ period, subject, node, expected, actual }: Difference, scoring: Scoring, working: string): string {
  const lines = [`${period} ${subject} ${node}: expected ${expected ?? 'no row'}, engine ${actual ?? 'no row'}`];
  if (actual !== null) lines.push(...engineWorking(period, subject, node, scoring));
  const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());
  const told = working.split('\n').filter((line) => {
    const found = cells(line);
    return found.includes(period) && found.includes(subject);
  });
  lines.push(...told.map((line) => `    worked: ${line}`));
  return lines.join('\n');
}

function engineWorking(period: string, subject: string, node: string, scoring: Scoring): string[] {
  const part = scoring.scored.parts.find(({ figures }) => figures.has(node))?.description.id;
  try {
    const { arithmetic, inputs } = scoring.explain({ part, period, subject, node });
    const read = inputs.map(({ item, figure, rows }) => `${item} = ${figure.text} (${rows.length} rows)`);
    return [arithmetic, read.join(', ')].filter((text) => text !== '').map((text) => `    engine: ${text}`);
  } catch (error) {
    return [`    engine: not explained (${String(error)})`];
  }
}

function countBy<Value>(values: readonly Value[], key: (value: Value) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1);
  return counts;
}
