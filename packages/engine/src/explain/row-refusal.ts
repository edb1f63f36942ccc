import { registerTexts } from '../locale/register-texts.ts';
import { Fraction } from '../number/fraction.ts';
import { exactText } from '../number/text.ts';
import type { RowFrame } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import { sameValue } from './figure-at.ts';
import type { Place, PlanWalk } from './figure-at.ts';

/** Why a row did not count: the first named condition of the mask that does not hold. `null`: none has a name. */
export function rowRefusal(walk: PlanWalk, mask: Place): LocalText | null {
  if (walk.value(mask) === true) return null;
  const { node } = mask;
  if (node.label?.kind === 'condition') return withRowKept(walk, mask, node.label.title);
  if (node.operation.kind !== 'and' && node.operation.kind !== 'replace' && node.operation.kind !== 'same') return null;
  const operands = node.operation.kind === 'and' ? walk.operands(mask) : [walk.operand(mask, 0)];
  for (const operand of operands) {
    const reason = rowRefusal(walk, operand);
    if (reason !== null) return reason;
  }
  return null;
}

/** Of rows that count once: what the one that is kept is worth. */
function withRowKept(walk: PlanWalk, place: Place, title: LocalText): LocalText {
  const running = findRunning(walk, place);
  if (running === null || running.node.operation.kind !== 'running') return title;
  const { operation, frame, inputs } = running.node;
  const keys = inputs.slice(1 + operation.order.length, 1 + operation.order.length + operation.peers.keys);
  const groups = walk.run.relations.rowGroups(frame, operation.peers, keys, (id) => walk.run.column(id));
  const kept = (groups[running.at] ?? []).find((row) => sameValue(walk.run.value(running.node.id, row), Fraction.ONE));
  if (kept === undefined) return title;
  const worth = walk.value(walk.operand({ node: running.node, at: kept }, 1));
  const observation = walk.run.index.observations[walk.run.rows(frame).observations[kept] ?? -1];
  const definition = walk.run.plan.frames[frame] as RowFrame;
  if (observation === undefined || definition.kind !== 'rows') return title;
  return registerTexts.keptInstead(title, worth instanceof Fraction ? exactText(worth) : '', observation.date);
}

function findRunning(walk: PlanWalk, place: Place): Place | null {
  if (place.node.operation.kind === 'running') return place;
  if (place.node.inputs.length === 0 || place.node.operation.kind === 'and') return null;
  return findRunning(walk, walk.operand(place, 0));
}
