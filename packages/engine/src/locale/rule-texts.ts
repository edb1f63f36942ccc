import type { LocalText } from '../reader/figure.ts';
import type { DescribeContext } from '../rules/rule.ts';
import type { BandRow } from '../rules/band-rows.ts';
import { asList } from '../scheme/schema/common.ts';
import type { Literal } from '../scheme/schema/common.ts';
import { wordFormula } from './formula-words.ts';
import { joinTexts, localText } from '../scheme/texts.ts';
import { amount, bandText, both, literalEn, literalZh, sentences } from './rule-words.ts';
import type { Title } from './rule-words.ts';

const NA_POLICIES: Readonly<Record<string, LocalText>> = {
  'leave out': both('不适用时不计', 'left out where it does not apply'),
  full: both('不适用时得满分', 'full marks where it does not apply'),
  half: both('不适用时得一半', 'half marks where it does not apply'),
  zero: both('不适用时得 0 分', 'no marks where it does not apply'),
};

/** Words of the language itself. */
const OWN_WORDS: Readonly<Record<string, LocalText>> = {
  true: both('是', 'yes'),
  false: both('否', 'no'),
  none: both('无', 'none'),
};

/** Rules that give marks, in words, as they are shown beside a figure: the rule alone, without any subject’s numbers. */
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
  perStep: (step: LocalText, { prorated, begun }: { prorated?: boolean; begun?: boolean }): LocalText => {
    if (prorated === true) return both(`每 ${step.zh} 计一次，不足的按比例`, `For every ${step.en}, pro rata`);
    if (begun === true) return both(`每 ${step.zh} 计一次，不足的按一次计`, `For every ${step.en} begun`);
    return both(`每满 ${step.zh} 计一次`, `For every whole ${step.en}`);
  },
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
      const name = OWN_WORDS[word] ?? wordTitle(of, word);
      return both(`${name.zh} ${literalZh(result)}`, `${name.en} ${literalEn(result)}`);
    });
    if (otherwise !== undefined)
      entries.push(both(`其他 ${literalZh(otherwise)}`, `otherwise ${literalEn(otherwise)}`));
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
    { itemTitle, titleOf, categoryTitle, wordTitle }: DescribeContext,
  ): LocalText => {
    const title = itemTitle(config.of);
    const when = config.where === undefined ? both('', '') : wordFormula(config.where, titleOf);
    const only = when.zh === '' ? both('', '') : both(`，只计${when.zh}的`, `, only where ${when.en}`);
    const classes = asList(config.categories).map((word) => categoryTitle(config.of, word));
    const raters = joinTexts(classes, '、', ', ');
    const who = classes.length === 0 ? both('', '') : both(`（${raters.zh}）`, ` (${raters.en})`);
    const own =
      config['except own'] === true ? both('，本人对本人的评分不计', ', without marks for oneself') : both('', '');
    const points = Object.entries(config.words ?? {}).map(([word, mark]) => {
      const [called, worth] = [wordTitle(config.of, word), amount(mark, titleOf)];
      return both(`${called.zh} ${worth.zh}`, `${called.en} ${worth.en}`);
    });
    const worths = joinTexts(points, '、', ', ');
    const scale = points.length === 0 ? both('', '') : both(`，${worths.zh}`, `, ${worths.en}`);
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
} as const;
