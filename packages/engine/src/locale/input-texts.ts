import type { LocalText } from '../reader/figure.ts';

/** Texts about faults of inputs and their words. */
export const inputTexts = {
  wordsWithoutMarks: (item: string): LocalText => ({
    zh: `“${item}”的评分是词语，没有说明各词语值多少分`,
    en: `The ratings of "${item}" are words, and nothing says what each is worth`,
  }),
  unknownInput: (item: string): LocalText => ({
    zh: `没有声明数据项“${item}”`,
    en: `The input "${item}" is not declared`,
  }),
  declareInput: (item: string, near: string): LocalText =>
    near === ''
      ? { zh: `在 inputs 中声明“${item}”`, en: `Declare "${item}" under inputs` }
      : {
          zh: `是否要写“${near}”?否则在 inputs 中声明“${item}”`,
          en: `Did you mean "${near}"? Otherwise declare "${item}" under inputs`,
        },
  wrongInputKind: (item: string, kind: string, wanted: string): LocalText => ({
    zh: `数据项“${item}”是 ${kind}，这里需要 ${wanted}`,
    en: `The input "${item}" is of kind ${kind}; ${wanted} is needed here`,
  }),
  oneRowAlone: (item: string): LocalText => ({
    zh: `数据项“${item}”每期只有一行，没有别的行可让“不适用”盖过`,
    en: `"${item}" has one row per period: there are no other rows that NA could override`,
  }),
  plainNA: { zh: '写 NA: true', en: 'Write NA: true' } as LocalText,
  neverMissing: (item: string): LocalText => ({
    zh: `数据项“${item}”没有缺少或不适用的时候，写在 needs 里没有作用`,
    en: `The input "${item}" is never missing and never NA, so to need it says nothing`,
  }),
  dropNeed: (item: string): LocalText => ({
    zh: `从 needs 中去掉“${item}”，或在它的声明里加 NA: true`,
    en: `Drop "${item}" from needs, or declare it with NA: true`,
  }),
  changeInputKind: { zh: '改用别的数据项，或改它的 kind', en: 'Use another input, or change its kind' } as LocalText,
  inputTwice: (item: string): LocalText => ({
    zh: `数据项“${item}”声明了两次`,
    en: `The input "${item}" is declared twice`,
  }),
  unknownCategory: (item: string, word: string): LocalText => ({
    zh: `数据项“${item}”没有“${word}”这个类别`,
    en: `The input "${item}" has no category "${word}"`,
  }),
  unknownWord: (item: string, word: string): LocalText => ({
    zh: `数据项“${item}”没有“${word}”这个词`,
    en: `The input "${item}" has no word "${word}"`,
  }),
  limitParameter: (name: string): LocalText => ({
    zh: `界限“${name}”既不是数值，也不是不分年份的参数`,
    en: `The limit "${name}" is neither a number nor a parameter with one value for all years`,
  }),
} as const;
