import type { LocalText } from '../reader/figure.ts';

const JSON_TYPES: Readonly<Record<string, LocalText>> = {
  string: { zh: '文字或公式', en: 'a text or formula' },
  number: { zh: '数值', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '键值', en: 'a map of keys' },
};

/** What a pattern of the schema asks for, told by a piece of it. */
const PATTERNS: readonly { readonly of: string; readonly text: LocalText }[] = [
  {
    of: '[a-z0-9-]',
    text: { zh: '只能用小写字母、数字和“-”', en: 'may have small letters, digits and "-" only' },
  },
  { of: '(%|', text: { zh: '应为数值，写成 0.5、30% 或 1/3', en: 'must be a number: 0.5, 30% or 1/3' } },
  { of: '\\s#', text: { zh: '不能有空格和 #', en: 'must not have spaces or #' } },
  {
    of: 'year to date',
    text: {
      zh: '只能是 period、year、year to date、recent 3、all so far、earlier',
      en: 'must be period, year, year to date, recent 3, all so far or earlier',
    },
  },
  { of: '\\*', text: { zh: '应为一族数据项，如 key.*', en: 'must be a family of items, such as key.*' } },
];
const PLAIN_PATTERN: LocalText = { zh: '写法不对', en: 'is written wrongly' };

/** How the value of a key must look. */
export const shapeTexts = {
  oneOf: (words: readonly string[]): LocalText => ({
    zh: `只能是 ${words.join('、')}`,
    en: `must be one of ${words.join(', ')}`,
  }),
  type: (types: readonly string[]): LocalText => ({
    zh: `应为${types.map((type) => JSON_TYPES[type]?.zh ?? type).join('或')}`,
    en: `must be ${types.map((type) => JSON_TYPES[type]?.en ?? type).join(' or ')}`,
  }),
  pattern: (pattern: string): LocalText => PATTERNS.find(({ of }) => pattern.includes(of))?.text ?? PLAIN_PATTERN,
  list: { zh: '应为列表', en: 'must be a list' } as LocalText,
  beginWithDash: {
    zh: '每一项另起一行，以“- ”开头，例如 - id: work',
    en: 'Begin each of them with "- " on a line of its own, such as - id: work',
  } as LocalText,
  map: { zh: '应为键值', en: 'must be a map of keys' } as LocalText,
  writeAsMap: {
    zh: '写成“键: 值”，每个键一行；或写在花括号里 { id: …, title: … }',
    en: 'Write "key: value" lines, or { id: …, title: … } in braces',
  } as LocalText,
  linesAsList: {
    zh: '这里是若干行的列表：用方括号括起来 [{ … }]，或每行以“- ”开头',
    en: 'A list of lines stands here: put [{ … }] around it, or begin each with "- "',
  } as LocalText,
  commaInBraces: {
    zh: "花括号里的逗号把公式截断了：给公式加单引号，如 formula: 'max(a, b)'",
    en: "The comma ends the formula here, because it stands in braces: put the formula in single quotes, formula: 'max(a, b)'",
  } as LocalText,
  notEmpty: { zh: '不能为空', en: 'must not be empty' } as LocalText,
  required: (keys: readonly string[]): LocalText => ({
    zh: `缺少 ${keys.join('、')}`,
    en: `${keys.join(', ')} is missing`,
  }),
  atLeast: (limit: string): LocalText => ({ zh: `不小于 ${limit}`, en: `must be at least ${limit}` }),
  /** `more`: there are further ones, for which there is no room. */
  allowedKeys: (keys: readonly string[], more = false): LocalText => ({
    zh: `这里可用：${keys.join('、')}${more ? ' 等（见 docs/scheme-language.md）' : ''}`,
    en: `Allowed here: ${keys.join(', ')}${more ? ', … (see docs/scheme-language.md)' : ''}`,
  }),
} as const;
