import { foldText, trimText } from '../fold-text.ts';
import type { SubjectIndex } from '../subject-index.ts';
import type { SheetMapping } from './sheet-mapping.ts';

export interface FoundSubject {
  /** `null`: nobody is known by this text. */
  readonly id: string | null;
  /** `nobody`: somebody decided that the row is about no subject. */
  readonly by: 'id' | 'name' | 'alias' | 'nobody' | null;
}

const UNKNOWN: FoundSubject = { id: null, by: null };
const NOBODY: FoundSubject = { id: null, by: 'nobody' };

const aliases = new WeakMap<SheetMapping, ReadonlyMap<string, string>>();

/** Who a text of the subject column is: as somebody decided, by id, or by the name that one subject alone has. */
export function subjectOf(raw: string, mapping: SheetMapping, subjects: SubjectIndex): FoundSubject {
  const text = trimText(raw);
  if (text === '') return UNKNOWN;
  const decided = aliasesOf(mapping).get(foldText(text));
  if (decided === '') return NOBODY;
  if (decided !== undefined) {
    const meant = subjects.find(decided) ?? subjects.named(decided);
    return meant === null ? UNKNOWN : { id: meant, by: 'alias' };
  }
  const byName = mapping.columns.some(({ means }) => means.kind === 'subject' && means.by === 'name');
  const id = subjects.find(text);
  const named = subjects.named(text);
  // Some sheets write names and ids below each other.
  if (named !== null && (byName || id === null)) return { id: named, by: 'name' };
  return id === null ? UNKNOWN : { id, by: 'id' };
}

function aliasesOf(mapping: SheetMapping): ReadonlyMap<string, string> {
  let found = aliases.get(mapping);
  if (found === undefined) {
    found = new Map(Object.entries(mapping.subjects).map(([text, id]) => [foldText(text), id]));
    aliases.set(mapping, found);
  }
  return found;
}
