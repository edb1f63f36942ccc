import { SCHEME_BODIES, type SchemeBody, type SchemeEntry } from '@kaoheng/engine/live';

/** Schemes for one kind of body. */
export interface SchemeGroup {
  readonly body: SchemeBody;
  readonly schemes: readonly SchemeEntry[];
}

/** Schemes by the kind of body that they appraise; within, in the order of their titles as the language sorts them. */
export function inGroups(
  schemes: readonly SchemeEntry[],
  titleOf: (scheme: SchemeEntry) => string,
  language: string,
): readonly SchemeGroup[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return SCHEME_BODIES.map((body) => ({
    body,
    schemes: schemes
      .filter((scheme) => scheme.body === body)
      .sort((one, other) => compare(titleOf(one), titleOf(other))),
  })).filter((group) => group.schemes.length > 0);
}

/** Those that have every word of a text in a title, of either language, in the id, or in the name of their group. */
export function matching(
  schemes: readonly SchemeEntry[],
  text: string,
  groupName: (body: SchemeBody) => string,
): readonly SchemeEntry[] {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return schemes.filter(({ id, title, body }) => {
    const whole = folded(`${title.zh} ${title.en} ${id} ${groupName(body)}`);
    return words.every((word) => whole.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
