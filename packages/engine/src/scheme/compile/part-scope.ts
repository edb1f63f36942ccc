import { localText } from '../texts.ts';
import type { PeriodKind } from '../../data/period.ts';
import type { FormulaScope, Reference, ValueList } from '../../formula/scope.ts';
import { NOT_APPLICABLE } from '../../plan/cell.ts';
import type { FrameId, NodeId, Span } from '../../plan/plan.ts';
import type { RowReading } from '../../rules/rule.ts';
import type { CompiledInput } from './inputs.ts';
import { cellReference } from './cell-references.ts';
import { COMPLETE } from './complete.ts';
import type { PartCompiler } from './part-compiler.ts';
import { DependencyError } from './scheme-error.ts';
import { ROW_FIELDS } from './row-fields.ts';
import { isList, isSingle, readRows, rowList } from './rows.ts';

const CALENDAR = ['year', 'half', 'quarter', 'month', 'days', 'first period'] as const;

/** `input.x` names the input x where a node of the same name would come first. */
export const INPUT_PREFIX = 'input.';

/**
 * Names of a part, as the rule of one node sees them: nodes, then inputs, parameters, attributes, and the figures of
 * peers and other parts. Inside the rule of node X the name X means the input X.
 */
export class PartScope implements FormulaScope {
  readonly #part: PartCompiler;
  readonly #own: string;
  readonly #read = new Set<NodeId>();

  constructor(part: PartCompiler, own: string) {
    this.#part = part;
    this.#own = own;
  }

  get frame(): FrameId {
    return this.#part.frame;
  }

  resolve(name: string): Reference | null {
    if (name.startsWith(INPUT_PREFIX)) return this.#inputReference(name.slice(INPUT_PREFIX.length));
    if (name === this.#own) return this.#inputReference(name);
    const node = this.#part.readable(name);
    if (node !== null) return { kind: 'value', column: node.counted, raw: node.column };
    const found =
      this.#inputReference(name) ??
      this.#setting(name) ??
      this.#part.registers.reference(name) ??
      this.#fieldOfRows(name) ??
      cellReference(this.#part, name) ??
      this.#complete(name) ??
      this.#calendar(name);
    if (found === null && this.#part.scheme.misread.isLost(name)) throw new DependencyError(name);
    return found;
  }

  /** Rows of an input or of a register, or a field of them; `null`: the name is none of these. */
  rows(name: string): Reference | null {
    const found = this.#inputReference(name) ?? this.#part.registers.reference(name) ?? this.#fieldOfRows(name);
    return found?.kind === 'list' ? found : null;
  }

  resolveState(name: string): NodeId | null {
    const needed = [...this.#read];
    const reference = this.resolve(name);
    this.#read.clear();
    for (const column of needed) this.#read.add(column);
    if (reference?.kind === 'list') return this.#stateOfRows(name);
    return reference?.kind === 'value' ? (reference.raw ?? reference.column) : null;
  }

  /**
   * Rows that may not apply: NA where one of them says so and nothing happened (or whatever else there is, where NA
   * overrides), otherwise how many there are.
   */
  #stateOfRows(name: string): NodeId | null {
    const input = this.#inputNamed(name);
    if (input === null || !(input.overriddenByNA || (input.kind === 'event' && input.mayBeNA))) return null;
    const { plan } = this.#part;
    const counted = readRows(plan, this.frame, this, input);
    const count = counted.draw('count', counted.values, null);
    const every = this.#everyRow(input);
    const says = every.draw('any', plan.is('na', every.values), null);
    const none = plan.compare('=', count, plan.number(this.frame, 0));
    const isNA = input.overriddenByNA ? says : plan.logic('and', [says, none]);
    const state = input.kind === 'rating' ? plan.select(none, this.#part.written.missing(), count) : count;
    return plan.select(isNA, plan.constant(this.frame, NOT_APPLICABLE), state);
  }

  resolveOverridden(name: string): ValueList | null {
    const input = this.resolve(name)?.kind === 'list' ? this.#inputNamed(name) : null;
    return input?.overriddenByNA === true ? rowList(this.#everyRow(input), this.#part.plan) : null;
  }

  #inputNamed(name: string): CompiledInput | null {
    const item = name.startsWith(INPUT_PREFIX) ? name.slice(INPUT_PREFIX.length) : name;
    const input = this.#part.scheme.inputs.find(item);
    return input === null ? null : { ...input, item };
  }

  /** The rows of events and ratings, those of NA and 0 included. */
  #everyRow(input: CompiledInput): RowReading {
    return readRows(this.#part.plan, this.frame, this, input, { kind: 'within' }, false);
  }

  #inputReference(item: string): Reference | null {
    const input = this.#part.scheme.inputs.find(item);
    if (input === null && item === this.#own && this.#part.scheme.misread.isLost(item)) throw new DependencyError(item);
    if (input === null) return null;
    this.#part.scheme.inputs.need(item, []);
    const single = { ...input, item };
    if (isSingle(input) && !isList(input, this.#part.part.period)) return { kind: 'value', ...this.input(single) };
    return { kind: 'list', list: rowList(readRows(this.#part.plan, this.frame, this, single), this.#part.plan) };
  }

  /** `award.matter`: a field of the rows of an item as a list. */
  #fieldOfRows(name: string): Reference | null {
    const dot = name.lastIndexOf('.');
    const rows = dot < 0 ? null : this.#inputReference(name.slice(0, dot));
    if (rows?.kind !== 'list') return null;
    const field = rows.list.inside.resolve(name.slice(dot + 1));
    if (field?.kind !== 'value' || !ROW_FIELDS.includes(name.slice(dot + 1) as 'value')) return null;
    return { kind: 'list', list: { ...rows.list, values: field.column, type: this.#part.plan.typeOf(field.column) } };
  }

  /** `complete`, which no node gives. */
  #complete(name: string): Reference | null {
    const column = name === COMPLETE ? this.#part.complete() : null;
    return column === null ? null : { kind: 'value', column };
  }

  /** `year`, `quarter`, `period` …: what the calendar says about the period of the cell. */
  #calendar(name: string): Reference | null {
    const { plan } = this.#part;
    if (name === 'period')
      return { kind: 'value', column: plan.add(this.frame, 'word', { kind: 'key', field: 'period' }, []) };
    const field = CALENDAR.find((known) => known === name);
    if (field === undefined) return null;
    const type = field === 'first period' ? 'flag' : 'number';
    return { kind: 'value', column: plan.add(this.frame, type, { kind: 'calendar', field }, []) };
  }

  #setting(name: string): Reference | null {
    const { plan, scheme } = this.#part;
    const parameter = scheme.parameters.typeOf(name);
    if (parameter !== null) {
      const column = plan.add(this.frame, parameter, { kind: 'parameter', name }, []);
      const { title, clause } = scheme.parameters.find(name) ?? { title: { zh: name, en: name }, clause: '' };
      return {
        kind: 'value',
        column: plan.labelled(column, { kind: 'input', title, clause, item: name }),
        raw: column,
      };
    }
    const attribute = scheme.attributes.get(name);
    if (attribute === undefined) return null;
    const column = plan.add(this.frame, attribute.kind, { kind: 'attribute', name }, []);
    const empty = attribute['if empty'];
    const value = empty === undefined ? column : this.#filled(column, empty, attribute.kind);
    // A word says in the condition that compares it what it is; a number or a flag would stand there without a source.
    if (attribute.kind === 'word') return { kind: 'value', column: value };
    const title = localText(attribute.title, name);
    return {
      kind: 'value',
      column: plan.labelled(value, { kind: 'input', title, clause: '', item: name }),
      raw: value,
    };
  }

  /** A text attribute is never missing: an empty one is the empty text. */
  #filled(column: NodeId, empty: string | number | boolean, kind: string): NodeId {
    const { plan } = this.#part;
    const value = this.#part.written.literal(empty);
    if (kind !== 'word') return plan.replace(['missing'], column, value);
    return plan.select(plan.compare('=', column, plan.constant(this.frame, '')), value, column);
  }

  resolvePrevious(name: string, back: number): NodeId | null {
    const item = name.startsWith(INPUT_PREFIX) ? name.slice(INPUT_PREFIX.length) : name;
    if (item === name && name !== this.#own && this.#part.tree.find(name) !== null) return null;
    const input = this.#part.scheme.inputs.find(item);
    if (input === null || !isSingle(input) || isList(input, this.periodKind)) return null;
    this.#part.scheme.inputs.need(item, []);
    const reading = readRows(this.#part.plan, this.frame, this, { ...input, item }, { kind: 'previous', back });
    const column = reading.draw('only', reading.values, null);
    const provided = input.mayBeNA ? column : this.#unprovidedNA(column);
    if (input.withoutRow === undefined) return provided;
    return this.#part.plan.replace(['missing'], provided, this.#part.written.literal(input.withoutRow));
  }

  /** With how many decimals an input was written. Missing and NA where the input is, which it needs. */
  resolveDecimals(name: string): NodeId | null {
    const item = name.startsWith(INPUT_PREFIX) ? name.slice(INPUT_PREFIX.length) : name;
    if (item === name && name !== this.#own && this.#part.tree.find(name) !== null) return null;
    const input = this.#part.scheme.inputs.find(item);
    if (input === null || !isSingle(input) || isList(input, this.#part.part.period)) return null;
    const { plan } = this.#part;
    const { column } = this.input({ ...this.#part.scheme.inputs.need(item, []), item });
    const reading = readRows(plan, this.frame, this, { ...input, item });
    const written = reading.draw('only', plan.field(reading.rows, 'decimals'), null);
    return plan.add(this.frame, 'number', { kind: 'guard' }, [written, column]);
  }

  get periodKind(): PeriodKind {
    return this.#part.part.period;
  }

  resolveSpan(name: string, span: Span): ValueList | null {
    const item = name.startsWith(INPUT_PREFIX) ? name.slice(INPUT_PREFIX.length) : name;
    if (item === name && name !== this.#own && this.#part.tree.find(name) !== null) return null;
    const input = this.#part.scheme.inputs.find(item);
    if (input === null) return null;
    this.#part.scheme.inputs.need(item, []);
    return rowList(readRows(this.#part.plan, this.frame, this, { ...input, item }, span), this.#part.plan);
  }

  resolveElsewhere(part: string, name: string): Reference | null {
    return this.#part.scheme.part(part)?.scope('').resolve(name) ?? null;
  }

  /** Reads an input that has one value, and remembers it for the guard. */
  input(input: CompiledInput, whenNA?: NodeId): { readonly column: NodeId; readonly raw: NodeId } {
    const { plan } = this.#part;
    const reading = readRows(plan, this.frame, this, input);
    let column = reading.draw('only', reading.values, null);
    if (!input.mayBeNA) column = this.#unprovidedNA(column);
    const label = { kind: 'input', title: input.title, clause: input.clause, item: input.item } as const;
    if (whenNA !== undefined) column = plan.replace(['na'], column, whenNA);
    if (input.withoutRow !== undefined) {
      const standIn = plan.labelled(
        plan.replace(['missing'], column, this.#part.written.literal(input.withoutRow)),
        label,
      );
      // It is never missing, but where it does not apply, nor does what is made from it.
      if (input.mayBeNA) this.#read.add(standIn);
      return { column: standIn, raw: column };
    }
    column = plan.labelled(column, label);
    this.#read.add(column);
    return { column, raw: column };
  }

  /** NA where the scheme does not provide for it is a fault of the data: the input counts as missing. */
  #unprovidedNA(column: NodeId): NodeId {
    const { plan } = this.#part;
    return plan.add(this.frame, plan.typeOf(column), { kind: 'replace', states: ['na'] }, [
      column,
      this.#part.written.missing(),
    ]);
  }

  /** Inputs that must all be given for a leaf to have marks. */
  guardedInputs(): readonly NodeId[] {
    return [...this.#read];
  }

  names(): readonly string[] {
    const { scheme, tree } = this.#part;
    return [
      ...tree.nodes.map(({ id }) => id),
      ...scheme.inputs.items(),
      ...scheme.parameters.names(),
      ...scheme.attributes.keys(),
      ...scheme.partIds(),
      ...this.#part.registers.names(),
      'peers',
      'all',
      ...CALENDAR,
    ];
  }
}
