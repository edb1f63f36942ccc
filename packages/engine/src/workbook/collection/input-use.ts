import { isFamily, itemPattern, ownLetters } from '../../data/item-pattern.ts';
import type { PeriodKind } from '../../data/period.ts';
import type { NodeId, PlanNode, RowField, RowFrame } from '../../plan/plan.ts';
import type { NodeDescription } from '../../reader/results-reader.ts';
import type { ParameterSettings } from '../../scheme/compile/parameters.ts';
import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import { inputsUnder } from '../../scheme/input-limits.ts';
import type { InputDeclaration } from '../../scheme/input.ts';

/** An item that somebody has to deliver, and what becomes of it. */
export interface InputUse {
  /** Id of the item: that of the declaration, or of a member of its family that the scheme names. */
  readonly item: string;
  readonly declaration: InputDeclaration;
  /** The figures that are made from it without another figure between. */
  readonly nodes: readonly NodeDescription[];
  /** Parts whose subjects it is delivered for; `null`: for anybody. */
  readonly parts: readonly string[] | null;
  readonly periodKinds: readonly PeriodKind[];
  /** Fields of its rows that a rule looks at. */
  readonly fields: ReadonlySet<RowField>;
}

/** What a scheme asks for, in the order in which it declares it: for whom, for which kind of period, and for what. */
export function inputUses(scheme: CompiledScheme, settings: ParameterSettings = {}): readonly InputUse[] {
  const gathered = new Gathering(scheme);
  // Limits may be parameters.
  const inputs = inputsUnder(scheme.inputs, scheme.parameters, settings);
  return inputs.flatMap((declaration) => gathered.usesOf(declaration));
}

/** What the plan says about one item, as it is found. */
interface Draft {
  readonly nodes: Set<NodeDescription>;
  readonly parts: Set<string>;
  anybody: boolean;
  /** Kinds of period that a rule asks for by name, and those of the parts that only look at it in some way. */
  readonly asked: Set<PeriodKind>;
  readonly looked: Set<PeriodKind>;
  readonly fields: Set<RowField>;
}

class Gathering {
  readonly #scheme: CompiledScheme;
  readonly #drafts = new Map<string, Draft>();
  readonly #kinds: ReadonlyMap<string, PeriodKind>;

  constructor(scheme: CompiledScheme) {
    this.#scheme = scheme;
    this.#kinds = new Map(scheme.plan.parts.map(({ id, periodKind }) => [id, periodKind]));
    for (const node of scheme.plan.nodes) this.#lookAt(node);
    for (const { description, columns } of scheme.parts) {
      for (const node of description.nodes) {
        const start = columns.get(node.id);
        if (start !== undefined) this.#follow(start, node, description.id);
      }
    }
  }

  usesOf(declaration: InputDeclaration): InputUse[] {
    const { item } = declaration;
    const items = isFamily(item) ? this.#members(item) : [item];
    return items.map((member) => this.#use(member, declaration));
  }

  /** Members of a family that rules name one by one, and the family itself where a rule means all of them. */
  #members(family: string): string[] {
    const pattern = itemPattern(family);
    const families = this.#scheme.inputs.map(({ item }) => item).filter(isFamily);
    const declared = new Set(this.#scheme.inputs.map(({ item }) => item));
    const own = [...this.#drafts.keys()].filter((item) => {
      if (isFamily(item) || declared.has(item) || !pattern.test(item)) return false;
      const nearest = families
        .filter((other) => itemPattern(other).test(item))
        .sort((a, b) => ownLetters(b) - ownLetters(a))[0];
      return nearest === family;
    });
    const meansAll = [...this.#drafts.keys()].some((item) => isFamily(item) && itemPattern(item).test(family));
    return meansAll || own.length === 0 ? [...own, family] : own;
  }

  #use(item: string, declaration: InputDeclaration): InputUse {
    const drafts = [...this.#drafts].filter(
      ([read]) => read === item || (isFamily(read) && itemPattern(read).test(item)),
    );
    const all = drafts.map(([, draft]) => draft);
    const nodes = [...new Set(all.flatMap((draft) => [...draft.nodes]))];
    const parts = [...new Set(all.flatMap((draft) => [...draft.parts]))];
    return {
      item,
      declaration,
      nodes,
      parts: all.length === 0 || all.some(({ anybody }) => anybody) ? null : parts,
      periodKinds: this.#periodKinds(declaration, all),
      fields: new Set(all.flatMap((draft) => [...draft.fields])),
    };
  }

  #periodKinds({ per }: InputDeclaration, drafts: readonly Draft[]): readonly PeriodKind[] {
    if (per !== undefined && per !== null) return [per];
    const asked = new Set(drafts.flatMap((draft) => [...draft.asked]));
    if (asked.size > 0) return [...asked];
    const looked = new Set(drafts.flatMap((draft) => [...draft.looked]));
    return looked.size > 0 ? [...looked] : [this.#scheme.plan.parts[0]?.periodKind ?? 'year'];
  }

  #lookAt({ frame, operation }: PlanNode): void {
    const rows = this.#rows(frame);
    if (rows === null) return;
    const cells = this.#scheme.plan.frames[rows.cells];
    const part = cells?.kind === 'cells' ? cells.part : '';
    const kind = this.#kinds.get(part);
    for (const item of rows.items) {
      const draft = this.#draft(item);
      if (operation.kind === 'field') draft.fields.add(operation.field);
      if (rows.source === undefined) draft.parts.add(part);
      else if (rows.source.kind === 'members') draft.parts.add(rows.source.part);
      else draft.anybody = true;
      if (rows.periods.kind === 'of') draft.asked.add(rows.periods.period);
      else if (kind !== undefined) (rows.periods.kind === 'own' ? draft.asked : draft.looked).add(kind);
    }
  }

  /** Walks from a figure to the rows it is made from, and stops at other figures that are shown. */
  #follow(start: NodeId, figure: NodeDescription, part: string): void {
    const { plan } = this.#scheme;
    const seen = new Set<NodeId>([start]);
    const waiting = [start];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const node = plan.nodes[id]!;
      for (const item of this.#rows(node.frame)?.items ?? []) this.#draft(item).nodes.add(figure);
      for (const input of node.inputs) {
        if (seen.has(input)) continue;
        seen.add(input);
        if (!this.#isOther(plan.nodes[input]!, figure, part)) waiting.push(input);
      }
    }
  }

  #isOther({ label }: PlanNode, figure: NodeDescription, part: string): boolean {
    const shown = label?.kind === 'figure' ? label.figure : undefined;
    if (shown === undefined || (shown.id === figure.id && shown.part === part)) return false;
    return this.#scheme.plan.figures.some(({ id, part: of }) => id === shown.id && of === shown.part);
  }

  #rows(frame: number): RowFrame | null {
    const found = this.#scheme.plan.frames[frame];
    return found?.kind === 'rows' ? found : null;
  }

  #draft(item: string): Draft {
    let draft = this.#drafts.get(item);
    if (draft === undefined) {
      draft = {
        nodes: new Set(),
        parts: new Set(),
        anybody: false,
        asked: new Set(),
        looked: new Set(),
        fields: new Set(),
      };
      this.#drafts.set(item, draft);
    }
    return draft;
  }
}
