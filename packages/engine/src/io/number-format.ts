/** Numerals that a number format writes behind a number, and their powers of ten. */
const NUMERALS: readonly (readonly [numeral: RegExp, power: number])[] = [
  [/^\s*亿/, 8],
  [/^\s*千万/, 7],
  [/^\s*百万/, 6],
  [/^\s*十万/, 5],
  [/^\s*万/, 4],
  // 千克 and 千米 are units.
  [/^\s*千(?=[元人吨]|$)/, 3],
  [/^\s*k$/i, 3],
  [/^\s*M$/, 6],
];

/**
 * Where a number format shows another number than is stored, or none. `format-unit`: what is shown means another number
 * (3 as 3万); `format-scaled`: digits are left away (1234567 as 123.5, or as 123.5万); `null`: the number is shown as it is.
 */
export function howShown(format: string, value: number): 'format-unit' | 'format-scaled' | 'format-empty' | null {
  if (format === '' || format === 'General') return null;
  const key = value < 0 ? `-${format}` : format;
  let shown = known.get(key);
  if (shown === undefined) {
    shown = read(sectionFor(format, value));
    known.set(key, shown);
  }
  return value === 0 ? null : shown;
}

const known = new Map<string, ReturnType<typeof howShown>>();

function sectionFor(format: string, value: number): string {
  const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  // A section with a condition holds for other numbers than its place says.
  const isPlain = sections.every((section) => !/\[[<>=]/.test(section));
  return (isPlain && value < 0 && sections.length > 1 ? sections[1] : sections[0]) ?? '';
}

function read(section: string): ReturnType<typeof howShown> {
  let literal = '';
  let digits = 0;
  let commas = 0;
  let scaled = 0;
  let behindPoint: number | null = null;
  let isDecimal = false;
  for (let at = 0; at < section.length; at += 1) {
    const sign = section[at]!;
    if (sign === '"') {
      const end = section.indexOf('"', at + 1);
      if (digits > 0) literal += section.slice(at + 1, end < 0 ? undefined : end);
      at = end < 0 ? section.length : end;
    } else if (sign === '\\' || sign === '!') {
      at += 1;
      const next = section[at] ?? '';
      // A point that is written into the digits: 0!.0, shows 1234567 as 123.5.
      if (next === '.' && digits > 0 && !isDecimal) behindPoint = 0;
      else if (digits > 0) literal += next;
    } else if (sign === '_' || sign === '*') at += 1;
    else if (sign === '[') at = Math.max(at, section.indexOf(']', at));
    else if ('0#?'.includes(sign)) {
      digits += 1;
      commas = 0;
      if (behindPoint !== null && !isDecimal) behindPoint += 1;
    } else if (sign === ',') commas += digits > 0 ? 1 : 0;
    else if (sign === '.') {
      scaled += commas;
      commas = 0;
      isDecimal = true;
    } else if (/[eE@/]/.test(sign)) return null;
    else if (digits > 0) literal += sign;
  }
  if (digits === 0) return section.replace(/\[[^\]]*\]|_.|\*./g, '').trim() === '' ? 'format-empty' : null;
  const left = 3 * (scaled + commas) + (behindPoint ?? 0);
  const meant = NUMERALS.find(([numeral]) => numeral.test(literal))?.[1] ?? 0;
  if (meant === 0) return left === 0 ? null : 'format-scaled';
  return meant === left ? 'format-scaled' : 'format-unit';
}
