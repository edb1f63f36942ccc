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
 * Maps full-width signs and digits to plain ones and `30%` to a quotient in brackets. Texts in double quotes and names in
 * backticks stay as they are; a name that holds a word of the grammar (`fee.in`) gets them.
 */
export function normaliseFormula(source: string): NormalisedFormula {
  let text = '';
  const origins: number[] = [];
  let closing: string | null = null;
  let inner = 0; // pairs of “ ” that stand open inside a text
  const put = (piece: string, at: number): void => {
    for (const character of piece) {
      text += character;
      for (let unit = 0; unit < character.length; unit += 1) origins.push(at);
    }
  };
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at] as string;
    if (closing !== null) {
      const ends = character === closing || (closing === '"' && character === '”' && inner === 0);
      if (closing === '"' && character === '“') inner += 1;
      if (closing === '"' && character === '”' && inner > 0) inner -= 1;
      put(ends ? closing : character, at);
      if (ends) closing = null;
      continue;
    }
    // `or else(` would be read as the operator `or`: it reaches the parser as one word.
    if (OR_ELSE.test(source.slice(at, at + 12)) && !/[\p{L}\p{N}_.]$/u.test(text)) {
      for (const letter of 'or_else') put(letter, at);
      at += 'or else'.length - 1;
      continue;
    }
    const name = /[\p{L}\p{N}_.]$/u.test(text) ? null : nameWithKeyword(source, at);
    if (name !== null) {
      put('`', at);
      for (let letter = 0; letter < name.length; letter += 1) put(plainSign(name[letter] as string), at + letter);
      put('`', at + name.length);
      at += name.length - 1;
      continue;
    }
    const sign = plainSign(character);
    if (sign === '"' || sign === '`') {
      closing = sign;
      inner = 0;
    }
    const number = sign === '%' ? NUMBER_AT_THE_END.exec(text) : null;
    if (number === null) {
      put(sign, at);
    } else {
      // `30%` becomes `(30/100)`, one operand, so that `x / 30%` divides by 0.3.
      text = `${text.slice(0, number.index)}(${text.slice(number.index)}`;
      origins.splice(number.index, 0, origins[number.index] as number);
      put('/100)', at);
    }
  }
  origins.push(source.length);
  return { text, origins };
}

/** The function `or else`, at the beginning of a text. */
const OR_ELSE = /^or else *[(（]/;

/** Words of the grammar, which the parser would not take for a part of a name. */
const KEYWORDS = new Set(
  'and between else every false for function if in instance null of or return satisfies some then true'.split(' '),
);

const DOTTED_NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)+/uy;

/** `fee.in`: a name of which a later part is a word of the grammar. It reaches the parser in backticks. */
function nameWithKeyword(source: string, at: number): string | null {
  DOTTED_NAME.lastIndex = at;
  const name = DOTTED_NAME.exec(source)?.[0] ?? null;
  return name !== null &&
    name
      .split('.')
      .slice(1)
      .some((part) => KEYWORDS.has(part))
    ? name
    : null;
}

/** A number that a `%` can belong to. Behind anything else the sign stays, and the parser refuses it at its place. */
const NUMBER_AT_THE_END = /(?<![\p{L}\p{N}_.])(?:\d+(?:\.\d+)?|\.\d+)\s*$/u;

function plainSign(character: string): string {
  const code = character.charCodeAt(0);
  // ０ … ９, Ａ … Ｚ, ａ … ｚ stand in one block, 0xfee0 above the plain ones.
  const isWideWord =
    (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
  if (isWideWord) return String.fromCharCode(code - 0xfee0);
  return SIGNS.get(character) ?? character;
}
