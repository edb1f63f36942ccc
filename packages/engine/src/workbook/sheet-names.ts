/** Longest name of a sheet. */
const MOST_CHARACTERS = 31;

/** What a name of a sheet must not hold. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[[\]:*?/\\\u0000-\u001f\ufffe\uffff]/g;

/** Reserved by Excel, in every spelling. */
const RESERVED = 'history';

/**
 * Names that a spreadsheet takes, all different: forbidden characters become `_`, long names are cut, and of equal ones
 * (case does not count) the later get a number.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const base = allowed(name);
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? base : withNumber(base, number);
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

function allowed(name: string): string {
  const text = cut(name.replace(FORBIDDEN, '_').trim(), MOST_CHARACTERS).replace(/^'|'$/g, '_').trim();
  if (text === '') return '_';
  return text.toLowerCase() === RESERVED ? `${text}_` : text;
}

function withNumber(base: string, number: number): string {
  const ending = ` (${number})`;
  return cut(base, MOST_CHARACTERS - ending.length).trimEnd() + ending;
}

/** Up to `most` UTF-16 units, as spreadsheets count them, without half a character at the end. */
function cut(text: string, most: number): string {
  const start = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start;
}
