import type { FormulaScope, Reference, ValueList } from '../../formula/scope.ts';
import type { PlanBuilder } from '../../plan/builder.ts';
import { registerTexts } from '../../locale/register-texts.ts';
import type { Aggregate, FrameId, NodeId } from '../../plan/plan.ts';
import { ROW_FIELDS } from './row-fields.ts';
import { SchemeError } from './scheme-error.ts';

const NAME = new RegExp(`^(all )?same (${ROW_FIELDS.join('|')})(?:\\.(.+))?$`);

/** What a `same …` list needs to know about the rows it stands among. */
export interface RowsAtHand {
  readonly plan: PlanBuilder;
  /** Names of the other row. */
  readonly scope: FormulaScope;
  /** Rows that are in the list at all; `null`: all. */
  mask(): NodeId | null;
}

/**
 * `same matter`, `all same rater`: the rows that agree with a row in a field, itself included; `all`: over everybody of
 * the part in that period. An empty field agrees with nothing. `null`: the name is no such list.
 */
export function sameRows(name: string, { plan, scope, mask }: RowsAtHand): Reference | null {
  const match = NAME.exec(name);
  if (match === null) return null;
  const [, everybody, field = '', figure = 'value'] = match;
  const values = scope.resolve(figure);
  const key = scope.resolve(field);
  if (values?.kind !== 'value' || key?.kind !== 'value') return null;
  const within = mask();
  const across = everybody === undefined ? 'cell' : 'part';
  return {
    kind: 'list',
    list: {
      values: values.column,
      type: plan.typeOf(values.column),
      inside: scope,
      canMatch: true,
      draw: (aggregate, column, narrowed, matching) =>
        plan.gather(
          scope.frame,
          { kind: 'peers', keys: 1, across, emptyAlone: true },
          aggregate,
          { values: column, key: key.column, mask: both(plan, within, narrowed) },
          'leave out',
          matching,
        ),
    },
  };
}

/** A list of the cell, as a row of the same cell sees it. `null`: rows of other kinds cannot be seen from a row. */
export function besideRows(plan: PlanBuilder, frame: FrameId, list: ValueList): Reference | null {
  if (plan.frame(plan.node(list.values).frame).kind !== 'rows') return null;
  const stays = list.counted ?? null;
  return {
    kind: 'list',
    list: {
      ...list,
      canMatch: true,
      draw: (aggregate, values, mask, matching) => {
        requireNoOrder(list, aggregate);
        return plan.gather(
          frame,
          { kind: 'beside', ...(list.cells === undefined ? {} : { cells: list.cells }) },
          aggregate,
          { values, mask: both(plan, stays, mask) },
          'leave out',
          matching,
        );
      },
    },
  };
}

/** Rows that are read from elsewhere stand in the order of the file, whatever order their register has. */
export function requireNoOrder({ ordered }: ValueList, aggregate: Aggregate): void {
  if (ordered === true && (aggregate === 'first' || aggregate === 'last'))
    throw new SchemeError('register.order', registerTexts.orderElsewhere, registerTexts.drawThere, []);
}

/** Both masks; `null`: neither. */
export function both(plan: PlanBuilder, a: NodeId | null, b: NodeId | null): NodeId | null {
  if (a === null || b === null) return a ?? b;
  return plan.logic('and', [a, b]);
}
