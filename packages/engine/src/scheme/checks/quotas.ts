import { ruleCheckTexts } from '../../locale/check-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import { exactNumber } from '../exact.ts';
import type { Finding, SchemePath } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Quotas that admit everybody or nobody. */
export const quotas: SchemeCheck = {
  codes: ['quota.no-limit', 'quota.no-place'],
  check: (view) =>
    view.nodes.flatMap((node) => findQuotas(node.tree.node[node.rule], [...node.path, node.rule], node, view)),
};

/** A quota is a record that names a word and how many may have it, wherever it stands in a rule. */
function findQuotas(value: unknown, path: SchemePath, node: NodeView, view: SchemeView): Finding[] {
  if (Array.isArray(value)) return value.flatMap((entry, at) => findQuotas(entry, [...path, at], node, view));
  if (!isRecord(value)) return [];
  const { word, 'at most': most } = value;
  if (typeof word !== 'string' || (typeof most !== 'number' && typeof most !== 'string')) {
    return Object.entries(value).flatMap(([key, inner]) => findQuotas(inner, [...path, key], node, view));
  }
  const share = exactNumber(most);
  const place = [...path, 'at most'];
  if (share === null) return [];
  if (share.sign <= 0) {
    return [view.finding('warning', 'quota.no-place', ruleCheckTexts.quotaNoPlace(word, share), place, node.clause)];
  }
  if (share.compare(Fraction.ONE) < 0) return [];
  return [view.finding('warning', 'quota.no-limit', ruleCheckTexts.quotaNoLimit(word, share), place, node.clause)];
}
