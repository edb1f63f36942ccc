import type { SubjectLabel } from '@kaoheng/engine/reader';
import type { Messages } from '../locales/messages.ts';

/** Where a part has results of all together, they are those of a subject with this id and name. */
const EVERYBODY = 'ALL';

/** A subject with the name that people read; the one that stands for all gets its name in their language. */
export function named<Label extends SubjectLabel>(label: Label, { everybody }: Messages): Label {
  return label.subject === EVERYBODY && label.name === EVERYBODY ? { ...label, name: everybody } : label;
}
