import type { DeliveryLine, SubjectDelivery } from '@kaoheng/engine/live';

/** Who may be seen: everybody, or one who delivers; everything, or only what is missing. */
export interface DeliveryFilter {
  /** Empty: everybody. */
  readonly from: string;
  readonly onlyGaps: boolean;
}

/** A column of the table. */
export interface DeliverySubject {
  readonly subject: string;
  readonly name: string;
}

/** What one subject has delivered, and has not. */
export interface SubjectLines extends DeliverySubject {
  /** What was given or does not apply. */
  readonly given: number;
  readonly missing: readonly DeliveryLine[];
}

const isMissing = ({ state }: SubjectDelivery): boolean => state === 'missing';

/** Everybody who delivers, in order. */
export function ownersOf(lines: readonly DeliveryLine[]): string[] {
  return [...new Set(lines.map(({ from }) => from))].filter((from) => from !== '').sort();
}

export function filteredLines(lines: readonly DeliveryLine[], { from, onlyGaps }: DeliveryFilter): DeliveryLine[] {
  return lines.filter(
    (line) => (from === '' || line.from === from) && (!onlyGaps || line.subjects.some((one) => isMissing(one))),
  );
}

/** The subjects that lines are asked of, in their order; with `onlyGaps` those that one of these lines is missing for. */
export function subjectsOf(lines: readonly DeliveryLine[], onlyGaps: boolean): DeliverySubject[] {
  const asked = lines.flatMap(({ subjects }) => subjects);
  const owing = new Set(asked.filter(isMissing).map(({ subject }) => subject));
  const known = new Map(asked.map(({ subject, name }) => [subject, { subject, name }]));
  return [...known.values()].filter(({ subject }) => !onlyGaps || owing.has(subject));
}

/** What is there and what is missing, subject by subject; those with the most gaps first. */
export function linesBySubject(lines: readonly DeliveryLine[], onlyGaps: boolean): SubjectLines[] {
  const found = new Map<string, DeliverySubject & { given: number; missing: DeliveryLine[] }>();
  for (const line of lines) {
    for (const { subject, name, state } of line.subjects) {
      const own = found.get(subject) ?? { subject, name, given: 0, missing: [] };
      found.set(subject, own);
      if (state === 'missing') own.missing.push(line);
      else if (state !== 'not needed') own.given += 1;
    }
  }
  return [...found.values()]
    .filter(({ missing }) => !onlyGaps || missing.length > 0)
    .sort((one, other) => other.missing.length - one.missing.length);
}
