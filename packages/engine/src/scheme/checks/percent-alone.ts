import { parseFormula } from '../../formula/parse.ts';
import type { Expression } from '../../formula/syntax.ts';
import { unitTexts } from '../../locale/check-doubt-texts.ts';
import type { Finding } from '../finding.ts';
import type { CheckText, SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** A percentage beside an amount that it is not a share of: `villages >= 60%` asks for six tenths of a village. */
export const percentAlone: SchemeCheck = {
  codes: ['unit.percent-alone'],
  needs: 'rules',
  check: (view) => view.nodes.flatMap((node) => [...formulas(node, view), ...steps(node, view)]),
};

const TOGETHER: ReadonlySet<string> = new Set(['+', '-', '=', '!=', '<', '<=', '>', '>=']);

/** Written beside an amount with a sign that puts like things together. */
function formulas(node: NodeView, view: SchemeView): Finding[] {
  const places = view.placesOf('formula').filter(({ part, node: id }) => part === node.part.id && id === node.id);
  return places.flatMap(({ path }) => {
    const text = view.at(path);
    const parsed = typeof text === 'string' ? parsedOf(text) : null;
    const found = parsed === null ? null : firstAlone(parsed, node, view);
    return found === null ? [] : [view.finding('warning', 'unit.percent-alone', found, path, node.clause)];
  });
}

/** Steps of so many per cent of an amount that nothing is divided by. */
function steps(node: NodeView, view: SchemeView): Finding[] {
  return node.lines.flatMap(({ path, counting }) => {
    const line = counting === 'per' ? view.at(path) : null;
    if (!isRecord(line) || typeof line['of'] !== 'string' || !/^\d+(\.\d+)?%$/.test(String(line['per']))) return [];
    const parsed = parsedOf(line['of']);
    const unit = parsed === null ? null : unitOf(parsed, node, view);
    if (unit === null) return [];
    const text = unitTexts.percentAlone(node.tree.title, String(line['per']), unit);
    return [view.finding('warning', 'unit.percent-alone', text, [...path, 'per'], node.clause)];
  });
}

function firstAlone(expression: Expression, node: NodeView, view: SchemeView): CheckText | null {
  for (const part of binaries(expression)) {
    if (!TOGETHER.has(part.operator)) continue;
    for (const [one, other] of [
      [part.left, part.right],
      [part.right, part.left],
    ] as const) {
      const written = percentage(one);
      const unit = written === null ? null : unitOf(other, node, view);
      if (unit !== null) return unitTexts.percentAlone(node.tree.title, written as string, unit);
    }
  }
  return null;
}

/** `60%`, which is read as 60 ÷ 100 with nothing written for the 100; `null`: anything else. */
function percentage(expression: Expression): string | null {
  if (expression.kind !== 'binary' || expression.left.kind !== 'number') return null;
  const { left, right } = expression;
  return right.kind === 'number' && right.span.start === right.span.end ? `${left.text}%` : null;
}

type Binary = Extract<Expression, { kind: 'binary' }>;

/** All operations with two operands, wherever in a formula. */
function binaries(expression: Expression): Binary[] {
  const inner = Object.values(expression)
    .flat()
    .filter((value): value is Expression => isRecord(value) && 'kind' in value)
    .flatMap(binaries);
  return expression.kind === 'binary' ? [expression, ...inner] : inner;
}

/** The unit of an amount, which is no rate: of a name, of names added up, of so many times it. `null`: it may be a share of something. */
function unitOf(expression: Expression, node: NodeView, view: SchemeView): string | null {
  if (expression.kind === 'binary') {
    const { left, right, operator } = expression;
    const isSum = operator === '+' || operator === '-';
    const isMultiple = operator === '*' && (isWritten(left) || isWritten(right));
    return isSum || isMultiple ? (unitOf(left, node, view) ?? unitOf(right, node, view)) : null;
  }
  if (expression.kind !== 'name') return null;
  const name = expression.name.replace(/^input\./, '');
  const figure = name === node.id ? null : node.part.node(name);
  const unit = figure === null ? (view.input(name)?.unit ?? '') : (figure.tree.node.unit ?? '');
  return unit === '' || unit === '%' || unit === '‰' ? null : unit;
}

/** A number as it stands in the file; `9%` is read as a quotient of two. */
function isWritten(expression: Expression): boolean {
  if (expression.kind === 'number') return true;
  return expression.kind === 'binary' && isWritten(expression.left) && isWritten(expression.right);
}

/** `null`: it is no formula, which loading reports. */
function parsedOf(text: string): Expression | null {
  try {
    return parseFormula(text);
  } catch {
    return null;
  }
}
