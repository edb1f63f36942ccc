import { Fraction } from '../number/fraction.ts';
import { isState } from './cell.ts';
import type { Cell, ValueType } from './cell.ts';
import type {
  Aggregate,
  Comparison,
  Frame,
  FrameId,
  NodeId,
  Operation,
  Plan,
  PlanFigure,
  PlanNode,
  PlanPart,
  Relation,
  ReplacedState,
  RowField,
  Running,
  StepLabel,
} from './plan.ts';

/** A column of the other cells or rows, and the own one that it must equal. */
export interface MatchingKeys {
  readonly theirs: NodeId;
  readonly own: NodeId;
}

/** Adds columns to a plan. Equal columns without a label are made once. */
export class PlanBuilder {
  readonly #parts: PlanPart[] = [];
  readonly #frames: Frame[] = [];
  readonly #nodes: PlanNode[] = [];
  readonly #figures: PlanFigure[] = [];
  readonly #known = new Map<string, NodeId>();
  readonly #knownFrames = new Map<string, FrameId>();

  addPart(part: PlanPart): FrameId {
    this.#parts.push(part);
    return this.addFrame({ kind: 'cells', part: part.id });
  }

  addFrame(frame: Frame): FrameId {
    const key = JSON.stringify(frame);
    const known = this.#knownFrames.get(key);
    if (known !== undefined) return known;
    const id = this.#frames.push(frame) - 1;
    this.#knownFrames.set(key, id);
    return id;
  }

  addFigure(figure: PlanFigure): void {
    this.#figures.push(figure);
  }

  node(id: NodeId): PlanNode {
    return this.#nodes[id] as PlanNode;
  }

  frame(id: FrameId): Frame {
    return this.#frames[id] as Frame;
  }

  typeOf(id: NodeId): ValueType {
    return this.node(id).type;
  }

  add(
    frame: FrameId,
    type: ValueType,
    operation: Operation,
    inputs: readonly NodeId[],
    label: StepLabel | null = null,
  ): NodeId {
    const key = label === null ? nodeKey(frame, operation, inputs) : null;
    const known = key === null ? undefined : this.#known.get(key);
    if (known !== undefined) return known;
    const id = this.#nodes.length;
    this.#nodes.push({ id, frame, type, operation, inputs, label });
    if (key !== null) this.#known.set(key, id);
    return id;
  }

  /** The same column under a label of its own: a step that explanations show. */
  labelled(id: NodeId, label: StepLabel): NodeId {
    const { frame, type } = this.node(id);
    return this.add(frame, type, { kind: 'same' }, [id], label);
  }

  constant(frame: FrameId, value: Cell): NodeId {
    const type = value instanceof Fraction ? 'number' : typeof value === 'boolean' ? 'flag' : 'word';
    return this.add(frame, type, { kind: 'constant', value }, []);
  }

  number(frame: FrameId, value: Fraction | number): NodeId {
    return this.constant(frame, typeof value === 'number' ? Fraction.of(value) : value);
  }

  add2(a: NodeId, b: NodeId): NodeId {
    return this.arithmetic('add', a, b);
  }

  arithmetic(
    kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'smallest' | 'largest' | 'power',
    ...operands: NodeId[]
  ): NodeId {
    return this.add(this.node(operands[0] as NodeId).frame, 'number', { kind }, operands);
  }

  floor(a: NodeId): NodeId {
    return this.add(this.node(a).frame, 'number', { kind: 'round', places: 0, mode: 'floor' }, [a]);
  }

  ceiling(a: NodeId): NodeId {
    return this.add(this.node(a).frame, 'number', { kind: 'round', places: 0, mode: 'ceiling' }, [a]);
  }

  compare(relation: Comparison, a: NodeId, b: NodeId): NodeId {
    return this.add(this.node(a).frame, 'flag', { kind: 'compare', relation }, [a, b]);
  }

  logic(kind: 'and' | 'or', operands: readonly NodeId[]): NodeId {
    return operands.length === 1
      ? (operands[0] as NodeId)
      : this.add(this.node(operands[0] as NodeId).frame, 'flag', { kind }, operands);
  }

  not(a: NodeId): NodeId {
    return this.add(this.node(a).frame, 'flag', { kind: 'not' }, [a]);
  }

  select(condition: NodeId, ifTrue: NodeId, ifFalse: NodeId): NodeId {
    const type = this.typeAmong([ifTrue, ifFalse]);
    return this.add(this.node(condition).frame, type, { kind: 'select' }, [condition, ifTrue, ifFalse]);
  }

  /** The type of alternatives. A state (`NA`) has no type of its own: the first other one says it. */
  typeAmong(alternatives: readonly NodeId[]): ValueType {
    const typed = alternatives.find((id) => !this.isStateConstant(id));
    return this.typeOf(typed ?? (alternatives[0] as NodeId));
  }

  /** A column that is the same state everywhere (`NA`, missing): it has no type of its own. */
  isStateConstant(id: NodeId): boolean {
    const { operation } = this.node(id);
    return operation.kind === 'constant' && isState(operation.value);
  }

  is(state: 'missing' | 'na' | 'given', a: NodeId): NodeId {
    return this.add(this.node(a).frame, 'flag', { kind: 'is', state }, [a]);
  }

  replace(states: readonly ReplacedState[], a: NodeId, replacement: NodeId): NodeId {
    return this.add(this.node(a).frame, this.typeOf(a), { kind: 'replace', states }, [a, replacement]);
  }

  /** A condition that is only met when it is known to hold. */
  known(condition: NodeId): NodeId {
    const { frame } = this.node(condition);
    return this.replace(['missing', 'na'], condition, this.constant(frame, false));
  }

  field(frame: FrameId, field: RowField): NodeId {
    const definition = this.frame(frame);
    const ofValue = definition.kind === 'rows' ? definition.valueType : 'word';
    const type = field === 'value' ? ofValue : field === 'decimals' ? 'number' : 'word';
    return this.add(frame, type, { kind: 'field', field }, []);
  }

  /** Brings a column of cells to the rows that are read for them. */
  ofCell(rowFrame: FrameId, id: NodeId): NodeId {
    return this.add(rowFrame, this.typeOf(id), { kind: 'of cell' }, [id]);
  }

  fold(
    cells: FrameId,
    aggregate: Aggregate,
    values: NodeId,
    mask: NodeId | null,
    allNA: 'missing' | 'na' = 'missing',
  ): NodeId {
    const type = resultType(aggregate, this.typeOf(values));
    return this.add(cells, type, { kind: 'fold', aggregate, allNA }, mask === null ? [values] : [values, mask]);
  }

  gather(
    frame: FrameId,
    relation: Relation,
    aggregate: Aggregate,
    inputs: { readonly values: NodeId; readonly key?: NodeId | readonly NodeId[]; readonly mask?: NodeId | null },
    missing: 'zero' | 'leave out' = 'zero',
    matching: readonly MatchingKeys[] = [],
  ): NodeId {
    const ids = [
      inputs.values,
      ...(inputs.key === undefined ? [] : typeof inputs.key === 'number' ? [inputs.key] : inputs.key),
      ...(inputs.mask == null ? [] : [inputs.mask]),
      ...matching.map(({ theirs }) => theirs),
      ...matching.map(({ own }) => own),
    ];
    return this.add(
      frame,
      resultType(aggregate, this.typeOf(inputs.values)),
      { kind: 'gather', relation, aggregate, missing, ...(matching.length === 0 ? {} : { matched: matching.length }) },
      ids,
    );
  }

  rank(
    values: NodeId,
    key: NodeId,
    mask: NodeId | null,
    direction: 'highest first' | 'lowest first',
    ties: 'first' | 'last',
  ): NodeId {
    return this.add(
      this.node(values).frame,
      'number',
      { kind: 'rank', direction, ties },
      mask === null ? [values, key] : [values, key, mask],
    );
  }

  /** Adds up the amounts of rows along an order; see `Running`. */
  running(
    operation: Omit<Running, 'kind'>,
    inputs: {
      readonly amount: NodeId;
      readonly order: readonly NodeId[];
      readonly keys: readonly NodeId[];
      readonly mask: NodeId | null;
    },
  ): NodeId {
    const { amount, order, keys, mask } = inputs;
    const ids = [amount, ...order, ...keys, ...(mask === null ? [] : [mask])];
    return this.add(this.node(amount).frame, 'number', { kind: 'running', ...operation }, ids);
  }

  build(): Plan {
    return { parts: this.#parts, frames: this.#frames, nodes: this.#nodes, figures: this.#figures };
  }
}

/** Aggregates that give one of the values. */
const KEEPS_TYPE: ReadonlySet<Aggregate> = new Set(['only', 'minimum', 'maximum', 'first', 'last']);

function resultType(aggregate: Aggregate, values: ValueType): ValueType {
  if (KEEPS_TYPE.has(aggregate)) return values;
  return aggregate === 'any' || aggregate === 'all' ? 'flag' : 'number';
}

function nodeKey(frame: FrameId, operation: Operation, inputs: readonly NodeId[]): string {
  const text = JSON.stringify(operation, (_, value: unknown) =>
    value instanceof Fraction ? { fraction: `${value.numerator}/${value.denominator}` } : value,
  );
  return `${frame} ${text} ${inputs.join(',')}`;
}
