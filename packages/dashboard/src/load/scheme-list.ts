import type { SchemeEntry } from '@kaoheng/engine/live';

/** Schemes in the order of their titles as the language sorts them. */
export function inOrder(
  schemes: readonly SchemeEntry[],
  titleOf: (scheme: SchemeEntry) => string,
  language: string,
): readonly SchemeEntry[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...schemes].sort((one, other) => compare(titleOf(one), titleOf(other)));
}

/** Those that have every word of a text in a title, of either language, or in the id. */
export function matching(schemes: readonly SchemeEntry[], text: string): readonly SchemeEntry[] {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return schemes.filter(({ id, title }) => {
    const whole = folded(`${title.zh} ${title.en} ${id}`);
    return words.every((word) => whole.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
