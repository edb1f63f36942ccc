import type { Fraction } from '../number/fraction.ts';
import { exactText } from '../number/text.ts';
import type { LocalText } from '../reader/figure.ts';
import type { CheckText } from '../scheme/checks/check.ts';

/** Texts of the checker: what is wrong, with the numbers that show it, and what would mend it. */

export function both(zh: string, en: string, zhRemedy: string, enRemedy: string): CheckText {
  return { message: { zh, en }, remedy: { zh: zhRemedy, en: enRemedy } };
}

/** `1 + 0.5 + 0.5 = 2` */
export function sumText(parts: readonly Fraction[], sum: Fraction): string {
  return parts.length > 1 ? `${parts.map(exactText).join(' + ')} = ${exactText(sum)}` : exactText(sum);
}

const zhList = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('、');

const enList = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

const n = exactText;

export const structureTexts = {
  childrenDiffer: (title: LocalText, sum: string, max: string): CheckText =>
    both(
      `“${title.zh}”满分 ${max}，下级满分合计 ${sum}`,
      `"${title.en}" has ${max} marks, its parts have ${sum}`,
      '改下级的满分，或改本项的满分；若有意封顶，写明 at most',
      'Change the marks of the parts or of the whole; if it is meant to be cut off, say so with "at most"',
    ),
  highestTotal: (full: Fraction, highest: Fraction, parts: LocalText): CheckText =>
    both(
      `满分为 ${n(full)}，各项得满时总分为 ${n(highest)}（${parts.zh}）`,
      `Full marks are ${n(full)}; with full marks everywhere the total is ${n(highest)} (${parts.en})`,
      '核对各项满分、权重和总分公式，或改 full marks',
      'Check the marks, the weights and the formula of the total, or change "full marks"',
    ),
  maxMissing: (title: LocalText): CheckText =>
    both(
      `“${title.zh}”没有满分，而同级或上级指标有`,
      `"${title.en}" has no full marks, though those beside or above it have`,
      '补上 max；只列示、不计分的指标不放在这里',
      'Add max; what is only listed and not scored does not belong here',
    ),
  maxNotPositive: (title: LocalText, max: Fraction): CheckText =>
    both(
      `“${title.zh}”的满分是 ${n(max)}，不可能得分`,
      `"${title.en}" has ${n(max)} full marks: nothing can be won`,
      '核对 max',
      'Check max',
    ),
  belowMax: (title: LocalText, highest: Fraction, max: Fraction): CheckText =>
    both(
      `“${title.zh}”满分 ${n(max)}，按规则最多得 ${n(highest)}`,
      `"${title.en}" has ${n(max)} marks, its rule gives ${n(highest)} at most`,
      '补上其余分值的规则，或改满分',
      'Say how the rest is won, or change the full marks',
    ),
  beyondMax: (title: LocalText, highest: Fraction, max: Fraction): CheckText =>
    both(
      `“${title.zh}”按规则可得 ${n(highest)}，满分只有 ${n(max)}，超出部分不起作用`,
      `The rule of "${title.en}" gives up to ${n(highest)}, its full marks are ${n(max)}: the rest has no effect`,
      '核对各档分值和满分；确可超出时写 may exceed max: true',
      'Check the marks; if it may go beyond, write "may exceed max: true"',
    ),
  neverLost: (title: LocalText, least: Fraction, max: Fraction): CheckText =>
    both(
      `“${title.zh}”满分 ${n(max)}，扣分最多扣到 ${n(least)}，剩下的分任何情况都不会扣掉`,
      `"${title.en}" has ${n(max)} marks; the deductions leave ${n(least)} in any case`,
      '核对各扣分项是否齐全',
      'Check whether a deduction is missing',
    ),
  weightSum: (where: LocalText, sum: string): CheckText =>
    both(
      `“${where.zh}”下各项权重合计 ${sum}，不是 1（100%）也不是 100`,
      `The weights under "${where.en}" are ${sum} in all, neither 1 (100%) nor 100`,
      '核对权重',
      'Check the weights',
    ),
  weightRange: (where: LocalText, low: Fraction, high: Fraction, target: Fraction): CheckText =>
    both(
      `“${where.zh}”下各项权重的取值范围允许合计为 ${n(low)} 到 ${n(high)}，不一定等于 ${n(target)}`,
      `The ranges of the weights under "${where.en}" allow sums from ${n(low)} to ${n(high)}, not only ${n(target)}`,
      `写明合计必须等于 ${n(target)}，或改用按权重平均（weighted mean）`,
      `Say that they must add up to ${n(target)}, or use a weighted mean`,
    ),
  weightMissing: (title: LocalText): CheckText =>
    both(
      `“${title.zh}”没有权重，而同级的其他指标有`,
      `"${title.en}" has no weight, though others beside it have`,
      '补上 weight；不计入总分的指标写 optional: true',
      'Add a weight; mark what does not count with "optional: true"',
    ),
  leftOut: (title: LocalText, total: LocalText): CheckText =>
    both(
      `“${title.zh}”没有计入“${total.zh}”，也没有其他指标用到`,
      `"${title.en}" enters neither "${total.en}" nor anything else`,
      '在总分公式里写上它；只列示的写 optional: true',
      'Name it in the formula of the total; mark what is only listed with "optional: true"',
    ),
} as const;

export const nameTexts = {
  inputUnused: (item: string): CheckText =>
    both(
      `数据项“${item}”已声明，没有规则用到`,
      `The input "${item}" is declared, but no rule uses it`,
      '补上使用它的规则，或删去声明',
      'Add the rule that uses it, or drop the declaration',
    ),
  parameterUnused: (name: string): CheckText =>
    both(
      `参数“${name}”没有规则用到`,
      `No rule uses the parameter "${name}"`,
      '在规则里用它，或删去',
      'Use it in a rule, or drop it',
    ),
  attributeUnused: (name: string): CheckText =>
    both(
      `属性“${name}”没有规则用到`,
      `No rule uses the attribute "${name}"`,
      '在规则里用它，或删去',
      'Use it in a rule, or drop it',
    ),
  scaleUnused: (name: string): CheckText =>
    both(
      `等级序列“${name}”没有规则用到`,
      `No rule uses the scale "${name}"`,
      '在规则里用它，或删去',
      'Use it in a rule, or drop it',
    ),
  wordOffScale: (title: LocalText, words: readonly string[], scale: string): CheckText =>
    both(
      `“${title.zh}”里会出现${zhList(words)}，不在等级序列“${scale}”上，出现时无法比较高低`,
      `In "${title.en}" ${enList(words)} can occur, not on the scale "${scale}": where it does nothing can be compared`,
      '补进 scales，或先用条件排除',
      'Add it to the scale, or rule it out with a condition first',
    ),
  itemUndeclared: (item: string): CheckText =>
    both(
      `takes part 里的“${item}”不是已声明的数据项`,
      `"${item}" under "takes part" is no declared input`,
      '核对拼写，或在 inputs 中声明',
      'Check the spelling, or declare it under inputs',
    ),
  categoryUnknown: (word: string, item: string, known: readonly string[]): CheckText =>
    both(
      `数据项“${item}”没有类别“${word}”（有：${known.join('、')}），这条规则永远不会用到任何一行`,
      `The input "${item}" has no category "${word}" (it has ${known.join(', ')}): no row can ever meet this`,
      '从声明中照抄类别，或在 categories 中加上它',
      'Copy the word from the declaration, or add it to the categories',
    ),
  categoryUndeclared: (words: readonly string[], item: string): CheckText =>
    both(
      `规则只算“${item}”的类别${zhList(words)}，而数据项没有声明有哪些类别，写错的类别不会被发现`,
      `The rule counts ${enList(words)} of "${item}", whose categories are not declared: a misspelt one would pass unseen`,
      '在数据项上写明 categories',
      'Declare the categories of the input',
    ),
  categoryWithoutRate: (item: LocalText, words: readonly string[]): CheckText =>
    both(
      `“${item.zh}”的类别${zhList(words)}没有对应的分值`,
      `"${item.en}": the categories ${enList(words)} have no marks anywhere`,
      '写明分值（不计分写 0），或从 categories 中删去',
      'Give them marks (0 if they bring nothing), or drop them from the categories',
    ),
  wordWithoutMarks: (title: LocalText, words: readonly string[]): CheckText =>
    both(
      `“${title.zh}”没有规定${zhList(words)}得多少，出现时无法计算`,
      `"${title.en}" does not say what ${enList(words)} brings; where it occurs nothing can be computed`,
      '补上这些词，或写 else',
      'Add these words, or an "else"',
    ),
  wordUnknown: (title: LocalText, words: readonly string[], known: readonly string[]): CheckText =>
    both(
      `“${title.zh}”规定了${zhList(words)}，而这里只会出现${zhList(known)}`,
      `"${title.en}" rules on ${enList(words)}, but only ${enList(known)} can occur here`,
      '核对用词',
      'Check the words',
    ),
  wordNever: (title: LocalText, word: string, known: readonly string[]): CheckText =>
    both(
      `“${title.zh}”与“${word}”比较，而这里只会出现${zhList(known)}，结果恒定不变`,
      `"${title.en}" compares with "${word}", but only ${enList(known)} can occur here: the outcome is always the same`,
      '核对用词',
      'Check the word',
    ),
} as const;

export const bandTexts = {
  gap: (title: LocalText, gap: string, example: Fraction): CheckText =>
    both(
      `“${title.zh}”的分档没有包括 ${gap}，例如 ${n(example)} 不属于任何一档`,
      `The bands of "${title.en}" leave out ${gap}: ${n(example)}, for instance, lies in none`,
      '上档用 from 写到下档的上界为止（如 from: 90、from: 75），或加一行兜底',
      'Let each band begin where the next ends (from: 90, from: 75), or add a row for the rest',
    ),
  overlap: (title: LocalText, overlap: string, example: Fraction, first: string, second: string): CheckText =>
    both(
      `“${title.zh}”的两档 ${first} 与 ${second} 重叠在 ${overlap}，例如 ${n(example)} 两档都算`,
      `Two bands of "${title.en}", ${first} and ${second}, overlap in ${overlap}: ${n(example)}, for instance, lies in both`,
      '其中一边改用 above 或 below',
      'Use "above" or "below" on one side',
    ),
  shadowed: (title: LocalText, band: string): CheckText =>
    both(
      `“${title.zh}”的一档 ${band} 永远轮不到：前面各档已经包括了它`,
      `The band ${band} of "${title.en}" is never reached: earlier ones hold all of it`,
      '把较窄的一档移到前面，或改界限',
      'Put the narrower band first, or change its edges',
    ),
  outOfReach: (title: LocalText, band: string, possible: string): CheckText =>
    both(
      `“${title.zh}”的一档 ${band} 永远达不到：数值只在 ${possible} 之间`,
      `The band ${band} of "${title.en}" is out of reach: the number lies in ${possible}`,
      '核对界限与满分',
      'Check the edges against the full marks',
    ),
  direction: (title: LocalText, band: string, marks: Fraction, neighbours: readonly Fraction[]): CheckText =>
    both(
      `“${title.zh}”的一档 ${band} 得 ${n(marks)}，与相邻各档（${neighbours.map(n).join('、')}）的升降方向相反`,
      `The band ${band} of "${title.en}" gives ${n(marks)}, against the direction of its neighbours (${neighbours.map(n).join(', ')})`,
      '核对这一档的分值',
      'Check the marks of this band',
    ),
  emptyRow: (title: LocalText, band: string): CheckText =>
    both(
      `“${title.zh}”的一档 ${band} 下界高于上界，没有数值`,
      `The band ${band} of "${title.en}" holds no number: its lower edge is above its upper one`,
      '对调或改正界限',
      'Swap or mend the edges',
    ),
} as const;

export const ruleCheckTexts = {
  eventTwice: (item: LocalText, first: LocalText, second: LocalText, words: readonly string[]): CheckText =>
    both(
      `“${item.zh}”${words.length === 0 ? '' : `（${words.join('、')}）`}${first.zh === second.zh ? `在“${first.zh}”里算了两次` : `在“${first.zh}”和“${second.zh}”各算一次`}，同一件事计两次`,
      `"${item.en}"${words.length === 0 ? '' : ` (${words.join(', ')})`} counts ${first.en === second.en ? `twice in "${first.en}"` : `in "${first.en}" and again in "${second.en}"`}: one matter, two charges`,
      '只在一处计，或用 categories、when 把两处分开',
      'Count it in one place, or part the two with "categories" or "when"',
    ),
  marksAndVeto: (item: LocalText, marks: LocalText, veto: LocalText): CheckText =>
    both(
      `“${item.zh}”既在“${marks.zh}”计分，又引起“${veto.zh}”，同一件事处理两次`,
      `"${item.en}" counts in "${marks.en}" and brings about "${veto.en}" as well: one matter, two consequences`,
      '确为双重处理时可不改',
      'Leave it if that is meant',
    ),
  lineBeyondMarks: (title: LocalText, marks: Fraction, max: Fraction): CheckText =>
    both(
      `“${title.zh}”只有 ${n(max)} 分，一次就扣 ${n(marks)} 分`,
      `"${title.en}" has ${n(max)} marks, a single case takes ${n(marks)}`,
      '核对分值；确可扣成负分时写 may go below 0: true',
      'Check the marks; if it may go below 0, write "may go below 0: true"',
    ),
  lineTakesAll: (title: LocalText, max: Fraction): CheckText =>
    both(
      `“${title.zh}”一次就扣完全部 ${n(max)} 分，再发生不再有后果`,
      `A single case takes all ${n(max)} marks of "${title.en}": a second one costs nothing`,
      '确为有意时可不改',
      'Leave it if that is meant',
    ),
  lineBeyondLimit: (title: LocalText, marks: Fraction, limit: Fraction): CheckText =>
    both(
      `“${title.zh}”一次就值 ${n(marks)} 分，超过 ${n(limit)} 分的封顶`,
      `A single case in "${title.en}" is worth ${n(marks)}, more than the limit of ${n(limit)}`,
      '核对分值与封顶',
      'Check the marks against the limit',
    ),
  limitNever: (title: LocalText, value: string, limit: string): CheckText =>
    both(
      `“${title.zh}”的限额 ${limit} 永远用不上：数值只在 ${value} 之间`,
      `The limit ${limit} in "${title.en}" can never bind: the number lies in ${value}`,
      '核对限额，或删去',
      'Check the limit, or drop it',
    ),
  limitAlways: (title: LocalText, value: string, limit: string): CheckText =>
    both(
      `“${title.zh}”的限额 ${limit} 每次都起作用：数值总在 ${value} 之间`,
      `The limit ${limit} in "${title.en}" always binds: the number lies in ${value}`,
      '核对限额',
      'Check the limit',
    ),
  quotaNoLimit: (word: string, share: Fraction): CheckText =>
    both(
      `“${word}”的名额是全部人数的 ${n(share)} 倍，不起限制作用`,
      `The quota of "${word}" is ${n(share)} times all: it limits nothing`,
      '核对比例：百分之三十写作 30%，不写 30',
      'Check the share: 30 per cent is 30%, not 30',
    ),
  quotaNoPlace: (word: string, share: Fraction): CheckText =>
    both(
      `“${word}”的名额比例是 ${n(share)}，一个名额也没有`,
      `The quota of "${word}" is ${n(share)}: there is not one place`,
      '核对比例',
      'Check the share',
    ),
  vetoWithoutEffect: (title: LocalText): CheckText =>
    both(
      `“${title.zh}”没有规定后果：没有任何结果用到它`,
      `"${title.en}" has no consequence: nothing refers to it`,
      '写明后果，例如在等次上写 unless: { if: veto, is: … }',
      'Say what follows, for instance with unless: { if: veto, is: … } at the grade',
    ),
  conditionNever: (title: LocalText, left: string, relation: string, right: string): CheckText =>
    both(
      `“${title.zh}”的一个条件永远不成立：数值在 ${left} 之间，却要求 ${relation} ${right}`,
      `A condition in "${title.en}" never holds: the number lies in ${left}, and ${relation} ${right} is asked`,
      '核对界限',
      'Check the threshold',
    ),
  conditionAlways: (title: LocalText, left: string, relation: string, right: string): CheckText =>
    both(
      `“${title.zh}”的一个条件总是成立：数值在 ${left} 之间，要求的是 ${relation} ${right}`,
      `A condition in "${title.en}" always holds: the number lies in ${left}, and ${relation} ${right} is asked`,
      '核对界限，或删去条件',
      'Check the threshold, or drop the condition',
    ),
  scaleNever: (title: LocalText, left: readonly string[], relation: string, right: readonly string[]): CheckText =>
    both(
      `“${title.zh}”的一个条件永远不成立：只会出现${zhList(left)}，却要求 ${relation} ${zhList(right)}`,
      `A condition in "${title.en}" never holds: only ${enList(left)} can occur, and ${relation} ${enList(right)} is asked`,
      '核对等级',
      'Check the word',
    ),
  scaleAlways: (title: LocalText, left: readonly string[], relation: string, right: readonly string[]): CheckText =>
    both(
      `“${title.zh}”的一个条件总是成立：只会出现${zhList(left)}，要求的是 ${relation} ${zhList(right)}`,
      `A condition in "${title.en}" always holds: only ${enList(left)} can occur, and ${relation} ${enList(right)} is asked`,
      '核对等级，或删去条件',
      'Check the word, or drop the condition',
    ),
  contradiction: (title: LocalText, bounds: string): CheckText =>
    both(
      `“${title.zh}”要求同一个数值同时满足 ${bounds}，不可能成立`,
      `"${title.en}" asks one number to meet ${bounds} at once: that cannot be`,
      '改正界限，或把 and 改为 or',
      'Mend the thresholds, or write "or" for "and"',
    ),
  laterStage: (title: LocalText, later: LocalText): CheckText =>
    both(
      `指标“${title.zh}”用到后面阶段的结果“${later.zh}”`,
      `The indicator "${title.en}" reads "${later.en}", the result of a later stage`,
      '改用本阶段的数据，或把它移到 results',
      'Use what is known at its stage, or move it to the results',
    ),
  divisionByZero: (title: LocalText, divisor: string | null): CheckText =>
    both(
      `“${title.zh}”的除数可以为 0（${divisor === null ? '没有写明下限' : `在 ${divisor} 之间`}），没有规定此时的结果`,
      `The divisor in "${title.en}" can be 0 (${divisor === null ? 'no lower limit is given' : `it lies in ${divisor}`}), and nothing says what then`,
      '写 if dividing by zero，用 unless 排除，或给数据项写大于 0 的 min',
      'Write "if dividing by zero", rule it out with "unless", or give the input a min above 0',
    ),
  noStandIn: (title: LocalText): CheckText =>
    both(
      `“${title.zh}”用到上一期的数据，第一期没有上一期时的结果没有规定`,
      `"${title.en}" reads an earlier period; what holds in the first one, which has none before it, is not said`,
      '写 if missing',
      'Write "if missing"',
    ),
  bonusWithoutLimit: (titles: LocalText): CheckText =>
    both(
      `加分没有上限（${titles.zh}），总分可以无限超过满分`,
      `The bonuses have no limit (${titles.en}): the total can exceed full marks without end`,
      '需要封顶时写 plus at most，或在 bonus 上写 at most',
      'If they shall have one, write "plus at most", or "at most" at the bonus',
    ),
  oneMatterTwice: (title: LocalText, marks: readonly Fraction[]): CheckText =>
    both(
      `“${title.zh}”没有规定同一件事多级重复时怎么算，可能 ${marks.map(n).join(' + ')} 都加`,
      `"${title.en}" does not say how one matter counts that comes at several levels: ${marks.map(n).join(' + ')} may all be added`,
      '需要时在数据项上写 needs: [matter]，规则里按 matter 取最高',
      'Where it matters, write "needs: [matter]" at the input and count the highest of each matter',
    ),
} as const;
