import { isFamily } from '../../data/item-pattern.ts';
import type { FormulaScope } from '../../formula/scope.ts';
import { FormulaError } from '../../formula/syntax.ts';
import type { Expression } from '../../formula/syntax.ts';
import { suggestName } from '../../formula/suggest.ts';
import { didYouMean } from '../../locale/did-you-mean.ts';
import { formulaFault } from '../../locale/formula-fault-texts.ts';
import { inputTexts } from '../../locale/input-texts.ts';
import { partTexts } from '../../locale/part-texts.ts';
import { schemeTexts } from '../../locale/scheme-texts.ts';
import type { PlanBuilder } from '../../plan/builder.ts';
import type { FrameId, NodeId } from '../../plan/plan.ts';
import type { LocalText } from '../../reader/figure.ts';
import type {
  ChildReading,
  DescribeContext,
  FigureReading,
  MemberReading,
  PartOfRule,
  RowReading,
  RuleContext,
  StepOptions,
} from '../../rules/rule.ts';
import type { SchemePath } from '../finding.ts';
import type { Amount, Literal } from '../schema/common.ts';
import type { SchemeNode } from '../schema/node.ts';
import { registerTexts } from '../../locale/register-texts.ts';
import { stepTexts } from '../../locale/step-texts.ts';
import { wordExpression, wordFormula } from '../../locale/formula-words.ts';
import { localText, plain } from '../texts.ts';
import { ruleOf } from './find-rule.ts';
import { neededInputs } from './needed-inputs.ts';
import { ValueScope } from './value-scope.ts';
import { isList, isSingle, readRows } from './rows.ts';
import { DependencyError, SchemeError } from './scheme-error.ts';
import type { PartCompiler } from './part-compiler.ts';
import type { PartScope } from './part-scope.ts';
import type { PlaceKind } from './place.ts';
import type { TreeNode } from './part-tree.ts';

/** Serves one rule while it compiles. Remembers which inputs it read, for the guard. */
export class NodeContext implements RuleContext {
  readonly tree: TreeNode;
  readonly max: NodeId | null;
  readonly children: readonly ChildReading[];
  /** What the rule kept, as it kept it. */
  readonly keptColumns = new Map<string, NodeId>();
  /** Conditions of the node that set its rule aside. */
  readonly setAside: NodeId[] = [];
  readonly #part: PartCompiler;
  readonly #scope: PartScope;
  readonly #path: SchemePath;
  readonly #neededByParts: NodeId[] = [];
  #guards: readonly NodeId[] | null = null;

  constructor(
    part: PartCompiler,
    tree: TreeNode,
    scope: PartScope,
    max: NodeId | null,
    children: readonly ChildReading[],
    path: SchemePath,
  ) {
    this.#part = part;
    this.tree = tree;
    this.#scope = scope;
    this.max = max;
    this.children = children;
    this.#path = path;
  }

  get plan(): PlanBuilder {
    return this.#part.plan;
  }

  get frame(): FrameId {
    return this.#part.frame;
  }

  get node(): SchemeNode {
    return this.tree.node;
  }

  get scope(): FormulaScope {
    return this.#scope;
  }

  formula(text: string, path: SchemePath): NodeId {
    return this.#part.written.formula(text, this.#scope, [...this.#path, ...path], this.#conditionWording);
  }

  numeric(text: string, path: SchemePath): NodeId {
    return this.#part.written.numeric(text, this.#scope, [...this.#path, ...path], this.#conditionWording);
  }

  requireNumber(column: NodeId, path: SchemePath): NodeId {
    return this.#part.written.requireNumber(column, '', [...this.#path, ...path]);
  }

  rowFormula(text: string, rows: RowReading, path: SchemePath): NodeId {
    return this.#part.written.numeric(text, rows.scope, [...this.#path, ...path]);
  }

  amount(value: Amount, path: SchemePath): NodeId {
    return this.#part.written.amount(value, this.#scope, [...this.#path, ...path]);
  }

  /** Paths of modifiers are relative to the node, not to its rule. */
  amountAt(value: Amount, path: SchemePath): NodeId {
    return this.#part.written.amount(value, this.#scope, [...this.tree.path, ...path]);
  }

  flagAt(text: string, path: SchemePath): NodeId {
    return this.#part.written.flag(text, this.#scope, [...this.tree.path, ...path], this.#conditionWording);
  }

  formulaAt(text: string, path: SchemePath): NodeId {
    return this.#part.written.formula(text, this.#scope, [...this.tree.path, ...path]);
  }

  literal(value: Literal, frame: FrameId = this.frame): NodeId {
    return this.#part.written.literal(value, frame, this.#path);
  }

  condition(text: string, path: SchemePath): NodeId {
    return this.#part.written.flag(text, this.#scope, [...this.#path, ...path], this.#conditionWording);
  }

  rowCondition(text: string, rows: RowReading, path: SchemePath): NodeId {
    return this.#part.written.flag(text, rows.scope, [...this.#path, ...path]);
  }

  amountOf(value: Amount, column: NodeId, path: SchemePath): NodeId {
    const scope = new ValueScope(this.#scope, this.plan, column);
    return this.#part.written.amount(value, scope, [...this.#path, ...path]);
  }

  single(item: string, path: SchemePath, whenNA?: NodeId): NodeId {
    const input = this.#part.scheme.inputs.need(item, [...this.#path, ...path]);
    if (!isSingle(input) || isList(input, this.#part.part.period)) {
      const message = inputTexts.wrongInputKind(item, input.kind, 'number, score, flag, level');
      throw new SchemeError('input.kind', message, inputTexts.changeInputKind, [...this.#path, ...path]);
    }
    return this.#scope.input({ ...input, item }, whenNA).column;
  }

  rows(item: string, path: SchemePath): RowReading {
    const input = this.#part.scheme.inputs.need(item, [...this.#path, ...path]);
    return readRows(this.plan, this.frame, this.#scope, { ...input, item });
  }

  members(id: string, path: SchemePath): MemberReading {
    const at = [...this.#path, ...path];
    const other = this.#part.scheme.part(id);
    const found = other === null ? null : this.#scope.resolve(id);
    if (other === null || found?.kind !== 'list') {
      const message = partTexts.unrelatedParts(this.#part.id, id);
      throw new SchemeError('parts.unknown', message, partTexts.relateParts, at);
    }
    const { inside, draw } = found.list;
    return {
      frame: other.frame,
      title: other.title,
      number: (figure, inner) => this.#numberOf(other, figure, inner),
      condition: (formula, inner) => this.#part.written.flag(formula, inside, [...this.#path, ...inner]),
      draw,
    };
  }

  #numberOf(other: PartCompiler, id: string, path: SchemePath): FigureReading {
    const [figure] = other.figuresLike(id);
    if (figure === undefined) {
      const near = suggestName(
        id,
        other.tree.nodes.map((node) => node.id),
      );
      return this.fail('figure.unknown', schemeTexts.unknownFigure(id), didYouMean(near), path);
    }
    const type = this.plan.typeOf(figure.column);
    if (type === 'number') return { title: figure.tree.title, column: figure.column, unsettled: figure.unsettled };
    const { message, remedy } = formulaFault(
      new FormulaError('wrong-type', { start: 0, end: id.length }, 'number', type),
    );
    return this.fail('formula.wrong-type', message, remedy, path);
  }

  register(name: string, path: SchemePath): { readonly rows: RowReading; readonly title: LocalText } {
    const register = this.#part.registers.find(name);
    if (register === null) {
      if (this.#part.scheme.misread.isLost(name)) throw new DependencyError(name);
      const remedy = didYouMean(suggestName(name, this.#part.registers.names()));
      return this.fail('register.unknown', registerTexts.unknown(name), remedy, path);
    }
    return { rows: register, title: register.declaration.title };
  }

  /** What stands in a branch of a choice: its inputs guard it alone, not the whole node. */
  branch(text: string, path: SchemePath): NodeId {
    return this.#branch(text, [...this.#path, ...path]);
  }

  /** Like `branch`, for modifiers: the path is relative to the node. */
  branchAt(text: string, path: SchemePath): NodeId {
    return this.#branch(text, [...this.tree.path, ...path]);
  }

  #branch(text: string, path: SchemePath): NodeId {
    const scope = this.#part.scope(this.node.id);
    const column = this.#part.written.formula(text, scope, path, this.#conditionWording);
    return this.isGuarded ? this.#guard(column, scope.guardedInputs()) : column;
  }

  apart(): PartOfRule {
    const scope = this.#part.scope(this.node.id);
    const context = new NodeContext(this.#part, this.tree, scope, this.max, this.children, this.#path);
    const guarded = (column: NodeId): NodeId => (this.isGuarded ? this.#guard(column, scope.guardedInputs()) : column);
    return { context, guarded };
  }

  need(column: NodeId): void {
    this.#neededByParts.push(column);
  }

  figures(patterns: readonly string[], path: SchemePath): readonly FigureReading[] {
    return patterns.flatMap((pattern) => {
      const found = this.#part.figuresLike(pattern).filter(({ tree }) => tree.id !== this.node.id);
      if (found.length > 0)
        return found.map(({ tree, column, unsettled }) => ({ title: tree.title, column, unsettled }));
      if (this.#part.scheme.runsOverItems && isFamily(pattern)) return [];
      const near = suggestName(pattern, this.#scope.names());
      return this.fail('figure.unknown', schemeTexts.unknownFigure(pattern), didYouMean(near), path);
    });
  }

  /** Words of a category that no vocabulary has are typing errors: they would never match, and cost somebody marks. */
  requireCategories(item: string, words: readonly string[], path: SchemePath): void {
    const { categories } = this.#part.scheme.inputs.need(item, [...this.#path, ...path]);
    const unknown = words.find((word) => categories.length > 0 && !categories.includes(word));
    if (unknown === undefined) return;
    this.fail(
      'category.unknown',
      inputTexts.unknownCategory(item, unknown),
      didYouMean(suggestName(unknown, categories)),
      path,
    );
  }

  rule(holder: Readonly<Record<string, unknown>>, path: SchemePath): NodeId {
    const at = [...this.#path, ...path];
    const found = ruleOf(holder, at, this.node.id);
    if (found === null) throw new SchemeError('rule.none', schemeTexts.noRule(this.node.id), schemeTexts.addRule, at);
    const inner = new NodeContext(this.#part, this.tree, this.#scope, null, [], found.rulePath);
    const column = found.kind.compile(found.config as never, inner);
    const title = localText(holder['title'] as never, '');
    return title.zh === '' ? column : this.step(column, title);
  }

  rankKey(column: string | undefined): NodeId {
    return this.#part.rankKey(column);
  }

  titleOf(name: string): LocalText {
    return this.#part.titleOf(name, this.node.id);
  }

  wording(formula: string): LocalText {
    return wordFormula(formula, this.describing().titleOf);
  }

  readonly #conditionWording = (condition: Expression): LocalText =>
    wordExpression(condition, this.describing().titleOf);

  categoryTitle(item: string, category: string): LocalText {
    return this.#part.scheme.inputs.find(item)?.categoryTitles[category] ?? plain(category);
  }

  step(column: NodeId, title: LocalText, options: StepOptions = {}): NodeId {
    return this.plan.labelled(column, { kind: options.kind ?? 'step', title, clause: options.clause ?? '' });
  }

  place(kind: PlaceKind, column: NodeId, path: SchemePath): NodeId {
    return this.#part.place(kind, column, [...this.#path, ...path]);
  }

  /** Like `place`, for modifiers: the path is relative to the node. */
  placeAt(kind: PlaceKind, column: NodeId, path: SchemePath): NodeId {
    return this.#part.place(kind, column, [...this.tree.path, ...path]);
  }

  /** Conditions under which the node applies: its own and those of the nodes above it. */
  applicabilities(): NodeId[] {
    const conditions: NodeId[] = [];
    for (let above: TreeNode | null = this.tree; above !== null; above = above.parent) {
      const { node, path, id } = above;
      const text = node['only if'];
      if (text === undefined) continue;
      const scope = above === this.tree ? this.#scope : this.#part.scope(id);
      const column = this.#part.written.flag(text, scope, [...path, 'only if'], this.#conditionWording);
      conditions.push(this.step(column, stepTexts.applies(this.wording(text)), { kind: 'condition' }));
    }
    return conditions;
  }

  keep(name: string, column: NodeId): void {
    this.keptColumns.set(name, column);
  }

  kept(name: string): readonly NodeId[] {
    return this.#part.kept(name);
  }

  fail(code: string, message: LocalText, remedy: LocalText, path: SchemePath): never {
    throw new SchemeError(code, message, remedy, [...this.#path, ...path]);
  }

  /**
   * The column, provided that every single input that the rule read is given: one that does not apply makes the node
   * not apply, one that is missing makes it missing, even where another input already decides the result. What the
   * node `needs` besides must be given in any case.
   */
  guarded(column: NodeId): NodeId {
    this.#guards ??= this.#inputsOfRule();
    return this.#guard(column, this.#guards);
  }

  /** What was read up to now: conditions that are compiled later ask for inputs, but do not need them. */
  #inputsOfRule(): readonly NodeId[] {
    const needed = neededInputs(this.node, this.#part, [...this.tree.path, 'needs']);
    const read = this.isGuarded ? [...this.#scope.guardedInputs(), ...this.#neededByParts] : [];
    return [...read, ...needed];
  }

  /** Indicators and adjustments have the guard, results only where they are `strict`. */
  get isGuarded(): boolean {
    return this.node.strict ?? this.tree.role !== 'result';
  }

  #guard(column: NodeId, inputs: readonly NodeId[]): NodeId {
    if (inputs.length === 0) return column;
    return this.plan.add(this.frame, this.plan.typeOf(column), { kind: 'guard' }, [column, ...inputs]);
  }

  /** A field may be made of others; one that is made of itself is a fault, which is said elsewhere. */
  #registerField(name: string, field: string, above: readonly string[]): LocalText | null {
    const formula = this.#part.part.registers?.[name]?.fields?.[field];
    if (formula === undefined || above.includes(field)) return null;
    const inner = (id: string): LocalText => {
      const found = this.#registerField(name, id, [...above, field]);
      return found === null ? this.#part.registers.rowTitle(name, id) : { zh: `（${found.zh}）`, en: `(${found.en})` };
    };
    return wordFormula(formula, inner);
  }

  describing(): DescribeContext {
    const scheme = this.#part.scheme;
    return {
      node: this.node,
      titleOf: (name) => this.#part.titleOf(name, this.node.id),
      titlesLike: (pattern) => this.#part.treesLike(pattern).map(({ title }) => title),
      itemTitle: (item) => scheme.inputs.find(item)?.title ?? plain(item),
      categoryTitle: (item, category) => this.categoryTitle(item, category),
      wordTitle: (item, word) => scheme.inputs.find(item)?.wordTitles[word] ?? plain(word),
      unitOf: (item) => scheme.inputs.find(item)?.unit ?? '',
      registerRules: (name) => {
        const register = this.#part.part.registers?.[name];
        return register === undefined
          ? plain('')
          : registerTexts.rules(register, (id) => this.#part.registers.rowTitle(name, id));
      },
      registerField: (name, field) => this.#registerField(name, field, []),
      registerRows: (name) => this.#part.part.registers?.[name]?.rows ?? [],
      text: (title, fallback) => (title === undefined ? fallback : localText(title, '')),
      describeRule: (holder) => {
        const found = ruleOf(holder, this.#path, this.node.id);
        return found === null ? { zh: '', en: '' } : found.kind.describe(found.config as never, this.describing());
      },
    };
  }
}
