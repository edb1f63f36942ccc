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
  let pattern: Map<string, readonly CaseValue[]> = new Map([...start].map(([key, value]) => [key, [value]]));
  for (const [key, { values }] of variables) {
    const from = values.indexOf(start.get(key) as CaseValue);
    // Outwards from where it starts, so that stretches of numbers stay in one piece.
    const upwards = values.slice(from + 1);
    const downwards = values.slice(0, from).reverse();
    for (const side of [upwards, downwards]) {
      for (const value of side) {
        const wider = new Map(pattern).set(key, [...(pattern.get(key) ?? []), value]);
        const fits = all.every((entry) => !matches(entry, wider) || wanted.has(entry));
        if (fits) pattern = wider;
        else if (value.kind === 'number') break;
      }
    }
    if (pattern.get(key)?.length === values.length) pattern.delete(key);
  }
  return pattern;
}

function matches(entry: Case, pattern: Pattern): boolean {
  return [...pattern].every(([key, values]) => values.includes(entry.get(key) as CaseValue));
}
