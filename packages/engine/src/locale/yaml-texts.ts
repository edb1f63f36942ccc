import type { LocalText } from '../reader/figure.ts';

/** What is wrong with a file before it is a scheme, and what would mend it. */
export interface YamlText {
  readonly message: LocalText;
  readonly remedy: LocalText;
}

const PAIRS: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

/** Texts about files that are no valid YAML. */
export const yamlTexts = {
  tabs: (lines: number): YamlText => ({
    message: {
      zh: `缩进里有制表符（Tab）${lines > 1 ? `，共 ${lines} 行` : ''}；YAML 的缩进只能用空格`,
      en: `There is a tab in the indentation${lines > 1 ? ` of ${lines} lines` : ''}; YAML is indented by spaces only`,
    },
    remedy: {
      zh: '把缩进中的制表符都换成空格（编辑器里多有“将制表符转换为空格”）',
      en: 'Replace the tabs of the indentation with spaces (most editors have "convert tabs to spaces")',
    },
  }),
  duplicateKey: (key: string): YamlText => ({
    message: { zh: `同一层里键“${key}”写了两次`, en: `The key "${key}" stands twice at the same level` },
    remedy: { zh: '合并为一个，或给其中一个改名', en: 'Make one of the two, or rename one of them' },
  }),
  unclosedQuote: (quote: string): YamlText => ({
    message: {
      zh: `这里开始的引号（${quote}）没有结束`,
      en: `The quote (${quote}) that begins here is not closed`,
    },
    remedy: { zh: `在文字末尾补上 ${quote}`, en: `Add ${quote} at the end of the text` },
  }),
  unclosedBracket: (close: string): YamlText => ({
    message: {
      zh: `这里开始的括号“${PAIRS[close] ?? ''}”没有配上“${close}”`,
      en: `The bracket "${PAIRS[close] ?? ''}" that begins here has no "${close}"`,
    },
    remedy: {
      zh: `补上“${close}”；写成几行的，其中各行都要比键缩进得多`,
      en: `Add "${close}"; where it runs over several lines, indent all of them further than the key`,
    },
  }),
  strayBracket: (bracket: string): YamlText => ({
    message: {
      zh: `多出一个“${bracket}”，前面没有与它配对的括号`,
      en: `There is a "${bracket}" too many: nothing before it is closed by it`,
    },
    remedy: {
      zh: '去掉它，或补上前面的括号；是文字的，加引号',
      en: 'Remove it, or add the opening one; put it in quotes where it is text',
    },
  }),
  fullWidth: (sign: string, plain: string): YamlText => ({
    message: {
      zh: `这里用了全角的“${sign}”`,
      en: `There is a full-width "${sign}" here`,
    },
    remedy: {
      zh: `改成英文的“${plain}”${plain === ':' || plain === ',' ? '，后面空一格' : ''}；是文字的，加引号`,
      en: `Write "${plain}"${plain === ':' || plain === ',' ? ' and a space behind it' : ''}; put it in quotes where it is text`,
    },
  }),
  missingDash: (key: string): YamlText => ({
    message: {
      zh: `同一层里键“${key}”写了两次：这里像是另一项的开头`,
      en: `The key "${key}" stands twice at the same level: another entry seems to begin here`,
    },
    remedy: {
      zh: `在“${key}”前面加“- ”，与前一项的“- ”对齐`,
      en: `Write "- " before "${key}", in line with the "- " of the entry before`,
    },
  }),
  missingComma: {
    message: { zh: '括号里的各项之间缺少逗号', en: 'A comma is missing between what stands in brackets' },
    remedy: { zh: '在前一项后面补上英文逗号', en: 'Add a comma behind the entry before' },
  } as YamlText,
  mappingNotAllowed: {
    message: {
      zh: '这里不能再写“键: 值”：同一行有两个冒号，或下一行缩进过多',
      en: 'There can be no "key: value" here: two colons in one line, or the next line is indented too far',
    },
    remedy: {
      zh: '含有冒号加空格的文字要加引号；否则另起一行，与同层的键对齐',
      en: 'Put a text that holds a colon and a space in quotes; otherwise begin a new line, in line with the keys beside it',
    },
  } as YamlText,
  badIndent: {
    message: {
      zh: '缩进不对：同一层的各行没有对齐',
      en: 'The indentation is wrong: lines of one level are not in line',
    },
    remedy: {
      zh: '让这一行与同层的键（或“- ”）从同一列开始，下一层多缩进两格',
      en: 'Begin this line in the column of the keys (or "- ") beside it; the next level stands two spaces further in',
    },
  } as YamlText,
  missingColon: {
    message: { zh: '键的后面没有冒号', en: 'A key has no colon behind it' },
    remedy: {
      zh: '写成“键: 值”，用英文冒号，冒号后空一格',
      en: 'Write "key: value", with a space behind the colon (no full-width one)',
    },
  } as YamlText,
  reservedSign: (sign: string): YamlText => ({
    message: { zh: `值不能以“${sign}”开头`, en: `A value cannot begin with "${sign}"` },
    remedy: { zh: '给这段文字加引号', en: 'Put the text in quotes' },
  }),
  badEscape: {
    message: {
      zh: '双引号里的“\\”后面跟了不能用的字符',
      en: 'Behind "\\" in double quotes stands a sign that has no meaning',
    },
    remedy: { zh: '写成“\\\\”，或改用单引号', en: 'Write "\\\\", or use single quotes' },
  } as YamlText,
  severalDocuments: {
    message: {
      zh: '一个文件里有不止一个方案（以“---”分开）',
      en: 'The file holds more than one document (parted by "---")',
    },
    remedy: { zh: '一个方案一个文件', en: 'Write one scheme per file' },
  } as YamlText,
  alias: {
    message: {
      zh: '引用（*）没有对应的锚点（&），或引用过多',
      en: 'A reference (*) has no anchor (&) before it, or there are too many of them',
    },
    remedy: {
      zh: '先写锚点再引用；否则给文字加引号',
      en: 'Write the anchor first; put a text that begins with * in quotes',
    },
  } as YamlText,
  noScheme: {
    message: {
      zh: '文件里没有方案：最外层应是“键: 值”',
      en: 'The file holds no scheme: at its top there must be keys with values',
    },
    remedy: { zh: '从 scheme、title、period 写起', en: 'Begin with scheme, title and period' },
  } as YamlText,
  other: (reason: string): YamlText => ({
    message: { zh: '从这里起不合 YAML 的写法', en: `The file is no valid YAML or JSON: ${reason}` },
    remedy: {
      zh: '检查这里和上一行的缩进、引号、括号和冒号',
      en: 'Look at the indentation, quotes, brackets and colons here and in the line before',
    },
  }),
} as const;
