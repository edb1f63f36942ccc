import { nameTexts } from '../../locale/check-texts.ts';
import type { NodeId, Operation, PlanNode } from '../../plan/plan.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { wordsOf } from './view/possible-values.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Words that a rule names against the words that can occur: in tables of words and in comparisons. */
export const words: SchemeCheck = {
  codes: ['word.no-marks', 'word.unknown', 'word.never', 'category.unknown', 'category.undeclared'],
  needs: 'figures',
  check: (view) => {
    const said = new Set<string>();
    return view.nodes.flatMap((node) => {
      if (node.compiled === null) return [];
      const own = view.graph.own(node.compiled.column);
      const compared = own.flatMap((operator) => comparison(operator, view));
      const tables = own.flatMap((operator) => table(operator, compared, node, view));
      const doubtful = node.rule === 'tally' ? compared.filter((found) => !occurs(found.word, compared)) : compared;
      const impossibles = doubtful.flatMap((found) => impossible(found, node, view));
      return once([...tables, ...impossibles, ...undeclared(compared, node, view, said)]);
    });
  },
};

/** A comparison of a column of words with one word. */
interface WordComparison {
  readonly column: PlanNode;
  readonly word: string;
  readonly known: ReadonlySet<string> | null;
}

function comparison({ operation, inputs }: PlanNode, { graph, values }: SchemeView): WordComparison[] {
  if (operation.kind !== 'compare' || (operation.relation !== '=' && operation.relation !== '!=')) return [];
  const sides = inputs.map((input) => graph.bare(input));
  const constant = sides.find((side) => side.operation.kind === 'constant' && side.type === 'word');
  const at = sides.findIndex((side) => side !== constant);
  const column = sides[at];
  if (constant?.operation.kind !== 'constant' || column === undefined) return [];
  const { value } = constant.operation;
  // A parameter is there to be set to another word.
  if (typeof value !== 'string' || column.operation.kind === 'parameter') return [];
  // With what stands in for its states: a figure can be a word that only `if missing` gives.
  return [{ column, word: value, known: wordsOf(values.of(inputs[at] as NodeId)) }];
}

/** A tally asks many nodes for a word: it is enough that one of them can have it. */
function occurs(word: string, compared: readonly WordComparison[]): boolean {
  return compared.some((other) => other.word === word && other.known?.has(word) !== false);
}

function impossible({ column, word, known }: WordComparison, node: NodeView, view: SchemeView): Finding[] {
  if (known === null || known.has(word) || word === '') return [];
  const { tree, clause } = node;
  const place = view.locate(node, word);
  if (isCategory(column)) {
    const item = [...view.graph.items(column.id)].join('、');
    const text = nameTexts.categoryUnknown(word, item, [...known]);
    return [view.finding('error', 'category.unknown', text, place, clause)];
  }
  return [view.finding('error', 'word.never', nameTexts.wordNever(tree.title, word, [...known]), place, clause)];
}

function isCategory({ operation }: PlanNode): boolean {
  return operation.kind === 'field' && operation.field === 'category';
}

/** Categories that a rule asks for, of items that declare none; one of several items that does is enough. */
function undeclared(
  compared: readonly WordComparison[],
  node: NodeView,
  view: SchemeView,
  said: Set<string>,
): Finding[] {
  const byItems = new Map<string, { items: readonly string[]; words: Set<string> }>();
  for (const { column, word, known } of compared) {
    if (known !== null || word === '' || !isCategory(column)) continue;
    const items = [...view.graph.items(column.id)];
    const declared = items.flatMap((item) => view.input(item)?.categories ?? []);
    if (declared.includes(word)) continue;
    const without = items.filter((item) => (view.input(item)?.categories ?? []).length === 0);
    const key = without.join('、');
    const found = byItems.get(key) ?? { items: without, words: new Set() };
    byItems.set(key, { ...found, words: found.words.add(word) });
  }
  return [...byItems.values()].flatMap(({ items, words: asked }) => {
    const key = `${items.join(' ')}: ${[...asked].join(' ')}`;
    if (said.has(key)) return []; // said of the first rule that asks
    said.add(key);
    const place = view.locate(node, [...asked][0] as string);
    const text = nameTexts.categoryUndeclared([...asked], named(items));
    return [view.finding('warning', 'category.undeclared', text, place, node.clause)];
  });
}

const MOST_NAMED = 3;

function named(items: readonly string[]): string {
  const rest = items.length - MOST_NAMED;
  return `${items.slice(0, MOST_NAMED).join('、')}${rest > 0 ? ` … +${rest}` : ''}`;
}

/** A word that the rule deals with by a condition of its own needs no row in the table. */
function table(operator: PlanNode, compared: readonly WordComparison[], node: NodeView, view: SchemeView): Finding[] {
  if (operator.operation.kind !== 'match') return [];
  const { words: named, otherwise } = operator.operation as Extract<Operation, { kind: 'match' }>;
  const known = wordsOf(view.values.of(operator.inputs[0] as NodeId));
  if (known === null) return [];
  const handled = new Set([...named, ...compared.map(({ word }) => word)]);
  const without = [...known].filter((word) => !handled.has(word));
  const unknown = named.filter((word) => !known.has(word));
  const { tree, path, rule, clause } = node;
  const findings: Finding[] = [];
  if (without.length > 0 && !otherwise) {
    const text = nameTexts.wordWithoutMarks(tree.title, without);
    findings.push(view.finding('warning', 'word.no-marks', text, [...path, rule], clause));
  }
  if (unknown.length > 0) {
    const text = nameTexts.wordUnknown(tree.title, unknown, [...known]);
    findings.push(view.finding('error', 'word.unknown', text, view.locate(node, unknown[0] as string), clause));
  }
  return findings;
}

/** One finding per place and code: a rule may compare the same thing several times. */
function once(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, path, message }) => {
    const key = `${code} ${path.join('/')} ${message.en}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
