import { parseNumber } from '../number/text.ts';
import type { MatchingKeys, PlanBuilder } from '../plan/builder.ts';
import { MISSING, NOT_APPLICABLE } from '../plan/cell.ts';
import type { Cell, ValueType } from '../plan/cell.ts';
import type { NodeId, Span } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import { holdsDays, requireDay } from './date-words.ts';
import type { FormulaFunction } from './define-function.ts';
import { FUNCTIONS } from './functions.ts';
import { parseFormula } from './parse.ts';
import type { FormulaScope, ValueList } from './scope.ts';
import { NO_SCALES } from './scale-functions.ts';
import type { Scales } from './scale-functions.ts';
import { suggestName } from './suggest.ts';
import { FormulaError } from './syntax.ts';
import type { Expression } from './syntax.ts';

/** What a condition within a formula is called, so that an explanation can say whether it held. */
export type ConditionWording = (condition: Expression) => LocalText;

/** What a formula is compiled with beside its names. */
export interface FormulaOptions {
  /** With it, the conditions of `if`, `and`, `or` become steps of the explanation. */
  readonly wording?: ConditionWording | null;
  /** Ordered vocabularies of the scheme. */
  readonly scales?: Scales;
}

/** Turns a formula into columns of the plan. Throws `FormulaError` with the position of what is wrong. */
export function compileFormula(
  source: string,
  scope: FormulaScope,
  plan: PlanBuilder,
  options: FormulaOptions = {},
): NodeId {
  const compiler = new FormulaCompiler(scope, plan, options);
  const expression = parseFormula(source);
  return isLogic(expression) ? compiler.condition(expression) : compiler.value(expression);
}

function isLogic(expression: Expression): expression is Extract<Expression, { kind: 'binary' }> {
  return expression.kind === 'binary' && (expression.operator === 'and' || expression.operator === 'or');
}

/** `own.x`, inside the brackets of a list: x of the one who asks. */
const OWN = 'own.';

/** The parts of a condition that must all hold. */
function conjuncts(condition: Expression): Expression[] {
  if (condition.kind !== 'binary' || condition.operator !== 'and') return [condition];
  return [...conjuncts(condition.left), ...conjuncts(condition.right)];
}

/** `their = own.x`, either way round. */
function ownEquation(part: Expression): { readonly theirs: Expression; readonly own: Expression } | null {
  if (part.kind !== 'binary' || part.operator !== '=') return null;
  for (const [theirs, own] of [
    [part.left, part.right],
    [part.right, part.left],
  ] as const) {
    if (own.kind === 'name' && own.name.startsWith(OWN))
      return { theirs, own: { ...own, name: own.name.slice(OWN.length) } };
  }
  return null;
}
const STATES: ReadonlyMap<string, Cell> = new Map<string, Cell>([
  ['NA', NOT_APPLICABLE],
  ['missing', MISSING],
]);

/** A list, narrowed by its conditions. */
export interface NarrowedList {
  readonly list: ValueList;
  readonly mask: NodeId | null;
}

/** Compiles expressions within one scope; functions call back into it for their operands. */
export class FormulaCompiler {
  readonly scope: FormulaScope;
  readonly plan: PlanBuilder;
  readonly scales: Scales;
  readonly #wording: ConditionWording | null;

  constructor(scope: FormulaScope, plan: PlanBuilder, { wording = null, scales = NO_SCALES }: FormulaOptions = {}) {
    this.scope = scope;
    this.plan = plan;
    this.scales = scales;
    this.#wording = wording;
  }

  /** A condition: what stands between its `and` and `or` are steps of their own, where they have a wording. */
  condition(expression: Expression): NodeId {
    if (this.#wording === null) return this.typed(expression, 'flag');
    if (isLogic(expression)) {
      const { left, right, operator } = expression;
      return this.plan.logic(operator as 'and' | 'or', [this.condition(left), this.condition(right)]);
    }
    const title = this.#wording(expression);
    return this.plan.labelled(this.typed(expression, 'flag'), { kind: 'question', title, clause: '' });
  }

  /** An expression that stands for one value. */
  value(expression: Expression): NodeId {
    switch (expression.kind) {
      case 'number': {
        const number = parseNumber(expression.text);
        if (number === null) throw new FormulaError('syntax', expression.span, expression.text);
        return this.plan.number(this.scope.frame, number);
      }
      case 'word':
        return this.plan.constant(this.scope.frame, expression.text);
      case 'flag':
        return this.plan.constant(this.scope.frame, expression.value);
      case 'name':
        return this.#name(expression);
      case 'negate':
        return this.plan.add(this.scope.frame, 'number', { kind: 'negate' }, [
          this.typed(expression.operand, 'number'),
        ]);
      case 'binary':
        return this.#binary(expression);
      case 'between': {
        const value = this.value(expression.value);
        const type = this.plan.typeOf(value); // numbers, or words: dates are words in ISO form
        if (type === 'flag') throw new FormulaError('wrong-type', expression.value.span, 'number', 'flag');
        if (type === 'word')
          for (const end of [expression.low, expression.high])
            requireDay(end, { besideDays: holdsDays(value, this.plan), ordered: true });
        const low = this.plan.compare('>=', value, this.typed(expression.low, type));
        const high = this.plan.compare('<=', value, this.typed(expression.high, type));
        return this.plan.logic('and', [low, high]);
      }
      case 'in': {
        const value = this.value(expression.value);
        const type = this.plan.typeOf(value);
        const besideDays = holdsDays(value, this.plan);
        for (const option of expression.options) requireDay(option, { besideDays, ordered: false });
        return this.plan.logic(
          'or',
          expression.options.map((option) => this.plan.compare('=', value, this.typed(option, type))),
        );
      }
      case 'if':
        return this.#choice(expression);
      case 'call':
        return this.#call(expression);
      case 'filter':
        throw new FormulaError('needs-value', expression.span);
    }
  }

  /** An expression for questions about its state: a figure that is missing is not counted as 0 here. */
  raw(expression: Expression): NodeId {
    const column = expression.kind === 'name' ? this.scope.resolveState(expression.name) : null;
    return column ?? this.value(expression);
  }

  /** An expression that must be of a type. */
  typed(expression: Expression, type: ValueType): NodeId {
    const column = this.value(expression);
    const found = this.plan.typeOf(column);
    if (found !== type) throw new FormulaError('wrong-type', expression.span, type, found);
    return column;
  }

  /** An expression that stands for a list: a name of one, or one with conditions in square brackets. */
  list(expression: Expression): NarrowedList {
    const found = this.listOrNull(expression);
    if (found === null) throw new FormulaError('needs-list', expression.span);
    return found;
  }

  /** The rows of an input of which one row of NA decides over the others, those of NA included, as conditions narrow them. */
  overridden(expression: Expression): NarrowedList {
    if (expression.kind === 'filter') return this.#narrowed(this.overridden(expression.list), expression.condition);
    const list = expression.kind === 'name' ? this.scope.resolveOverridden?.(expression.name) : null;
    if (list == null) throw new FormulaError('needs-overrides', expression.span);
    return { list, mask: null };
  }

  listOrNull(expression: Expression): NarrowedList | null {
    if (expression.kind === 'name') {
      const reference = this.scope.resolve(expression.name);
      return reference?.kind === 'list' ? { list: reference.list, mask: null } : null;
    }
    if (expression.kind === 'call') return this.#listCall(expression);
    if (expression.kind !== 'filter') return null;
    return this.#narrowed(this.list(expression.list), expression.condition);
  }

  #narrowed({ list: unmatched, mask }: NarrowedList, narrowing: Expression): NarrowedList {
    const { list, rest } = this.#matched(unmatched, narrowing);
    if (rest === null) return { list, mask };
    const condition = this.within(list).typed(rest, 'flag');
    return { list, mask: mask === null ? condition : this.plan.logic('and', [mask, condition]) };
  }

  /** Takes the equations `their = own.x` out of a condition: they become keys, looked up and not searched for. */
  #matched(list: ValueList, condition: Expression): { list: ValueList; rest: Expression | null } {
    if (list.canMatch !== true) return { list, rest: condition };
    const keys: MatchingKeys[] = [];
    const others: Expression[] = [];
    for (const part of conjuncts(condition)) {
      const equation = ownEquation(part);
      if (equation === null) others.push(part);
      else {
        const own = this.value(equation.own);
        keys.push({ own, theirs: this.within(list).typed(equation.theirs, this.plan.typeOf(own)) });
      }
    }
    if (keys.length === 0) return { list, rest: condition };
    const rest = others.reduceRight<Expression | null>(
      (right, left) => (right === null ? left : { kind: 'binary', operator: 'and', left, right, span: condition.span }),
      null,
    );
    const draw: ValueList['draw'] = (aggregate, values, mask, more = []) =>
      list.draw(aggregate, values, mask, [...keys, ...more]);
    return { list: { ...list, draw }, rest };
  }

  /** Compiles what stands inside the brackets of a list. */
  within(list: ValueList): FormulaCompiler {
    return new FormulaCompiler(list.inside, this.plan, { scales: this.scales });
  }

  /** The values of several periods: rows of an input, or a figure of the periods in which the subject took part. */
  pastList(expression: Expression, span: Span): ValueList {
    const own = expression.kind === 'name' ? this.scope.resolveSpan?.(expression.name, span) : undefined;
    if (own != null) return own;
    if (this.plan.frame(this.scope.frame).kind !== 'cells')
      throw new FormulaError('unsupported', expression.span, span.kind);
    const values = this.raw(expression);
    const { frame } = this.scope;
    return {
      values,
      type: this.plan.typeOf(values),
      inside: this.scope,
      draw: (aggregate, column, mask) =>
        this.plan.gather(frame, { kind: 'past', span }, aggregate, { values: column, mask }),
    };
  }

  #listCall(call: Extract<Expression, { kind: 'call' }>): NarrowedList | null {
    const definition = FUNCTIONS.get(call.name);
    if (definition?.list === undefined) return null;
    this.#requireCount(call, definition);
    return definition.list(call.operands, this);
  }

  /** `NA` and `missing` as values: what a figure is that does not apply, or is not delivered. */
  #state(expression: Expression): NodeId | null {
    if (expression.kind !== 'name') return null;
    const state = STATES.get(expression.name);
    return state === undefined ? null : this.plan.constant(this.scope.frame, state);
  }

  #name(expression: Extract<Expression, { kind: 'name' }>): NodeId {
    const state = this.#state(expression);
    if (state !== null) return state;
    const reference = this.scope.resolve(expression.name);
    if (reference === null && expression.name.startsWith(OWN))
      throw new FormulaError('unsupported', expression.span, expression.name);
    if (reference === null) {
      throw new FormulaError(
        'unknown-name',
        expression.span,
        expression.name,
        suggestName(expression.name, this.scope.names()),
      );
    }
    if (reference.kind === 'list') throw new FormulaError('needs-value', expression.span, expression.name);
    return reference.column;
  }

  #binary({ operator, left, right, span }: Extract<Expression, { kind: 'binary' }>): NodeId {
    switch (operator) {
      case '+':
        return this.plan.arithmetic('add', this.typed(left, 'number'), this.typed(right, 'number'));
      case '-':
        return this.plan.arithmetic('subtract', this.typed(left, 'number'), this.typed(right, 'number'));
      case '*':
        return this.plan.arithmetic('multiply', this.typed(left, 'number'), this.typed(right, 'number'));
      case '/':
        return this.#quotient(left, right);
      case '**':
        return this.plan.arithmetic('power', this.typed(left, 'number'), this.typed(right, 'number'));
      case 'and':
      case 'or':
        return this.plan.logic(operator, [this.typed(left, 'flag'), this.typed(right, 'flag')]);
      default: {
        for (const side of [left, right]) {
          if (this.#state(side) === null) continue;
          throw new FormulaError('unsupported', span, `${operator} ${side.kind === 'name' ? side.name : ''}`);
        }
        const value = this.value(left);
        const type = this.plan.typeOf(value);
        if (type === 'flag' && operator !== '=' && operator !== '!=')
          throw new FormulaError('wrong-type', span, 'number', 'flag');
        const ordered = operator !== '=' && operator !== '!=';
        if (type === 'word') requireDay(right, { besideDays: holdsDays(value, this.plan), ordered });
        const other = this.typed(right, type);
        if (type === 'word') requireDay(left, { besideDays: holdsDays(other, this.plan), ordered });
        return this.plan.compare(operator, value, other);
      }
    }
  }

  /** A quotient of two written numbers (`2/3`, `30%`) is one exact number. */
  #quotient(left: Expression, right: Expression): NodeId {
    const top = left.kind === 'number' ? parseNumber(left.text) : null;
    const bottom = right.kind === 'number' ? parseNumber(right.text) : null;
    if (top !== null && bottom !== null && !bottom.isZero)
      return this.plan.number(this.scope.frame, top.dividedBy(bottom));
    return this.plan.arithmetic('divide', this.typed(left, 'number'), this.typed(right, 'number'));
  }

  #choice({ condition, then, otherwise }: Extract<Expression, { kind: 'if' }>): NodeId {
    const ifTrue = this.value(then);
    const ifFalse =
      this.#state(then) === null && this.#state(otherwise) === null
        ? this.typed(otherwise, this.plan.typeOf(ifTrue))
        : this.value(otherwise);
    return this.plan.select(this.condition(condition), ifTrue, ifFalse);
  }

  #call(call: Extract<Expression, { kind: 'call' }>): NodeId {
    const definition = FUNCTIONS.get(call.name);
    if (definition === undefined) {
      throw new FormulaError('unknown-function', call.span, call.name, suggestName(call.name, [...FUNCTIONS.keys()]));
    }
    this.#requireCount(call, definition);
    return definition.compile(call.operands, this, call.span);
  }

  #requireCount(call: Extract<Expression, { kind: 'call' }>, { least, most }: FormulaFunction): void {
    if (call.operands.length < least || call.operands.length > most) {
      throw new FormulaError('wrong-count', call.span, call.name, String(least), String(most));
    }
  }
}
