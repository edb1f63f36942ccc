import { parsePeriod } from '../../data/period.ts';
import { toHalfWidth } from '../fold-text.ts';

const YEAR = /^(\d{4})(?:年度?|\.0+)?$/;
const HALF = /^(\d{4})(?:年度?|-)?(?:H([12])|(上|下)半年)$/i;
const QUARTER = /^(\d{4})(?:年度?|-)?(?:Q([1-4])|第?([一二三四1-4])季度?)$/i;
const MONTH = /^(\d{4})[年/-](\d{1,2})月?$/;
const CHINESE_QUARTERS = '一二三四';

/**
 * A period in its one form (`2024`, `2024-H1`, `2024-Q1`, `2024-03`); `null` when the text is none.
 * `2024.10` is not read: a sheet keeps it as 2024.1, which may be January as well.
 */
export function readPeriod(trimmed: string): string | null {
  const text = toHalfWidth(trimmed).replace(/\s+/g, '');
  const period = rewrite(text);
  return period !== null && parsePeriod(period) !== null ? period : null;
}

function rewrite(text: string): string | null {
  const year = YEAR.exec(text);
  if (year) return year[1];
  const half = HALF.exec(text);
  if (half) return `${half[1]}-H${half[2] ?? (half[3] === '上' ? 1 : 2)}`;
  const quarter = QUARTER.exec(text);
  if (quarter) return `${quarter[1]}-Q${quarter[2] ?? quarterNumber(quarter[3])}`;
  const month = MONTH.exec(text);
  return month ? `${month[1]}-${month[2].padStart(2, '0')}` : null;
}

function quarterNumber(word: string): string {
  const place = CHINESE_QUARTERS.indexOf(word);
  return place < 0 ? word : String(place + 1);
}
