import type { FormulaScope, Reference } from '../../formula/scope.ts';
import type { PlanBuilder } from '../../plan/builder.ts';
import type { FrameId, NodeId } from '../../plan/plan.ts';

const PREFIX = 'matter.';

/** What finding the figures of named subjects needs to know about the rows. */
export interface NamingRows {
  readonly plan: PlanBuilder;
  /** Frame of the rows. */
  readonly frame: FrameId;
  /** Names of the cell that reads them. */
  readonly outer: FormulaScope;
  /** Part whose subjects the matter names; `null`: the matter is just a matter. */
  readonly part: string | null;
}

/**
 * `matter.total`: what the name stands for in the subject that a row names in its matter, in the period in which the
 * row lies. Missing where that subject takes no part then. `null`: there is no such name, or the matter names nobody.
 */
export function namedSubject(name: string, { plan, frame, outer, part }: NamingRows): Reference | null {
  if (part === null || !name.startsWith(PREFIX)) return null;
  const found = outer.resolveElsewhere?.(part, name.slice(PREFIX.length)) ?? null;
  if (found?.kind !== 'value') return null;
  const fetch = (column: NodeId): NodeId => plan.gather(frame, { kind: 'matter' }, 'only', { values: column });
  return { kind: 'value', column: fetch(found.column), raw: fetch(found.raw ?? found.column) };
}
