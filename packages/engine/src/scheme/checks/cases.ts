import { caseTexts } from '../../locale/check-wording-texts.ts';
import { Fault } from '../../plan/cell.ts';
import type { NodeId } from '../../plan/plan.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { Finding, SchemePath } from '../finding.ts';
import { joinTexts } from '../texts.ts';
import type { SchemeCheck } from './check.ts';
import { patternsOf } from './view/case-pattern.ts';
import { CaseSpace, OTHER_WORD } from './view/case-space.ts';
import type { Case } from './view/case-space.ts';
import { patternText, variableText } from './view/case-text.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Lists of cases and tables: what no case holds, cases that are never reached, cases that meet by half, mixed scales. */
export const cases: SchemeCheck = {
  codes: ['cases.gap', 'cases.shadowed', 'cases.overlap', 'cases.other-figure'],
  needs: 'figures',
  check: (view) =>
    view.nodes.flatMap((node) => {
      const written = chainOf(node, view);
      if (written === null) return [];
      const space = new CaseSpace(
        written.rows.map(({ condition }) => condition),
        view,
      );
      const all = space.cases();
      if (all === null) return [];
      const rows = written.rows.map((row) => ({
        ...row,
        met: new Set(all.filter((entry) => space.holds(row.condition, entry))),
      }));
      const chain = { ...written, rows };
      return [
        ...gaps(chain, space, all, view),
        ...unreached(chain, view),
        ...(node.rule === 'cases' ? [...overlaps(chain, space, all, view), ...otherFigures(chain, view)] : []),
      ];
    }),
};

interface Row {
  readonly condition: NodeId;
  /** The cases in which it holds. */
  readonly met: ReadonlySet<Case>;
  readonly result: NodeId;
  readonly path: SchemePath;
}

/** The cases of a rule in the order in which they are asked, and whether the rest has a result. */
interface Chain {
  readonly node: NodeView;
  readonly rows: readonly Row[];
  readonly hasRest: boolean;
}

function chainOf(node: NodeView, { graph }: SchemeView): Chain | null {
  if (node.ruleColumn === null || (node.rule !== 'cases' && node.rule !== 'table')) return null;
  const path: SchemePath = [...node.path, node.rule];
  const written = node.tree.node[node.rule] as readonly unknown[] | { rows: readonly unknown[]; take?: string };
  const isTable = !Array.isArray(written);
  const { rows: list, take } = isTable
    ? (written as { rows: unknown[]; take?: string })
    : { rows: written as unknown[] };
  if (take !== undefined) return null; // asked in the order of the results
  const rows: Row[] = [];
  let rest = graph.bare(node.ruleColumn);
  while (rest.operation.kind === 'select' && rows.length < list.length) {
    const [condition, result, otherwise] = rest.inputs as readonly [NodeId, NodeId, NodeId];
    rows.push({ condition, result, met: new Set(), path: [...path, ...(isTable ? ['rows'] : []), rows.length] });
    rest = graph.bare(otherwise);
  }
  const { operation } = rest;
  const hasRest = !(operation.kind === 'constant' && operation.value instanceof Fault);
  return rows.length === 0 ? null : { node, rows, hasRest };
}

const MOST_EXAMPLES = 3;

function gaps({ node, rows, hasRest }: Chain, space: CaseSpace, all: readonly Case[], view: SchemeView): Finding[] {
  if (hasRest) return [];
  // Words that nobody declared may never come: the import refuses them once they are.
  const declared = all.filter((entry) =>
    [...entry.values()].every((value) => value.kind !== 'word' || value.word !== OTHER_WORD),
  );
  const open = declared.filter((entry) => !rows.some(({ met }) => met.has(entry)));
  if (open.length === 0) return [];
  const text = caseTexts.gap(node.tree.title, examples(open, declared, space, view));
  return [view.finding('warning', 'cases.gap', text, [...node.path, node.rule], node.clause)];
}

/** A case that can hold, but only where an earlier one does: its result never comes. */
function unreached({ node, rows }: Chain, view: SchemeView): Finding[] {
  const taken = new Set<Case>();
  return rows.flatMap(({ met, path }, at) => {
    const isReached = [...met].some((entry) => !taken.has(entry));
    for (const entry of met) taken.add(entry);
    if (met.size === 0 || isReached) return [];
    return [view.finding('warning', 'cases.shadowed', caseTexts.shadowed(node.tree.title, at + 1), path, node.clause)];
  });
}

/**
 * Two cases that hold at once here and there, and neither is the special case of the other, though both look at the same
 * things: which of the two is meant is a matter of their order alone. Cases about different things (a veto before the
 * marks) are meant to be asked in turn.
 */
function overlaps({ node, rows }: Chain, space: CaseSpace, all: readonly Case[], view: SchemeView): Finding[] {
  const keys = rows.map(({ condition }) => space.keysOf(condition));
  return rows.flatMap((later, at) => {
    const own = keys[at] as ReadonlySet<string>;
    const earlier = rows.slice(0, at).findIndex((row, number) => {
      const others = keys[number] as ReadonlySet<string>;
      if (row.result === later.result || (!isWithin(own, others) && !isWithin(others, own))) return false;
      if ([...own, ...others].every((key) => key.startsWith('state '))) return false; // one is missing, one does not apply
      const common = inBoth(row, later);
      return common.length > 0 && common.length < row.met.size && common.length < later.met.size;
    });
    const before = rows[earlier];
    if (before === undefined) return [];
    const where = examples(inBoth(before, later), all, space, view);
    const text = caseTexts.overlap(node.tree.title, earlier + 1, at + 1, where);
    return [view.finding('note', 'cases.overlap', text, later.path, node.clause)];
  });
}

function inBoth(one: Row, other: Row): Case[] {
  return [...one.met].filter((entry) => other.met.has(entry));
}

function isWithin(keys: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return keys.size > 0 && [...keys].every((key) => others.has(key));
}

/** One step of a scale that goes by another figure than the steps on both sides of it. */
function otherFigures({ node, rows }: Chain, view: SchemeView): Finding[] {
  const steps = rows.map(({ condition }) => new CaseSpace([condition], view).only());
  return rows.flatMap(({ path }, at) => {
    const [before, step, after] = [steps[at - 1], steps[at], steps[at + 1]];
    if (before == null || step == null || after == null) return [];
    const isOdd = before.key === after.key && step.key !== before.key;
    if (!isOdd || [before, step, after].some(({ key }) => !key.startsWith('number '))) return [];
    const text = caseTexts.otherFigure(node.tree.title, variableText(step, view), variableText(before, view));
    return [view.finding('warning', 'cases.other-figure', text, path, node.clause)];
  });
}

function examples(found: readonly Case[], all: readonly Case[], space: CaseSpace, view: SchemeView): LocalText {
  const patterns = patternsOf(found, all, space.variables, MOST_EXAMPLES);
  const texts = patterns.map((pattern) => patternText(pattern, space.variables, view));
  return joinTexts(texts, '；', '; ');
}
