import type { OracleCell, OracleRow } from './data.ts';
import type { OraclePart } from './document.ts';
import type { Formula } from './formula-text.ts';
import { contextOf, fieldOf, meaningOf, stateOfName } from './names.ts';
import { kindOf, shifted, yearOf } from './periods.ts';
import { Fault, MISSING, NA } from './value.ts';
import type { Value } from './value.ts';
import type { Context, Entry, World } from './world.ts';

type Evaluate = (world: World, formula: Formula, context: Context) => Value;

const OVER_TIME = ['recent', 'earlier', 'year to date'];

/** Does a formula stand for many values? */
export function isList(world: World, formula: Formula, context: Context): boolean {
  if (formula.kind === 'filter') return true;
  if (formula.kind === 'call') return OVER_TIME.includes(formula.name);
  if (formula.kind !== 'name' || formula.name === 'NA' || formula.name === 'missing') return false;
  const meaning = meaningOf(world, formula.name, context);
  if (meaning.kind === 'other') return meaning.relation.isList;
  return meaning.kind === 'rows' || meaning.kind === 'subjects';
}

/** The entries of a list. A condition in brackets keeps those for which it is known to hold. */
export function listIn(world: World, formula: Formula, context: Context, evaluate: Evaluate): Entry[] {
  if (formula.kind === 'filter') {
    const kept: Entry[] = [];
    for (const entry of listIn(world, formula.of, context, evaluate)) {
      const value = evaluate(world, formula.condition, entry.context);
      if (value instanceof Fault) return [{ ...entry, value, isOpen: true }];
      if (value === true) kept.push(entry);
    }
    return kept;
  }
  if (formula.kind === 'call') return overTime(world, formula, context, evaluate);
  if (formula.kind !== 'name') throw new Error('This is no list.');
  const meaning = meaningOf(world, formula.name, context);
  switch (meaning.kind) {
    case 'rows':
      return rowEntries(world.data.rows(meaning.item, context), meaning.column, context);
    case 'subjects': {
      const cells = world
        .cells(context.part)
        .filter(({ period }) => period === context.period)
        .filter(
          (cell) =>
            meaning.among === 'all' || groupOf(world, context.part, cell) === groupOf(world, context.part, context),
        );
      return cellEntries(world, context.part, cells, meaning.name, context);
    }
    case 'other':
      return cellEntries(world, meaning.part, meaning.relation.cells(world, context), meaning.name, context);
    default:
      throw new Error(`${formula.name} is no list.`);
  }
}

/** The key that parts the groups of a part: its column `rank within`, by default the group. */
export function groupOf(world: World, part: OraclePart, { subject }: OracleCell, within?: string): string {
  const column = within ?? String(part.keys['rank within'] ?? 'group');
  return column === 'everybody' ? '' : world.data.column(subject, column);
}

function rowEntries(rows: readonly OracleRow[], column: string, context: Context): Entry[] {
  return rows.map((row) => {
    const inRow: Context = { ...context, row };
    const value = fieldOf(inRow, column);
    return { value: value === '' && column === 'date' ? MISSING : value, context: inRow, isRow: true };
  });
}

function cellEntries(
  world: World,
  part: OraclePart,
  cells: readonly OracleCell[],
  name: string,
  asker: Context,
): Entry[] {
  return cells.map(({ period, subject }) => {
    const context = contextOf(part, { period, subject }, asker);
    return { value: name === '' ? true : stateOfName(world, name, context), context, isRow: false };
  });
}

/** `recent(x, n)`, `earlier(x)`, `year to date(x)`: inputs row by row, figures where the subject took part. */
function overTime(world: World, formula: Formula & { kind: 'call' }, context: Context, evaluate: Evaluate): Entry[] {
  const [what, many] = formula.operands as [Formula, Formula?];
  const count = many?.kind === 'number' ? Number(many.text) : 0;
  const periods = spanOf(formula.name, count, context.period);
  const isInput = what.kind === 'name' && ['input', 'rows'].includes(meaningOf(world, what.name, context).kind);
  const cells = world.cells(context.part);
  return periods.flatMap((period) => {
    const moved: Context = { ...context, period };
    if (isList(world, what, moved)) return listIn(world, what, moved, evaluate);
    if (isInput) {
      const meaning = meaningOf(world, what.name, context);
      const values = meaning.kind === 'input' ? world.data.everyDelivered(meaning.item, moved) : [];
      return values
        .filter((value) => value !== MISSING)
        .map((value): Entry => ({ value, context: moved, isRow: true }));
    }
    if (!cells.some((cell) => cell.period === period && cell.subject === context.subject)) return [];
    const value = what.kind === 'name' ? stateOfName(world, what.name, moved) : evaluate(world, what, moved);
    return [{ value, context: moved, isRow: false }];
  });
}

/** Earlier periods are looked for as far back as anybody keeps records here. */
const FARTHEST = 20;

function spanOf(name: string, count: number, period: string): string[] {
  const all = Array.from({ length: FARTHEST + 1 }, (_, back) => shifted(period, back - FARTHEST));
  if (name === 'recent') return all.slice(-count);
  if (name === 'earlier') return all.slice(0, -1);
  return all.filter((candidate) => yearOf(candidate) === yearOf(period) && kindOf(candidate) === kindOf(period));
}

/** Values that count in a sum or a mean: what does not apply is left out, and so is what is missing in rows. */
export function counting(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ value, isRow }) => value !== NA && !(isRow && value === MISSING));
}
