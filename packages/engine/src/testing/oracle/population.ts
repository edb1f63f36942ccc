import type { OracleCell } from './data.ts';
import { listOf, mapOf } from './document.ts';
import type { Json, OraclePart } from './document.ts';
import { around, isWithin, kindOf, within } from './periods.ts';
import { relationOf, subjectsOf } from './relations.ts';
import type { World } from './world.ts';

/** Who takes part in a part, and when. */
export function cellsOf(world: World, part: OraclePart): OracleCell[] {
  const kind = String(part.keys['period']);
  const rules = mapOf(part.keys['takes part']);
  const subjects = subjectsOf(world, part);
  return periodsOf(world, kind)
    .flatMap((period) => subjects.map((subject) => ({ period, subject })))
    .filter((cell) => takesPart(world, part, rules, cell));
}

function takesPart(world: World, part: OraclePart, rules: Readonly<Record<string, Json>>, cell: OracleCell): boolean {
  const parts = (key: string): OraclePart[] => listOf(rules[key]).map((id) => world.part(String(id)));
  const isRelated = (other: OraclePart): boolean => {
    const relation = relationOf(part, other);
    return relation !== null && relation.cells(world, cell).length > 0;
  };
  const isHeld = (other: OraclePart): boolean => {
    const relation = relationOf(part, other);
    const periods = [cell.period, ...within(cell.period, String(other.keys['period']))];
    return relation !== null && periods.some((period) => relation.cells(world, { ...cell, period }).length > 0);
  };
  const isAnybody = (other: OraclePart): boolean =>
    world.cells(other).some(({ period }) => isWithin(period, cell.period) || isWithin(cell.period, period));
  if (!parts('only when anybody of').every(isAnybody)) return false;
  if (rules['members of'] !== undefined) return parts('members of').some(isRelated);
  if (rules['holders of'] !== undefined) return parts('holders of').some(isHeld);
  if (rules['whenever anybody of'] !== undefined) return parts('whenever anybody of').some(isAnybody);
  return hasRow(world, part, rules, cell) || parts('also members of').some(isRelated);
}

function hasRow(world: World, part: OraclePart, rules: Readonly<Record<string, Json>>, cell: OracleCell): boolean {
  return world.data.observations.some((row) => {
    const isOwn = part.keys['subjects'] === 'ALL' || row.subject === cell.subject;
    if (!isOwn || world.data.subject(row.subject) === undefined) return false;
    if (rules['own period only'] === true ? row.period !== cell.period : !isWithin(row.period, cell.period))
      return false;
    const items = rules['items'];
    if (items !== undefined && !listOf(items).some((item) => isNamed(String(item), row.item))) return false;
    const isEvent = world.data.input(row.item)?.kind === 'event';
    return rules['given'] !== true || !(row.value === 'NA' || (isEvent && Number(row.value || '1') === 0));
  });
}

/** Every period of a kind in which something could be: those around and within all periods of the data. */
function periodsOf(world: World, kind: string): string[] {
  const found = new Set<string>();
  for (const { period } of world.data.observations) {
    const outer = around(period, kind);
    if (outer !== null) found.add(outer);
    else if (kindOf(period) !== kind) for (const inner of within(period, kind)) found.add(inner);
  }
  return [...found].sort();
}

function isNamed(pattern: string, id: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern;
}

/** A part to whose only subject everybody belongs must have one alone. */
export function hasSeveralHolders(world: World): boolean {
  return [...world.parts.values()].some((part) =>
    listOf(part.keys['belongs to'])
      .map(mapOf)
      .some((way) => way['by'] === 'everybody' && subjectsOf(world, world.part(String(way['part']))).length > 1),
  );
}
