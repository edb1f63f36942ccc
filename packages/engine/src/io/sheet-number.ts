import type { CellFault } from './table.ts';

/** Excel keeps and shows no more than 15 digits of a number. */
const EXCEL_DIGITS = 15;

/** What a number format does to the text of a number. */
type NumberStyle =
  | { readonly style: 'plain' }
  | { readonly style: 'fixed'; readonly places: number }
  | { readonly style: 'percent'; readonly places: number }
  | { readonly style: 'padded'; readonly digits: number };

/** A number of a sheet as text, and what was done to it. */
export interface NumberCell {
  readonly text: string;
  readonly fault: Pick<CellFault, 'kind' | 'detail'> | null;
}

/**
 * The exact decimal that a number cell stands for.
 *
 * A sheet stores doubles, but a person typed a decimal of at most 15 digits or a formula computed one: rounding the
 * double to 15 digits gives back exactly what was typed, and 0.3 for `=0.1+0.2`. The formatted text is not taken, for it
 * may hide digits (89.996 shown as 90.00); only where it says the same number in more letters (`113.00`, `0012`, `98%`)
 * does the text follow the format.
 */
export function numberCell(value: number, format: string): NumberCell {
  const shortest = String(value);
  if (Number.isInteger(value) && Math.abs(value) >= 10 ** EXCEL_DIGITS) {
    return { text: BigInt(value).toString(), fault: { kind: 'digits-lost', detail: BigInt(value).toString() } };
  }
  const rounded = String(Number(value.toPrecision(EXCEL_DIGITS)));
  const decimal = plainDecimal(rounded);
  const text = styled(decimal, styleOf(format));
  return { text, fault: rounded === shortest ? null : { kind: 'rounded', detail: plainDecimal(shortest) } };
}

const styles = new Map<string, NumberStyle>();

function styleOf(format: string): NumberStyle {
  let style = styles.get(format);
  if (style === undefined) {
    style = parseStyle(format);
    styles.set(format, style);
  }
  return style;
}

function parseStyle(format: string): NumberStyle {
  const bare = format
    .split(';')[0]
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .trim();
  const match = /^([#,0]*)(?:\.(0+)#*)?\s*(%?)$/.exec(bare);
  if (match === null || bare === '') return { style: 'plain' };
  const [, whole, decimals = '', percent] = match;
  if (percent !== '') return { style: 'percent', places: decimals.length };
  if (decimals !== '') return { style: 'fixed', places: decimals.length };
  return /^0{2,}$/.test(whole) ? { style: 'padded', digits: whole.length } : { style: 'plain' };
}

function styled(decimal: string, style: NumberStyle): string {
  switch (style.style) {
    case 'plain':
      return decimal;
    case 'fixed':
      return withPlaces(decimal, style.places);
    case 'percent':
      return `${withPlaces(timesHundred(decimal), style.places)}%`;
    case 'padded':
      return /^\d+$/.test(decimal) ? decimal.padStart(style.digits, '0') : decimal;
  }
}

/** At least `places` decimals; never fewer than the number has. */
function withPlaces(decimal: string, places: number): string {
  if (!/^-?\d+(?:\.\d+)?$/.test(decimal) || places === 0) return decimal;
  const point = decimal.indexOf('.');
  const present = point < 0 ? 0 : decimal.length - point - 1;
  if (present >= places) return decimal;
  return decimal + (point < 0 ? '.' : '') + '0'.repeat(places - present);
}

function timesHundred(decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (match === null) return decimal;
  const [, sign, whole, part = ''] = match;
  const digits = whole + part.padEnd(2, '0');
  const places = Math.max(part.length - 2, 0);
  const shifted = digits.slice(0, digits.length - places).replace(/^0+(?=\d)/, '');
  return sign + shifted + (places > 0 ? `.${digits.slice(-places)}` : '');
}

/** Writes `1e-7` as `0.0000001`; leaves what would need more than 30 zeros. */
function plainDecimal(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text === '-0' ? '0' : text;
  const [, sign, whole, part = '', power] = match;
  const exponent = Number(power);
  if (Math.abs(exponent) > 30) return text;
  const digits = whole + part;
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  return sign + digits.padEnd(exponent + 1, '0');
}
