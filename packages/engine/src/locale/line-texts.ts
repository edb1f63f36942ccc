import type { LocalText } from '../reader/figure.ts';
import type { DescribeContext } from '../rules/rule.ts';
import type { Line } from '../rules/lines.ts';
import { exactNumber } from '../scheme/exact.ts';
import { asList } from '../scheme/schema/common.ts';
import type { RegisterRow } from '../scheme/schema/register.ts';
import { joinTexts, localText } from '../scheme/texts.ts';
import { apart, wordFormula } from './formula-words.ts';
import { registerTexts } from './register-texts.ts';
import { amount, bandText, sentences } from './rule-words.ts';

function both(zh: string, en: string): LocalText {
  return { zh, en };
}

const NOTHING = both('', '');

/** One line in words. Its own title stands for what it counts and under which condition; the marks are said beside it. */
export function lineText(line: Line, context: DescribeContext): LocalText {
  const { titleOf } = context;
  const most = line['at most'];
  const limit =
    most === undefined
      ? NOTHING
      : both(`（最多 ${amount(most, titleOf).zh}）`, ` (at most ${amount(most, titleOf).en})`);
  const text = counted(line, context);
  if (line.if === undefined || line.title !== undefined || isFixed(line))
    return both(text.zh + limit.zh, text.en + limit.en);
  const condition = wordFormula(line.if, titleOf);
  return both(`${condition.zh}的，${text.zh}${limit.zh}`, `if ${condition.en}: ${text.en}${limit.en}`);
}

/** A line that counts nothing: its marks are for the condition itself. */
function isFixed(line: Line): boolean {
  return (line.each ?? line.once ?? line.row ?? line.from ?? line.per) === undefined;
}

function counted(line: Line, context: DescribeContext): LocalText {
  const { titleOf } = context;
  const own = line.title === undefined ? null : localText(line.title, '');
  if (line.from !== undefined) return ofRegister(line.from, line, own, context);
  if (line.per !== undefined) {
    const of = own ?? quoted(amount(line.of, titleOf));
    const step = amount(line.per, titleOf);
    const marks = marksText(line.marks, titleOf);
    const whole =
      line.prorated === true
        ? both('不足的按比例', 'pro rata')
        : line.begun === true
          ? both('不足的按一次计', 'a step begun counts whole')
          : both('不足不计', 'whole steps only');
    return both(
      `${of.zh}，每 ${step.zh} ${marks.zh}，${whole.zh}`,
      `${marks.en} for every ${step.en} of ${of.en}, ${whole.en}`,
    );
  }
  const item = line.each ?? line.once ?? line.row;
  if (item !== undefined) return ofItem(item, line, own, context);
  const marks = amount(line.marks, titleOf);
  if (line.if === undefined) return own === null ? marks : both(`${own.zh}：${marks.zh}`, `${own.en}: ${marks.en}`);
  const condition = own ?? wordFormula(line.if, titleOf);
  const text = marksText(line.marks, titleOf);
  return both(`${condition.zh}${text.zh}`, `${condition.en}: ${text.en}`);
}

/** A calculation between other words is told apart from them. */
function quoted({ zh, en }: LocalText): LocalText {
  return both(/\s/.test(zh) ? `“${zh}”` : zh, en);
}

/** `计 2 分`, and where less than nothing is counted `减 2 分`. */
function marksText(marks: Line['marks'], titleOf: DescribeContext['titleOf']): LocalText {
  const text = amount(marks, titleOf);
  const number = marks === undefined ? null : exactNumber(marks);
  if (number === null || number.sign >= 0) return both(`计 ${text.zh} 分`, text.en);
  return both(`减 ${text.zh.replace('-', '')} 分`, text.en.replace('-', '−'));
}

function ofItem(item: string, line: Line, own: LocalText | null, context: DescribeContext): LocalText {
  const { titleOf, unitOf } = context;
  const name = own ?? nameOf(item, line, context);
  const unit = unitOf(item) === '' ? both('次', 'time') : both(unitOf(item), unitOf(item));
  const more = adjustment(line, titleOf);
  if (line.bands !== undefined) {
    const list = sentences(line.bands.map((row) => bandText(row, titleOf)));
    return both(`${name.zh}逐条按数值：${list.zh}${more.zh}`, `${name.en}, row by row: ${list.en}${more.en}`);
  }
  if (line.by !== undefined) {
    const rates = ratesText(item, line.by, context);
    const how =
      line.each !== undefined
        ? both(`每${unit.zh}`, `each ${unit.en}`)
        : line.once !== undefined
          ? both('只计一次', 'once')
          : both('逐条', 'row by row');
    return both(`${name.zh}${how.zh}：${rates.zh}${more.zh}`, `${name.en}, ${how.en}: ${rates.en}${more.en}`);
  }
  const marks = amount(line.marks ?? 'value', titleOf);
  if (line.once !== undefined)
    return both(`有${name.zh}的计 ${marks.zh} 分（只计一次）`, `${name.en}: ${marks.en} once`);
  if (line.row !== undefined)
    return both(`${name.zh}逐条计 ${marks.zh}${more.zh}`, `${name.en}: ${marks.en} for each row${more.en}`);
  return both(`${name.zh}每${unit.zh} ${marks.zh} 分`, `${name.en}: ${marks.en} for each ${unit.en}`);
}

/** What is counted: the item, its categories, and the condition on its rows. */
function nameOf(item: string, line: Line, { titleOf, itemTitle, categoryTitle }: DescribeContext): LocalText {
  const words = asList(line.categories).map((word) => categoryTitle(item, word));
  const title = itemTitle(item);
  const where = line.where === undefined ? NOTHING : wordFormula(line.where, titleOf);
  const parts = joinTexts(words, '、', ', ');
  const narrowed = parts.zh === '' ? title : both(`${title.zh}（${parts.zh}）`, `${title.en} (${parts.en})`);
  return where.zh === ''
    ? narrowed
    : both(`${narrowed.zh}（只计${where.zh}的）`, `${narrowed.en} (only where ${where.en})`);
}

function ratesText(item: string, by: NonNullable<Line['by']>, { titleOf, categoryTitle }: DescribeContext): LocalText {
  const rates = Object.entries(by).map(([word, marks]) => {
    const title = categoryTitle(item, word);
    const value = amount(marks, titleOf);
    return both(`${title.zh} ${value.zh}`, `${title.en} ${value.en}`);
  });
  return joinTexts(rates, '、', ', ');
}

function adjustment({ times, plus }: Line, titleOf: DescribeContext['titleOf']): LocalText {
  const factor = times === undefined ? NOTHING : amount(times, titleOf);
  const extra = plus === undefined ? NOTHING : amount(plus, titleOf);
  return both(
    (factor.zh === '' ? '' : `，各乘以（${factor.zh}）`) + (extra.zh === '' ? '' : `，每条另加（${extra.zh}）`),
    (factor.en === '' ? '' : `, each times (${factor.en})`) +
      (extra.en === '' ? '' : `, and for each row (${extra.en})`),
  );
}

/** What the rows of a register are worth, as far as the line takes them, and which of them count. */
function ofRegister(name: string, line: Line, own: LocalText | null, context: DescribeContext): LocalText {
  const { titleOf, registerRules, registerRows, registerField } = context;
  const items = asList(line.items);
  const rates = registerRows(name)
    .filter((row) => items.length === 0 || items.includes(itemOf(row)))
    .map((row) => lineText(row, context));
  const factor = line.times === undefined ? NOTHING : amount(line.times, titleOf);
  const ofField = (id: string): LocalText => {
    const field = registerField(name, id);
    return field === null ? titleOf(id) : both(`（${field.zh}）`, `(${field.en})`);
  };
  const alone = registerField(name, String(line.marks));
  const marks = line.marks === undefined ? NOTHING : (alone ?? amount(line.marks, ofField));
  if (marks.zh !== '') rates.splice(0, rates.length, both(`每条${apart(marks.zh)}`, `${marks.en} for each row`));
  const times = factor.zh === '' ? [] : [both(`合计乘以 ${factor.zh}`, `the sum times ${factor.en}`)];
  const details = sentences([...rates, ...times, registerRules(name)].filter(({ zh }) => zh !== ''));
  return registerTexts.line(own ?? titleOf(name), details);
}

function itemOf(row: RegisterRow): string {
  return 'each' in row ? row.each : row.row;
}
