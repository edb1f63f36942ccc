import type { Fraction } from '../number/fraction.ts';
import { exactText } from '../number/text.ts';
import type { LocalText } from '../reader/figure.ts';
import type { CheckText } from '../scheme/checks/check.ts';
import { both } from './check-texts.ts';

const n = exactText;

/** Texts about numbers that mean something else than was written. */
export const slipTexts = {
  limitsSwapped: (title: LocalText, min: Fraction, max: Fraction): CheckText =>
    both(
      `“${title.zh}”的下限 ${n(min)} 高于上限 ${n(max)}，没有一个值符合`,
      `The lower limit ${n(min)} of "${title.en}" is above the upper one, ${n(max)}: no value is within both`,
      '对调 min 与 max，或改正其中一个',
      'Swap min and max, or mend one of them',
    ),
  ratioNever: (title: LocalText, threshold: Fraction, ceiling: Fraction): CheckText =>
    both(
      `“${title.zh}”完成率低于 ${n(threshold)} 倍不得分，而完成率最多计到 ${n(ceiling)} 倍：谁也得不了分`,
      `"${title.en}" has no marks below ${n(threshold)} times the task, and completion counts up to ${n(ceiling)} times: nobody can have marks`,
      '百分比要带百分号：60% 写作 60%，不写 60',
      'Write percentages with their sign: 60%, not 60',
    ),
  lineAdds: (title: LocalText, marks: Fraction): CheckText =>
    both(
      `“${title.zh}”是扣分，却写成 ${n(marks)}：每次反而加 ${n(marks.negated())} 分`,
      `"${title.en}" takes off ${n(marks)}: each case adds ${n(marks.negated())}`,
      '扣分行写正数；确是加分的，改用 earn 或 plus',
      'Write what is taken off as a positive number; use earn or plus for what is added',
    ),
  weightMixed: (title: LocalText, weights: string): CheckText =>
    both(
      `“${title.zh}”下各项权重有的带百分号、有的不带：${weights}；30% 是 0.3，30 是它的 100 倍`,
      `Some weights under "${title.en}" have a per cent sign and some have none: ${weights}; 30% is 0.3, and 30 a hundred times that`,
      '都带百分号，或都不带',
      'Write all of them with the sign, or none',
    ),
} as const;
