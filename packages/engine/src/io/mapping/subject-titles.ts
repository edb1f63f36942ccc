import { trimText } from '../fold-text.ts';
import type { ColumnFacts } from './propose-columns.ts';
import type { ProposeContext } from './propose-context.ts';

/** The subject that the title of a column names; `null`: nobody, or several. */
export function titledSubject({ title, known }: ColumnFacts, { subjects }: ProposeContext): string | null {
  if (known.includes('ignore')) return null;
  for (const part of [...title.parts].reverse()) {
    const text = trimText(part.replace(/[([（【][^()[\]（）【】]*[)\]）】]$/, ''));
    const found = subjects.named(part) ?? subjects.named(text) ?? subjects.find(part);
    if (found !== null) return found;
  }
  return null;
}

/** Whether subjects stand side by side: at least two, and nothing else but what sums them up, from some column on. */
export function areSubjectsBeside(facts: readonly ColumnFacts[], context: ProposeContext): boolean {
  const titled = facts.filter((one) => titledSubject(one, context) !== null);
  if (titled.length < 2 || titled.length * 2 < facts.filter(({ matches }) => matches.length > 0).length) return false;
  const distinct = new Set(titled.map((one) => titledSubject(one, context)));
  const first = titled[0]!.column;
  const beside = facts.filter(({ column, known }) => column >= first && known.length === 0);
  // Ticks and classes may stand below each subject, but no other title between them.
  return distinct.size >= 2 && titled.length * 10 >= beside.length * 6;
}
