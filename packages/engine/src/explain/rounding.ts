import type { Cell } from '../plan/cell.ts';
import type { Operation } from '../plan/plan.ts';
import { branchTaken, isClosed, sameValue } from './figure-at.ts';
import type { Place, PlanWalk } from './figure-at.ts';

/** What a column was before the rounding at its end; what it is where nothing was rounded there. */
export function beforeRounding(walk: PlanWalk, place: Place): Cell {
  const { operation, label } = place.node;
  if (label?.kind === 'limit') {
    const first = walk.operand(walk.operand(place, 0), 0);
    const isIdle = !isClosed(first) && sameValue(walk.value(first), walk.value(place));
    return isIdle ? beforeRounding(walk, first) : walk.value(place);
  }
  const carries =
    operation.kind === 'same' ||
    operation.kind === 'guard' ||
    operation.kind === 'replace' ||
    operation.kind === 'select';
  if (carries) {
    const inner = walk.operand(place, operation.kind === 'select' ? branchTaken(walk, place) : 0);
    const isOpen = !isClosed(inner) && sameValue(walk.value(inner), walk.value(place));
    return isOpen ? beforeRounding(walk, inner) : walk.value(place);
  }
  return isRounding(operation) ? walk.value(walk.operand(place, 0)) : walk.value(place);
}

/** Rounding that an equation tells with ≈. What goes down or up to a whole number is written with its own brackets. */
export function isRounding(operation: Operation): boolean {
  return operation.kind === 'significant' || (operation.kind === 'round' && !isToWhole(operation));
}

/** Rounding down or up to a whole number. */
export function isToWhole({ places, mode }: Extract<Operation, { kind: 'round' }>): boolean {
  return places === 0 && (mode === 'floor' || mode === 'ceiling');
}
