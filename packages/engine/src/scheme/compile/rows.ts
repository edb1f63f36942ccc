import { containingPeriod } from '../../data/period.ts';
import type { PeriodKind } from '../../data/period.ts';
import type { FormulaScope, Reference, ValueList } from '../../formula/scope.ts';
import type { PlanBuilder } from '../../plan/builder.ts';
import type { FrameId, NodeId, RowPeriods } from '../../plan/plan.ts';
import type { RowReading } from '../../rules/rule.ts';
import type { CompiledInput } from './inputs.ts';
import { ROW_FIELDS } from './row-fields.ts';
import { namedSubject } from './named-subject.ts';
import { besideRows, both, sameRows } from './same-rows.ts';

/**
 * Reads the rows of an input for the cells of a frame.
 *
 * Events and ratings are read in the period and its sub-periods; inputs with one value in the period alone. Event rows
 * of 0 or NA count as not there; an event without a value stands for 1.
 */
export function readRows(
  plan: PlanBuilder,
  cells: FrameId,
  outer: FormulaScope,
  input: CompiledInput,
  periods?: RowPeriods,
  happenedOnly = input.kind === 'event',
): RowReading {
  const single = isSingle(input);
  const rows = plan.addFrame({
    kind: 'rows',
    cells,
    items: [input.item],
    periods:
      periods ??
      (single && input.per !== null ? { kind: 'of', period: input.per } : { kind: single ? 'own' : 'within' }),
    // Another part may read the item by finer periods: those values are none of the periods looked back at.
    ...(single && periods !== undefined ? { given: input.per ?? outer.periodKind ?? 'year' } : {}),
    happenedOnly,
    valueType: valueType(input),
    emptyValue: input.kind === 'event' && !input.needsValue ? '1' : '',
  });
  return {
    declaration: input,
    rows,
    values: plan.field(rows, 'value'),
    scope: new RowScope(plan, rows, outer, input.matterNames?.part ?? null),
    draw: (aggregate, values, mask) => plan.fold(cells, aggregate, values, mask),
  };
}

/** Inputs with one value per subject and period, as against rows to be counted or drawn together. */
export function isSingle({ kind }: CompiledInput): boolean {
  return kind !== 'event' && kind !== 'rating';
}

/** Inputs with one value per period of a finer kind: a list in the part. */
export function isList({ per }: CompiledInput, kind: PeriodKind): boolean {
  return per !== null && containingPeriod({ kind, index: 0 }, per) === null;
}

export function valueType(input: CompiledInput): 'number' | 'word' | 'flag' {
  if (input.kind === 'flag') return 'flag';
  return input.kind === 'level' || input.takesAnyWord || input.words.length > 0 ? 'word' : 'number';
}

/**
 * A list of rows for formulas: `sum(petition)`, `count(ballot[value = "好"])`. A row of NA that the input does not provide
 * for is not there: nobody may count it.
 */
export function rowList({ declaration, values, scope, draw }: RowReading, plan: PlanBuilder): ValueList {
  const list: ValueList = { values, type: plan.typeOf(values), inside: scope, draw };
  if (declaration.mayBeNA || declaration.kind === 'event') return list;
  const counted = plan.not(plan.is('na', values));
  return { ...list, counted, draw: (aggregate, column, mask) => draw(aggregate, column, both(plan, counted, mask)) };
}

/** Names inside a row: its own fields first, then the names of the cell that reads it. */
class RowScope implements FormulaScope {
  readonly frame: FrameId;
  readonly #plan: PlanBuilder;
  readonly #outer: FormulaScope;
  readonly #named: string | null;

  /** `named`: the part whose subjects the matter of a row names. */
  constructor(plan: PlanBuilder, frame: FrameId, outer: FormulaScope, named: string | null) {
    this.#plan = plan;
    this.frame = frame;
    this.#outer = outer;
    this.#named = named;
  }

  resolve(name: string): Reference | null {
    const field = ROW_FIELDS.find((known) => known === name);
    if (field !== undefined) return { kind: 'value', column: this.#plan.field(this.frame, field) };
    const same = sameRows(name, { plan: this.#plan, scope: this, mask: () => null });
    if (same !== null) return same;
    const named = this.#ofNamed(name);
    if (named !== null) return named;
    const outer = this.#outer.resolve(name.startsWith('own.') ? name.slice(4) : name);
    if (outer?.kind === 'list') return besideRows(this.#plan, this.frame, outer.list);
    return outer === null ? null : { kind: 'value', column: this.#bring(outer.column) };
  }

  resolveState(name: string): NodeId | null {
    const own = ROW_FIELDS.some((known) => known === name);
    if (own) return this.#plan.field(this.frame, name as (typeof ROW_FIELDS)[number]);
    const named = this.#ofNamed(name);
    if (named?.kind === 'value') return named.raw ?? named.column;
    const column = this.#outer.resolveState(name);
    return column === null ? null : this.#bring(column);
  }

  resolvePrevious(name: string, back: number): NodeId | null {
    const column = this.#outer.resolvePrevious(name, back);
    return column === null ? null : this.#bring(column);
  }

  /** Of a row, `decimals(value)`; otherwise of an input of the cell. */
  resolveDecimals(name: string): NodeId | null {
    if (name === 'value' && this.#plan.typeOf(this.#plan.field(this.frame, 'value')) === 'number')
      return this.#plan.field(this.frame, 'decimals');
    const column = this.#outer.resolveDecimals?.(name) ?? null;
    return column === null ? null : this.#bring(column);
  }

  #ofNamed(name: string): Reference | null {
    return namedSubject(name, { plan: this.#plan, frame: this.frame, outer: this.#outer, part: this.#named });
  }

  #bring(column: NodeId): NodeId {
    return this.#plan.ofCell(this.frame, column);
  }

  get periodKind(): PeriodKind {
    return this.#outer.periodKind ?? 'year';
  }

  names(): readonly string[] {
    return [...ROW_FIELDS, ...this.#outer.names()];
  }
}
