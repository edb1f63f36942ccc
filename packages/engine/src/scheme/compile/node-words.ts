import { suggestName } from '../../formula/suggest.ts';
import { unknownScale } from '../../locale/formula-fault-texts.ts';
import type { SchemePath } from '../finding.ts';
import { asList } from '../schema/common.ts';
import type { TreeNode } from './part-tree.ts';
import { SchemeError } from './scheme-error.ts';

/** Words in their order, by the name of their scale. */
type Scales = ReadonlyMap<string, readonly string[]>;

/** Words of the rule, and those that exceptions put in their place; on a scale in its order. */
export function nodeWords(ofRule: readonly string[], { node, path }: TreeNode, scales: Scales): readonly string[] {
  const exceptions = asList(node.unless).flatMap(({ is }) => (typeof is === 'string' && is !== 'NA' ? [is] : []));
  const words = [...new Set([...ofRule, ...exceptions])];
  const scale = scaleOf(node.scale, scales, [...path, 'scale']);
  if (scale === null) return words;
  return ofRule.length === 0 ? scale : [...new Set([...scale.filter((word) => words.includes(word)), ...words])];
}

function scaleOf(name: string | undefined, scales: Scales, path: SchemePath): readonly string[] | null {
  if (name === undefined) return null;
  const words = scales.get(name);
  if (words !== undefined) return words;
  const { message, remedy } = unknownScale(name, suggestName(name, [...scales.keys()]));
  throw new SchemeError('scale.unknown', message, remedy, path);
}
