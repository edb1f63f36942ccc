import { timeTexts } from '../../locale/check-wording-texts.ts';
import type { Finding } from '../finding.ts';
import type { PeriodKind } from '../../data/period.ts';
import type { SchemeCheck } from './check.ts';
import type { SchemeView } from './view/scheme-view.ts';
import { textsIn } from './view/texts.ts';
import type { TextInFile } from './view/texts.ts';

/** What texts say of time: accounts closed before the period ends, spans without a beginning, two kinds of years. */
export const times: SchemeCheck = {
  codes: ['time.before-end', 'time.from-when', 'time.two-years'],
  needs: 'rules',
  check: (view) => {
    const texts = textsIn(view.at([])).filter(({ path }) => path.at(-1) !== 'clause' && path.at(-1) !== 'source');
    return [
      ...texts.flatMap((found) => [...beforeEnd(found, view), ...fromWhen(found, view)]),
      ...twoYears(texts, view),
    ];
  },
};

/** `12 月 30 日前汇总`, `截至 12 月 5 日`: a day on which accounts are closed. */
const DAY = /(\d{1,2})\s*月\s*(\d{1,2})\s*日/g;
const CLOSING = /截至|截止|汇总|统计|结算|结账|公示|通报/;
const OTHER_YEAR = /上年|上一年|次年|翌年|下年|下一年/;

/** Months in which periods of a kind end. */
const LAST_MONTHS: Readonly<Record<PeriodKind, readonly number[]>> = {
  year: [12],
  half: [6, 12],
  quarter: [3, 6, 9, 12],
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
};

/** In the last month of a period that is scored, and not on its last day: the rest of it is in no account. */
function beforeEnd({ text, path }: TextInFile, view: SchemeView): Finding[] {
  if (!CLOSING.test(text) || OTHER_YEAR.test(text)) return [];
  const ends = new Set(view.parts.flatMap(({ part }) => LAST_MONTHS[part.period]));
  const day = [...text.matchAll(DAY)].find(([, month, number]) => {
    const last = new Date(Date.UTC(2024, Number(month), 0)).getUTCDate();
    return ends.has(Number(month)) && Number(number) < last - (month === '2' ? 1 : 0);
  });
  return day === undefined ? [] : [view.finding('note', 'time.before-end', timeTexts.beforeEnd(text, day[0]), path)];
}

/** `两年内不得评优`: for how long, and not from which day on. */
const SPAN = /(?:\d+|[一二两三四五])\s*(?:年|个月)内?(?:不得|不能|不予|取消|停止|暂停)/;
const BEGINNING = /自|从|起|之日|当年|本年|次年|下一?年|翌年/;

function fromWhen({ text, path }: TextInFile, view: SchemeView): Finding[] {
  const span = SPAN.exec(text)?.[0];
  if (span === undefined || BEGINNING.test(text)) return [];
  return [view.finding('note', 'time.from-when', timeTexts.fromWhen(text, span), path)];
}

const SCHOOL_YEAR = /学年/;
const CALENDAR_YEAR = /年终|年度|全年|年末/;

/** In one document: what of one kind ends in July, and of the other in December. */
function twoYears(texts: readonly TextInFile[], view: SchemeView): Finding[] {
  const school = texts.find(({ text }) => SCHOOL_YEAR.test(text));
  const calendar = texts.find(({ text }) => CALENDAR_YEAR.test(text) && !SCHOOL_YEAR.test(text));
  if (school === undefined || calendar === undefined) return [];
  return [view.finding('note', 'time.two-years', timeTexts.twoYears(school.text, calendar.text), school.path)];
}
