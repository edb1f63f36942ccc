import { formatPeriod } from '../../data/period.ts';
import { Fraction } from '../../number/fraction.ts';
import { parseNumber } from '../../number/text.ts';
import { Fault, MISSING, NOT_APPLICABLE } from '../cell.ts';
import type { Cell, ValueType } from '../cell.ts';
import { calendarValue } from '../operators/dates.ts';
import type { CalendarField, Frame, NodeId, Operation, PlanNode, RowFrame } from '../plan.ts';
import { subjectColumn } from './data-index.ts';
import type { ExactRun } from './exact-run.ts';
import { EVERYBODY } from './population.ts';

/** A value of a parameter that holds in a period; the last entry whose `from` is not later than the period counts. */
export interface ParameterValues {
  readonly [name: string]: (periodYear: number) => Cell;
}

/** Does an operator bring values into the plan: from the data, the parameters, the calendar, or the scheme itself? */
export function isSource({ kind }: Operation): boolean {
  return (
    kind === 'constant' ||
    kind === 'parameter' ||
    kind === 'attribute' ||
    kind === 'key' ||
    kind === 'calendar' ||
    kind === 'field' ||
    kind === 'of cell'
  );
}

/** What enters a run from outside the plan. */
export class Sources {
  readonly #run: ExactRun;
  readonly #parameters: ParameterValues;

  constructor(run: ExactRun, parameters: ParameterValues) {
    this.#run = run;
    this.#parameters = parameters;
  }

  /** The value of a source for one cell (or row) of its frame. */
  value(node: PlanNode, at: number): Cell {
    const { operation } = node;
    const frame = this.#run.plan.frames[node.frame] as Frame;
    switch (operation.kind) {
      case 'constant':
        return operation.value;
      case 'of cell':
        return this.#run.value(node.inputs[0] as NodeId, this.#run.rows(node.frame).cells[at] ?? -1);
      case 'field':
        return this.#field(node, frame as RowFrame, operation.field, at);
      case 'parameter': {
        const population = this.#run.cellPopulation(node.frame);
        const cell = frame.kind === 'rows' ? (this.#run.rows(node.frame).cells[at] ?? 0) : at;
        const period = formatPeriod({ kind: population.part.periodKind, index: population.periods[cell] ?? 0 });
        return (
          this.#parameters[operation.name]?.(Number(period.slice(0, 4))) ?? new Fault('parameter-unset', operation.name)
        );
      }
      case 'calendar':
        return this.#calendar(node, operation.field, at);
      case 'key':
      case 'attribute':
        return this.#subjectValue(node, operation, at);
      default:
        throw new Error(`"${operation.kind}" is no source.`);
    }
  }

  #calendar(node: PlanNode, field: CalendarField | 'first period', at: number): Cell {
    const population = this.#run.cellPopulation(node.frame);
    const index = population.periods[at] ?? 0;
    if (field === 'first period') return index === population.periods[0];
    return calendarValue(field, { kind: population.part.periodKind, index });
  }

  #subjectValue(node: PlanNode, operation: Extract<Operation, { kind: 'key' | 'attribute' }>, at: number): Cell {
    const population = this.#run.cellPopulation(node.frame);
    if (operation.kind === 'key' && operation.field === 'period') {
      return formatPeriod({ kind: population.part.periodKind, index: population.periods[at] ?? 0 });
    }
    const number = population.subjects[at] ?? -1;
    if (number === EVERYBODY) {
      if (operation.kind === 'attribute') return typed('', node.type);
      return operation.field === 'subject' ? 'ALL' : '';
    }
    const subject = this.#run.index.subjects[number];
    if (subject === undefined) return MISSING;
    if (operation.kind === 'key') return subjectColumn(subject, operation.field);
    return typed(subjectColumn(subject, operation.name), node.type);
  }

  #field(node: PlanNode, frame: RowFrame, field: string, at: number): Cell {
    const observation = this.#run.index.observations[this.#run.rows(node.frame).observations[at] ?? -1];
    if (observation === undefined) return MISSING;
    if (field === 'decimals') return writtenDecimals(observation.value);
    if (field !== 'value') return observation[field as 'category'];
    const text = observation.value === '' ? frame.emptyValue : observation.value;
    return text === 'NA' ? NOT_APPLICABLE : typed(text, frame.valueType);
  }
}

/** With how many decimals a number was written: `113.00` has two. */
function writtenDecimals(text: string): Cell {
  if (text === '') return MISSING;
  if (text === 'NA') return NOT_APPLICABLE;
  const point = text.indexOf('.');
  return Fraction.of(point < 0 ? 0 : text.length - point - 1);
}

/** A text of the data as a value of its type. */
function typed(text: string, type: ValueType): Cell {
  if (type === 'word') return text;
  if (text === '') return MISSING;
  if (type === 'flag') return text === 'true' ? true : text === 'false' ? false : new Fault('unknown-word', text);
  return parseNumber(text) ?? new Fault('not-a-number', text);
}
