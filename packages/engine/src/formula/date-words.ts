import type { PlanBuilder } from '../plan/builder.ts';
import type { DateOperation, NodeId } from '../plan/plan.ts';
import { FormulaError } from './syntax.ts';
import type { Expression } from './syntax.ts';

/** A day in ISO form that the calendar has. Only such words stand in the order of the days. */
function isDay(word: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day or a month as people write it, in another form than that of dates and periods. */
const OTHER_FORM = /^\d{2,4}\s*[-/.年]\s*\d{1,2}(\s*[-/.月]\s*\d{1,2}\s*日?)?\s*月?$/;
const PERIOD = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Functions that give a day. */
const DAYS: ReadonlySet<DateOperation['how']> = new Set(['date', 'years after']);

/** Whether a column holds days. */
export function holdsDays(column: NodeId, plan: PlanBuilder): boolean {
  let { operation, inputs } = plan.node(column);
  while (operation.kind === 'same' || operation.kind === 'of cell')
    ({ operation, inputs } = plan.node(inputs[0] as NodeId));
  if (operation.kind === 'field') return operation.field === 'date';
  return operation.kind === 'date' && DAYS.has(operation.how);
}

/** Refuses a written word beside a day that is none: words compare letter by letter, so that the answer would be wrong. */
export function requireDay(
  written: Expression,
  { besideDays, ordered }: { readonly besideDays: boolean; readonly ordered: boolean },
): void {
  if (written.kind === 'number' || written.kind === 'negate' || written.kind === 'binary') {
    if (besideDays) throw new FormulaError('not-a-date', written.span, '');
    return;
  }
  if (written.kind !== 'word' || written.text === '' || isDay(written.text)) return;
  if (besideDays || (ordered && OTHER_FORM.test(written.text) && !PERIOD.test(written.text)))
    throw new FormulaError('not-a-date', written.span, written.text);
}
