/**
 * Full-width signs that people type with a Chinese keyboard, and the signs they mean. Left alone, the parser would take
 * `得分＞90` for one long name.
 */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['＞', '>'],
  ['＜', '<'],
  ['＝', '='],
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
  ['（', '('],
  ['）', ')'],
  ['［', '['],
  ['］', ']'],
  ['，', ','],
  ['＋', '+'],
  ['－', '-'],
  ['−', '-'],
  ['×', '*'],
  ['＊', '*'],
  ['÷', '/'],
  ['／', '/'],
  ['．', '.'],
  ['％', '%'],
  ['“', '"'],
  ['”', '"'],
  ['　', ' '],
]);

/** A formula in plain signs, and where each of its characters stood before. */
export interface NormalisedFormula {
  readonly text: string;
  /** `origins[i]` is the position in the original text of character `i`; one entry more marks the end. */
  readonly origins: readonly number[];
}

/**
 * Maps full-width signs and digits to plain ones and `30%` to a quotient. Texts in double quotes and names in
 * backticks stay as they are.
 */
export function normaliseFormula(source: string): NormalisedFormula {
  let text = '';
  const origins: number[] = [];
  let closing: string | null = null;
  const put = (piece: string, at: number): void => {
    for (const character of piece) {
      text += character;
      for (let unit = 0; unit < character.length; unit += 1) origins.push(at);
    }
  };
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at] as string;
    if (closing !== null) {
      const ends = character === closing || (closing === '"' && character === '”');
      put(ends ? closing : character, at);
      if (ends) closing = null;
      continue;
    }
    const sign = plainSign(character);
    if (sign === '"' || sign === '`') closing = sign;
    put(sign === '%' ? '/100' : sign, at);
  }
  origins.push(source.length);
  return { text: bindPercentages(text, origins), origins };
}

function plainSign(character: string): string {
  const code = character.charCodeAt(0);
  // ０ … ９, Ａ … Ｚ, ａ … ｚ stand in one block, 0xfee0 above the plain ones.
  const isWideWord =
    (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
  if (isWideWord) return String.fromCharCode(code - 0xfee0);
  return SIGNS.get(character) ?? character;
}

/** `30%` became `30/100`; brackets make it one operand, so that `x / 30%` divides by 0.3. */
function bindPercentages(text: string, origins: number[]): string {
  const PERCENT = /(?<![\w.])(\d+(?:\.\d+)?)\/100(?!\d)/g;
  let result = '';
  let last = 0;
  let shift = 0;
  for (const match of text.matchAll(PERCENT)) {
    const start = match.index;
    const end = start + match[0].length;
    if (origins[end + shift - 1] !== origins[end + shift - 4]) continue; // written as `/100` by the author
    result += `${text.slice(last, start)}(${match[0]})`;
    origins.splice(start + shift, 0, origins[start + shift] as number);
    origins.splice(end + shift + 1, 0, origins[end + shift] as number);
    last = end;
    shift += 2;
  }
  return result + text.slice(last);
}
