import type { FormulaScope, Reference, ValueList } from '../../formula/scope.ts';
import type { NodeId, Relation } from '../../plan/plan.ts';
import { COMPLETE } from './complete.ts';
import type { PartCompiler } from './part-compiler.ts';
import { isSeveral, relate } from './relate.ts';
import { rowsElsewhere } from './rows-elsewhere.ts';

/**
 * Names of figures of other cells: `peers.total` (the group in this period), `all.total` (everybody in this period),
 * `teachers.total` (another part: a list of its members, the one figure of the subject this one belongs to, or a list
 * where it may belong to several). Without a figure, the list counts the subjects themselves.
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
  if (values === null) return rowsElsewhere(part, other, figure);
  const relation = relate(part, other);
  if (relation.kind === 'members' || isSeveral(relation.subject))
    return { kind: 'list', list: cellList(part, other, relation, values) };
  const fetch = (column: NodeId): NodeId => part.plan.gather(part.frame, relation, 'only', { values: column });
  const counted = figure === '' ? values : (other.readable(figure)?.counted ?? values);
  return { kind: 'value', column: fetch(counted), raw: fetch(values) };
}

/** The column of a figure, or one that stands for the subjects themselves. */
function valuesOf(part: PartCompiler, figure: string): NodeId | null {
  if (figure === '') return part.plan.constant(part.frame, true);
  const node = part.readable(figure);
  return node?.column ?? (figure === COMPLETE ? part.complete() : null);
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
