import { schemeTexts } from '../../locale/scheme-texts.ts';
import { bothSides } from '../../rules/plus-minus.ts';
import { RULES } from '../../rules/registry.ts';
import type { RuleKind } from '../../rules/rule.ts';
import type { SchemePath } from '../finding.ts';
import type { TreeNode } from './part-tree.ts';
import { SchemeError } from './scheme-error.ts';

export interface FoundRule {
  readonly kind: RuleKind;
  readonly config: unknown;
  readonly rulePath: SchemePath;
}

/** The one rule of a node. A node with children and no rule of its own is the sum of its children. */
export function findRule(tree: TreeNode): FoundRule {
  const { node, path, children, id } = tree;
  const found = ruleOf(node, path, id);
  if (found !== null) {
    checkPlace(tree, found);
    checkStandIn(tree, found);
    return found;
  }
  if (children.length > 0) return { kind: need('sum'), config: {}, rulePath: path };
  throw new SchemeError('rule.none', schemeTexts.noRule(id), schemeTexts.addRule, path);
}

/** Modifiers that would act on the figure shown, but not on what a node of both sides brings to `bonus` and `penalty`. */
const NOT_FOR_BOTH = ['at most', 'at least', 'unless', 'round', 'max'] as const;

/** Adjustments and their kinds of rules belong together; anything else would count twice, or not at all. */
function checkPlace({ node, path, role, id }: TreeNode, { kind, rulePath }: FoundRule): void {
  if (kind.onlyIn !== undefined && kind.onlyIn !== role) {
    throw new SchemeError('adjust.outside', schemeTexts.adjustOutside(id), schemeTexts.moveToAdjustments, rulePath);
  }
  if (role !== 'adjustment') return;
  if (kind.onlyIn !== 'adjustment') {
    throw new SchemeError('adjust.missing', schemeTexts.notAnAdjustment(id), schemeTexts.usePlusOrMinus, path);
  }
  // The figure of a `plus` or `minus` enters the sums as it is; only full marks would say nothing.
  const refused = kind.entersAs === undefined ? NOT_FOR_BOTH : (['max'] as const);
  const modifier = refused.find((key) => node[key] !== undefined);
  if (modifier !== undefined) {
    throw new SchemeError('adjust.modifier', schemeTexts.modifierOnAdjustment(modifier), schemeTexts.limitLines, [
      ...path,
      modifier,
    ]);
  }
}

/** A place that stands in for a division by zero would be everybody's: one figure that cannot be computed leaves no order. */
function checkStandIn({ node, path, id }: TreeNode, { kind }: FoundRule): void {
  const key = 'if dividing by zero';
  if (kind.givesPlaces !== true || node[key] === undefined) return;
  throw new SchemeError('rank.divides', schemeTexts.standInForPlace(id), schemeTexts.sayInFigure, [...path, key]);
}

/** The one rule among the keys of a node or of a rule inside a rule; `null` when there is none. `plus` and `minus` make one. */
export function ruleOf(holder: Readonly<Record<string, unknown>>, path: SchemePath, name: string): FoundRule | null {
  const keys = Object.keys(holder).filter((key) => RULES.has(key));
  if (keys.length === 2 && holder['plus'] !== undefined && holder['minus'] !== undefined) {
    const { plus, minus } = holder;
    return { kind: bothSides as unknown as RuleKind, config: { plus, minus }, rulePath: path };
  }
  if (keys.length > 1)
    throw new SchemeError('rule.two', schemeTexts.twoRules(name, keys.join(', ')), schemeTexts.oneRule, path);
  const [key] = keys;
  if (key === undefined) return null;
  return { kind: need(key), config: holder[key], rulePath: [...path, key] };
}

function need(key: string): RuleKind {
  const kind = RULES.get(key);
  if (kind === undefined) throw new Error(`There is no rule kind "${key}".`);
  return kind;
}
