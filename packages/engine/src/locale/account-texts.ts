import { exactNumber } from '../scheme/exact.ts';
import type { LocalText } from '../reader/figure.ts';
import { wordFormula } from './formula-words.ts';

type Title = (id: string) => LocalText;

interface Account {
  readonly in: string;
  readonly wanted: string;
  readonly start?: string | number;
  readonly 'starts again'?: 'each year' | 'each half' | 'each quarter';
  readonly give?: 'balance' | 'drawn' | 'before';
}

const AGAIN: Readonly<Record<string, LocalText>> = {
  'each year': { zh: '，每年重新开始', en: '; starts again each year' },
  'each half': { zh: '，每半年重新开始', en: '; starts again each half year' },
  'each quarter': { zh: '，每季度重新开始', en: '; starts again each quarter' },
};

const GIVEN = {
  balance: { zh: '期末结余', en: 'Balance at the end' },
  drawn: { zh: '从结余中支取', en: 'Drawn from the balance' },
  before: { zh: '期初结余', en: 'Balance brought forward' },
} as const satisfies Record<string, LocalText>;

/** Texts of balances that are carried from period to period. */
export const accountTexts = {
  broughtForward: GIVEN.before as LocalText,
  drawn: { zh: '支取', en: 'Drawn' } as LocalText,
  rule: (config: Account, titleOf: Title): LocalText => {
    const paidIn = wordFormula(config.in, titleOf);
    const wanted = wordFormula(config.wanted, titleOf);
    const again = AGAIN[config['starts again'] ?? ''] ?? { zh: '', en: '' };
    const start = startText(config.start, titleOf);
    const { zh, en } = GIVEN[config.give ?? 'balance'];
    return {
      zh: `${zh}：逐期结转，每期加${paidIn.zh}，按${wanted.zh}支取（以期初结余为限）${start.zh}${again.zh}`,
      en: `${en}: carried from period to period, with ${paidIn.en} added and ${wanted.en} drawn as far as the balance at the beginning goes${start.en}${again.en}`,
    };
  },
};

function startText(start: string | number | undefined, titleOf: Title): LocalText {
  if (start === undefined || exactNumber(start)?.isZero === true) return { zh: '', en: '' };
  const text = exactNumber(start) === null ? wordFormula(String(start), titleOf) : { zh: `${start}`, en: `${start}` };
  return { zh: `，起始为${text.zh}`, en: `; ${text.en} to start with` };
}
