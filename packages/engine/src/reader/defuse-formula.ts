/**
 * What a spreadsheet takes for the beginning of a formula, in its usual, full-width and small forms. Blanks and signs that
 * are not seen do not count: programs drop some of them when they read a file.
 */
const RUNS_AS_FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/;

/** A text that a spreadsheet takes as a text: `=1+1` → `'=1+1`. Plain numbers stay, negative ones too. */
export function defuseFormula(text: string): string {
  return RUNS_AS_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}
