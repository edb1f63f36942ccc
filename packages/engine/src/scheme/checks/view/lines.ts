import type { Fraction } from '../../../number/fraction.ts';
import type { SchemePath } from '../../finding.ts';
import { exactNumber } from '../../exact.ts';
import { asList } from '../../schema/common.ts';

/** A line of marks as the file has it, whatever rule it stands in: what is counted, and what it is worth. */
export interface Line {
  readonly path: SchemePath;
  /** Takes marks off rather than adding them. */
  readonly minus: boolean;
  readonly counting: 'each' | 'once' | 'row' | 'per';
  /** Event item; `null` for steps of a number. */
  readonly item: string | null;
  /** Words of the category that count; `null`: all of them. */
  readonly categories: readonly string[] | null;
  /** Marks of one event, where they are written as numbers. */
  readonly rates: readonly Rate[];
  /** A condition decides whether it counts, or which rows do. */
  readonly conditional: boolean;
  /** The least of the limits that cut the line: its own, or that of its node. `null`: none, or one that is no number. */
  readonly limit: Fraction | null;
}

export interface Rate {
  readonly category: string | null;
  readonly marks: Fraction;
  readonly path: SchemePath;
}

const COUNTED = ['each', 'once', 'row'] as const;

/** Keys whose lines take marks off. */
const TAKING = new Set(['deduct', 'minus', 'penalty']);

/** Finds the lines anywhere within a rule: records that count an event, or steps of a number. */
export function findLines(value: unknown, path: SchemePath, limit: Fraction | null = null): Line[] {
  if (Array.isArray(value)) return value.flatMap((entry, at) => findLines(entry, [...path, at], limit));
  if (!isRecord(value)) return [];
  const line = lineOf(value, path, limit);
  if (line !== null) return [line];
  return Object.entries(value).flatMap(([key, inner]) => findLines(inner, [...path, key], limit));
}

function lineOf(record: Readonly<Record<string, unknown>>, path: SchemePath, limit: Fraction | null): Line | null {
  const counting = COUNTED.find((key) => typeof record[key] === 'string');
  const steps = record['per'] !== undefined && typeof record['of'] === 'string';
  if (counting === undefined && !steps) return null;
  const by = isRecord(record['by']) ? record['by'] : null;
  const named = asList(record['categories'] as string | readonly string[] | undefined);
  const own = exact(record['at most']);
  return {
    path,
    minus: path.some((key) => TAKING.has(String(key))),
    counting: counting ?? 'per',
    item: counting === undefined ? null : (record[counting] as string),
    categories: by === null ? (named.length === 0 ? null : named) : Object.keys(by),
    rates:
      by === null
        ? single(record['marks'], path)
        : Object.entries(by).flatMap(([word, marks]) => rate(word, marks, [...path, 'by', word])),
    conditional: record['where'] !== undefined || record['if'] !== undefined,
    limit: own === null || (limit !== null && limit.compare(own) < 0) ? limit : own,
  };
}

function single(marks: unknown, path: SchemePath): Rate[] {
  return rate(null, marks, [...path, 'marks']);
}

function rate(category: string | null, marks: unknown, path: SchemePath): Rate[] {
  const number = exact(marks);
  return number === null ? [] : [{ category, marks: number, path }];
}

function exact(value: unknown): Fraction | null {
  return typeof value === 'number' || typeof value === 'string' ? exactNumber(value) : null;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
