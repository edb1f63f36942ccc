import { toHalfWidth } from '../fold-text.ts';

const WITH_SIGNS = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^(\d{5})(?:\.\d+)?$/;

/** Plain numbers that are taken for the day count of a sheet: 1954 to 2119. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const DAY = 86_400_000;

/** Dates repeat: a year has 366, a file a million rows. */
const known = new Map<string, string | null>();
const MOST_KNOWN = 10_000;

/** An ISO date (`2024-03-05`); a time of day is left off; `null` when the text is no date of the calendar. */
export function readDate(trimmed: string, epoch: 1900 | 1904): string | null {
  const key = epoch === 1900 ? trimmed : `${epoch} ${trimmed}`;
  let date = known.get(key);
  if (date === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    date = parseDate(trimmed, epoch);
    known.set(key, date);
  }
  return date;
}

function parseDate(trimmed: string, epoch: 1900 | 1904): string | null {
  const text = toHalfWidth(trimmed);
  const signs = WITH_SIGNS.exec(text);
  if (signs) return calendarDate(signs[1], signs[3], signs[4]);
  const spelled = CHINESE.exec(text.replace(/\s+/g, '')) ?? COMPACT.exec(text);
  if (spelled) return calendarDate(spelled[1], spelled[2], spelled[3]);
  const serial = SERIAL.exec(text);
  return serial ? serialDate(Number(serial[1]), epoch) : null;
}

function calendarDate(year: string, month: string, day: string): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const stands = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return stands && Number(year) > 99 ? date.toISOString().slice(0, 10) : null;
}

function serialDate(serial: number, epoch: 1900 | 1904): string | null {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return null;
  const start = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(start + serial * DAY).toISOString().slice(0, 10);
}
