import { parsePeriod, type PeriodKind } from '../../../data/period.ts';
import { answerTexts as answers, questionTexts as ask } from '../../../locale/mapping-texts.ts';
import type { LocalText } from '../../../reader/figure.ts';
import { needsYear } from '../find-period.ts';
import type { MappingAnswer, MappingChange } from '../mapping-proposal.ts';
import type { ProposeContext } from '../propose-context.ts';
import type { SheetChoice } from '../sheet-draft.ts';
import { suited, wantedKinds } from '../wanted-period.ts';
import { answer, type Asked } from './asked.ts';

const PERIOD_NAMES: Readonly<Record<PeriodKind, LocalText>> = {
  year: { zh: '年', en: 'year' },
  half: { zh: '半年', en: 'half-year' },
  quarter: { zh: '季度', en: 'quarter' },
  month: { zh: '月', en: 'month' },
};

/** Of which period are the figures? */
export function askPeriod(choice: SheetChoice, context: ProposeContext, asked: Asked): void {
  const { mapping, context: around, columns } = choice;
  if (columns.some(({ means }) => means.kind === 'period')) return;
  askYearOfColumns(choice, asked);
  const values = columns.flatMap(({ means }) =>
    means.kind === 'figure' || means.kind === 'of-subject' ? [means] : [],
  );
  if (values.length > 0 && values.every(({ period }) => period !== undefined)) return;
  const { period } = mapping.fixed;
  const wanted = wantedKinds(columns, mapping.fixed.item, context);
  if (around.periods.length === 1 && around.isYearAssumed && period !== undefined) {
    const options = neighbours(period).map(set);
    return asked.ask('sheet.period', 'year', ask.yearAssumed(period), options, { proposed: 0 });
  }
  if (around.periods.length !== 1 || period === undefined) {
    const current = context.period === '' ? [] : suited(context.period, wanted);
    const options = [...new Set([...around.periods, ...current])];
    const proposed = around.periods.length > 1 || current.length !== 1 ? -1 : options.indexOf(current[0]!);
    return asked.ask('sheet.period', '', ask.period(around.periods), options.map(set), { proposed });
  }
  const kind = parsePeriod(period)?.kind;
  if (kind !== undefined && wanted[0] !== undefined && !wanted.includes(kind)) {
    const options = suited(period, wanted).map(set);
    asked.ask('sheet.period', 'kind', ask.periodKind(period, PERIOD_NAMES[wanted[0]]), options);
  }
}

function set(period: string): MappingAnswer {
  return answer(answers.period(period), { kind: 'fixed', field: 'period', value: period });
}

/** Titles like 3月 whose year nothing on the sheet says. */
function askYearOfColumns({ columns, mapping, context: around }: SheetChoice, asked: Asked): void {
  if (!around.isYearAssumed) return;
  const dated = columns.flatMap(({ means, facts }) =>
    (means.kind === 'figure' || means.kind === 'of-subject') &&
    means.period !== undefined &&
    needsYear(facts.title.period)
      ? [{ column: facts.column, means, period: means.period }]
      : [],
  );
  if (dated.length === 0) return;
  const options = neighbours(around.year).map((year) =>
    answer(
      answers.period(year),
      ...dated.map(({ column, means, period }): MappingChange => ({
        kind: 'means',
        column,
        means: { ...means, period: year + period.slice(4) },
      })),
    ),
  );
  const place = { proposed: 0, column: dated[0]!.column, row: mapping.header.last };
  asked.ask('sheet.period', 'years of columns', ask.yearOfColumns(), options, place);
}

/** The same period in the years around. */
function neighbours(period: string): readonly string[] {
  const year = Number(period.slice(0, 4));
  return [year, year - 1, year + 1].map((one) => `${one}${period.slice(4)}`);
}
