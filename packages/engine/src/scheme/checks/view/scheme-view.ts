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
import { PossibleValues } from './possible-values.ts';
import type { Possible } from './possible-values.ts';
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
  readonly parts: readonly PartView[];
  readonly graph: PlanGraph;
  readonly values: PossibleValues;
  readonly places: readonly Place[];
  readonly #source: SchemeSource;
  readonly #compilation: Compilation;
  readonly #whole: unknown;

  constructor(source: SchemeSource, compilation: Compilation, isSound: boolean) {
    this.isSound = isSound;
    this.#source = source;
    this.#compilation = compilation;
    this.#whole = source.value;
    this.file = compilation.file;
    this.graph = new PlanGraph(compilation.plan);
    this.values = new PossibleValues(compilation.plan, schemeSources(compilation));
    this.places = compilation.compiler.places;
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
    const compiled = compiler.node(tree.id);
    const amount = (column: NodeId | null | undefined): Range | null =>
      column == null ? null : this.values.numbers(column);
    const { node } = tree;
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
      max: amount(compiled?.max),
      weight: amount(compiled?.weight),
      rule,
      lines: Object.keys(node)
        .filter((key) => RULES.has(key))
        .flatMap((key) => findLines(node[key], [...tree.path, key], exactNumber(node['at most'] ?? ''))),
      compiled,
      ruleColumn: compiled === null ? null : (place?.column ?? null),
    };
  }
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
