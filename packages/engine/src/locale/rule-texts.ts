import type { LocalText } from '../reader/figure.ts';
import type { DescribeContext } from '../rules/rule.ts';
import type { BandRow } from '../rules/band-rows.ts';
import type { Case } from '../rules/cases.ts';
import { exactNumber } from '../scheme/exact.ts';
import { asList } from '../scheme/schema/common.ts';
import type { Literal } from '../scheme/schema/common.ts';
import { joinTexts, localText } from '../scheme/texts.ts';
import { wordFormula } from './formula-words.ts';

// Rules in words, as they are shown beside a figure. Each text says the rule alone, without any subject's numbers.

type Title = (id: string) => LocalText;

/** Most nodes that a rule names one by one. */
const MOST_NAMED = 6;

function both(zh: string, en: string): LocalText {
  return { zh, en };
}

/** Sentences of a list, in the usual marks of each language. */
export function sentences(texts: readonly LocalText[]): LocalText {
  return joinTexts(texts, '；', '; ');
}

export function amount(value: string | number | undefined, titleOf: Title): LocalText {
  if (value === undefined) return both('', '');
  return exactNumber(value) === null ? wordFormula(String(value), titleOf) : both(String(value), String(value));
}

const NA_POLICIES: Readonly<Record<string, LocalText>> = {
  'leave out': both('不适用时不计', 'left out where it does not apply'),
  full: both('不适用时得满分', 'full marks where it does not apply'),
  half: both('不适用时得一半', 'half marks where it does not apply'),
  zero: both('不适用时得 0 分', 'no marks where it does not apply'),
};

export const ruleTexts = {
  score: (policy: string | undefined): LocalText => {
    const rest = policy === undefined ? undefined : NA_POLICIES[policy];
    return rest === undefined
      ? both('考核人评分', 'Marks given by the assessor')
      : both(`考核人评分，${rest.zh}`, `Marks given by the assessor; ${rest.en}`);
  },

  ratio: (
    config: {
      rate?: string;
      of?: string;
      to?: string | number;
      'nothing below'?: string | number;
      ceiling?: string | number | false;
      marks?: string | number;
    },
    titleOf: Title,
  ): LocalText => {
    const part = config.rate === undefined ? amount(config.of, titleOf) : wordFormula(config.rate, titleOf);
    const whole = config.to === undefined ? both('', '') : amount(config.to, titleOf);
    const base =
      config.rate === undefined
        ? both(`按“${part.zh}”÷“${whole.zh}”的比例得分`, `Marks in proportion to ${part.en} ÷ ${whole.en}`)
        : both(`按“${part.zh}”（%）的比例得分`, `Marks in proportion to ${part.en} (%)`);
    const cap =
      config.ceiling === false
        ? both('，上不封顶', ', without a ceiling')
        : config.ceiling === undefined
          ? both('，不超过满分', ', not above full marks')
          : both(
              `，完成率最高按 ${amount(config.ceiling, titleOf).zh} 计`,
              `, completion counted up to ${amount(config.ceiling, titleOf).en}`,
            );
    const threshold = config['nothing below'];
    const least =
      threshold === undefined
        ? both('', '')
        : both(`，低于 ${amount(threshold, titleOf).zh} 不得分`, `, nothing below ${amount(threshold, titleOf).en}`);
    return both(base.zh + cap.zh + least.zh, base.en + cap.en + least.en);
  },
  nothingBelow: (threshold: LocalText): LocalText =>
    both(`完成率低于 ${threshold.zh}，不得分`, `Completion below ${threshold.en}: nothing`),

  perStep: (step: LocalText): LocalText => both(`每满 ${step.zh} 计一次`, `For every whole ${step.en}`),
  passOver: both('不适用的不计', 'what does not apply is passed over'),
  fixedMarks: both('固定分', 'Fixed marks'),
  applicableMarks: both('适用项目满分合计', 'Full marks that apply'),
  marksWon: both('适用项目得分合计', 'Marks won'),
  weightedMeanStep: both('加权平均', 'Weighted mean'),

  deduct: (
    lines: readonly LocalText[],
    from: string | number | undefined,
    { titleOf, node }: DescribeContext,
  ): LocalText => {
    const start = from === undefined ? both('满分', 'Full marks') : amount(from, titleOf);
    const floor =
      node['may go below 0'] === true ? both('可为负分', 'may go below 0') : both('扣完为止', 'not below 0');
    const list = sentences(lines);
    return both(`${start.zh}起扣：${list.zh}。${floor.zh}`, `${start.en} less: ${list.en}; ${floor.en}`);
  },
  earn: (lines: readonly LocalText[]): LocalText => {
    const list = sentences(lines);
    return both(`得分：${list.zh}`, `Earns: ${list.en}`);
  },
  adjustment: (plus: readonly LocalText[], minus: readonly LocalText[]): LocalText => {
    const parts: LocalText[] = [];
    if (plus.length > 0) parts.push(both(`加分：${sentences(plus).zh}`, `Adds: ${sentences(plus).en}`));
    if (minus.length > 0) parts.push(both(`扣分：${sentences(minus).zh}`, `Takes off: ${sentences(minus).en}`));
    return joinTexts(parts, '。', '. ');
  },
  shownOfBoth: both(
    '加减都有的一项只显示两者之差，shown 在此不起作用',
    'A node with pluses and minuses shows their difference; shown does nothing here',
  ),
  dropShown: both('删去 shown', 'Remove shown'),
  sumKept: (side: 'plus' | 'minus'): LocalText =>
    side === 'plus'
      ? both('各项加分之和', 'Sum of all pluses')
      : both('各项扣分之和（正数）', 'Sum of all minuses, as a positive number'),

  bands: (of: string, rows: readonly BandRow[], titleOf: Title): LocalText => {
    const value = wordFormula(of, titleOf);
    const list = sentences(rows.map((row) => bandText(row, titleOf)));
    return both(`按“${value.zh}”分档：${list.zh}`, `By ${value.en}: ${list.en}`);
  },
  levels: (
    of: string,
    words: Readonly<Record<string, Literal>>,
    otherwise: Literal | undefined,
    { titleOf, wordTitle }: DescribeContext,
  ): LocalText => {
    const value = wordFormula(of, titleOf);
    const entries = Object.entries(words).map(([word, result]) => {
      const name = YES_NO[word] ?? wordTitle(of, word);
      return both(`${name.zh} ${String(result)}`, `${name.en} ${String(result)}`);
    });
    if (otherwise !== undefined) entries.push(both(`其他 ${String(otherwise)}`, `otherwise ${String(otherwise)}`));
    const list = joinTexts(entries, '、', ', ');
    return both(`按“${value.zh}”：${list.zh}`, `By ${value.en}: ${list.en}`);
  },
  poll: (
    config: {
      of: string;
      categories?: string | string[];
      'except own'?: boolean;
      where?: string;
      words?: Record<string, string | number>;
    },
    { itemTitle, titleOf }: DescribeContext,
  ): LocalText => {
    const title = itemTitle(config.of);
    const when = config.where === undefined ? both('', '') : wordFormula(config.where, titleOf);
    const only = when.zh === '' ? both('', '') : both(`，只计${when.zh}的`, `, only where ${when.en}`);
    const categories = asList(config.categories).join('、');
    const who = categories === '' ? both('', '') : both(`（${categories}）`, ` (${categories})`);
    const own =
      config['except own'] === true ? both('，本人对本人的评分不计', ', without marks for oneself') : both('', '');
    const points = Object.entries(config.words ?? {}).map(([word, mark]) => `${word} ${amount(mark, titleOf).zh}`);
    const scale = points.length === 0 ? both('', '') : both(`，${points.join('、')}`, `, ${points.join(', ')}`);
    return both(
      `“${title.zh}”${who.zh}各评分的算术平均${scale.zh}${own.zh}${only.zh}`,
      `Plain mean of ${title.en}${who.en}${scale.en}${own.en}${only.en}`,
    );
  },
  best: (count: number, of: readonly Readonly<Record<string, unknown>>[], context: DescribeContext): LocalText => {
    const parts = of.map((holder) => {
      const title = localText(holder['title'] as never, '');
      const rule = context.describeRule(holder);
      return title.zh === '' ? rule : both(`${title.zh}（${rule.zh}）`, `${title.en} (${rule.en})`);
    });
    const list = sentences(parts);
    return both(`下列各项中取最高的 ${count} 项相加：${list.zh}`, `Sum of the best ${count} of: ${list.en}`);
  },
  sum: (
    to: string | number | undefined,
    of: readonly Readonly<Record<string, unknown>>[] | undefined,
    context: DescribeContext,
  ): LocalText => {
    if (to !== undefined)
      return both(
        `各适用项目得分之和，按适用项目满分折算为 ${to} 分`,
        `Marks of the items that apply, scaled up to ${to}`,
      );
    if (of === undefined) return both('各下级项目得分之和', 'Sum of the items below');
    const list = sentences(of.map((holder) => context.describeRule(holder)));
    return both(`相加：${list.zh}`, `Sum of: ${list.en}`);
  },
  weightedMean: (times: string | number | undefined): LocalText =>
    times === undefined
      ? both('各适用下级项目按权重平均', 'Weighted mean of the items below that apply')
      : both(`各适用下级项目按权重平均，再乘 ${times}`, `Weighted mean of the items below that apply, times ${times}`),
  mean: (withoutMissing: boolean): LocalText =>
    withoutMissing
      ? both('已有的各下级项目的算术平均', 'Plain mean of the items below that are given')
      : both('各适用下级项目的算术平均', 'Plain mean of the items below that apply'),
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
  shareSum: both('分配依据合计', 'Sum of what the pool is shared by'),
  share: (
    config: { pool: string | number; by: string; among?: string; within?: string },
    titleOf: Title,
  ): LocalText => {
    const pool = amount(config.pool, titleOf);
    const by = wordFormula(config.by, titleOf);
    const among = config.among === undefined ? both('', '') : wordFormula(config.among, titleOf);
    const who = among.zh === '' ? both('', '') : both(`，只分给${among.zh}的`, `, among those with ${among.en}`);
    const where = withinText(config.within, titleOf);
    return both(
      `“${pool.zh}”${where.zh}按“${by.zh}”的比例分配，先乘后除${who.zh}`,
      `${pool.en} shared ${where.en} in proportion to ${by.en}, multiplied before it is divided${who.en}`,
    );
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
  rank: (
    config: { by?: string; within?: string; among?: string; from?: string; ties?: string },
    titleOf: Title,
  ): LocalText => {
    const where = withinText(config.within, titleOf);
    const by = wordFormula(config.by ?? 'total', titleOf);
    const among = config.among === undefined ? both('', '') : wordFormula(config.among, titleOf);
    const order = config.from === 'lowest' ? both('从低到高', 'lowest first') : both('从高到低', 'highest first');
    const who = among.zh === '' ? both('', '') : both(`，只排${among.zh}的`, `, among those with ${among.en}`);
    return both(
      `${where.zh}按“${by.zh}”${order.zh}排名，${config.ties === 'last' ? '并列取末位' : '并列同名次'}${who.zh}`,
      `Rank ${where.en} by ${by.en}, ${order.en}, ${config.ties === 'last' ? 'a tie has the last of its places' : 'ties share a rank'}${who.en}`,
    );
  },
  prizes: (
    config: {
      ranks: readonly Literal[];
      by?: string;
      within?: string;
      among?: string;
      ties?: 'drop' | 'admit';
      else?: Literal;
    },
    titleOf: Title,
  ): LocalText => {
    const where = withinText(config.within, titleOf);
    const by = wordFormula(config.by ?? 'total', titleOf);
    const among = config.among === undefined ? both('', '') : wordFormula(config.among, titleOf);
    const who = among.zh === '' ? both('', '') : both(`在${among.zh}的对象中`, `among those with ${among.en}, `);
    const list = config.ranks.map((prize, at) =>
      both(`第 ${at + 1} 名 ${String(prize)}`, `rank ${at + 1} ${String(prize)}`),
    );
    const places = config.ranks.length;
    const ties =
      config.ties === 'admit'
        ? both('并列的都按该名次得奖', 'those who tie all have the prize of their rank')
        : both(
            `共 ${places} 个名额，并列同奖，超出名额的该名次不设奖`,
            `${places} places in all, ties share the prize unless they exceed the places`,
          );
    return both(
      `${where.zh}${who.zh}按“${by.zh}”排名：${joinTexts(list, '、', ', ').zh}；${ties.zh}`,
      `${where.en}, ${who.en}by ${by.en}: ${joinTexts(list, '、', ', ').en}; ${ties.en}`,
    );
  },
} as const;

const TALLIED: Readonly<Record<string, LocalText>> = {
  true: both('“是”', 'yes'),
  false: both('“否”', 'no'),
  given: both('已有', 'given'),
  missing: both('缺少', 'missing'),
};

function literalZh(value: Literal): string {
  return { NA: '不适用', none: '无', true: '是', false: '否' }[String(value)] ?? String(value);
}

function literalEn(value: Literal): string {
  return { NA: 'not applicable', true: 'yes', false: 'no' }[String(value)] ?? String(value);
}

/** Within what a ranking is made: the part's groups unless a column is named. */
function withinText(within: string | undefined, titleOf: Title): LocalText {
  if (within === undefined) return both('组内', 'in the group');
  if (within === 'everybody') return both('全部对象中', 'among all');
  const column = titleOf(within);
  return both(`同一“${column.zh}”内`, `within the same ${column.en}`);
}

const YES_NO: Readonly<Record<string, LocalText>> = { true: both('是', 'yes'), false: both('否', 'no') };

export function bandText(row: BandRow, titleOf: Title): LocalText {
  const result =
    row.marks === undefined ? both(String(row.is ?? ''), String(row.is ?? '')) : amount(row.marks, titleOf);
  const ends = ([sign, end]: readonly [string, string | number | undefined]): LocalText[] => {
    if (end === undefined) return [];
    const words = amount(end, titleOf);
    return [both(`${sign} ${words.zh}`, `${sign} ${words.en}`)];
  };
  const range = joinTexts(
    (
      [
        ['≥', row.from],
        ['>', row.above],
        ['≤', row.to],
        ['<', row.below],
      ] as const
    ).flatMap(ends),
    ' 且 ',
    ' and ',
  );
  return range.zh === ''
    ? both(`其他 ${result.zh}`, `otherwise ${result.en}`)
    : both(`${range.zh} 为 ${result.zh}`, `${range.en}: ${result.en}`);
}

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
