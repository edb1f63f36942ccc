import type { Dataset } from '../data/dataset.ts';
import { formatNumber } from '../number/text.ts';
import type { ParameterValues } from '../plan/exact/sources.ts';
import type { NodeId, Plan, PlanFigure } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import type { NodeDescription, PartDescription } from '../reader/results-reader.ts';
import { COMPLETE, COMPLETE_TITLE, completeRule } from './compile/complete.ts';
import type { SchemeCompiler } from './compile/compile-scheme.ts';
import type { ParameterDeclaration, ParameterSettings } from './compile/parameters.ts';
import type { PartCompiler } from './compile/part-compiler.ts';
import type { TreeNode } from './compile/part-tree.ts';
import { valueTitles } from './compile/part-titles.ts';
import { exactNumber } from './exact.ts';
import { PeriodsRead } from './compile/periods-read.ts';
import type { AttributeDeclaration } from './attribute.ts';
import { inputsUnder } from './input-limits.ts';
import type { InputDeclaration } from './input.ts';
import type { SchemeFile } from './schema/scheme.ts';
import { localText } from './texts.ts';

/** A scheme ready to be computed. */
export interface CompiledScheme {
  readonly id: string;
  readonly title: LocalText;
  readonly version: string;
  readonly inputs: readonly InputDeclaration[];
  /** Columns of the subjects table that figures look at. */
  readonly attributes: readonly AttributeDeclaration[];
  readonly parameters: readonly ParameterDeclaration[];
  /** What words of columns of the subjects table are called, where the scheme says so, by column. */
  readonly valueTitles: Readonly<Record<string, Readonly<Record<string, LocalText>>>>;
  /** What words that results give are called, where the scheme says so. */
  readonly resultWords: Readonly<Record<string, LocalText>>;
  readonly plan: Plan;
  /** Descriptions without periods and groups: those come from the data. */
  readonly parts: readonly CompiledPart[];
  /** The scheme for these data: where templates run over items, with what they give for the items of the data. */
  forData(data: Pick<Dataset, 'observations'>): CompiledScheme;
  /** Values of the parameters for a run, with changed settings where given. */
  parameterValues(settings: ParameterSettings): ParameterValues;
}

export interface CompiledPart {
  readonly description: PartDescription;
  /** Column of the subjects table whose value parts the rankings; `null`: one ranking for all. */
  readonly rankWithin: string | null;
  /** Figure columns by node id. */
  readonly columns: ReadonlyMap<string, NodeId>;
  /** Hidden nodes: not among the results, but figures are made from them. */
  readonly helpers: readonly Helper[];
}

/** A node that is not among the results, as explanations need it. */
export interface Helper {
  readonly figure: PlanFigure;
  readonly node: NodeDescription;
}

/** Gathers what the readers of a scheme need to know. */
export class CompiledSchemeBuilder {
  readonly #file: SchemeFile;
  readonly #compiler: SchemeCompiler;
  readonly #plan: Plan;
  readonly #parts: readonly PartCompiler[];

  constructor(file: SchemeFile, compiler: SchemeCompiler, plan: Plan, parts: readonly PartCompiler[]) {
    this.#file = file;
    this.#compiler = compiler;
    this.#plan = plan;
    this.#parts = parts;
  }

  build(): CompiledScheme {
    const { parameters, inputs } = this.#compiler;
    const scheme: CompiledScheme = {
      id: this.#file.scheme,
      title: localText(this.#file.title, this.#file.scheme),
      version: String(this.#file.version ?? ''),
      inputs: withPeriods(inputsUnder(inputs.all(), parameters.all(), {}), this.#plan),
      attributes: attributesIn(this.#file, this.#plan),
      parameters: parameters.all(),
      valueTitles: Object.fromEntries([...this.#compiler.attributes].map(([name, one]) => [name, valueTitles(one)])),
      resultWords: this.#resultWords,
      plan: this.#plan,
      parts: this.#parts.map((part) => this.#part(part)),
      forData: () => scheme,
      parameterValues: (settings) => parameters.values(settings),
    };
    return scheme;
  }

  get #resultWords(): CompiledScheme['resultWords'] {
    const titles = Object.entries(this.#file['result words'] ?? {});
    return Object.fromEntries(titles.map(([word, title]) => [word, localText(title, word)]));
  }

  #part(part: PartCompiler): CompiledPart {
    const figures = this.#plan.figures.filter((figure) => figure.part === part.id);
    const columns = new Map(figures.map((figure) => [figure.id, figure.column]));
    const nodes = part.tree.nodes.filter(({ id }) => columns.has(id)).map((node) => this.#node(part, node, columns));
    if (columns.has(COMPLETE) && part.tree.find(COMPLETE) === null) nodes.push(completeDescription(completeRule(part)));
    const has = (id: string): string | undefined => (columns.has(id) ? id : undefined);
    const known = {
      total: has('total'),
      rank: has('rank'),
      grade: has('grade'),
      veto: has('veto'),
      complete: has(COMPLETE),
    };
    return {
      description: {
        id: part.id,
        title: part.part.title === undefined ? localText(this.#file.title, part.id) : part.title,
        periodKind: part.part.period,
        periods: [],
        groups: [],
        fullMarks: part.part['full marks'] === undefined ? null : String(part.part['full marks']),
        nodes,
        known: Object.fromEntries(Object.entries(known).filter(([, id]) => id !== undefined)),
      },
      rankWithin: part.part['rank within'] === 'everybody' ? null : (part.part['rank within'] ?? 'group'),
      columns,
      helpers: this.#helpers(part),
    };
  }

  /** Nodes that are not among the results, for explanations of figures that are made from them. */
  #helpers(part: PartCompiler): Helper[] {
    return part.tree.nodes.flatMap((tree) => {
      const compiled = tree.node.hidden === true ? part.node(tree.id) : null;
      if (compiled === null) return [];
      const columns = new Map([[tree.id, compiled.column]]);
      const { column, max } = compiled;
      return [
        { figure: { part: part.id, id: tree.id, column, max, written: null }, node: this.#node(part, tree, columns) },
      ];
    });
  }

  #node(part: PartCompiler, tree: TreeNode, columns: ReadonlyMap<string, NodeId>): NodeDescription {
    const { node } = tree;
    const type = this.#plan.nodes[columns.get(tree.id) as NodeId]?.type ?? 'number';
    return {
      id: tree.id,
      parent: shownParent(tree, columns),
      title: tree.title,
      role: tree.role,
      kind: type,
      max: fixedText(node.max),
      weight: fixedText(node.weight),
      unit: node.unit ?? '',
      clause: node.clause ?? '',
      rule: part.node(tree.id)?.rule ?? { zh: '', en: '' },
      words: part.node(tree.id)?.words ?? [],
      ...(type === 'word' && this.#file['result words'] && { wordTitles: this.#resultWords }),
    };
  }
}

/** The nearest node above that is shown. */
function shownParent(tree: TreeNode, columns: ReadonlyMap<string, NodeId>): string | null {
  for (let above = tree.parent; above !== null; above = above.parent) if (columns.has(above.id)) return above.id;
  return null;
}

/** A number written in the scheme as decimal text; `null` when it depends on the data or is not there. */
function fixedText(value: number | string | undefined): string | null {
  if (value === undefined) return null;
  const number = exactNumber(value);
  return number === null ? null : formatNumber(number).text;
}

function completeDescription(rule: LocalText): NodeDescription {
  return {
    id: COMPLETE,
    parent: null,
    title: COMPLETE_TITLE,
    role: 'result',
    kind: 'flag',
    max: null,
    weight: null,
    unit: '',
    clause: '',
    rule,
    words: [],
  };
}

/** Inputs with the kinds of period for which somebody reads them. */
function withPeriods(inputs: readonly InputDeclaration[], plan: Plan): readonly InputDeclaration[] {
  const read = new PeriodsRead(plan);
  return inputs.map((input) => {
    const periods = input.per ? [input.per] : read.of(input.item);
    return periods === null ? input : { ...input, periods };
  });
}

/** The attributes that some figure reads. */
function attributesIn({ attributes = {} }: SchemeFile, { nodes }: Plan): readonly AttributeDeclaration[] {
  const read = new Set(nodes.flatMap(({ operation }) => (operation.kind === 'attribute' ? [operation.name] : [])));
  return Object.entries(attributes)
    .filter(([name]) => read.has(name))
    .map(([name, { kind, title, unit = '', 'if empty': otherwise }]) => ({
      name,
      kind,
      title: localText(title, name),
      unit,
      isNeeded: kind !== 'word' && otherwise === undefined,
    }));
}
