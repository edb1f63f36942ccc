import type { Case, CaseValue, Variable } from './case-space.ts';

/** Several cases at once: for some variables the values that they may have; the others do not matter. */
export type Pattern = ReadonlyMap<string, readonly CaseValue[]>;

/** Few patterns that hold all of the cases found, and none besides; no more than `most`. */
export function patternsOf(
  found: readonly Case[],
  all: readonly Case[],
  variables: ReadonlyMap<string, Variable>,
  most: number,
): Pattern[] {
  const wanted = new Set(found);
  const patterns: Pattern[] = [];
  let left = [...found];
  while (left.length > 0 && patterns.length < most) {
    const pattern = grown(left[0] as Case, wanted, all, variables);
    patterns.push(pattern);
    left = left.filter((entry) => !matches(entry, pattern));
  }
  return patterns;
}

/** One case, widened by every value with which it still holds wanted cases only. */
function grown(
  start: Case,
  wanted: ReadonlySet<Case>,
  all: readonly Case[],
  variables: ReadonlyMap<string, Variable>,
): Pattern {
  const pattern: Map<string, readonly CaseValue[]> = new Map([...start].map(([key, value]) => [key, [value]]));
  for (const [key, { values }] of variables) {
    const rest = new Map([...pattern].filter(([other]) => other !== key));
    const beside = all.filter((entry) => matches(entry, rest));
    const unwanted = new Set(beside.filter((entry) => !wanted.has(entry)).map((entry) => entry.get(key)));
    const chosen = around(start.get(key) as CaseValue, values, (value) => !unwanted.has(value));
    if (chosen.length === values.length) pattern.delete(key);
    else pattern.set(key, chosen);
  }
  return pattern;
}

/** Values that fit; of numbers those in one piece with where it starts. */
function around(
  start: CaseValue,
  values: readonly CaseValue[],
  fits: (value: CaseValue) => boolean,
): readonly CaseValue[] {
  if (start.kind !== 'number') return values.filter(fits);
  const from = values.indexOf(start);
  let [low, high] = [from, from];
  while (low > 0 && fits(values[low - 1] as CaseValue)) low -= 1;
  while (high < values.length - 1 && fits(values[high + 1] as CaseValue)) high += 1;
  return values.slice(low, high + 1);
}

function matches(entry: Case, pattern: Pattern): boolean {
  return [...pattern].every(([key, values]) => values.includes(entry.get(key) as CaseValue));
}
