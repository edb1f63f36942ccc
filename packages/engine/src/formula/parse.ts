import { parser } from '@bpmn-io/lezer-feel';
import type { SyntaxNode } from '@lezer/common';
import { normaliseFormula } from './normalise.ts';
import { FormulaError } from './syntax.ts';
import type { BinaryOperator, Expression, Span } from './syntax.ts';

// The only file that knows the parsing library: everything else works on `Expression`.

const feel = parser.configure({ dialect: 'camunda', top: 'Expression' });

/** Formulas parsed before: each is compiled and worded, templates write the same one again, and data compile again. */
const parsed = new Map<string, Expression>();
const MOST_PARSED = 4000;

/** Parses a formula. Throws `FormulaError` with the position in the text as written. */
export function parseFormula(source: string): Expression {
  let expression = parsed.get(source);
  if (expression === undefined) {
    expression = new Lowering(source).expression();
    if (parsed.size >= MOST_PARSED) parsed.clear();
    parsed.set(source, expression);
  }
  return expression;
}

class Lowering {
  readonly #text: string;
  readonly #origins: readonly number[];

  constructor(source: string) {
    const { text, origins } = normaliseFormula(source);
    this.#text = text;
    this.#origins = origins;
  }

  expression(): Expression {
    const tree = feel.parse(this.#text);
    let error: SyntaxNode | null = null;
    tree.iterate({
      enter: (node) => {
        if (node.type.isError) error ??= node.node;
      },
    });
    if (error !== null) throw this.#unreadable(error);
    const [top, ...rest] = children(tree.topNode);
    if (top === undefined) throw new FormulaError('syntax', { start: 0, end: this.#origins.at(-1) ?? 0 }, '');
    if (rest.length > 0)
      throw new FormulaError('syntax', this.#span(rest[0] as SyntaxNode), this.#textOf(rest[0] as SyntaxNode));
    return this.#lower(top);
  }

  /** Where something is missing, the parser marks a place without a text: what stands there shows it. */
  #unreadable(error: SyntaxNode): FormulaError {
    const found = this.#textOf(error) || (/^\s*(\S{1,8})/.exec(this.#text.slice(error.from))?.[1] ?? '');
    return new FormulaError('syntax', this.#span(error), found);
  }

  #lower(node: SyntaxNode): Expression {
    const span = this.#span(node);
    switch (node.name) {
      case 'NumericLiteral':
        return { kind: 'number', text: this.#textOf(node).replace(/\s+/g, ''), span };
      case 'StringLiteral':
        return { kind: 'word', text: this.#word(node), span };
      case 'BooleanLiteral':
        return { kind: 'flag', value: this.#textOf(node) === 'true', span };
      case 'VariableName':
        return { kind: 'name', name: this.#name(node), span };
      case 'PathExpression':
        return { kind: 'name', name: this.#path(node), span };
      case 'ParenthesizedExpression':
        return this.#lower(this.#inner(node));
      case 'ArithmeticExpression':
        return this.#arithmetic(node, span);
      case 'Comparison':
        return this.#comparison(node, span);
      case 'Conjunction':
      case 'Disjunction':
        return this.#binary(node, node.name === 'Conjunction' ? 'and' : 'or', span);
      case 'IfExpression': {
        const [condition, then, otherwise] = this.#operands(node, 3);
        return { kind: 'if', condition, then, otherwise, span };
      }
      case 'FunctionInvocation':
        return this.#call(node, span);
      case 'FilterExpression': {
        const [list, condition] = this.#operands(node, 2);
        return { kind: 'filter', list, condition, span };
      }
      case 'DateTimeLiteral': {
        const literal = descendant(node, 'StringLiteral');
        if (literal !== null) return { kind: 'word', text: this.#word(literal), span };
        const parameters = children(node).find((part) => part.name === 'PositionalParameters');
        if (parameters === undefined) break;
        return { kind: 'call', name: 'date', operands: children(parameters).map((part) => this.#lower(part)), span };
      }
      default:
        break;
    }
    throw new FormulaError('unsupported', span, this.#textOf(node));
  }

  #arithmetic(node: SyntaxNode, span: Span): Expression {
    const parts = children(node);
    const sign = parts.find((part) => part.name === 'ArithOp') ?? node;
    const operator = this.#textOf(sign);
    const isUnary = parts.length === 2 && parts[0] === sign;
    if (isUnary ? operator !== '-' : !ARITHMETIC.has(operator)) {
      throw new FormulaError('unsupported', this.#span(sign), operator);
    }
    if (isUnary) return { kind: 'negate', operand: this.#lower(parts[1] as SyntaxNode), span };
    return this.#binary(node, operator as BinaryOperator, span);
  }

  /** A text in quotes. Its escapes are those of JSON. */
  #word(node: SyntaxNode): string {
    try {
      return JSON.parse(this.#textOf(node)) as string;
    } catch {
      throw new FormulaError('syntax', this.#span(node), this.#textOf(node));
    }
  }

  #comparison(node: SyntaxNode, span: Span): Expression {
    const parts = children(node);
    const operator = parts[1] as SyntaxNode;
    if (operator.name === 'CompareOp') return this.#binary(node, this.#textOf(operator) as BinaryOperator, span);
    if (operator.name === 'between') {
      const [value, low, high] = this.#operands(node, 3);
      return { kind: 'between', value, low, high, span };
    }
    const value = this.#lower(parts[0] as SyntaxNode);
    const options = parts.slice(2).flatMap((part) => this.#options(part));
    if (options.length === 0) throw new FormulaError('syntax', this.#span(node), this.#textOf(node));
    return { kind: 'in', value, options, span };
  }

  /** The alternatives of `x in ("a", "b")`. Intervals are written with comparisons. */
  #options(node: SyntaxNode): Expression[] {
    if (node.name === 'List' || node.name === 'PositiveUnaryTests' || node.name === 'PositiveUnaryTest') {
      return children(node)
        .filter((part) => !isSign(part))
        .flatMap((part) => this.#options(part));
    }
    if (node.name === 'SimplePositiveUnaryTest')
      throw new FormulaError('unsupported', this.#span(node), this.#textOf(node));
    if (node.name === 'ParenthesizedExpression') return [this.#lower(this.#inner(node))];
    return [this.#lower(node)];
  }

  #binary(node: SyntaxNode, operator: BinaryOperator, span: Span): Expression {
    const [left, right] = this.#operands(node, 2);
    return { kind: 'binary', operator, left, right, span };
  }

  #call(node: SyntaxNode, span: Span): Expression {
    const [name, ...rest] = children(node);
    const parameters = rest.find((part) => part.name === 'PositionalParameters');
    if (rest.some((part) => part.name === 'NamedParameters'))
      throw new FormulaError('unsupported', span, this.#textOf(node));
    const operands = parameters === undefined ? [] : children(parameters).map((part) => this.#lower(part));
    const called = this.#name(name as SyntaxNode);
    return { kind: 'call', name: called === 'or_else' ? 'or else' : called, operands, span };
  }

  #name(node: SyntaxNode): string {
    const text = this.#textOf(node).trim().replace(/\s+/g, ' ');
    return text.startsWith('`') ? text.slice(1, -1) : text;
  }

  /** `env.family.fee` is one name with points, not a way into an object. */
  #path(node: SyntaxNode): string {
    return children(node)
      .filter((part) => part.name !== '.')
      .map((part) => (part.name === 'PathExpression' ? this.#path(part) : this.#pathPart(part)))
      .join('.');
  }

  #pathPart(node: SyntaxNode): string {
    if (node.name !== 'VariableName' && node.name !== 'PathName') {
      throw new FormulaError('unsupported', this.#span(node), this.#textOf(node));
    }
    return this.#name(node);
  }

  #operands<N extends number>(node: SyntaxNode, count: N): Tuple<N> {
    const operands = children(node).filter((part) => !isSign(part));
    if (operands.length !== count) throw new FormulaError('syntax', this.#span(node), this.#textOf(node));
    return operands.map((part) => this.#lower(part)) as Tuple<N>;
  }

  #inner(node: SyntaxNode): SyntaxNode {
    const inner = children(node).find((part) => !isSign(part));
    if (inner === undefined) throw new FormulaError('syntax', this.#span(node), this.#textOf(node));
    return inner;
  }

  #textOf(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to);
  }

  #span(node: SyntaxNode): Span {
    const end = this.#origins.at(-1) ?? 0;
    return { start: this.#origins[node.from] ?? end, end: this.#origins[node.to] ?? end };
  }
}

type Tuple<N extends number> = N extends 2 ? [Expression, Expression] : [Expression, Expression, Expression];

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!/^[(),]$/.test(child.name)) found.push(child);
  }
  return found;
}

/** What may stand between two numbers. The parser knows `^` as well; there is one way to write a power here. */
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '**']);

const SIGNS = new Set(['ArithOp', 'CompareOp', 'and', 'or', 'if', 'then', 'else', 'between', 'in', '[', ']', '(', ')']);

function isSign(node: SyntaxNode): boolean {
  return SIGNS.has(node.name);
}

function descendant(node: SyntaxNode, name: string): SyntaxNode | null {
  for (const child of children(node)) {
    if (child.name === name) return child;
    const found = descendant(child, name);
    if (found !== null) return found;
  }
  return null;
}
