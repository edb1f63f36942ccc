import type { FormulaScope, Reference, ValueList } from '../../formula/scope.ts';
import { schemeTexts } from '../../locale/scheme-texts.ts';
import type { NodeId, Relation, SubjectRelation } from '../../plan/plan.ts';
import type { PeriodKind } from '../../data/period.ts';
import { asList } from '../schema/common.ts';
import type { SchemePart } from '../schema/scheme.ts';
import type { PartCompiler } from './part-compiler.ts';
import { DependencyError, SchemeError } from './scheme-error.ts';

/**
 * Names of figures of other cells: `peers.total` (the group in this period), `all.total` (everybody in this period),
 * `teachers.total` (another part: a list of its members, or the one figure of the part this one belongs to). Without a
 * figure, the list counts the subjects themselves.
 */
export function cellReference(part: PartCompiler, name: string): Reference | null {
  const [head = '', ...rest] = name.split('.');
  const figure = rest.join('.');
  if (head === 'peers' || head === 'all') return peers(part, head, figure);
  const other = part.scheme.part(head);
  return other === null ? null : otherPart(part, other, figure);
}

function peers(part: PartCompiler, head: 'peers' | 'all', figure: string): Reference | null {
  const values = valuesOf(part, figure);
  if (values === null) return null;
  const key = part.rankKey(head === 'all' ? 'everybody' : undefined);
  return { kind: 'list', list: cellList(part, part, { kind: 'peers' }, values, key) };
}

function otherPart(part: PartCompiler, other: PartCompiler, figure: string): Reference | null {
  const values = valuesOf(other, figure);
  if (values === null) return null;
  const relation = relate(part, other);
  if (relation.kind === 'members') return { kind: 'list', list: cellList(part, other, relation, values) };
  const fetch = (column: NodeId): NodeId => part.plan.gather(part.frame, relation, 'only', { values: column });
  const counted = figure === '' ? values : (other.node(figure)?.counted ?? values);
  return { kind: 'value', column: fetch(counted), raw: fetch(values) };
}

/** The column of a figure, or one that stands for the subjects themselves. */
function valuesOf(part: PartCompiler, figure: string): NodeId | null {
  if (figure === '') return part.plan.constant(part.frame, true);
  const node = part.node(figure);
  if (node === null && part.tree.find(figure) !== null) throw new DependencyError(figure);
  return node?.column ?? null;
}

function cellList(
  target: PartCompiler,
  source: PartCompiler,
  relation: Relation,
  values: NodeId,
  key?: NodeId,
): ValueList {
  const inside: FormulaScope = source.scope('');
  return {
    values,
    type: source.plan.typeOf(values),
    inside,
    canMatch: true,
    draw: (aggregate, column, mask, matching) =>
      target.plan.gather(
        target.frame,
        relation,
        aggregate,
        { values: column, mask, ...(key === undefined ? {} : { key }) },
        'zero',
        matching,
      ),
  };
}

const FINENESS: Readonly<Record<PeriodKind, number>> = { year: 1, half: 2, quarter: 4, month: 12 };

/** How a part looks at another: down to members and sub-periods, or up to a holder and the containing period. */
export function relate(part: PartCompiler, other: PartCompiler): Relation & { kind: 'members' | 'holder' } {
  const subject = subjectRelation(part.part, other.part, other.id, part.id);
  if (subject === null) {
    throw new SchemeError(
      'parts.unrelated',
      schemeTexts.unrelatedParts(part.id, other.id),
      schemeTexts.relateParts,
      part.path,
    );
  }
  const finer = FINENESS[other.part.period] > FINENESS[part.part.period];
  return { kind: (subject.down ?? finer) ? 'members' : 'holder', subject: subject.relation };
}

interface FoundRelation {
  readonly relation: SubjectRelation;
  /** `true`: the other part holds the members; `false`: the holder; `null`: the subjects are the same. */
  readonly down: boolean | null;
}

function subjectRelation(part: SchemePart, other: SchemePart, otherId: string, partId: string): FoundRelation | null {
  if (JSON.stringify(part.subjects ?? {}) === JSON.stringify(other.subjects ?? {}))
    return { relation: { kind: 'same' }, down: null };
  if (part.subjects === 'ALL') return { relation: { kind: 'everybody' }, down: true };
  if (other.subjects === 'ALL') return { relation: { kind: 'everybody' }, down: false };
  const up = belonging(part, otherId);
  const down = belonging(other, partId);
  if (
    up !== null &&
    down !== null &&
    typeof part['belongs to'] === 'string' &&
    typeof other['belongs to'] === 'string'
  ) {
    const path = ['parts'];
    throw new SchemeError('parts.ambiguous', schemeTexts.ambiguousParts(partId, otherId), schemeTexts.namePart, path);
  }
  if (down !== null && (up === null || typeof other['belongs to'] === 'object'))
    return { relation: named(other, part, down), down: true };
  return up === null ? null : { relation: named(part, other, up), down: false };
}

/** How a member finds its holder: by its id, by an equal value in a column of the holder, or because there is only one. */
function named(member: SchemePart, holder: SchemePart, column: string): SubjectRelation {
  const belongs = member['belongs to'];
  if (typeof belongs !== 'object') return { kind: 'named', column };
  const columns = holder.subjects === 'ALL' ? {} : (holder.subjects ?? {});
  const among = Object.fromEntries(Object.entries(columns).map(([name, words]) => [name, asList(words)] as const));
  const { part, by, equals } = belongs;
  if (by === EVERYBODY) return { kind: 'only', part, among };
  return equals === undefined ? { kind: 'named', column } : { kind: 'equal', column, equals, among };
}

/** Stands for a column in `by`: everybody belongs to the only subject of the part. */
export const EVERYBODY = 'everybody';

/** Column by which subjects of a part name their holder in the part `holder`; `null` where they do not. */
function belonging(part: SchemePart, holder: string): string | null {
  const belongs = part['belongs to'];
  if (belongs === undefined) return null;
  if (typeof belongs === 'string') return belongs;
  return belongs.part === holder ? belongs.by : null;
}
