/**
 * Items of a scheme may stand for a family: `key.*`, `dev.*.plan`. A star stands for one or more characters. The family
 * with the most letters of its own is the most exact one.
 */
export function isFamily(item: string): boolean {
  return item.includes('*');
}

/** Matches the items of a family, or the one item. */
export function itemPattern(item: string): RegExp {
  const parts = item.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}

/** Characters that a family names itself. */
export function ownLetters(item: string): number {
  return item.replaceAll('*', '').length;
}

/** A name that formulas can hold as it is: letters, digits and `_`, and points before a letter. */
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

export function isPlainName(item: string): boolean {
  return PLAIN_NAME.test(item);
}
