import type { InputDeclaration } from '../../scheme/input.ts';
import { FractionTally, isInDoubt, mayBeFraction } from '../fraction-doubt.ts';
import type { ColumnValues } from './column-values.ts';
import type { ColumnMapping, Fractions } from './sheet-mapping.ts';

/**
 * Numbers of a column that may be shares of one. What was said of such numbers in an earlier mapping holds on; where the
 * column looks otherwise by now, it is asked again.
 */
export function fractionsOf(
  { texts }: ColumnValues,
  declaration: InputDeclaration,
  earlier: ColumnMapping | undefined,
): Fractions | undefined {
  if (!mayBeFraction(declaration) || earlier?.factor !== undefined) return undefined;
  const decided = new Set(Object.keys(earlier?.words ?? {}));
  const tally = new FractionTally();
  for (const text of texts.keys()) if (!decided.has(text)) tally.add(text);
  const { doubt } = tally;
  if (doubt === null) return undefined;
  const before = earlier?.fractions;
  return before?.upTo === doubt.upTo ? before : { upTo: doubt.upTo, are: 'open' };
}

/** The cells that are in doubt, and the row in which each comes first. */
export function cellsInDoubt({ texts }: ColumnValues, { upTo }: Fractions): readonly (readonly [string, number])[] {
  return [...texts].filter(([text]) => isInDoubt(text, upTo));
}
