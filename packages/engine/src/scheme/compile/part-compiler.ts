import type { ConditionWording } from '../../formula/compile.ts';
import { withModifiers } from '../../locale/modifier-texts.ts';
import { wordExpression, wordFormula } from '../../locale/formula-words.ts';
import { stepTexts } from '../../locale/step-texts.ts';
import { partTexts } from '../../locale/part-texts.ts';
import { schemeTexts } from '../../locale/scheme-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import type { PlanBuilder } from '../../plan/builder.ts';
import type { FrameId, NodeId, StepLabel } from '../../plan/plan.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { ChildReading } from '../../rules/rule.ts';
import { isFamily, itemPattern } from '../../data/item-pattern.ts';
import { exactNumber } from '../exact.ts';
import type { SchemePath } from '../finding.ts';
import type { SchemePart } from '../schema/scheme.ts';
import { localText } from '../texts.ts';
import { compileComplete } from './complete.ts';
import { applyConditions, applyModifiers } from './modifiers.ts';
import { applicableMax, holdingMax } from './full-marks.ts';
import { NodeContext } from './node-context.ts';
import { nodeWords } from './node-words.ts';
import type { TreeNode } from './part-tree.ts';
import { PartTree } from './part-tree.ts';
import type { PlaceKind } from './place.ts';
import { PartScope } from './part-scope.ts';
import { titleOfName } from './part-titles.ts';
import { Registers } from './registers.ts';
import { findRule } from './find-rule.ts';
import { DependencyError, SchemeError } from './scheme-error.ts';
import type { SchemeCompiler } from './compile-scheme.ts';
import { WrittenValues } from './written-values.ts';

/** What compiling a node gave. */
export interface CompiledNode {
  readonly tree: TreeNode;
  /** The figure as it is shown. */
  readonly column: NodeId;
  /** The figure as others count it: 0 where it is missing. A hidden one is a piece of a formula and keeps its state. */
  readonly counted: NodeId;
  /** The figure without what stands in for unset parameters. */
  readonly unsettled: NodeId;
  readonly max: NodeId | null;
  /** Full marks that apply; see `ChildReading`. */
  readonly applicableMax: NodeId | null;
  readonly weight: NodeId | null;
  readonly rule: LocalText;
  /** Words that the figure can be, best first; empty where it is a number or any word. */
  readonly words: readonly string[];
}

/** Compiles the nodes of one part, each when it is first asked for, so that the order in the file does not matter. */
export class PartCompiler {
  readonly id: string;
  readonly part: SchemePart;
  readonly path: SchemePath;
  readonly frame: FrameId;
  readonly tree: PartTree;
  readonly registers: Registers;
  /** What it writes as formulas and numbers. */
  readonly written: WrittenValues;
  readonly scheme: SchemeCompiler;
  /** Conditions under which the subject is complete, from nodes that say when it is not. */
  readonly incomplete: NodeId[] = [];
  readonly #compiled = new Map<string, CompiledNode | null>();
  /** Misread nodes as what could be read of them says. */
  readonly #attempts = new Map<string, CompiledNode | null>();
  readonly #standIns = new Map<string, CompiledNode>();
  readonly #underWay: string[] = [];
  readonly #kept = new Map<string, NodeId[]>();
  #complete: NodeId | null | undefined = undefined;

  constructor(scheme: SchemeCompiler, id: string, part: SchemePart, path: SchemePath, frame: FrameId) {
    this.scheme = scheme;
    this.id = id;
    this.part = part;
    this.path = path;
    this.frame = frame;
    this.registers = new Registers(this);
    this.written = new WrittenValues(this);
    this.tree = new PartTree(part, path, (error) => scheme.report(error));
  }

  get plan(): PlanBuilder {
    return this.scheme.plan;
  }

  get title(): LocalText {
    return localText(this.part.title, this.id);
  }

  /** Names of formulas, as the rule of the node `own` sees them. */
  scope(own: string): PartScope {
    return new PartScope(this, own);
  }

  compileAll(): void {
    for (const node of this.tree.nodes) this.node(node.id);
    this.registers.compileAll();
    try {
      this.complete();
    } catch (error) {
      if (!(error instanceof SchemeError)) throw error;
      this.scheme.report(error);
    }
  }

  /** The result `complete` where the part has one that no node gives; compiled when it is first asked for. */
  complete(): NodeId | null {
    if (this.#complete === undefined) this.#complete = compileComplete(this);
    return this.#complete;
  }

  /** The compiled node; `null` when it has a fault (which is reported once). */
  node(id: string): CompiledNode | null {
    const known = this.#compiled.get(id);
    if (known !== undefined) return known;
    const tree = this.tree.find(id);
    if (tree === null) return null;
    if (this.#underWay.includes(id)) {
      const ring = [...this.#underWay.slice(this.#underWay.indexOf(id)), id].join(' → ');
      throw new SchemeError('node.cycle', schemeTexts.cycle(ring), schemeTexts.breakCycle, tree.path);
    }
    this.#underWay.push(id);
    const isMisread = this.scheme.misread.has(tree.path);
    let compiled: CompiledNode | null = null;
    try {
      compiled = this.#compile(tree);
    } catch (error) {
      if (!(error instanceof SchemeError)) throw error;
      if (!isMisread || !followsFromMisreading(error)) this.scheme.report(error, tree.node.clause);
    }
    this.#underWay.pop();
    if (isMisread) this.#attempts.set(id, compiled);
    this.#compiled.set(id, isMisread ? null : compiled);
    return isMisread ? null : compiled;
  }

  /**
   * The node as others read it: one with a fault has a stand-in of which nothing is known, so that what is built on it
   * can be looked at all the same. `null` where there is no such node.
   */
  readable(id: string): CompiledNode | null {
    const compiled = this.node(id);
    const tree = compiled === null ? this.tree.find(id) : null;
    return tree === null ? compiled : this.#standIn(tree);
  }

  #standIn(tree: TreeNode): CompiledNode {
    const known = this.#standIns.get(tree.id);
    if (known !== undefined) return known;
    const attempt = this.#attempts.get(tree.id) ?? null;
    const isNumber = tree.role !== 'result' || SUMS.has(tree.id);
    if (attempt === null && !isNumber) throw new DependencyError(tree.id);
    const type = attempt === null ? 'number' : this.plan.typeOf(attempt.column);
    const column = this.scheme.unknowns.add(
      this.plan,
      this.frame,
      type,
      this.figureLabel(tree),
      attempt?.column ?? null,
    );
    const amount = (key: 'max' | 'weight'): NodeId | null => {
      const written = tree.node[key];
      const exact = written === undefined ? null : exactNumber(written);
      if (exact !== null) return this.plan.number(this.frame, exact);
      const isUnsaid = written === undefined && !this.scheme.misread.has(tree.path);
      return isUnsaid ? null : this.scheme.unknowns.add(this.plan, this.frame, 'number', null, null);
    };
    const max = amount('max');
    const standIn: CompiledNode = {
      tree,
      column,
      counted: column,
      unsettled: column,
      max,
      applicableMax: max,
      weight: amount('weight'),
      rule: tree.title,
      words: attempt?.words ?? [],
    };
    this.#standIns.set(tree.id, standIn);
    return standIn;
  }

  #compile(tree: TreeNode): CompiledNode {
    const { node, path } = tree;
    const scope = this.scope(tree.id);
    const max = node.max === undefined ? null : this.written.amount(node.max, scope, [...path, 'max']);
    const weight = node.weight === undefined ? null : this.written.amount(node.weight, scope, [...path, 'weight']);
    const children = tree.children.map((child) => this.#child(child));
    const { kind, config, rulePath } = findRule(tree);
    const context = new NodeContext(this, tree, scope, max, children, rulePath);
    const raw = this.place('rule', kind.compile(config as never, context), rulePath);
    const figure = applyModifiers(raw, context, kind.overChildren === true);
    const exists = this.#existence(tree, scope);
    const existing = (found: NodeId): NodeId =>
      exists === null ? found : this.plan.select(exists, found, this.written.literal('NA'));
    for (const [name, kept] of context.keptColumns) this.#keep(name, existing(applyConditions(kept, context)), tree);
    const value = existing(figure.column);
    const wanted =
      node['written if'] === undefined ? null : this.written.flag(node['written if'], scope, [...path, 'written if']);
    const written = exists === null || wanted === null ? (exists ?? wanted) : this.plan.logic('and', [exists, wanted]);
    this.#incompleteIf(tree, scope, exists);
    if (kind.entersAs !== undefined) this.#keep(kind.entersAs, value, tree);
    const shown = (figure: NodeId): NodeId =>
      kind.isShownNegative?.(config as never) === true
        ? this.plan.add(this.frame, 'number', { kind: 'negate' }, [figure])
        : figure;
    const column = this.plan.labelled(shown(value), this.figureLabel(tree));
    const isSum = isPlainSum(kind.key, config) && children.length > 0;
    const marked = { column, max, addends: isSum ? children : [], setAside: context.setAside };
    const applicable = applicableMax(marked, this.plan, this.frame);
    const holding = isSum ? holdingMax(max, applicable, this.plan) : max;
    if (node.hidden !== true) this.plan.addFigure({ part: this.id, id: node.id, column, max: holding, written });
    const describing = context.describing();
    const rule = withModifiers(kind.describe(config as never, describing), node, describing.titleOf);
    return {
      tree,
      column,
      counted: node.hidden === true ? column : this.#counted(column),
      unsettled: shown(existing(figure.unsettled)),
      max,
      applicableMax: applicable,
      weight,
      rule,
      words: nodeWords(
        kind.words?.(config as never, (formula) => this.#wordsOf(formula, tree.id)) ?? [],
        tree,
        this.scheme.scales,
      ),
    };
  }

  /** Where a node exists at all: its own condition and those of the nodes above it; `null`: everywhere. */
  #existence(tree: TreeNode, scope: PartScope): NodeId | null {
    const conditions: NodeId[] = [];
    for (let above: TreeNode | null = tree; above !== null; above = above.parent) {
      const text = above.node['exists if'];
      if (text === undefined) continue;
      const wording: ConditionWording = (condition) =>
        wordExpression(condition, (name) => this.titleOf(name, above.id));
      const at = [...above.path, 'exists if'];
      const column = this.written.flag(text, above === tree ? scope : this.scope(above.id), at, wording);
      conditions.push(
        this.plan.labelled(column, {
          kind: 'condition',
          title: stepTexts.existsIf(wordFormula(text, (name) => this.titleOf(name, above.id))),
          clause: above.node.clause ?? '',
        }),
      );
    }
    return conditions.length === 0 ? null : this.plan.logic('and', conditions);
  }

  #incompleteIf({ id, node, path, title }: TreeNode, scope: PartScope, exists: NodeId | null): void {
    const text = node['incomplete if'];
    if (text === undefined) return;
    if (this.part.complete === false || this.tree.find('complete') !== null) {
      const at = [...path, 'incomplete if'];
      throw new SchemeError('incomplete.no-complete', partTexts.noComplete(id), partTexts.dropIncomplete, at);
    }
    const column = this.written.flag(text, scope, [...path, 'incomplete if']);
    const lacks = exists === null ? column : this.plan.logic('and', [exists, column]);
    this.incomplete.push(
      this.plan.labelled(this.plan.not(lacks), { kind: 'condition', title, clause: node.clause ?? '' }),
    );
  }

  /** The nodes of that id, or of that family; those that have a fault are left out. */
  figuresLike(pattern: string): readonly CompiledNode[] {
    return this.treesLike(pattern).flatMap(({ id }) => {
      if (this.#underWay.includes(id)) return [];
      return this.readable(id) ?? [];
    });
  }

  treesLike(pattern: string): readonly TreeNode[] {
    const matches = isFamily(pattern) ? itemPattern(pattern) : null;
    return this.tree.nodes.filter(({ id }) => id === pattern || matches?.test(id) === true);
  }

  /** Words of the node or input that a formula names, when it is nothing but a name. The own name is the input's. */
  #wordsOf(formula: string, own: string): readonly string[] {
    const name = formula.trim();
    const node = name === own ? null : this.node(name);
    return node?.words ?? this.scheme.inputs.find(name)?.words ?? [];
  }

  /** A figure that is missing counts 0 in what is built on it. Words have no 0 and stay missing. */
  #counted(column: NodeId): NodeId {
    if (this.plan.typeOf(column) !== 'number') return column;
    return this.plan.replace(['missing'], column, this.plan.number(this.frame, Fraction.ZERO));
  }

  #child({ id, title }: TreeNode): ChildReading {
    const compiled = this.readable(id);
    if (compiled === null) throw new DependencyError(id); // another node has its id
    const { column, max, applicableMax: applicable, weight } = compiled;
    return { id, title, value: column, max, applicableMax: applicable, weight };
  }

  figureLabel({ id: figure, title, node }: TreeNode): StepLabel {
    return { kind: 'figure', title, clause: node.clause ?? '', figure: { part: this.id, id: figure } };
  }

  #keep(name: string, column: NodeId, tree: TreeNode): void {
    const labelled = this.plan.labelled(column, this.figureLabel(tree));
    this.#kept.set(name, [...(this.#kept.get(name) ?? []), labelled]);
  }

  /** Columns kept by the adjustments under a name; compiles those first that are not yet. */
  kept(name: string): readonly NodeId[] {
    const adjustments = this.tree.nodes.filter(({ role }) => role === 'adjustment');
    const faulty = adjustments.filter(({ id: adjustment }) => this.node(adjustment) === null);
    return [...(this.#kept.get(name) ?? []), ...faulty.map((tree) => this.#standIn(tree).column)];
  }

  /** The figure that is being compiled; empty: none. */
  get figureUnderWay(): string {
    return this.#underWay.at(-1) ?? '';
  }

  /** Remembers where in the file a column was written. */
  place(kind: PlaceKind, column: NodeId, path: SchemePath): NodeId {
    this.scheme.places.push({ kind, part: this.id, node: this.figureUnderWay, path, column });
    return column;
  }

  /** What a name in a formula of the node `own` is called. */
  titleOf(name: string, own: string): LocalText {
    return titleOfName(this, name, own);
  }

  /** Column of the subjects table whose value parts the rankings. */
  rankKey(column = this.part['rank within'] ?? 'group'): NodeId {
    return column === 'everybody'
      ? this.plan.constant(this.frame, '')
      : this.plan.add(this.frame, 'word', { kind: 'attribute', name: column }, []);
  }
}

/** Sums over the adjustments, and what all schemes call their sum of everything: numbers, whatever their rule. */
const SUMS: ReadonlySet<string> = new Set(['bonus', 'penalty', 'total']);

/** What names something that is not there is wrong by itself; what is missing may be what could not be read. */
function followsFromMisreading({ code }: SchemeError): boolean {
  return !/^(?:formula|input|category|figure)\./.test(code);
}

/** A sum of children that is not scaled to another number of marks. */
function isPlainSum(key: string, config: unknown): boolean {
  return key === 'sum' && (config as { 'rescale to'?: number })['rescale to'] === undefined;
}
