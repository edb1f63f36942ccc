import { unitTexts } from '../../locale/check-doubt-texts.ts';
import type { PeriodKind } from '../../data/period.ts';
import type { NodeId, PlanNode } from '../../plan/plan.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { plain } from '../texts.ts';
import { isRecord } from './view/lines.ts';
import { readsEarlier } from './view/earlier.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Units: counts where a rate is needed, figures of different units put together, rates of rates. */
export const units: SchemeCheck = {
  codes: ['unit.not-a-rate', 'unit.mixed', 'unit.rate-of-rate', 'period.mixed'],
  needs: 'rules',
  check: (view) =>
    view.nodes.flatMap((node) => {
      if (node.compiled === null) return [];
      const own = view.graph.own(node.compiled.column);
      return [
        ...notARate(node, view),
        ...first(own, (operator) => together(operator, node, view)),
        ...first(own, (operator) => periods(operator, node, view)),
      ];
    }),
};

function notARate(node: NodeView, view: SchemeView): Finding[] {
  const config = node.rule === 'ratio' ? node.tree.node['ratio'] : undefined;
  if (!isRecord(config) || typeof config['rate'] !== 'string') return [];
  const input = view.input(config['rate']);
  const unit = input === null ? '' : (unitOf(config['rate'], view) ?? '');
  if (unit === '' || unit === '%') return [];
  const text = unitTexts.notARate(node.tree.title, input?.title ?? plain(config['rate']), unit);
  return [view.finding('warning', 'unit.not-a-rate', text, [...node.path, 'ratio', 'rate'], node.clause)];
}

/** Two figures as they are delivered, added, compared or divided: their units are known. */
function together({ operation, inputs }: PlanNode, node: NodeView, view: SchemeView): Finding | null {
  const { kind } = operation;
  const path = node.rule === '' ? node.path : [...node.path, node.rule];
  if (kind === 'divide') {
    const rates = inputs.map((input) => readsRates(input, view));
    const looksBack = inputs.some((input) => view.graph.own(input).some(({ id }) => readsEarlier(id, view)));
    if (!looksBack || !rates.every((isRate) => isRate)) return null;
    return view.finding('note', 'unit.rate-of-rate', unitTexts.rateOfRate(node.tree.title), path, node.clause);
  }
  if (kind !== 'add' && kind !== 'subtract' && kind !== 'compare') return null;
  const [one, other] = inputs.map((input) => deliveredUnit(input, view));
  if (one == null || other == null || one === '' || other === '' || one === other) return null;
  const text = unitTexts.mixed(node.tree.title, one, other);
  return view.finding('warning', 'unit.mixed', text, path, node.clause);
}

/** Whether a column is made of rates alone: `rate - previous(rate)`. */
function readsRates(column: NodeId, view: SchemeView): boolean {
  const items = [...view.graph.items(column)];
  const isPlain = view.graph.own(column).every(({ operation }) => operation.kind !== 'divide');
  return isPlain && items.length > 0 && items.every((item) => unitOf(item, view) === '%');
}

/** The item of an input that stands there by itself; `null` where the column is anything else. */
function deliveredItem(column: NodeId, { graph }: SchemeView): string | null {
  let node = graph.node(column);
  while (node.label?.item === undefined && ['same', 'replace', 'guard'].includes(node.operation.kind)) {
    node = graph.node(node.inputs[0] as NodeId);
  }
  return node.label?.kind === 'input' ? (node.label.item ?? null) : null;
}

function deliveredUnit(column: NodeId, view: SchemeView): string | null {
  const item = deliveredItem(column, view);
  return item === null || view.input(item)?.kind !== 'number' ? null : unitOf(item, view);
}

/** What a month has done, against what a year has to do. */
function periods({ operation, inputs }: PlanNode, node: NodeView, view: SchemeView): Finding | null {
  if (operation.kind !== 'divide' && operation.kind !== 'compare') return null;
  const [one, other] = inputs.map((input) => {
    const item = deliveredItem(input, view);
    return item === null ? null : (view.input(item)?.per ?? node.part.part.period);
  });
  if (one == null || other == null || one === other) return null;
  const text = unitTexts.periods(node.tree.title, PERIODS[one], PERIODS[other]);
  const path = node.rule === '' ? node.path : [...node.path, node.rule];
  return view.finding('note', 'period.mixed', text, path, node.clause);
}

const PERIODS: Readonly<Record<PeriodKind, LocalText>> = {
  year: { zh: '一年', en: 'a year' },
  half: { zh: '半年', en: 'half a year' },
  quarter: { zh: '一个季度', en: 'a quarter' },
  month: { zh: '一个月', en: 'a month' },
};

function unitOf(item: string, view: SchemeView): string | null {
  return view.input(item)?.unit ?? null;
}

function first(own: readonly PlanNode[], find: (operator: PlanNode) => Finding | null): Finding[] {
  for (const operator of own) {
    const finding = find(operator);
    if (finding !== null) return [finding];
  }
  return [];
}
