/** What no file system takes in a name, and signs that turn the direction of writing, by which an ending can be disguised. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Bytes of UTF-8 that a name may take: 255 with an ending and a number against equal names. */
const MOST_BYTES = 235;

/** A text as the name of a file, without an ending. */
export function fileName(text: string): string {
  return cut(allowed(text), MOST_BYTES) || '_';
}

/** The name of a file called after a title and what it holds of it: where both are too long, the title is cut. */
export function titledFileName(title: string, ...parts: readonly string[]): string {
  const tail = parts.filter((part) => part !== '').map((part) => ` ${allowed(part)}`);
  const room = Math.max(30, MOST_BYTES - byteLength(tail.join('')));
  return fileName(cut(allowed(title), room) + tail.join(''));
}

/** Names of files in one folder, all different where case does not count: of equal ones the later get a number. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? [];
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? name : `${stem} (${number})${ending}`;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** Periods as a part of a name: a few one by one, more from the first to the last. */
export function periodsInName(periods: readonly string[], language: 'zh' | 'en'): string {
  const sorted = [...periods].sort();
  if (sorted.length <= 3) return sorted.join(language === 'zh' ? '、' : ', ');
  return [sorted[0]!, sorted[sorted.length - 1]!].join(language === 'zh' ? '至' : ' to ');
}

/** Neither points nor blanks at the ends: a leading point hides a file, and Windows drops those behind. */
function allowed(text: string): string {
  return text
    .replace(FORBIDDEN, '_')
    .trim()
    .replace(/^\.+/, '_')
    .replace(DEVICE, '$&_')
    .replace(/[. ]+$/, '');
}

function cut(text: string, bytes: number): string {
  let left = bytes;
  let end = 0;
  for (const character of text) {
    left -= byteLength(character);
    if (left < 0) break;
    end += character.length;
  }
  return text.slice(0, end).replace(/[. ]+$/, '');
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
