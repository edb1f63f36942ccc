import type { LocalText } from '../reader/figure.ts';
import type { PlacesConfig } from '../rules/places.ts';
import { exactNumber } from '../scheme/exact.ts';
import { wordFormula } from './formula-words.ts';

type Title = (id: string) => LocalText;

const ROUNDED: Readonly<Record<string, LocalText>> = {
  down: { zh: '取整', en: 'rounded down' },
  up: { zh: '进一', en: 'rounded up' },
  'half up': { zh: '四舍五入', en: 'rounded half up' },
};

/** Texts of limited places. */
export const placesTexts = {
  direct: { zh: '直接取得，不占名额', en: 'Has it directly, outside the places' } as LocalText,
  within: { zh: '名次在名额内', en: 'Within the places' } as LocalText,
  gate: { zh: '保留名额的条件', en: 'Condition for keeping the place' } as LocalText,
  numberOrShare: { zh: '名额须写 number 或 share，二者之一', en: 'Places need either number or share' } as LocalText,
  gradeNeedsWords: {
    zh: 'of 给出已有的等次，须写明哪一等限额（word）、落选的为哪一等（else）',
    en: 'With of, a grade that is there already, word says which one is limited and else what the others get',
  } as LocalText,
  writeWords: { zh: '写上 word 和 else', en: 'Write word and else' } as LocalText,
  writeOne: {
    zh: '写 number（个数）或 share（比例）',
    en: 'Write number (how many) or share (of those who count)',
  } as LocalText,
  rule: (config: PlacesConfig, titleOf: Title): LocalText => {
    const words = (formula: string | number): LocalText => wordFormula(String(formula), titleOf);
    const zh: string[] = [];
    const en: string[] = [];
    const group = groupText(config.within, titleOf);
    if (config.share === undefined) {
      const number = words(config.number ?? '');
      zh.push(`${group.zh}名额 ${number.zh} 个`);
      en.push(`${number.en} places ${group.en}`);
    } else {
      const whole = config['share of'];
      const of = whole === undefined || whole === 'everybody' ? { zh: '参加的', en: 'taking part' } : words(whole);
      const [share, rounded] = [words(config.share), ROUNDED[config.rounded ?? 'down'] as LocalText];
      const isNumber = exactNumber(config.share) !== null;
      zh.push(`${group.zh}名额为${of.zh}人数${isNumber ? '的 ' : ' × '}${share.zh}（${rounded.zh}）`);
      en.push(`${share.en} of those ${of.en} ${group.en} (${rounded.en})`);
    }
    if (config['at least'] !== undefined) {
      zh.push(`至少 ${words(config['at least']).zh} 个`);
      en.push(`at least ${words(config['at least']).en}`);
    }
    if (config.first !== undefined) {
      zh.push(`${words(config.first).zh}的直接取得，不占名额`);
      en.push(`outside the places where ${words(config.first).en}`);
    }
    if (config.of !== undefined) {
      const grade = words(config.of);
      zh.push(`在“${grade.zh}”为${String(config.word)}的对象中`);
      en.push(`among those whose ${grade.en} is ${String(config.word)}`);
    }
    if (config.among !== undefined) {
      zh.push(`在${words(config.among).zh}的对象中`);
      en.push(`among those with ${words(config.among).en}`);
    }
    const by = words(config.by ?? 'total');
    zh.push(`按“${by.zh}”从${config.from === 'lowest' ? '低到高' : '高到低'}`);
    en.push(`by ${by.en}, the ${config.from === 'lowest' ? 'lowest' : 'highest'} first`);
    zh.push(config.ties === 'admit' ? '末位并列的一并计入' : '末位并列超出名额的均不计入，名额不顺延');
    en.push(
      config.ties === 'admit'
        ? 'a tie across the last place comes in whole'
        : 'a tie across the last place drops out, its places are not passed on',
    );
    if (config.gate !== undefined) {
      zh.push(`不符合“${words(config.gate).zh}”的名额作废，不顺延`);
      en.push(`a place is lost, and not passed on, unless ${words(config.gate).en}`);
    }
    const named = config.word !== undefined && typeof config.word !== 'boolean';
    const rest = config.else === undefined || typeof config.else === 'boolean' ? null : String(config.else);
    if (named) {
      zh.push(`取得的为${String(config.word)}`);
      en.push(`those get ${String(config.word)}`);
    }
    if (config.of !== undefined) {
      zh.push(`落选的为${String(config.else)}，原为其他等次的不变`);
      en.push(`those who get none ${String(config.else)}, other grades stay`);
    } else if (rest !== null) {
      zh.push(`其余为${rest}`);
      en.push(`the others ${rest}`);
    }
    return { zh: zh.join('，'), en: en.join(', ') };
  },
} as const;

function groupText(within: string | undefined, titleOf: Title): LocalText {
  if (within === undefined) return { zh: '组内', en: 'in the group' };
  if (within === 'everybody') return { zh: '全部对象中', en: 'among all' };
  const column = titleOf(within);
  return { zh: `同一“${column.zh}”内`, en: `within the same ${column.en}` };
}
