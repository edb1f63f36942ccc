import { explainTexts } from '../locale/explain-texts.ts';
import { Fraction } from '../number/fraction.ts';
import type { Cell } from '../plan/cell.ts';
import { keyText } from '../plan/exact/rank.ts';
import type { CellFrame, NodeId, RowFrame } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import { sameValue } from './figure-at.ts';
import type { Place, PlanWalk } from './figure-at.ts';

/** Where a place in a ranking comes from: how many compete in the group, how many stand better or share the place. */
export function standing(walk: PlanWalk, place: Place): LocalText {
  const { operation, inputs } = place.node;
  const own = walk.value(place);
  if (operation.kind !== 'rank' || !(own instanceof Fraction)) return explainTexts.notRanked;
  const keys = walk.run.column(inputs[1] as NodeId);
  const key = keyText(keys[place.at] as Cell);
  const { periods } = walk.run.population(partOf(walk, place.node.frame));
  const ranks = walk.run
    .column(place.node.id)
    .filter((_, at) => periods[at] === periods[place.at] && keyText(keys[at] as Cell) === key)
    .filter((rank): rank is Fraction => rank instanceof Fraction);
  const tied = ranks.filter((rank) => sameValue(rank, own)).length - 1;
  const better = ranks.filter((rank) => rank.compare(own) < 0).length;
  return explainTexts.standing(ranks.length, better, tied);
}

function partOf(walk: PlanWalk, frame: number): string {
  const definition = walk.run.plan.frames[frame] as CellFrame | RowFrame;
  return definition.kind === 'cells' ? definition.part : partOf(walk, definition.cells);
}
