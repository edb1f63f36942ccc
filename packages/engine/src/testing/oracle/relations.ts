import type { OracleCell } from './data.ts';
import { listOf, mapOf } from './document.ts';
import type { Json, JsonMap, OraclePart } from './document.ts';
import { isWithin, monthsOf } from './periods.ts';
import type { World } from './world.ts';

/** How the cells of another part belong to those of a part: one of them, or a list. */
export interface Relation {
  readonly isList: boolean;
  /** Whether those of the other part belong to this one. */
  readonly isDown: boolean;
  cells(world: World, cell: OracleCell): OracleCell[];
}

/** Which cells of another part a name of it means; `null` where the two have nothing to do with each other. */
export function relationOf(from: OraclePart, to: OraclePart): Relation | null {
  const known = (
    select: (cell: OracleCell, mine: OracleCell, world: World) => boolean,
    isList: boolean,
    isDown = isList,
  ): Relation => ({
    isList,
    isDown,
    cells: (world, mine) => world.cells(to).filter((cell) => select(cell, mine, world)),
  });
  const inside = (cell: OracleCell, mine: OracleCell): boolean => isWithin(cell.period, mine.period);
  const outside = (cell: OracleCell, mine: OracleCell): boolean => isWithin(mine.period, cell.period);
  const up = wayTo(from, to);
  if (up !== null && from.id !== to.id) return holder(up);
  const down = wayTo(to, from);
  if (down !== null) return members(down);
  if (from.id === to.id) return null;
  if (sameSubjects(from, to)) {
    const isFiner = monthsOf(String(to.keys['period'])) < monthsOf(String(from.keys['period']));
    return isFiner
      ? known((cell, mine) => cell.subject === mine.subject && inside(cell, mine), true)
      : known((cell, mine) => cell.subject === mine.subject && outside(cell, mine), false);
  }
  if (from.keys['subjects'] === 'ALL') return known(inside, true);
  if (to.keys['subjects'] === 'ALL') return known(outside, false);
  const [shortUp, shortDown] = [shortWay(from), shortWay(to)];
  if (shortUp !== null && shortDown === null) return holder(shortUp);
  if (shortDown !== null && shortUp === null) return members(shortDown);
  return null;

  function holder(way: JsonMap): Relation {
    return known(
      (cell, mine, world) => outside(cell, mine) && holdersOf(world, to, way, mine.subject).includes(cell.subject),
      way['list'] !== undefined,
      false,
    );
  }

  function members(way: JsonMap): Relation {
    return known(
      (cell, mine, world) => inside(cell, mine) && holdersOf(world, from, way, cell.subject).includes(mine.subject),
      true,
    );
  }
}

/** The subjects that a part scores, in the order of the table. */
export function subjectsOf(world: World, part: OraclePart): string[] {
  const wanted = part.keys['subjects'];
  if (wanted === 'ALL') return ['ALL'];
  return world.data.subjects
    .map(({ id }) => id)
    .filter((id) =>
      Object.entries(mapOf(wanted)).every(([column, words]) => listOf(words).includes(world.data.column(id, column))),
    );
}

/** The subjects of a part to which one belongs, by a way that leads there. */
function holdersOf(world: World, part: OraclePart, way: JsonMap, subject: string): string[] {
  const candidates = subjectsOf(world, part);
  const by = String(way['by']);
  if (by === 'everybody') return candidates.slice(0, 1);
  const text = world.data.column(subject, by);
  if (way['equals'] !== undefined) {
    const equal = candidates.filter((id) => world.data.column(id, String(way['equals'])) === text);
    return text === '' ? [] : equal.slice(0, 1);
  }
  const named = way['list'] === undefined ? [text] : text.split(String(way['list'])).map((id) => id.trim());
  const reached = way['then'] === undefined ? named : named.map((id) => world.data.column(id, String(way['then'])));
  return [...new Set(reached)].filter((id) => candidates.includes(id));
}

/** The way by which a part says that it belongs to another. */
function wayTo(from: OraclePart, to: OraclePart): JsonMap | null {
  return waysOf(from).find(({ part }) => part === to.id) ?? null;
}

/** The short form, which names a column and no part. */
function shortWay(part: OraclePart): JsonMap | null {
  return waysOf(part).find((way) => way['part'] === undefined) ?? null;
}

function waysOf(part: OraclePart): JsonMap[] {
  return listOf(part.keys['belongs to']).map((way: Json) => (typeof way === 'string' ? { by: way } : mapOf(way)));
}

function sameSubjects(a: OraclePart, b: OraclePart): boolean {
  return JSON.stringify(a.keys['subjects'] ?? null) === JSON.stringify(b.keys['subjects'] ?? null);
}
