import type { Subject } from './dataset.ts';

/** The value of a subject's column: one of the fixed ones or an attribute. Empty where there is none. */
export function subjectColumn(subject: Subject, column: string): string {
  switch (column) {
    case 'subject':
      return subject.id;
    case 'name':
      return subject.name;
    case 'group':
      return subject.group;
    case 'parent':
      return subject.parent;
    default:
      return Object.prototype.hasOwnProperty.call(subject.attributes, column) ? (subject.attributes[column] ?? '') : '';
  }
}

/** Has the subject one of these values in each of these columns? */
export function isAmong(subject: Subject, columns: Readonly<Record<string, readonly string[]>>): boolean {
  return Object.entries(columns).every(([name, values]) => values.includes(subjectColumn(subject, name)));
}
