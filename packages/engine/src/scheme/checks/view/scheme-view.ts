import { Fraction } from '../../../number/fraction.ts';
import type { LocalText } from '../../../reader/figure.ts';
import type { NodeId } from '../../../plan/plan.ts';
import { RULES } from '../../../rules/registry.ts';
import type { CompiledInput } from '../../compile/inputs.ts';
import type { CompiledNode, PartCompiler } from '../../compile/part-compiler.ts';
import type { TreeNode } from '../../compile/part-tree.ts';
import type { Place, PlaceKind } from '../../compile/place.ts';
import { exactNumber } from '../../exact.ts';
import type { Finding, SchemePath } from '../../finding.ts';
import type { Compilation } from '../../load-scheme.ts';
import type { SchemeFile, SchemePart } from '../../schema/scheme.ts';
import type { SchemeSource } from '../../source/scheme-source.ts';
import type { CheckText } from '../check.ts';
import { findLines, isRecord } from './lines.ts';
import type { Line } from './lines.ts';
import { PlanGraph } from './plan-graph.ts';
import { anything, numbers, PossibleValues } from './possible-values.ts';
import type { Possible } from './possible-values.ts';
import { point } from './range.ts';
import type { Range } from './range.ts';
import { schemeSources } from './scheme-sources.ts';

/** A node of the scheme as checks see it. */
export interface NodeView {
  readonly part: PartView;
  readonly id: string;
  readonly tree: TreeNode;
  readonly path: SchemePath;
  readonly parent: NodeView | null;
  readonly children: readonly NodeView[];
  /** Its own clause, or that of the nearest node above that has one. */
  readonly clause: string;
  /** Full marks, and weight, as far as they are known; `null` where the file gives none. */
  readonly max: Range | null;
  readonly weight: Range | null;
  /** Key of its rule; `sum` where it has children and no rule; empty where the rule is missing. */
  readonly rule: string;
  readonly lines: readonly Line[];
  /** `null` where the rule has a fault, which loading reports. */
  readonly compiled: CompiledNode | null;
  /** What its rule gives, before limits and exceptions. */
  readonly ruleColumn: NodeId | null;
}

export interface PartView {
  readonly id: string;
  readonly part: SchemePart;
  readonly path: SchemePath;
  readonly title: LocalText;
  readonly nodes: readonly NodeView[];
  node(id: string): NodeView | null;
}

/**
 * A scheme as checks need it: the tree with full marks and weights, lines and bands, what columns can hold, who reads
 * what, and the way back to clauses and places in the file.
 */
export class SchemeView {
  readonly file: SchemeFile;
  /** Loading found no error: every rule is compiled. */
  readonly isSound: boolean;
  /** Only nodes that rest on no fault count as compiled. */
  readonly #knownOnly: boolean;
  readonly parts: readonly PartView[];
  readonly graph: PlanGraph;
  readonly values: PossibleValues;
  readonly places: readonly Place[];
  readonly #source: SchemeSource;
  readonly #compilation: Compilation;
  readonly #whole: unknown;
  readonly #nodePaths: readonly SchemePath[];
  readonly #known = new Map<NodeId, boolean>();

  /** `knownOnly`: nodes that rest on a figure with a fault are taken for not compiled, too. */
  constructor(source: SchemeSource, compilation: Compilation, isSound: boolean, knownOnly = false) {
    this.isSound = isSound;
    this.#knownOnly = knownOnly;
    this.#source = source;
    this.#compilation = compilation;
    this.#whole = source.value;
    this.#nodePaths = isSound ? [] : compilation.parts.flatMap(({ tree }) => tree.nodes.map(({ path }) => path));
    this.file = compilation.file;
    this.graph = new PlanGraph(compilation.plan);
    this.values = new PossibleValues(compilation.plan, schemeSources(compilation));
    this.places = isSound ? compilation.compiler.places : this.#legiblePlaces(compilation, knownOnly);
    this.parts = compilation.parts.map((part) => this.#part(part));
  }

  get nodes(): readonly NodeView[] {
    return this.parts.flatMap(({ nodes }) => nodes);
  }

  get compilation(): Compilation {
    return this.#compilation;
  }

  get inputs(): readonly CompiledInput[] {
    return this.#compilation.compiler.inputs.all();
  }

  input(item: string): CompiledInput | null {
    return this.#compilation.compiler.inputs.find(item);
  }

  /** What columns can hold when some of them hold something else than what follows from the plan. */
  valuesWith(fixed: ReadonlyMap<NodeId, Possible>): PossibleValues {
    return new PossibleValues(this.#compilation.plan, schemeSources(this.#compilation), fixed);
  }

  placesOf(kind: PlaceKind): readonly Place[] {
    return this.places.filter((place) => place.kind === kind);
  }

  nodeAt(part: string, id: string): NodeView | null {
    return this.parts.find((view) => view.id === part)?.node(id) ?? null;
  }

  /** The number that a parameter is set to for all years; `null`: none, or nothing of that name. */
  parameter(name: string): Fraction | null {
    const value = this.#compilation.compiler.parameters.find(name)?.value ?? '';
    return value === '' ? null : exactNumber(value);
  }

  /** The value of the file at a place. */
  at(path: SchemePath): unknown {
    return path.reduce<unknown>(
      (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
      this.#whole,
    );
  }

  /** The place within a node where a word is written: as a key, as a value, or inside a formula. */
  locate(node: NodeView, word: string): SchemePath {
    return findWord(this.at(node.path), word, node.path) ?? node.path;
  }

  finding(
    severity: Finding['severity'],
    code: string,
    { message, remedy }: CheckText,
    path: SchemePath,
    clause = '',
  ): Finding {
    return this.#source.finding(severity, code, message, remedy, path, { clause });
  }

  /** Whether a column rests, however far below, on a figure with a fault. */
  isKnown(column: NodeId): boolean {
    if (this.isSound) return true;
    const known = this.#known.get(column);
    if (known !== undefined) return known;
    const found =
      !this.#compilation.compiler.unknowns.has(column) &&
      this.graph.node(column).inputs.every((input) => this.isKnown(input));
    this.#known.set(column, found);
    return found;
  }

  /** Whether a place is in a node of which not everything could be read (and not in a node below it). */
  isMisread(path: SchemePath): boolean {
    const { misread } = this.#compilation.compiler;
    const node = this.#nodePaths
      .filter((own) => isWithin(path, own))
      .reduce((a, b) => (b.length > a.length ? b : a), []);
    return misread.has(node);
  }

  /** Whether a key of a node that could not be read is one of these, or may have been meant to be. */
  mayMean({ path }: NodeView, keys: readonly string[]): boolean {
    return this.#compilation.compiler.misread.mayMean(path, keys);
  }

  /** What columns can hold at least, taking of each figure with a fault what could be read of it, or whole numbers. */
  get leastValues(): PossibleValues {
    if (this.isSound) return this.values;
    const { unknowns } = this.#compilation.compiler;
    const fixed = [...unknowns.all()].map(([column, attempt]): [NodeId, Possible] => {
      const step = attempt === null ? Fraction.ONE : this.values.numbers(attempt).step;
      const type = this.graph.node(column).type;
      return [column, type === 'number' ? numbers({ low: null, high: null, step }) : anything(type)];
    });
    return this.valuesWith(new Map(fixed));
  }

  /** Places of nodes that could be read; their columns are there even where the node was given up later. */
  #legiblePlaces({ compiler, parts }: Compilation, knownOnly: boolean): Place[] {
    const unread = new Set(
      parts.flatMap((part) =>
        part.tree.nodes.filter(({ path }) => compiler.misread.has(path)).map(({ id }) => `${part.id}/${id}`),
      ),
    );
    const legible = compiler.places.filter(({ part, node }) => !unread.has(`${part}/${node}`));
    return knownOnly ? legible.filter(({ column }) => this.isKnown(column)) : legible;
  }

  #part(compiler: PartCompiler): PartView {
    const nodes: NodeView[] = [];
    const byId = new Map<string, NodeView>();
    const view: PartView = {
      id: compiler.id,
      part: compiler.part,
      path: compiler.path,
      title: compiler.title,
      nodes,
      node: (id) => byId.get(id) ?? null,
    };
    for (const tree of compiler.tree.nodes) {
      const parent = tree.parent === null ? null : (byId.get(tree.parent.id) ?? null);
      const node = this.#node(compiler, view, tree, parent);
      nodes.push(node);
      byId.set(tree.id, node);
      (parent?.children as NodeView[] | undefined)?.push(node);
    }
    return view;
  }

  #node(compiler: PartCompiler, part: PartView, tree: TreeNode, parent: NodeView | null): NodeView {
    const found = compiler.node(tree.id);
    const compiled = found !== null && this.#knownOnly && !this.isKnown(found.column) ? null : found;
    const { node } = tree;
    const amount = (key: 'max' | 'weight'): Range | null => {
      const column = found?.[key];
      if (column != null) return this.values.numbers(column);
      const written = found === null && node[key] !== undefined ? exactNumber(node[key]) : null;
      return written === null ? null : point(written);
    };
    const rule = Object.keys(node).find((key) => RULES.has(key)) ?? (tree.children.length > 0 ? 'sum' : '');
    const place = this.places.find(
      (found) => found.kind === 'rule' && found.part === compiler.id && found.node === tree.id,
    );
    return {
      part,
      id: tree.id,
      tree,
      path: tree.path,
      parent,
      children: [],
      clause: node.clause ?? parent?.clause ?? '',
      max: amount('max'),
      weight: amount('weight'),
      rule,
      lines: Object.keys(node)
        .filter((key) => RULES.has(key) && !this.#compilation.compiler.misread.has(tree.path))
        .flatMap((key) => findLines(node[key], [...tree.path, key], exactNumber(node['at most'] ?? ''))),
      compiled,
      ruleColumn: compiled === null ? null : (place?.column ?? null),
    };
  }
}

function isWithin(path: SchemePath, outer: SchemePath): boolean {
  return outer.length <= path.length && outer.every((key, at) => path[at] === key);
}

function findWord(value: unknown, word: string, path: SchemePath): SchemePath | null {
  if (typeof value === 'string') return value === word || value.includes(`"${word}"`) ? path : null;
  if (Array.isArray(value)) {
    for (const [at, entry] of value.entries()) {
      const found = findWord(entry, word, [...path, at]);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isRecord(value)) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'items' || key === 'title' || key === 'id') continue;
    const found = key === word ? [...path, key] : findWord(inner, word, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}
