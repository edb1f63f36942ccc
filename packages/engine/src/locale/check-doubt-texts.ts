import { Fraction } from '../number/fraction.ts';
import { exactText } from '../number/text.ts';
import type { LocalText } from '../reader/figure.ts';
import type { CheckText } from '../scheme/checks/check.ts';
import { both } from './check-texts.ts';

/** Texts of checks about what a rule leaves to whoever applies it. */

const n = exactText;

export const placesCheckTexts = {
  unsaid: (title: LocalText, what: readonly Unsaid[]): CheckText =>
    both(
      `“${title.zh}”没有说明${what.map((key) => UNSAID[key].zh).join('，也没有说明')}`,
      `"${title.en}" does not say ${what.map((key) => UNSAID[key].en).join(', nor ')}`,
      '写明 ties（drop 或 admit）、rounded（down、up 或 half up）、share of',
      'Say so: ties (drop or admit), rounded (down, up or half up), share of',
    ),
  atLeast: (title: LocalText, least: Fraction, share: Fraction, below: Fraction): CheckText =>
    both(
      `“${title.zh}”至少 ${n(least)} 个名额：不足 ${n(below)} 人的组里超过 ${percent(share)}`,
      `In groups of fewer than ${n(below)} the minimum of ${n(least)} in "${title.en}" is more than ${percent(share)}`,
      '核对各组合计是否还受总比例限制',
      'Check whether all groups together are still held to the share',
    ),
  remainder: (titles: LocalText, multiple: Fraction): CheckText =>
    both(
      `${titles.zh}的比例合计 100%，人数不是 ${n(multiple)} 的倍数时，按比例取整后与总人数对不上`,
      `The shares of ${titles.en} make 100 %: where their number is no multiple of ${n(multiple)}, the rounded places do not add up to everybody`,
      '写明余下的人归哪一档，或其中一档不定比例',
      'Say where the rest belongs, or leave one of the shares open',
    ),
  overlap: (best: LocalText, worst: LocalText, together: Fraction): CheckText =>
    both(
      `参加排名的不足 ${n(together)} 个时，同一个对象可能既在“${best.zh}”又在“${worst.zh}”`,
      `With fewer than ${n(together)} who are ranked, one may have both "${best.en}" and "${worst.en}"`,
      '写明名额随参加数减少，或一个不能兼得',
      'Say that there are fewer places then, or that nobody has both',
    ),
  lastAnyway: (title: LocalText): CheckText =>
    both(
      `“${title.zh}”总有人在末位：即使都优秀，或只有一个参加排名`,
      `"${title.en}" always names somebody, even when all are excellent, or when there is only one`,
      '用 among 写明低于什么才算，或达到什么除外',
      'Say with "among" below what it counts, or who is exempt',
    ),
  whichGroup: (title: LocalText, rank: LocalText): CheckText =>
    both(
      `“${title.zh}”没有说明在哪个范围内排：另有“${rank.zh}”按别的范围排名`,
      `"${title.en}" does not say among whom it counts: "${rank.en}" ranks them in another way`,
      '用 within 写明在组内还是全部对象中',
      'Say with "within" whether in the group or among everybody',
    ),
} as const;

export type Unsaid = 'ties' | 'rounding' | 'whole';

const UNSAID: Readonly<Record<Unsaid, LocalText>> = {
  whole: { zh: '比例按全部人数还是按参评人数算', en: 'whether the share is of all or of those who compete' },
  ties: { zh: '末位并列怎么办', en: 'what becomes of a tie across the last place' },
  rounding: { zh: '名额不是整数时怎么取整', en: 'how a share that is no whole number is rounded' },
};

function percent(share: Fraction): string {
  return `${n(share.times(Fraction.of(100)))}%`;
}

export const targetTexts = {
  onlyAtLimit: (title: LocalText, value: Fraction): CheckText =>
    both(
      `“${title.zh}”的要求只有恰好等于 ${n(value)} 时才达到，没有余地`,
      `What "${title.en}" asks is met at exactly ${n(value)} and nowhere else`,
      '核对是否允许例外；差一例即不达标',
      'Check whether that is meant: a single exception misses it',
    ),
  singleStep: (title: LocalText, step: Fraction, asked: Fraction): CheckText =>
    both(
      `“${title.zh}”每一步是 ${n(step)}，界限是 ${n(asked)}：第一步就已经越过`,
      `"${title.en}" moves in steps of ${n(step)}, and ${n(asked)} is asked: the very first step is beyond it`,
      '人数少时比例界限没有意义；核对界限，或写明几人',
      'With so few a share means nothing: check the threshold, or say how many',
    ),
  cannotMove: (title: LocalText, limit: Fraction, falls: boolean): CheckText =>
    both(
      `“${title.zh}”要求比上期${falls ? '下降' : '上升'}，已经到 ${n(limit)} 的永远做不到`,
      `"${title.en}" asks for ${falls ? 'a fall' : 'a rise'} against the period before: who is at ${n(limit)} already can never meet it`,
      `写明到 ${n(limit)} 的怎么算`,
      `Say what holds for who is at ${n(limit)}`,
    ),
} as const;

export const unitTexts = {
  notARate: (title: LocalText, item: LocalText, unit: string): CheckText =>
    both(
      `“${title.zh}”按完成率计分，用的“${item.zh}”单位却是“${unit}”，不是百分率`,
      `"${title.en}" goes by a rate in per cent, but "${item.en}" is given in ${unit}`,
      '用 of 和 to 写明除以什么，或核对单位',
      'Say with "of" and "to" what it is divided by, or check the unit',
    ),
  mixed: (title: LocalText, one: string, other: string): CheckText =>
    both(
      `“${title.zh}”把单位不同的数（${one}、${other}）相加减或比较`,
      `"${title.en}" adds or compares figures of different units (${one}, ${other})`,
      '先换算成同一单位，或核对单位',
      'Convert them first, or check the units',
    ),
  periods: (title: LocalText, one: LocalText, other: LocalText): CheckText =>
    both(
      `“${title.zh}”把${one.zh}的数与${other.zh}的数直接相比`,
      `"${title.en}" sets the figure of ${one.en} against that of ${other.en}`,
      '写明截至何时，或把计划按时间折算',
      'Say up to when it counts, or take the share of the plan that is due',
    ),
  rateOfRate: (title: LocalText): CheckText =>
    both(
      `“${title.zh}”用百分率除以百分率：增长是百分点还是百分比，没有写明`,
      `"${title.en}" divides per cent by per cent: whether growth means points or per cent is not said`,
      '写明是百分点（相减）还是百分比（相除）',
      'Say whether points (a difference) or per cent (a quotient) are meant',
    ),
  percentAlone: (title: LocalText, percent: string, unit: string): CheckText =>
    both(
      `“${title.zh}”里的 ${percent} 与单位是“${unit}”的数放在一起：没有说明是什么的 ${percent}`,
      `In "${title.en}" ${percent} stands beside a figure in ${unit}: of what it is ${percent} is not said`,
      `写明以什么为 100%，如 ${percent} * 总数，或除以总数`,
      `Say of what: ${percent} * whole, or divide by the whole`,
    ),
} as const;

export const basisTexts = {
  scaleDirection: (title: LocalText, word: string, scale: string): CheckText =>
    both(
      `“${title.zh}”的结果与等级“${scale}”的次序不一致：“${word}”与前后方向相反`,
      `"${title.en}" does not follow the order of the scale "${scale}": "${word}" goes against its neighbours`,
      '核对这个词的结果',
      'Check what this word brings',
    ),
  classesJoined: (title: LocalText, classes: readonly string[]): CheckText =>
    both(
      `“${title.zh}”把${classes.join('、')}的票放在一起平均：票多的一类决定结果`,
      `"${title.en}" takes one mean over ${classes.join(', ')}: the class with more ballots decides`,
      '各类分别计算再按权重合并；有意合并时不必改',
      'Take the classes apart and give them weights; nothing is wrong if it is meant',
    ),
  nobodyVoted: (title: LocalText, whole: LocalText): CheckText =>
    both(
      `“${title.zh}”没有人投票时按 0 分计入“${whole.zh}”，权重不变`,
      `Where nobody has voted, "${title.en}" counts 0 in "${whole.en}" and keeps its weight`,
      '写明没有人投票怎么算：if missing: NA 则不计这一类',
      'Say what holds then: "if missing: NA" leaves the class out',
    ),
  poolTwice: (title: LocalText, earlier: LocalText): CheckText =>
    both(
      `“${title.zh}”和“${earlier.zh}”分的是同一笔钱`,
      `"${title.en}" and "${earlier.en}" give out the same pool`,
      '写明各分多少，或哪些人分哪一笔（among）',
      'Say how much each gives out, or who shares in which (among)',
    ),
  notSharedOut: (title: LocalText, own: LocalText, sum: LocalText): CheckText =>
    both(
      `“${title.zh}”按“${own.zh}”分，除以的却是“${sum.zh}”之和：总额分不完或超出`,
      `"${title.en}" goes by "${own.en}", but is divided by the sum of "${sum.en}": the pool is not paid out in full, or overpaid`,
      '分子和分母用同一个数；可用 share',
      'Let both go by the same figure; the rule share does',
    ),
  sharedWords: (words: readonly string[], one: string, other: string): CheckText =>
    both(
      `“${words.join('、')}”既在等级“${one}”里，又在等级“${other}”里，意思可能不同`,
      `"${words.join(', ')}" stands on the scale "${one}" and on "${other}": it may mean two things`,
      '换一个词，或说明两处的区别',
      'Choose another word for one of them, or say what the difference is',
    ),
  gradeWithoutTotal: (grade: LocalText, total: LocalText): CheckText =>
    both(
      `“${grade.zh}”与“${total.zh}”无关：分数再低也不影响等次`,
      `"${grade.en}" does not depend on "${total.en}": the marks decide nothing`,
      '写明等次的分数线；有意如此时不必改',
      'Say which marks lead to which grade; nothing is wrong if it is meant',
    ),
  vetoForSome: (veto: LocalText): CheckText =>
    both(
      `“${veto.zh}”只适用于一部分对象，其余的不受否决`,
      `"${veto.en}" applies to some only: for the others nothing is vetoed`,
      '核对是否漏写了其余对象',
      'Check whether the others were forgotten',
    ),
  sameBands: (title: LocalText, band: string, result: string): CheckText =>
    both(
      `“${title.zh}”相邻两档结果相同（${result}），${band} 一档没有区别`,
      `Two bands of "${title.en}" side by side give the same (${result}): ${band} makes no difference`,
      '合并两档，或核对结果',
      'Put them together, or check what they give',
    ),
} as const;

export const applicabilityTexts = {
  shrinks: (title: LocalText, marks: Fraction, whole: LocalText): CheckText =>
    both(
      `“${title.zh}”不适用时，“${whole.zh}”的满分少 ${n(marks)} 分，没有写明怎么补`,
      `Where "${title.en}" does not apply, "${whole.en}" loses ${n(marks)} of its full marks, and nothing makes up for them`,
      '写明按比例折算（sum: { rescale to: … }）、给平均分或给满分',
      'Say whether the rest is rescaled, or what stands in: the mean, full marks',
    ),
  breaksTotal: (title: LocalText, part: LocalText): CheckText =>
    both(
      `“${part.zh}”不适用的对象没有“${title.zh}”：公式里一项不适用，整个结果就不适用`,
      `Where "${part.en}" does not apply there is no "${title.en}" either: one NA makes the whole formula NA`,
      '用 sum(…) 相加，或写明 if not applicable',
      'Add with sum(…), or say what holds with "if not applicable"',
    ),
  differs: (whole: LocalText, how: LocalText): CheckText =>
    both(
      `“${whole.zh}”下各项不适用时的算法不一致（${how.zh}）`,
      `Under "${whole.en}" what does not apply is treated in different ways (${how.en})`,
      '核对是否有意区别对待',
      'Check whether the difference is meant',
    ),
} as const;

export const announcedTexts = {
  otherParts: (title: LocalText, unlike: readonly string[], unnamed: readonly string[]): CheckText =>
    both(
      `“${title.zh}”列出的${unlike.join('、')}没有对应的下级指标，而${unnamed.join('、')}没有列出`,
      `"${title.en}" lists ${unlike.join(', ')}, which no child is called, and not ${unnamed.join(', ')}, which are there`,
      '核对列出的内容与下级指标是否一致',
      'Check what is listed against the children',
    ),
  count: (title: LocalText, announced: number, found: number): CheckText =>
    both(
      `“${title.zh}”说是 ${announced}，列出的是 ${found}`,
      `"${title.en}" announces ${announced}, ${found} are listed`,
      '核对是否漏列或多列',
      'Check whether one is missing, or too many are listed',
    ),
  conditionTwice: (title: LocalText, number: number): CheckText =>
    both(
      `“${title.zh}”的第 ${number} 个条件前面已经有了`,
      `Condition ${number} of "${title.en}" stands there already`,
      '删去重复的条件，或核对类别',
      'Drop it, or check the categories',
    ),
  wordTwice: (item: string, word: string): CheckText =>
    both(
      `数据项“${item}”的词“${word}”出现两次`,
      `The input "${item}" has the word "${word}" twice`,
      '核对是否写错了一个',
      'Check whether one of them is a slip',
    ),
  sameTitle: (one: string, other: string, title: LocalText): CheckText =>
    both(
      `“${title.zh}”有两项（${one}、${other}）：可能是同一件事`,
      `"${title.en}" is there twice (${one}, ${other}): it may be one matter`,
      '合并，或改用能区分的名称',
      'Put them together, or give them titles that tell them apart',
    ),
  noDeliverer: (title: LocalText): CheckText =>
    both(
      `“${title.zh}”没有写由谁报送，而其他数据项有`,
      `Nobody is named who delivers "${title.en}", as others are for other inputs`,
      '补上 from',
      'Add "from"',
    ),
  noFullMarks: (total: LocalText, sum: Fraction): CheckText =>
    both(
      `没有写明满分；各项满分时“${total.zh}”为 ${n(sum)}`,
      `The full marks are not stated; with full marks everywhere "${total.en}" is ${n(sum)}`,
      `写上 full marks: ${n(sum)}，或核对各项满分`,
      `Write full marks: ${n(sum)}, or check the marks of the parts`,
    ),
  linesBeyond: (title: LocalText, lines: Fraction, limit: Fraction, needless: number): CheckText =>
    both(
      `“${title.zh}”各项最多可计 ${n(lines)}，总限 ${n(limit)}：前面的计满后，有 ${needless} 项一分不值`,
      `The lines of "${title.en}" can bring ${n(lines)}, their limit is ${n(limit)}: once the others are full, the rest (${needless}) is worth nothing`,
      '核对各项上限和总限',
      'Check the limits of the lines against that of the whole',
    ),
  noEnd: (title: LocalText, max: Fraction): CheckText =>
    both(
      `“${title.zh}”满分 ${n(max)}，可以超出，而且没有上限`,
      `"${title.en}" has ${n(max)} marks, may go beyond, and has no end`,
      '写明最多可得多少（at most）',
      'Say with "at most" where it ends',
    ),
} as const;
