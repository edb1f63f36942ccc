import type { LocalText } from '../reader/figure.ts';

const JSON_TYPES: Readonly<Record<string, LocalText>> = {
  string: { zh: '文字或公式', en: 'a text or formula' },
  number: { zh: '数值', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '键值', en: 'a map of keys' },
};

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
  pattern: {
    zh: '写法不对（标识不含空格；数值写成 0.5、30% 或 1/3）',
    en: 'is written wrongly (ids have no spaces; numbers are 0.5, 30% or 1/3)',
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
