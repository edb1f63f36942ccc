import { stepTexts } from '../../locale/step-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import { MISSING, NOT_APPLICABLE } from '../../plan/cell.ts';
import type { NodeId } from '../../plan/plan.ts';
import { schemeTexts } from '../../locale/scheme-texts.ts';
import { asList } from '../schema/common.ts';
import type { Literal } from '../schema/common.ts';
import { SchemeError } from './scheme-error.ts';
import { localText } from '../texts.ts';
import type { NodeContext } from './node-context.ts';

/** The figure of a node. */
export interface NodeFigure {
  readonly column: NodeId;
  /** The figure without what stands in for unset parameters: where one is needed, this fault names it. */
  readonly unsettled: NodeId;
}

/**
 * What every node can say beside its rule, applied in one order for all: limits, guard, exceptions, rounding, what
 * stands in for a state, and whether the node applies at all.
 */
export function applyModifiers(raw: NodeId, context: NodeContext, overChildren: boolean): NodeFigure {
  let column = limits(raw, context, overChildren);
  const cases = exceptions(context);
  column = cases.reduceRight((rest, { condition, value }) => context.plan.select(condition, value, rest), column);
  column = context.guarded(column);
  column = rounding(column, context);
  const conditions = conditionsOf(context);
  const figure = applicability(standIns(column, STAND_INS, context), conditions, context);
  if (context.node['if unset'] === undefined) return { column: figure, unsettled: figure };
  const others = STAND_INS.filter(([key]) => key !== 'if unset');
  return { column: figure, unsettled: applicability(standIns(column, others, context), conditions, context) };
}

/**
 * What a node keeps for sums over nodes, under the same conditions as the node: it is missing where an input of the node
 * is, and does not apply where the node does not.
 */
export function applyConditions(kept: NodeId, context: NodeContext): NodeId {
  return applicability(context.guarded(kept), conditionsOf(context), context);
}

/**
 * A leaf of the tree stays between 0 and its full marks unless it says otherwise. Sums over children are not limited:
 * a child that may go below 0 takes its parents with it.
 */
function limits(raw: NodeId, context: NodeContext, overChildren: boolean): NodeId {
  const { node, plan, frame, max, tree } = context;
  let column = raw;
  const isMarks = tree.role === 'item' && max !== null && !overChildren && plan.typeOf(raw) === 'number';
  if (isMarks && node['may exceed max'] !== true) {
    column = context.step(plan.arithmetic('smallest', column, max), stepTexts.notAboveMax, { kind: 'limit' });
  }
  if (isMarks && node['may go below 0'] !== true) {
    const zero = plan.number(frame, Fraction.ZERO);
    column = context.step(plan.arithmetic('largest', column, zero), stepTexts.notBelowZero, { kind: 'limit' });
  }
  if (node['at most'] !== undefined) {
    const limit = context.amountAt(node['at most'], ['at most']);
    column = context.placeAt('limit', plan.arithmetic('smallest', column, limit), ['at most']);
    column = context.step(column, stepTexts.atMost, { kind: 'limit' });
  }
  if (node['at least'] !== undefined) {
    const limit = context.amountAt(node['at least'], ['at least']);
    column = context.placeAt('limit', plan.arithmetic('largest', column, limit), ['at least']);
    column = context.step(column, stepTexts.atLeast, { kind: 'limit' });
  }
  return column;
}

interface Exception {
  readonly condition: NodeId;
  readonly value: NodeId;
}

/** Conditions that set the rule aside; the first that holds counts. The inputs of a `use` guard that value alone. */
function exceptions(context: NodeContext): Exception[] {
  const { node } = context;
  return asList(node.unless).map((entry, number) => {
    const path = Array.isArray(node.unless) ? ['unless', number] : ['unless'];
    const title = entry.title === undefined ? context.wording(entry.if) : localText(entry.title, '');
    const condition = context.step(context.flagAt(entry.if, [...path, 'if']), title, {
      kind: 'condition',
      clause: entry.clause ?? node.clause ?? '',
    });
    context.setAside.push(condition);
    const value =
      entry.use === undefined ? context.literal(entry.is ?? 0) : context.branchAt(entry.use, [...path, 'use']);
    return { condition, value };
  });
}

function rounding(column: NodeId, context: NodeContext): NodeId {
  const { round } = context.node;
  if (round === undefined) return column;
  if (typeof round === 'object' && 'significant' in round) {
    const digits = round.significant;
    const kept = context.plan.add(context.frame, 'number', { kind: 'significant', digits }, [column]);
    return context.step(kept, stepTexts.significant(digits));
  }
  const { places, mode = 'half up' } = typeof round === 'number' ? { places: round } : round;
  const rounded = context.plan.add(context.frame, 'number', { kind: 'round', places, mode }, [column]);
  return context.step(rounded, stepTexts.rounded(places, mode));
}

const STAND_INS = [
  ['if unset', 'parameter-unset'],
  ['if missing', 'missing'],
  ['if not applicable', 'na'],
  ['if dividing by zero', 'division-by-zero'],
] as const;

function standIns(column: NodeId, states: readonly (typeof STAND_INS)[number][], context: NodeContext): NodeId {
  let result = column;
  for (const [key, state] of states) {
    const value = context.node[key];
    if (value !== undefined) result = context.plan.replace([state], result, standIn(value, key, column, context));
  }
  return result;
}

/** What stands for a state: a value, another state, marks that follow from the full marks, or the mean of the group. */
function standIn(value: Literal, key: string, own: NodeId, context: NodeContext): NodeId {
  const { plan, frame } = context;
  switch (value) {
    case 'missing':
      return plan.constant(frame, MISSING);
    case 'full marks':
      return fullMarks(key, context);
    case 'half marks':
      return plan.arithmetic('divide', fullMarks(key, context), plan.number(frame, 2));
    case 'group mean': {
      const inputs = { values: own, key: context.rankKey(undefined) };
      const mean = plan.gather(frame, { kind: 'peers' }, 'mean', inputs, 'leave out');
      return context.step(plan.replace(['missing'], mean, fullMarks(key, context)), stepTexts.groupMean);
    }
    default:
      return context.literal(value);
  }
}

function fullMarks(key: string, { max, node, tree }: NodeContext): NodeId {
  if (max !== null) return max;
  throw new SchemeError('node.no-max', schemeTexts.needsMax(node.id), schemeTexts.addMax, [...tree.path, key]);
}

/** When a node is missing, and when it applies; `null`: nothing is said. */
interface Conditions {
  readonly missing: NodeId | null;
  readonly applies: NodeId | null;
}

function conditionsOf(context: NodeContext): Conditions {
  const missing = context.node['missing if'];
  const applies = context.applicabilities();
  return {
    missing:
      missing === undefined
        ? null
        : context.step(context.flagAt(missing, ['missing if']), stepTexts.missingIf(context.wording(missing)), {
            kind: 'condition',
          }),
    applies: applies.length === 0 ? null : context.plan.logic('and', applies),
  };
}

function applicability(column: NodeId, { missing, applies }: Conditions, { plan, frame }: NodeContext): NodeId {
  const given = missing === null ? column : plan.select(missing, plan.constant(frame, MISSING), column);
  return applies === null ? given : plan.select(applies, given, plan.constant(frame, NOT_APPLICABLE));
}
