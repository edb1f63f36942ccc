import type { LocalText } from '../reader/figure.ts';

/** What offices write instead of plain numbers, and what would mend it. */
const REMEDIES: readonly (readonly [written: RegExp, remedy: LocalText])[] = [
  [
    /^[(（]\s*[\d,，.]+\s*[)）]$/,
    {
      zh: '括号如表示负数，请写成带负号的数，例如 -1234；如是注号，请删去括号。',
      en: 'If the brackets mean a negative number, write it with a minus: -1234; if they are a footnote, delete them.',
    },
  ],
  [
    /^[▲△▼▽↑↓]\s*[\d,.]+%?$/,
    {
      zh: '请用正负号代替三角或箭头，例如 -300。',
      en: 'Write a sign instead of the triangle or arrow: -300.',
    },
  ],
  [
    /^['’‘`]\s*[\d,.]+$/,
    { zh: '请删去开头的撇号，只留下数。', en: 'Delete the apostrophe and leave the number alone.' },
  ],
  [
    /^-?\d{1,3}(?:\.\d{3})*,\d{1,2}$|^-?\d{1,3}(?:\.\d{3})+,\d+$|^-?\d+。\d+$/,
    { zh: '小数点请用“.”，例如 12.5。', en: 'Write a point before the decimals: 12.5.' },
  ],
  [
    /^-?[\d,]+(?:[\s\u00a0\u3000]+\d+)+(?:\.\d+)?$/,
    { zh: '请删去数字中间的空格。', en: 'Delete the spaces between the digits.' },
  ],
  [
    /^-?[\d,.]+\s*(?:十|百|千|万|亿)+\D{0,4}$/,
    {
      zh: '请换算成指标的单位，只填数字；整列都是这个单位的，可以写在表头里。',
      en: 'Convert it to the unit of the item and give the number alone; a unit of the whole column may stand in its title.',
    },
  ],
  [
    /^-?[\d,.]+\s*[*＊#①-⑳（([【^].*$/,
    {
      zh: '请把注号和说明移到备注列，只留下数。',
      en: 'Move marks and remarks to a column of notes and leave the number alone.',
    },
  ],
];

/** What would mend a text that is nearly a number; `null`: nothing in particular. */
export function whyNoNumber(value: string): LocalText | null {
  return REMEDIES.find(([written]) => written.test(value))?.[1] ?? null;
}
