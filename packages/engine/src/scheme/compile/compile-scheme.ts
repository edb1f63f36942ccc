import type { Scales } from '../../formula/scale-functions.ts';
import { suggestName } from '../../formula/suggest.ts';
import { didYouMean } from '../../locale/did-you-mean.ts';
import { partTexts } from '../../locale/part-texts.ts';
import { schemeTexts } from '../../locale/scheme-texts.ts';
import { PlanBuilder } from '../../plan/builder.ts';
import type { Participation, Plan, SubjectFilter, SubjectRelation } from '../../plan/plan.ts';
import type { LocalText } from '../../reader/figure.ts';
import { asList } from '../schema/common.ts';
import type { SchemeNode } from '../schema/node.ts';
import type { Belonging, SchemeAttribute, SchemeFile, SchemePart } from '../schema/scheme.ts';
import { Misread } from '../source/misread.ts';
import { localText } from '../texts.ts';
import { EVERYBODY, relatedSubjects } from './relate.ts';
import { Inputs } from './inputs.ts';
import { Parameters } from './parameters.ts';
import { PartCompiler } from './part-compiler.ts';
import type { Place } from './place.ts';
import { DependencyError, SchemeError } from './scheme-error.ts';
import { UnknownColumns } from './unknown-columns.ts';

/** A fault met while compiling, with the clause of the node it stands in. */
export interface CompileFault {
  readonly error: SchemeError;
  readonly clause: string;
}

/** Id of the only part of a scheme that names none. */
export const ONLY_PART = 'main';

/** Turns a scheme file into a plan. Goes on after a fault, so that one run reports all of them. */
export class SchemeCompiler {
  readonly file: SchemeFile;
  readonly plan = new PlanBuilder();
  readonly inputs: Inputs;
  /** What a family of figures holds depends on the data, and may be nothing. */
  readonly runsOverItems: boolean;
  readonly parameters: Parameters;
  readonly attributes: ReadonlyMap<string, SchemeAttribute>;
  readonly scales: Scales;
  /** Where columns were written, in the order in which they were compiled. */
  readonly places: Place[] = [];
  /** Nodes of which not everything could be read. */
  readonly misread: Misread;
  /** What stands for figures with a fault. */
  readonly unknowns = new UnknownColumns();
  readonly #parts = new Map<string, PartCompiler>();
  readonly #faults: CompileFault[] = [];

  /** `families`: those whose items templates run over; there may be none of them. */
  constructor(file: SchemeFile, families: readonly string[] = [], misread: Misread = new Misread()) {
    this.file = file;
    this.misread = misread;
    this.runsOverItems = families.length > 0;
    this.inputs = new Inputs(families, misread);
    this.parameters = new Parameters(file.parameters ?? {});
    this.attributes = new Map(Object.entries(file.attributes ?? {}));
    this.scales = new Map(Object.entries(file.scales ?? {}));
  }

  compile(): { plan: Plan; parts: readonly PartCompiler[]; faults: readonly CompileFault[] } {
    this.#declareInputs();
    this.#declareParts();
    for (const part of this.#parts.values()) part.compileAll();
    return { plan: this.plan.build(), parts: [...this.#parts.values()], faults: this.#faults };
  }

  report(error: SchemeError, clause = ''): void {
    if (error instanceof DependencyError) return;
    this.#faults.push({ error, clause });
  }

  part(id: string): PartCompiler | null {
    return this.#parts.get(id) ?? null;
  }

  partIds(): readonly string[] {
    return [...this.#parts.keys()];
  }

  #declareInputs(): void {
    const titles = new Map<string, LocalText>();
    const nodes: { node: SchemeNode; path: (string | number)[] }[] = [];
    this.file.parts.forEach((part, number) => {
      for (const section of [part.items, part.adjustments?.items, part.results]) {
        for (const node of section ?? []) collect(node, [...partPath(this.file, number)], nodes);
      }
    });
    for (const { node } of nodes)
      if (node.title !== undefined) titles.set(scoreOf(node)?.item ?? node.id, localText(node.title, node.id));
    this.inputs.declareAll(this.file, titles, (error) => this.report(error));
    for (const { node, path } of nodes) {
      const marks = scoreOf(node);
      if (marks !== null) this.inputs.declareScore(node, marks.item, marks.mayBeNA, path);
    }
  }

  #declareParts(): void {
    this.file.parts.forEach((part, number) => {
      const id = part.part ?? ONLY_PART;
      if (this.#parts.has(id)) {
        const path = [...partPath(this.file, number), ...(part.part === undefined ? [] : ['part'])];
        this.report(new SchemeError('part.twice', schemeTexts.duplicateId(id), schemeTexts.renameId, path));
        return;
      }
      const frame = this.plan.addFrame({ kind: 'cells', part: id });
      this.#parts.set(id, new PartCompiler(this, id, part, partPath(this.file, number), frame));
    });
    for (const part of this.#parts.values()) {
      this.#checkBelonging(part);
      this.plan.addPart({
        id: part.id,
        periodKind: part.part.period,
        subjects: subjectFilter(part.part),
        takesPart: this.#participation(part),
      });
    }
  }

  #checkBelonging({ part, path }: PartCompiler): void {
    const belongs = part['belongs to'];
    if (belongs === undefined || typeof belongs === 'string') return;
    const ways = [belongs].flat();
    for (const [number, way] of ways.entries()) {
      const at = [...path, 'belongs to', ...(Array.isArray(belongs) ? [number] : [])];
      const idle = idleKey(way);
      if (idle !== null) {
        const message = partTexts.idleBelonging(idle, way.by === EVERYBODY ? 'by: everybody' : 'equals');
        this.report(new SchemeError('parts.equals', message, partTexts.dropBelonging(idle), [...at, idle]));
      }
      if (ways.findIndex((other) => other.part === way.part) < number) {
        const message = partTexts.belongsTwice(way.part);
        this.report(new SchemeError('parts.twice', message, partTexts.belongOnce, [...at, 'part']));
      }
      if (this.part(way.part) === null) {
        const remedy = didYouMean(suggestName(way.part, this.partIds()));
        this.report(new SchemeError('parts.unknown', partTexts.noPart(way.part), remedy, [...at, 'part']));
      }
    }
  }

  #participation(part: PartCompiler): Participation {
    const rule = part.part['takes part'] ?? {};
    const only = asList(rule['members of']);
    const whenever = asList(rule['whenever anybody of']);
    const onlyWhen = asList(rule['only when anybody of']);
    const events = this.inputs.all().flatMap(({ kind, item }) => (kind === 'event' ? [item] : []));
    const idle = rule.given === true ? { exceptIdle: events } : {};
    const holders = asList(rule['holders of']);
    const byRows = only.length === 0 && holders.length === 0 && whenever.length === 0;
    const related = (ids: readonly string[], as: 'members' | 'holders'): { part: string; subject: SubjectRelation }[] =>
      ids.flatMap((id) => {
        const other = this.#partNamed(part, id);
        if (other === null) return [];
        const { relation, down } = relatedSubjects(part, other);
        // Nobody would ever take part.
        if (down === (as === 'holders')) this.report(wrongWay(part, id, as));
        return [{ part: id, subject: relation }];
      });
    const isPart = (id: string): boolean => this.#partNamed(part, id) !== null;
    return {
      rows: byRows ? { items: rule.items ?? null, ownPeriodOnly: rule['own period only'] === true, ...idle } : null,
      members: related([...only, ...asList(rule['also members of'])], 'members'),
      ...(holders.length === 0 ? {} : { holders: related(holders, 'holders') }),
      whenever: whenever.filter(isPart),
      ...(onlyWhen.length === 0 ? {} : { onlyWhen: onlyWhen.filter(isPart) }),
    };
  }

  #partNamed(part: PartCompiler, id: string): PartCompiler | null {
    const other = this.part(id);
    if (other === null) {
      const path = [...part.path, 'takes part'];
      const message = partTexts.unrelatedParts(part.id, id);
      this.report(new SchemeError('parts.unknown', message, partTexts.relateParts, path));
    }
    return other;
  }
}

function wrongWay({ id, path }: PartCompiler, other: string, as: 'members' | 'holders'): SchemeError {
  const message = as === 'members' ? partTexts.noMembers(id, other) : partTexts.noHolders(id, other);
  return new SchemeError('parts.unrelated', message, partTexts.turnTakingPart(as), [...path, 'takes part']);
}

/** A key of a way to belong that has no effect beside the others. */
function idleKey({ by, equals, list, then }: Belonging): 'equals' | 'list' | 'then' | null {
  if (by === EVERYBODY && equals !== undefined) return 'equals';
  if (by !== EVERYBODY && equals === undefined) return null;
  return list !== undefined ? 'list' : then === undefined ? null : 'then';
}

/** Keys of the only part stand at the top of the file; otherwise parts are numbered. */
function partPath(file: SchemeFile, number: number): readonly (string | number)[] {
  return file.parts.length === 1 && file.parts[0]?.part === undefined ? [] : ['parts', number];
}

function subjectFilter(part: SchemePart): SubjectFilter {
  if (part.subjects === 'ALL') return { kind: 'all' };
  const columns = Object.entries(part.subjects ?? {}).map(([column, words]) => [column, asList(words)] as const);
  return { kind: 'columns', columns: Object.fromEntries(columns) };
}

function collect(
  node: SchemeNode,
  path: (string | number)[],
  into: { node: SchemeNode; path: (string | number)[] }[],
): void {
  into.push({ node, path });
  for (const child of node.items ?? []) collect(child, path, into);
}

/** The item of a node's marks, where an assessor gives them. */
function scoreOf(node: SchemeNode): { item: string; mayBeNA: boolean } | null {
  const { score } = node as { score?: { item?: string; NA?: unknown } | string };
  if (score === undefined) return null;
  if (typeof score === 'string') return { item: node.id, mayBeNA: false };
  return { item: score.item ?? node.id, mayBeNA: score.NA !== undefined && score.NA !== false };
}
