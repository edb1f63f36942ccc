const INVISIBLE_EDGES = /^[\s\u200b-\u200d\u2060]+|[\s\u200b-\u200d\u2060]+$/g;

/** Without spaces at both ends, the ideographic space U+3000 and the invisible ones included. */
export function trimText(text: string): string {
  if (text === '') return text;
  if (isVisibleAscii(text.charCodeAt(0)) && isVisibleAscii(text.charCodeAt(text.length - 1))) return text;
  return text.replace(INVISIBLE_EDGES, '');
}

function isVisibleAscii(code: number): boolean {
  return code > 32 && code < 127;
}

/** Full-width digits, letters and signs in their ASCII form: `１２３．５％` → `123.5%`. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2010-\u2012]/g, '-')
    .replace(/\u3000/g, ' ');
}

/** The form in which two spellings of one word are the same: width, case and spaces do not count. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200d\u2060]+/g, '');
}
