import { containingPeriod, formatPeriod, parsePeriod, periodsWithin } from '../../data/period.ts';
import type { Period, PeriodKind } from '../../data/period.ts';
import { Fraction } from '../../number/fraction.ts';
import { Fault, MISSING, strictState } from '../cell.ts';
import type { Cell } from '../cell.ts';
import type { CalendarField, DateOperation } from '../plan.ts';

const DAY = 86_400_000;

/** Operators over dates in ISO form. Strict; an empty date is missing, any other text that is no date a fault. */
export function dateOperator({ how, period }: DateOperation, operands: readonly Cell[]): Cell {
  const state = strictState(operands.map((cell) => (cell === '' ? MISSING : cell)));
  if (state !== null) return state;
  switch (how) {
    case 'date':
      return makeDate(operands as readonly Fraction[]);
    case 'period of':
      return periodOf(String(operands[0]), period ?? 'year');
    case 'weeks in':
      return weeksIn(operands[0] as Fraction);
    case 'year of':
      return yearOf(String(operands[0]));
    default:
      break;
  }
  const day = readDate(operands[0] as Cell);
  if (day === null) return new Fault('not-a-date', String(operands[0]));
  switch (how) {
    case 'month of':
      return Fraction.of(day.getUTCMonth() + 1);
    case 'week of':
      return weekOf(day);
    case 'week year of':
      return Fraction.of(thursdayOf(day).getUTCFullYear());
    case 'years after':
      return yearsAfter(day, operands[1] as Fraction);
    case 'days between': {
      const end = readDate(operands[1] as Cell);
      if (end === null) return new Fault('not-a-date', String(operands[1]));
      return Fraction.of(Math.round((end.getTime() - day.getTime()) / DAY));
    }
  }
}

/** What the calendar says about a period. */
export function calendarValue(field: CalendarField, period: Period): Fraction {
  const kind = field === 'days' ? period.kind : field;
  if (kind === 'year') return Fraction.of(containingPeriod(period, 'year')?.index ?? 0);
  if (field === 'days') {
    const [first, last] = periodsWithin(period, 'month');
    return Fraction.of(Math.round((monthStart(last + 1) - monthStart(first)) / DAY));
  }
  const container = containingPeriod(period, field as PeriodKind);
  const index = container?.index ?? periodsWithin(period, field as PeriodKind)[0];
  const year = containingPeriod(period, 'year') as Period;
  return Fraction.of(index - periodsWithin(year, field as PeriodKind)[0] + 1);
}

function monthStart(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1);
}

function readDate(cell: Cell): Date | null {
  if (typeof cell !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(cell)) return null;
  const date = new Date(`${cell}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || isoText(date) !== cell ? null : date;
}

function isoText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function makeDate(operands: readonly Cell[]): Cell {
  const numbers = operands.map((cell) => wholeNumber(cell));
  const [year = null, month = null, day = null] = numbers;
  if (year === null || month === null || day === null) return new Fault('not-a-date', operands.map(String).join('-'));
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return readDate(text) === null ? new Fault('not-a-date', text) : text;
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

function wholeNumber(cell: Cell): number | null {
  return cell instanceof Fraction && cell.denominator === 1n ? Number(cell.numerator) : null;
}

/** The same day in another year; 29 February becomes the 28th. */
function yearsAfter(day: Date, count: Cell): Cell {
  const years = wholeNumber(count);
  if (years === null) return new Fault('not-a-date', String(count));
  const moved = new Date(Date.UTC(day.getUTCFullYear() + years, day.getUTCMonth(), day.getUTCDate()));
  if (moved.getUTCMonth() !== day.getUTCMonth()) moved.setUTCDate(0);
  return isoText(moved);
}

/** The Thursday of a day's week: it says to which year the week belongs. */
function thursdayOf(day: Date): Date {
  const thursday = new Date(day);
  thursday.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  return thursday;
}

/** The ISO week: that of the Thursday, `2024-W05`. */
function weekOf(day: Date): string {
  const thursday = thursdayOf(day);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1;
  return `${year}-W${pad(week, 2)}`;
}

/** 28 December always lies in the last week of its year. */
function weeksIn(cell: Fraction): Cell {
  const year = wholeNumber(cell);
  if (year === null) return new Fault('not-a-date', String(cell));
  return Fraction.of(Number(weekOf(new Date(Date.UTC(year, 11, 28))).slice(-2)));
}

/** The year of a date or a period. */
function yearOf(text: string): Cell {
  const year = periodOf(text, 'year');
  return year instanceof Fault ? year : Fraction.of(Number(year));
}

/** The period of a kind in which a date or a period lies. */
function periodOf(text: string, kind: PeriodKind): Cell {
  const date = readDate(text);
  const period = date === null ? parsePeriod(text) : parsePeriod(text.slice(0, 7));
  const container = period === null ? null : containingPeriod(period, kind);
  return container === null ? new Fault('not-a-date', text) : formatPeriod(container);
}
