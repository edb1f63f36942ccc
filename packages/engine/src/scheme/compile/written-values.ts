import { compileFormula } from '../../formula/compile.ts';
import type { ConditionWording } from '../../formula/compile.ts';
import type { FormulaScope } from '../../formula/scope.ts';
import { FormulaError } from '../../formula/syntax.ts';
import { formulaFault } from '../../locale/formula-fault-texts.ts';
import { formulaHint } from '../../locale/formula-hint-texts.ts';
import { schemeTexts } from '../../locale/scheme-texts.ts';
import type { Fraction } from '../../number/fraction.ts';
import { MISSING, NOT_APPLICABLE } from '../../plan/cell.ts';
import type { FrameId, NodeId } from '../../plan/plan.ts';
import { exactNumber } from '../exact.ts';
import type { SchemePath } from '../finding.ts';
import type { Amount, Literal } from '../schema/common.ts';
import type { PartCompiler } from './part-compiler.ts';
import { SchemeError } from './scheme-error.ts';

/** Formulas, conditions, numbers and words that a part of a scheme writes, as columns of the plan. */
export class WrittenValues {
  readonly #part: PartCompiler;

  constructor(part: PartCompiler) {
    this.#part = part;
  }

  /** With `wording`, the conditions in the formula are steps of the explanation. */
  formula(text: string, scope: FormulaScope, path: SchemePath, wording: ConditionWording | null = null): NodeId {
    try {
      const { scales } = this.#part.scheme;
      return this.#part.place('formula', compileFormula(text, scope, this.#part.plan, { wording, scales }), path);
    } catch (error) {
      if (error instanceof SchemeError) throw error.at(path);
      if (!(error instanceof FormulaError)) throw error;
      const { message, remedy } = formulaFault(error);
      const { scheme, figureUnderWay: own } = this.#part;
      const [parts, attributes] = [scheme.partIds(), [...scheme.attributes.keys()]];
      const hint = formulaHint(error, { text, own, names: scope.names(), parts, attributes });
      throw new SchemeError(`formula.${error.code}`, message, hint ?? remedy, path, error.span);
    }
  }

  /** A formula that must give a number: words and flags would be counted as nothing, or stop the scoring. */
  numeric(text: string, scope: FormulaScope, path: SchemePath, wording: ConditionWording | null = null): NodeId {
    return this.requireNumber(this.formula(text, scope, path, wording), text, path);
  }

  /** The column, which must be of numbers; `text` is the formula that gives it. */
  requireNumber(column: NodeId, text: string, path: SchemePath): NodeId {
    if (this.#part.plan.typeOf(column) === 'number' || this.#part.plan.isStateConstant(column)) return column;
    throw this.#wrongType(column, 'number', text, path);
  }

  /** A condition: a formula that gives yes or no. It is only met when it is known to hold. */
  flag(text: string, scope: FormulaScope, path: SchemePath, wording: ConditionWording | null = null): NodeId {
    const column = this.formula(text, scope, path, wording);
    if (this.#part.plan.typeOf(column) === 'flag') return this.#part.plan.known(column);
    throw this.#wrongType(column, 'flag', text, path);
  }

  /** A number, or a formula that gives one. */
  amount(value: Amount, scope: FormulaScope, path: SchemePath): NodeId {
    if (typeof value === 'number') return this.#part.plan.number(scope.frame, this.exact(value, path));
    const exact = exactNumber(value);
    return exact === null ? this.numeric(value, scope, path) : this.#part.plan.number(scope.frame, exact);
  }

  /** A written number as it is meant: `0.1` is a tenth. */
  exact(value: number | string, path: SchemePath): Fraction {
    const number = exactNumber(value);
    if (number === null)
      throw new SchemeError('number.not-exact', schemeTexts.notExact(String(value)), schemeTexts.writeExact, path);
    return number;
  }

  /** A written value; `NA` is the state. */
  literal(value: Literal, frame: FrameId = this.#part.frame, path: SchemePath = []): NodeId {
    if (value === 'NA') return this.#part.plan.constant(frame, NOT_APPLICABLE);
    return this.#part.plan.constant(frame, typeof value === 'number' ? this.exact(value, path) : value);
  }

  /** A column that is missing everywhere. */
  missing(): NodeId {
    return this.#part.plan.constant(this.#part.frame, MISSING);
  }

  #wrongType(column: NodeId, wanted: 'number' | 'flag', text: string, path: SchemePath): SchemeError {
    const span = { start: 0, end: text.length };
    const { message, remedy } = formulaFault(
      new FormulaError('wrong-type', span, wanted, this.#part.plan.typeOf(column)),
    );
    return new SchemeError('formula.wrong-type', message, remedy, path, text === '' ? undefined : span);
  }
}
