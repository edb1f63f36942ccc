import type { MappingProposal } from '@kaoheng/engine/live';

type Subject = MappingProposal['subjects'][number];

/** More options than these only slow a list down; every name is accepted all the same. */
const MOST_OPTIONS = 2000;

/** A subject as it is written in lists: `石桥村(v02)`. */
export function named({ id, name }: Subject): string {
  return name === id || name === '' ? id : `${name}(${id})`;
}

/** What a list of subjects offers. */
export function subjectOptions(
  subjects: readonly Subject[],
): readonly { readonly value: string; readonly label: string }[] {
  return subjects.slice(0, MOST_OPTIONS).map((subject) => ({ value: named(subject), label: named(subject) }));
}

/**
 * Whom a text means: an id, a name that one subject alone has, or both as in a list. `null`: nothing was written;
 * `nobody`: no subject is called so; `several`: more than one is.
 */
export function whoIs(text: string, subjects: readonly Subject[]): Subject | 'nobody' | 'several' | null {
  const wanted = folded(text);
  if (wanted === '') return null;
  const byId = subjects.filter(({ id }) => folded(id) === wanted);
  const found = byId.length > 0 ? byId : subjects.filter((one) => [one.name, named(one)].map(folded).includes(wanted));
  if (found.length > 1) return 'several';
  return found[0] ?? 'nobody';
}

/** Width, case and spaces say nothing about who is meant. */
function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
