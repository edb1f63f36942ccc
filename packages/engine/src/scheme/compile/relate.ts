import type { PeriodKind } from '../../data/period.ts';
import { partTexts } from '../../locale/part-texts.ts';
import type { CellRelation, SubjectRelation } from '../../plan/plan.ts';
import { asList } from '../schema/common.ts';
import type { Belonging, SchemePart } from '../schema/scheme.ts';
import type { PartCompiler } from './part-compiler.ts';
import { SchemeError } from './scheme-error.ts';

const FINENESS: Readonly<Record<PeriodKind, number>> = { year: 1, half: 2, quarter: 4, month: 12 };

/** How a part looks at another: down to members and sub-periods, or up to a holder and the containing period. */
export function relate(part: PartCompiler, other: PartCompiler): CellRelation {
  const subject = relatedSubjects(part, other);
  const finer = FINENESS[other.part.period] > FINENESS[part.part.period];
  return { kind: (subject.down ?? finer) ? 'members' : 'holder', subject: subject.relation };
}

/** How the subjects of a part look at those of another, whatever their periods. */
export function relatedSubjects(part: PartCompiler, other: PartCompiler): FoundRelation {
  const found = subjectRelation(part.part, other.part, other.id, part.id);
  if (found === null) {
    throw new SchemeError(
      'parts.unrelated',
      partTexts.unrelatedParts(part.id, other.id),
      partTexts.relateParts,
      part.path,
    );
  }
  return found;
}

/** Whether a member can belong to several subjects at once. */
export function isSeveral(relation: SubjectRelation): boolean {
  return relation.kind === 'named' && relation.list !== undefined;
}

/** A relation of subjects, and its direction. */
export interface FoundRelation {
  readonly relation: SubjectRelation;
  /** `true`: the other part holds the members; `false`: the holder; `null`: the subjects are the same. */
  readonly down: boolean | null;
}

function subjectRelation(part: SchemePart, other: SchemePart, otherId: string, partId: string): FoundRelation | null {
  const up = belonging(part, otherId);
  const down = belonging(other, partId);
  // A part that names another, or itself, means its column, also where both have the same subjects.
  if (typeof down === 'object' && down !== null) return { relation: named(down, part), down: true };
  if (typeof up === 'object' && up !== null) return { relation: named(up, other), down: false };
  if (JSON.stringify(part.subjects ?? {}) === JSON.stringify(other.subjects ?? {}))
    return { relation: { kind: 'same' }, down: null };
  if (part.subjects === 'ALL') return { relation: { kind: 'everybody' }, down: true };
  if (other.subjects === 'ALL') return { relation: { kind: 'everybody' }, down: false };
  if (up !== null && down !== null) {
    const path = ['parts'];
    throw new SchemeError('parts.ambiguous', partTexts.ambiguousParts(partId, otherId), partTexts.namePart, path);
  }
  if (down !== null) return { relation: { kind: 'named', column: down }, down: true };
  return up === null ? null : { relation: { kind: 'named', column: up }, down: false };
}

/** Stands for a column in `by`: everybody belongs to the only subject of the part. */
export const EVERYBODY = 'everybody';

/** How a member finds its holder: by its id or ids, by an equal value in a column of the holder, or because there is only one. */
function named({ part, by, equals, list, then }: Belonging, holder: SchemePart): SubjectRelation {
  const columns = holder.subjects === 'ALL' ? {} : (holder.subjects ?? {});
  const among = Object.fromEntries(Object.entries(columns).map(([name, words]) => [name, asList(words)] as const));
  if (by === EVERYBODY) return { kind: 'only', part, among };
  if (equals === undefined)
    return {
      kind: 'named',
      column: by,
      ...(list === undefined ? {} : { list }),
      ...(then === undefined ? {} : { then }),
    };
  return { kind: 'equal', column: by, equals, among };
}

/** How subjects of a part name their holder in the part `holder`: a column, for whatever part; `null`: they do not. */
function belonging(part: SchemePart, holder: string): Belonging | string | null {
  const belongs = part['belongs to'];
  if (belongs === undefined || typeof belongs === 'string') return belongs ?? null;
  return [belongs].flat().find((way) => way.part === holder) ?? null;
}
