import type { Aggregate, Comparison, NodeId } from '../plan/plan.ts';
import { NOT_APPLICABLE } from '../plan/cell.ts';
import type { FormulaCompiler } from './compile.ts';
import { defineFunction } from './define-function.ts';
import type { FormulaFunction } from './define-function.ts';
import { suggestName } from './suggest.ts';
import { FormulaError } from './syntax.ts';
import type { Expression } from './syntax.ts';

/** Ordered vocabularies by name, the best word first. */
export type Scales = ReadonlyMap<string, readonly string[]>;

export const NO_SCALES: Scales = new Map();

const MANY = 100;

interface Scale {
  readonly name: string;
  readonly words: readonly string[];
}

/** The scale that the first operand of these functions names. */
function scaleOf(expression: Expression, { scales }: FormulaCompiler): Scale {
  const name = expression.kind === 'name' ? expression.name : '';
  const words = scales.get(name);
  if (words === undefined)
    throw new FormulaError('unknown-scale', expression.span, name, suggestName(name, [...scales.keys()]));
  return { name, words };
}

function rungOfColumn(
  { name, words }: Scale,
  column: NodeId,
  { plan }: FormulaCompiler,
  from: 'worst' | 'best',
): NodeId {
  return plan.add(plan.node(column).frame, 'number', { kind: 'rung', from, scale: name, words }, [column]);
}

/** Where a word stands. A written word that is not on the scale is a typing error. */
function rung(scale: Scale, operand: Expression, compiler: FormulaCompiler, from: 'worst' | 'best' = 'worst'): NodeId {
  if (operand.kind === 'word' && !scale.words.includes(operand.text)) {
    const near = suggestName(operand.text, scale.words);
    throw new FormulaError('off-scale', operand.span, operand.text, scale.name, near);
  }
  return rungOfColumn(scale, compiler.typed(operand, 'word'), compiler, from);
}

function wordOn({ words }: Scale, column: NodeId, { plan }: FormulaCompiler): NodeId {
  return plan.add(plan.node(column).frame, 'word', { kind: 'on rung', words }, [column]);
}

/** `worst(grades, a, b)`, `worst(grades, peers.grade)`. In a list, what is missing or NA is left out. */
function extreme(name: string, aggregate: Aggregate, ofValues: 'smallest' | 'largest'): FormulaFunction {
  return defineFunction(name, 2, MANY, ([first, ...operands], compiler) => {
    const { plan } = compiler;
    const scale = scaleOf(first as Expression, compiler);
    const [only] = operands as [Expression];
    const list = operands.length === 1 ? compiler.listOrNull(only) : null;
    if (list === null) {
      const rungs = operands.map((operand) => rung(scale, operand, compiler));
      return wordOn(scale, plan.arithmetic(ofValues, ...rungs), compiler);
    }
    const { values, type } = list.list;
    if (type !== 'word') throw new FormulaError('wrong-type', only.span, 'word', type);
    const rungs = rungOfColumn(scale, values, compiler, 'worst');
    // A missing figure would count 0 in a list of subjects, and words have no 0.
    const known = plan.replace(['missing'], rungs, plan.constant(plan.node(values).frame, NOT_APPLICABLE));
    return wordOn(scale, list.list.draw(aggregate, known, list.mask), compiler);
  });
}

/** `at least(grades, x, "合格")`: x is that word or a better one. */
function threshold(name: string, relation: Comparison): FormulaFunction {
  return defineFunction(name, 3, 3, ([first, x, limit], compiler) => {
    const scale = scaleOf(first as Expression, compiler);
    const [own, other] = [x, limit].map((operand) => rung(scale, operand as Expression, compiler)) as [NodeId, NodeId];
    return compiler.plan.compare(relation, own, other);
  });
}

/** Functions over words that have an order. The first operand names the scale. */
export const SCALE_FUNCTIONS: readonly FormulaFunction[] = [
  extreme('worst', 'minimum', 'smallest'),
  extreme('best', 'maximum', 'largest'),
  threshold('at least', '>='),
  threshold('at most', '<='),
  // The word so many better; a negative number goes to worse ones. The ends stay.
  defineFunction('step', 3, 3, ([first, x, steps], compiler) => {
    const scale = scaleOf(first as Expression, compiler);
    const from = rung(scale, x as Expression, compiler);
    const to = compiler.plan.arithmetic('add', from, compiler.typed(steps as Expression, 'number'));
    return wordOn(scale, to, compiler);
  }),
  defineFunction('place', 2, 2, ([first, x], compiler) =>
    rung(scaleOf(first as Expression, compiler), x as Expression, compiler, 'best'),
  ),
];
