import type { LocalText } from '../reader/figure.ts';
import type { DescribeContext } from '../rules/rule.ts';
import type { Case } from '../rules/cases.ts';
import { asList } from '../scheme/schema/common.ts';
import type { Literal } from '../scheme/schema/common.ts';
import { wordFormula } from './formula-words.ts';
import { joinTexts, localText } from '../scheme/texts.ts';
import { both, literalEn, literalZh, sentences } from './rule-words.ts';
import type { Title } from './rule-words.ts';

/** Most nodes that a rule names one by one. */
const MOST_NAMED = 6;

const TALLIED: Readonly<Record<string, LocalText>> = {
  true: both('“是”', 'yes'),
  false: both('“否”', 'no'),
  given: both('已有', 'given'),
  missing: both('缺少', 'missing'),
};

/** Rules of whatever follows from marks, in words: cases, tables, conditions, reasons, counts. */
export const outcomeTexts = {
  cases: (list: readonly Case[], titleOf: Title): LocalText => {
    const parts = list.map((entry) => {
      const result = 'use' in entry ? wordFormula(entry.use, titleOf) : both(literalZh(entry.is), literalEn(entry.is));
      if (!('if' in entry)) return both(`其他的，为 ${result.zh}`, `otherwise ${result.en}`);
      const condition = entry.title === undefined ? wordFormula(entry.if, titleOf) : localText(entry.title, '');
      return both(`${condition.zh}的，为 ${result.zh}`, `${condition.en}: ${result.en}`);
    });
    const listed = sentences(parts);
    return both(`依次适用第一种符合的情形：${listed.zh}`, `The first case that holds: ${listed.en}`);
  },
  table: (
    config: {
      of: readonly string[];
      rows: readonly (readonly (Literal | readonly Literal[])[])[];
      take?: string;
      else?: Literal;
    },
    titleOf: Title,
  ): LocalText => {
    const columns = joinTexts(
      config.of.map((formula) => wordFormula(formula, titleOf)),
      '、',
      ', ',
    );
    const rows = config.rows.map((row) => {
      const result = row.at(-1) as Literal;
      const listed = tableCells(config.of, row, titleOf);
      return both(`${listed.zh} → ${literalZh(result)}`, `${listed.en} → ${literalEn(result)}`);
    });
    if (config.else !== undefined)
      rows.push(both(`其他 → ${literalZh(config.else)}`, `otherwise → ${literalEn(config.else)}`));
    const best =
      config.take === undefined
        ? both('', '')
        : config.take === 'highest'
          ? both('，符合多行的取最高', ', the highest of the rows that fit')
          : both('，符合多行的取最低', ', the lowest of the rows that fit');
    const list = sentences(rows);
    return both(`按${columns.zh}查表${best.zh}：${list.zh}`, `By ${columns.en}${best.en}: ${list.en}`);
  },
  /** The row of a table that was taken, as a step. */
  tableRow: (
    number: number,
    of: readonly string[],
    row: readonly (Literal | readonly Literal[])[],
    titleOf: Title,
  ): LocalText => {
    const cells = tableCells(of, row, titleOf);
    return both(`表中第 ${number} 行（${cells.zh}）`, `Row ${number} of the table (${cells.en})`);
  },
  tableElse: both('表中没有符合的行', 'No row of the table fits'),
  tallied: both('符合的项数', 'Number that match'),
  tallyApplies: both('适用的项数', 'Number that apply'),
  tally: (of: readonly LocalText[], is: readonly Literal[], isShare: boolean): LocalText => {
    const shown = joinTexts(of.slice(0, MOST_NAMED), '、', ', ');
    const names =
      of.length > MOST_NAMED
        ? both(`${shown.zh}等 ${of.length} 项`, `${shown.en} and others, ${of.length} in all`)
        : shown;
    const values = joinTexts(
      is.map((value) => TALLIED[String(value)] ?? both(`“${String(value)}”`, `"${String(value)}"`)),
      '或',
      ' or ',
    );
    return isShare
      ? both(
          `${names.zh}中为${values.zh}的占适用项数的比例`,
          `Share of ${names.en} that are ${values.en}, among those that apply`,
        )
      : both(`${names.zh}中为${values.zh}的项数`, `How many of ${names.en} are ${values.en}`);
  },
  formula: (text: string, titleOf: Title): LocalText => wordFormula(text, titleOf),
  anyOf: (
    conditions: readonly {
      title?: unknown;
      if?: string;
      event?: string;
      categories?: string | string[];
      where?: string;
      'sum at least'?: string | number;
    }[],
    { titleOf, itemTitle, categoryTitle, text }: DescribeContext,
  ): LocalText => {
    const parts = conditions.map((condition) => {
      const { event } = condition;
      if (event === undefined) return text(condition.title as never, wordFormula(condition.if ?? '', titleOf));
      const title = text(condition.title as never, itemTitle(event));
      const words = joinTexts(
        asList(condition.categories).map((word) => categoryTitle(event, word)),
        '、',
        ', ',
      );
      const where = condition.where === undefined ? both('', '') : wordFormula(condition.where, titleOf);
      const least = condition['sum at least'];
      const zh = [
        title.zh,
        words.zh === '' ? '' : `（${words.zh}）`,
        where.zh === '' ? '' : `且${where.zh}`,
        least === undefined ? '' : `合计达到 ${least}`,
      ];
      const en = [
        title.en,
        words.en === '' ? '' : ` (${words.en})`,
        where.en === '' ? '' : ` with ${where.en}`,
        least === undefined ? '' : ` adding up to ${least}`,
      ];
      return both(zh.join(''), en.join(''));
    });
    const list = sentences(parts);
    return both(`有下列情形之一：${list.zh}`, `Any of: ${list.en}`);
  },
  reasons: (list: readonly { if: string; code: string | number; title?: unknown }[], titleOf: Title): LocalText => {
    const parts = list.map((reason) => {
      const condition =
        reason.title === undefined ? wordFormula(reason.if, titleOf) : localText(reason.title as never, '');
      return both(`${reason.code}：${condition.zh}`, `${reason.code}: ${condition.en}`);
    });
    const listed = sentences(parts);
    return both(`列出全部符合的情形：${listed.zh}`, `All reasons that hold: ${listed.en}`);
  },
  unset: (figures: readonly string[], titleOf: Title): LocalText => {
    const listed = joinTexts(figures.map(titleOf), '、', ', ');
    return both(`${listed.zh}需要而尚未设定的参数`, `Parameters that ${listed.en} need and nobody has set`);
  },
} as const;

/** What a row of a table asks for, column by column; a word by its title, where its column has one for it. */
function tableCells(of: readonly string[], row: readonly (Literal | readonly Literal[])[], titleOf: Title): LocalText {
  const cells = row.slice(0, -1).map((cell, at) => {
    const options = asList(cell as Literal | Literal[]);
    const named = options.map((option) => {
      if (option === 'any') return both('不限', 'any');
      const name = `${of[at]?.trim()}#${option}`;
      const title = typeof option === 'string' ? titleOf(name) : null;
      return title === null || title.zh === name ? both(literalZh(option), literalEn(option)) : title;
    });
    return joinTexts(named, '或', ' or ');
  });
  return joinTexts(cells, ' · ', ' · ');
}
