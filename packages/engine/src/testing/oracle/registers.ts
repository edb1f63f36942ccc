import type { OracleRow } from './data.ts';
import type { JsonMap } from './document.ts';
import type { Context, World } from './world.ts';

/** The rows of a register that count. */
export function registerRows(_world: World, _keys: JsonMap, _context: Context): OracleRow[] {
  return [];
}
