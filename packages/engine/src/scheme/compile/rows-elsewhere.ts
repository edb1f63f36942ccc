import type { PeriodKind } from '../../data/period.ts';
import type { FormulaScope, Reference, ValueList } from '../../formula/scope.ts';
import type { CellRelation, FrameId, NodeId, Span } from '../../plan/plan.ts';
import type { PartCompiler } from './part-compiler.ts';
import { relate } from './relate.ts';
import { both, requireNoOrder } from './same-rows.ts';

/** `teachers.award`, `teachers.honours`: the rows of an input or a register of another part, as that part sees them. */
export function rowsElsewhere(part: PartCompiler, other: PartCompiler, name: string): Reference | null {
  const found = other.tree.find(name) === null ? other.scope('').rows(name) : null;
  if (found?.kind !== 'list') return null;
  const { list } = found;
  const cells: CellRelation = relate(part, other);
  const draw: ValueList['draw'] = (aggregate, values, mask, matching) => {
    requireNoOrder(list, aggregate);
    const inputs = { values, mask: both(part.plan, list.counted ?? null, mask) };
    return part.plan.gather(part.frame, { kind: 'beside', cells }, aggregate, inputs, 'leave out', matching);
  };
  return { kind: 'list', list: { ...list, inside: new ScopeElsewhere(list.inside), cells, canMatch: true, draw } };
}

/**
 * Names inside such rows: as inside the rows of that part. `own` stands only in an equation, which is taken out before:
 * anywhere else it would mean the subject of the row, and not the one who asks.
 */
class ScopeElsewhere implements FormulaScope {
  readonly #rows: FormulaScope;

  constructor(rows: FormulaScope) {
    this.#rows = rows;
  }

  get frame(): FrameId {
    return this.#rows.frame;
  }

  get periodKind(): PeriodKind {
    return this.#rows.periodKind ?? 'year';
  }

  resolve(name: string): Reference | null {
    return isOwn(name) ? null : this.#rows.resolve(name);
  }

  resolveState(name: string): NodeId | null {
    return isOwn(name) ? null : this.#rows.resolveState(name);
  }

  resolvePrevious(name: string, back: number): NodeId | null {
    return isOwn(name) ? null : this.#rows.resolvePrevious(name, back);
  }

  resolveSpan(name: string, span: Span): ValueList | null {
    return isOwn(name) ? null : (this.#rows.resolveSpan?.(name, span) ?? null);
  }

  resolveDecimals(name: string): NodeId | null {
    return isOwn(name) ? null : (this.#rows.resolveDecimals?.(name) ?? null);
  }

  names(): readonly string[] {
    return this.#rows.names();
  }
}

function isOwn(name: string): boolean {
  return name.startsWith('own.');
}
